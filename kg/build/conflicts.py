"""Contents that cannot both hold, and statements that contradict each other: derived over all articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations, product

from rdflib import Literal, URIRef

from kg.vocabulary import DERIVED, KG, NUMBERS, Quad, factuality_value

Bounds = tuple[Decimal, Decimal]
"""Least and greatest value that a figure can mean."""

NO_LIMIT = Decimal("Infinity")
ABOUT = Decimal("0.1")
"""How far off "about" may be, as a part of the figure; at least one point."""


@dataclass(slots=True)
class _Figure:
    """A content's figures by property, and its valid time as ISO days ("" where open)."""

    values: dict[URIRef, Decimal] = field(default_factory=dict)
    approximation: URIRef | None = None
    days: dict[URIRef, str] = field(default_factory=dict)


def conflicts(quads: Iterable[Quad]) -> Iterator[Quad]:
    """The quads of all articles in, ``kg:conflictsWith`` out, each pair in both directions.

    Two contents of one issue conflict where their figures cannot both be meant and their valid times overlap; two
    statements where one affirms (CT+) and the other denies (CT-) one content, one pair for each two speakers.
    """
    figures: dict[URIRef, _Figure] = defaultdict(_Figure)
    issues: dict[URIRef | Literal, set[URIRef]] = defaultdict(set)
    contents: dict[URIRef | Literal, set[URIRef]] = defaultdict(set)
    speakers: dict[URIRef, URIRef | Literal] = {}
    certain: dict[URIRef, URIRef | Literal] = {}
    days = frozenset({KG.validFrom, KG.validTo, KG.asOf})
    issue, content, speaker, factuality_of, approximation = (
        KG.issue,
        KG.content,
        KG.speaker,
        KG.factuality,
        KG.approximation,
    )
    for subject, predicate, value, _ in quads:
        if predicate == issue:
            issues[value].add(subject)
        elif predicate == content:
            contents[value].add(subject)
        elif predicate == speaker:
            speakers[subject] = value
        elif predicate == factuality_of:
            certain[subject] = value
        elif predicate in NUMBERS:
            figures[subject].values[predicate] = Decimal(str(value))
        elif predicate in days:
            figures[subject].days[predicate] = str(value)
        elif predicate == approximation:
            figures[subject].approximation = URIRef(value)
    for members in issues.values():
        for one, other in combinations(sorted(members), 2):
            if _disagree(figures[one], figures[other]) and _overlap(figures[one], figures[other]):
                yield from _pair(one, other)
    for saying in contents.values():
        affirming, denying = (_by_speaker(saying, speakers, certain, factuality) for factuality in ("CT+", "CT-"))
        for one, other in product(affirming, denying):
            yield from _pair(one, other)


def _by_speaker(
    saying: set[URIRef],
    speakers: dict[URIRef, URIRef | Literal],
    certain: dict[URIRef, URIRef | Literal],
    factuality: str,
) -> list[URIRef]:
    """One statement of each speaker that has this factuality, the articles' own voice being one speaker."""
    value = factuality_value(factuality)
    first = {speakers.get(one): one for one in sorted(saying, reverse=True) if certain.get(one) == value}
    return sorted(first.values())


def _disagree(one: _Figure, other: _Figure) -> bool:
    """True where both give a share, or both an area, and no value fits both."""
    for mine, yours in ((_share(one), _share(other)), (_area(one), _area(other))):
        if mine and yours and (mine[1] <= yours[0] or yours[1] <= mine[0]):
            return True
    return False


def _share(figure: _Figure) -> Bounds | None:
    if KG.percent in figure.values:
        return _bounds(figure.values[KG.percent], figure.approximation)
    if KG.percentMin in figure.values or KG.percentMax in figure.values:
        return figure.values.get(KG.percentMin, Decimal(0)), figure.values.get(KG.percentMax, Decimal(100))
    return None


def _area(figure: _Figure) -> Bounds | None:
    area = figure.values.get(KG.areaKm2)
    return _bounds(area, figure.approximation) if area is not None else None


def _bounds(number: Decimal, approximation: URIRef | None) -> Bounds:
    """What a figure can mean: half a unit of its last digit either way, a tenth where it is "about" so much."""
    rounding = Decimal((0, (5,), min(0, int(number.as_tuple().exponent)) - 1))
    low, high = number - rounding, number + rounding
    key = approximation.rsplit("/", 1)[1] if approximation else "exactly"
    if key == "about":
        room = max(number * ABOUT, Decimal(1))
        return number - room, number + room
    if key in ("at-least", "more-than"):
        return low, NO_LIMIT
    if key in ("at-most", "less-than"):
        return -NO_LIMIT, high
    return low, high


def _overlap(one: _Figure, other: _Figure) -> bool:
    """True unless the valid times exclude each other; a time that is not given excludes nothing."""
    return _first(one) <= _last(other) and _first(other) <= _last(one)


def _first(figure: _Figure) -> str:
    return figure.days.get(KG.asOf) or figure.days.get(KG.validFrom, "")


def _last(figure: _Figure) -> str:
    return figure.days.get(KG.asOf) or figure.days.get(KG.validTo, "9999-12-31")


def _pair(one: URIRef, other: URIRef) -> Iterator[Quad]:
    yield one, KG.conflictsWith, other, DERIVED
    yield other, KG.conflictsWith, one, DERIVED
