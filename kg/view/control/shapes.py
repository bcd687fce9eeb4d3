"""The shapes of the marks: how sure, how exact, since when, and whether it conflicts is drawn, not only written."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from xml.etree.ElementTree import Element

from kg.model import Interval
from kg.view.control.marks import DOWN, UP, Mark, spoken, tooltip
from kg.view.control.timescale import Timescale, last_day
from kg.view.svg import element

THICK = 7.0
"""Pixels that a bar is high where it stands for one figure."""
UNDATED = 27.0
"""Where what has no date stands."""


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


def draw(parent: Element, mark: Mark, colour: str, scale: Timescale, box: Box, edges: tuple[float, float]) -> None:
    """Draw a mark whose bar is a box; ``edges`` are the left and right end of the plot."""
    hollow = "" if mark.tone in ("own", "asserted") else " hollow"
    group = element(
        parent,
        "g",
        class_=f"mark {mark.tone} {colour}{hollow}",
        role="img",
        tabindex="0",
        aria_label=spoken(mark),
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
