"""Universal Dependencies (EWT, GUM) rewritten in the scheme of spaCy's English pipelines (ClearNLP labels).

Sources of the rules: the UD v2 guidelines for English, and the ClearNLP guidelines (Choi and Palmer, 2012). The order
of the steps matters: heads are moved first (names, numbers, the copula, reporting clauses, conjuncts, prepositions),
labels are renamed last.
"""

from __future__ import annotations

import itertools

from kg.english.tree import ROOT, Tree

REPORTING = frozenset(
    "say tell add note write explain claim argue report announce ask reply state warn insist declare comment joke "
    "think believe recall suggest continue conclude observe remark admit acknowledge confirm predict testify "
    "answer".split()
)
# "want him to go": his going is what is wanted, so he is its subject; "ask him to go" keeps him as its object
RAISING = frozenset(
    "want expect like need let make have see hear watch feel help get consider believe find allow enable require "
    "cause permit prefer keep leave".split()
)
# "by taking", "after leaving": prepositions before a gerund, told apart from conjunctions ("while", "if")
GERUND_PREPOSITIONS = frozenset(
    "about after against at before besides between by despite for from in into like of on over since than through "
    "to upon with without instead".split()
)
# "on what he meant": these lead no clause of their own
CLAUSE_PREPOSITIONS = frozenset("about of on upon with into from by at".split())
NEGATIONS = frozenset("not n't n’t nt never".split())
# Adverbs that belong to the clause, also where they stand before an adjective ("is still happy")
CLAUSE_ADVERBS = frozenset(
    "still already now also always often currently then thus therefore probably clearly perhaps certainly again "
    "once usually sometimes here there however instead maybe obviously apparently reportedly".split()
)
DASHES = frozenset("-- — – --- ; : ... …".split())
CLAUSAL = frozenset("VERB AUX".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun "
    "jul aug sep sept oct nov dec".split()
)


def convert(tree: Tree) -> Tree:
    """Rewrite a UD tree in place into the scheme of spaCy's English pipelines and return it."""
    for step in (
        _names,
        _numbers,
        _fixed_adverbs,
        _copula,
        _existential,
        _free_relatives,
        _reporting,
        _small_clauses,
        _conjuncts,
        _prepositions,
        _gerunds,
        _labels,
        _tags,
    ):
        step(tree)
    return tree


def _names(t: Tree) -> None:
    """A name's last token heads it: "Barack" -flat-> "Obama" becomes "Obama" -compound-> "Barack"."""
    for first in range(len(t)):
        rest = [j for j in t.children(first, "flat") if j > first]
        if not rest:
            continue
        last = rest[-1]
        t.swap(first, last, "compound")
        t.move([j for j in t.children(first) if j != last and not first < j < last], last)
        for j in rest[:-1]:
            t.heads[j], t.labels[j] = last, "compound"
        t.move([j for j in t.children(first, "punct") if first < j < last], last)


def _numbers(t: Tree) -> None:
    """ "Dec. 15": the month heads the day. "$ 5 million": the number heads the sign."""
    for i in range(len(t)):
        head = t.heads[i]
        if _is_month_of(t, i, head):
            t.swap(head, i, "nummod")
            t.move([j for j in t.children(head) if not i < j < head], i)
        if t.tags[i] == "$":
            number = next((j for j in t.children(i, "nummod") if j > i), None)
            if number is not None:
                t.swap(i, number, "quantmod" if t.children(number, "compound") else "nmod")
                t.move(list(t.children(i)), number)


def _is_month_of(t: Tree, i: int, day: int) -> bool:
    month = t.labels[i] in {"nmod:unmarked", "compound"} and t.forms[i].lower().strip(".") in MONTHS
    return month and day == i + 1 and t.tags[day] in {"CD", "NN"} and t.forms[day][:1].isdigit()


def _fixed_adverbs(t: Tree) -> None:
    """ "more than 80", "at least 80", "as well", "of course", "each other": the last word heads, or the number does."""
    for i in range(len(t)):
        fixed = t.children(i, "fixed")
        form = t.forms[i].lower()
        if fixed and t.labels[i] in {"advmod", "amod"} and t.heads[i] != ROOT and t.tags[t.heads[i]] == "CD":
            last = fixed[-1]
            number = t.heads[i]
            t.heads[last], t.labels[last] = number, "quantmod"
            if form == "up":
                t.labels[i] = "quantmod"
            else:
                t.heads[i], t.labels[i] = last, "amod"
        elif fixed and not t.labels[i].startswith(("case", "mark")):
            last = fixed[-1]
            t.swap(i, last, "det" if form in {"each", "one"} else "advmod")
            t.move([j for j in t.children(i) if j != last], last)
            for j in fixed[:-1]:
                t.labels[j] = "advmod"
        elif form in {"least", "most", "best", "first"} and t.labels[i] in {"obl", "nmod"}:
            case = t.child(i, "case")
            if case is not None and t.forms[case].lower() == "at" and case == i - 1:
                t.labels[case], t.labels[i] = "advmod", "advmod"


