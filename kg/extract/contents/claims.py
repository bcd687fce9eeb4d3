"""Claims in the words of their source: what was said, where no other kind takes it whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract.factuality import clause_force
from kg.extract.found import Found
from kg.extract.mentions import layers_of, mentions_in
from kg.extract.pieces import tokens_in
from kg.extract.said import Said
from kg.model import Content, Span

JOINING = re.compile(r"[\s,;]*(?:\b(?:and|but|or))?[\s,;]*$")


def find(doc: Doc) -> Iterator[Found]:
    """Nothing of its own accord: a claim is the content of an act of saying."""
    yield from ()


@dataclass(frozen=True, slots=True)
class Part:
    """What one clause of an act of saying says: where it stands, and the word that heads it, where that is known."""

    spans: tuple[Span, ...]
    head: Token | None = None


def parts(doc: Doc, said: Said) -> list[Part]:
    """An act of saying in, its clauses out: "said that A and that B" says two things; all else says one."""
    spans, heads = said.attribution.content, said.report.heads if said.report is not None else ()
    one = is_one_sentence(doc, said)
    main = next((head for head in heads if syntax.is_verb(head)), heads[0]) if heads and one else None
    further = syntax.coordinate_clauses(main, heads) if main is not None else []
    if not further:
        return [Part(spans, main)]
    text = layers_of(doc).text
    starts = [c.left_edge.idx for c in further]
    bounds = [0, *starts, len(text)]
    cut = [_within(spans, Span(low, high), text) for low, high in pairwise(bounds)]
    return [Part(own, head) for own, head in zip(cut, [main, *further], strict=True) if own]


def _within(spans: Iterable[Span], bounds: Span, text: str) -> tuple[Span, ...]:
    """The parts of spans inside bounds, without the "and" that leads to the next."""
    inside = [Span(max(s.start, bounds.start), min(s.end, bounds.end)) for s in spans if s.meets(bounds)]
    kept = [Span(s.start, s.start + len(JOINING.sub("", s.of(text)))) for s in inside]
    return tuple(s for s in kept if s.start < s.end)


def claim(doc: Doc, part: Part, denial: Span | None) -> Content:
    """The claim of a clause: its words in normal form, and who is named in them.

    The negation of its main verb (``denial``) is left out: to deny a claim and to affirm it are two stances to one
    content.
    """
    tokens = [t for span in part.spans for t in tokens_in(doc, span)]
    whole = layers_of(doc).text
    text = _normal(" ".join(_without(whole, span, denial) for span in part.spans))
    where = Span(part.spans[0].start, part.spans[-1].end)
    return Content("Claim", (), text or part.spans[0].of(whole), where, about=mentions_in(tokens))


def denial(said: Said, head: Token | None) -> Span | None:
    """The word that negates the head of a clause, where it can be left out: "not", "never"."""
    if said.report is None or head is None or not syntax.is_verb(head):
        return None
    if "U" in (clause_force(head)[0], said.report.entry.factuality[0]):
        return None  # "if it does not rain", "urged them not to return": no denial
    found = syntax.negation(head)
    if found is None or not syntax.is_negation(found):
        return None
    return Span(found.idx, found.idx + len(found))


def is_one_sentence(doc: Doc, said: Said) -> bool:
    """True where the words said stand in one sentence, so that one verb tells how sure they are."""
    pieces = [tokens_in(doc, span) for span in said.attribution.content]
    return len({end.sent.start for words in pieces if words for end in (words[0], words[-1])}) <= 1


def _without(whole: str, span: Span, hole: Span | None) -> str:
    text = span.of(whole)
    if hole is None or not span.holds(hole):
        return text
    return text[: hole.start - span.start] + text[hole.end - span.start :]


def _normal(text: str) -> str:
    """One line without outer marks, "that", and braces, first letter as printed."""
    text = re.sub(r"[“”„«»\"]", "", text)
    text = re.sub(r"\s+", " ", text).strip(" ,;:—–-")
    return re.sub(r"^(?:that|to)\s+", "", text).strip().rstrip(",")
