"""The store keeps what it is given, and lets go of what nobody says any more."""

from __future__ import annotations

import io
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
from kg.store.names import WholeNames
from kg.vocabulary import KG, PREFIXES, SCHEMA, SHARED, Quad

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


@pytest.mark.parametrize("suffix", [".ttl", ".trig"])
def test_a_name_that_would_need_a_backslash_is_written_as_its_iri(tmp_path: Path, suffix: str) -> None:
    rows = [
        (URIRef(f"{PREFIXES['ent']}{name}"), KG.cue, Literal(text), SHARED)
        for name, text in (("c7a8/police", r"ent:c7a8\/police kg:a\'b \\"), ("o'hara", 'kg:a\\".'), ("ана", "ent:ана"))
    ]
    (tmp_path / f"graph{suffix}").write_bytes(write(rows, suffix))
    lines = (tmp_path / f"graph{suffix}").read_text(encoding="utf-8").splitlines()
    assert [line.split()[0] for line in lines if " kg:cue " in line][-1] == "ent:ана"
    assert sum(line.strip().startswith("<https://w3id.org/newskg/id/entity/") for line in lines) == 2
    assert set(open_graph(tmp_path / f"graph{suffix}")) == set(rows)


@pytest.mark.parametrize("size", [1, 2, 7, 64])
def test_names_are_found_wherever_a_text_is_cut(size: int) -> None:
    text, out = rb"ent:a ent:b\/c ;" b"\n" rb"kg:d\'e ent:f\/g .", io.BytesIO()
    names = WholeNames(out)
    for start in range(0, len(text), size):
        names.write(text[start : start + size])
    names.end()
    whole = [f"<{PREFIXES[prefix]}{name}>" for prefix, name in (("ent", "b/c"), ("kg", "d'e"), ("ent", "f/g"))]
    assert out.getvalue().decode() == "ent:a {} ;\n{} {} .".format(*whole)


def test_a_time_keeps_its_z() -> None:
    time = Literal("2024-05-06T07:00:00Z", datatype=URIRef(f"{PREFIXES['xsd']}dateTime"), normalize=False)
    store = store_of((URIRef(f"{PREFIXES['ent']}x"), SCHEMA.dateModified, time, SHARED))
    assert b'"2024-05-06T07:00:00Z"' in store.export(".nt")


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


def test_a_store_with_a_damaged_file_is_refused_in_one_line(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    store.put(ALL)
    store.oxigraph.flush()
    store.close()
    del store
    damaged = sorted((tmp_path / "store").glob("*.sst"))
    for path in damaged:
        path.write_bytes(b"x")
    assert damaged
    with pytest.raises(KgError, match="cannot be opened as a store") as error:
        open_graph(tmp_path / "store")
    assert "\n" not in str(error.value)


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
