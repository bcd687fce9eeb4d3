"""A sentence of evidence, cut into the pieces that the page marks: source, cue and content."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

# A character inside two spans gets the first of these: a cue may stand inside the content that it interrupts.
_ROLES = (("cue", "cueSpan"), ("source", "source"), ("content", "contentSpan"))


def marked(statement: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The evidence of a statement row as (text, role); role is source, cue, content or empty.

    Spans and ``begin`` are code points of the article. Sentences that do not follow each other get an ellipsis between.

    >>> marked({"evidence": [{"text": "Vessa said no.", "begin": 10}], "source": [[10, 15]], "cueSpan": [[16, 20]]})
    [('Vessa', 'source'), (' ', ''), ('said', 'cue'), (' no.', '')]
    """
    pieces: list[tuple[str, str]] = []
    end: int | None = None
    for sentence in sorted(statement.get("evidence") or (), key=lambda one: int(one["begin"])):
        begin = int(sentence["begin"])
        if end is not None:
            pieces.append((" " if begin - end <= 2 else " … ", ""))
        pieces.extend(_cut(sentence["text"], begin, statement))
        end = begin + len(sentence["text"])
    return pieces


def _cut(text: str, begin: int, statement: Mapping[str, Any]) -> list[tuple[str, str]]:
    """One sentence, which begins at ``begin`` of its article, cut wherever a role begins or ends."""
    spans = [
        (max(int(first) - begin, 0), min(int(last) - begin, len(text)), role)
        for role, key in _ROLES
        for first, last in statement.get(key) or ()
    ]
    cuts = sorted({0, len(text), *(at for first, last, _ in spans if first < last for at in (first, last))})
    return [
        (text[start:stop], next((role for first, last, role in spans if first <= start and stop <= last), ""))
        for start, stop in pairwise(cuts)
    ]
