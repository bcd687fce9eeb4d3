"""The legends of a chart of control: who has which colour, and what the looks of the marks mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from xml.etree.ElementTree import Element

from kg.view.control.marks import Mark
from kg.view.control.shapes import THICK, Box, cross, figure, odds, rectangle, tail
from kg.view.svg import breadth, element, fitted
from kg.view.tone import TONES

_ROW = 20.0

COLOURS = 6
"""Holders with a colour of their own."""
OTHERS = f"h{COLOURS}"
"""The class of the colour that all others share."""

Entry = tuple[str, Callable[[Element, Box], None]]
"""What a sign means, and what draws it."""


def holders_key(svg: Element, holders: Iterable[tuple[str, str]], y: float, width: float) -> float:
    """Draw which colour (a class) stands for which holder, all with the last colour as one; the height reached out."""
    named = list(holders)
    others = len(named) - COLOURS
    shown = [*named[:COLOURS], (OTHERS, f"{others} other holders")] if others > 1 else named
    named = [(colour, fitted(label, 11, width - 40)) for colour, label in shown]
    places = _flow((breadth(words, 11) + 28 for _, words in named), y, width)
    for (colour, words), (x, y) in zip(named, places, strict=True):
        element(svg, "rect", class_=f"body {colour}", x=x, y=y + 3, width=10, height=10, rx=2)
        element(svg, "text", words, x=x + 15, y=y + 12)
    return y + _ROW + 4


def signs_key(svg: Element, marks: Iterable[Mark], y: float, width: float, *, cut: bool) -> float:
    """Draw what the looks mean that occur in the chart; the height that is reached out."""
    entries = list(_entries(list(marks), cut=cut))
    places = _flow((breadth(words, 10) + 46 for words, _ in entries), y, width)
    for (words, drawing), (x, y) in zip(entries, places, strict=True):
        drawing(element(svg, "g", aria_hidden="true"), Box(x + 6, y + 6, x + 24, y + 6 + THICK))
        element(svg, "text", words, class_="soft label", x=x + 34, y=y + 13)
    return y + _ROW + 4


def _flow(widths: Iterable[float], y: float, width: float) -> Iterator[tuple[float, float]]:
    """The place of each entry, in rows from ``y`` downwards."""
    x = 12.0
    for wide in widths:
        if x > 12 and x + wide > width - 8:
            x, y = 12.0, y + _ROW
        yield x, y
        x += wide


def _entries(marks: list[Mark], *, cut: bool) -> Iterator[Entry]:
    tones = {mark.tone for mark in marks}
    hedges = {mark.comparator for mark in marks if mark.to_scale or mark.comparator == "about"}
    whens = [mark.first.when for mark in marks if mark.first.when]
    for tone, words in TONES.items():
        if tone in tones:
            yield words, _toned(tone)
    if "about" in hedges:
        yield "about", lambda group, box: figure(_plain(group), box, "about")
    if hedges & {"at-least", "more-than"}:
        yield "at least, more than", lambda group, box: figure(_plain(group), box.moved(4), "at-least")
    if hedges & {"at-most", "less-than"}:
        yield "at most, less than", lambda group, box: figure(_plain(group), box.moved(-4), "at-most")
    if any(mark.ranged and mark.to_scale for mark in marks):
        yield "between two figures", lambda group, box: figure(_plain(group), _taller(box), "between", ranged=True)
    if any(when.last is None for when in whens):
        yield "no end told", _going_on
    if any(when.last is None and when.precision != "day" for when in whens):
        yield "began some time here", _paler
    if any(mark.first.time in ("said", "published") for mark in marks):
        yield "dated by the day of saying or printing", _disc
    if any(mark.at_odds for mark in marks):
        yield "conflicts with another claim", lambda group, box: odds(group, box.left + 15, (box.top + box.bottom) / 2)
    if cut:
        yield "time cut out", lambda group, box: _gap(group, box)


def _toned(tone: str) -> Callable[[Element, Box], None]:
    def drawing(group: Element, box: Box) -> None:
        hollow = "" if tone in ("own", "asserted") else " hollow"
        inner = element(group, "g", class_=f"plain {tone}{hollow}")
        figure(inner, box, "exactly")
        if tone == "own":
            rectangle(inner, box, "frame", around=2)
        if tone == "denied":
            cross(inner, box)

    return drawing


def _plain(group: Element) -> Element:
    return element(group, "g", class_="plain")


def _taller(box: Box) -> Box:
    return box._replace(top=box.top - 4, bottom=box.bottom + 4)


def _going_on(group: Element, box: Box) -> None:
    inner, middle = _plain(group), (box.top + box.bottom) / 2
    figure(inner, box._replace(right=box.left + THICK), "exactly")
    tail(inner, box.left + THICK, box.right + 3, middle)


def _paler(group: Element, box: Box) -> None:
    figure(element(_plain(group), "g", class_="fuzzy"), box, "exactly")


def _disc(group: Element, box: Box) -> None:
    figure(_plain(group), box, "exactly", disc=True)


def _gap(group: Element, box: Box) -> None:
    element(group, "rect", class_="gap", x=box.left, y=box.top - 4, width=18, height=15)
    element(group, "path", class_="cut", d=f"M{box.left + 3:.1f} {box.top + 4:.1f}l3 -5l6 10l3 -5")
