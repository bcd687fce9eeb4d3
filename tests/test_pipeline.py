"""The line on the seeds: what is written, that it is the same each time, and that one bad article costs one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import BNode, Dataset
from rdflib import Graph as RdfGraph
from reading import items, read_all
from spacy.language import Language
from spacy.tokens import Doc

import kg
from kg import pipeline
from kg.errors import ArticleError, KgError
from kg.graph import Graph, graph_of
from kg.listing import entry
from kg.model import Article, Skipped, Statement
from kg.output import write_outputs
from kg.pipeline import Build, assemble, run
from kg.query import queries
from kg.store import open_store
from kg.summary import figures, notes, reasons
from kg.validate import validate
from kg.verify import verify
from kg.vocabulary import Gazetteer

BRIDGE = (
    "Norvia loses the bridge\n\nBy Ida Lund, The Norvia Post\n\nMonday, March 3, 2025\n\n"
    "Norvia’s President Ana Vell said on Sunday that the bridge at Osk was lost. “We will come back,” she said.\n\n"
    "Selt did not say who had taken the bridge.\n"
)


@pytest.fixture(scope="module")
def built(root: Path, english: Language, gazetteer: Gazetteer) -> Build:
    """The graph of the seeds."""
    return assemble(run([str(root / "seeds")], english, gazetteer))


@pytest.fixture(scope="module")
def out(built: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the seeds."""
    folder = tmp_path_factory.mktemp("out")
    write_outputs(built, folder)
    return folder


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(BRIDGE, encoding="utf-8")
    return path


def made(english: Language, gazetteer: Gazetteer, *sources: Path) -> Build:
    return assemble(run(map(str, sources), english, gazetteer))


def test_every_seed_is_in_the_graph(root: Path, built: Build, gazetteer: Gazetteer) -> None:
    assert not built.failed
    assert len(built.outcomes) == len(list(items(root / "seeds")))
    found = figures(built, gazetteer)
    assert found["articles"] == len(built.outcomes)
    assert found["contents: territorial control"] > 0
    assert found["contents: role holding"] > 0
    assert min(found["statements"], found["speakers"], found["entities grounded"], found["entities not grounded"]) > 0


def test_the_summary_counts_what_was_not_understood(built: Build) -> None:
    counted = reasons(built)
    assert sum(number for _, number in counted) == sum(len(outcome.skipped) for outcome in built.outcomes)
    assert [number for _, number in counted] == sorted((number for _, number in counted), reverse=True)
    assert not notes(built)


def test_the_files_are_there_and_nothing_else(out: Path) -> None:
    assert {path.name for path in out.iterdir()} == {"graph.ttl", "graph.trig", "statements.jsonl", "graph.html"}


def test_the_graph_is_the_same_in_rdflib_and_oxigraph(out: Path) -> None:
    flat = RdfGraph().parse(out / "graph.ttl")
    other = {(str(one.subject), str(one.predicate), str(one.object)) for one in parse(path=str(out / "graph.ttl"))}
    assert len(flat) == len(other)
    assert not [node for triple in flat for node in triple if isinstance(node, BNode)]
    named = Dataset().parse(out / "graph.trig")
    assert {quad[:3] for quad in named.quads()} == set(flat)


def test_a_triple_stands_in_one_graph_and_none_in_the_default_one(out: Path) -> None:
    quads = list(parse(path=str(out / "graph.trig"), format=RdfFormat.TRIG))
    assert len({quad.triple for quad in quads}) == len(quads)
    assert all("/id/graph/" in str(quad.graph_name) for quad in quads)


def test_the_graph_keeps_the_rules_and_says_what_the_articles_say(root: Path, built: Build) -> None:
    graph = built.graph()
    assert [one for one in validate(graph.dataset()) if one.severity == "Violation"] == []
    assert verify(graph.store, read_all(root / "seeds")) == []


def test_all_questions_run(built: Build) -> None:
    graph = built.graph()
    answers = {one.number: len(graph.query(one.name)) for one in queries()}
    assert len(answers) == 25
    assert all(answers[number] for number in (1, 2, 3, 7, 8, 19, 20, 22))


