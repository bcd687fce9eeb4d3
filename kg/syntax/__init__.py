"""English grammar over spaCy tokens: the one place that knows dependency labels (ClearNLP) and Penn tags.

Everything here takes tokens and gives tokens. A "clause" is a verb with what hangs on it; a "phrase" is a noun with
what hangs on it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.strings import get_string_id
from spacy.tokens import Token

SUBJECT = frozenset({"nsubj", "nsubjpass"})
CLAUSAL_SUBJECT = frozenset({"csubj", "csubjpass"})
OBJECT = frozenset({"dobj", "dative"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
TERMS = frozenset({"if", "unless", "until", "provided"})
PENDING = TERMS | {"whether", "once", "before", "lest"}
PLURAL_PRONOUNS = frozenset({"i", "you", "we", "they"})
COPULA = frozenset({"be", "become", "remain", "seem", "appear"})
# What follows a noun without narrowing it down: "Vessa, which ...", "the talks, held in ..."
LOOSE = frozenset({"relcl", "acl", "appos", "advcl", "ccomp", "parataxis", "conj", "cc", "preconj", "dep"})
CLOSING = frozenset({"”", '"', "''", "’", "»"})
VERBAL = frozenset(map(get_string_id, ("VERB", "AUX")))
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
# A pipeline of this scheme has at least these
NEEDED = frozenset(
    "ROOT nsubj nsubjpass dobj ccomp xcomp prep pobj pcomp agent attr acomp relcl acl advcl appos conj cc neg aux "
    "auxpass poss compound amod det mark punct".split()
)


def is_subject(token: Token) -> bool:
    """True for the subject of a verb."""
    return token.dep_ in SUBJECT


def is_object(token: Token) -> bool:
    """True for an object, or one joined to an object."""
    return first_conjunct(token).dep_ in OBJECT


def is_possessor(token: Token) -> bool:
    """True for a possessive: "Orland's" envoy, "her" claim."""
    return bool(token.dep_ == "poss")


def is_governed(token: Token) -> bool:
    """True for what stands behind a preposition."""
    return token.dep_ in {"pobj", "pcomp"}


def is_by(token: Token) -> bool:
    """True for the "by" of a passive."""
    return bool(token.dep_ == "agent")


def is_apposition(token: Token) -> bool:
    """True for a noun that stands beside the noun it names again."""
    return bool(token.dep_ == "appos")


def comparisons(verb: Token) -> list[tuple[Token, Token]]:
    """What a figure is compared with, behind the word that leads to it: "compared with 14 percent", "up from 14"."""
    below = (c for c in verb.subtree if c.lower_ in {"compared", "up", "down"} and c.i > verb.i)
    leading = [c for c in below if c.head.i == verb.i or governing_verb(c.head) == verb]
    against = [pair for pair in prepositions(verb, "against", "versus") if pair[0].i > verb.i]
    return [*((c, governed) for c in leading for _, governed in prepositions(c, "with", "to", "from")), *against]


def is_subjunctive(verb: Token) -> bool:
    """ "demanded that Orland leave": what is asked for, in the bare form."""
    bare = verb.tag_ == "VB" and child(verb, "aux") is None
    return bare and verb.dep_ == "ccomp" and child(verb, *SUBJECT) is not None


def is_listed(token: Token) -> bool:
    """True for a part of a list, or what stands beside a noun: "Osk, 75% of Pellora and most of Kestria"."""
    return token.dep_ in {"conj", "appos"}


def is_predicative(token: Token) -> bool:
    """True for what is said with "be", and for the head of a fragment."""
    return token.dep_ in {"attr", "acomp", "ROOT"}


def is_compound(token: Token) -> bool:
    """True for a word that is part of a longer name, or modifies it."""
    return token.dep_ in {"compound", "amod"}


def is_helper(verb: Token) -> bool:
    """True for a verb that reports nothing itself: an auxiliary, a participle before a noun."""
    return verb.dep_ in {"aux", "auxpass", "amod"}


def is_dependent(verb: Token) -> bool:
    """True for a clause that hangs on another clause or on a noun."""
    return verb.dep_ in {"xcomp", "ccomp", "advcl", "acl", "relcl", "parataxis"}


def is_open_complement(verb: Token) -> bool:
    """True for a clause without a subject of its own that completes a verb: "began to leave"."""
    return bool(verb.dep_ == "xcomp")


def is_noun_clause(verb: Token) -> bool:
    """True for a clause on a noun: "the land it has occupied", "land seized by Orland"."""
    return verb.dep_ in {"relcl", "acl"}


def is_participle_clause(verb: Token) -> bool:
    """True for a participle or infinitive on a noun: "land seized by Orland"."""
    return bool(verb.dep_ == "acl")


def is_negation(token: Token) -> bool:
    """True for "not", "n't", "never"."""
    return bool(token.dep_ == "neg")


def direct_objects(verb: Token) -> list[Token]:
    """The direct objects of a verb, in order."""
    return children(verb, "dobj")


def secondary_predicates(verb: Token) -> list[Token]:
    """What an object is called or made: "called it a lie"."""
    return children(verb, "oprd", "ccomp")


def opener(verb: Token) -> Token | None:
    """The word that opens a clause as a conjunction or adverb: "as Vessa put it"."""
    return child(verb, "mark", "advmod", "prep")


def loose(noun: Token) -> list[Token]:
    """What hangs on a noun without being part of its phrase: clauses, conjuncts, appositions."""
    return children(noun, "relcl", "acl", "advcl", "appos", "conj", "cc")


def children(token: Token, *labels: str) -> list[Token]:
    """The children with one of the labels, in order."""
    wanted = _ids(labels)
    return [child for child in token.children if child.dep in wanted]


def child(token: Token, *labels: str) -> Token | None:
    """The first child with one of the labels."""
    wanted = _ids(labels)
    return next((c for c in token.children if c.dep in wanted), None)


@cache
def _ids(labels: tuple[str, ...]) -> frozenset[int]:
    """Labels as spaCy numbers them: compared three times as fast as their names."""
    return frozenset(map(get_string_id, labels))


def is_verb(token: Token) -> bool:
    """True for a verb or auxiliary."""
    return token.pos in VERBAL


def is_noun(token: Token) -> bool:
    """True for a noun or a name."""
    return token.pos_ in {"NOUN", "PROPN"}


def is_pronoun(token: Token) -> bool:
    """True for a personal pronoun, possessive ones included."""
    return bool(token.tag_ in {"PRP", "PRP$"})


def stands_for_another(token: Token) -> bool:
    """True for pronouns of any kind: "her", "which", "what", "this" alone."""
    return is_pronoun(token) or token.tag_ in {"WP", "WDT"} or (token.tag_ == "DT" and token.dep_ != "det")


def says_nothing(token: Token) -> bool:
    """True for pronouns of any kind and forms of "be": "that is what"."""
    return stands_for_another(token) or token.lemma_ == "be"


def is_relative(token: Token) -> bool:
    """True for "who", "which", "that" of a relative clause."""
    return token.lower_ in RELATIVE and antecedent(token).i != token.i


def is_empty(pronoun: Token) -> bool:
    """True for an "it" that stands for nothing: "it is clear that", "it rained"."""
    if pronoun.lower_ != "it" or pronoun.dep_ not in SUBJECT | {"expl"}:
        return False
    verb = pronoun.head
    clausal = any(c.dep_ in {"ccomp", "xcomp", "csubj"} for c in verb.children)
    below = [c for a in children(verb, "acomp", "attr") for c in children(a, "ccomp", "xcomp", "advcl")]
    return pronoun.dep_ == "expl" or verb.lemma_ in WEATHER or (verb.lemma_ in COPULA and (clausal or bool(below)))


WEATHER = frozenset({"rain", "snow", "thunder", "hail", "drizzle"})


def is_definite(noun: Token) -> bool:
    """True for a singular with "the" or "this": "the region"."""
    return not is_plural(noun) and any(c.lower_ in {"the", "this", "that"} and c.dep_ == "det" for c in noun.children)


def is_conjunction(token: Token) -> bool:
    """True for "and", "but", "or"."""
    return bool(token.tag_ == "CC")


def is_plural(token: Token) -> bool:
    """True for a plural noun."""
    return bool(token.tag_ in {"NNS", "NNPS"})


def own_subject(verb: Token) -> Token | None:
    """The verb's own subject; of a title and a name that both hang on it ("the envoy Ana Vessa said"), the name."""
    found = children(verb, *SUBJECT)
    before = [t for t in found if t.i < verb.i]
    after = [t for t in found if t.i > verb.i]
    if before and after and verb.nbor(-1).text in CLOSING:  # "Anybody can go," said Vessa
        return after[0]
    if len(before) > 1:  # the nearest: "Orland "accepts" it, Vessa said", "the envoy Ana Vessa said"
        return before[-1]
    return found[0] if found else child(verb, *CLAUSAL_SUBJECT)


