"""From tokens to the spans of an attribution: pieces without what stands between them, quotation marks kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from kg import syntax
from kg.model import Quotation, Span

STOPS = ".,;:—–-"


def span_of(tokens: Sequence[Token]) -> Span:
    """From the first to the last of the tokens."""
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))


def pieces(tokens: Iterable[Token]) -> tuple[Span, ...]:
    """Unbroken runs of tokens as spans, trimmed of the punctuation at their ends; runs without a word are dropped."""
    runs: list[list[Token]] = []
    for token in sorted(set(tokens), key=lambda t: t.i):
        if runs and _adjoins(runs[-1][-1], token):
            runs[-1].append(token)
        else:
            runs.append([token])
    out = []
    for run in runs:
        kept = syntax.trimmed(run)
        while kept and syntax.is_conjunction(kept[-1]):
            kept = syntax.trimmed(kept[:-1])
        if any(t.is_alpha or t.like_num for t in kept):
            out.append(span_of(kept))
    return tuple(out)


def _adjoins(before: Token, after: Token) -> bool:
    """True where only spaces stand between two tokens."""
    return all(before.doc[i].is_space for i in range(before.i + 1, after.i))


def merged(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Spans in order, those that touch, overlap, or have only spaces or one comma between them made one."""
    out: list[Span] = []
    for span in sorted(set(spans)):
        if out and (span.start <= out[-1].end or not text[out[-1].end : span.start].strip(" ")):
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def without(spans: Iterable[Span], holes: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Spans with the holes cut out of them, each trimmed of spaces and stops."""
    todo = list(spans)
    for hole in holes:
        todo = [part for span in todo for part in _cut(span, hole)]
    return tuple(t for span in todo if (t := trim(span, text)) is not None)


def _cut(span: Span, hole: Span) -> list[Span]:
    if not span.meets(hole):
        return [span]
    parts = (Span(span.start, hole.start), Span(hole.end, span.end))
    return [part for part in parts if part.start < part.end]


def trim(span: Span, text: str) -> Span | None:
    """A span without spaces and stops at its ends; None where nothing with a letter or digit is left."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in STOPS):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in STOPS):
        end -= 1
    return Span(start, end) if any(c.isalnum() for c in text[start:end]) else None


def tokens_in(doc: Doc, span: Span) -> list[Token]:
    """The tokens that lie in a span, spaces left out."""
    found = doc.char_span(span.start, span.end, alignment_mode="contract")
    return [t for t in found if not t.is_space] if found is not None else []


def kind_of(content: Sequence[Span], quotations: Sequence[Quotation], text: str) -> str:
    """``direct`` where all words stand inside quotation marks, ``indirect`` where none does, else ``mixed``."""
    inside = outside = False
    for span in content:
        at = span.start
        for words in sorted(q.words for q in quotations if q.words.meets(span)):
            outside |= _has_word(text[at : words.start])
            inside |= _has_word(text[max(at, words.start) : min(words.end, span.end)])
            at = max(at, words.end)
        outside |= _has_word(text[at : span.end])
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"


def _has_word(text: str) -> bool:
    return any(c.isalnum() for c in text)
