"""The IPython extension: what `%%sparql` answers, keeps and refuses; how results, graphs and pages are shown."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import graph_sample as sample
import pytest
from rdflib import XSD, Literal, URIRef
from rdflib import Graph as RdfGraph

from kg.build import build, combine
from kg.errors import KgError
from kg.graph import Graph, graph_of
from kg.query import Result
from kg.view import View

pytest.importorskip("IPython", reason="IPython is in the extra `notebook`")
from IPython.core.interactiveshell import InteractiveShell

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> '\"</table></pre>$x$"


@pytest.fixture(scope="module")
def graph() -> Graph:
    first = build(sample.ARTICLE, sample.STATEMENTS, sample.GROUNDINGS)
    second = build(sample.SECOND_ARTICLE, sample.SECOND_STATEMENTS, sample.SECOND_GROUNDINGS)
    return graph_of(combine([*first, *second]))


@pytest.fixture
def shell(graph: Graph) -> Iterator[InteractiveShell]:
    made = InteractiveShell()
    made.run_line_magic("load_ext", "kg")
    made.user_ns["graph"] = graph
    yield made
    made.history_manager.end_session()


def run(shell: InteractiveShell, cell: str) -> Any:
    """What a cell gives."""
    done = shell.run_cell(cell)
    assert done.success
    return done.result


def refused(shell: InteractiveShell, cell: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What a cell complains of, in one line."""
    assert not shell.run_cell(cell).success
    printed = capsys.readouterr()
    assert not printed.out
    assert printed.err.startswith("UsageError: ")
    assert printed.err.count("\n") == 1
    return printed.err.removeprefix("UsageError: ").strip()


