"""How each kind of time expression is read: its words, the day it counts from and its tense in, the days out."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum

from kg.ground import periods
from kg.model import Interval
from kg.numbers import NUMBER, number

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
PARTS = "morning|afternoon|evening|night"

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
_ANY_DAY = rf"(?:(?:{'|'.join(d[:3] for d in WEEKDAYS)})[a-z]* )?"
_YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)"
_OF_YEAR = rf"(?: (?:of )?(?:{_YEAR}|(?P<of>the|this|last|next) year))"
_EDGE = r"(?:(?P<edge>early|late|earlier|later|mid) (?:on |in (?=the |this ))?)?"
_WHICH = r"(?P<which>this past|this coming|last|this|next|past|coming)"
_UNIT = r"(?P<unit>minute|hour|day|week|weekend|fortnight|month|quarter|year|decade|century|centurie)"
_COUNT = rf"(?P<count>{NUMBER}|an?|several|a few|few|a couple of|many)"
_SEASON = rf"(?P<season>{'|'.join(periods.SEASONS)})"
_NUMBERED = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_TO = r"(?: ?[–—-] ?| to | and )(?P<to>\d{1,2})(?:st|nd|rd|th)?"
_PERIOD = r"(?P<period>day|week|weekend|month|year|quarter|decade|century)"
_HALF_MORE = r"(?P<half> and a half)?(?: or (?:so|more))?"


class From(Enum):
    """Which day a kind counts from: none, the article's, or that named last before it in the text.

    "He will leave within weeks" counts from the article, "he left within weeks" from what was told before.
    """

    NOTHING = 0
    ARTICLE = 1
    FOCUS = 2
    FOCUS_IF_PAST = 3


Reading = Callable[[re.Match[str], date, str], Interval | None]
"""How a kind is read: its match, the day it counts from, the tense."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of expression: its pattern (in plain words), how it is read, and from which day it counts."""

    pattern: re.Pattern[str]
    reading: Reading
    base: From


def read(words: str, base: date, tense: str) -> Interval | None:
    """Plain words in, the days they stand for out, counted from a day; None where they are no time."""
    for kind in KINDS:
        match = kind.pattern.fullmatch(words)
        if match:
            return kind.reading(match, base, tense)
    return None


def unit_of(match: re.Match[str]) -> str:
    """What an expression counts in: a "week" in "the previous week", days for weekdays, years for "that summer"."""
    groups = match.groupdict()
    if groups.get("season"):
        return "year"
    return _unit(match) if groups.get("unit") else "day"


def _iso(match: re.Match[str], base: date, tense: str) -> Interval:
    return periods.day(date.fromisoformat(match[0]))


