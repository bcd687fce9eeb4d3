"""A store whose articles are copies of each other is what a new build of them would be."""

from __future__ import annotations

from itertools import permutations

import pytest

from kg.archive import Archive, entry
from kg.build import build
from kg.model import Article, Groundings
from kg.pipeline import Outcome, assemble
from kg.store import open_store, write
from kg.vocabulary import article_iri

WORDS = [f"word{number}" for number in range(400)]
TEXTS = {
    "whole": WORDS,
    "half": ["By", "Ida", "Lund", *WORDS[:200]],
    "end": [*WORDS[160:], "Meridian", "Wire", "contributed"],  # of one report with the whole, not with the half
    "other": WORDS[::-1],
}


def outcome(name: str, words: list[str]) -> Outcome:
    article, nobody = Article(" ".join(words), f"{name}.txt", name, publisher="Norvia Post"), Groundings({})
    return Outcome(article, (), nobody, (), tuple(build(article, (), nobody)))


MADE = {name: outcome(name, words) for name, words in TEXTS.items()}


def new_build(*names: str) -> bytes:
    return write(assemble(MADE[name] for name in names).quads, ".nq")


def test_copies_are_drawn_in_pairs() -> None:
    assert [new_build(*names).count(b"sameReportAs") for names in (("whole", "half"), ("half", "end"), TEXTS)] == [
        2,
        0,
        4,
    ]


@pytest.mark.parametrize("order", list(permutations(TEXTS)), ids=" ".join)
def test_the_order_does_not_matter(order: tuple[str, ...]) -> None:
    archive = Archive(open_store())
    for name in order:
        archive.add([entry(MADE[name], "test")])
    assert archive.store.export(".nq") == new_build(*TEXTS)
    archive.remove([str(article_iri(MADE["half"].article))])
    assert archive.store.export(".nq") == new_build("whole", "end", "other")


def test_a_copy_that_is_written_anew_is_none() -> None:
    archive = Archive(open_store())
    archive.add([entry(MADE[name], "test") for name in ("whole", "half")])
    again = outcome("half", WORDS[::-2])
    archive.add([entry(again, "test")])
    assert archive.store.export(".nq") == write(assemble([MADE["whole"], again]).quads, ".nq")
    assert b"sameReportAs" not in archive.store.export(".nq")