class Elements(HTMLParser):
    """The elements and the text of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def test_the_package_needs_no_ipython() -> None:
    code = "import sys, kg, kg.graph; print([name for name in ('IPython', 'pandas') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_select_gives_a_table(shell: InteractiveShell) -> None:
    result = run(shell, "%%sparql\nSELECT DISTINCT ?name { ?s kg:speaker/skos:prefLabel ?name } ORDER BY ?name")
    assert [row["name"] for row in result.records()] == ["Ana Vell", "Bruno Tarn", "Norvia Post", "Selt"]
    assert Elements(result._repr_html_()).text == "nameAna VellBruno TarnNorvia PostSelt4 rows"
    assert repr(result) == "<Result: 4 rows (name)>"


@pytest.mark.parametrize(("kind", "answer"), [("Statement", "yes"), ("Nothing", "no")])
def test_ask_gives_yes_or_no(shell: InteractiveShell, kind: str, answer: str) -> None:
    result = run(shell, f"%%sparql\nASK {{ ?s a kg:{kind} }}")
    assert Elements(result._repr_html_()).text == answer


@pytest.mark.parametrize("query", ["CONSTRUCT { ?s kg:cue ?cue } { ?s kg:cue ?cue }", "DESCRIBE ent:ana-vell"])
def test_triples_are_shown_as_turtle(shell: InteractiveShell, query: str) -> None:
    result = run(shell, f"%%sparql\n{query}")
    assert len(result.graph()) == len(result) > 3
    shown = Elements(result._repr_html_())
    assert "@prefix kg:" in shown.text
    assert not shown.all("a")


def test_a_result_is_kept_under_a_name(shell: InteractiveShell) -> None:
    result = run(shell, "%%sparql -o cues\nSELECT ?cue { ?s kg:cue ?cue }")
    assert shell.user_ns["cues"] is result
    assert run(shell, "len(cues.df())") == len(result) > 3


def test_one_line_asks_too(shell: InteractiveShell) -> None:
    assert len(run(shell, "shares = %sparql control-shares\nshares")) == 4
    assert run(shell, "%sparql graph 'ASK { ?s a kg:Statement }'").records() == [{"ask": "true"}]


def test_a_question_is_given_values(shell: InteractiveShell) -> None:
    run(shell, "who = 'Bruno Tarn'")
    assert len(run(shell, '%%sparql -b speaker="Ana Vell"\nstatements-by-speaker')) == 2
    assert len(run(shell, "%%sparql -b speaker=$who\nstatements-by-speaker")) == 1
    assert len(run(shell, "%sparql statements-by-speaker -b speaker=$who")) == 1


def test_a_value_cannot_end_its_place_in_the_query(shell: InteractiveShell, capsys: pytest.CaptureFixture[str]) -> None:
    shell.user_ns["who"] = 'Ana") } } INSERT DATA { <x:a> <x:b> <x:c> } #'
    assert "nobody in the graph goes by that name" in refused(
        shell, "%%sparql -b speaker=$who\nstatements-by-speaker", capsys
    )


def test_the_first_rows_alone(shell: InteractiveShell) -> None:
    assert len(run(shell, "%%sparql --limit 2\nSELECT ?s { ?s a kg:Mention }")) == 2


def test_other_graphs_are_asked(shell: InteractiveShell, graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    graph.save(path)
    question = "SELECT (COUNT(?s) AS ?n) { ?s a kg:Statement }"
    flat = RdfGraph().parse(path)
    shell.user_ns.update(then=graph, data=graph.dataset(), flat=flat, store=graph.store)
    answers = {run(shell, f"%%sparql {name}\n{question}") for name in ("then", "data", "flat", "store", path)}
    assert answers == {graph.query(question)}


@pytest.mark.parametrize(
    ("cell", "complaint"),
    [
        ("%%sparql\nSELECT ?s { ?s a }", "Not valid SPARQL"),
        ("%%sparql\ncontrol-share", "no question of that name"),
        ("%%sparql nobody\nASK { ?s ?p ?o }", 'nobody: no such variable; make it: nobody = kg.build("articles")'),
        ("number = 3\nget_ipython().run_cell_magic('sparql', 'number', 'ASK {}')", "number: no graph, its type is int"),
        ("%%sparql nowhere/graph.ttl\nASK { ?s ?p ?o }", "nowhere/graph.ttl"),
        ("%%sparql -o 2x\nASK { ?s ?p ?o }", "-o 2x: no name of a variable."),
        ("%%sparql -n none\nASK { ?s ?p ?o }", "--limit none: a number from 1 is asked for."),
        ("%%sparql -b speaker\nstatements-by-speaker", "write NAME=VALUE"),
        ("%%sparql -b speaker=$nobody\nstatements-by-speaker", "no such variable"),
        ("%%sparql -b colour=red\nstatements-by-speaker", "The query does not ask about colour"),
        ("%%sparql -b speaker='Ana\nstatements-by-speaker", "No closing quotation"),
        ("%%sparql --colour\ncontrol-shares", "unrecognized arguments: --colour"),
        ("%%sparql one two\ncontrol-shares", "Write %%sparql [GRAPH] with a question below it"),
        ("%sparql", "Write %%sparql [GRAPH]"),
    ],
)
def test_a_mistake_is_told_in_one_line(
    shell: InteractiveShell, capsys: pytest.CaptureFixture[str], cell: str, complaint: str
) -> None:
    assert complaint in refused(shell, cell, capsys)


def test_without_a_graph_it_says_how_to_make_one(shell: InteractiveShell, capsys: pytest.CaptureFixture[str]) -> None:
    del shell.user_ns["graph"]
    assert refused(shell, "%sparql control-shares", capsys).startswith("graph: no such variable; make it: graph = kg.")


def test_a_mistake_of_hostile_words_is_told_in_one_line(
    shell: InteractiveShell, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "\x1b" not in refused(shell, "%%sparql\nno such\x1b[31m\nquestion", capsys)


def test_news_text_stays_text() -> None:
    iris = URIRef(f"javascript:alert(3)//{HOSTILE}"), URIRef(f"https://example.org/{HOSTILE}")
    shown = Elements(Result((f"a{HOSTILE}", "b", "c"), ((Literal(HOSTILE), *iris),))._repr_html_())
    assert {tag for tag, _ in shown.elements} <= {"div", "table", "thead", "tbody", "tr", "th", "td", "p", "a"}
    assert [link["href"] for link in shown.all("a")] == [str(iris[1])]
    assert shown.text.count(HOSTILE) == 4
    assert "tex2jax_ignore" in str(shown.all("table")[0]["class"])  # no formula between two prices in dollars


def test_news_text_stays_text_in_turtle() -> None:
    row = (URIRef("https://example.org/a"), URIRef("https://example.org/b"), Literal(HOSTILE))
    shown = Elements(Result(("subject", "predicate", "object"), (row,))._repr_html_())
    assert {tag for tag, _ in shown.elements} == {"pre", "p"}


@pytest.mark.parametrize("row", [(Literal("a"), URIRef("x:b"), Literal("c")), (URIRef("x:a"), URIRef("x:b"), None)])
def test_rows_that_are_no_triples_are_a_table(row: tuple[Any, ...]) -> None:
    result = Result(("subject", "predicate", "object"), (row,))
    assert Elements(result._repr_html_()).all("table")
    with pytest.raises(KgError, match="Only CONSTRUCT"):
        result.graph()


def test_an_answer_that_is_no_yes_or_no_is_a_table() -> None:
    for rows in ((), ((Literal("true"),),), ((Literal(True),), (Literal(True),))):
        assert Elements(Result(("ask",), rows)._repr_html_()).all("table")


def test_the_first_rows_are_shown_and_numbers_stand_right() -> None:
    rows = tuple((Literal(number), None, URIRef("mailto:a@example.org")) for number in range(1000))
    shown = Elements(Result(("number", "empty", "iri"), rows)._repr_html_())
    assert len(shown.all("tr")) == 21
    assert shown.text.endswith("the first 20 of 1,000 rows")
    assert "empty" not in shown.text
    sides = [str(cell["style"]).partition(";")[0] for cell in shown.all("th") + shown.all("td")]
    assert sides == ["text-align:right", "text-align:left"] * 21
    assert not shown.all("a")


def test_our_own_iris_are_shown_short() -> None:
    iris = "https://w3id.org/newskg/id/statement/32b11f8c7f60c1cf", "https://w3id.org/newskg/id/entity/ana-vell"
    shown = Elements(Result(("a", "b"), (tuple(map(URIRef, iris)),))._repr_html_())
    assert "statement/32b11f8c7f60c1cfent:ana-vell" in shown.text
    assert [link["href"] for link in shown.all("a")] == list(iris)


def test_columns_of_a_frame_have_types() -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is in the extra `notebook`")
    columns = {
        "whole": (Literal(1), Literal(2), None),
        "mixed": (Literal(1), Literal(Decimal("2.5")), None),
        "day": (Literal("2025-03-02", datatype=XSD.date), Literal("0001-01-01", datatype=XSD.date), None),
        "time": (Literal("2025-03-02T10:00:00+02:00", datatype=XSD.dateTime),) * 2 + (None,),
        "year": (Literal("2022", datatype=XSD.gYear), None, None),
        "far": (Literal("0001-01-01T00:00:00+14:00", datatype=XSD.dateTime), None, None),
        "iri": (URIRef("https://example.org/a"), Literal("b", lang="en"), None),
        "wrong": (Literal("many", datatype=XSD.integer), Literal(1), None),
        "large": (Literal(2**70), Literal(1), None),
        "yes": (Literal(True), Literal(False), None),
        "empty": (None, None, None),
    }
    frame = Result(tuple(columns), tuple(zip(*columns.values(), strict=True))).df()
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == {
        **{"whole": "Int64", "mixed": "Float64", "day": "datetime64[s]", "time": "datetime64[us, UTC]"},
        **{"year": "string", "far": "string", "iri": "string", "wrong": "string", "large": "string"},
        **{"yes": "boolean", "empty": "string"},
    }
    assert frame["mixed"].sum() == 3.5
    assert frame["time"][0] == pandas.Timestamp("2025-03-02T08:00:00Z")
    assert list(frame["iri"][:2]) == ["https://example.org/a", "b"]
    assert frame.isna().all(axis=1).tolist() == [False, False, True]


def test_every_list_is_a_frame(graph: Graph) -> None:
    pytest.importorskip("pandas", reason="pandas is in the extra `notebook`")
    lists = graph.conflicts(), graph.corroborated(), graph.timeline("Ana Vell"), graph.entities(), graph.review()
    for one in lists:
        assert list(one.df().columns) == list(one.table().columns)
        assert len(one.df()) == len(one)
        assert Elements(one._repr_html_()).all("table")
    assert graph.entities().df()["statements"].max() > 0
    assert 0 < graph.review().df()["confidence"].min() <= 1


def test_without_pandas_it_says_what_to_install(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(KgError, match=r"pip install 'newskg\[notebook\]'"):
        graph.entities().df()


def test_a_graph_is_shown_by_its_figures(graph: Graph) -> None:
    text = Elements(graph._repr_html_()).text
    assert f"{len(graph):,}triples2articles7statements4speakers" in text
    assert "graph.show()" in text
    assert repr(graph) == f"<Graph: {len(graph):,} triples>"
    assert "0articles" in Elements(graph_of([])._repr_html_()).text


def test_the_network_is_shown_in_a_frame_of_its_own(graph: Graph) -> None:
    shown = Elements(graph.show()._repr_html_())
    [(tag, frame)] = shown.elements
    assert tag == "iframe"
    assert frame["srcdoc"] == graph.html()
    assert "allow-same-origin" not in str(frame["sandbox"])


def test_the_network_works_in_its_frame(graph: Graph, tmp_path: Path) -> None:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        pytest.skip("chromium is not installed")
    (tmp_path / "notebook.html").write_text(f"<!doctype html><body>{graph.show()._repr_html_()}", encoding="utf-8")
    wrong: list[str] = []
    with sync_api.sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"]).new_page()
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto((tmp_path / "notebook.html").as_uri())
        frame = page.frame_locator("iframe")
        frame.locator("canvas").wait_for()
        frame.get_by_text("Ana Vell").last.click()
        frame.get_by_text("told", exact=True).first.wait_for()  # the cue, marked in its sentence
        assert page.frames[1].evaluate("window.origin") == "null"
    assert not wrong


def test_a_hostile_page_cannot_leave_its_frame() -> None:
    shown = Elements(View(f'</iframe>"{HOSTILE}', HOSTILE)._repr_html_())
    assert [tag for tag, _ in shown.elements] == ["iframe"]
    assert not shown.text
