"""Stretches of the calendar as intervals: weeks run from Monday to Sunday, seasons are those of the north."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from kg.model import Interval

DAY = timedelta(days=1)
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # the month each starts in
DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
HOURS = {"hour": 24, "minute": 1440}  # of them in a day
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
PARTS_OF = {"century": ("year", 100), "decade": ("year", 10), "year": ("month", 12), "month": ("day", 30),
            "fortnight": ("day", 14), "week": ("day", 7)}  # fmt: skip


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


def century(number: int) -> Interval:
    """A century: the 19th is 1801 to 1900."""
    return months(100 * number - 99, 1, 1200, "century")


def half(year_number: int, number: int) -> Interval:
    """The first or second half of a year."""
    return months(year_number, 6 * number - 5, 6, "half-year")


def precision(unit: str) -> str:
    """A unit of time in, the precision of a date that is told in it out: "three hours ago" is a day."""
    return {"minute": "day", "hour": "day", "fortnight": "week"}.get(unit, unit)


def around(of: date, unit: str) -> list[Interval]:
    """The period of a kind ("week", "season", ...) that holds a day, with those before and after it, in order."""
    y, unit = of.year, precision(unit)
    if unit in ("day", "week", "weekend"):
        step, period = (1, day) if unit == "day" else (7, week if unit == "week" else weekend)
        return [period(of + n * step * DAY) for n in (-1, 0, 1)]
    if unit == "month":
        return [months(y, of.month + n, 1, "month") for n in (-1, 0, 1)]
    if unit == "quarter":
        return [months(y, (of.month - 1) // 3 * 3 + 1 + n, 3, "quarter") for n in (-3, 0, 3)]
    if unit == "century":
        return [century((y + 99) // 100 + n) for n in (-1, 0, 1)]
    return [year(y + n) if unit == "year" else decade(y + 10 * n) for n in (-1, 0, 1)]


def back(of: date, count: Decimal, unit: str) -> date:
    """The day so many hours, days, weeks, months, years ... before a day (a negative count: after it).

    Parts are counted in the next smaller unit, "a year and a half" as 18 months; 24 hours are a day.
    """
    whole = int(count)
    if whole != count and unit in PARTS_OF:
        smaller, of_them = PARTS_OF[unit]
        return back(of, Decimal(round(count * of_them)), smaller)
    if unit in DAYS:
        return of - whole * DAYS[unit] * DAY
    if unit in HOURS:
        return of - round(float(count) / HOURS[unit]) * DAY
    first = _first_of(of.year, of.month - whole * MONTHS[unit])
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