def title_before(name: Token) -> Token | None:
    """The title of a name where the parse hangs both on one verb: "Orland's envoy Ana Vessa said" -> envoy."""
    if name.dep_ not in SUBJECT or name.pos_ != "PROPN":
        return None
    first = name.left_edge.i
    return next((t for t in children(name.head, *SUBJECT) if t.i == first - 1 and t.pos_ in {"NOUN", "PROPN"}), None)


def subject(verb: Token) -> Token | None:
    """Who the verb is said of: its own subject, or the one it shares.

    "X came and left" (conj), "X wants to leave" (xcomp), "saying so, X left" (advcl), "officials saying so" (acl),
    "for X to leave" (pcomp).
    """
    at, steps = verb, 0
    while steps < 12:
        steps += 1
        found = own_subject(at)
        if found is not None and found.dep_ in SUBJECT:
            return found
        if at.dep_ == "xcomp":
            target = child(at.head, "dobj", "dative")
            if target is not None and at.head.lemma_ not in {"promise", "threaten", "vow"}:
                return target
        if at.dep_ in {"acl", "relcl"} and at.head.pos_ in NOMINAL:
            return at.head
        if at.dep_ in {"conj", "xcomp", "advcl", "pcomp", "prep", "aux", "auxpass", "acomp"} and at.head.i != at.i:
            if at.dep_ == "advcl" and child(at, "mark") is not None and at.tag_ not in {"VBG", "VBN", "VB"}:
                return None
            at = at.head
            continue
        return None
    return None


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for ("the envoy, who said" -> envoy); any other token is itself."""
    if token.lower_ in RELATIVE and token.tag_ in {"WP", "WDT", "WP$", "IN"}:
        at = token.head
        while at.dep_ not in {"relcl", "acl", "ROOT"} and at.head.i != at.i:
            at = at.head
        if at.dep_ in {"relcl", "acl"}:
            return at.head
        if token.lower_ == "who" and token.i > token.sent.start and token.nbor(-1).pos_ in {"NOUN", "PROPN"}:
            return _person_before(token.nbor(-1))
    return token


def _person_before(noun: Token) -> Token:
    """The noun that "who" can stand for, at the end of a phrase: "allies in Europe who" -> allies."""
    at = noun
    while at.dep_ in {"pobj", "compound"} and at.ent_type_ in {"GPE", "LOC", "FAC", "DATE", "ORG"}:
        above_at = at.head.head if at.dep_ == "pobj" else at.head
        if above_at.i >= noun.i or above_at.pos_ not in NOMINAL:
            break
        at = above_at
    return at


def agent(verb: Token) -> Token | None:
    """ "was said by X" -> X."""
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def is_passive(verb: Token) -> bool:
    """True for a passive verb, reduced ones ("a plan rejected by") included."""
    if child(verb, "auxpass", "nsubjpass") is not None:
        return True
    if verb.dep_ == "advcl" and verb.lemma_ in QUIZZED and verb.tag_ in {"VBN", "VBD"} and not children(verb, "aux"):
        return child(verb, *SUBJECT) is None  # "Asked if she would go, Vessa laughed", "when asked"
    return bool(verb.tag_ == "VBN" and (verb.dep_ in {"acl", "amod", "advcl"} or child(verb, "agent") is not None)
                and child(verb, "aux") is None)  # fmt: skip


QUIZZED = frozenset({"ask", "press", "question", "quiz", "reach", "contact"})


def objects(verb: Token) -> list[Token]:
    """Direct objects and receivers, in order."""
    return children(verb, "dobj", "dative")


def clause_complements(verb: Token) -> list[Token]:
    """The clauses that complete a verb: "said that ...", "asked whether ..."."""
    return children(verb, "ccomp")


def infinitive(verb: Token) -> Token | None:
    """The infinitive that completes a verb: "vowed to ..."."""
    for c in verb.children:
        if c.dep_ in {"xcomp", "ccomp", "advcl"} and has_to(c) and c.i > verb.i:
            return c
    return None


def gerund(verb: Token) -> Token | None:
    """The gerund that completes a verb: "denied holding the town"."""
    return next((c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VBG" and c.i > verb.i), None)


ESTIMATING = frozenset({"put", "estimate", "reckon", "calculate"})
ASPECT = frozenset(
    "begin start continue manage go keep help come stop finish proceed get have see know mean leave".split()
)


def is_embedded(token: Token) -> bool:
    """True below a verb that does not vouch for it: "hopes to hold", "puts its share at"; not "began seizing"."""
    chain = [token, *above(token)]
    for at, head in itertools.pairwise(chain):
        if at.dep_ == "dobj" and head.lemma_ in ESTIMATING:
            return True
        if at.dep_ in {"ccomp", "xcomp"} and is_verb(at) and is_verb(head) and head.lemma_ not in ASPECT:
            return True
    return False


def is_question(verb: Token) -> bool:
    """True for a main clause with its helper before its subject and a question mark: "Did Vessa say so?"."""
    asker = own_subject(verb)
    if asker is None or not any(c.text == "?" for c in verb.children):
        return False
    return any(helper.i < asker.i for helper in auxiliaries(verb))


def has_to(verb: Token) -> bool:
    """True for an infinitive with "to"."""
    return any(c.lower_ == "to" and c.dep_ in {"aux", "mark"} for c in verb.children)


def prepositions(head: Token, *words: str) -> Iterator[tuple[Token, Token]]:
    """(preposition, what it governs) under a head; chains ("according to") give their first word and their object."""
    for p in head.children:
        if p.dep_ in {"prep", "agent", "dative"} and (not words or p.lower_ in words):
            governed = governed_by(p)
            if governed is not None:
                yield p, governed


def governed_by(preposition: Token) -> Token | None:
    """What a preposition governs, through a chain: "according" -> "to" -> X."""
    at = preposition
    for _ in range(3):
        found = child(at, "pobj", "pcomp")
        if found is None:
            inner = child(at, "prep")
            if inner is None:
                return None
            at = inner
        elif found.pos_ == "ADP" or (found.dep_ == "pcomp" and found.tag_ in {"IN", "TO"}):
            at = found
        else:
            return found
    return None


def phrase_after(token: Token, word: str) -> Token | None:
    """The head of the noun phrase right after "according to", wherever the parse hangs it."""
    if token.i + 2 >= len(token.doc) or token.nbor().lower_ != word:
        return None
    return phrase_head(token.nbor(2))


def phrase_head(first: Token) -> Token | None:
    """The head of the noun phrase that opens with a word, wherever the parse hangs it: "an Iowa envoy" -> envoy."""
    at = first
    while at.head.i > at.i and at.head.left_edge.i >= first.i and at.head.pos_ in NOMINAL:
        at = at.head
    return at if at.pos_ in {"NOUN", "PROPN", "PRON"} else None


def conjuncts(token: Token) -> list[Token]:
    """A token and those coordinated with it: "Vessa and Orland" -> both."""
    out, at = [token], token
    while True:
        following = child(at, "conj")
        if following is None or following.i in {t.i for t in out}:
            return out
        out.append(following)
        at = following


def first_conjunct(token: Token) -> Token:
    """The head of a coordination."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def negation(verb: Token) -> Token | None:
    """The word that negates a verb: "did not say", "never said", "no one said", "without saying"."""
    found = child(verb, "neg")
    if found is not None:
        return None if _adds(found) else found
    for c in verb.children:
        if c.lower_ == "longer" and c.i and c.nbor(-1).lower_ == "no":  # "no longer holds"
            return c
        if c.dep_ in {"aux", "auxpass"}:
            inner = child(c, "neg")
            if inner is not None:
                return inner
        if c.dep_ in SUBJECT and (c.lower_ in {"nobody", "none", "neither", "nothing"} or _says_no(c)):
            return c
        if c.lower_ == "neither" and c.dep_ in {"preconj", "cc"}:
            return c
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return verb.head
    if verb.dep_ == "conj" and own_subject(verb) is None and is_verb(verb.head):
        between = [c.lower_ for c in verb.head.children if c.dep_ == "cc" and c.i < verb.i]
        if between in (["or"], ["nor"]):
            return negation(verb.head)
    return None