def _copula(t: Tree) -> None:
    """ "She is president": the copula becomes the head, "president" its attr."""
    for p in range(len(t)):
        cop = t.child(p, "cop")
        if cop is None:
            continue
        clausal = (t.child(p, "nsubj:outer", "csubj:outer") is not None) or (
            t.pos[p] in CLAUSAL and (t.child(p, "mark") or -1) > cop
        )
        moved = [j for j in t.children(p) if j != cop and _belongs_to_copula(t, j, p, cop, clausal=clausal)]
        t.swap(p, cop, _predicate_label(t, p, clausal=clausal))
        t.move(moved, cop)
        for j in moved:
            if t.labels[j].endswith(":outer"):
                t.labels[j] = t.labels[j].split(":")[0]


def _belongs_to_copula(t: Tree, j: int, p: int, cop: int, *, clausal: bool) -> bool:
    label = t.labels[j].split(":")[0]
    if t.labels[j].endswith(":outer"):
        return True
    if clausal:
        return (j < cop and label in {"aux", "advmod", "mark", "cc", "punct", "discourse", "advcl", "obl"}) or (
            label == "punct" and j > max(t.subtree(p)) - 1
        )
    if label in {"nsubj", "csubj", "aux", "expl", "mark", "cc", "parataxis", "discourse", "vocative", "dislocated"}:
        return True
    if label == "punct":
        return not min(cop, p) < j < max(cop, p)
    if label == "advmod":
        adverb = t.forms[j].lower()
        if t.pos[p] in {"ADJ", "ADV", "VERB"} and j < p and j > cop:
            return adverb in NEGATIONS or adverb in CLAUSE_ADVERBS
        return j < p or adverb in NEGATIONS
    if label == "advcl":
        return t.pos[p] not in {"ADJ"} or j < cop or t.child(j, "mark") is not None
    if label == "obl":
        return t.pos[p] != "ADJ" or j < cop
    if label == "nmod":
        return j < cop
    if label == "conj":
        return t.pos[j] in CLAUSAL or t.child(j, "cop", "nsubj") is not None
    return label == "ccomp" and t.child(p, "expl") is not None


def _predicate_label(t: Tree, p: int, *, clausal: bool) -> str:
    if clausal or (t.pos[p] in CLAUSAL and t.tags[p] not in {"VBN", "VBG", "JJ"}):
        marker = t.child(p, "mark")
        infinitive = marker is not None and t.tags[marker] == "TO"
        return "xcomp" if infinitive else "ccomp"
    if t.pos[p] == "ADV" or t.tags[p] in {"RB", "WRB"}:
        return "advmod"
    return "acomp" if t.pos[p] in {"ADJ", "VERB"} else "attr"


def _existential(t: Tree) -> None:
    """ "There are two men": attr. "It is clear that ...": "it" is the subject, the clause a ccomp."""
    for i in range(len(t)):
        if t.labels[i] != "expl" or t.heads[i] == ROOT:
            continue
        verb = t.heads[i]
        if t.forms[i].lower() == "there":
            for j in t.children(verb, "nsubj"):
                if j > verb and t.lemmas[verb] == "be":
                    t.labels[j] = "attr"
        elif t.child(verb, "nsubj", "nsubj:pass") is None:
            t.labels[i] = "nsubj:pass" if t.child(verb, "aux:pass") is not None else "nsubj"
            for j in t.children(verb, "csubj", "csubj:pass"):
                infinitive = any(t.tags[m] == "TO" for m in t.children(j, "mark"))
                t.labels[j] = "xcomp" if infinitive and t.child(j, "nsubj", "nsubj:pass") is None else "ccomp"


def _free_relatives(t: Tree) -> None:
    """ "by what they found": the verb stands where UD has "what", which is its object, subject or adverb."""
    for w in range(len(t)):
        if t.tags[w] not in {"WP", "WRB"} or t.heads[w] == ROOT:
            continue
        verb = next((v for v in t.children(w, "acl:relcl", "advcl:relcl") if v > w), None)
        if verb is None or any(j < w for j in t.children(verb)):
            continue
        role = _role_in_clause(t, w, verb)
        label = CLAUSES.get(t.labels[w], t.labels[w])
        outside = [j for j in t.children(w) if j != verb]
        t.swap(w, verb, role)
        t.labels[verb] = label
        t.move(outside, verb)


