"""Whatever is odd about an article's marks, lists and fragments costs nothing else, and spans stay true."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from docs import article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kg.annotate import annotate
from kg.extract import extract
from kg.model import Skipped, Span, Statement

SEED = Path(__file__).parents[2] / "seeds" / "flood-osk.txt"
MARKS = [
    "“",
    "”",
    "‘",
    "’",
    '"',
    "'",
    "''",
    "``",
    "«",
    "»",
    ":",
    ";",
    "—",
    " - ",
    "\n\n",
    "\n• ",
    "...",
    "?",
    "\u200b",
    "\u202e",
]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), changes=st.integers(1, 12))
def test_changed_marks_cost_no_article(english: Language, seed: int, changes: int) -> None:
    chance = random.Random(seed)
    text = SEED.read_text("utf-8")
    for _ in range(changes):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice([*MARKS, ""]) + text[at + chance.choice([0, 0, 1]) :]
    one = article(text)
    ((doc, _),) = annotate([one], english)
    for item in extract(doc, one):
        assert all(0 <= span.start < span.end <= len(text) for span in spans(item))
        assert item.reason if isinstance(item, Skipped) else 0 < item.confidence <= 1


def spans(item: Statement | Skipped) -> list[Span]:
    said = item.attribution
    parts = [*said.source, *said.cue, *said.content] if said is not None else []
    return [*parts, *([item.span] if isinstance(item, Skipped) else [*item.evidence, *item.quotes])]


ODD = [
    # text, who says what
    ("“The bridge is lost, Ana Vessa said.\n\nThe road is open.", ["Ana Vessa: “The bridge is lost"]),
    ('"It is lost," Vessa said. "We will rebuild it.\n\nThe road is open, the mayor said.',
     ['Vessa: "It is lost," "We will rebuild it.', "mayor: The road is open"]),
    ("«The bridge is lost», said Ana Vessa.", ["Ana Vessa: «The bridge is lost»"]),
    ("''The bridge is lost,'' Ana Vessa said.", ["Ana Vessa: ''The bridge is lost,''"]),
    ("“We waited for days,” said Ana Vessa.\n\n“Nobody came.\n\n“Then the water rose.”",
     ["Ana Vessa: “We waited for days,” “Nobody came. “Then the water rose.”"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ODD)
def test_odd_marks(english: Language, text: str, expected: list[str]) -> None:
    one = article(text)
    ((doc, _),) = annotate([one], english)
    said = [s for s in extract(doc, one) if isinstance(s, Statement) and s.attribution and s.speaker and not s.outer]
    found = [f"{s.speaker.name}: {' '.join(span.of(text) for span in s.attribution.content)}" for s in said]  # type: ignore[union-attr]
    assert [" ".join(line.split()) for line in found] == expected
