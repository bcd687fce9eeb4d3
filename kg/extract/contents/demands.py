"""Demands and conditions: who demands what, of whom, and as a condition for what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract import cues
from kg.extract.found import Found, kept
from kg.extract.matters import (
    UNSAID,
    Fields,
    Matter,
    actor,
    actors,
    claim,
    content,
    is_aside,
    is_put,
    objects,
    of_clause,
    of_noun,
    put,
    text_of,
)
from kg.extract.people import can_speak
from kg.extract.sources import source_of
from kg.model import Content, Mention

# Verbs and what of theirs is demanded: a noun, a clause of its own, what somebody is to do, what stands behind "for"
VERBS = {
    "demand": frozenset({"noun", "clause", "infinitive"}),
    "insist": frozenset({"on", "wish"}),
    "call": frozenset({"for", "infinitive"}),
    "appeal": frozenset({"for", "infinitive"}),
    "plead": frozenset({"for"}),
    "ask": frozenset({"for", "infinitive"}),
    "urge": frozenset({"noun", "wish", "infinitive"}),
    "press": frozenset({"infinitive"}),
    "order": frozenset({"infinitive", "wish"}),
    "instruct": frozenset({"infinitive"}),
    "tell": frozenset({"infinitive"}),
    "require": frozenset({"infinitive", "wish"}),
    "request": frozenset({"noun", "wish"}),
    "want": frozenset({"right", "small", "infinitive"}),
    "give": frozenset({"deadline"}),
}
CALLING = frozenset({"call", "appeal", "plead"})
# Nouns of demanding by themselves; and all that can be answered as a demand
NOUNS = frozenset("demand call appeal insistence".split())
ASKED = NOUNS | frozenset("request condition term ultimatum requirement".split())
# "wants guarantees", "wants the return of": what is wanted of somebody else
RIGHTS = frozenset(
    "guarantee compensation release return apology withdrawal pullback removal reparation freeze halt explanation "
    "inquiry reform recognition assurance concession ceasefire truce pardon resignation".split()
)
PUBLIC = frozenset({"GPE", "ORG", "NORP"})
LEAVING = frozenset("withdrawal pullback retreat removal return resignation".split())
TERMS = frozenset("condition precondition requirement prerequisite term price".split())
LISTED = TERMS - {"price"} | {"demand", "ultimatum"}
LISTING = frozenset("set make lay impose issue spell attach present repeat reiterate renew".split())
# "demand for oil rose": what is bought
MARKET = frozenset(
    "oil gas fuel energy electricity power steel coal grain wheat rice food car vehicle home housing house good "
    "product service loan credit gold copper metal water export import travel ticket flight chip worker labor labour "
    "property bond dollar currency timber fish meat milk coffee cotton equipment technology software".split()
)
TRADED = frozenset("rise fall grow drop boost meet outstrip exceed soar weaken slow cool surge slump fuel".split())
WOULD = frozenset({"will", "would", "'ll", "’ll", "wo"})
# "would boycott it until", "ruled out talks until"
WITHHOLDING = frozenset("refuse boycott withhold block reject suspend freeze rule".split())
# Not on terms, but in time: "will not be back until", "will not know until"
IN_TIME = frozenset("be know return start begin have see come arrive happen end play become learn".split())


@kept
def find(doc: Doc) -> Iterator[Found]:
    """The demands and conditions of a doc, in the order of its words."""
    for token in doc:
        lemma = token.lemma_.lower()
        if syntax.is_verb(token):
            if lemma in VERBS and is_put(token):
                yield from _demanded(token, lemma)
            elif lemma in LISTING and is_put(token):
                yield from _made_condition(token)
                yield from _listed(token)
        elif syntax.opens_terms(token):
            yield from _ultimatum(token.head.head)
        elif lemma in NOUNS and token.pos_ == "NOUN":
            yield from _by_noun(token, lemma)


# --- "demanded an apology from Orland", "called on Vessa to leave", "insists that Dahl resign"


def _demanded(verb: Token, lemma: str) -> Iterator[Found]:
    agents = actors(source_of(verb))
    if not agents:
        return
    for matter in _matters(verb, VERBS[lemma]):
        if is_unsaid(matter):
            continue
        what, heard = _addressed(verb, matter)
        made = put("Demand", "demands", agents, what, verb, heard)
        outcome = _condition_for(verb, matter)
        whole = _on_condition(made, outcome) if outcome is not None else made
        yield Found(whole, verb, presupposed=is_aside(verb))


def is_unsaid(matter: Matter) -> bool:
    """ "asked for comment", "asked not to be named", "refused to say"."""
    mute = cues.MUTE | cues.ANONYMOUS if syntax.is_verb(matter.head) else UNSAID
    return matter.head.lemma_.lower() in mute or not matter.text


def _matters(verb: Token, frames: frozenset[str]) -> Iterator[Matter]:
    """What is demanded, by the first frame that there is."""
    to = syntax.infinitive(verb)
    clauses = [c for c in syntax.clause_complements(verb) if c.i > verb.i and not syntax.has_to(c)]
    nouns = [o for o in objects(verb) if not syntax.stands_for_another(o)]
    behind = [(p, g) for p, g in syntax.prepositions(verb, "for", "on") if p.lower_ in frames and g.i > verb.i]
    if verb.lemma_ in CALLING and syntax.objects(verb):
        return  # "called the envoy home for talks"
    if clauses and ("clause" in frames or ("wish" in frames and _is_wish(clauses[0]))):
        yield of_clause(clauses[0], _actor_of(clauses[0]))
    elif clauses and "small" in frames and not syntax.is_finite(clauses[0]):
        yield of_clause(clauses[0])  # "wants the levy scrapped"
    elif "deadline" in frames:
        if (
            to is not None
            and nouns
            and nouns[-1].ent_type_ in {"DATE", "TIME"}
            and (doer := _doer(verb, to)) is not None
        ):
            yield of_clause(to, doer)  # "gave Orland ten days to leave"
    elif "infinitive" in frames and to is not None and (doer := _doer(verb, to)) is not None:
        yield _to_be_done(to, doer)
    elif "infinitive" in frames and to is not None and verb.lemma_ == "demand" and not nouns:
        yield of_clause(to)  # "demanded to see it"
    elif "noun" in frames and nouns:
        yield from (m for noun in nouns for m in of_noun(noun, verb))
    elif "right" in frames and nouns:
        yield from _rights(verb, nouns)
    elif behind and behind[0][1].ent_type_ not in {"DATE", "TIME"}:
        governed = behind[0][1]
        yield from [of_clause(governed)] if syntax.is_verb(governed) else of_noun(governed)


def _actor_of(clause: Token) -> Token | None:
    """ "demanded that Dahl resign": Dahl; "that the levy be withdrawn": nobody who can act."""
    own = syntax.own_subject(clause)
    return own if own is not None and actor(own) is not None else None


def _is_wish(clause: Token) -> bool:
    """ "insisted that Dahl resign", "that he must go"; not "that he had gone"."""
    helpers = {h.lower_ for h in syntax.auxiliaries(clause)}
    return bool(helpers & {"must", "should"}) or syntax.is_infinite(clause) or syntax.is_mandated(clause)


def _doer(verb: Token, to: Token) -> Token | None:
    """Who is to do it: "urged Orland to go", "called on Orland to go", "called for Orland to go"."""
    if syntax.is_passive(verb):
        return syntax.own_subject(verb)
    behind = [g for _, g in syntax.prepositions(verb, "on", "upon", "to", "for")]
    near = [*syntax.objects(verb), *[t for t in [syntax.own_subject(to)] if t is not None], *behind]
    wanted = [t for t in near if verb.i < t.i < to.i]
    if verb.lemma_ == "want":  # "Kestria wants Orland to leave", not "she wants her son to sleep"
        return next((t for t in wanted if (m := actor(t)) is not None and m.kind in PUBLIC), None)
    people = (
        t for t in wanted if can_speak(t) or syntax.is_pronoun(t) or (syntax.is_object(t) and syntax.is_plural(t))
    )
    return next(people, None)


def _to_be_done(to: Token, doer: Token) -> Matter:
    """ "urged Orland to go"; who only bears it belongs to the matter: "called for the men to be freed"."""
    if not syntax.is_passive(to):
        return of_clause(to, doer)
    words = {t.i: t for t in [*syntax.phrase(doer), *of_clause(to, doer).words]}
    return Matter(to, tuple(words[i] for i in sorted(words)))


def _rights(verb: Token, nouns: list[Token]) -> Iterator[Matter]:
    """ "wants guarantees", "wants the navy out of its waters"; not "wants a holiday"."""
    away = [p for p, _ in syntax.prepositions(verb, "out") if p.i > nouns[0].i]
    if away:
        yield Matter(verb, (*syntax.clause(nouns[0]), *syntax.clause(away[0])))
    else:
        yield from (m for noun in nouns for m in of_noun(noun) if m.head.lemma_.lower() in RIGHTS)


def _addressed(verb: Token, matter: Matter) -> tuple[Matter, Mention | None]:
    """The matter, and whom it is demanded of: "demanded it from Orland", "asked Orland for it"."""
    told = [o for o in syntax.objects(verb) if o.i != matter.head.i and can_speak(o)]
    if told:
        return matter, actor(told[0])
    if matter.head.lemma_ in LEAVING:  # "the withdrawal from Osk"
        return matter, None
    for above in (matter.head, verb):
        for preposition, governed in syntax.prepositions(above, "from"):
            if can_speak(governed) and not syntax.is_verb(matter.head):
                inside = {t.i for t in preposition.subtree}
                return Matter(matter.head, tuple(t for t in matter.words if t.i not in inside)), actor(governed)
    return matter, None


# --- "as a condition for", "made it a condition of", "set out three conditions"


def _condition_for(verb: Token, matter: Matter) -> Content | None:
    """ "demanded land as a condition for ending the war": the outcome."""
    below = [g for above in (verb, matter.head) for _, g in syntax.prepositions(above, "as")]
    return next((out for term in below if (out := _outcome(term)) is not None), None)


def _outcome(term: Token, above: Token | None = None) -> Content | None:
    """ "a condition of any ceasefire", "set terms for a summit": what depends on it."""
    if term.lemma_.lower() not in TERMS or syntax.is_absent(term):
        return None
    governed = next((g for _, g in syntax.prepositions(above or term, "for", "of", "to", "on")), None)
    if governed is None:
        return None
    return claim(syntax.clause(governed, without=[*syntax.additions(governed), *syntax.appositions(governed)]))


def _on_condition(made: Content, outcome: Content) -> Content:
    """A demand that something depends on."""
    matter = str(made.get("matter"))
    fields = [(n, v if n != "matter" else matter.split(" as a ")[0].split(" as the ")[0]) for n, v in made.fields]
    gist = "{agent} makes it a condition for {conditionFor}: {matter}"
    return replace(made, kind="Condition", fields=(*fields, ("conditionFor", outcome)), gist=gist)


def _made_condition(verb: Token) -> Iterator[Found]:
    """ "made the withdrawal a condition of talks"; "it" is what the clause before says."""
    agents = actors(source_of(verb))
    called = [*syntax.secondary_predicates(verb), *[t for t in [syntax.predicate(verb)] if t is not None]]
    outcome = next((out for term in called if (out := _outcome(term)) is not None), None)
    if not agents or outcome is None:
        return
    for thing in objects(verb):
        words = _clause_before(verb) if thing.lower_ in {"it", "that", "this"} else syntax.clause(thing)
        if words:
            fields: Fields = [("agent", a) for a in agents]
            fields += [("matter", text_of(words)), ("conditionFor", outcome)]
            gist = "{agent} makes it a condition for {conditionFor}: {matter}"
            yield Found(content("Condition", fields, gist, [*words, *syntax.clause(verb)]), verb)


def _clause_before(verb: Token) -> list[Token]:
    """ "officials say Orland must go, and Vessa made it a condition": that Orland must go."""
    first = syntax.first_conjunct(verb)
    if first.i == verb.i:
        return []
    told = next(iter(syntax.clause_complements(first)), first)
    return syntax.clause(told, without=[verb, *syntax.to_words(told)])


def _listed(verb: Token) -> Iterator[Found]:
    """ "set out three conditions: a truce and ...", "set terms for a summit"; not "set no conditions"."""
    agents = actors(source_of(verb))
    for noun in objects(verb):
        if noun.lemma_.lower() not in LISTED or syntax.is_absent(noun) or not agents:
            continue
        if syntax.is_definite(noun) and sum(1 for _ in noun.children) == 1:
            continue  # "set out the condition": told before
        if syntax.is_noun_clause(syntax.first_conjunct(verb)):
            continue  # "the demands made by Orland": not told which
        outcome = _outcome(noun) or _outcome(noun, verb)
        for matter in _items(noun, verb):
            made = put("Demand", "sets" if matter.head.i == noun.i else "demands", agents, matter, verb)
            yield Found(_on_condition(made, outcome) if outcome is not None else made, verb)


def _items(noun: Token, verb: Token) -> list[Matter]:
    """ "three conditions for a summit: a truce and an apology": what is listed, else the noun itself."""
    below = [noun, *(g for above in (noun, verb) for _, g in syntax.prepositions(above, "for"))]
    listed = [m for t in below for a in syntax.appositions(t) for m in of_noun(a)]
    return listed or [Matter(noun, tuple(syntax.clause(noun)))]


# --- "would talk only if Orland withdrew", "will not sign until", "threatened to leave unless"


def _ultimatum(verb: Token) -> Iterator[Found]:
    for mark, clause in syntax.terms(verb):
        words = [t for t in syntax.clause(clause, without=[mark]) if t.i != mark.i - 1]
        if syntax.is_beside(verb) and syntax.is_verb(verb.head):
            verb = verb.head  # "would sign, she said, only if"
        top = verb
        while syntax.is_open_complement(top) and syntax.is_verb(top.head):
            top = top.head
        agents = actors(syntax.subject(top))
        if not agents or len(words) < 2 or clause.lemma_ == "do" or not _is_exacting(verb, top, mark):
            continue
        doer = syntax.own_subject(clause)
        heard = actor(doer) if doer is not None and not syntax.is_passive(clause) else None
        fields: Fields = [("agent", a) for a in agents]
        if heard is not None and heard.name not in {a.name for a in agents}:
            fields.append(("recipient", heard))
        fields += [("matter", text_of(words)), ("conditionFor", _at_stake(verb, mark, clause))]
        gist = "{agent} makes it a condition for {conditionFor}: {matter}"
        yield Found(
            content("Condition", fields, gist, [top, *syntax.clause(verb)]),
            syntax.own_subject(top) or (mark if top.i == verb.i else top),
        )


def _is_exacting(verb: Token, top: Token, mark: Token) -> bool:
    """True where somebody says what he does, or leaves undone, on which terms."""
    negative, helpers = syntax.negation(verb) is not None, {h.lower_ for h in syntax.auxiliaries(verb)}
    meant = bool(helpers & WOULD) or (top.i != verb.i and top.lemma_ in {"threaten", "vow", "refuse", "promise"})
    withheld = verb.lemma_ in WITHHOLDING or top.lemma_ in WITHHOLDING
    if top.i != verb.i and syntax.negation(top) is not None:
        return False
    if mark.lower_ == "if":
        return meant and mark.i > 0 and mark.nbor(-1).lower_ == "only"
    if mark.lower_ == "until":
        kept = negative and bool(helpers & WOULD) and verb.lemma_ not in IN_TIME
        return kept or (withheld and (meant or is_put(verb)))
    return mark.lower_ == "unless" and (meant or (withheld and is_put(verb)))


def _at_stake(verb: Token, mark: Token, clause: Token) -> Content:
    """What depends on the terms: "sign", "not cut the supply"."""
    if verb.lemma_ in {"rule", "reject"} and (barred := objects(verb)):
        return claim(syntax.clause(barred[0], without=[clause]))
    subject = syntax.own_subject(verb)
    leave = [clause, *syntax.auxiliaries(verb), *syntax.to_words(verb), *syntax.accompanying(verb)]
    leave += [t for t in verb.children if syntax.is_beside(t)] + ([subject] if subject is not None else [])
    opener = syntax.opener(verb)
    if opener is not None and opener.i < verb.i:
        leave.append(opener)
    denied = syntax.negation(verb)
    if denied is not None:
        leave.append(denied)
    words = [t for t in syntax.clause(verb, without=leave) if t.i != mark.i - 1 or t.lower_ != "only"]
    positive = denied is None and verb.lemma_ not in WITHHOLDING
    text = text_of(syntax.trimmed(words))
    return claim(words, f"not {text}" if mark.lower_ == "unless" and positive else text)


# --- "Orland's demand for an apology", "renewed her call for talks"


def _by_noun(noun: Token, lemma: str) -> Iterator[Found]:
    verb, owner = noun.head, syntax.possessor(noun)
    light = syntax.is_object(noun) and verb.lemma_.lower() in cues.LIGHT and is_put(verb)
    revoked = syntax.is_object(noun) and verb.lemma_.lower() in cues.REVOKING
    by = [g for _, g in syntax.prepositions(noun, "by", "from") if can_speak(g)] if owner is None else []
    agents = actors(owner) or (actors(source_of(verb)) if light else ()) or actors(next(iter(by), None))
    if not agents or revoked or syntax.is_absent(noun):
        return
    for matter in _of_noun(noun):
        if _is_traded(noun, matter) or is_unsaid(matter):
            continue
        what, heard = _addressed(noun, matter)
        made = put("Demand", "demands", agents, what, noun, heard)
        yield Found(made, verb if light and owner is None else noun, presupposed=not light or owner is not None)


def _of_noun(noun: Token) -> Iterator[Matter]:
    for c in syntax.relative_clauses(noun):
        that = any(syntax.opens_clause(t) for t in c.children)
        if c.i > noun.i and (syntax.has_to(c) or (that and _is_wish(c))):
            yield of_clause(c, _actor_of(c))
            return
    for _, governed in syntax.prepositions(noun, "for", *(("on",) if noun.lemma_ == "insistence" else ())):
        if governed.pos_ in {"NOUN", "PROPN"}:
            yield from of_noun(governed)


def _is_traded(noun: Token, matter: Matter) -> bool:
    """ "China's demand for steel", "demand for homes rose"."""
    below = {t.lemma_.lower() for t in [matter.head, *syntax.compounds(matter.head)]}
    traded = noun.head.lemma_.lower() in TRADED and syntax.is_subject(noun)
    return noun.lemma_ == "demand" and not syntax.is_plural(noun) and (bool(below & MARKET) or traded)