CLAUSES = {"obj": "ccomp", "attr": "ccomp", "nsubj": "csubj", "nsubj:pass": "csubj:pass", "advmod": "advcl"}


def _role_in_clause(t: Tree, w: int, verb: int) -> str:
    if t.tags[w] == "WRB":
        return "advmod"
    if t.child(verb, "nsubj", "nsubj:pass") is None:
        return "nsubj:pass" if t.child(verb, "aux:pass") is not None else "nsubj"
    return "attr" if t.lemmas[verb] == "be" else "obj"


def _reporting(t: Tree) -> None:
    """ "The talks, he said, go on": the interjected verb of saying becomes the head of its speech."""
    for v in range(len(t)):
        speech = t.heads[v]
        if t.labels[v] != "parataxis" or speech == ROOT or t.lemmas[v] not in REPORTING:
            continue
        if t.child(v, "nsubj") is None or t.child(v, "ccomp", "obj", "mark") is not None:
            continue
        own = set(t.subtree(v))
        if min(j for j in t.subtree(speech) if j not in own) > v:
            continue
        last = max(own)
        t.swap(speech, v, "ccomp")
        t.move([j for j in t.children(speech, "punct") if j > last and j >= len(t) - 2], v)


def _small_clauses(t: Tree) -> None:
    """ "They want him to go": him is the subject of "go", which is a ccomp."""
    for x in range(len(t)):
        if t.labels[x] != "xcomp" or t.heads[x] == ROOT:
            continue
        verb = t.heads[x]
        objects = [j for j in t.children(verb, "obj") if verb < j < x]
        if objects and t.lemmas[verb] in RAISING and t.pos[x] in {"VERB", "AUX", "ADJ"}:
            t.heads[objects[-1]], t.labels[objects[-1]] = x, "nsubj"
            t.labels[x] = "ccomp"
        elif t.pos[x] == "ADJ" or t.tags[x] == "JJ":
            t.labels[x] = "oprd" if objects else "acomp"
        elif t.pos[x] in {"NOUN", "PROPN", "PRON", "NUM"}:
            t.labels[x] = "oprd" if objects else "attr"


def _conjuncts(t: Tree) -> None:
    """Conjuncts are chained; "and" and the comma hang on the conjunct before them."""
    for first in range(len(t)):
        before = first
        for conjunct in [j for j in t.children(first, "conj") if j > first]:
            t.heads[conjunct] = before
            for j in t.children(conjunct, "cc", "punct"):
                if before < j < conjunct and t.forms[j] not in {'"', "“", "‘", "``", "("}:
                    t.heads[j] = before
            before = conjunct


def _prepositions(t: Tree) -> None:
    """case + obl or nmod becomes prep + pobj; "according to" and "because of" become chains."""
    first_preposition: dict[int, int] = {}
    for n in range(len(t)):
        chain = _preposition_chain(t, n)
        if not chain:
            continue
        label, head = t.labels[n], t.heads[n]
        if label.split(":")[0] in {"nsubj", "obj", "iobj", "nummod", "det", "amod", "compound", "advmod", "csubj"}:
            for p in chain:
                t.heads[p], t.labels[p] = n, "quantmod" if t.tags[n] == "CD" else "prep"
            continue
        first = chain[0]
        if label == "conj" and head in first_preposition:
            head = first_preposition[head]
            t.move([j for j in t.children(t.heads[n], "cc", "punct") if t.heads[n] < j < first], head)
        first_preposition[n] = first
        t.heads[first] = head
        t.labels[first] = {"obl:agent": "agent", "conj": "conj", "root": "root"}.get(label, "prep")
        for outer, inner in itertools.pairwise(chain):
            t.heads[inner] = outer
            t.labels[inner] = "pcomp" if t.forms[outer].lower() in {"because", "due"} else "prep"
        t.heads[n] = chain[-1]
        t.labels[n] = "pcomp" if t.pos[n] in CLAUSAL and t.child(n, "nsubj", "mark") is not None else "pobj"
        early = [j for j in t.children(n, "advmod", "punct", "cc", "obl:unmarked") if j < first]
        t.move(early, first)


