"""Demands told as what must be: "Orland must leave, Vessa said", "gave Orland ten days to leave"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg import syntax
from kg.extract.bargain_words import CONCEDING, DEALS
from kg.extract.found import Found
from kg.extract.matters import Matter, actor, is_put, makers, of_clause, put, sayer
from kg.extract.mentions import mention_of
from kg.extract.people import can_speak
from kg.model import Mention

# "they must agree", "you should consider": nobody is told to yield anything
ADVISED = frozenset("consider agree take hold open share give join attend accept".split())
# "any deal must include the return of"
HOLDING = frozenset("include guarantee respect contain provide ensure address".split())
DAYS = frozenset({"DATE", "TIME"})
UNITS = frozenset("hour day week fortnight month".split())
LIMITS = frozenset({"deadline", "ultimatum"})


def by_modal(modal: Token) -> Iterator[Found]:
    """ "Orland must withdraw its troops, Vessa said", "“The crew must be freed,” she said"."""
    verb = modal.head
    own = syntax.own_subject(verb)
    if own is not None and not syntax.is_perfect(verb):
        yield from _required(verb, own, sayer(verb), modal)


def by_need(verb: Token) -> Iterator[Found]:
    """ "Vessa said Orland had to return the ships", "Orland needs to withdraw, Vessa said"."""
    to, own = syntax.infinitive(verb), syntax.own_subject(verb)
    if to is not None and own is not None and syntax.is_open_complement(to) and _is_need(verb):
        yield from _required(to, own, sayer(verb) if syntax.negation(verb) is None else (), verb)


def _is_need(verb: Token) -> bool:
    """ "had to return"; not "has ten days to", "has a plan to"."""
    return not syntax.objects(verb) and _done_in_time(verb) is None


def _required(verb: Token, own: Token, agents: tuple[Mention, ...], modal: Token) -> Iterator[Found]:
    """What somebody must do, who is to do it and who says so in; the demand out."""
    if not agents or not _is_exacted(verb, own):
        return
    if any(True for _ in syntax.terms(verb)) or syntax.is_pending(verb):
        return
    doer = actor(own) if mention_of(own) is not None else None
    mine = doer is not None and doer.name in {agent.name for agent in agents}
    named = doer is not None and not (syntax.is_pronoun(own) and doer.name == own.text)
    if syntax.is_passive(verb) or (doer is None and (own.pos_ == "NOUN" or own.lower_ in {"he", "she", "they"})):
        matter = of_clause(verb)  # "the crew must be freed", "the siege must end", "“He must resign,” she said"
    elif named and not mine and own.lower_ not in {"we", "i", "you", "one"}:
        matter = of_clause(verb, own)
    else:
        return
    words = tuple(t for t in matter.words if t.i != modal.i)
    yield Found(put("Demand", "demands", agents, Matter(verb, words, matter.doer), verb), own)


def _is_exacted(verb: Token, own: Token) -> bool:
    """ "must withdraw", "any deal must include": what is yielded, or belongs to a deal."""
    return verb.lemma_ in CONCEDING - ADVISED or (verb.lemma_ in HOLDING and own.lemma_.lower() in DEALS)


def by_deadline(verb: Token) -> Iterator[Found]:
    """ "gave Orland ten days to leave", "Orland has until Friday to leave, Vessa said", "set Orland a deadline to"."""
    to = _done_in_time(verb)
    if to is None:
        return
    own = syntax.own_subject(verb)
    near = [o for o in syntax.objects(verb) if o.ent_type_ not in DAYS and o.lemma_.lower() not in UNITS | LIMITS]
    inner = syntax.own_subject(to)
    passive = syntax.is_passive(verb)
    doer = own if verb.lemma_ == "have" or passive else next((t for t in [*near, inner] if t and can_speak(t)), None)
    agents = sayer(verb) if verb.lemma_ == "have" else makers(verb) if is_put(verb) else ()
    if (
        doer is not None
        and agents
        and (heard := actor(doer)) is not None
        and heard.name not in {a.name for a in agents}
    ):
        head = own if verb.lemma_ == "have" and own is not None else verb
        yield Found(put("Demand", "demands", agents, of_clause(to, doer), verb), head)


def _is_hour(token: Token) -> bool:
    return token.ent_type_ in DAYS or token.lower_ in {"dawn", "noon", "midnight", "sunset", "nightfall"}


def _done_in_time(verb: Token) -> Token | None:
    """What is to be done till a day or in a time: "ten days to leave", "until Friday to leave"."""
    to = syntax.infinitive(verb)
    things = syntax.objects(verb)
    timed = [c for c in verb.children if c.lemma_.lower() in UNITS and c.i > verb.i]
    timed += [t for t in things if t.ent_type_ in DAYS or t.lemma_.lower() in LIMITS]
    timed += [g for _, g in syntax.prepositions(verb, "until", "till") if _is_hour(g)]
    if not timed:
        return None
    below = [c for t in timed for c in syntax.relative_clauses(t) if syntax.has_to(c)]
    return to if to is not None else next(iter(below), None)
