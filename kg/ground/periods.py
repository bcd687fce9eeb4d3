"""Stretches of the calendar as intervals: weeks run from Monday to Sunday, seasons are those of the north."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from kg.model import Interval

DAY = timedelta(days=1)
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # the month each starts in


def day(of: date) -> Interval:
    """One day."""
    return Interval(of, of)


def week(of: date) -> Interval:
    """The week, Monday to Sunday, that holds a day."""
    monday = of - of.weekday() * DAY
    return Interval(monday, monday + 6 * DAY, "week")


def weekend(of: date) -> Interval:
    """The Saturday and Sunday of the week that holds a day."""
    monday = of - of.weekday() * DAY
    return Interval(monday + 5 * DAY, monday + 6 * DAY, "weekend")


def months(year: int, first: int, count: int, precision: str) -> Interval:
    """Some months from the first (13 is January of the next year)."""
    return Interval(_first_of(year, first), _first_of(year, first + count) - DAY, precision)


def month(year: int, number: int) -> Interval:
    """A month of a year."""
    return months(year, number, 1, "month")


def quarter(year: int, number: int) -> Interval:
    """A quarter (1 to 4) of a year."""
    return months(year, 3 * number - 2, 3, "quarter")


def season(year: int, name: str) -> Interval:
    """A season of a year; winter is that which begins in its December."""
    return months(year, SEASONS[name], 3, "season")


def year(number: int) -> Interval:
    """A year."""
    return months(number, 1, 12, "year")


def decade(number: int) -> Interval:
    """The ten years that hold a year: 1990 to 1999."""
    return months(number - number % 10, 1, 120, "decade")


def around(of: date, unit: str) -> list[Interval]:
    """The period of a kind ("week", "season", ...) that holds a day, with those before and after it, in order."""
    y = of.year
    if unit in ("day", "week", "weekend"):
        step, period = (1, day) if unit == "day" else (7, week if unit == "week" else weekend)
        return [period(of + n * step * DAY) for n in (-1, 0, 1)]
    if unit == "month":
        return [months(y, of.month + n, 1, "month") for n in (-1, 0, 1)]
    if unit == "quarter":
        return [months(y, (of.month - 1) // 3 * 3 + 1 + n, 3, "quarter") for n in (-3, 0, 3)]
    return [year(y + n) if unit == "year" else decade(y + 10 * n) for n in (-1, 0, 1)]


def back(of: date, count: int, unit: str) -> date:
    """The day so many days, weeks, months, years or decades before a day (a negative count: after it)."""
    if unit in ("day", "week"):
        return of - count * (7 if unit == "week" else 1) * DAY
    first = _first_of(of.year, of.month - count * {"month": 1, "year": 12, "decade": 120}[unit])
    return first.replace(day=min(of.day, monthrange(first.year, first.month)[1]))


def nearest(periods: Iterable[Interval], base: date, which: str, tense: str) -> Interval | None:
    """Of like periods in order ("Sundays", "Marches") the one meant on a day.

    ``which`` is "last" (over before the day), "next" (begins after it), "this" or "". Else the tense tells: past is the
    latest that has begun, present and future the earliest that is not over.
    """
    known = [(p.first, p.last, p) for p in periods if p.first and p.last]
    over = [p for first, last, p in known if last < base]
    ahead = [p for first, last, p in known if first > base]
    now = [p for first, last, p in known if first <= base <= last]
    if which == "last":
        chosen = over[-1:]
    elif which == "next":
        chosen = ahead[:1]
    else:
        chosen = now or (over[-1:] if tense == "past" else ahead[:1])
    return chosen[0] if chosen else None


def _first_of(year_number: int, month_number: int) -> date:
    """The first of a month; months before January and after December are those of other years."""
    years, months_over = divmod(month_number - 1, 12)
    return date(year_number + years, months_over + 1, 1)
