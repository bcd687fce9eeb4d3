"""Control over time: the claims on one territory as a chart, one SVG that needs nothing else."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from textwrap import wrap
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from kg.model import ControlClaim
from kg.view.control.key import COLOURS, OTHERS, holders_key, signs_key
from kg.view.control.marks import RELATIONS, Mark, merged
from kg.view.control.plot import Frame, lanes, panel
from kg.view.control.timescale import timescale
from kg.view.html import own
from kg.view.svg import breadth, element, fitted

LEAST_WIDTH = 280
NOTHING = "Nobody is said to hold, to have lost or to have gained any of it."
_LEFT, _RIGHT, _ARROWS = 40.0, 12.0, 18.0  # beside the plot, and what arrows have beyond the last day
_MANY, _FULL = 8, 60  # marks in a panel: it is tall, it is one of several
_RELATIONS = ("controls", "claims", "contests", "gained", "lost")


def control_charts(claims: Iterable[ControlClaim], *, width: int = 720) -> dict[str, str]:
    """Claims in, a chart for each territory out, by its IRI (see ``control_chart``)."""
    by_territory: defaultdict[str, list[ControlClaim]] = defaultdict(list)
    for claim in claims:
        by_territory[claim.territory].append(claim)
    return {
        iri: control_chart(same, title=f"Who is said to control {same[0].territory_label}", width=width)
        for iri, same in sorted(by_territory.items())
    }


def control_chart(claims: Iterable[ControlClaim], *, title: str, width: int = 720) -> str:
    """Claims on one territory in, the chart as SVG out, the same bytes for the same claims in any order.

    Shares stand on a scale of percent, a panel for each relation (holds, lost, gained); amounts without a share, and
    claims without a date, in lanes below, by holder and claimant. Claims that say the same are one mark: a group with
    ``data-statement`` (and ``data-statements`` where it is several), a title, and the keyboard's focus. ``width`` is
    that of the place that it is for, in pixels; the height follows. What there is no room for is counted below.
    """
    marks = merged(claims)
    width = max(width, LEAST_WIDTH)
    svg = element(
        None,
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        class_="kg-control",
        role="graphics-document",
        aria_roledescription="chart",
        width="100%",
    )
    element(svg, "title", title)
    element(svg, "desc", _summary(marks))
    element(svg, "style", own("control/chart.css"))
    y = _title(svg, title, width)
    height = _drawn(svg, marks, width, y) if marks else _note(svg, NOTHING, y, width)
    svg.set("viewBox", f"0 0 {width} {height + 8:g}")
    return ElementTree.tostring(svg, encoding="unicode")


def _title(svg: Element, title: str, width: int) -> float:
    """Write the title in at most two lines; the height out."""
    first, *others = _wrapped(title, 16, width) or [""]
    lines = [first, *([" ".join(others)] if others else [])]
    for number, line in enumerate(lines):
        element(svg, "text", fitted(line, 16, width - 24), class_="title", x=12, y=24 + 19 * number)
    return 15 + 19 * len(lines)


def _drawn(svg: Element, marks: list[Mark], width: int, y: float) -> float:
    """Draw the marks with their axes and legends; the height out."""
    days = [day for mark in marks for day in mark.days()]
    scale = timescale(days or [date(2000, 1, 1)], _LEFT, width - _RIGHT - _ARROWS)
    colours = _colours(marks)
    frame = Frame(float(width), _LEFT, width - _RIGHT, scale, {iri: colour for iri, (colour, _) in colours.items()})
    y = holders_key(svg, colours.values(), y, width)
    grid, top, notes = element(svg, "g"), y, []
    for panels in _panels(marks, frame.colours):
        for heading, shares in panels.items():
            y, note = panel(svg, frame, heading, shares, y, tall=len(panels) == 1 and len(shares) > _MANY)
            notes.append(note)
        y = frame.axis(svg, y)
    others = [mark for mark in marks if not mark.to_scale]
    if others:
        y, note = lanes(svg, frame, others, y)
        notes.append(note)
        y = frame.axis(svg, y) if days else y
    if days:
        frame.grid(grid, top, y)
    y = signs_key(svg, marks, y + 4, width, cut=bool(scale.cuts))
    for note in filter(None, notes):
        y = _note(svg, note, y, width)
    return y


def _panels(marks: list[Mark], colours: Mapping[str, str]) -> Iterator[dict[str, list[Mark]]]:
    """The panels of each relation by their headings: one; where that would be too full, one for each colour."""
    shares = [mark for mark in marks if mark.to_scale]
    for relation in sorted({mark.first.relation for mark in shares}, key=_rank):
        heading = RELATIONS.get(relation, relation).capitalize()
        same = [mark for mark in shares if mark.first.relation == relation]
        if len(same) <= _FULL:
            yield {f"{heading}: share of the whole": same}
            continue
        panels: defaultdict[str, list[Mark]] = defaultdict(list)
        for mark in sorted(same, key=lambda mark: colours[mark.first.holder]):
            others = colours[mark.first.holder] == OTHERS and len(colours) > COLOURS + 1
            holder = "other holders" if others else mark.first.holder_label
            panels[f"{heading}: {holder}"].append(mark)
        yield panels


def _summary(marks: list[Mark]) -> str:
    """What the chart shows, in a sentence or two."""
    claims = [claim for mark in marks for claim in mark.claims]
    days = [day for mark in marks for day in mark.days()]
    time = f", {min(days)} to {max(days)}" if days else ""
    odds = sum(bool(claim.conflicts) for claim in claims)
    told = f"{len(claims)} claims by {len({claim.claimant for claim in claims})} claimants{time}."
    return f"{told} {odds} of them conflict with others." if odds else told


def _colours(marks: list[Mark]) -> dict[str, tuple[str, str]]:
    """The class of each holder's colour and the holder's label, those with most claims first."""
    counts = Counter((mark.first.holder_label, mark.first.holder) for mark in marks for _ in mark.claims)
    ordered = sorted(counts, key=lambda holder: (-counts[holder], holder))
    return {iri: (f"h{min(number, COLOURS)}", label) for number, (label, iri) in enumerate(ordered)}


def _rank(relation: str) -> tuple[int, str]:
    return _RELATIONS.index(relation) if relation in _RELATIONS else len(_RELATIONS), relation


def _note(svg: Element, words: str, y: float, width: int) -> float:
    for line in _wrapped(words, 11, width):
        element(svg, "text", line, class_="soft", x=12, y=y + 11)
        y += 15
    return y + 1


def _wrapped(words: str, size: float, width: int) -> list[str]:
    return wrap(words, int((width - 24) / breadth("x", size)))
