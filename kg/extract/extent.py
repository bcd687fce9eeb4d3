"""How much of which land an expression of control tells: its amounts, and the place that each is a part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg import syntax
from kg.extract.control import Expression, amounts_under
from kg.extract.holders import homeland
from kg.extract.mentions import amounts_near, layers_of
from kg.extract.pieces import span_of, tokens_in
from kg.extract.places import LAND, PLACES, REGION, VAGUE, is_land, is_owned, kind, territory
from kg.model import Amount, Mention, Span, Time

NEAR = 2  # words from a share to its time: "percent in January"
COUNTED = REGION | frozenset(
    "county parish settlement municipality hamlet township governorate state locality oasis "
    "township port bridge crossing base post outpost airport neighbourhood neighborhood suburb borough ward "
    "quarter".split()
)


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
    if _is_of_things(expression.held):
        return []
    counted = _is_counted(expression.held) or _counted_of(expression)
    told = (amount is not None or expression.bare or counted) and (land is not None or _is_area(amount) or counted)
    if not told and not (goes_on and _is_part(expression, amount)):
        return []
    place = territory(land, party, last) if land is not None else None
    if land is not None and syntax.is_pronoun(land) and place is not None and party is not None:
        place = last if place.name == party.name else place  # "the third of it"
    if place is None and land is not None:
        place = homeland(land, expression.party)
    if place is None:
        place = _beside(expression, amount) or (last if _is_area(amount) or land is None else None)
    if place is None and (expression.held.lower_ == "it" or any(t.lower_ == "there" for t in expression.head.subtree)):
        place = last
    beside = [Extent(other, place) for other in _again(expression, amount)]
    return [
        Extent(amount, place),
        *beside,
        *(Extent(other, place, time, earlier=True) for other, time in _compared(expression)),
    ]


def _again(expression: Expression, amount: Amount | None) -> list[Amount]:
    """ "a sliver of Osk, about 70 square kilometres", "a fifth of it (about 900 sq km)": the same in other words."""
    told = amounts_under(expression.held, after=expression.held.i) if amount is not None else ()
    inside = {t.i for t in words(expression.held)}
    other = [a for a in told if amount is not None and a.span.start > amount.span.end and _differs(a, amount)]
    return [a for a in other if _is_beside(a, expression.held, inside)]


def _differs(one: Amount, other: Amount) -> bool:
    """True for an area beside a share, and for a figure beside vague words."""
    return one.area_km2 is not None and other.area_km2 is None


def _is_beside(amount: Amount, held: Token, inside: set[int]) -> bool:
    """True for a figure in the phrase of what is held that nothing but a comma or a bracket leads to."""
    own = tokens_in(held.doc, amount.span)
    return bool(own) and own[-1].i in inside and own[0].nbor(-1).text in {",", "(", "or", "–", "—"}


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
        found.append(Extent(amount, place or whole, _time_behind(inside[-1]), earlier=earlier))
    beside = _beside(expression, found[0].amount)
    place = next((one.place for one in found if one.place is not None), beside or (last if land is None else None))
    dated = any(one.time is not None for one in found)
    return [
        replace(one, place=one.place or place, earlier=one.earlier or (dated and one.time is None)) for one in found
    ]


def _time_behind(share: Token) -> Time | None:
    """ "from 18 percent in January"."""
    near = next((t for t in layers_of(share).times if share.idx < t.span.start < share.sent.end_char), None)
    if near is None or len(tokens_in(share.doc, Span(share.idx, near.span.start))) > NEAR:
        return None
    return near


def _is_counted(held: Token) -> bool:
    """ "12 villages", "19 of the 26 districts of Osk"."""
    places = [held, *(g for _, g in syntax.prepositions(held, "of") if held.pos_ == "NUM")]
    numbered = held.pos_ == "NUM" or any(c.pos_ == "NUM" for c in syntax.compounds(held))
    return numbered and any(p.lemma_.lower() in COUNTED and syntax.is_plural(p) for p in places)


def _counted_of(expression: Expression) -> bool:
    """ "Of the 24 districts of Osk, the rebels hold 9"."""
    verb = syntax.governing_verb(expression.head)
    if expression.held.pos_ != "NUM" or verb is None:
        return False
    among = (g for p, g in syntax.prepositions(verb, "of") if p.i < expression.held.i)
    return any(g.lemma_.lower() in COUNTED and syntax.is_plural(g) for g in among)


def _is_part(expression: Expression, amount: Amount | None) -> bool:
    """ "gained 3 percent of Osk and lost 0.4 percent", "the other half belongs to": a share of the land just named."""
    if amount is None or amount.percent is None:
        return False
    last = words(expression.held)[-1]
    return last.lemma_.lower() in VAGUE or amount.span.end == last.idx + len(last)


def _compared(expression: Expression) -> Iterator[tuple[Amount, Time | None]]:
    """ "20 percent, compared with 14 percent in January", "down from two thirds in 2030": the other share."""
    verb = syntax.governing_verb(expression.head)
    for leading, other in syntax.comparisons(verb) if verb is not None and expression.relation == "controls" else ():
        inside, beside = span_of(list(other.subtree)), span_of(list(leading.subtree))
        amount = next((a for a in layers_of(other).amounts if inside.holds(a.span)), None)
        if amount is not None and (amount.percent is not None or amount.area_km2 is not None):
            yield amount, next((t for t in layers_of(other).times if beside.holds(t.span)), None)


def _beside(expression: Expression, amount: Amount | None) -> Mention | None:
    """ "ceded 5,000 hectares in Osk", "captured 17 villages in Osk", where the parse hangs the place on the verb."""
    counted = amount is not None or expression.held.lemma_.lower() in LAND or expression.held.pos_ == "NUM"
    verb = syntax.governing_verb(expression.head)
    if not counted or verb is None:
        return None
    clauses = [c for t in _chain(expression.held) for c in syntax.noun_clauses(t)]
    agents = [a for c in clauses if (a := syntax.agent(c)) is not None]
    above = [verb, *([expression.party] if expression.party is not None else []), *clauses, *agents]
    places = (
        g for t in above for _, g in syntax.prepositions(t, "in", "around", "near", "of", "inside", "at", "across")
    )
    return next((place for g in places if is_land(g) and (place := territory(g, None, None)) is not None), None)


def _amount(expression: Expression) -> Amount | None:
    return _first_amount(words(expression.held), expression.head)


def _first_amount(inside: Iterable[Token], at: Token) -> Amount | None:
    places = {t.i for t in inside}
    near = amounts_near(at.doc[min(places)], at.doc[max(places)]) if places else ()
    for amount in near:
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


def _is_of_things(held: Token) -> bool:
    """ "300 hectares of wheat", "a third of its forest": no land that somebody holds."""
    last = _chain(held)[-1]
    return last.i != held.i and last.pos_ == "NOUN" and not is_land(last) and kind(last) not in PLACES | {"NORP"}


def _land_below(share: Token) -> Token | None:
    """ "2.3 percent of Osk" -> Osk."""
    chain = _chain(share)
    return chain[-1] if len(chain) > 1 and (is_land(chain[-1]) or chain[-1].pos_ == "PROPN") else None


def _chain(held: Token) -> list[Token]:
    chain, at = [held], held
    for _ in range(4):
        inside = at.lemma_.lower() in LAND or kind(at) in PLACES  # "the hills in Osk", not "the market in Osk"
        links = ("of", *(("in", "around", "at", "near", "above", "outside") if inside else ()))
        below = next((g for _, g in syntax.prepositions(at, *links)), None)
        if below is not None and below.lemma_ == "neighbour":  # "of neighbouring Osk"
            below = next(iter(syntax.direct_objects(below)), below)
        if below is None or not is_land(at):
            break
        chain.append(below)
        at = below
    return chain


def _is_area(amount: Amount | None) -> bool:
    return amount is not None and amount.area_km2 is not None
