"""Quotation marks paired into quotations. An odd mark never costs more than its paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.model import Quotation, Span

APOSTROPHES = "'’"


def quotations(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """The quotations of a text, in order, inner ones after those that hold them.

    A paragraph that opens a mark and does not close it continues in the next one where that opens with the same mark
    (the rule of English typography); else the quotation ends with its paragraph.
    """
    out: list[Quotation] = []
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        reopens = following is not None and text[following.start : following.start + 1] in {"“", '"', "«", "„"}
        out += _paragraph(text, paragraph, reopens=reopens)
    return sorted(out, key=lambda q: (q.span.start, -q.span.end))


def _paragraph(text: str, paragraph: Span, *, reopens: bool) -> Iterator[Quotation]:
    opened: int | None = None
    for at in range(paragraph.start, paragraph.end):
        mark = text[at]
        if mark not in '"“”«»„':
            continue
        if opened is None:
            if mark in "”»" or (mark == '"' and not _opens(text, at, paragraph)):
                continue
            opened = at
        elif mark in "”»" or (mark == '"' and text[opened] in '"„'):
            yield _quotation(opened, at + 1, closed=True)
            opened = None
        elif mark == text[opened] and _opens(text, at, paragraph):  # the one before was never closed
            opened = at
    if opened is not None and (reopens or paragraph.end - opened > 1):
        yield Quotation(Span(opened, paragraph.end), Span(opened + 1, paragraph.end), continues=reopens)
    yield from _single(text, paragraph)


def _quotation(start: int, end: int, *, closed: bool, single: bool = False) -> Quotation:
    return Quotation(Span(start, end), Span(start + 1, end - 1 if closed else end), single=single)


def _opens(text: str, at: int, paragraph: Span) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    return (before.isspace() or before in "([—–-‘'/“") and not after.isspace()


def _single(text: str, paragraph: Span) -> Iterator[Quotation]:
    """Single marks: opened before a word, closed after one by a mark that is no apostrophe."""
    opened: int | None = None
    for at in range(paragraph.start, paragraph.end):
        mark = text[at]
        if mark not in "‘’'":
            continue
        before = text[at - 1] if at > paragraph.start else " "
        after = text[at + 1] if at + 1 < paragraph.end else " "
        if opened is None:
            if (mark == "‘" or (mark == "'" and (before.isspace() or before in '("“'))) and after.isalpha():
                opened = at
        elif mark in "’'" and not after.isalnum() and not before.isspace():
            if before == "s" and after == " " and _closes_later(text, at + 1, paragraph):  # the workers’ demands’
                continue
            yield _quotation(opened, at + 1, closed=True, single=True)
            opened = None


def _closes_later(text: str, at: int, paragraph: Span) -> bool:
    rest = text[at : paragraph.end]
    return any(f"{mark}{stop}" in rest for mark in APOSTROPHES for stop in ",.;)") or rest.endswith(("’", "'"))
