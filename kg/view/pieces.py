"""A text cut wherever something that is marked in it begins or ends."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

ROLES = ("cue", "source", "content", "own", "unread")
"""What a piece is to what it belongs to. The first of these is drawn where it is several things at once."""

_PARAGRAPH = re.compile(r"\n(?:[^\S\n]*\n)+")


class Mark(NamedTuple):
    """A marked span: code points, whose it is (a number), its role, and how deep that is nested in others' words."""

    begin: int
    end: int
    of: int
    role: str
    depth: int = 0


class Piece(NamedTuple):
    """A stretch of text with all marks that cover it, the one to be drawn first."""

    text: str
    marks: tuple[Mark, ...] = ()


def pieces(text: str, marks: Iterable[Mark]) -> list[list[Piece]]:
    r"""A text and what is marked in it in, its paragraphs in pieces out: together they are the text, every character.

    A paragraph keeps the empty lines after it. The deepest mark is drawn, and of those the first of ``ROLES``.

    >>> [[piece.text for piece in part] for part in pieces("A b.\n\nC", [Mark(2, 3, 0, "cue"), Mark(0, 4, 1, "own")])]
    [['A ', 'b', '.', '\n\n'], ['C']]
    """
    begin: defaultdict[int, list[Mark]] = defaultdict(list)
    end: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in sorted(set(marks)):
        first, last = max(mark.begin, 0), min(mark.end, len(text))
        if first < last:
            begin[first].append(mark)
            end[last].append(mark)
    breaks = {0, *(found.end() for found in _PARAGRAPH.finditer(text))}
    paragraphs: list[list[Piece]] = []
    there: dict[Mark, None] = {}
    for start, stop in pairwise(sorted({*breaks, *begin, *end, len(text)})):
        for mark in end[start]:
            del there[mark]
        there |= dict.fromkeys(begin[start])
        if start in breaks:
            paragraphs.append([])
        paragraphs[-1].append(Piece(text[start:stop], tuple(sorted(there, key=_drawn))))
    return paragraphs


def _drawn(mark: Mark) -> tuple[int, int, int]:
    return -mark.depth, ROLES.index(mark.role), mark.of