def _adds(negation: Token) -> bool:
    """ "not only", "not just": what follows holds, and more."""
    return negation.i + 1 < len(negation.doc) and negation.nbor().lower_ in {"only", "just", "merely"}


def _says_no(noun: Token) -> bool:
    return any(c.dep_ in {"det", "neg", "preconj", "cc"} and c.lower_ in {"no", "neither"} for c in noun.children)


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb; a coordinated or copular verb shares those before it."""
    found = children(verb, "aux", "auxpass")
    if not found and verb.dep_ == "conj" and own_subject(verb) is None and is_verb(verb.head):
        return auxiliaries(verb.head)
    return found


def tense(verb: Token) -> str:
    """``past``, ``present`` or ``future``, from the verb group.

    "will speak", "is to speak", "plans to speak" are future; "said", "has said" past; a participle or infinitive takes
    the tense of the verb above it.
    """
    at: Token = verb
    for _ in range(6):
        helpers = auxiliaries(at)
        if any(h.lower_ in {"will", "'ll", "’ll", "wo", "shall"} for h in helpers):
            return "future"
        if any(h.lower_ in {"would"} for h in helpers):
            return "future"
        if at.tag_ == "VBG" and at.lower_ == "going" and any(c.dep_ == "xcomp" for c in at.children):
            return "future"
        if any(h.lower_ in {"had", "have", "has", "'d", "’d", "'ve", "’ve"} for h in helpers):
            return "past"
        if at.tag_ == "VB" and has_to(at):
            above = at.head
            if above.lemma_ in EXPECTING or (at.dep_ in {"acl", "xcomp"} and above.lemma_ in {"be", "due"}):
                return "future"
            at = above
            continue
        finite = [t for t in [*helpers, at] if t.tag_ in {"VBD", "VBZ", "VBP", "MD"}]
        if finite:
            if finite[0].tag_ == "VBD":
                return "past"
            return "future" if finite[0].lower_ in {"may", "might", "could", "should"} else "present"
        if at.tag_ == "VBN" and at.dep_ in {"acl", "amod"}:
            return "past"
        if at.head.i == at.i:
            break
        at = at.head
    return "past" if at.tag_ in {"VBN", "VBD"} else "present"


EXPECTING = frozenset(
    "plan intend expect hope want promise vow agree schedule aim prepare pledge threaten seek set decide mean".split()
)


def is_future(verb: Token) -> bool:
    """True for "will seize", "would seize", "is going to seize"; not for "may", "could"."""
    modal = any(h.lower_ in {"may", "might", "could", "should"} for h in auxiliaries(verb))
    return tense(verb) == "future" and not modal


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above a token, itself included."""
    at = token
    for _ in range(40):
        if is_verb(at) and at.dep_ not in {"aux", "auxpass", "amod"}:
            return at
        if at.head.i == at.i:
            return None
        at = at.head
    return None


