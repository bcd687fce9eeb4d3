"""The plots of a chart of control: panels of shares, and lanes of amounts that are no share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from xml.etree.ElementTree import Element

from kg.view.control.marks import DOWN, RELATIONS, UP, Mark
from kg.view.control.shapes import THICK, Box, draw, span
from kg.view.control.timescale import Timescale
from kg.view.svg import breadth, element, fitted

_PLOT, _TALL = 168.0, 250.0  # pixels of a panel
_STEPS = {10: 2, 25: 5, 50: 10, 100: 25}  # the greatest percent of a panel, and what stands between its lines
_SLOTS = (0, 4, -4, 8, -8, 12, -12)  # how many pixels beside its value a mark may stand
_SEEN = 3.0  # pixels by which one mark has to show beside another
_LABELS, _LONGEST, _SMALL = 60, 210.0, 10.0
_LANES, _LANE = 16, 30.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Where things stand from left to right: the plot's ends, the scale of time; and the colours of the holders."""

    width: float
    left: float
    right: float
    scale: Timescale
    colours: Mapping[str, str]

    def axis(self, svg: Element, y: float) -> float:
        """Draw the days below ``y``, and where the scale is cut; the height that is reached out."""
        element(svg, "path", class_="zero", d=f"M{self.left:.1f} {y:.1f}H{self.right:.1f}")
        free = 0.0
        for x, label, year in self.scale.ticks():
            element(svg, "path", class_="zero", d=f"M{x:.1f} {y:.1f}v4")
            half = breadth(label, _SMALL) / 2
            if x - half >= free:
                free = x + half
                element(svg, "text", label, class_="soft label", x=x, y=y + 14, text_anchor="middle")
                element(svg, "text", year, class_="soft label", x=x, y=y + 25, text_anchor="middle")
        for left, right in self.scale.cuts:
            zigzag = f"M{(left + right) / 2 - 6:.1f} {y:.1f}l3 -5l6 10l3 -5"
            element(svg, "path", class_="halo", d=zigzag)
            element(svg, "path", class_="cut", d=zigzag)
        return y + 30

    def grid(self, svg: Element, top: float, bottom: float) -> None:
        """Draw the lines of the days, and the stretches that are cut out."""
        for x, _, _ in self.scale.ticks():
            element(svg, "path", class_="grid", d=f"M{x:.1f} {top:.1f}V{bottom:.1f}")
        for left, right in self.scale.cuts:
            element(svg, "rect", class_="gap", x=left, y=top, width=right - left, height=bottom - top)


def panel(svg: Element, frame: Frame, heading: str, marks: list[Mark], y: float, *, tall: bool) -> tuple[float, str]:
    """Draw shares below ``y``; the height that is reached, and a note on what is left out."""
    element(svg, "text", fitted(heading, 12, frame.width - 24), class_="head", x=12, y=y + 22)
    top, height = y + 32, _TALL if tall else _PLOT
    greatest = max(mark.share[1] for mark in marks if mark.share)
    whole = next((one for one in _STEPS if greatest * 1.15 <= one), 100)

    def place(percent: float) -> float:
        return top + height * (1 - percent / whole)

    for percent in range(0, whole + 1, _STEPS[whole]):
        element(svg, "path", class_="grid", d=f"M{frame.left:.1f} {place(percent):.1f}H{frame.right:.1f}")
        element(
            svg,
            "text",
            f"{percent} %",
            class_="soft label",
            x=frame.left - 5,
            y=place(percent) + 3.5,
            text_anchor="end",
        )
    placed: list[tuple[Mark, Box]] = []
    left_out = 0
    for mark in sorted(marks, key=_matters):
        box = _free(mark, _box(mark, frame, *map(place, mark.share or (0, 0))), placed)
        if box is None:
            left_out += len(mark.claims)
        else:
            placed.append((mark, box))
    for mark, box in sorted(placed, key=lambda one: (one[1].top - one[1].bottom, one[1].left - one[1].right)):
        draw(svg, mark, frame.colours[mark.first.holder], frame.scale, box, (frame.left, frame.right))
    _label(svg, frame, placed, Box(frame.left, top - 10, frame.right, top + height))
    note = f"{heading}: {_count(left_out)} not drawn, for others stand at the same value and time."
    return top + height, note if left_out else ""


