"""The dispatches in ``seeds/``: their length, and that every sentence is ours."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from lxml import html
from spacy.language import Language

from kg.graph import Graph
from kg.pipeline import assemble, run
from kg.query import queries
from kg.vocabulary import Gazetteer

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
DISPATCHES = sorted(path for path in SEEDS.iterdir() if path.suffix in {".txt", ".md", ".html"})
LONGEST_SHARED_RUN = 8


def _shared() -> Path:
    """The folder of the data, with the real articles beside it."""
    return Path(os.environ.get("NEWSKG_DATA", ROOT.parent / "shared" / "data")).parent / "seeds"


def _body(path: Path) -> str:
    """A dispatch's words without front matter, tags, navigation and footer."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        return str(html.fromstring(text).xpath("string(//article)"))
    return re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+(?:['’][a-z]+)?", text.casefold())


def _runs(words: list[str], length: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[start : start + length]) for start in range(len(words) - length + 1))


def test_there_are_enough_dispatches_in_several_forms() -> None:
    assert len(DISPATCHES) >= 6
    assert {path.suffix for path in DISPATCHES} == {".txt", ".md", ".html"}


@pytest.mark.parametrize("path", DISPATCHES, ids=lambda path: path.name)
def test_a_dispatch_has_200_to_500_words(path: Path) -> None:
    assert 200 <= len(_body(path).split()) <= 500


@pytest.mark.parametrize("path", DISPATCHES, ids=lambda path: path.name)
def test_quotation_marks_are_typographic(path: Path) -> None:
    # Straight marks have no direction; an unclosed paragraph of a longer quotation could not be told by eye.
    body = _body(path)
    assert '"' not in body
    assert "“" in body


@pytest.mark.parametrize("path", DISPATCHES, ids=lambda path: path.name)
def test_no_run_of_words_is_taken_from_a_real_article(path: Path) -> None:
    articles = sorted(_shared().glob("*.txt"))
    if not articles:
        pytest.skip("no real articles beside the data folder (NEWSKG_DATA)")
    ours = set(_runs(_words(path.read_text(encoding="utf-8")), LONGEST_SHARED_RUN + 1))
    for article in articles:
        theirs = set(_runs(_words(article.read_text(encoding="utf-8")), LONGEST_SHARED_RUN + 1))
        assert not ours & theirs


def test_the_html_dispatch_says_when_it_was_published_with_its_zone() -> None:
    (path,) = (path for path in DISPATCHES if path.suffix == ".html")
    (metadata,) = html.fromstring(path.read_text(encoding="utf-8")).xpath("//script[@type='application/ld+json']")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:]{8}[+-]\d\d:\d\d", json.loads(metadata.text)["datePublished"])


@pytest.fixture(scope="module")
def graph(english: Language, gazetteer: Gazetteer) -> Graph:
    return assemble(run([str(SEEDS)], english, gazetteer)).graph()


def test_every_question_has_an_answer_in_them(graph: Graph) -> None:
    assert [one.name for one in queries() if not len(graph.query(one.name))] == []


def test_what_their_sources_say_beside_each_other(graph: Graph) -> None:
    assert not len(graph.query("SELECT ?one { ?one kg:sameReportAs ?other }"))
    affirmed = {(row["what"], row["voices"], row["outlets"]) for row in graph.corroborated().records()}
    assert ("talks between Dorun Hale and Jana Ruell in Selt", "2", "1") in affirmed
    dates = [str(row["date"]).removeprefix("from ") for row in graph.timeline("Ruell").records()]
    assert len(dates) >= 15
    assert dates == sorted(dates)
    assert len(graph.as_of(date(2025, 5, 14)).query("SELECT ?one { ?one a kg:Article }")) == 3
    assert len(graph.difference(graph)) == 0