def verb_group(verb: Token) -> list[Token]:
    """The verb with its auxiliaries, negation, particle and the adverbs between: "has repeatedly denied"."""
    parts = [verb, *children(verb, "aux", "auxpass", "neg")]
    parts += [c for c in children(verb, "prt") if c.i == verb.i + 1]  # "turned down the offer"
    subject_at = child(verb, *SUBJECT)
    low, high = min(t.i for t in parts), max(t.i for t in parts)
    if subject_at is not None and low < subject_at.i < high:  # "did X say", "said X": the group is not split by it
        parts = [t for t in parts if (t.i > subject_at.i) == (verb.i > subject_at.i)]
        low, high = min(t.i for t in parts), max(t.i for t in parts)
    adverbs = [c for c in verb.children if c.dep_ == "advmod" and (low < c.i < high or c.i == low - 1)]
    low = min([low, *(a.i for a in adverbs if a.tag_ not in {"WRB"} and not any(True for _ in a.children))])
    return list(verb.doc[low : high + 1])


def particle(verb: Token) -> str:
    """ "turned the offer down" -> down, "brushed it aside" -> aside; empty where there is none."""
    found = child(verb, "prt") or next((c for c in children(verb, "advmod") if c.lower_ in ASIDE), None)
    return found.lower_ if found is not None else ""


