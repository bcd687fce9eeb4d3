"""The 25 questions have the same rows in rdflib, Oxigraph, Jena, Virtuoso and Comunica."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from loading import put
from rdflib import Graph
from sameness import Rows, Sample, rows, saved
from servers import STORE, Run, Virtuoso
from spacy.language import Language

from kg.pipeline import assemble, run
from kg.query import queries, query
from kg.vocabulary import Gazetteer

Ask = Callable[[str], Rows]
"""A question's name in, its rows out."""

QUESTIONS = {one.name: one.text for one in queries()}
GRAPH = "urn:newskg"


@pytest.fixture(scope="session")
def seeds(root: Path, english: Language, gazetteer: Gazetteer, tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """The graph of the articles in ``seeds/``, one of them in a second paper too."""
    folder = tmp_path_factory.mktemp("copied")
    text = (root / "seeds" / "armistice-courier.md").read_text(encoding="utf-8")
    copy = folder / "copy.md"
    copy.write_text(text.replace("The Halvern Courier", "The Selt Herald").replace("halvern-courier", "selt-herald"))
    graph = assemble(run([str(root / "seeds"), str(copy)], english, gazetteer)).graph()
    assert len(graph.query("SELECT ?one { ?one kg:sameReportAs ?other }")) == 2
    return saved(graph, folder)


@pytest.fixture(scope="session")
def rdflib(seeds: Sample) -> Ask:
    graph = Graph().parse(seeds.file(".ttl"))
    return lambda name: rows(query(graph, name).to_json().encode())


@pytest.fixture(scope="session")
def oxigraph_server(oxigraph: httpx.Client, seeds: Sample) -> Ask:
    assert oxigraph.post("/update", data={"update": "DROP ALL"}).is_success
    put(f"{oxigraph.base_url}/store", seeds.file(".trig"))
    accept = {"Accept": "application/sparql-results+json"}
    answers = {name: oxigraph.post("/query", data={"query": text}, headers=accept) for name, text in QUESTIONS.items()}
    return lambda name: rows(answers[name].raise_for_status().content)


@pytest.fixture(scope="session")
def virtuoso_server(virtuoso: Virtuoso, seeds: Sample) -> Ask:
    put(f"{virtuoso.http.base_url}{STORE}", seeds.file(".ttl"), GRAPH)
    answers = {name: virtuoso.ask(text, GRAPH) for name, text in QUESTIONS.items()}
    return lambda name: rows(answers[name].raise_for_status().content)


@pytest.fixture(scope="session")
def jena_arq(jena: Run, seeds: Sample, root: Path) -> Ask:
    files = sorted((root / "ontology" / "queries").glob("*.rq"))
    done = jena(Path(__file__).parent / "Ask.java", seeds.file(".nt"), *files)
    assert done.returncode == 0, done.stderr.decode()
    answers = dict(zip(QUESTIONS, json.loads(done.stdout), strict=True))
    return lambda name: rows(json.dumps(answers[name]).encode())


@pytest.fixture(scope="session")
def comunica(node: Run, seeds: Sample) -> Ask:
    done = node("ask.cjs", str(seeds.file(".ttl")), text=json.dumps(QUESTIONS).encode())
    assert done.returncode == 0, done.stderr.decode()
    answers = json.loads(done.stdout)
    return lambda name: rows(json.dumps(answers[name]).encode())


SAME_ORDER = ("rdflib", "oxigraph_server", "jena_arq")
"""Stores that order texts as ours does. SPARQL leaves it open where they have a language tag."""


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("store", [*SAME_ORDER, "virtuoso_server", "comunica"])
def test_a_question_has_the_same_rows(request: pytest.FixtureRequest, seeds: Sample, store: str, name: str) -> None:
    found = request.getfixturevalue(store)(name)
    expected = rows(query(seeds.graph.store, name).to_json().encode())
    if store == "virtuoso_server" and "SELECT DISTINCT" in QUESTIONS[name]:
        found = list(dict.fromkeys(found))  # its DISTINCT lets an equal row through now and then
    assert Counter(found) == Counter(expected)
    if store in SAME_ORDER:
        assert found == expected
