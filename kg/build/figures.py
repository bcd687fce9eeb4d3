"""What the figures of a content can mean, as intervals, and the days that it holds for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from rdflib import URIRef

from kg.vocabulary import KG, SCHEMA

Facts = Mapping[URIRef, Mapping[URIRef, Any]]
"""The value of a node, a URIRef or a Literal, by property: ``facts[KG.percent][content]``."""

LIMIT = Decimal("Infinity")
ABOUT = Decimal("0.1")
"""How far off "about" may be, as a part of the figure; at least one point."""
WHOLE = Decimal(100)
EARLIEST, LATEST = "", "9999-12-31"


@dataclass(frozen=True, slots=True)
class Bounds:
    """An interval of numbers; an open end is not part of it."""

    low: Decimal
    high: Decimal
    open_low: bool = False
    open_high: bool = False

    def meets(self, other: Bounds) -> bool:
        """True where some number lies in both."""
        return self._reaches(other) and other._reaches(self)

    def _reaches(self, other: Bounds) -> bool:
        return self.high > other.low or (self.high == other.low and not (self.open_high or other.open_low))


@dataclass(frozen=True, slots=True)
class Figure:
    """What a content says: a share in percent, an area in square kilometres, the first and last of its days (ISO)."""

    share: Bounds | None
    area: Bounds | None
    first: str = EARLIEST
    last: str = LATEST

    def conflicts(self, other: Figure) -> bool:
        """True where both give a share, or both an area, that cannot both be meant, on days that they have in common.

        A day that is not given excludes nothing.
        """
        pairs = ((self.share, other.share), (self.area, other.area))
        return (
            self.first <= other.last
            and other.first <= self.last
            and any(mine is not None and yours is not None and not mine.meets(yours) for mine, yours in pairs)
        )


def figure(facts: Facts, content: URIRef) -> Figure:
    """What a content says, of its properties."""
    area = _number(facts, KG.areaKm2, content)
    first, last = days(facts, content)
    return Figure(_share(facts, content), None if area is None else bounds(area, _hedge(facts, content)), first, last)


def days(facts: Facts, content: URIRef) -> tuple[str, str]:
    """The first and last day of a content's valid time, the earliest and latest of all where it is open."""
    day = facts[KG.asOf].get(content)
    first, last = (day or facts[end].get(content) for end in (KG.validFrom, KG.validTo))
    return str(first or EARLIEST), str(last or LATEST)


def said_days(facts: Facts, statement: URIRef) -> tuple[str, str]:
    """The first and last day that a statement may have been said on, else the day of its article."""
    day, article = facts[KG.saidOn].get(statement), facts[KG.inArticle].get(statement)
    first, last = (day or facts[end].get(statement) for end in (KG.saidFrom, KG.saidTo))
    printed = facts[SCHEMA.datePublished].get(article) if article else None
    return str(first or printed or EARLIEST), str(last or printed or LATEST)


def told_days(facts: Facts, statement: URIRef) -> tuple[str, str]:
    """The days that a statement tells of: its content's valid time, a missing end being the day of saying."""
    first, last = days(facts, facts[KG.content][statement])
    said_first, said_last = said_days(facts, statement)
    first = first if first != EARLIEST else min(said_first, last)
    return first, last if last != LATEST else max(said_last, first)


def bounds(number: Decimal, hedge: str = "exactly") -> Bounds:
    """What a number can mean: half a unit of its last digit either way, a tenth where it is "about" so much.

    >>> bounds(Decimal(20)).meets(bounds(Decimal(20), "less-than"))  # "20 %", "nearly a fifth"
    True
    >>> bounds(Decimal(20), "at-least").meets(bounds(Decimal(20), "less-than"))
    False
    """
    match hedge:
        case "about":
            room = max(number * ABOUT, Decimal(1))
            return Bounds(number - room, number + room)
        case "at-least" | "more-than":
            return Bounds(number, LIMIT, open_low=hedge == "more-than")
        case "at-most" | "less-than":
            return Bounds(-LIMIT, number, open_high=hedge == "less-than")
    half = Decimal((0, (5,), min(0, int(number.as_tuple().exponent)) - 1))
    return Bounds(number - half, number + half, open_high=True)


def _share(facts: Facts, content: URIRef) -> Bounds | None:
    exact, least, greatest = (_number(facts, name, content) for name in (KG.percent, KG.percentMin, KG.percentMax))
    if exact is not None:
        return bounds(exact, _hedge(facts, content))
    if least is None and greatest is None:
        return None
    return Bounds(Decimal(0) if least is None else least, WHOLE if greatest is None else greatest)


def _number(facts: Facts, name: URIRef, content: URIRef) -> Decimal | None:
    value = facts[name].get(content)
    return None if value is None else Decimal(str(value))


def _hedge(facts: Facts, content: URIRef) -> str:
    value = facts[KG.approximation].get(content)
    return "exactly" if value is None else value.rsplit("/", 1)[-1]
