"""Lines and paragraphs of a text, as spans without the white space around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.model import Span
from kg.read.furniture import is_furniture

# Lines longer than this are not wrapped by hand: each is a paragraph.
WIDEST = 120
NARROWEST = 40

# White space and the signs without width that web pages leave behind.
_BLANK = re.compile(r"[\s\u200b\u2060\ufeff]*")
# "- ", "* ", "3. ", "## ", "> " at the start of a line
_MARKER = re.compile(r"(?:[-*+•‣▪]|\d{1,2}[.)]|#{1,6}|>)\s+(?=\S)")
# What ends a sentence, with the quotation marks and brackets that may follow it.
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]*_]*$")


def lines(text: str, start: int = 0) -> Iterator[Span]:
    """The lines of ``text`` from ``start`` on, trimmed; an empty span for a blank one."""
    for line in text[start:].splitlines(keepends=True):
        yield trimmed(text, Span(start, start + len(line)))
        start += len(line)


def trimmed(text: str, span: Span) -> Span:
    """The span without the white space at its ends."""
    blank = _BLANK.match(text, span.start, span.end)
    start = blank.end() if blank else span.start
    end = span.end
    while end > start and _BLANK.fullmatch(text[end - 1]):
        end -= 1
    return Span(start, end)


def unmarked(text: str, span: Span) -> Span:
    """The span without the marks of lists, headings and quotations at its start."""
    while marker := _MARKER.match(text, span.start, span.end):
        span = Span(marker.end(), span.end)
    return span


def ends_sentence(words: str) -> bool:
    """True where the words end with a full stop or the like.

    >>> ends_sentence("“We hold it.”"), ends_sentence("Army holds bridge")
    (True, False)
    """
    return _SENTENCE_END.search(words[-8:]) is not None


def paragraphs(text: str, start: int = 0) -> Iterator[Span]:
    """The paragraphs of the body that begins at ``start``, in order, disjoint; page furniture is left out.

    A block of lines that were wrapped by hand is one paragraph; else each line is one.
    """
    for block in blocks(text, start):
        whole = Span(block[0].start, block[-1].end)
        for span in [whole] if is_wrapped(text, block) else block:
            if not is_furniture(span.of(text)):
                yield unmarked(text, span)


def blocks(text: str, start: int = 0) -> Iterator[list[Span]]:
    """Runs of lines with no blank line, and no start of a list's item, between."""
    block: list[Span] = []
    for line in lines(text, start):
        if block and (line.start == line.end or _starts_item(text, block[-1], line)):
            yield block
            block = []
        if line.start < line.end:
            block.append(line)
    if block:
        yield block


def _starts_item(text: str, before: Span, line: Span) -> bool:
    """True for "- ", "12. " where the line before is over; "on March / 12. The army" goes on."""
    over = (
        ends_sentence(before.of(text)) or text[before.end - 1] == ":" or _MARKER.match(text, before.start, before.end)
    )
    return bool(over and _MARKER.match(text, line.start, line.end))


def is_wrapped(text: str, block: list[Span]) -> bool:
    """True where most lines of a block break off within a sentence because the next word had no room."""
    return len(block) > 1 and 2 * sum(_breaks(text, block)) > len(block) - 1


def runs_on(text: str, block: list[Span]) -> bool:
    """True where the first line of a block is the beginning of a sentence that the second line goes on with."""
    return is_wrapped(text, block) and next(_breaks(text, block))


def _breaks(text: str, block: list[Span]) -> Iterator[bool]:
    """For each line but the last, whether it breaks off within a sentence for want of room."""
    width = max(line.end - line.start for line in block)
    for line, following in pairwise(block):
        word = following.of(text).split(maxsplit=1)[0]
        full = NARROWEST <= width <= WIDEST and line.end - line.start + 1 + len(word) > width
        yield full and not ends_sentence(line.of(text))
