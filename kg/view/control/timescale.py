"""Days as places on the x axis of a chart. Where most is told of a short time, long empty stretches are cut out."""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_CUTS = 3  # at most
_CUT = 22.0  # pixels for a stretch that is cut out
_LEAST = 42.0  # pixels for what stands between two cuts
_PAD = 7.0  # pixels left free at either end of it
_CROWDED, _LONG = 1 / 8, 1 / 3
_APART = 42.0  # pixels between two ticks
# Ticks: every so many years, months, days.
_YEARS, _MONTHS, _DAYS = (100, 50, 20, 10, 5, 2, 1), (6, 3, 1), (10, 5, 2, 1)
_SPANS = {"month": 1, "quarter": 3, "season": 3, "half-year": 6, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Timescale:
    """Days (ordinals) with their places in pixels; places between are proportional. ``cuts`` are (left, right)."""

    days: tuple[int, ...]
    places: tuple[float, ...]
    cuts: tuple[tuple[float, float], ...]

    def x(self, day: date) -> float:
        """The place of a day; days outside the scale are at its ends."""
        ordinal = min(max(day.toordinal(), self.days[0]), self.days[-1])
        after = min(bisect_right(self.days, ordinal), len(self.days) - 1)
        (first, last), (left, right) = self.days[after - 1 : after + 1], self.places[after - 1 : after + 1]
        return left + (right - left) * (ordinal - first) / (last - first)

    def ticks(self) -> Iterator[tuple[float, str, str]]:
        """(place, label, year where it is another than before), from left to right."""
        told = ""
        for (first, last), (left, right) in zip(pairwise(self.days), pairwise(self.places), strict=True):
            if (left, right) in self.cuts:
                continue
            for day, label in _ticks(first, last, (right - left) / (last - first)):
                year = "" if label == str(day.year) else str(day.year)
                yield self.x(day), label, "" if year == told else year
                told = year or str(day.year)


def timescale(days: Iterable[date], left: float, right: float) -> Timescale:
    """The days that a chart tells of in, a scale over them from ``left`` to ``right`` out.

    While half of the days stand within an eighth of the time and a third of it has no day, that stretch is cut out.
    """
    told = sorted({day.toordinal() for day in days})
    groups = _groups(told)
    length = sum(group[-1] - group[0] for group in groups) or 1
    room = right - left - _CUT * (len(groups) - 1) - _LEAST * len(groups)
    ordinals: list[int] = []
    places: list[float] = []
    cuts: list[tuple[float, float]] = []
    at = left
    for group in groups:
        breadth = _LEAST + room * ((group[-1] - group[0]) / length if len(told) > 1 else 1)
        first, last = (group[0], group[-1]) if len(group) > 1 else (group[0] - 1, group[0] + 1)
        if places:
            cuts.append((places[-1], at + _PAD))
        ordinals += [first, last]
        places += [at + _PAD, at + breadth - _PAD]
        at += breadth + _CUT
    return Timescale(tuple(ordinals), tuple(places), tuple(cuts))


def last_day(first: date, precision: str) -> date:
    """The last day of a week, month, year and so on that begins with a day.

    >>> last_day(date(2024, 2, 1), "month"), last_day(date(2021, 1, 1), "year"), last_day(date(2021, 3, 4), "day")
    (datetime.date(2024, 2, 29), datetime.date(2021, 12, 31), datetime.date(2021, 3, 4))
    """
    if precision in ("week", "weekend"):
        return _later(first, 6 if precision == "week" else 1)
    if precision not in _SPANS:
        return first
    month = first.year * 12 + first.month - 1 + _SPANS[precision] - 1
    year = min(month // 12, date.max.year)
    return date(year, month % 12 + 1, monthrange(year, month % 12 + 1)[1])


def _later(day: date, days: int) -> date:
    return day + timedelta(min(days, (date.max - day).days))


def _groups(told: list[int]) -> list[list[int]]:
    """The days between cuts."""
    gaps = [last - first for first, last in pairwise(told)]
    cut: set[int] = set()
    while len(cut) < _CUTS:
        left = [0 if at in cut else gap for at, gap in enumerate(gaps)]
        half = (len(told) - 1) // 2
        windows = [left[at : at + half] for at in range(len(left) - half + 1) if not cut & {*range(at, at + half)}]
        crowded = min(map(sum, windows), default=sum(left))
        if len(told) < 4 or crowded > _CROWDED * sum(left) or max(left) < _LONG * sum(left):
            break
        cut.add(left.index(max(left)))
    starts = [0, *(at + 1 for at in sorted(cut)), len(told)]
    return [told[first:last] for first, last in pairwise(starts)]


def _ticks(first: int, last: int, scale: float) -> list[tuple[date, str]]:
    """Days with their labels, at least ``_APART`` pixels from each other, ``scale`` pixels being a day."""
    days = [date.fromordinal(max(ordinal, 1)) for ordinal in (first, last)]
    if (last - first) * scale < _APART:
        return [_single(days[0] if last - first > 2 else date.fromordinal((first + last) // 2))]
    found: list[tuple[date, str]] = []
    for step in _YEARS:
        if step * 365 * scale >= _APART:
            years = range(-(-days[0].year // step) * step, days[1].year + 1, step)
            found = _within(days, ((date(max(year, 1), 1, 1), str(year)) for year in years))
    for step in _MONTHS:
        if step * 30 * scale >= _APART:
            found = _within(days, ((day, MONTHS[day.month - 1]) for day in _firsts(days, step)))
    for step in _DAYS:
        if step * scale >= _APART:
            every = (date.fromordinal(one) for one in range(first, last + 1, step))
            found = [(day, f"{day.day} {MONTHS[day.month - 1]}") for day in every]
    return found or [_single(days[0])]


def _single(day: date) -> tuple[date, str]:
    """The one tick of a stretch that is short, or has no round day."""
    return day, str(day.year) if (day.month, day.day) == (1, 1) else f"{day.day} {MONTHS[day.month - 1]}"


def _firsts(days: list[date], step: int) -> Iterator[date]:
    for year in range(days[0].year, days[1].year + 1):
        yield from (date(year, month, 1) for month in range(1, 13, step))


def _within(days: list[date], found: Iterable[tuple[date, str]]) -> list[tuple[date, str]]:
    return [(day, label) for day, label in found if days[0] <= day <= days[1]]
