"""The dead and wounded that a clause tells of, as stated: how many, and how exactly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg import syntax
from kg.extract.deed_words import KILLING, WOUNDING
from kg.extract.mentions import layers_of
from kg.model import Quantity


@dataclass(frozen=True, slots=True)
class Count:
    """How many, with a key of the approximation scheme."""

    number: int
    approximation: str


@dataclass(frozen=True, slots=True)
class Casualties:
    """The dead and the wounded of an event, where they are counted."""

    dead: Count | None = None
    hurt: Count | None = None


def casualties(verbs: Iterable[Token]) -> Casualties:
    """The clauses of an event in, its dead and wounded out; of two counts of one the first."""
    dead: Count | None = None
    hurt: Count | None = None
    for verb in verbs:
        if syntax.negation(verb) is not None:
            continue
        dead = dead or _sum(_dead(verb))
        hurt = hurt or _sum(_hurt(verb))
    return Casualties(dead, hurt)


def suffers(verb: Token) -> list[Token]:
    """Who is killed, wounded or dies by a verb: its objects, the subject of a passive or of "died"."""
    if syntax.is_passive(verb) or verb.lemma_ == "die":
        own = syntax.own_subject(verb)
        if own is None:
            return [verb.head] if syntax.is_noun_clause(verb) else []
        return syntax.conjuncts(syntax.antecedent(own))
    return [t for o in syntax.direct_objects(verb) for t in syntax.conjuncts(o)]


def _dead(verb: Token) -> list[Token]:
    if verb.lemma_ in KILLING or verb.lemma_ == "die":
        return suffers(verb)
    return list(_left(verb, {"dead"}))


def _hurt(verb: Token) -> list[Token]:
    if verb.lemma_ in WOUNDING:
        return suffers(verb)
    return list(_left(verb, {"wounded", "injured", "hurt"}))


def _left(verb: Token, states: set[str]) -> Iterator[Token]:
    """ "leaving nine soldiers dead and five wounded": soldiers for dead, five for wounded."""
    if verb.lemma_ != "leave":
        return
    words = list(verb.subtree)
    for at, word in enumerate(words):
        if word.lower_ in states:
            counted = (w for w in reversed(words[:at]) if w.pos_ in {"NOUN", "NUM"} and w.i > verb.i)
            yield from list(counted)[:1]


def _sum(tokens: list[Token]) -> Count | None:
    """ "a woman and two children": three; None where one of them is not counted."""
    counts = [_count(t) for t in tokens]
    known = [c for c in counts if c is not None]
    if not known or len(known) < len(counts):
        return None
    hedged = [c.approximation for c in known if c.approximation != "exactly"]
    return Count(sum(c.number for c in known), hedged[0] if hedged else "exactly")


def _count(noun: Token) -> Count | None:
    """ "at least 12 people" -> 12, "a girl" -> 1, "five" -> 5; of "10 to 15" there are at least 10."""
    for token in (noun, *syntax.compounds(noun)):
        found = next((q for q in layers_of(noun).quantities if q.unit == "count" and _holds(q, token)), None)
        number = (found.number if found.number is not None else found.number_min) if found else None
        if found is not None and number is not None:
            return Count(int(number), "at-least" if found.approximation == "between" else found.approximation)
    single = any(c.lower_ in {"a", "an"} for c in noun.children)
    return Count(1, "exactly") if single and noun.pos_ == "NOUN" and not syntax.is_plural(noun) else None


def _holds(quantity: Quantity, token: Token) -> bool:
    return quantity.span.start <= token.idx < quantity.span.end
