"""How much of which land an expression of control tells: its amounts, and the place that each is a part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg import syntax
from kg.extract.control import Expression
from kg.extract.mentions import layers_of, mention_of
from kg.extract.pieces import span_of, tokens_in
from kg.extract.places import LAND, PLACES, REGION, VAGUE, is_land, is_owned, kind, territory
from kg.model import Amount, Mention, Time

COUNTED = REGION | frozenset("county parish settlement municipality hamlet township governorate state locality".split())


@dataclass(frozen=True, slots=True)
class Extent:
    """A share, an area or, without an amount, all that is named, of a place, with a time of its own where it has one.

    ``earlier``: what it was before, so that the time of the clause is not its own.
    """

    amount: Amount | None
    place: Mention | None
    time: Time | None = None
    earlier: bool = False


def extents(expression: Expression, party: Mention | None, last: Mention | None, *, goes_on: bool) -> list[Extent]:
    """What an expression tells, each amount by itself; empty where it tells of no land.

    ``last`` is the land that was told of before; ``goes_on``: the same sentence told of a share of it.
    """
    if expression.shares:
        found = _changing(expression, party, last)
        if found:
            return found
    amount = _amount(expression)
    land = _land(expression, amount)
    told = (amount is not None or expression.bare or _is_counted(expression.held)) and (
        land is not None or _is_area(amount)
    )
    if not told and not (goes_on and _is_part(expression, amount)):
        return []
    place = territory(land, party, last) if land is not None else None
    if place is None:
        place = _beside(expression, amount) or (last if _is_area(amount) or land is None else None)
    return [Extent(amount, place), *(Extent(other, place, time, earlier=True) for other, time in _compared(expression))]


def words(held: Token) -> list[Token]:
    """The words of the held phrase; clauses on it left out, so that their amounts are not taken for its own."""
    leave = syntax.loose(held)
    return syntax.clause(held, without=leave)


def _changing(expression: Expression, party: Mention | None, last: Mention | None) -> list[Extent]:
    """ "grew from 18 to 20 percent of Osk", "amounts to 640 sq km, or 2.3 percent of Osk": each with its time."""
    land = _land(expression, None)
    whole = territory(land, party, last) if land is not None else None
    found = []
    for amount in expression.shares:
        inside = tokens_in(expression.head.doc, amount.span)
        own = _land_below(inside[-1])
        place = territory(own, party, last) if own is not None else None
        earlier = inside[0].nbor(-1).lower_ == "from"
        found.append(Extent(amount, place or whole, _time_beside(inside[-1]), earlier=earlier))
    places = [one.place for one in found if one.place is not None]
    return [one if one.place is not None else replace(one, place=next(iter(places), None)) for one in found]


def _time_beside(share: Token) -> Time | None:
    """ "from 18 percent in January"."""
    beside = span_of(list(share.subtree))
    return next((t for t in layers_of(share).times if beside.holds(t.span)), None)


def _is_counted(held: Token) -> bool:
    """ "12 villages", "19 of the 26 districts of Osk"."""
    places = [held, *(g for _, g in syntax.prepositions(held, "of") if held.pos_ == "NUM")]
    numbered = held.pos_ == "NUM" or any(c.pos_ == "NUM" for c in syntax.compounds(held))
    return numbered and any(p.lemma_.lower() in COUNTED and syntax.is_plural(p) for p in places)


def _is_part(expression: Expression, amount: Amount | None) -> bool:
    """ "gained 3 percent of Osk and lost 0.4 percent", "the other half belongs to": a share of the land just named."""
    if amount is None or amount.percent is None:
        return False
    last = words(expression.held)[-1]
    return last.lemma_.lower() in VAGUE or not last.is_alpha


def _compared(expression: Expression) -> Iterator[tuple[Amount, Time | None]]:
    """ "20 percent, compared with 14 percent in January", "down from two thirds in 2030": the other share."""
    verb = syntax.governing_verb(expression.head)
    for leading, other in syntax.comparisons(verb) if verb is not None and expression.relation == "controls" else ():
        inside, beside = span_of(list(other.subtree)), span_of(list(leading.subtree))
        amount = next((a for a in layers_of(other).amounts if inside.holds(a.span)), None)
        if amount is not None and amount.percent is not None:
            yield amount, next((t for t in layers_of(other).times if beside.holds(t.span)), None)


def _beside(expression: Expression, amount: Amount | None) -> Mention | None:
    """ "ceded 5,000 hectares in Osk", "captured 17 villages in Osk", where the parse hangs the place on the verb."""
    counted = amount is not None or expression.held.lemma_.lower() in LAND
    verb = syntax.governing_verb(expression.head)
    if not counted or verb is None:
        return None
    places = (g for _, g in syntax.prepositions(verb, "in", "around", "near"))
    return next((mention_of(g) for g in places if kind(g) in PLACES), None)


def _amount(expression: Expression) -> Amount | None:
    return _first_amount(words(expression.held), expression.head)


def _first_amount(inside: Iterable[Token], at: Token) -> Amount | None:
    places = {t.i for t in inside}
    for amount in layers_of(at).amounts if places else ():
        own = tokens_in(at.doc, amount.span)
        if any(t.i in places for t in own) and not any(t.pos_ == "PROPN" for t in own):
            return amount
    return None


def _land(expression: Expression, amount: Amount | None) -> Token | None:
    """The word for the land: a place name, or a noun like "territory"; the last of a chain of "of".

    All of the chain must be land or a share: not "the hearts of half of Osk", "12 percent of the shares in Osk".
    """
    chain = _chain(expression.held)
    share = len(chain) > 1 and chain[-2].lemma_.lower() in VAGUE
    last = chain[-1]
    named = last.pos_ == "PROPN" or (expression.sure and syntax.is_pronoun(last))
    if ((share and kind(last) in {"PERSON", ""}) or expression.sure) and named:
        return last
    for token in reversed(chain):
        named = kind(token) in PLACES or token.lemma_.lower() in LAND or kind(token) == "NORP"
        counted = amount is None or amount.area_km2 is not None or len(chain) > 1 or kind(token) in PLACES
        if named and (counted or is_owned(token)):
            return token
    return None


def _land_below(share: Token) -> Token | None:
    """ "2.3 percent of Osk" -> Osk."""
    chain = _chain(share)
    return chain[-1] if len(chain) > 1 and (is_land(chain[-1]) or chain[-1].pos_ == "PROPN") else None


def _chain(held: Token) -> list[Token]:
    chain, at = [held], held
    for _ in range(4):
        inside = at.lemma_.lower() in LAND or kind(at) in PLACES  # "the hills in Osk", not "the market in Osk"
        links = ("of", *(("in", "around") if inside else ()))
        below = next((g for _, g in syntax.prepositions(at, *links)), None)
        if below is None or not is_land(at):
            break
        chain.append(below)
        at = below
    return chain


def _is_area(amount: Amount | None) -> bool:
    return amount is not None and amount.area_km2 is not None
