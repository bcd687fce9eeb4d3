"""Absolute dates and times as news sites and their markup print them. The clock is never read.

A line of dates is cut into pieces, each of a known kind ("Updated", "7:20 AM", "EST", "Tue", "February 4, 2025"); a
line with anything else in it is no line of dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# Hours east of Greenwich. A zone that means another one elsewhere (IST) is left out: nothing is guessed.
ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "BST": 1, "WEST": 1, "CET": 1, "WAT": 1, "CEST": 2, "EET": 2, "SAST": 2,
    "CAT": 2, "EEST": 3, "MSK": 3, "EAT": 3, "GST": 4, "PKT": 5, "WIB": 7, "HKT": 8, "SGT": 8, "AWST": 8, "JST": 9,
    "KST": 9, "ACST": 9.5, "AEST": 10, "ACDT": 10.5, "AEDT": 11, "NZST": 12, "NZDT": 13, "NDT": -2.5, "ADT": -3,
    "BRT": -3, "ART": -3, "NST": -3.5, "AST": -4, "EDT": -4, "EST": -5, "CDT": -5, "CST": -6, "MDT": -6, "MST": -7,
    "PDT": -7, "PST": -8, "AKDT": -8, "AKST": -9, "HST": -10,
}  # fmt: skip
# Zones whose offset depends on the day.
PLACES = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
}

_MONTH = "jan(?:uary)? feb(?:ruary)? mar(?:ch)? apr(?:il)? may june? july? aug(?:ust)? sept?(?:ember)? oct(?:ober)?"
_MONTH = "|".join([*_MONTH.split(), "nov(?:ember)?", "dec(?:ember)?"])
_ZONE = "|".join([*ZONES, *PLACES])

# The digits behind the names of groups tell the forms of a day apart.
_PIECE = re.compile(
    rf"""
    (?P<updated> (?:last\s+)? (?:updated?|modified|edited|revised) \b (?:\s+(?:on|at)\b)? \s*:? )
  | (?P<printed> (?:first\s+|originally\s+)? (?:published|posted|created|issued|released|filed|date) \b
                 (?:\s+(?:on|at)\b)? \s*:? )
  | (?P<weekday> (?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)? \b \.? )
  | (?P<day1> (?P<y1>\d{{4}}) [-/] (?P<m1>\d\d?) [-/] (?P<d1>\d\d?) (?!\d) )  # 2025-03-17
  | (?P<day2> (?P<y2>(?:19|20)\d\d) (?P<m2>\d\d) (?P<d2>\d\d) (?!\d) )  # 20250317
  | (?P<day3> (?P<m3>{_MONTH}) \b \.? [\s-]+ (?P<d3>\d\d?) (?:st|nd|rd|th)? \b (?![:.]\d)
              (?: ,? [\s-]+ (?P<y3>\d{{4}}) \b )? )  # March 17, 2025
  | (?P<day4> (?P<d4>\d\d?) (?:st|nd|rd|th)? (?:\s+of)? [\s-]+ (?P<m4>{_MONTH}) \b \.?
              (?: ,? [\s-]+ (?P<y4>\d{{4}}) \b )? )  # 17 March 2025
  | (?P<day5> (?P<d5>\d\d?) \. (?P<m5>\d\d?) \. (?P<y5>\d{{4}}) \b )  # 17.03.2025
  | (?P<slashed> (?P<first>\d\d?) / (?P<second>\d\d?) / (?P<year>\d{{4}}) \b )  # 3/17/2025
  | (?P<time> (?P<hour>\d\d?)
              (?: [:.] (?P<minute>\d\d) (?: : (?P<seconds>\d\d) (?:[.,]\d+)? )? (?!\d) | (?=\s*[ap]\.?m\b) )
              \s* (?: (?P<half>[ap])\.?m\b\.? )? )
  | (?P<zone> \(? (?: (?:UTC|GMT)? (?P<offset>[+-]\d\d?(?::?\d\d)?) (?!\d) | (?P<name>{_ZONE}) \b ) \)? )
  | (?P<ago> \d+ \s+ (?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s? \s+ ago \b | just\s+now \b )
  | (?P<glue> [\s,;()/|·•–—-]+ | (?:at|on) \b | T (?=\d) | local\s+time \b )
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """One date as printed: its day, whether it is that of an update, its moment where time and zone are given too."""

    day: date
    moment: datetime | None = None
    updated: bool = False


@dataclass(frozen=True, slots=True)
class _Draft:
    updated: bool = False
    day: date | None = None
    time: time | None = None
    zone: str = ""


def stamps(words: str) -> tuple[Stamp, ...] | None:
    """A line or a value comes in; its dates go out, or None where it holds anything but dates.

    A date without a year, or one counted from now ("4 hours ago"), gives no Stamp.

    >>> stamps("Updated 7:20 AM EST, Tue February 4, 2025")[0].moment.isoformat()
    '2025-02-04T07:20:00-05:00'
    >>> stamps("The talks of March 17, 2025") is None
    True
    """
    drafts = [_Draft()]
    kinds = set()
    place = 0
    while place < len(words):
        piece = _PIECE.match(words, place)
        if piece is None or piece.lastgroup is None:
            return None
        kinds.add(piece.lastgroup)
        drafts[-1:] = _with(drafts[-1], piece, piece.lastgroup)
        place = piece.end()
    if kinds <= {"glue", "weekday", "zone", "printed", "updated"}:
        return None
    return tuple(Stamp(draft.day, _moment(draft), draft.updated) for draft in drafts if draft.day)


def is_labelled(words: str) -> bool:
    """True for dates that begin with what they are of: "Updated", "Published on", "Date:"."""
    piece = _PIECE.match(words)
    return piece is not None and piece.lastgroup in ("updated", "printed")


def is_label(words: str) -> bool:
    """True for a label alone, its date on the next line: "Published", "Updated:"."""
    piece = _PIECE.match(words)
    return piece is not None and piece.end() == len(words) and is_labelled(words)


def _with(draft: _Draft, piece: re.Match[str], kind: str) -> tuple[_Draft, ...]:
    """The draft with one more piece; another one begins at a label and at a second day."""
    if kind in ("updated", "printed"):
        return draft, _Draft(updated=kind == "updated")
    if kind == "time":
        return (replace(draft, time=draft.time or _time(piece)),)
    if kind == "zone":
        return (replace(draft, zone=draft.zone or piece["offset"] or piece["name"].upper()),)
    day = _slashed(piece) if kind == "slashed" else _day(piece, kind[-1]) if kind.startswith("day") else None
    if day is None:
        return (draft,)
    return (draft, _Draft(day=day)) if draft.day else (replace(draft, day=day),)


def _day(piece: re.Match[str], form: str) -> date | None:
    year, month, day = piece["y" + form], piece["m" + form], piece["d" + form]
    if year is None:
        return None
    number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
    return _date(int(year), number, int(day))


def _slashed(piece: re.Match[str]) -> date | None:
    """3/17/2025 and 17/3/2025 can be read in one way only; 3/4/2025 stays open."""
    first, second, year = int(piece["first"]), int(piece["second"]), int(piece["year"])
    readings = {_date(year, first, second), _date(year, second, first)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _time(piece: re.Match[str]) -> time | None:
    hour = int(piece["hour"])
    if piece["half"]:
        hour = hour % 12 + (12 if piece["half"] in "pP" else 0)
    try:
        return time(hour, int(piece["minute"] or 0), int(piece["seconds"] or 0))
    except ValueError:
        return None


def _moment(draft: _Draft) -> datetime | None:
    if draft.day is None or draft.time is None or not draft.zone:
        return None
    moment = datetime.combine(draft.day, draft.time)
    offset = _offset(draft.zone, moment)
    return moment.replace(tzinfo=timezone(offset)) if abs(offset) < timedelta(hours=24) else None


def _offset(zone: str, moment: datetime) -> timedelta:
    if zone in PLACES:
        return moment.replace(tzinfo=ZoneInfo(PLACES[zone])).utcoffset() or timedelta()
    if zone in ZONES:
        return timedelta(hours=ZONES[zone])
    digits = zone[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    size = timedelta(hours=int(hours), minutes=int(minutes))
    return -size if zone[0] == "-" else size
