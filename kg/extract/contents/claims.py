"""Claims in the words of their source: what was said, where no other kind takes it whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from kg import syntax
from kg.extract.factuality import clause_force
from kg.extract.found import Found
from kg.extract.mentions import layers_of, mentions_in
from kg.extract.pieces import tokens_in
from kg.extract.said import Said
from kg.model import Content, Span


def find(doc: Doc) -> Iterator[Found]:
    """Nothing of its own accord: a claim is the content of an act of saying."""
    yield from ()


def claim(doc: Doc, said: Said, denial: Span | None) -> Content:
    """The claim of an act of saying: its words in normal form, and who is named in them.

    The negation of its main verb (``denial``) is left out: to deny a claim and to affirm it are two stances to one
    content.
    """
    spans = said.attribution.content
    tokens = [t for span in spans for t in tokens_in(doc, span)]
    whole = layers_of(doc).text
    text = _normal(" ".join(_without(whole, span, denial) for span in spans))
    return Content(
        "Claim", (), text or spans[0].of(whole), Span(spans[0].start, spans[-1].end), about=mentions_in(tokens)
    )


def denial(said: Said) -> Span | None:
    """The word that negates the main verb of what was said, where it can be left out: "not", "never"."""
    if said.report is None or not said.report.heads or not syntax.is_verb(said.report.heads[0]):
        return None
    if not is_one_sentence(said.report.verb.doc, said):
        return None
    if "U" in (clause_force(said.report.heads[0])[0], said.report.entry.factuality[0]):
        return None  # "if it does not rain", "urged them not to return": no denial
    found = syntax.negation(said.report.heads[0])
    if found is None or not syntax.is_negation(found):
        return None
    return Span(found.idx, found.idx + len(found))


def is_one_sentence(doc: Doc, said: Said) -> bool:
    """True where the words said stand in one sentence, so that one verb tells how sure they are."""
    return len({t.sent.start for span in said.attribution.content for t in tokens_in(doc, span)[:1]}) <= 1 and all(
        len({t.sent.start for t in tokens_in(doc, span)}) <= 1 for span in said.attribution.content
    )


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