def _date(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "March 17, 2025"; without a year the nearest such day that the tense allows."""
    return _on(_month_number(match), int(match["day"]), match, base, tense)


def _feast(match: re.Match[str], base: date, tense: str) -> Interval | None:
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


def _dates(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "May 14-16", "3 to 5 November 2019"."""
    found = _date(match, base, tense)
    return replace(found, last=found.first.replace(day=int(match["to"]))) if found and found.first else None


def _month(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "March 2025", "last March", "in March"."""
    year = _year_number(match, base)
    if year:
        return periods.month(year, _month_number(match))
    known = (periods.month(y, _month_number(match)) for y in _years(base))
    return _within(match, base, periods.nearest(known, base, _which(match), tense))


def _year(match: re.Match[str], base: date, tense: str) -> Interval:
    return periods.year(int(match["year"]))


def _span_of_years(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "2014-2018", "2014–18"."""
    first, last = int(match["year"]), int(match["year"][: 4 - len(match["to"])] + match["to"])
    return replace(periods.year(first), last=periods.year(last).last) if first < last else None


def _decade(match: re.Match[str], base: date, tense: str) -> Interval:
    return periods.decade(int(match["decade"]))


def _century(match: re.Match[str], base: date, tense: str) -> Interval:
    return periods.century(int(match["number"]))


def _quarter(match: re.Match[str], base: date, tense: str) -> Interval | None:
    number = ORDINALS[match["ordinal"]] if match["ordinal"] else int(match["number"])
    year = _year_number(match, base)
    if year:
        return periods.quarter(year, number)
    return periods.nearest((periods.quarter(y, number) for y in _years(base)), base, "", tense)


def _half(match: re.Match[str], base: date, tense: str) -> Interval:
    """ "the first half of 2023"."""
    return periods.half(_year_number(match, base), HALVES[match["ordinal"]])


def _season(match: re.Match[str], base: date, tense: str) -> Interval | None:
    year = _year_number(match, base)
    if year:
        return periods.season(year, match["season"])
    known = (periods.season(y, match["season"]) for y in _years(base))
    return periods.nearest(known, base, _which(match), tense)


def _period(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "last week", "earlier this month", "the weekend", "the end of the year"."""
    known = periods.around(base, match["period"])
    if match["period"] == "weekend":
        return _within(match, base, periods.nearest(known, base, _which(match), tense))
    return _within(match, base, known[{"last": 0, "next": 2}.get(_which(match), 1)])


def _weekday(match: re.Match[str], base: date, tense: str) -> Interval | None:
    near = (periods.day(base + n * periods.DAY) for n in range(-7, 8))
    return periods.nearest((d for d in near if _is_weekday(d, match)), base, _which(match), tense)


def _weekday_of(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "Thursday last week", "Tuesday of next week"."""
    week = periods.around(base, "week")[{"last": 0, "next": 2}.get(_which(match), 1)]
    return next((day for day in _days_of(week) if _is_weekday(day, match)), None)


def _numbered_weekday(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "the first Monday of May", "the last Sunday in November 2019"."""
    found = _month(match, base, tense)
    days = [day for day in _days_of(found) if _is_weekday(day, match)] if found else []
    place = ORDINALS[match["ordinal"]]
    return days[place - 1 if place > 0 else place] if -1 <= place <= len(days) else None


def _week_of(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "the week of January 13", "the week beginning 5 May": the days that follow, or the week that holds it."""
    found = read(match["rest"], base, tense)
    return periods.week(found.first) if found and found.first else None


def _day_word(match: re.Match[str], base: date, tense: str) -> Interval:
    return periods.day(base + DAYS_AWAY[match["word"]] * periods.DAY)


def _overnight(match: re.Match[str], base: date, tense: str) -> Interval:
    return Interval(base - periods.DAY, base)


def _ago(match: re.Match[str], base: date, tense: str) -> Interval:
    """ "two days ago" is a day, "two years ago" a year, "several weeks ago" some time before today."""
    count, unit = _count(match), _unit(match)
    if not count:
        return periods.day(base) if unit in periods.HOURS else Interval(None, base, periods.precision(unit))
    return periods.around(periods.back(base, count, unit), _told_in(count, unit))[1]


def _hence(match: re.Match[str], base: date, tense: str) -> Interval:
    """ "in two weeks", "two weeks later"."""
    count, unit = _count(match), _unit(match)
    if not count:
        return periods.day(base) if unit in periods.HOURS else Interval(base, None, periods.precision(unit))
    return periods.around(periods.back(base, -count, unit), _told_in(count, unit))[1]


def _hours_beside(match: re.Match[str], base: date, tense: str) -> Interval:
    """ "hours later": on the day named before it or the next; "48 hours later": two days after it."""
    ahead = match["way"] == "later"
    if _count(match) >= 24:
        return _hence(match, base, tense) if ahead else _ago(match, base, tense)
    return Interval(base, base + periods.DAY) if ahead else Interval(base - periods.DAY, base)


def _shifted(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "two days after Sunday's derby", "the week before March 3"."""
    found = read(match["rest"], base, tense)
    if found is None or found.first is None or found.last is None:
        return None
    before = match["way"] == "before"
    return _ago(match, found.first, tense) if before else _hence(match, found.last, tense)


def _up_to(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "the three months to September", "the year ended June 30"."""
    end = read(match["rest"], base, tense)
    if end is None or end.last is None:
        return None
    unit = _unit(match)
    return Interval(periods.back(end.last + periods.DAY, _count(match), unit), end.last, periods.precision(unit))


def _stretch(match: re.Match[str], base: date, tense: str) -> Interval:
    """ "the past three years" up to today, "the coming weeks" from today; "recent weeks" has no first day."""
    count, unit = _count(match), _unit(match)
    precision = periods.precision(unit)
    if match["way"] in ("next", "coming", "within", "following"):
        if not count and unit in periods.HOURS:
            return Interval(base, base + periods.DAY) if unit == "hour" else periods.day(base)
        return Interval(base, periods.back(base, -count, unit) if count else None, precision)
    return Interval(periods.back(base, count, unit) if count else None, base, precision)


def _part(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "the first nine months of last year", "the last week of June"."""
    whole = read(match["rest"], base, tense)
    place, count, unit = ORDINALS[match["ordinal"]], _count(match), _unit(match)
    if whole is None or whole.first is None or whole.last is None or not count:
        return None
    if place < 0:
        return Interval(periods.back(whole.last + periods.DAY, count, unit), whole.last, unit)
    first = periods.back(whole.first, -(place - 1) * count, unit)
    return Interval(first, periods.back(first, -count, unit) - periods.DAY, unit)


def _beside(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "the following year", "the previous night", "the next Sunday"."""
    ahead = match["way"] in ("following", "next", "after", "subsequent")
    if match["weekday"] or match["season"]:
        return (_weekday if match["weekday"] else _season_beside)(match, base, tense)
    return periods.around(base, unit_of(match))[2 if ahead else 0]


def _season_beside(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "the following summer", "the previous winter": of the year after or before."""
    return periods.season(base.year + (-1 if _which(match) == "last" else 1), match["season"])


def _same(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "that day", "the same month", "that summer": what holds the day named before it."""
    if match["season"]:
        return periods.season(base.year, match["season"])
    return periods.around(base, unit_of(match))[1]


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


def _unit(match: re.Match[str]) -> str:
    return "century" if match["unit"] == "centurie" else match["unit"]


def _count(match: re.Match[str]) -> Decimal:
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


def _kind(pattern: str, reading: Reading, base: From = From.ARTICLE) -> Kind:
    return Kind(re.compile(pattern), reading, base)


_UNITS = rf"{_UNIT}(?P<plural>s?){_HALF_MORE}"
_ORDINAL = rf"(?P<ordinal>{'|'.join(ORDINALS)})"
_NEAR = rf"(?:{_UNIT}|{_WEEKDAY}(?: (?:{PARTS}))?|{_SEASON}|{PARTS})"
# In the order in which they are tried.
KINDS = (
    _kind(r"\d{4}-\d\d-\d\d", _iso, From.NOTHING),
    _kind(rf"{_ANY_DAY}{_MONTH} {_NUMBERED}{_OF_YEAR}?", _date),
    _kind(rf"{_ANY_DAY}(?:the )?{_NUMBERED} (?:of )?{_MONTH}{_OF_YEAR}?", _date),
    _kind(rf"{_MONTH} {_NUMBERED}{_TO}{_OF_YEAR}?", _dates),
    _kind(rf"{_NUMBERED}{_TO} (?:of )?{_MONTH}{_OF_YEAR}?", _dates),
    _kind(rf"(?:(?:the )?{_WHICH} )?(?P<feast>{'|'.join(FEASTS)}){_OF_YEAR}?", _feast),
    _kind(rf"{_EDGE}(?:{_WHICH} )?{_MONTH}{_OF_YEAR}?", _month),
    _kind(rf"{_YEAR}[–-](?P<to>\d\d|(?:1[0-9]|20)\d\d)", _span_of_years, From.NOTHING),
    _kind(rf"{_EDGE}{_YEAR}(?: [a-z]+)?", _year, From.NOTHING),  # "(since) the 2022 invasion"
    _kind(r"(?:early |late |mid )?(?P<decade>\d{3}0)s", _decade, From.NOTHING),
    _kind(r"(?:early |late |mid )?(?P<number>\d\d?)(?:st|nd|rd|th) century", _century, From.NOTHING),
    _kind(rf"(?:(?P<ordinal>first|second|third|fourth) quarter|q(?P<number>[1-4])){_OF_YEAR}?", _quarter),
    _kind(rf"(?P<ordinal>{'|'.join(HALVES)}) half{_OF_YEAR}", _half),
    _kind(rf"{_EDGE}(?:{_WHICH} )?{_SEASON}{_OF_YEAR}?", _season),
    _kind(r"(?:earlier|later) in the (?P<unit>day)(?P<season>)", _same, From.FOCUS),
    _kind(rf"{_EDGE}(?:{_WHICH}|the) {_PERIOD}", _period),
    _kind(rf"{_EDGE}(?:{_WHICH} )?{_WEEKDAY}(?: (?:{PARTS}))?", _weekday),
    _kind(rf"{_WEEKDAY}(?: (?:{PARTS}))? (?:of )?{_WHICH} week", _weekday_of),
    _kind(rf"(?:the )?{_ORDINAL} {_WEEKDAY} (?:of|in) {_MONTH}{_OF_YEAR}?", _numbered_weekday),
    _kind(r"week (?:of|beginning|starting) (?P<rest>.+)", _week_of),
    _kind(rf"(?P<word>{'|'.join(DAYS_AWAY)})(?: (?:{PARTS}))?", _day_word),
    _kind(r"overnight", _overnight),
    _kind(rf"{_COUNT} {_UNITS} ago", _ago),
    _kind(rf"in {_COUNT} {_UNITS}(?: time)?", _hence),
    _kind(rf"{_COUNT} {_UNITS} from now", _hence),
    _kind(rf"(?:{_COUNT}|the) {_UNITS} (?P<way>before|after|from) (?P<rest>.+)", _shifted),
    _kind(rf"the (?:{_COUNT} )?{_UNITS} (?:to|ended|ending) (?P<rest>.+)", _up_to),
    _kind(rf"(?P<way>within) (?:the (?:next |coming )?)?(?:{_COUNT} )?{_UNITS}", _stretch, From.FOCUS_IF_PAST),
    _kind(rf"(?:the )?{_ORDINAL} (?:{_COUNT} )?{_UNIT}(?P<plural>s?) (?:of|in) (?P<rest>.+)", _part),
    _kind(rf"(?:the )?(?P<way>past|last|next|coming|recent) (?:{_COUNT} )?{_UNITS}", _stretch),
    _kind(rf"(?:{_COUNT} )?(?P<unit>hour)(?P<plural>s?) (?P<way>earlier|later)", _hours_beside, From.FOCUS),
    _kind(rf"(?:{_COUNT} )?{_UNITS} (?:earlier|before|prior|previously)", _ago, From.FOCUS),
    _kind(rf"(?:{_COUNT} )?{_UNITS} (?:later|after|afterwards?|on)", _hence, From.FOCUS),
    _kind(rf"(?:the )?(?P<way>previous|preceding|following) {_COUNT} {_UNIT}(?P<plural>s?)", _stretch, From.FOCUS),
    _kind(rf"the (?P<way>following|subsequent|previous|preceding|prior) {_NEAR}", _beside, From.FOCUS),
    _kind(rf"(?:(?:earlier|later) )?(?:that|the same|this same) (?:same )?{_NEAR}", _same, From.FOCUS),
)
