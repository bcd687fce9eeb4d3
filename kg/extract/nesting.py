"""Speech inside speech: which act of saying holds which."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg import syntax
from kg.extract.found import Found
from kg.extract.said import Said
from kg.model import Span

DEEPEST = 20


class Nest:
    """Which act of saying holds what: looked up by place, so that a long article costs no more than its length."""

    def __init__(self, all_said: Sequence[Said]) -> None:
        self._all = all_said
        pieces = [
            (span, i) for i, said in enumerate(all_said) if not _leaves_open(said) for span in said.attribution.content
        ]
        self._pieces = sorted(pieces, key=lambda piece: (piece[0], piece[1]))
        self._starts = [span.start for span, _ in self._pieces]
        self._longest = max((span.end - span.start for span, _ in self._pieces), default=0)

    def around(self, span: Span) -> Iterator[int]:
        """The acts of saying in whose content a span lies, each once for every piece that holds it."""
        first = bisect_left(self._starts, span.end - self._longest)
        for piece, i in self._pieces[first : bisect_right(self._starts, span.start)]:
            if piece.holds(span):
                yield i

    def outer(self, number: int) -> int | None:
        """The act in whose content another one's cue stands: the smallest one that holds it."""
        said = self._all[number]
        if not said.attribution.cue:
            return None
        around = [i for i in self.around(said.attribution.cue[0]) if i != number and not _within(self._all[i], said)]
        return min(around, key=lambda i: (_size(self._all[i]), i)) if around else None

    def teller(self, found: Found) -> int | None:
        """The innermost act of saying whose content holds a content; None where the article says it itself.

        A title or apposition is the writer's own unless it stands inside quotation marks. "A proposal by Orland" is
        whoever's whose clause it stands in.
        """
        head = Span(found.head.idx, found.head.idx + len(found.head))
        inside = [i for i in self.around(head) if not found.presupposed or _brings_up(self._all[i], found.head)]
        return min(inside, key=lambda i: (_size(self._all[i]), -i)) if inside else None


def _brings_up(said: Said, head: Token) -> bool:
    """True where a speaker is the first to tell of something: in a quotation, or as "an offer" in a clause."""
    new = syntax.is_indefinite(head) and not syntax.is_apposition(head)
    return said.attribution.kind == "direct" or (new and said.report is not None and said.report.frame == "clause")


def _leaves_open(said: Said) -> bool:
    """ "is expected to seize the town", "discussed the town's seizure": of the seizure the writer tells."""
    return said.report is not None and (said.report.is_rumour or said.report.is_topic)


def _size(said: Said) -> int:
    return sum(span.end - span.start for span in said.attribution.content)


def _within(inner: Said, outer: Said) -> bool:
    return bool(inner.attribution.cue) and any(s.holds(inner.attribution.cue[0]) for s in outer.attribution.content)


def depth(number: int, outer: Sequence[int | None]) -> int:
    """How many acts of saying stand around one."""
    steps, at = 0, outer[number]
    while at is not None and steps < DEEPEST:
        steps, at = steps + 1, outer[at]
    return steps
