"""The kinds of time expression: their words, how each is read, and which day it counts from."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from kg.ground import periods, readings
from kg.model import Interval
from kg.numbers import NUMBER

PARTS = "morning|afternoon|evening|night"
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = rf"(?P<weekday>{'|'.join(readings.WEEKDAYS)})"
_ANY_DAY = rf"(?:(?:{'|'.join(d[:3] for d in readings.WEEKDAYS)})[a-z]* )?"
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


# --- kinds that hold another expression


def _week_of(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "the week of January 13", "the week beginning 5 May": the days that follow, or the week that holds it."""
    found = read(match["rest"], base, tense)
    return periods.week(found.first) if found and found.first else None


def _shifted(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "two days after Sunday's derby", "the week before March 3"."""
    found = read(match["rest"], base, tense)
    if found is None or found.first is None or found.last is None:
        return None
    before = match["way"] == "before"
    return readings.ago(match, found.first, tense) if before else readings.hence(match, found.last, tense)


def _up_to(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "the three months to September", "the year ended June 30"."""
    end = read(match["rest"], base, tense)
    if end is None or end.last is None:
        return None
    unit = readings.unit_name(match)
    return Interval(
        periods.back(end.last + periods.DAY, readings.count_of(match), unit), end.last, periods.precision(unit)
    )


def _part(match: re.Match[str], base: date, tense: str) -> Interval | None:
    """ "the first nine months of last year", "the last week of June"."""
    whole = read(match["rest"], base, tense)
    place, count, unit = readings.ORDINALS[match["ordinal"]], readings.count_of(match), readings.unit_name(match)
    if whole is None or whole.first is None or whole.last is None or not count:
        return None
    if place < 0:
        return Interval(periods.back(whole.last + periods.DAY, count, unit), whole.last, unit)
    first = periods.back(whole.first, -(place - 1) * count, unit)
    return Interval(first, periods.back(first, -count, unit) - periods.DAY, unit)


# --- all kinds


def _kind(pattern: str, reading: Reading, base: From = From.ARTICLE) -> Kind:
    return Kind(re.compile(pattern), reading, base)


_UNITS = rf"{_UNIT}(?P<plural>s?){_HALF_MORE}"
_ORDINAL = rf"(?P<ordinal>{'|'.join(readings.ORDINALS)})"
_NEAR = rf"(?:{_UNIT}|{_WEEKDAY}(?: (?:{PARTS}))?|{_SEASON}|{PARTS})"
# In the order in which they are tried.
KINDS = (
    _kind(r"\d{4}-\d\d-\d\d", readings.iso, From.NOTHING),
    _kind(rf"{_ANY_DAY}{_MONTH} {_NUMBERED}{_OF_YEAR}?", readings.one_date),
    _kind(rf"{_ANY_DAY}(?:the )?{_NUMBERED} (?:of )?{_MONTH}{_OF_YEAR}?", readings.one_date),
    _kind(rf"{_MONTH} {_NUMBERED}{_TO}{_OF_YEAR}?", readings.dates),
    _kind(rf"{_NUMBERED}{_TO} (?:of )?{_MONTH}{_OF_YEAR}?", readings.dates),
    _kind(rf"(?:(?:the )?{_WHICH} )?(?P<feast>{'|'.join(readings.FEASTS)}){_OF_YEAR}?", readings.feast),
    _kind(rf"{_EDGE}(?:{_WHICH} )?{_MONTH}{_OF_YEAR}?", readings.month),
    _kind(rf"{_YEAR}[–-](?P<to>\d\d|(?:1[0-9]|20)\d\d)", readings.span_of_years, From.NOTHING),
    _kind(rf"{_EDGE}{_YEAR}(?: [a-z]+)?", readings.year, From.NOTHING),  # "(since) the 2022 invasion"
    _kind(r"(?:early |late |mid )?(?P<decade>\d{3}0)s", readings.decade, From.NOTHING),
    _kind(r"(?:early |late |mid )?(?P<number>\d\d?)(?:st|nd|rd|th) century", readings.century, From.NOTHING),
    _kind(rf"(?:(?P<ordinal>first|second|third|fourth) quarter|q(?P<number>[1-4])){_OF_YEAR}?", readings.quarter),
    _kind(rf"(?P<ordinal>{'|'.join(readings.HALVES)}) half{_OF_YEAR}", readings.half),
    _kind(rf"{_EDGE}(?:{_WHICH} )?{_SEASON}{_OF_YEAR}?", readings.season),
    _kind(r"(?:earlier|later) in the (?P<unit>day)", readings.same, From.FOCUS),
    _kind(rf"{_EDGE}(?:{_WHICH}|the) {_PERIOD}", readings.period),
    _kind(rf"{_EDGE}(?:{_WHICH} )?{_WEEKDAY}(?: (?:{PARTS}))?", readings.weekday),
    _kind(rf"{_WEEKDAY}(?: (?:{PARTS}))? (?:of )?{_WHICH} week", readings.weekday_of),
    _kind(rf"(?:the )?{_ORDINAL} {_WEEKDAY} (?:of|in) {_MONTH}{_OF_YEAR}?", readings.numbered_weekday),
    _kind(r"week (?:of|beginning|starting) (?P<rest>.+)", _week_of),
    _kind(rf"(?P<word>{'|'.join(readings.DAYS_AWAY)})(?: (?:{PARTS}))?", readings.day_word),
    _kind(r"overnight", readings.overnight),
    _kind(rf"{_COUNT} {_UNITS} ago", readings.ago),
    _kind(rf"in {_COUNT} {_UNITS}(?: time)?", readings.hence),
    _kind(rf"{_COUNT} {_UNITS} from now", readings.hence),
    _kind(rf"(?:{_COUNT}|the) {_UNITS} (?P<way>before|after|from) (?P<rest>.+)", _shifted),
    _kind(rf"the (?:{_COUNT} )?{_UNITS} (?:to|ended|ending) (?P<rest>.+)", _up_to),
    _kind(rf"(?P<way>within) (?:the (?:next |coming )?)?(?:{_COUNT} )?{_UNITS}", readings.stretch, From.FOCUS_IF_PAST),
    _kind(rf"(?:the )?{_ORDINAL} (?:{_COUNT} )?{_UNIT}(?P<plural>s?) (?:of|in) (?P<rest>.+)", _part),
    _kind(rf"(?:the )?(?P<way>past|last|next|coming|recent) (?:{_COUNT} )?{_UNITS}", readings.stretch),
    _kind(rf"(?:{_COUNT} )?(?P<unit>hour)(?P<plural>s?) (?P<way>earlier|later)", readings.hours_beside, From.FOCUS),
    _kind(rf"(?:{_COUNT} )?{_UNITS} (?:earlier|before|prior|previously)", readings.ago, From.FOCUS),
    _kind(rf"(?:{_COUNT} )?{_UNITS} (?:later|after|afterwards?|on)", readings.hence, From.FOCUS),
    _kind(
        rf"(?:the )?(?P<way>previous|preceding|following) {_COUNT} {_UNIT}(?P<plural>s?)", readings.stretch, From.FOCUS
    ),
    _kind(rf"the (?P<way>following|subsequent|previous|preceding|prior) {_NEAR}", readings.beside, From.FOCUS),
    _kind(
        rf"the same {_UNIT} (?:(?:a|one) year (?:earlier|ago|before)|last year|(?:of|in) {_YEAR})",
        readings.same_in,
        From.FOCUS,
    ),
    _kind(rf"(?:(?:earlier|later) )?(?:that|the same|this same) (?:same )?{_NEAR}", readings.same, From.FOCUS),
)