def _preposition_chain(t: Tree, n: int) -> list[int]:
    chain: list[int] = []
    for p in t.children(n, "case"):
        if t.tags[p] == "POS" or t.forms[p] in {"'s", "’s", "'", "’"}:
            continue
        fixed = t.children(p, "fixed")
        if t.forms[p].lower() == "such" and fixed:
            t.heads[p], t.labels[p] = fixed[-1], "amod"
            chain.append(fixed[-1])
        else:
            chain += [p, *fixed]
    return chain


def _gerunds(t: Tree) -> None:
    """ "by taking the town", "on what he meant": prep + pcomp."""
    for v in range(len(t)):
        marker = t.child(v, "mark")
        if marker is None or t.heads[v] == ROOT or t.labels[v] == "ccomp":
            continue
        gerund = t.tags[v] == "VBG" and t.child(v, "nsubj") is None
        if t.forms[marker].lower() not in (GERUND_PREPOSITIONS if gerund else CLAUSE_PREPOSITIONS):
            continue
        inner = t.children(marker, "fixed")
        t.swap(v, marker, "pcomp")
        t.labels[marker] = "prep"
        if inner:
            t.labels[inner[-1]] = "prep"
            t.heads[v] = inner[-1]


def _labels(t: Tree) -> None:
    for i in range(len(t)):
        t.labels[i] = _label(t, i)


RENAMED = {
    "nsubj:pass": "nsubjpass",
    "nsubj:outer": "nsubj",
    "csubj:pass": "csubjpass",
    "csubj:outer": "csubj",
    "obj": "dobj",
    "obl:agent": "npadvmod",
    "obl:unmarked": "npadvmod",
    "nmod:unmarked": "npadvmod",
    "nmod:desc": "compound",
    "nmod:poss": "poss",
    "det:predet": "predet",
    "cc:preconj": "preconj",
    "aux:pass": "auxpass",
    "compound:prt": "prt",
    "acl:relcl": "relcl",
    "advcl:relcl": "advcl",
    "discourse": "intj",
    "vocative": "npadvmod",
    "list": "dep",
    "dislocated": "dep",
    "orphan": "dep",
    "reparandum": "dep",
    "goeswith": "dep",
    "flat": "compound",
    "cop": "aux",
    "root": "ROOT",
}


def _label(t: Tree, i: int) -> str:
    label, head, form = t.labels[i], t.heads[i], t.forms[i].lower()
    if head == ROOT:
        return "ROOT"
    if label == "advmod":
        if form in NEGATIONS:
            return "neg"
        return "quantmod" if t.tags[head] == "CD" and i < head else "advmod"
    if label == "mark":
        return "aux" if t.tags[i] == "TO" else "mark"
    if label == "amod" and t.tags[i] == "NNP":
        return "compound"  # "New Orleans"
    if label == "compound" and t.tags[i] == "CD" and t.tags[head] not in {"CD", "HYPH"} and i < head:
        return "nummod"  # "the 1999 storm"
    if label == "compound" and t.tags[i] in {"NN", "NNS"} and t.tags[head] in {"VBN", "VBG", "JJ"}:
        return "npadvmod"  # "peer-reviewed", "tax free"
    if label == "acl" and _is_relative(t, i):
        return "relcl"
    if label == "iobj":
        return "dative" if t.child(head, "obj", "dobj") is not None else "dobj"
    if label == "obl":
        return "advmod" if t.pos[i] == "ADV" else "npadvmod"
    if label in {"nmod:unmarked", "nmod"} and t.tags[i] == "CD":
        return "nummod"
    if label == "fixed":
        return {"TO": "aux", "IN": "mark"}.get(t.tags[i], "dep")
    if label == "case" and t.tags[i] != "POS" and form not in {"'s", "’s", "'", "’"}:
        return "prep"
    return RENAMED.get(label, label.split(":")[0])


def _is_relative(t: Tree, verb: int) -> bool:
    """ "the times they used it": a finite clause that no conjunction leads."""
    finite = t.tags[verb] in {"VBD", "VBP", "VBZ"} or any(t.tags[j] == "MD" for j in t.children(verb, "aux"))
    return finite and t.child(verb, "mark") is None and t.child(verb, "nsubj", "nsubjpass", "nsubj:pass") is not None


def _tags(t: Tree) -> None:
    """EWT tags a dash as a comma; the Penn tag is a colon. GW, a part of a split word, is no tag of spaCy's."""
    for i in range(len(t)):
        if t.tags[i] == "," and t.forms[i] in DASHES:
            t.tags[i] = ":"
        if t.tags[i] == "GW":
            t.tags[i] = "XX"
