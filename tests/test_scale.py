"""Large graphs: the questions have the rows of their plain forms; `make bench` asks them of a million triples on disk.

Times of questions are of the processor, so that other work on the machine counts for little; times of loading are by
the clock, because Oxigraph loads on all cores. Nothing of them is asserted.
"""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from newsroom import articles, graph, texts
from pytest_benchmark.fixture import BenchmarkFixture
from spacy.language import Language

from kg.build import build, combine
from kg.pipeline import articles as articles_of
from kg.pipeline import assemble, run
from kg.query import Result, queries, query
from kg.query.bindings import bound
from kg.store import Store, open_store, write
from kg.validate import validate
from kg.verify import verify
from kg.vocabulary import KG, SCHEMA, Gazetteer, article_iri

HERE = Path(__file__).parent
PLAIN = sorted((HERE / "queries" / "plain").glob("*.rq"))
"""The questions that were rewritten to be answered sooner, as one would write them."""
LARGE, SMALL, FIRST = 1_000_000, 20_000, 1_000

ABOUT = {
    "statements-by-speaker": "?speaker { ?statement kg:speaker ?speaker }",
    "statements-by-role": "?role ?body { ?holding org:role ?role ; org:organization ?body ; org:member ?member ."
    " ?statement kg:speaker ?member ; kg:saidOn ?on }",
    "proposals-not-accepted": "?actor { ?response kg:agent ?actor ; kg:respondsTo ?proposal }",
    "resting-on-source": "?source { ?statement kg:basedOn ?source }",
    "meetings-of-actor": "?actor { ?meeting kg:participant ?actor }",
    "share-over-time": "?party ?relation { ?content kg:party ?party ; kg:controlRelation ?relation ; kg:percent ?f }",
}
"""What a question asks about here: what the graph tells most of."""


def most_told(store: Store, name: str) -> dict[str, str]:
    """What a question asks about, by the names of its variables; nothing where it asks about nothing."""
    if name not in ABOUT:
        return {}
    names = ABOUT[name].partition(" {")[0]
    (row,) = query(store, f"SELECT {ABOUT[name]} GROUP BY {names} ORDER BY DESC(COUNT(*)) {names} LIMIT 1").records()
    return {variable: str(value) for variable, value in row.items()}


@pytest.fixture(scope="module")
def small() -> Store:
    """A small archive in memory; one in which every question has an answer, and an article is a copy of another."""
    store = open_store()
    store.put(graph(SMALL, seed=10))
    return store


@pytest.fixture(scope="module")
def nameless(small: Store) -> Store:
    """The same archive without publishers, so that nobody stands behind what articles say themselves."""
    store = open_store()
    store.put(quad for quad in small if quad[1] != SCHEMA.publisher)
    return store


@pytest.fixture(scope="module")
def seeds(root: Path, english: Language, gazetteer: Gazetteer) -> Store:
    return assemble(run([str(root / "seeds")], english, gazetteer)).graph().store


@pytest.mark.parametrize("path", PLAIN, ids=lambda path: path.stem)
def test_a_question_has_the_rows_of_its_plain_form(small: Store, nameless: Store, seeds: Store, path: Path) -> None:
    name = path.stem.partition("-")[2]
    about = most_told(small, name)
    for store in (small, nameless):
        assert query(store, name, **about) == query(store, str(path), **about)
    assert query(seeds, name) == query(seeds, str(path))


@pytest.mark.parametrize("name", [one.name for one in queries()])
def test_a_question_has_an_answer_and_a_limit_gives_its_first_rows(small: Store, name: str) -> None:
    about = most_told(small, name)
    answer = query(small, name, **about)
    assert len(answer)
    assert query(small, name, limit=3, **about) == Result(answer.columns, answer.rows[:3])


@pytest.mark.parametrize("name", ["planned-meetings", "corroborated-contents"])
def test_a_copy_is_no_second_report(small: Store, name: str) -> None:
    store = open_store()
    store.put(quad for quad in small if quad[1] != KG.sameReportAs)
    assert query(small, name) != query(store, name)


def test_a_limit_holds_for_queries_that_end_in_something_else(small: Store) -> None:
    for text in (
        "SELECT ?s { ?s a kg:Statement } LIMIT 5",
        "SELECT ?s { ?s a kg:Statement } ORDER BY ?s OFFSET 2",
        "SELECT ?s { ?s a ?kind } VALUES ?kind { kg:Statement }",
    ):
        assert len(query(small, text, limit=3)) == 3