def lanes(svg: Element, frame: Frame, marks: list[Mark], y: float) -> tuple[float, str]:
    """Draw a lane for each amount that is no share, by holder and claimant; the height that is reached, and a note."""
    element(svg, "text", "Amounts that are no share of the whole", class_="head", x=12, y=y + 16)
    y += 24
    shown = sorted(marks, key=_matters)[:_LANES]
    shown.sort(key=lambda mark: (frame.colours[mark.first.holder], mark.first.holder_label, mark.first.holder, mark.by))
    for _, of_one in groupby(shown, key=lambda mark: mark.first.holder):
        same = list(of_one)
        colour = frame.colours[same[0].first.holder]
        element(svg, "rect", class_=f"body {colour}", x=12, y=y + 4, width=9, height=9, rx=2)
        label = fitted(same[0].first.holder_label, 11, frame.width - 40)
        element(svg, "text", label, x=26, y=y + 12, font_weight="600")
        y += 15
        for mark in same:
            date = "" if mark.first.when else " · no date"
            words = f"{RELATIONS.get(mark.first.relation, mark.first.relation)} {mark.label} · {mark.by}{date}"
            element(svg, "text", fitted(words, _SMALL, frame.width - 38), class_="label", x=26, y=y + 11)
            middle = y + 22
            box = _box(mark, frame, middle, middle)
            draw(svg, mark, colour, frame.scale, box, (frame.left, frame.right))
            y += _LANE
    left_out = sum(len(mark.claims) for mark in marks) - sum(len(mark.claims) for mark in shown)
    return (
        y + 4,
        f"Amounts: {_count(left_out)} not drawn; those in conflict and those told last are." if left_out else "",
    )


def _count(claims: int) -> str:
    return f"{claims} claim{'' if claims == 1 else 's'}"


def _matters(mark: Mark) -> bool:
    """False, which comes first, for what conflicts; the order of marks, the last told first, is kept."""
    return not mark.at_odds


def _box(mark: Mark, frame: Frame, lower: float, upper: float) -> Box:
    """The bar of a mark between two heights, the lower one, which is the greater number, first."""
    left, right = span(mark, frame.scale)
    room = max(THICK - (lower - upper), 0) / 2
    return Box(left, upper - room, right, lower + room)


def _free(mark: Mark, box: Box, placed: list[tuple[Mark, Box]]) -> Box | None:
    """A box, moved up or down where others stand on its place; None where there is no room."""
    for slot in _SLOTS:
        moved = box.moved(slot)
        if not any(_hides(moved, there, same=other.share == mark.share) for other, there in placed):
            return moved
    return None


def _hides(box: Box, other: Box, *, same: bool) -> bool:
    """True where one could not be told from the other. What stands for the ``same`` share does not touch."""
    if not (box.left < other.right and other.left < box.right):
        return False
    upper, lower = abs(box.top - other.top), abs(box.bottom - other.bottom)
    return max(upper, lower) < (THICK + 1 if same else _SEEN)


def _label(svg: Element, frame: Frame, placed: list[tuple[Mark, Box]], plot: Box) -> None:
    """Write figure and claimant beside the marks, where there is room for them, or the figure alone."""
    taken = [place for mark, box in placed for place in _taken(mark, box, frame)]
    for mark, box in placed[:_LABELS]:
        long, short = fitted(f"{mark.label} · {mark.by}", _SMALL, _LONGEST), mark.label
        found = next(
            (
                (words, place)
                for words in (long, short)
                for place in _beside(mark, box, breadth(words, _SMALL), plot)
                if not any(place.meets(other) for other in taken)
            ),
            None,
        )
        if found:
            words, place = found
            taken.append(place._replace(left=place.left - 4, right=place.right + 4))
            colour = frame.colours[mark.first.holder]
            element(svg, "text", words, class_=f"label tinted {colour}", x=place.left, y=place.bottom - 2.5)


def _taken(mark: Mark, box: Box, frame: Frame) -> Iterator[Box]:
    """Where a mark with its arrows and signs is, and the arrows of its time."""
    yield _body(mark, box)
    middle, when = (box.top + box.bottom) / 2, mark.first.when
    if when and when.last is None:
        yield Box(box.right, middle - 2, frame.right, middle + 2)
    if when and when.first is None:
        yield Box(frame.left, middle - 2, box.left, middle + 2)


def _body(mark: Mark, box: Box) -> Box:
    """Where a mark with its arrows and signs is."""
    up, down = (12 * (mark.comparator in kinds) for kinds in (UP, DOWN))
    return Box(box.left - (13 if mark.at_odds else 3), box.top - up, box.right + 3, box.bottom + down)


def _beside(mark: Mark, box: Box, wide: float, plot: Box) -> Iterator[Box]:
    """The places for a label beside a mark that are within the plot, the best first."""
    body, middle = _body(mark, box), (box.top + box.bottom) / 2
    over = min(max(box.left, plot.left), plot.right - wide)
    sides = [
        Box(body.right + 3, middle - 6, body.right + 3 + wide, middle + 6),
        Box(body.left - 3 - wide, middle - 6, body.left - 3, middle + 6),
    ]
    levels = [
        Box(over, body.top - 13, over + wide, body.top - 1),
        Box(over, body.bottom + 1, over + wide, body.bottom + 13),
    ]
    ordered = levels + sides if box.right - box.left > wide else sides + levels
    yield from (
        one
        for one in ordered
        if plot.left <= one.left and one.right <= plot.right and plot.top <= one.top and one.bottom <= plot.bottom
    )
