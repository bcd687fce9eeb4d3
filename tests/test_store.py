"""The store keeps what it is given, and lets go of what nobody says any more."""

from __future__ import annotations

from pathlib import Path

import graph_sample as sample
import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from kg.build import build, combine
from kg.errors import KgError
from kg.store import SUFFIXES, Store, formats, in_bytes, open_graph, open_store, parts_of, write
from kg.store.formats import SKOLEM, ox_quad
from kg.vocabulary import SHARED, Quad, graph_iri

FIRST = list(build(sample.ARTICLE, sample.STATEMENTS, sample.GROUNDINGS))
SECOND = list(build(sample.SECOND_ARTICLE, sample.SECOND_STATEMENTS, sample.SECOND_GROUNDINGS))
ALL = combine([*FIRST, *SECOND])

iris = st.sampled_from(["a", "a-b", "a/b", "b"]).map(lambda name: URIRef(f"http://example.org/{name}"))
literals = st.builds(Literal, st.text(st.characters(exclude_categories=["Cs"])), lang=st.sampled_from([None, "en"]))


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


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_graph_too_large_for_the_memory_is_the_same_file(suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = write(ALL, suffix)
    monkeypatch.setattr(formats, "RUN", 7)
    assert write(ALL, suffix) == whole


@given(st.lists(st.tuples(iris, iris | st.just(RDF.type), iris | literals, iris), max_size=8))
def test_lines_are_sorted_by_graph_subject_property_and_value(quads: list[Quad]) -> None:
    def order(quad: ox.Quad) -> tuple[str, ...]:
        kind = "" if quad.predicate.value == str(RDF.type) else quad.predicate.value
        return str(quad.graph_name), str(quad.subject), kind, str(quad.object)

    lines = [f"{quad} .\n" for quad in sorted({ox_quad(quad) for quad in quads}, key=order)]
    assert write(quads, ".nq").decode() == "".join(lines)


def test_graphs_of_others_get_iris_for_blank_nodes_and_a_name_for_the_default_graph(tmp_path: Path) -> None:
    (tmp_path / "other.nq").write_text(
        "_:a <http://example.org/p> _:b <http://example.org/g> .\n"
        '<http://example.org/s> <http://example.org/p> "_:c <d> _:e ." .\n'
        "<http://example.org/s> <http://example.org/p> _:a .\n"
    )
    store = open_graph(tmp_path / "other.nq")
    written = in_bytes(parts_of(store.oxigraph), ".nq")
    assert written == write(store.quads(), ".nq")
    assert written.count(SKOLEM.encode()) == 3
    assert written.count(SHARED.encode()) == 2
    assert b'"_:c <d> _:e ."' in written


def test_triple_terms_are_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "rdf12.ttl").write_text("<http://a/s> <http://a/p> <<( <http://a/s> <http://a/p> <http://a/o> )>> .")
    with pytest.raises(KgError, match=r"RDF 1\.2"):
        open_graph(tmp_path / "rdf12.ttl")


def test_an_article_put_again_is_there_once() -> None:
    store = store_of(*FIRST, *SECOND)
    size = len(store)
    store.put(FIRST)
    assert len(store) == size


def test_a_changed_article_leaves_nothing_of_the_old_one_behind() -> None:
    store = store_of(*FIRST, *SECOND)
    shorter = list(build(sample.ARTICLE, sample.STATEMENTS[:1], sample.GROUNDINGS))
    store.put(shorter)
    assert write(store, ".nq") == write([*shorter, *SECOND], ".nq")


def test_a_removed_article_takes_its_own_along_and_no_others() -> None:
    store = store_of(*ALL)
    store.remove(graph_iri(sample.ARTICLE))
    store.remove(graph_iri(sample.ARTICLE))
    assert write(store, ".nq") == write(
        [q for q in SECOND if "Republic" not in q[2]] + [q for q in ALL if str(q[2]) == "Republic of Selt"], ".nq"
    )


def test_a_statement_denied_later_is_no_longer_stated() -> None:
    store = store_of(*build(sample.ARTICLE, [sample.SHARE_STATEMENT, sample.DENIAL], sample.GROUNDINGS))
    only_denied = list(build(sample.ARTICLE, [sample.DENIAL], sample.GROUNDINGS))
    store.put(only_denied)
    assert write(store, ".nq") == write(only_denied, ".nq")


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
