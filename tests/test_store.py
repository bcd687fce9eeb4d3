"""The store keeps what it is given, and lets go of what nobody says any more."""

from __future__ import annotations

from pathlib import Path

import graph_sample as sample
import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from kg.build import build, combine
from kg.errors import KgError
from kg.store import SUFFIXES, Store, open_graph, open_store, write
from kg.vocabulary import Quad

FIRST = list(build(sample.ARTICLE, sample.STATEMENTS, sample.GROUNDINGS))
SECOND = list(build(sample.SECOND_ARTICLE, sample.SECOND_STATEMENTS, sample.SECOND_GROUNDINGS))
ALL = combine([*FIRST, *SECOND])


def store_of(*quads: Quad) -> Store:
    store = open_store()
    store.put(quads)
    return store


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_read_again_is_the_same_file(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"graph{suffix}"
    path.write_bytes(write(ALL, suffix))
    store = open_graph(path)
    assert store.export(suffix) == path.read_bytes()
    assert store.export(".nq") == write(ALL, ".nq")  # flat files lose nothing


def test_rdflib_reads_the_same_graph() -> None:
    read = Graph().parse(data=write(ALL, ".ttl"), format="turtle")
    other = Graph().parse(data=write(ALL, ".nt"), format="nt")
    assert isomorphic(read, other)
    assert len(read) == len(ALL)


def test_a_store_on_disk_stays(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    store.put(ALL)
    store.close()
    del store
    assert open_graph(tmp_path / "store").export(".nq") == write(ALL, ".nq")


def test_a_dataset_sees_all_graphs_as_one() -> None:
    dataset = store_of(*ALL).dataset()
    assert sum(1 for _ in dataset.triples((None, None, None))) == len({quad[:3] for quad in ALL})


def test_a_store_that_is_open_elsewhere_is_refused_in_one_line(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    with pytest.raises(KgError, match="open in another process"):
        open_store(tmp_path / "store")
    store.close()


@pytest.mark.parametrize("name", ["file.txt", "folder"])
def test_what_is_no_store_is_refused_in_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").write_text("x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "notes.txt").write_text("x")
    with pytest.raises(KgError, match=name):
        open_store(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("none.ttl", None, "no such file"),
        ("graph.pdf", "x", "unknown format"),
        ("graph.ttl", "<a> <b> .", "line 1: not valid RDF"),
        ("graph.nq", "nonsense", "not valid RDF"),
    ],
)
def test_a_file_that_is_no_graph_is_refused_in_one_line(
    tmp_path: Path, name: str, text: str | None, reason: str
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text)
    with pytest.raises(KgError, match=reason) as error:
        open_graph(tmp_path / name)
    assert "\n" not in str(error.value)
