"""Acts of saying by a label: "Vessa: We will go", "Poll: most want a truce", the "Q:" and "A:" of an interview."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract import cues
from kg.extract.mentions import layers_of
from kg.extract.people import can_speak, is_work
from kg.extract.pieces import tokens_in
from kg.extract.report import Report
from kg.model import Span

LABEL = re.compile(r"[^\s:“\"'‘(][^:“\"‘\n]{0,59}(?=:\s)")
TURNS = frozenset({"q", "a", "question", "answer"})
NAME = 3  # words of a name
# "Update: ...", "Analysis: ...": what opens a headline or a paragraph and is nobody
HEADINGS = frozenset(
    "update breaking analysis opinion explainer video photos watch live exclusive review editorial fact correction "
    "clarification timeline background related read source credit note photo caption summary topic date time place "
    "score result results breaking-news monday tuesday wednesday thursday friday saturday sunday".split()
)
WORDS = 8  # a label is short: "Ana Vessa, head of the Harbor Board"
SPOKEN = 3  # and what is said is no single name


def labels(doc: Doc, paragraphs: Iterable[Span]) -> Iterator[Report]:
    """The acts of saying of the paragraphs that open with a speaker and a colon."""
    text = layers_of(doc).text
    for paragraph in paragraphs:
        found = LABEL.match(text, paragraph.start, paragraph.end)
        if found is not None:
            label = tokens_in(doc, Span(*found.span()))
            colon = label[-1].nbor() if label and label[-1].i + 1 < len(doc) else None
            if colon is not None and colon.text == ":":
                yield from _label(label, colon, tokens_in(doc, Span(found.end() + 1, paragraph.end)))


def _label(label: Sequence[Token], colon: Token, words: Sequence[Token]) -> Iterator[Report]:
    verbs = [t for t in words if syntax.is_verb(t) and not syntax.is_helper(t)]
    if len(label) > WORDS or len([t for t in words if t.is_alpha]) < SPOKEN or not verbs:
        return
    if any(syntax.is_verb(t) for t in label):
        return
    turn = label[0].lower_ in TURNS and len(label) == 1
    source = None if turn else speaker(label)
    if source is None and not turn:
        return
    yield Report(
        verb=colon,
        cue=(colon,),
        entry=cues.SAY,
        source=source,
        source_words=tuple(label),
        content=tuple(words),
        heads=tuple(t for t in verbs[:1]),
        frame="label",
    )


def speaker(label: Sequence[Token]) -> Token | None:
    """The word that heads a label, where it is a name of a person or body, a person's calling, or a work."""
    places = {t.i for t in label}
    head = next((t for t in label if t.head.i not in places or t.head.i == t.i), label[0])
    if head.pos_ == "PROPN" and not head.ent_type_ and len(label) <= NAME and label[0].lower_ not in HEADINGS:
        return head  # "Tolen: Bridge must close"
    named = next((t for t in reversed(label) if t.ent_type_ in {"PERSON", "ORG"}), None)
    if head.ent_type_ in {"PERSON", "ORG"} or (not head.ent_type_ and head.pos_ == "NOUN" and can_speak(head)):
        return head
    if label[0].lower_ in HEADINGS:
        return None
    return head if is_work(head) else named if head.ent_type_ == "" and head.pos_ == "PROPN" else None
