"""Control told by who moves: "withdrew from Osk", "drove the rebels out", "advanced into", "Osk fell to"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg import syntax
from kg.extract.control import Expression, can_hold, is_force, may_be_place
from kg.extract.grips import lands
from kg.extract.places import PLACES, is_land, kind


def moved(verb: Token, words: tuple[str, ...]) -> Iterator[Expression]:
    """ "withdrew from Osk", "pulled out of the town", "withdrew its troops from parts of Osk"."""
    if verb.lemma_ == "pull" and not any(c.lower_ in {"out", "back"} for c in verb.children):
        return
    moved = syntax.direct_objects(verb)
    if moved and not is_force(moved[0]):
        return
    loser = moved[0] if moved and syntax.subject(verb) is None else syntax.subject(verb)
    for held in _left_places(verb, words):
        yield Expression(verb, "lost", loser, held, sure=is_force(loser) and may_be_place(held))


def ousted(verb: Token) -> Iterator[Expression]:
    """ "drove the rebels out of Osk", "the rebels were expelled from the town": who is moved lost it."""
    moved = syntax.own_subject(verb) if syntax.is_passive(verb) else next(iter(syntax.direct_objects(verb)), None)
    if moved is None or not is_force(moved):
        return
    for held in _left_places(verb, ("from", "of")):
        if kind(held) in PLACES or may_be_place(held) or is_land(held):
            yield Expression(verb, "lost", moved, held, sure=may_be_place(held))


def _left_places(verb: Token, words: tuple[str, ...]) -> Iterator[Token]:
    away = [c for c in verb.children if c.lower_ in {"out", "back", "away"}]
    for above in (verb, *away):
        for _, governed in syntax.prepositions(above, *words):
            yield from lands(governed)


def advanced(verb: Token) -> Iterator[Expression]:
    """ "advanced into parts of Osk"."""
    mover = syntax.subject(verb)
    if mover is not None and (is_force(mover) or kind(mover) in {"GPE", "ORG"}):
        for _, governed in syntax.prepositions(verb, "into"):
            for held in lands(governed):
                yield Expression(verb, "gained", mover, held, bare=False, sure=is_force(mover) and may_be_place(held))


def fallen(verb: Token) -> Iterator[Expression]:
    """ "Osk fell to the rebels"; not "Vessa fell to Dahl"."""
    land = syntax.own_subject(verb)
    taker = next((governed for _, governed in syntax.prepositions(verb, "to") if can_hold(governed)), None)
    if land is not None and taker is not None:
        sure = is_force(taker)
        yield Expression(verb, "gained", taker, syntax.antecedent(land), bare=sure or kind(land) in PLACES, sure=sure)
