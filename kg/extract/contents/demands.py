"""Demands and conditions: who demands what, of whom, and as a condition for what."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract import conditions
from kg.extract.bargain_words import (
    DEMANDING,
    DEMANDS,
    DEPENDENT,
    LISTING,
    RIGHTS,
    TERMS,
    TYING,
)
from kg.extract.demand_nouns import by_noun, equated, listed
from kg.extract.found import Found, kept
from kg.extract.matters import (
    Matter,
    actor,
    actor_of,
    addressed,
    claim,
    is_aside,
    is_put,
    is_unsaid,
    is_wish,
    makers,
    objects,
    of_clause,
    of_noun,
    put,
    with_particle,
)
from kg.extract.mentions import BODIES
from kg.extract.people import can_speak
from kg.extract.requirements import by_deadline, by_modal, by_need
from kg.model import Content

EQUATED = TERMS | {"demand", "ultimatum"}
AT_ONCE = frozenset({"must", "should"})
LEADING = frozenset(word.partition("_")[0] for word in DEMANDING)
CALLING = frozenset({"call", "appeal", "plead"})
# "marched to demand": what people do to be heard
ACTING = frozenset(
    "march rally gather walk strike protest write demonstrate down picket assemble phone call travel fly".split()
)
# "Kestria wants its ministry to act": who is wanted to do something, beside whoever is named
OFFICES = BODIES | frozenset("president minister club judge governor mayor lawmaker senator regulator firm".split())


@kept
def find(doc: Doc) -> Iterator[Found]:
    """The demands and conditions of a doc, in the order of its words."""
    for token in doc:
        lemma = token.lemma_.lower()
        if syntax.is_verb(token):
            yield from _by_verb(token, lemma)
        elif syntax.opens_terms(token):
            yield from conditions.by_clause(token, token.head, token.head.head)
        elif token.lower_ in {"when", "after", "once", "as"}:
            yield from _by_opener(token)
        elif token.pos_ == "NOUN":
            if lemma in DEMANDS:
                yield from by_noun(token)
            if lemma in EQUATED:
                yield from equated(token)
            if lemma == "condition":
                yield from _on_condition_that(token)
            elif lemma in {"return", "exchange"}:
                yield from conditions.by_exchange(token)
        elif token.lower_ == "without":
            yield from conditions.by_lack(token)
        elif lemma in DEPENDENT:
            yield from conditions.by_adjective(token)


def _by_verb(verb: Token, lemma: str) -> Iterator[Found]:
    if verb.lower_ in AT_ONCE:
        yield from by_modal(verb)
    elif verb.lower_ == "provided":
        near = [c for above in (verb, verb.head) for c in syntax.adverbial_clauses(above) if c.i > verb.i]
        for clause in near[:1]:
            yield from conditions.by_clause(verb, clause, verb.head)
    elif lemma in LISTING and is_put(verb):
        yield from conditions.by_making(verb)
        yield from listed(verb)
    elif lemma in TYING and is_put(verb):
        yield from conditions.by_tying(verb)
    if lemma in {"have", "need"}:
        yield from by_need(verb)
    if lemma in LEADING:
        frames = DEMANDING.get(with_particle(verb, lemma, DEMANDING), frozenset())
        if "deadline" in frames:
            yield from by_deadline(verb)
        elif frames and (is_put(verb) or _is_purpose(verb)):
            yield from _demanded(verb, frames)


def _is_purpose(verb: Token) -> bool:
    """ "marched to demand", "wrote to urge": done by what was done."""
    return syntax.has_to(verb) and syntax.is_adverbial(verb) and verb.head.lemma_ in ACTING and is_put(verb.head)


def _by_opener(opener: Token) -> Iterator[Found]:
    """ "would sign only when Orland left", "as long as Orland pays"."""
    clause = opener.head
    only = opener.i > 0 and opener.nbor(-1).lower_ == "only"
    if (only or opener.lower_ == "once") and syntax.is_adverbial(clause):
        yield from conditions.by_clause(opener, clause, clause.head)
    elif opener.i and opener.nbor(-1).lower_ == "long" and syntax.is_verb(clause) and syntax.is_finite(clause):
        above = syntax.governing_verb(clause.head)
        if above is not None:
            yield from conditions.by_clause(opener, clause, above)


def _on_condition_that(noun: Token) -> Iterator[Found]:
    """ "agreed to a truce on condition that Orland leaves"."""
    above = syntax.governing_verb(noun.head)
    for clause in syntax.noun_clauses(noun):
        if noun.head.lower_ == "on" and above is not None and any(syntax.opens_clause(t) for t in clause.children):
            yield from conditions.by_clause(next(t for t in clause.children if syntax.opens_clause(t)), clause, above)


# --- "demanded an apology from Orland", "called on Vessa to leave", "insists that Dahl resign"


def _demanded(verb: Token, frames: frozenset[str]) -> Iterator[Found]:
    agents = makers(verb)
    if not agents:
        return
    for matter in _matters(verb, frames):
        if is_unsaid(matter):
            continue
        what, heard = addressed(verb, matter)
        made = put("Demand", "demands", agents, what, verb, heard)
        outcome = _condition_for(verb, matter)
        whole = conditions.on_condition(made, outcome) if outcome is not None else made
        yield Found(whole, verb, presupposed=is_aside(verb))


def _matters(verb: Token, frames: frozenset[str]) -> Iterator[Matter]:
    """What is demanded, by the first frame that there is."""
    to = syntax.infinitive(verb)
    if to is not None and to.left_edge.i and to.left_edge.nbor(-1).text == ",":
        to = None  # "lobbied the ministry, to help the port"
    clauses = [c for c in syntax.clause_complements(verb) if c.i > verb.i and not syntax.has_to(c)]
    nouns = [o for o in objects(verb) if not syntax.stands_for_another(o)]
    behind = _behind(verb, frames)
    if "pressure" in frames and not any(noun.lemma_ == "pressure" for noun in nouns):
        return
    if verb.lemma_ in CALLING and syntax.objects(verb):
        return  # "called the envoy home for talks"
    if clauses and ("clause" in frames or ("wish" in frames and is_wish(clauses[0]))):
        yield of_clause(clauses[0], actor_of(clauses[0]))
    elif clauses and "small" in frames and not syntax.is_finite(clauses[0]):
        yield of_clause(clauses[0])  # "wants the levy scrapped"
    elif "infinitive" in frames and to is not None and (doer := _doer(verb, to, frames)) is not None:
        yield _to_be_done(to, doer)
    elif "infinitive" in frames and to is not None and verb.lemma_ == "demand" and not nouns:
        yield of_clause(to)  # "demanded to see it"
    elif "noun" in frames and nouns:
        yield from (m for noun in nouns for m in of_noun(noun, verb))
    elif "right" in frames and nouns:
        yield from _rights(verb, nouns)
    elif behind is not None:
        yield from [of_clause(behind)] if syntax.is_verb(behind) else of_noun(behind)


def _behind(verb: Token, frames: frozenset[str]) -> Token | None:
    """ "called for a truce", "insists on it"; not "pressed for days", "campaigned for Dahl"."""
    wanted = {"for", "on"} & frames
    governed = next((g for p, g in syntax.prepositions(verb, *wanted) if g.i > verb.i), None) if wanted else None
    if governed is None or governed.ent_type_ in {"DATE", "TIME"}:
        return None
    known = not syntax.stands_for_another(governed) and (
        "claim" not in frames or governed.lemma_.lower() in RIGHTS or syntax.is_verb(governed)
    )
    return governed if known else None


def _doer(verb: Token, to: Token, frames: frozenset[str]) -> Token | None:
    """Who is to do it: "urged Orland to go", "called on Orland to go", "called for Orland to go"."""
    if syntax.is_passive(verb):
        return syntax.own_subject(verb) or syntax.subject(verb)  # "Orland, asked to leave, stayed"
    behind = [g for _, g in syntax.prepositions(verb, "on", "upon", "to", "for", "with")]
    near = [*syntax.objects(verb), *[t for t in [syntax.own_subject(to)] if t is not None], *behind]
    wanted = [t for t in near if verb.i < t.i < to.i]
    if verb.lemma_ == "want" or "public" in frames:  # "Kestria wants Orland to leave", not "she wants her son to sleep"
        return next((t for t in wanted if _is_public(t)), None)
    if "person" in frames:
        return next((t for t in wanted if can_speak(t)), None)
    people = (
        t for t in wanted if can_speak(t) or syntax.is_pronoun(t) or (syntax.is_object(t) and syntax.is_plural(t))
    )
    return next(people, None)


def _is_public(token: Token) -> bool:
    someone = actor(token)
    return someone is not None and (someone.named or token.lemma_.lower() in OFFICES)


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
        yield from (m for noun in nouns for m in of_noun(noun) if _is_right(m.head))


def _is_right(noun: Token) -> bool:
    """ "an end to the siege", "an exchange": not "the end"."""
    lemma = noun.lemma_.lower()
    return (
        lemma in RIGHTS
        or noun.lower_ in RIGHTS
        or (lemma == "end" and any(True for _ in syntax.prepositions(noun, "to")))
    )


def _condition_for(verb: Token, matter: Matter) -> Content | None:
    """ "demanded land as a condition for ending the war", "wants land in return for a truce": the outcome."""
    below = [g for above in (verb, matter.head) for _, g in syntax.prepositions(above, "as")]
    outcome = next((out for term in below if (out := conditions.outcome_of(term)) is not None), None)
    if outcome is not None:
        return outcome
    inside = [g for _, g in syntax.prepositions(verb, "in") if g.lemma_ in {"return", "exchange"}]
    given = [g for term in inside for _, g in syntax.prepositions(term, "for")]
    return claim(syntax.clause(given[0])) if given else None