ASIDE = frozenset({"aside", "away", "off", "down", "out"})


def clause(verb: Token, *, without: Iterable[Token] = ()) -> list[Token]:
    """The words of a clause in order, those below the tokens given left out.

    No stop stands at its ends, but for a clause that is nothing else: a spoilt text can be parsed so.
    """
    leave = {t.i for t in without}
    out: list[Token] = []
    todo = [verb]
    while todo:
        at = todo.pop()
        if at.i in leave:
            continue
        out.append(at)
        todo += at.children
    out.sort(key=lambda t: t.i)
    return trimmed(out) or out


def trimmed(tokens: list[Token]) -> list[Token]:
    """Tokens without spaces, full stops, commas and dashes at their ends; quotation marks stay."""
    out = [t for t in tokens if not t.is_space]
    while out and out[-1].text in {".", ",", ";", ":", "--", "—", "–", "-"}:
        out = out[:-1]
    while out and out[0].text in {",", ";", ":", "--", "—", "–", ".", "-"}:
        out = out[1:]
    return out


def phrase(noun: Token) -> list[Token]:
    """The whole noun phrase that names a source: determiner, modifiers, title, what identifies it.

    A loose addition ("..., which ...", "and ...") stays out; a clause without a comma ("officials who know") stays in,
    and so does an apposition that is closed by its comma.
    """
    leave: list[Token] = []
    for c in noun.children:
        comma = c.i > noun.i and _comma_before(c)
        if c.dep_ in {"conj", "cc", "preconj", "punct", "parataxis", "advcl", "ccomp", "dep"} or (
            c.dep_ in {"relcl", "acl"} and comma
        ) or (c.dep_ in {"advmod", "npadvmod"} and c.i > noun.i):  # fmt: skip
            leave.append(c)
    tokens = clause(noun, without=leave)
    return _unbroken(tokens, noun)


def name_phrase(noun: Token) -> list[Token]:
    """The noun with what stands before it and its close prepositions: "the head of the Vessa port authority"."""
    leave = [c for c in noun.children if c.dep_ in LOOSE or c.dep_ == "punct" or (c.i > noun.i and _comma_before(c))]
    leave += [c for c in noun.subtree if is_noun_clause(c) and c.i > noun.i and _comma_before(c)]
    leave += [
        c
        for c in noun.children
        if c.dep_ == "prep" and c.i > noun.i and c.lower_ not in {"of", "from", "for", "in", "at"}
    ]
    leave += [day for day in day_phrases(noun) if day.i > noun.i]
    return _unbroken(clause(noun, without=leave), noun)


def _comma_before(token: Token) -> bool:
    left, commas = token.left_edge, {",", "--", "—", "–", "("}
    return left.text in commas or (left.i > 0 and left.nbor(-1).text in commas)


def _unbroken(tokens: list[Token], head: Token) -> list[Token]:
    """The stretch of tokens around the head that has no gap but punctuation."""
    places = {t.i for t in tokens}
    doc = head.doc
    low = high = head.i
    while low - 1 in places or (low - 2 in places and doc[low - 1].is_punct and doc[low - 1].text != '"'):
        low -= 1
    while high + 1 in places or (high + 2 in places and doc[high + 1].is_punct and doc[high + 1].text == "-"):
        high += 1
    return trimmed(list(doc[low : high + 1]))


def compounds(noun: Token) -> list[Token]:
    """What stands before a noun as part of its name or title: compound, amod, nmod, poss."""
    return [c for c in noun.children if c.dep_ in {"compound", "amod", "nmod", "nummod"} and c.i < noun.i]


def possessor(noun: Token) -> Token | None:
    """Whose: "Orland's envoy" -> Orland, "her claim" -> her."""
    return child(noun, "poss")


def adjectives_behind(noun: Token) -> list[Token]:
    """ "called the measures illegal", where the parse hangs the adjective on the noun."""
    return [c for c in children(noun, "amod") if c.i > noun.i and c.tag_ == "JJ"]