def test_the_archive_is_a_true_graph() -> None:
    told = list(articles(12, seed=1))
    store = open_store()
    store.put(combine(quad for one in told for quad in build(*one)))
    assert verify(store, [one.article for one in told]) == []
    assert [one for one in validate(store.oxigraph) if one.severity == "Violation"] == []


def test_the_first_articles_of_a_longer_archive_are_those_of_a_shorter_one() -> None:
    assert list(articles(5)) == list(islice(articles(9), 5))
    assert list(articles(5)) != list(articles(5, seed=1))


def test_texts_are_files_of_the_same_articles(tmp_path: Path) -> None:
    for (name, text), told in zip(texts(8), articles(8), strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
        (article,) = articles_of([str(tmp_path / name)])
        assert (article.title, article.published) == (told.article.title, told.article.published)
        assert told.article.text in article.text
        assert article_iri(article) == article_iri(told.article)


def seconds(work: Callable[[], object], clock: Callable[[], float]) -> float:
    """How long something takes, by a clock."""
    began = clock()
    work()
    return clock() - began


@pytest.fixture(scope="module")
def archive(root: Path) -> Path:
    """A million triples as N-Quads, with N-Triples beside them: made once for each state of the code that does it."""
    code = sorted([*(HERE / "newsroom").glob("*.py"), *(root / "kg" / "build").glob("*.py")])
    state = hashlib.sha256(b"".join(path.read_bytes() for path in code)).hexdigest()[:16]
    path = root / "build" / "newsroom" / f"{LARGE}-{state}.nq"
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_suffix(".part").write_bytes(write(graph(LARGE), ".nq"))
        triples = (quad.triple for quad in ox.parse(path=str(path.with_suffix(".part")), format=ox.RdfFormat.N_QUADS))
        ox.serialize(triples, str(path.with_suffix(".nt")), format=ox.RdfFormat.N_TRIPLES)
        path.with_suffix(".part").replace(path)
    return path


@pytest.fixture(scope="module")
def large(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The million triples in a store on disk."""
    store = open_store(tmp_path_factory.mktemp("scale") / "store")
    store.load(archive)
    yield store
    store.close()


def test_loading_a_million_triples(
    benchmark: BenchmarkFixture, request: pytest.FixtureRequest, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if not benchmark.enabled:
        pytest.skip("measured by make bench")
    path: Path = request.getfixturevalue("archive")

    def load(suffix: str, folder: str) -> int:
        store = open_store(tmp_path / folder)
        store.load(path.with_suffix(suffix))
        return len(store)

    flat = seconds(lambda: load(".nt", "flat"), time.perf_counter)
    in_memory = seconds(lambda: rdflib.Graph().parse(path.with_suffix(".nt"), format="nt"), time.perf_counter)
    size = benchmark.pedantic(load, args=(".nq", "quads"), rounds=1)
    named = benchmark.stats.stats.min
    with capsys.disabled():
        sys.stdout.write(
            f"\n{size:,} triples loaded: N-Quads onto disk {named:.1f} s, N-Triples onto disk {flat:.1f} s, N-Triples"
            f" into rdflib's memory {in_memory:.1f} s ({named / in_memory:.0%} and {flat / in_memory:.0%} of it)\n"
        )


@pytest.mark.benchmark(timer=time.process_time)
@pytest.mark.parametrize("name", [one.name for one in queries()])
def test_the_first_rows_of_a_question(
    benchmark: BenchmarkFixture, request: pytest.FixtureRequest, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if not benchmark.enabled:
        pytest.skip("measured by make bench")
    store: Store = request.getfixturevalue("large")
    about = most_told(store, name)
    (known,) = (one for one in queries() if one.name == name)
    text = bound(known.text, about, store.sparql) if about else known.text
    raw: list[float] = []

    def in_pyoxigraph() -> list[tuple[object, ...]]:
        return [tuple(row) for row in islice(store.oxigraph.query(text, use_default_graph_as_union=True), FIRST)]

    answer = benchmark.pedantic(
        lambda: query(store, name, limit=FIRST, **about),
        setup=lambda: raw.append(seconds(in_pyoxigraph, time.process_time)),
        rounds=5,
        warmup_rounds=1,
    )
    ours, theirs = benchmark.stats.stats.min, min(raw)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{known.number:02} {name:30} {len(answer):5} rows {ours:7.3f} s, in pyoxigraph {theirs:7.3f} s"
            f" ({ours / theirs:.2f})"
        )
