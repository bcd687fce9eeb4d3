"""A store that grew is what a new build would be, whatever came and went in whatever order."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import archive_sample
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.archive import Archive, entry, outcome
from kg.errors import KgError
from kg.pipeline import Outcome, assemble
from kg.store import open_graph, open_store, write
from kg.vocabulary import article_iri


@cache
def articles() -> list[list[Outcome]]:
    return archive_sample.versions()


def made(article: int, version: int) -> Outcome:
    return articles()[article][version % len(articles()[article])]


def given_to(store: Archive, *which: tuple[int, int]) -> None:
    store.add([entry(made(*one), "test") for one in which])


def new_build(there: dict[int, int]) -> bytes:
    return write(assemble(made(*one) for one in there.items()).quads, ".nq")


def conflicts(there: dict[int, int]) -> int:
    return new_build(there).count(b"conflictsWith")


NUMBERS = st.integers(0, len(archive_sample.versions()) - 1)
ADDED = st.dictionaries(NUMBERS, st.integers(0, 1), min_size=1, max_size=3)
REMOVED = st.sets(NUMBERS, min_size=1, max_size=2)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.one_of(ADDED, REMOVED), max_size=8))
def test_whatever_came_and_went_the_store_is_a_new_build_of_what_is_left(
    steps: list[dict[int, int] | set[int]],
) -> None:
    archive, there = Archive(open_store()), dict[int, int]()
    for step in steps:
        if isinstance(step, dict):
            given_to(archive, *step.items())
            there |= step
        else:
            gone = [number for number in sorted(step) if number in there]
            archive.remove([str(article_iri(made(number, 0).article)) for number in gone])
            there = {number: version for number, version in there.items() if number not in gone}
    assert archive.store.export(".nq") == new_build(there)
    assert archive.store.unsupported() == []


def test_the_sample_has_what_articles_change_in_each_other() -> None:
    first, second = new_build({0: 0}), new_build({0: 0, 1: 0})
    assert b"entity/ana-vell>" in first
    assert b"entity/ana-vell-selt>" in second
    assert b"entity/ana-vell-2024>" in new_build({1: 1, 3: 0})
    assert b"entity/ana-b-vell>" in new_build({2: 0})
    assert b"entity/ana-b-vell>" not in new_build({1: 1, 2: 0})
    assert conflicts({4: 1, 5: 1}) > conflicts({4: 1}) + conflicts({5: 1})  # 18 percent denied and affirmed
    assert conflicts({4: 1, 5: 0}) > conflicts({4: 1}) + conflicts({5: 0})  # 70 and 45 percent by one claimant
    assert b"sameReportAs" in new_build({0: 0, 3: 0, 1: 1})


def test_an_article_put_again_changes_nothing() -> None:
    archive = Archive(open_store())
    given_to(archive, (0, 0), (1, 0), (4, 0))
    before = archive.store.export(".nq")
    given_to(archive, (1, 0))
    assert archive.store.export(".nq") == before


def on_disk(folder: Path, *which: tuple[int, int]) -> bytes:
    archive = Archive(open_store(folder))
    given_to(archive, *which)
    archive.store.close()
    return archive.store.export(".nq")


def test_a_store_on_disk_goes_on_where_it_was(tmp_path: Path) -> None:
    on_disk(tmp_path / "store", (0, 0), (4, 0))
    whole = on_disk(tmp_path / "store", (1, 0), (4, 1))
    assert whole == new_build({0: 0, 1: 0, 4: 1})
    assert open_graph(tmp_path / "store").export(".nq") == whole


DYING = """
import os, sys
sys.path.insert(0, sys.argv[1])
import kg.store.store
from test_archive import *

class Dying:
    def __init__(self, whole):
        self.whole = whole
    def __contains__(self, quad):
        return quad in self.whole
    def __getattr__(self, name):
        return (lambda *_: os._exit(9)) if name == sys.argv[3] else getattr(self.whole, name)

archive = Archive(open_store(sys.argv[2]))
archive.store._ox = Dying(archive.store.oxigraph)
kg.store.store.FLUSHED_EVERY = 1
given_to(archive, (0, 1), (5, 0))
"""


@pytest.mark.parametrize("step", ["remove_graph", "remove", "extend", "flush"])
def test_a_writer_that_died_leaves_nothing_half_done(tmp_path: Path, step: str) -> None:
    on_disk(tmp_path / "store", (0, 0), (1, 0), (4, 0))
    command = [sys.executable, "-c", DYING, str(Path(__file__).parent), str(tmp_path / "store"), step]
    assert subprocess.run(command, check=False).returncode == 9
    assert open_graph(tmp_path / "store").export(".nq") == new_build({0: 1, 1: 0, 4: 0, 5: 0})


def test_one_writes_many_read(tmp_path: Path) -> None:
    on_disk(tmp_path / "store", (0, 0))
    readers = [open_graph(tmp_path / "store") for _ in range(3)]
    with pytest.raises(KgError, match="open in another process"):
        open_store(tmp_path / "store")
    for reader in readers:
        reader.close()
    writer = open_store(tmp_path / "store")
    for opening in (open_store, open_graph):
        with pytest.raises(KgError, match="open in another process"):
            opening(tmp_path / "store")
    writer.close()


def test_a_note_gives_back_what_was_made() -> None:
    for versions in articles():
        for one in versions:
            found = outcome(entry(one, "test").note)
            assert (found.article, found.statements, found.groundings) == (one.article, one.statements, one.groundings)


def test_a_note_of_a_stranger_runs_nothing() -> None:
    with pytest.raises(KgError, match="no value of the model"):
        outcome(b"cos\nsystem\n(S'true'\ntR.")


def test_a_store_of_another_version_is_not_written_to() -> None:
    archive = Archive(open_store())
    given_to(archive, (0, 0))
    archive.store.ledger.set("shape", "of old")
    with pytest.raises(KgError, match="another version of newskg"):
        Archive(archive.store)


def test_articles_go_by_iri_url_and_stem() -> None:
    archive = Archive(open_store())
    given_to(archive, (0, 0), (1, 0))
    iri = str(article_iri(made(0, 0).article))
    assert archive.articles(iri) == archive.articles("vell") == archive.articles("news/vell.md") == [iri]
    with pytest.raises(KgError, match="no such article"):
        archive.articles("nix")
