"""The marks of a chart of control: claims that say the same are one; how sure, how exact and since when is drawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from xml.etree.ElementTree import Element

from kg.model import ControlClaim, Interval
from kg.view.svg import element
from kg.view.timescale import Timescale, last_day
from kg.view.tone import TONES, sureness, tone, verb

THICK = 7.0
"""Pixels that a bar is high where it stands for one figure."""
UNDATED = 27.0
"""Where what has no date stands."""
SIGNS = {"about": "≈ ", "at-least": "≥ ", "more-than": "> ", "at-most": "≤ ", "less-than": "< "}
RELATIONS = {"controls": "holds", "lost": "lost", "gained": "gained", "claims": "lays claim to", "contests": "contests"}
UP, DOWN = ("at-least", "more-than"), ("at-most", "less-than")
_TOLD = 6  # claims in a tooltip
_ACCOUNTS = {"denied": "denied by", "hedged": "hedged by", "sought": "demanded by", "held": "wanted or believed by"}


class Box(NamedTuple):
    """A rectangle, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """True where the two have a place in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def moved(self, down: float) -> Box:
        """The same further down."""
        return self._replace(top=self.top + down, bottom=self.bottom + down)


@dataclass(frozen=True, slots=True)
class Mark:
    """Claims that say the same of one holder, in one tone, by whomever; ``tone`` is a key of ``TONES``."""

    claims: tuple[ControlClaim, ...]
    tone: str

    @property
    def first(self) -> ControlClaim:
        """The claim that stands for all."""
        return self.claims[0]

    @property
    def share(self) -> tuple[float, float] | None:
        """The least and greatest percent that are named; None for an amount that is no share."""
        claim = self.first
        named = [one for one in (claim.percent, claim.least, claim.greatest) if one is not None]
        return (_percent(min(named)), _percent(max(named))) if named else None

    @property
    def ranged(self) -> bool:
        """True where two figures are its ends."""
        return self.share is not None and self.share[0] < self.share[1]

    @property
    def comparator(self) -> str:
        """How the figure is meant: a key of its scheme. One end of a range alone is "at-least" or "at-most"."""
        claim = self.first
        if claim.percent is None and (claim.least is None) != (claim.greatest is None):
            return "at-most" if claim.least is None else "at-least"
        return claim.comparator

    @property
    def to_scale(self) -> bool:
        """True for a share with a date: it has a place on both axes."""
        return self.share is not None and self.first.when is not None

    @property
    def claimants(self) -> list[str]:
        """Whose accounts these are, each once."""
        return list(dict.fromkeys(claim.claimant or "no name" for claim in self.claims))

    @property
    def told(self) -> date | None:
        """The last day that any of it was told on."""
        return max((day for claim in self.claims if claim.told and (day := _end(claim.told))), default=None)

    @property
    def at_odds(self) -> bool:
        """True where it conflicts with what another mark says."""
        return any(claim.conflicts for claim in self.claims)

    @property
    def label(self) -> str:
        """The figure in short: "≈ 18 %", "18–22 %", "swathes"."""
        if self.share is None:
            return self.first.figure or "an amount"
        return f"{SIGNS.get(self.comparator, '')}{'–'.join(dict.fromkeys(f'{end:g}' for end in self.share))} %"

    @property
    def by(self) -> str:
        """Whose account it is, in short, and that it is none that affirms."""
        first, *others = self.claimants
        who = f"{first} and {len(others)} more" if others else first
        return f"{_ACCOUNTS.get(self.tone, '')} {who}".lstrip()

    def days(self) -> Iterator[date]:
        """The days that the scale has to show."""
        when = self.first.when
        if when:
            yield from (day for day in (when.first, when.last) if day)
            if when.last is None and self.told and when.first and self.told > when.first:
                yield self.told


def merged(claims: Iterable[ControlClaim]) -> list[Mark]:
    """Claims in; marks out, those first that were told last."""
    same: defaultdict[tuple[object, ...], list[ControlClaim]] = defaultdict(list)
    for claim in claims:
        numbers = (claim.percent, claim.least, claim.greatest, claim.area_km2)
        words = claim.figure if numbers == (None,) * 4 else ""
        meant = (claim.holder, claim.relation, numbers, words, claim.comparator)
        same[(*meant, claim.when, claim.time, tone_of(claim))].append(claim)
    marks = [
        Mark(tuple(sorted(told, key=lambda one: (one.claimant, one.statement))), str(key[-1]))
        for key, told in same.items()
    ]
    return sorted(marks, key=lambda mark: (-(mark.told or date.min).toordinal(), mark.first.statement))


def tone_of(claim: ControlClaim) -> str:
    """The key in ``TONES`` of a claim."""
    return tone(_row(claim))


def span(mark: Mark, scale: Timescale) -> tuple[float, float]:
    """From where to where its bar goes: as far as the days that it tells of, at least ``THICK`` pixels.

    What has no date stands left of the scale.
    """
    when = mark.first.when
    if when is None:
        return UNDATED, UNDATED + THICK
    first = when.first or date.fromordinal(scale.days[0])
    last = when.last or max(mark.told or first, first)
    left, right = sorted((scale.x(first), scale.x(last)))
    if right - left < THICK:
        middle = (left + right) / 2
        return middle - THICK / 2, middle + THICK / 2
    return left, right


def draw(parent: Element, mark: Mark, colour: str, scale: Timescale, box: Box, edges: tuple[float, float]) -> Element:
    """Draw a mark whose bar is a box; ``edges`` are the left and right end of the plot. Its group out."""
    hollow = "" if mark.tone in ("own", "asserted") else " hollow"
    group = element(
        parent,
        "g",
        class_=f"mark {mark.tone} {colour}{hollow}",
        role="img",
        tabindex="0",
        aria_label=_spoken(mark),
        data_statement=mark.first.statement,
    )
    if len(mark.claims) > 1:
        group.set("data-statements", " ".join(claim.statement for claim in mark.claims))
    element(group, "title", tooltip(mark))
    rectangle(group, box, "reach", around=4)
    _tails(group, mark.first.when, scale, box, edges)
    # In a lane there is no more and less that an arrow could point to.
    shown = mark.comparator if mark.to_scale or mark.comparator == "about" else "exactly"
    sure = _begun(group, mark, scale, box)
    figure(group, sure, shown, ranged=mark.ranged, disc=_is_disc(mark, box))
    _signs(group, mark, box)
    return group


def figure(group: Element, box: Box, comparator: str, *, ranged: bool = False, disc: bool = False) -> None:
    """The body of a mark: a bar, hatched for "about", paler for a range, with an arrow for "at least" and its like."""
    middle, centre = (box.top + box.bottom) / 2, (box.left + box.right) / 2
    if disc:
        element(group, "circle", class_="body", cx=centre, cy=middle, r=THICK / 2 + 0.6)
    elif comparator == "about" and not ranged:
        element(group, "path", class_="about", d=f"M{box.left:.1f} {middle:.1f}H{box.right:.1f}")
    else:
        rectangle(group, box, "body range" if ranged else "body")
    if comparator in UP + DOWN:
        sign = -1 if comparator in UP else 1
        start = box.top if sign < 0 else box.bottom
        head = start + sign * 11
        path = f"M{centre:.1f} {start:.1f}V{head:.1f}m-3.5 {-sign * 4}l3.5 {sign * 4}l3.5 {-sign * 4}"
        element(group, "path", class_="line", d=path)
    if comparator == "about" and disc:
        element(group, "circle", class_="line", cx=centre, cy=middle, r=THICK / 2 + 2.6, stroke_dasharray="1.5 1.5")


def rectangle(parent: Element, box: Box, look: str, *, around: float = 0) -> None:
    """A box, or what is so much ``around`` it, in a look."""
    element(
        parent,
        "rect",
        class_=look,
        x=box.left - around,
        y=box.top - around,
        width=box.right - box.left + 2 * around,
        height=box.bottom - box.top + 2 * around,
        rx=1 + around / 2,
    )


def odds(parent: Element, left: float, middle: float) -> None:
    """The zigzag of what conflicts, at the left of a mark."""
    path = f"M{left - 10:.1f} {middle + 6:.1f}l2 -5h-3l4.5 -7l-1.2 4.6h3l-5.3 7.4"
    element(parent, "path", class_="halo", d=path)
    element(parent, "path", class_="odds", d=path)


def cross(parent: Element, box: Box) -> None:
    """The cross of what is denied, on the middle of a mark."""
    centre, middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    path = f"M{centre - 4.5:.1f} {middle - 4.5:.1f}l9 9m0 -9l-9 9"
    element(parent, "path", class_="halo", d=path)
    element(parent, "path", class_="cross", d=path)


def tail(parent: Element, start: float, end: float, middle: float) -> None:
    """The arrow of a time that goes on, or began earlier."""
    ahead = 4 if end > start else -4
    path = f"M{start:.1f} {middle:.1f}H{end:.1f}m{-ahead} -3.5l{ahead} 3.5l{-ahead} 3.5"
    element(parent, "path", class_="tail", d=path)


def tooltip(mark: Mark) -> str:
    """What a mark says in words: who says what, of when, where it is printed, and in which sentence."""
    told = ["\n".join(_lines(claim)) for claim in mark.claims[:_TOLD]]
    others = len(mark.claims) - _TOLD
    return "\n\n".join([*told, *([f"and {others} more that say the same"] if others > 0 else [])])


def _lines(claim: ControlClaim) -> Iterator[str]:
    row = _row(claim)
    by = f"{claim.claimant or 'no name'}{f' (told by {claim.via})' if claim.via else ''}"
    relation = RELATIONS.get(claim.relation, claim.relation)
    manner = "in its own voice" if claim.own_voice else verb(row)
    yield f"{by} {manner}: {claim.holder_label} {relation} {claim.figure} ({claim.territory_label})"
    yield f"{_time(claim)}; {sureness(row)}"
    yield ", ".join(filter(None, (claim.outlet, str(claim.published or ""))))
    if claim.conflicts:
        yield f"Conflicts with {len(claim.conflicts)} other{'s' if len(claim.conflicts) > 1 else ''}"
    if claim.sentence:
        yield f"“{claim.sentence}”"


def _time(claim: ControlClaim) -> str:
    """When it holds; else when it was said or printed, and that this is it."""
    when = claim.when
    if when is None:
        return "no date"
    exact = "" if when.precision == "day" else f" (to the {when.precision})"
    if when.first == when.last:
        days = f"{when.first}"
    elif when.first and when.last:
        days = f"{when.first} to {when.last}"
    else:
        days = f"since {when.first}" if when.first else f"until {when.last}"
    return {"valid": days, "said": f"said {days}", "published": f"printed {days}"}[claim.time] + exact


def _spoken(mark: Mark) -> str:
    """What a screen reader says of a mark."""
    relation = RELATIONS.get(mark.first.relation, mark.first.relation)
    odds = ", conflicts with others" if mark.at_odds else ""
    what = f"{mark.first.holder_label} {relation} {mark.first.figure}"
    return f"{what}, {mark.by}, {TONES[mark.tone]}, {_time(mark.first)}{odds}"


def _begun(group: Element, mark: Mark, scale: Timescale, box: Box) -> Box:
    """Draw the time in which it began paler, where that is a year or a month ("since 2021"); the rest out."""
    when = mark.first.when
    if when is None or when.first is None or when.last is not None or when.precision == "day":
        return box
    begun = min(scale.x(last_day(when.first, when.precision)), box.right - THICK)
    if begun - box.left < 2:
        return box
    paler = element(group, "g", class_="fuzzy")
    exact = "about" if mark.comparator == "about" else "exactly"
    figure(paler, box._replace(right=begun), exact, ranged=mark.ranged)
    return box._replace(left=begun)


def _tails(group: Element, when: Interval | None, scale: Timescale, box: Box, edges: tuple[float, float]) -> None:
    middle = (box.top + box.bottom) / 2
    if when is None:
        return
    if when.last is None:
        tail(group, box.right, edges[1], middle)
    if when.first is None:
        tail(group, box.left, edges[0], middle)


def _signs(group: Element, mark: Mark, box: Box) -> None:
    if mark.tone == "own":
        rectangle(group, box, "frame", around=1.2)
    if mark.tone == "denied":
        cross(group, box)
    if mark.at_odds:
        odds(group, box.left, (box.top + box.bottom) / 2)


def _is_disc(mark: Mark, box: Box) -> bool:
    """True where nothing tells when it holds, and it stands at the day of saying or printing."""
    return mark.first.time in ("said", "published") and box.right - box.left <= THICK and not mark.ranged


def _percent(number: object) -> float:
    return min(max(float(str(number)), 0.0), 100.0)


def _end(when: Interval) -> date | None:
    return when.last or when.first


def _row(claim: ControlClaim) -> dict[str, str]:
    speaker = "" if claim.own_voice else claim.claimant or "somebody"
    return {"speaker": speaker, "factuality": claim.factuality, "speechAct": claim.speech_act}