def test_two_builds_are_equal_byte_for_byte(root: Path, tmp_path: Path) -> None:
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "kg", "build", "seeds/armistice-courier.md", "seeds/election-pellora.md"]
        subprocess.run(
            [*command, "-o", str(tmp_path / seed)],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        )
    for name in ("graph.ttl", "graph.trig", "statements.jsonl", "graph.html"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes(), name


def test_the_order_of_the_sources_does_not_change_the_graph(
    root: Path, english: Language, gazetteer: Gazetteer
) -> None:
    one, other = root / "seeds" / "armistice-courier.md", root / "seeds" / "armistice-tribune.html"
    assert made(english, gazetteer, one, other).quads == made(english, gazetteer, other, one).quads


def test_a_line_of_the_listing_tells_of_one_article(out: Path, built: Build) -> None:
    lines = [json.loads(line) for line in (out / "statements.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == [outcome.article.stem for outcome in built.outcomes]
    for line, outcome in zip(lines, built.outcomes, strict=True):
        assert_is_entry(line, outcome.article.text, {str(quad[0]) for quad in built.quads})


def assert_is_entry(line: dict[str, Any], text: str, subjects: set[str]) -> None:
    """The listing's form, spans inside the text, IRIs that are in the graph."""
    assert list(line) == [
        "id", "path", "article_iri", "title", "publisher", "published", "attributions", "contents", "skipped",
        "corrections", "sha256",
    ]  # fmt: skip
    assert line["article_iri"] in subjects
    for one in line["attributions"]:
        assert set(one) == {
            "source", "cue", "content", "kind", "speakers", "addressee", "speech_act", "factuality", "said_on",
            "confidence", "signs", "nested", "negated_cue", "statement_iris",
        }  # fmt: skip
        assert one["kind"] in {"direct", "indirect", "mixed"}
        assert set(one["statement_iris"]) <= subjects
        assert all(0 <= begin < end <= len(text) for key in ("source", "cue", "content") for begin, end in one[key])
    for one in line["contents"]:
        assert one["iri"] in subjects
        assert one["statement_iris"]
        assert set(one["statement_iris"]) <= subjects
    assert all(set(one) == {"span", "reason"} for one in line["skipped"])


def test_a_negated_cue_is_listed_and_no_statement(bridge: Path, english: Language, gazetteer: Gazetteer) -> None:
    found = entry(made(english, gazetteer, bridge).outcomes[0])
    [negated] = [one for one in found["attributions"] if one["negated_cue"]]
    assert negated["statement_iris"] == []
    assert BRIDGE[slice(*negated["source"][0])] == "Selt"
    assert any("negated" in one["reason"] for one in found["skipped"])


def test_the_same_article_twice_in_one_run_is_named(bridge: Path, english: Language, gazetteer: Gazetteer) -> None:
    other = bridge.parent / "again" / bridge.name
    other.parent.mkdir()
    other.write_text(BRIDGE, encoding="utf-8")
    found = made(english, gazetteer, bridge, other)
    assert len(found.outcomes) == 1
    assert [str(error) for error in found.failed] == [
        f"{other}: the same article as {bridge}; leave one out, or give each an id of its own"
    ]


def test_a_file_named_twice_is_read_once(bridge: Path, english: Language, gazetteer: Gazetteer) -> None:
    found = made(english, gazetteer, bridge, bridge.parent)
    assert (len(found.outcomes), found.failed) == (1, ())


def test_an_article_that_no_rule_foresaw_costs_itself_alone(
    tmp_path: Path, english: Language, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        (tmp_path / f"bridge-{number}.txt").write_text(BRIDGE, encoding="utf-8")
    whole = pipeline.extract

    def broken(doc: Doc, article: Article) -> Iterator[Statement | Skipped]:
        yield from whole(doc, article)
        if article.stem == "bridge-1":
            raise IndexError("no such\nword")

    monkeypatch.setattr(pipeline, "extract", broken)
    found = made(english, gazetteer, tmp_path)
    assert [outcome.article.stem for outcome in found.outcomes] == ["bridge-0", "bridge-2"]
    [error] = found.failed
    assert str(error).startswith(f"{tmp_path / 'bridge-1.txt'}: ")
    assert "IndexError: no such word" in str(error)


def test_a_source_that_is_not_there_costs_itself_alone(bridge: Path, english: Language, gazetteer: Gazetteer) -> None:
    found = made(english, gazetteer, bridge, bridge.parent / "none.txt")
    assert (len(found.outcomes), len(found.failed)) == (1, 1)


def test_from_python(bridge: Path, tmp_path: Path, english: Language) -> None:
    graph = kg.build(bridge, model=english)
    result = graph.query("statements-by-speaker", speaker="Ana Vell")
    assert len(result) >= 2
    assert "Ana Vell" in {data["label"] for _, data in graph.to_networkx().nodes(data=True)}
    for ending in (".ttl", ".trig", ".nt", ".nq"):
        graph.save(tmp_path / f"graph{ending}")
        assert set(kg.open_graph(tmp_path / f"graph{ending}").store.quads()) == set(graph.store.quads())
    graph.view(tmp_path / "page.html")
    assert "Norvia loses the bridge" in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert isinstance(graph, kg.Graph)


def test_build_stays_a_function_when_the_stage_is_imported() -> None:
    import kg.build

    assert callable(kg.build)


def test_from_python_an_article_that_cannot_be_used_is_an_error(tmp_path: Path, english: Language) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    with pytest.raises(ArticleError, match="empty"):
        kg.build(tmp_path, model=english)


def test_a_graph_is_saved_in_known_forms_only(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"\.ttl"):
        Graph(open_store()).save(tmp_path / "graph.docx")


def test_an_empty_graph_has_a_page() -> None:
    assert "<html" in graph_of(()).html()


def test_importing_the_package_is_light() -> None:
    code = "import sys, kg; assert not {'spacy', 'rdflib', 'typer', 'pyoxigraph'} & sys.modules.keys()"
    subprocess.run([sys.executable, "-c", code], check=True)
