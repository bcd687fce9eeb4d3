"""Demands told by nouns: "Vessa’s demand for an apology", "set three conditions", "its key demand is a truce"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg import syntax
from kg.extract import cues
from kg.extract.bargain_words import DEMANDS, LISTED, MARKET, PRESSING, TERMS, TRADED
from kg.extract.conditions import on_condition, outcome_of
from kg.extract.found import Found
from kg.extract.matters import (
    Matter,
    actor,
    actor_of,
    actors,
    addressed,
    is_put,
    is_unsaid,
    is_wish,
    objects,
    of_clause,
    of_noun,
    put,
    sayer,
)
from kg.extract.people import can_speak
from kg.extract.sources import source_of
from kg.model import Mention


def by_noun(noun: Token) -> Iterator[Found]:
    """ "Orland’s demand for an apology", "renewed her call for talks"."""
    verb, owner = noun.head, syntax.possessor(noun)
    verb_lemma = verb.lemma_.lower()
    light = verb_lemma in cues.LIGHT | PRESSING and syntax.is_object(noun) and is_put(verb)
    revoked = verb_lemma in cues.REVOKING and syntax.is_object(noun)
    by = [g for _, g in syntax.prepositions(noun, "by", "from") if can_speak(g)] if owner is None else []
    agents = actors(owner) or (actors(source_of(verb)) if light else ()) or actors(next(iter(by), None))
    if not agents or revoked or syntax.is_absent(noun):
        return
    for matter in of_demand(noun):
        if _is_traded(noun, matter) or is_unsaid(matter):
            continue
        what, heard = addressed(noun, matter)
        made = put("Demand", "demands", agents, what, noun, heard)
        yield Found(made, verb if light and owner is None else noun, presupposed=not light or owner is not None)


def of_demand(noun: Token) -> Iterator[Matter]:
    """What a noun of demanding is for: "that Dahl resign", "to free him", "for talks"."""
    for c in syntax.noun_clauses(noun):
        that = any(syntax.opens_clause(t) for t in c.children)
        if c.i > noun.i and (syntax.has_to(c) or (that and is_wish(c))):
            yield of_clause(c, actor_of(c))
            return
    for _, governed in syntax.prepositions(noun, "for", *(("on",) if noun.lemma_ == "insistence" else ())):
        done = next((c for c in syntax.relative_clauses(governed) if syntax.has_to(c)), None)
        if done is not None and actor(governed) is not None:
            yield of_clause(done, governed)  # "its call for Orland to leave"
        elif governed.pos_ in {"NOUN", "PROPN"}:
            yield from of_noun(governed)


def _is_traded(noun: Token, matter: Matter) -> bool:
    """ "China's demand for steel", "demand for homes rose"."""
    below = {t.lemma_.lower() for t in [matter.head, *syntax.compounds(matter.head)]}
    traded = noun.head.lemma_.lower() in TRADED and syntax.is_subject(noun)
    return noun.lemma_ == "demand" and not syntax.is_plural(noun) and (bool(below & MARKET) or traded)


# --- "its key demand is a truce", "among the terms is a pullout", "a pullout is a condition for talks"


def equated(noun: Token) -> Iterator[Found]:
    """A demand or condition that is said to be something: what, and whose it is."""
    be = noun.head.head if syntax.is_governed(noun) and noun.head.lower_ == "among" else noun.head
    told = be.lemma_ in {"be", "include"} and syntax.negation(be) is None and is_put(be)
    if not told or syntax.is_absent(noun):
        return
    if syntax.is_predicative(noun) and noun.lemma_.lower() not in TERMS:
        return  # "one sticking point is a demand"
    outcome = outcome_of(noun)
    of = [g for p, g in syntax.prepositions(noun, "of", "by", "from") if can_speak(g)]
    agents = actors(syntax.possessor(noun)) or actors(next(iter(of), None))
    if syntax.is_predicative(noun) and noun.lemma_.lower() in TERMS and outcome is not None:
        held = [g for p, g in syntax.prepositions(be, "for") if p.i < noun.i]
        agents = agents or actors(next(iter(held), None)) or sayer(be)
    other = _other(be, noun)
    if not agents or other is None or (noun.lemma_.lower() == "price" and outcome is None):
        return
    matters = [of_clause(other, actor_of(other))] if syntax.is_verb(other) else of_noun(other)
    for matter in matters:
        made = put("Demand", "demands", agents, matter, be)
        yield Found(on_condition(made, outcome) if outcome is not None else made, noun, presupposed=not sayer(be))


def _other(be: Token, noun: Token) -> Token | None:
    """What a noun is equated with: on the other side of "is"."""
    own, said = syntax.own_subject(be), syntax.predicate(be)
    if be.lemma_ == "include":
        said = next(iter(objects(be)), None) if own is not None and own.i == noun.i else noun
    clause = next((c for c in syntax.clause_complements(be) if is_wish(c)), None) or syntax.infinitive(be)
    other = next((t for t in (said, own, clause) if t is not None and t.i != noun.i), None)
    if other is not None and (syntax.stands_for_another(other) or other.pos_ not in {"NOUN", "PROPN", "VERB", "NUM"}):
        return None
    return other


# --- "set out three conditions", "attached a rider"


def listed(verb: Token) -> Iterator[Found]:
    """ "set out three conditions: a truce and ...", "set terms for a summit"; not "set no conditions"."""
    agents = actors(source_of(verb)) or (actors(syntax.own_subject(verb)) if objects(verb) else ())
    for noun in objects(verb):
        if noun.lemma_.lower() not in LISTED or syntax.is_absent(noun) or not agents:
            continue
        if syntax.is_definite(noun) and sum(1 for _ in noun.children) == 1:
            continue  # "set out the condition": told before
        if syntax.is_noun_clause(syntax.first_conjunct(verb)):
            continue  # "the demands made by Orland": not told which
        if noun.lemma_.lower() in DEMANDS and any(True for _ in of_demand(noun)):
            continue  # "reiterated its demand for talks": told by the noun
        outcome = outcome_of(noun) or outcome_of(noun, verb)
        for matter in _items(noun, verb):
            made = put("Demand", "sets" if matter.head.i == noun.i else "demands", agents, matter, verb, _heard(noun))
            yield Found(on_condition(made, outcome) if outcome is not None else made, verb)


def _heard(noun: Token) -> Mention | None:
    return next((found for _, g in syntax.prepositions(noun, "to") if (found := actor(g)) is not None), None)


def _items(noun: Token, verb: Token) -> Sequence[Matter]:
    """ "three conditions for a summit: a truce and an apology": what is listed, else the noun itself."""
    below = [noun, *(g for above in (noun, verb) for _, g in syntax.prepositions(above, "for"))]
    found = [m for t in below for a in syntax.appositions(t) for m in of_noun(a)]
    beside = [c for c in verb.children if syntax.is_beside(c) and c.i > noun.i and is_wish(c)]
    found += [of_clause(c, actor_of(c)) for c in beside]
    return found or [Matter(noun, tuple(syntax.clause(noun)))]
