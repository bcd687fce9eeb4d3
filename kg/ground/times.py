"""The days that time expressions stand for, told in the order of the text.

A date counts from the day of the article and the tense it stands in: "said Sunday" on a Monday is the day before, "will
speak Tuesday" the day after; on a Tuesday both are that day. "A day earlier", "that week" and the like count from the
time that is named last before them (the temporal focus of Webber 1988), else from the day of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from kg.ground import periods
from kg.ground.kinds import KINDS, From, Kind
from kg.ground.readings import unit_of
from kg.model import Interval, Time

NO_DATE = "relative date without a date of the article"
ANOTHER = "relative to another time of the text"
UNREAD = "time that is not understood"

IN_MIND = 200  # times: what was named before so many others is nobody's focus
# From the finest; what counts in days counts from a day, what counts in years from anything.
_FINENESS = ("day", "weekend", "week", "month", "season", "quarter", "half-year", "year", "decade", "century")
_POINTS_BACK = re.compile(r"(?:(?:earlier|later) )?(?:that|the same|this same)\b")
_NAMES_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_NEXT = re.compile(r"the next (?=day$|night$|morning$|afternoon$|evening$)")
_NEXT_THEN = re.compile(r"the next (?=\w+[^s]$)")


def resolved(times: Iterable[Time], published: date | None) -> dict[Time, Interval | str]:
    """Times and the day of their article in, the days each stands for out, or why that stays open."""
    found: dict[Time, Interval | str] = {}
    known: list[tuple[int, Interval]] = []
    for time in sorted(times, key=lambda time: (time.span, time.tense)):
        before = [interval for end, interval in known[-IN_MIND:] if end <= time.span.start]
        found[time] = interval = resolve(time, published, before)
        if isinstance(interval, Interval):
            known.append((time.span.end, interval))
    return found


def resolve(time: Time, published: date | None, before: Sequence[Interval] = ()) -> Interval | str:
    """A time expression, the day of its article and the days named before it in, the days it stands for out.

    ``since`` and ``from`` leave the end open, ``until``, ``by`` and ``before`` the start. Where the words do not tell,
    the reason.

    >>> from kg.model import Span
    >>> resolve(Time(Span(0, 6), "Sunday", tense="past"), date(2031, 3, 17))
    Interval(first=datetime.date(2031, 3, 16), last=datetime.date(2031, 3, 16), precision='day')
    """
    words = _plain(time.text)
    tense = "past" if time.relation == "since" else time.tense
    # The words before the date itself ("since taking office on Jan. 20") fall away one by one.
    for start in range(len(words)):
        text = _following(" ".join(words[start:]), tense)
        for kind in KINDS:
            match = kind.pattern.fullmatch(text)
            if match:
                at_end = " end of " in f" {' '.join(words)}"
                try:
                    found = _counted(kind, match, tense, published, before)
                    return _led(time.relation, found, at_end) if isinstance(found, Interval) else found
                except (ValueError, OverflowError):  # "February 30": no such day; "3,000 years ago": no such date
                    return UNREAD
    return UNREAD


def _counted(
    kind: Kind, match: re.Match[str], tense: str, published: date | None, before: Sequence[Interval]
) -> Interval | str:
    """What an expression of a kind stands for, counted from the day that the kind counts from."""
    base = published
    if kind.base is From.FOCUS or (kind.base is From.FOCUS_IF_PAST and tense == "past"):
        focus = _focus(before, unit_of(match))
        if focus is None and _POINTS_BACK.match(match[0]):
            return ANOTHER
        base = focus or published
    if base is None and kind.base is not From.NOTHING and not _NAMES_YEAR.search(match[0]):
        return NO_DATE
    return kind.reading(match, base or date.min, tense) or UNREAD


def _focus(before: Sequence[Interval], unit: str) -> date | None:
    """The last day named before that is told as finely as a unit counts."""
    limit = _FINENESS.index(periods.precision(unit))
    fine = [one for one in before if _FINENESS.index(one.precision) <= limit]
    return (fine[-1].first or fine[-1].last) if fine else None


def _plain(text: str) -> list[str]:
    """Lower-case words without full stops, commas and the hyphens of "mid-March"."""
    plain = re.sub(r"[.,]|[’']s?\b", "", text.lower())
    return re.sub(r"(?<=[a-z])-", " ", plain).split()


def _following(text: str, tense: str) -> str:
    """ "the next day", "the next year he left": those that follow, not the coming ones."""
    return (_NEXT_THEN if tense == "past" else _NEXT).sub("the following ", text)


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
