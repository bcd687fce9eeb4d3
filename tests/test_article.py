"""The page of one article of a graph: how it is named, whose notes are taken, and that a public graph has none."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import graph_sample as sample
import pytest
from test_view_article import Read

from kg import cli
from kg.archive import Archive, entry
from kg.build import build
from kg.errors import KgError
from kg.graph import Graph, graph_of
from kg.listing import line
from kg.model import Skipped
from kg.output import write_outputs
from kg.pipeline import Build, Outcome, assemble
from kg.store import open_store
from kg.vocabulary import article_iri

SKIPPED = Skipped(sample.span("of its land"), "negated: nothing was said")
OUTCOMES = (
    Outcome(
        sample.ARTICLE,
        sample.STATEMENTS,
        sample.GROUNDINGS,
        (SKIPPED,),
        tuple(build(sample.ARTICLE, sample.STATEMENTS, sample.GROUNDINGS)),
    ),
    Outcome(
        sample.SECOND_ARTICLE,
        sample.SECOND_STATEMENTS,
        sample.SECOND_GROUNDINGS,
        (),
        tuple(build(sample.SECOND_ARTICLE, sample.SECOND_STATEMENTS, sample.SECOND_GROUNDINGS)),
    ),
)
FIRST, SECOND = (str(article_iri(one.article)) for one in OUTCOMES)


@pytest.fixture(scope="module")
def made() -> Build:
    return assemble(OUTCOMES)


@pytest.fixture
def folder(made: Build, tmp_path: Path) -> Path:
    write_outputs(made, tmp_path)
    return tmp_path


@pytest.fixture
def store(tmp_path: Path) -> Path:
    opened = open_store(tmp_path / "store")
    Archive(opened).add([entry(one, "source") for one in OUTCOMES])
    opened.close()
    return tmp_path / "store"


@pytest.mark.parametrize("name", [FIRST, sample.ARTICLE.url, "norvia", "articles/norvia.txt"])
def test_an_article_is_named_by_iri_url_or_file(made: Build, name: str) -> None:
    page = made.graph().article(name)
    assert page.title == "Selt loses the east"
    assert Read(page.html).text == sample.TEXT


def test_a_page_tells_of_its_article_alone(made: Build) -> None:
    first, second = (made.graph().article(iri).html for iri in (FIRST, SECOND))
    assert "6 statements, 1 not understood" in first
    assert "1 statement, 0 not understood" in second
    assert SECOND not in first.replace("kg:conflictsWith", "")
    assert Read(second).text == sample.SECOND_TEXT


def test_a_graph_file_takes_the_notes_beside_it(folder: Path, made: Build) -> None:
    page = Graph.open(folder / "graph.ttl").article("norvia")
    assert page == made.graph().article("norvia")
    assert SKIPPED.reason in page.html


def test_a_store_takes_its_own_notes(store: Path, made: Build) -> None:
    assert Graph.open(store).article("norvia") == made.graph().article("norvia")


def test_a_graph_without_notes_says_so(folder: Path) -> None:
    (folder / "statements.jsonl").rename(folder / "notes.jsonl")
    graph = Graph.open(folder / "graph.ttl")
    assert "no statements.jsonl lies beside the graph" in graph.article(FIRST).html
    with pytest.raises(KgError, match=r"nowhere: no such file; give the statements\.jsonl"):
        graph.article(FIRST, notes=folder / "nowhere")
    assert SKIPPED.reason in graph.article("norvia", notes=folder / "notes.jsonl").html
    assert "came without the notes" in graph_of(graph.store.quads()).article(FIRST).html


def test_notes_of_another_text_are_not_taken(folder: Path) -> None:
    other = replace(OUTCOMES[0], article=replace(sample.ARTICLE, text=sample.TEXT + "!"))
    (folder / "statements.jsonl").write_text(line(other), encoding="utf-8")
    page = Graph.open(folder / "graph.ttl").article(FIRST)
    assert SKIPPED.reason not in page.html
    assert "the notes of the build are of another text" in page.html
    with pytest.raises(KgError, match=r"another text; give the statements\.jsonl of the build"):
        Graph.open(folder / "graph.ttl").article(FIRST, notes=folder / "statements.jsonl")


@pytest.mark.parametrize(
    "text",
    [
        f'{{"article_iri": "{FIRST}"}}',
        f'{{"article_iri": "{FIRST}", "id": "x", "skipped": [{{"span": [Infinity, 1], "reason": ""}}]}}',
        f'["{FIRST}", {"[" * 100_000}',
        f'"{FIRST}"',
        f'["{FIRST}"]',
        b"\xff",
    ],
    ids=range(6),
)
def test_notes_that_are_none_cost_one_line(folder: Path, text: str | bytes) -> None:
    notes = folder / "notes.jsonl"
    notes.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(KgError, match=r"notes\.jsonl: .*; give the (one that `kg|statements\.jsonl)") as error:
        Graph.open(folder / "graph.ttl").article(FIRST, notes=notes)
    assert "\n" not in str(error.value)


def test_a_public_graph_has_no_text_to_show(made: Build, tmp_path: Path) -> None:
    made.graph().export(tmp_path / "public.ttl", public=True)
    assert "nif:isString" not in (tmp_path / "public.ttl").read_text("utf-8")
    with pytest.raises(KgError, match=r"does not hold its text .*; give the graph that `kg build` made"):
        Graph.open(tmp_path / "public.ttl").article(FIRST)


def test_an_unknown_article_is_told_which_there_are(made: Build) -> None:
    with pytest.raises(KgError, match=rf"loses: no article of the graph .*; there is {FIRST} \(Selt loses the east\)"):
        made.graph().article("Selt loses")
    with pytest.raises(KgError, match=r"not known: the graph came without the notes .*\); it has none at all"):
        graph_of([]).article("norvia")


def test_a_name_of_several_asks_for_one(made: Build) -> None:
    graph = made.graph()
    both = [one for outcome in OUTCOMES for one in graph.notes(outcome.article.stem)]
    graph.notes = lambda name: both
    with pytest.raises(KgError, match="2 articles go by that name; give one by IRI"):
        graph.article("norvia")


def test_the_listing_tells_which_text_its_offsets_count_in() -> None:
    listed = json.loads(line(OUTCOMES[0]))
    assert listed["sha256"] == sample.ARTICLE.sha256


def test_a_notebook_shows_the_page_in_a_frame(made: Build) -> None:
    shown = made.graph().article("norvia")._repr_html_()
    assert shown.startswith('<iframe srcdoc="&lt;!doctype html&gt;')
    assert 'sandbox="allow-scripts allow-downloads' in shown


@pytest.fixture
def command(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str]]:
    """Runs `kg view`: exit status, and what it prints."""

    def run(*arguments: str | Path) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["kg", "view", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return int(ended.value.code or 0), "".join(capfd.readouterr())

    return run


def test_the_command_writes_the_page(command: Callable[..., tuple[int, str]], folder: Path, made: Build) -> None:
    out = folder / "page.html"
    told = command(folder / "graph.ttl", "--article", sample.ARTICLE.url, "-o", out)
    assert told == (0, f"The page is {out}\n")
    assert out.read_text("utf-8") == made.graph().article("norvia").html
    assert command(folder / "graph.ttl", "--article", "nobody", "-o", out)[0] == 1
    assert command(folder / "graph.ttl", "--notes", folder / "statements.jsonl")[0] == 2


def test_the_page_is_saved(made: Build, tmp_path: Path) -> None:
    page = made.graph().article("norvia")
    page.save(tmp_path / "page.html")
    assert repr(page) == f"<ArticlePage: a page of {len(page.html):,} characters>"
    assert (tmp_path / "page.html").read_text("utf-8") == page.html
