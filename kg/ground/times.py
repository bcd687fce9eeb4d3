"""The days that a time expression stands for, told from the day of the article and the tense it stands in.

"said Sunday" on a Monday is the day before, "will speak Tuesday" the day after; on a Tuesday both are that day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from kg.ground import periods
from kg.model import Interval, Time

NO_DATE = "relative date without a date of the article"
ANOTHER = "relative to another time of the text"
UNREAD = "time that is not understood"

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
}  # fmt: skip
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
WHICH = {"last": "last", "past": "last", "this past": "last", "next": "next", "coming": "next", "this coming": "next"}
DAYS_AWAY = {
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "yesterday": -1,
    "last night": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2,
}  # fmt: skip

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
_ANY_DAY = rf"(?:(?:{'|'.join(d[:3] for d in WEEKDAYS)})[a-z]* )?"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_OF_YEAR = rf"(?: (?:of )?(?:{_YEAR}|(?P<of>the|this|last|next) year))"
_EDGE = r"(?:(?P<edge>early|late|earlier|later|mid) (?:on )?)?"
_WHICH = r"(?P<which>this past|this coming|last|this|next|past|coming)"
_UNIT = r"(?P<unit>day|week|month|year|decade)"
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(COUNTS)}|several|a few|a couple of)"
_SEASON = rf"(?P<season>{'|'.join(periods.SEASONS)})"

Reading = Callable[[re.Match[str], date, str], Interval | None]
"""How a kind of expression is read: its match, the day of the article, the tense."""


def resolve(time: Time, published: date | None) -> Interval | None:
    """A time expression and the day of its article in, the days it stands for out.

    ``since`` and ``from`` leave the end open, ``until``, ``by`` and ``before`` the start. None where the words do not
    tell: see ``reason_open``.

    >>> from kg.model import Span
    >>> resolve(Time(Span(0, 6), "Sunday", tense="past"), date(2031, 3, 17))
    Interval(first=datetime.date(2031, 3, 16), last=datetime.date(2031, 3, 16), precision='day')
    """
    read = _read(time, published)
    return None if isinstance(read, str) else read


def reason_open(time: Time, published: date | None) -> str:
    """Why a time cannot be resolved; "" where it can."""
    read = _read(time, published)
    return read if isinstance(read, str) else ""


def _read(time: Time, published: date | None) -> Interval | str:
    words = _plain(time.text)
    tense = "past" if time.relation == "since" else time.tense
    # The words before the date itself ("since taking office on Jan. 20") fall away one by one.
    for start in range(len(words)):
        text = " ".join(words[start:])
        if _ANAPHORIC.fullmatch(text):
            return ANOTHER
        for pattern, reading, relative in _KINDS:
            match = pattern.fullmatch(text)
            if match and relative and published is None and not match.groupdict().get("year"):
                return NO_DATE
            if match:
                found = _tried(reading, match, published or date.min, tense)
                return _led(time.relation, found, at_end=" end of " in f" {' '.join(words)}") if found else UNREAD
    return UNREAD


def _plain(text: str) -> list[str]:
    """Lower-case words without full stops, commas and the hyphens of "mid-March"."""
    plain = re.sub(r"[.,]|[’']s\b", "", text.lower())
    return re.sub(r"(?<=[a-z])-", " ", plain).split()


def _tried(reading: Reading, match: re.Match[str], base: date, tense: str) -> Interval | None:
    try:
        return reading(match, base, tense)
    except ValueError:  # "February 30": no such day
        return None


def _led(relation: str, found: Interval, at_end: bool) -> Interval:
    """The interval after the word that leads to it; ``at_end``: to the end of it ("before the end of the year")."""
    if relation in ("since", "from"):
        return replace(found, first=found.last if at_end else found.first, last=None)
    if relation == "before" and at_end:
        return replace(found, first=None)
    if relation in ("until", "by"):
        return replace(found, first=None)
    if relation == "before" and found.first:
        return replace(found, first=None, last=found.first - periods.DAY)
    if relation == "after" and found.last:
        return replace(found, first=found.last + periods.DAY, last=None)
    return found


def _iso(match: re.Match[str], base: date, tense: str) -> Interval:
    return periods.day(date.fromisoformat(match[0]))


def _date(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "March 17, 2025"; without a year the nearest such day that the tense allows."""
    month, day = _month_number(match), int(match["day"])
    year = _year_number(match, base)
    if year:
        return periods.day(date(year, month, day))
    years = range(base.year - 4, base.year + 5)  # a leap day comes every four
    days = (date(y, month, day) for y in years if day <= monthrange(y, month)[1])
    return periods.nearest(map(periods.day, days), base, "", tense)