def is_compared(adjective: Token) -> bool:
    """ "more likely", "twice as likely": a measure, not a doubt."""
    compared = {"more", "less", "most", "least", "as", "times", "twice", "equally"}
    return any(c.i < adjective.i and c.lower_ in compared for c in adjective.subtree)


def appositions(noun: Token) -> list[Token]:
    """What a noun is called beside its name: "Vessa, the envoy" -> envoy."""
    return children(noun, "appos")


def predicate(verb: Token) -> Token | None:
    """ "is the envoy" -> envoy, "is ready" -> ready."""
    return child(verb, "attr", "acomp", "oprd")


def relative_clauses(noun: Token) -> list[Token]:
    """The verbs of the clauses on a noun: "the land it has occupied" -> occupied; participles too."""
    return children(noun, "relcl", "acl")


def conditions(verb: Token) -> list[Token]:
    """The verbs of "if" and "unless" clauses on a verb."""
    return [
        c for c in children(verb, "advcl") if any(m.lower_ in {"if", "unless", "provided"} for m in children(c, "mark"))
    ]


def accompanying(verb: Token) -> list[Token]:
    """The verbs of "-ing" clauses beside a verb or its subject: "speaking in Vessa, ...", "Orland, speaking ...,"."""
    owner = own_subject(verb)
    beside = [*children(verb, "advcl"), *(children(owner, "acl", "advcl") if owner is not None else ())]
    return [c for c in beside if c.tag_ == "VBG" and child(c, "mark", *SUBJECT) is None]


def is_shared(verb: Token) -> bool:
    """True for a verb that can have its subject from above: "said so, adding", "said so and left"."""
    return is_accompanying(verb) or verb.dep_ == "conj"


