"""What the kinds of time expression stand for: a match, the day it counts from and the tense in, the days out."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kg.ground import periods
from kg.model import Interval
from kg.numbers import number

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ORDINALS = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "final": -1}
HALVES = {"first": 1, "second": 2, "latter": 2}
WHICH = {"last": "last", "past": "last", "this past": "last", "next": "next", "coming": "next", "this coming": "next"}
DAYS_AWAY = {
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "yesterday": -1,
    "last night": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2,
}  # fmt: skip
FEASTS = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year eve": (12, 31), "new year day": (1, 1),
}  # fmt: skip


def unit_of(match: re.Match[str]) -> str:
    """What an expression counts in: a "week" in "the previous week", days for weekdays, years for "that summer"."""
    groups = match.groupdict()
    if groups.get("season"):
        return "year"
    return unit_name(match) if groups.get("unit") else "day"


def iso(match: re.Match[str], base: date, tense: str) -> Interval:
    """ "2025-03-17"."""
    return periods.day(date.fromisoformat(match[0]))


def one_date(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "March 17, 2025"; without a year the nearest such day that the tense allows."""
    return _on(_month_number(match), int(match["day"]), match, base, tense)


def feast(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "New Year's Eve", "Christmas 2024"."""
    month, day = FEASTS[match["feast"]]
    return _on(month, day, match, base, tense)


def _on(month: int, day: int, match: re.Match[str], base: date, tense: str) -> Interval | None:
    year = _year_number(match, base)
    if year:
        return periods.day(date(year, month, day))
    years = range(base.year - 4, base.year + 5)  # a leap day comes every four
    days = (date(y, month, day) for y in years if day <= monthrange(y, month)[1])
    return periods.nearest(map(periods.day, days), base, _which(match), tense)


def dates(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "May 14-16", "3 to 5 November 2019"."""
    found = one_date(match, base, tense)
    return replace(found, last=found.first.replace(day=int(match["to"]))) if found and found.first else None


def month(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "March 2025", "last March", "in March"."""
    year = _year_number(match, base)
    if year:
        return periods.month(year, _month_number(match))
    known = (periods.month(y, _month_number(match)) for y in _years(base))
    return _within(match, base, periods.nearest(known, base, _which(match), tense))


def year(match: re.Match[str], base: date, tense: str) -> Interval:
    """ "2022", "the 2022 invasion"."""
    return periods.year(int(match["year"]))


def span_of_years(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "2014-2018", "2014–18"."""
    first, last = int(match["year"]), int(match["year"][: 4 - len(match["to"])] + match["to"])
    return replace(periods.year(first), last=periods.year(last).last) if first < last else None


def decade(match: re.Match[str], base: date, tense: str) -> Interval:
    """ "the 1990s"."""
    return periods.decade(int(match["decade"]))


def century(match: re.Match[str], base: date, tense: str) -> Interval:
    """ "the 19th century"."""
    return periods.century(int(match["number"]))


def quarter(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "the third quarter of 2024", "Q3"."""
    number = ORDINALS[match["ordinal"]] if match["ordinal"] else int(match["number"])
    year = _year_number(match, base)
    if year:
        return periods.quarter(year, number)
    return periods.nearest((periods.quarter(y, number) for y in _years(base)), base, "", tense)


def half(match: re.Match[str], base: date, tense: str) -> Interval:
    """ "the first half of 2023"."""
    return periods.half(_year_number(match, base), HALVES[match["ordinal"]])


def season(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "last winter", "the summer of 2023"."""
    year = _year_number(match, base)
    if year:
        return periods.season(year, match["season"])
    known = (periods.season(y, match["season"]) for y in _years(base))
    return periods.nearest(known, base, _which(match), tense)


def period(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "last week", "earlier this month", "the weekend", "the end of the year"."""
    known = periods.around(base, match["period"])
    if match["period"] == "weekend":
        return _within(match, base, periods.nearest(known, base, _which(match), tense))
    return _within(match, base, known[{"last": 0, "next": 2}.get(_which(match), 1)])


def weekday(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "Sunday", "last Friday", "Tuesday morning"."""
    near = (periods.day(base + n * periods.DAY) for n in range(-7, 8))
    return periods.nearest((d for d in near if _is_weekday(d, match)), base, _which(match), tense)


def weekday_of(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "Thursday last week", "Tuesday of next week"."""
    week = periods.around(base, "week")[{"last": 0, "next": 2}.get(_which(match), 1)]
    return next((day for day in _days_of(week) if _is_weekday(day, match)), None)


def numbered_weekday(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "the first Monday of May", "the last Sunday in November 2019"."""
    found = month(match, base, tense)
    days = [day for day in _days_of(found) if _is_weekday(day, match)] if found else []
    place = ORDINALS[match["ordinal"]]
    return days[place - 1 if place > 0 else place] if -1 <= place <= len(days) else None


def day_word(match: re.Match[str], base: date, tense: str) -> Interval:
    """ "yesterday", "tonight"."""
    return periods.day(base + DAYS_AWAY[match["word"]] * periods.DAY)


def overnight(match: re.Match[str], base: date, tense: str) -> Interval:
    """ "overnight": from the day before to this one."""
    return Interval(base - periods.DAY, base)


def ago(match: re.Match[str], base: date, tense: str) -> Interval:
    """ "two days ago" is a day, "two years ago" a year, "several weeks ago" some time before today."""
    count, unit = count_of(match), unit_name(match)
    if not count:
        return periods.day(base) if unit in periods.HOURS else Interval(None, base, periods.precision(unit))
    return periods.around(periods.back(base, count, unit), _told_in(count, unit))[1]


def hence(match: re.Match[str], base: date, tense: str) -> Interval:
    """ "in two weeks", "two weeks later"."""
    count, unit = count_of(match), unit_name(match)
    if not count:
        return periods.day(base) if unit in periods.HOURS else Interval(base, None, periods.precision(unit))
    return periods.around(periods.back(base, -count, unit), _told_in(count, unit))[1]


def hours_beside(match: re.Match[str], base: date, tense: str) -> Interval:
    """ "hours later": on the day named before it or the next; "48 hours later": two days after it."""
    ahead = match["way"] == "later"
    if count_of(match) >= 24:
        return hence(match, base, tense) if ahead else ago(match, base, tense)
    return Interval(base, base + periods.DAY) if ahead else Interval(base - periods.DAY, base)


def stretch(match: re.Match[str], base: date, tense: str) -> Interval:
    """ "the past three years" up to today, "the coming weeks" from today; "recent weeks" has no first day."""
    count, unit = count_of(match), unit_name(match)
    precision = periods.precision(unit)
    if match["way"] in ("next", "coming", "within", "following"):
        if not count and unit in periods.HOURS:
            return Interval(base, base + periods.DAY) if unit == "hour" else periods.day(base)
        return Interval(base, periods.back(base, -count, unit) if count else None, precision)
    return Interval(periods.back(base, count, unit) if count else None, base, precision)


def beside(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "the following year", "the previous night", "the next Sunday"."""
    ahead = match["way"] in ("following", "next", "after", "subsequent")
    if match["weekday"] or match["season"]:
        return (weekday if match["weekday"] else _season_beside)(match, base, tense)
    return periods.around(base, unit_of(match))[2 if ahead else 0]


def _season_beside(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "the following summer", "the previous winter": of the year after or before."""
    return periods.season(base.year + (-1 if _which(match) == "last" else 1), match["season"])


def same(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "that day", "the same month", "that summer": what holds the day named before it."""
    if match.groupdict().get("season"):
        return periods.season(base.year, match["season"])
    return periods.around(base, unit_of(match))[1]


def same_in(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "the same month a year earlier", "the same quarter of 2030"."""
    year = int(match["year"]) if match["year"] else base.year - 1
    return periods.around(periods.back(base, Decimal(12 * (base.year - year)), "month"), unit_name(match))[1]


def _is_weekday(day: Interval, match: re.Match[str]) -> bool:
    return day.first is not None and day.first.weekday() == WEEKDAYS.index(match["weekday"])


def _days_of(period: Interval) -> list[Interval]:
    first, last = period.first or date.min, period.last or date.min
    return [periods.day(first + n * periods.DAY) for n in range((last - first).days + 1)]


def _year_number(match: re.Match[str], base: date) -> int:
    """The year that is named, "2024" or "of last year"; 0 where none is."""
    if match["year"]:
        return int(match["year"])
    return base.year + {"last": -1, "next": 1}.get(match["of"], 0) if match["of"] else 0


def _month_number(match: re.Match[str]) -> int:
    return MONTHS.index(match["month"][:3]) + 1


def _years(base: date) -> range:
    return range(base.year - 2, base.year + 3)


def _which(match: re.Match[str]) -> str:
    which = match.groupdict().get("which") or match.groupdict().get("way") or ""
    return {**WHICH, "previous": "last", "preceding": "last", "following": "next", "subsequent": "next"}.get(
        which, which
    )


def unit_name(match: re.Match[str]) -> str:
    """The unit that is named, in the singular."""
    return "century" if match["unit"] == "centurie" else match["unit"]


def count_of(match: re.Match[str]) -> Decimal:
    """The number of units; 1 for "the past week"; 0 where it is not told ("several", "weeks")."""
    words = match.groupdict().get("count")
    half = Decimal("0.5") if match.groupdict().get("half") else Decimal(0)
    if words is None:
        return Decimal(0) if match["plural"] else 1 + half
    return (number(words) or Decimal(0)) + half


def _told_in(count: Decimal, unit: str) -> str:
    """What a number of units tells a date in: "18 months" a month, "a year and a half" as well."""
    return unit if int(count) == count or unit not in periods.PARTS_OF else periods.PARTS_OF[unit][0]


def _within(match: re.Match[str], base: date, found: Interval | None) -> Interval | None:
    """ "earlier this month" ends today, "later this week" begins today."""
    edge = match.groupdict().get("edge")
    if found and edge == "earlier":
        return replace(found, last=base)
    return replace(found, first=base) if found and edge == "later" else found