def _month(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "March 2025", "last March", "in March"."""
    year = _year_number(match, base)
    if year:
        return periods.month(year, _month_number(match))
    known = (periods.month(y, _month_number(match)) for y in _years(base))
    return _within(match, base, periods.nearest(known, base, _which(match), tense))


def _year(match: re.Match[str], base: date, tense: str) -> Interval:
    return periods.year(int(match["year"]))


def _decade(match: re.Match[str], base: date, tense: str) -> Interval:
    return periods.decade(int(match["decade"]))


def _quarter(match: re.Match[str], base: date, tense: str) -> Interval | None:
    number = ORDINALS[match["ordinal"]] if match["ordinal"] else int(match["number"])
    year = _year_number(match, base)
    if year:
        return periods.quarter(year, number)
    return periods.nearest((periods.quarter(y, number) for y in _years(base)), base, "", tense)


def _season(match: re.Match[str], base: date, tense: str) -> Interval | None:
    if match["year"]:
        return periods.season(int(match["year"]), match["season"])
    known = (periods.season(y, match["season"]) for y in _years(base))
    return periods.nearest(known, base, _which(match), tense)


def _period(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "last week", "earlier this month", "the weekend", "the end of the year"."""
    known = periods.around(base, match["period"])
    if match["period"] == "weekend":
        return _within(match, base, periods.nearest(known, base, _which(match), tense))
    return _within(match, base, known[{"last": 0, "next": 2}.get(_which(match), 1)])


def _weekday(match: re.Match[str], base: date, tense: str) -> Interval | None:
    number = WEEKDAYS.index(match["weekday"])
    near = (base + n * periods.DAY for n in range(-7, 8))
    return periods.nearest((periods.day(d) for d in near if d.weekday() == number), base, _which(match), tense)


def _day_word(match: re.Match[str], base: date, tense: str) -> Interval:
    return periods.day(base + DAYS_AWAY[match["word"]] * periods.DAY)


def _overnight(match: re.Match[str], base: date, tense: str) -> Interval:
    return Interval(base - periods.DAY, base)


def _ago(match: re.Match[str], base: date, tense: str) -> Interval:
    """ "two days ago" is a day, "two years ago" a year, "several weeks ago" some time before today."""
    count, unit = _count(match), match["unit"]
    return periods.around(periods.back(base, count, unit), unit)[1] if count else Interval(None, base, unit)


def _in_count(match: re.Match[str], base: date, tense: str) -> Interval:
    """ "in two weeks", to come."""
    count, unit = _count(match), match["unit"]
    return periods.around(periods.back(base, -count, unit), unit)[1] if count else Interval(base, None, unit)


def _stretch(match: re.Match[str], base: date, tense: str) -> Interval:
    """ "the past three years" up to today, "the coming weeks" from today; "recent weeks" has no first day."""
    count, unit = _count(match), match["unit"]
    if match["way"] in ("next", "coming", "within"):
        return Interval(base, periods.back(base, -count, unit) if count else None, unit)
    return Interval(periods.back(base, count, unit) if count else None, base, unit)


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
    which = match["which"] or ""
    return WHICH.get(which, which)


def _count(match: re.Match[str]) -> int:
    """The number of units; 1 for "the past week"; 0 where it is not told ("several", "weeks")."""
    words = match["count"]
    if words is None:
        return 0 if match["plural"] else 1
    return int(words) if words.isdigit() else COUNTS.get(words, 0)


def _within(match: re.Match[str], base: date, found: Interval | None) -> Interval | None:
    """ "earlier this month" ends today, "later this week" begins today."""
    if found and match["edge"] == "earlier":
        return replace(found, last=base)
    return replace(found, first=base) if found and match["edge"] == "later" else found


def _kind(pattern: str, reading: Reading, relative: bool = True) -> tuple[re.Pattern[str], Reading, bool]:
    return re.compile(pattern), reading, relative


_PERIOD = r"(?P<period>week|weekend|month|year|quarter|decade)"
_NUMBERED = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
# Each with whether it needs the day of the article where it names no year.
_KINDS = (
    _kind(r"\d{4}-\d\d-\d\d", _iso, relative=False),
    _kind(rf"{_ANY_DAY}{_MONTH} {_NUMBERED}{_OF_YEAR}?", _date),
    _kind(rf"{_ANY_DAY}(?:the )?{_NUMBERED} (?:of )?{_MONTH}{_OF_YEAR}?", _date),
    _kind(rf"{_EDGE}(?:{_WHICH} )?{_MONTH}{_OF_YEAR}?", _month),
    _kind(rf"{_EDGE}{_YEAR}(?: [a-z]+)?", _year, relative=False),  # "(since) the 2022 invasion"
    _kind(r"(?:early |late |mid )?(?P<decade>\d{3}0)s", _decade, relative=False),
    _kind(
        rf"(?:(?P<ordinal>{'|'.join(ORDINALS)}) quarter|q(?P<number>[1-4])){_OF_YEAR}?",
        _quarter,
    ),
    _kind(rf"{_EDGE}(?:{_WHICH} )?{_SEASON}(?: (?:of )?{_YEAR})?", _season),
    _kind(rf"{_EDGE}(?:{_WHICH}|the) {_PERIOD}", _period),
    _kind(rf"{_EDGE}(?:{_WHICH} )?{_WEEKDAY}(?: (?:morning|afternoon|evening|night))?", _weekday),
    _kind(rf"(?P<word>{'|'.join(DAYS_AWAY)})(?: (?:morning|afternoon|evening|night))?", _day_word),
    _kind(r"overnight", _overnight),
    _kind(rf"{_COUNT} {_UNIT}(?P<plural>s?) ago", _ago),
    _kind(rf"in {_COUNT} {_UNIT}(?P<plural>s?)", _in_count),
    _kind(rf"(?P<way>within) (?:the (?:next |coming )?)?(?:{_COUNT} )?{_UNIT}(?P<plural>s?)", _stretch),
    _kind(rf"(?:the )?(?P<way>past|last|next|coming|recent) (?:{_COUNT} )?{_UNIT}(?P<plural>s?)", _stretch),
)
# "a day earlier", "the following week": counted from another time
_ANAPHORIC = re.compile(
    rf"{_COUNT} {_UNIT}s? (?:earlier|later)|the (?:following|previous) [\w ]+|the next (?:day|night)"
)