def is_accompanying(verb: Token) -> bool:
    """True for a "-ing" clause beside another verb: "will go, saying ..."."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and child(verb, "aux", "mark") is None


def is_conditional(verb: Token) -> bool:
    """True for a verb inside an "if" clause."""
    mark = child(verb, "mark")
    return mark is not None and mark.lower_ in {"if", "unless", "whether"}


def sharing_time(verb: Token) -> list[Token]:
    """The verbs whose time is a verb's own.

    "cut the rate on Sunday and said", "left on Sunday, saying", "reached on Sunday, she said".
    """
    first = first_conjunct(verb)
    same = first.i != verb.i and own_subject(verb) is None and is_verb(first)
    before = [c for c in children(first, "advcl") if c.i < first.i and c.tag_ in {"VBN", "VBG"} and not is_marked(c)]
    return [*([first] if same else [verb.head] if is_accompanying(verb) else []), *before]


def is_marked(verb: Token) -> bool:
    """True for a clause that a conjunction opens: "after leaving"."""
    return child(verb, "mark") is not None


def is_perfect(verb: Token) -> bool:
    """True for "has left", "to have left"."""
    return verb.tag_ in {"VBN", "VBD"} and any(helper.lemma_ == "have" for helper in auxiliaries(verb))


def is_beside(verb: Token) -> bool:
    """True for a clause that the sentence is interrupted by, or ends with: "he was out, she said"."""
    return bool(verb.dep_ == "parataxis")


def is_finite(token: Token) -> bool:
    """True for a verb with a tense of its own, or with an auxiliary that has one: "left", "will leave"."""
    finite = {"VBD", "VBZ", "VBP"}
    return is_verb(token) and (token.tag_ in finite or any(a.tag_ in {*finite, "MD"} for a in auxiliaries(token)))


def is_infinite(verb: Token) -> bool:
    """True for "leave", "to leave", "be freed": a form without tense that begins with the bare verb."""
    return not is_finite(verb) and any(t.tag_ == "VB" for t in (verb, *auxiliaries(verb)))


def opens_clause(token: Token) -> bool:
    """True for the "that" of a clause."""
    return token.lower_ == "that" and token.dep_ == "mark"


def opens_adverbially(verb: Token) -> bool:
    """True for a clause that tells when, why or on which terms: "as Vessa left", "when the war ends"."""
    return any(c.i < verb.i and (c.dep_ == "mark" or c.tag_ == "WRB") and c.lower_ != "that" for c in verb.children)


def coordinate_clauses(verb: Token, heads: Iterable[Token] = ()) -> list[Token]:
    """The verbs of clauses with a "that" of their own that go on from one: "that she left and that he came".

    They stand below it, behind an "and that", or beside it among ``heads``.
    """
    below = {t.head.i: t.head for t in verb.subtree if opens_clause(t) and t.head.dep_ == "conj"}
    joined = {i: c for i, c in below.items() if is_conjunction(marker_before(c))}
    beside = {c.i: c for c in heads if c.i > verb.i and any(opens_clause(t) for t in c.children)}
    return [c for _, c in sorted((joined | beside).items())]


def marker_before(verb: Token) -> Token:
    """The word before the word that opens a clause."""
    opener = next(t for t in verb.children if opens_clause(t))
    return opener.nbor(-1) if opener.i else opener


def marker(verb: Token) -> Token | None:
    """The word that opens a clause: that, whether, if, because."""
    return child(verb, "mark")


def adverbs(verb: Token) -> list[Token]:
    """The adverbs of a verb."""
    return children(verb, "advmod")


def is_root(token: Token) -> bool:
    """True for the head of a sentence."""
    return bool(token.dep_ == "ROOT")


def is_main(verb: Token) -> bool:
    """True for the verb of a sentence, or one coordinated with it."""
    return is_root(first_conjunct(verb))


def above(token: Token) -> Iterator[Token]:
    """The heads above a token, nearest first."""
    while token.head.i != token.i:
        token = token.head
        yield token


PEOPLE_ENDINGS = ("", "n", "ns", "an", "ans", "ian", "ians", "ese", "i", "is", "ish", "er", "ers", "ic")


def is_people_of(people: str, place: str) -> bool:
    """ "Kestrian" for "Kestria", "Morvani" for "Morvane": the place's name, up to its last two letters, with an ending.

    >>> is_people_of("Kestrian", "Kestria"), is_people_of("Morvani", "Morvane"), is_people_of("Martian", "Mars")
    (True, True, False)
    """
    if people == place or len(people) < len(place):
        return False
    return any(
        len(stem) >= 4 and people.startswith(stem) and people[len(stem) :] in PEOPLE_ENDINGS
        for stem in (place, place[:-1], place[:-2])
    )


def is_title_infinitive(verb: Token) -> bool:
    """ "Kestria and Orland to hold talks": what is to come, as headlines tell it."""
    above_it = verb.head
    return verb.dep_ == "acl" and has_to(verb) and above_it.dep_ == "ROOT" and above_it.pos_ in {"PROPN", "NOUN"}


def members(noun: Token) -> list[Token]:
    """All of a list, also where the parse hangs its end as an apposition: "the junta, Orland and Kestria".

    Of "the king, Harald, and the envoy" the name is the king's, and the envoy the other.
    """
    out = conjuncts(noun)
    for beside in appositions(noun):
        listed = conjuncts(beside)
        closed = len(listed) > 1 and any(t.text == "," for t in noun.doc[beside.i + 1 : listed[1].left_edge.i])
        out += listed[1:] if closed else listed if len(listed) > 1 else []
    return out


def title_subjects(verb: Token) -> list[Token]:
    """ "Vessa, Dahl discuss border", "Vessa, Dahl to meet": the names that a headline joins by a comma."""
    named = [*children(verb, "nsubj"), *([verb.head] if is_title_infinitive(verb) else [])]
    listed = [t for t in sorted(named, key=lambda t: t.i) if t.pos_ == "PROPN" and t.i < verb.i]
    return listed if len(listed) == 2 and listed[0].nbor().text == "," else []


def receivers(verb: Token) -> list[Token]:
    """To whom something is given: "gave Dahl an audience"."""
    return [c for c in children(verb, "dative") if c.pos_ in NOMINAL]


def is_adverbial(verb: Token) -> bool:
    """True for a clause that tells when, why or to what end: "flew out to meet", "after they met"."""
    return bool(verb.dep_ == "advcl")


def is_complement(verb: Token) -> bool:
    """True for a clause that completes a verb: "said she would meet", "plans to meet"."""
    return verb.dep_ in {"ccomp", "xcomp"}


def is_bare(verb: Token) -> bool:
    """True for "meet" without "to" or helper, and no present tense: "demanded that she meet", "Meet her!"."""
    return verb.tag_ == "VB" and not has_to(verb) and not auxiliaries(verb)


def is_gerund(verb: Token) -> bool:
    """True for an "-ing" form without helper: "after meeting her"."""
    return verb.tag_ == "VBG" and not auxiliaries(verb)


def is_progressive(verb: Token) -> bool:
    """True for "are meeting", "are holding"."""
    return verb.tag_ == "VBG" and bool(auxiliaries(verb))


def is_joined(token: Token) -> bool:
    """True for what an "and" joins to something before it."""
    return bool(token.dep_ == "conj")


def adjectives(noun: Token) -> list[Token]:
    """The words before a noun that qualify it: "planned" talks, "no" meeting."""
    return [c for c in noun.children if c.i < noun.i and c.dep_ in {"amod", "compound", "det", "neg", "nmod"}]


def name_beside(noun: Token) -> Token | None:
    """The person named right behind a title or a comma, wherever the parse hangs the name: "director, Ana Vessa"."""
    at = noun.i + 1
    if at < len(noun.doc) and noun.doc[at].text == ",":
        at += 1
    if at >= noun.sent.end or noun.doc[at].ent_type_ != "PERSON" or noun.doc[at].ent_iob_ != "B":
        return None
    while at + 1 < noun.sent.end and noun.doc[at + 1].ent_iob_ == "I":
        at += 1
    closed = at + 1 < noun.sent.end and noun.doc[at + 1].text == ","
    return noun.doc[at] if noun.nbor().text != "," or closed else None


def day_phrases(noun: Token) -> list[Token]:
    """The prepositions of days inside a phrase: "officials from the port on Monday" -> on."""
    return [t for t in noun.subtree if t.dep_ == "prep" and any(c.ent_type_ == "DATE" for c in t.children)]


def displaced_subject(verb: Token) -> Token | None:
    """The subject of a clause before "X said" that the parse hangs on "said": "Vessa is due to go, officials said"."""
    above_it = verb.head
    if verb.dep_ != "ccomp" or own_subject(verb) is not None or above_it.i < verb.i:
        return None
    found = children(above_it, *SUBJECT)
    return found[0] if len(found) > 1 and found[0].i < verb.i < found[-1].i else None


def hyphenated(noun: Token) -> list[Token]:
    """The two names joined before a noun: "Kestria-Morvane talks"."""
    if noun.i - noun.sent.start < 3 or noun.nbor(-2).text not in {"-", "–"}:
        return []
    names = [noun.nbor(-3), noun.nbor(-1)]
    return names if all(t.pos_ == "PROPN" for t in names) else []


def to_words(verb: Token) -> list[Token]:
    """The "to" of an infinitive, the "that" of a clause, the "for" of both: what leads to it and says nothing."""
    return [c for c in verb.children if (c.lower_ in {"to", "for"} and c.dep_ in {"aux", "mark"}) or opens_clause(c)]


def opens_terms(mark: Token) -> bool:
    """True for the "if", "unless" or "until" of a clause that tells on which terms a verb holds."""
    if mark.dep_ != "mark" or mark.lower_ not in TERMS:
        return False
    return mark.head.dep_ == "advcl" or (
        mark.lower_ in {"unless", "until"} and mark.head.dep_ in {"ccomp", "parataxis"}
    )


def terms(verb: Token) -> Iterator[tuple[Token, Token]]:
    """(opener, verb) of the clauses that tell on which terms a verb holds: "unless the fees are paid"."""
    for c in children(verb, "advcl"):
        mark = child(c, "mark")
        if mark is not None and opens_terms(mark):
            yield mark, c


def adverbial_clauses(verb: Token) -> list[Token]:
    """The verbs of the clauses that tell when, why or on which terms a verb holds."""
    return children(verb, "advcl")


def is_pending(verb: Token) -> bool:
    """True for what is told as a condition or a time to come: "unless Orland accepts", "until Orland accepts"."""
    mark = child(verb, "mark")
    return mark is not None and mark.lower_ in PENDING


def is_counterfactual(verb: Token) -> bool:
    """ "Had Vessa insisted": a helper before its subject, and no question."""
    asked, helpers = own_subject(verb), auxiliaries(verb)
    return verb.dep_ == "advcl" and asked is not None and any(h.lower_ == "had" and h.i < asked.i for h in helpers)


def additions(noun: Token) -> list[Token]:
    """What goes on after a phrase: what is joined to it, and clauses and names behind a comma."""
    behind = children(noun, "relcl", "acl", "appos", "parataxis")
    return [*children(noun, "conj", "cc", "preconj"), *(c for c in behind if _comma_before(c) and c.i > noun.i)]


def is_absent(noun: Token) -> bool:
    """ "no demands", "any offer": none that there is."""
    return any(c.dep_ in {"det", "neg", "advmod"} and c.lower_ in {"no", "any", "not", "never"} for c in noun.children)


def is_indefinite(noun: Token) -> bool:
    """True for "a plan", "an offer"."""
    return any(c.lower_ in {"a", "an"} and c.dep_ == "det" for c in noun.children)


def remarks(head: Token) -> list[Token]:
    """ "..., a condition that Orland rejected", "..., which it lost": asides behind a comma, anywhere below."""
    beside = [t for t in head.subtree if t.i > head.i and _comma_before(t)]
    return [t for t in beside if t.dep_ == "relcl" or (t.dep_ == "appos" and is_indefinite(t))]


def noun_clauses(noun: Token) -> list[Token]:
    """The verbs of all clauses on a noun: "the idea that she left", "the land it has occupied"."""
    return children(noun, "relcl", "acl", "ccomp")


def gerund_after(verb: Token) -> Token | None:
    """ "ruled out handing it back": the gerund right behind a verb and its particle, whatever the parse calls it."""
    last = verb_group(verb)[-1].i
    return next((c for c in children(verb, "xcomp", "advcl") if c.tag_ == "VBG" and c.i == last + 1), None)


def is_mandated(verb: Token) -> bool:
    """ "that Vessa return it", "that he be freed": no form that would tell of a fact."""
    someone = own_subject(verb)
    singular = someone is not None and someone.tag_ in {"NN", "NNP", "PRP"} and someone.lower_ not in PLURAL_PRONOUNS
    return not auxiliaries(verb) and (
        verb.tag_ == "VB" or (verb.tag_ == "VBP" and singular and not _is_several(someone))
    )


def _is_several(noun: Token | None) -> bool:
    """True for a subject of several: "Vessa and Dahl"."""
    return noun is not None and child(noun, "conj") is not None


def is_comparative(adjective: Token) -> bool:
    """ "stronger", "weakest"."""
    return adjective.tag_ in {"JJR", "JJS"}


def is_of_thing(clause: Token) -> bool:
    """ "Corvane, which Vessa has led": a clause on a noun that is no person."""
    return any(t.lower_ == "which" for t in clause.children)
