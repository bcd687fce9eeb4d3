"""Answers that are none yet, or put something else: "has not replied", "is studying it", "countered with"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg import syntax
from kg.extract.answered import Agents, answer, answered, last
from kg.extract.bargain_words import ANSWERABLE, DEALS, OFFERS, TAKEN_UP
from kg.extract.found import Found
from kg.extract.matters import UNSAID, actors, is_put, objects
from kg.extract.offers import proposal_of
from kg.extract.sources import source_of
from kg.model import Content

# "is weighing the truce": not "is reviewing the merger", which is a regulator’s work
PAUSES = frozenset("truce ceasefire compromise text amendment concession swap".split())


def reply(verb: Token, agents: Agents, before: Sequence[Found]) -> Iterator[Found]:
    """ "has not replied to the proposal", "has yet to reply"; not "did not answer questions"; "replied with a plan"."""
    named = [*objects(verb), *(g for _, g in syntax.prepositions(verb, "to"))]
    if is_for_comment(verb):
        return
    targets = [t for t in named if t.lemma_.lower() in ANSWERABLE and not is_for_comment(t)]
    back = [g for _, g in syntax.prepositions(verb, "with") if g.lemma_.lower() in DEALS]
    if back and is_put(verb):
        for target in targets[:1]:
            yield from answer(agents, "counter", answered(target, agents, before), verb)
        return
    denied = syntax.negation(verb)
    yet = next((a for v in (verb, verb.head) for a in syntax.adverbs(v) if a.lower_ == "yet"), None)
    head = denied if denied is not None else yet if syntax.has_to(verb) else None
    if head is None or syntax.is_conditional(verb):
        return
    for target in targets:
        yield from answer(agents, "no-answer", answered(target, agents, before), head, verb)
    pending = yet is not None or syntax.is_perfect(verb)  # not "did not answer directly"
    if pending and not named and not syntax.clause_complements(verb):
        yield from answer(agents, "no-answer", last(before, verb, agents), head, verb)


def is_for_comment(noun: Token) -> bool:
    """ "requests for comment", "requests to comment", "interview requests"."""
    asked = [g for _, g in syntax.prepositions(noun, "for")]
    asked += [*syntax.compounds(noun), *(c for c in syntax.relative_clauses(noun) if syntax.has_to(c))]
    return any(t.lemma_.lower() in UNSAID for t in asked)


def pondered(verb: Token, agents: Agents, targets: list[Token], before: Sequence[Found]) -> Iterator[Found]:
    """ "is studying the offer", "will weigh the plan", "asked for time to consider it"; not "considered a plan"."""
    time = syntax.has_to(verb) and verb.head.lemma_ == "time"
    now = syntax.is_progressive(verb) or (syntax.is_finite(verb) and syntax.is_future(verb))
    if not (now or time) or syntax.negation(verb) is not None or syntax.is_pending(verb):
        return
    above = syntax.governing_verb(verb.head) if time else None
    asking = actors(source_of(above)) if above is not None and is_put(above) else ()
    for target in targets:
        mine = syntax.is_indefinite(target) and target.lemma_.lower() not in OFFERS  # "is weighing a plan": its own
        known = target.lemma_.lower() in TAKEN_UP | PAUSES and not mine
        if known or syntax.is_pronoun(target):
            who = asking if time else agents
            yield from answer(who, "no-answer", answered(target, who, before), syntax.own_subject(verb) or verb, verb)


def countered(verb: Token, agents: Agents, before: Sequence[Found]) -> Content | None:
    """ "countered after rejecting Orland's offer": the offer named beside it, else the last of another."""
    beside = [t for t in verb.subtree if t.lemma_.lower() in OFFERS and t.pos_ == "NOUN"]
    made = next((m for t in beside if (m := proposal_of(t)) is not None and m.get("agent") not in agents), None)
    return made or last(before, verb, agents)


def counter_offer(noun: Token, before: Sequence[Found]) -> Iterator[Found]:
    """ "made a counter-offer", "submitted a counterproposal"."""
    counters = noun.lower_.startswith("counter") or any(c.lower_ == "counter" for c in syntax.compounds(noun))
    verb = noun.head
    if counters and syntax.is_object(noun) and is_put(verb) and not syntax.is_absent(noun):
        agents = actors(source_of(verb))
        yield from answer(agents, "counter", last(before, verb, agents) if agents else None, verb)
