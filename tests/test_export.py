"""A graph written for other programs: each file is read by somebody else's library and says the same."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Container, Iterable
from pathlib import Path
from typing import Any

import graph_sample as sample
import networkx as nx
import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from processes import outputs
from rdflib import RDF, SKOS, Dataset, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from kg import cli
from kg.build import build, combine
from kg.errors import KgError
from kg.export import Format, format_of
from kg.export.jsonld import _forms, _term
from kg.export.rdfxml import legal
from kg.export.spreadsheet import COLUMNS, FORMULA, plain
from kg.export.writing import export
from kg.model import Article
from kg.query import conflicts
from kg.store import Store, open_store, parts_of, public_parts, write
from kg.store import store_of as public_store
from kg.validate import validate
from kg.verify import verify
from kg.vocabulary import KG, NIF, SCHEMA, Quad

HERE = Path(__file__).parent
ALL = combine(
    [
        *build(sample.ARTICLE, sample.STATEMENTS, sample.GROUNDINGS),
        *build(sample.SECOND_ARTICLE, sample.SECOND_STATEMENTS, sample.SECOND_GROUNDINGS),
    ]
)
ARTICLES = (sample.ARTICLE, sample.SECOND_ARTICLE)
WORDED = (KG.gist, KG.cue, SKOS.prefLabel, SCHEMA.headline, SCHEMA.author, SCHEMA.text, NIF.anchorOf)
TRIPLES = Format.turtle, Format.ntriples, Format.rdfxml
QUADS = Format.trig, Format.nquads, Format.jsonld
NASTY = "=cmd() ]]> <b>\"x\" 'y'</b> & \\ \n\t\r\x01\x0c\ufffe {@id} a, b; \U0001f600"
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


def store_of(quads: Iterable[Quad]) -> Store:
    store = open_store()
    store.put(quads)
    return store


def exported(quads: Iterable[Quad], form: Format, *, public: bool = False) -> bytes:
    out = io.BytesIO()
    export(store_of(quads), form, out, public=public)
    return out.getvalue()


def saying(text: str, places: Container[URIRef] = WORDED) -> list[Quad]:
    """The sample with this text in every place where words of news stand."""
    return [
        (subject, name, Literal(text, lang=value.language), graph)  # type: ignore[union-attr]
        if name in places
        else (subject, name, value, graph)
        for subject, name, value, graph in ALL
    ]


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


@pytest.mark.parametrize("text", ["", NASTY])
@pytest.mark.parametrize("form", TRIPLES)
def test_rdflib_reads_the_same_triples(form: Format, text: str) -> None:
    quads = saying(text) if text else ALL
    read = Graph().parse(data=exported(quads, form), format={"rdfxml": "xml", "ntriples": "nt"}.get(form, form))
    wanted = Graph()
    for subject, name, value, _ in quads:
        fits = form is not Format.rdfxml or isinstance(value, URIRef)
        wanted.add((subject, name, value if fits else Literal(legal(value), value.language, value.datatype)))
    assert isomorphic(read, wanted)


@pytest.mark.parametrize("text", ["", NASTY])
@pytest.mark.parametrize("form", QUADS)
def test_rdflib_reads_the_same_quads(form: Format, text: str) -> None:
    quads = saying(text) if text else ALL
    read = Dataset()
    read.parse(data=exported(quads, form), format={"jsonld": "json-ld"}.get(form, form))
    assert {(s, p, o, g) for s, p, o, g in read.quads()} == set(quads)


def test_json_ld_is_plain_json() -> None:
    read = json.loads(exported(ALL, Format.jsonld))
    nodes = {node["id"]: node for graph in read["@graph"] for node in graph["@graph"]}
    said = next(node for node in nodes.values() if node.get("cue") == "told")
    assert said["type"] == "Statement"
    assert said["saidOn"] == "2024-05-05"
    assert nodes[said["speaker"]]["prefLabel"] == "Ana Vell"
    assert nodes[said["evidence"]]["beginIndex"] == 0
    assert "Actor" in nodes[said["speaker"]]["type"]


def test_no_two_properties_have_one_name_in_json_ld() -> None:
    names = [_term(name) for name in _forms()]
    assert len(names) == len(set(names))


def test_a_statement_reifies_what_its_speaker_stated() -> None:
    quads = list(ox.parse(exported(ALL, Format.rdf12), format=ox.RdfFormat.TURTLE))
    asserted = {quad.triple for quad in quads}
    reified = {quad.object: quad.subject for quad in quads if quad.predicate.value.endswith("#reifies")}
    name = {str(entity): entity.value.rpartition("/")[2] for entity in (triple.subject for triple in reified)}
    said = {(name[str(triple.subject)], triple.predicate.value.rpartition("#")[2]) for triple in reified}
    assert said == {
        ("ana-vell", "stated"),
        ("bruno-tarn", "stated"),
        ("norvia-post", "stated"),
        ("selt", "denied"),
        ("selt", "lostControlOf"),
    }
    nested = [triple for triple in reified if triple not in asserted]
    assert [name[str(triple.subject)] for triple in nested] == ["bruno-tarn"]  # Vell says that he said it
    assert len(quads) - len(ALL) == len([quad for quad in quads if quad.predicate.value.endswith("#reifies")])


@pytest.mark.parametrize(("form", "read"), [(Format.graphml, nx.read_graphml), (Format.gexf, nx.read_gexf)])
def test_networkx_reads_the_network(form: Format, read: Any) -> None:
    graph = read(io.BytesIO(exported(ALL, form)))
    ent = "https://w3id.org/newskg/id/entity/"
    assert graph.nodes[f"{ent}ana-vell"]["label"] == "Ana Vell"
    assert "foaf:Person" in graph.nodes[f"{ent}ana-vell"]["types"]
    shares = [node for _, node in graph.nodes(data=True) if node.get("kg:percent") == 18]
    assert [node["said_by"] for node in shares] == ["Norvia Post (CT+); Selt (CT-)"]
    edges = [edge for *_, edge in graph.edges(data=True)]
    told = next(edge for edge in edges if edge.get("said_on") == "2024-05-05")
    assert (told["speaker"], told["factuality"], told["speech_act"]) == ("Ana Vell", "CT+", "assert")
    assert (told["sentence_start"], told["sentence_end"]) == (0, len(sample.TEXT.split("\n")[0]))
    assert told["sentence"] == sample.TEXT.split("\n")[0]


@pytest.mark.parametrize("form", [Format.graphml, Format.gexf])
def test_a_claim_is_no_edge_between_those_it_is_about(form: Format) -> None:
    read = {Format.graphml: nx.read_graphml, Format.gexf: nx.read_gexf}[form]
    graph = read(io.BytesIO(exported(ALL, form)))
    for source, target, edge in graph.edges(data=True):
        assert "content" in {graph.nodes[source]["family"], graph.nodes[target]["family"]}
        if edge["family"] == "statement":
            assert edge["speaker"]
            assert edge["factuality"]


def test_gexf_edges_start_when_they_were_said() -> None:
    data = exported(ALL, Format.gexf).decode()
    assert 'mode="dynamic"' in data
    assert 'timeformat="date"' in data
    assert 'start="2024-05-05"' in data
    assert "lastmodified" not in data


def test_a_table_has_a_row_for_each_statement() -> None:
    table = rows(exported(ALL, Format.csv))
    assert tuple(table[0])[: len(COLUMNS)] == COLUMNS
    assert len(table) == sum(1 for quad in ALL if quad[1:3] == (RDF.type, KG.Statement))
    denied = next(row for row in table if row["speech_act"] == "deny")
    assert {name: denied[name] for name in ("speaker", "factuality", "kg:party", "kg:percent", "kg:validFrom")} == {
        "speaker": "Selt",
        "factuality": "CT-",
        "kg:party": "Selt",
        "kg:percent": "18",
        "kg:validFrom": "2021-01-01",
    }
    assert denied["kg:controlRelation"] == "lost"
    assert denied["sentence"] == sample.TEXT[int(denied["start"]) : int(denied["end"])]


@given(texts)
def test_no_cell_is_a_formula_and_every_cell_can_be_read(text: str) -> None:
    cell = plain(text)
    assert unguarded(cell) == text
    assert not re.match(r"[=+@\t\r\n]|-(?!\d+(\.\d+)?$)", cell)


def annotated(quads: Iterable[Quad], *, public: bool = False) -> list[dict[str, Any]]:
    collection = json.loads(exported(quads, Format.annotations, public=public))
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    assert collection["first"]["type"] == "AnnotationPage"
    assert collection["total"] == len(collection["first"]["items"])
    return list(collection["first"]["items"])


def test_annotations_point_to_the_sentences() -> None:
    told = next(one for one in annotated(ALL) if one["body"][0]["value"].startswith("Ana Vell (assert"))
    text, page = told["target"]
    position, quote = text["selector"]
    assert told["type"] == "Annotation"
    assert sample.TEXT[position["start"] : position["end"]] == quote["exact"]
    assert quote.keys() == {"type", "exact"}  # a paragraph of its own
    assert (page["source"], page["selector"]) == (sample.ARTICLE.url, quote)
    denied = next(one for one in annotated(ALL) if one["body"][0]["value"].startswith("Selt (deny"))
    quote = denied["target"][0]["selector"][1]
    assert quote["prefix"] + quote["exact"] + quote["suffix"] in sample.TEXT
    assert (len(quote["prefix"]), len(quote["suffix"])) == (32, 32)
    assert told["body"][1]["kg:factuality"] == "CT+"


def test_an_annotation_never_says_what_is_claimed_without_whose_word_it_is() -> None:
    values = {one["body"][0]["value"] for one in annotated(ALL)}
    assert "Selt (deny, CT-): Selt lost about 18% of Selt" in values
    assert "Bruno Tarn (assert, CT+, by the word of Ana Vell): Norvia controls swathes of Selt" in values
    assert "the article itself (assert, CT+): Ana Vell is President of Norvia" in values


@settings(max_examples=10, deadline=None)
@given(texts)
def test_whatever_is_said_stays_text(text: str) -> None:
    quads = saying(text)
    assert {unguarded(row["gist"]) for row in rows(exported(quads, Format.csv))} == {text}
    for read, form in ((nx.read_graphml, Format.graphml), (nx.read_gexf, Format.gexf)):
        graph = read(io.BytesIO(exported(quads, form)))
        labels = {data["label"] for _, data in graph.nodes(data=True) if data["family"] == "content"}
        assert labels == {legal(text)}
    selectors = [one["target"] for one in annotated(quads)]
    assert text in json.dumps(selectors, ensure_ascii=False) or json.dumps(text, ensure_ascii=False)[
        1:-1
    ] in json.dumps(selectors, ensure_ascii=False)
    read_back = Dataset()
    read_back.parse(data=exported(quads, Format.jsonld), format="json-ld")
    assert {(s, p, o, g) for s, p, o, g in read_back.quads()} == set(quads)
    triples = ox.parse(exported(quads, Format.rdfxml), format=ox.RdfFormat.RDF_XML)
    assert {quad.object.value for quad in triples if quad.predicate.value == str(KG.gist)} == {legal(text)}


LONG = " ".join(f"word{number}" for number in range(40))


@pytest.mark.parametrize("form", Format)
def test_public_files_hold_no_longer_piece_of_an_article(form: Format) -> None:
    whole = exported(saying(LONG), form).decode()
    shown = exported(saying(LONG), form, public=True).decode()
    assert "word30" in whole
    assert "word30" not in shown


def test_a_public_graph_is_checked_against_its_sources(tmp_path: Path) -> None:
    path = tmp_path / "public.trig"
    path.write_bytes(exported(ALL, Format.trig, public=True))
    store = open_store()
    store.load(path)
    predicates = {name for _, name, _, _ in store}
    assert NIF.isString not in predicates
    assert SCHEMA.sha256 in predicates
    assert max(len(value.split()) for _, name, value, _ in store if name == NIF.anchorOf) <= 25
    assert verify(store, ARTICLES) == []
    assert not [one for one in validate(store.oxigraph) if one.severity == "Violation"]
    changed = Article(
        **{**{name: getattr(sample.ARTICLE, name) for name in sample.ARTICLE.__slots__}, "text": "Other."}
    )
    assert verify(store, [changed, sample.SECOND_ARTICLE])


def test_sentences_that_are_short_only_one_by_one_are_not_joined_in_public() -> None:
    half = " ".join(LONG.split()[:20])
    one = next(name for name, kind, value, _ in ALL if (kind, value) == (RDF.type, KG.Statement))
    more = [(one, KG.evidence, value, graph) for _, kind, value, graph in ALL if kind == KG.evidence]
    quads = [*saying(half, [NIF.anchorOf]), *more]
    assert f"{half} {half}" in exported(quads, Format.csv).decode()
    assert f"{half} {half}" not in exported(quads, Format.csv, public=True).decode()
    assert half in exported(quads, Format.csv, public=True).decode()


def test_a_public_graph_has_the_same_conflicts() -> None:
    store = store_of(saying(LONG, [NIF.anchorOf]))
    whole, shown = conflicts(store), conflicts(public_store(public_parts(parts_of(store.oxigraph))))
    assert whole.records()[0]["sentence"] == LONG
    assert shown.records() == [row | {"sentence": None} for row in whole.records()]


def test_what_is_short_is_public_as_it_is() -> None:
    kept = [quad for quad in ALL if quad[1] != NIF.isString and len(quad[2].split()) <= 25]
    assert set(exported(kept, Format.nquads).splitlines()) <= set(
        exported(ALL, Format.nquads, public=True).splitlines()
    )


def test_the_same_graph_gives_the_same_bytes() -> None:
    program = (
        "import sys, test_export as t; from kg.export import Format;"
        "sys.stdout.buffer.write(b''.join(t.exported(t.ALL, form) for form in Format))"
    )
    assert outputs(program) == {b"".join(exported(reversed(ALL), form) for form in Format)}


def test_a_property_that_xml_has_no_name_for_is_refused_in_one_line() -> None:
    odd = (URIRef("http://example.org/a"), URIRef("http://example.org/1"), Literal("x"), URIRef("http://example.org/g"))
    with pytest.raises(KgError, match=r"example\.org/1"):
        exported([odd], Format.rdfxml)


@pytest.mark.parametrize(("name", "form"), [("a.ttl", "turtle"), ("b.NQ", "nquads"), ("c.jsonld", "jsonld")])
def test_the_name_of_a_file_tells_its_format(name: str, form: str) -> None:
    assert format_of(name) == form


def test_a_name_that_tells_no_format_is_refused_in_one_line() -> None:
    with pytest.raises(KgError, match="--format"):
        format_of("graph.json")


def test_write_and_export_give_the_same_file() -> None:
    assert exported(ALL, Format.turtle) == write(ALL, ".ttl")
    assert exported(ALL, Format.nquads) == write(ALL, ".nq")


def test_the_documents_tell_of_every_format() -> None:
    told = (HERE.parent / "docs" / "formats.md").read_text(encoding="utf-8")
    headings = " ".join(re.findall("^## .*", told, flags=re.MULTILINE))
    assert [form for form in Format if f"`{form}`" not in headings] == []


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> object:
    monkeypatch.setattr(sys, "argv", ["kg", "export", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return ended.value.code


def test_the_command_writes_files_and_to_standard_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    graph, table = tmp_path / "graph.trig", tmp_path / "table.csv"
    graph.write_bytes(write(ALL, ".trig"))
    assert not run(monkeypatch, str(graph), "-o", str(table), "--public")
    assert table.read_bytes() == exported(ALL, Format.csv, public=True)
    capfdbinary.readouterr()
    assert not run(monkeypatch, str(graph), "--format", "nquads")
    assert capfdbinary.readouterr().out == write(ALL, ".nq")
    assert sorted(tmp_path.iterdir()) == [graph, table]


@pytest.mark.parametrize("arguments", [(), ("-o", "graph.json"), ("-o", "no/such/folder/graph.ttl")])
def test_what_cannot_be_written_is_told_in_one_line(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "graph.trig").write_bytes(write(ALL, ".trig"))
    assert run(monkeypatch, "graph.trig", *arguments) == 1
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert [path.name for path in tmp_path.iterdir()] == ["graph.trig"]
