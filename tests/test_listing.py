"""The line of statements.jsonl for an article with statements made by hand."""

from __future__ import annotations

import json
from typing import Any

import graph_sample as sample
import pytest

from kg.build import build
from kg.listing import entry, line
from kg.model import Attribution, Skipped, Span
from kg.pipeline import Outcome

NOT_SAID = Skipped(
    sample.span("Selt denied it"),
    "negated: nothing was said",
    Attribution((sample.span("Selt", nth=2),), (sample.span("denied"),), (sample.span("it", nth=1),), "indirect"),
    sample.SELT_DENIED,
    "denied",
)


@pytest.fixture(scope="module")
def listed() -> dict[str, Any]:
    quads = tuple(build(sample.ARTICLE, sample.STATEMENTS, sample.GROUNDINGS))
    return entry(Outcome(sample.ARTICLE, sample.STATEMENTS, sample.GROUNDINGS, (NOT_SAID,), quads))


def words(span: list[int]) -> str:
    return Span(*span).of(sample.TEXT)


def test_the_head_is_the_articles(listed: dict[str, Any]) -> None:
    assert (listed["id"], listed["path"], listed["published"]) == ("norvia", "norvia.txt", "2024-05-06")


def test_an_act_of_saying_has_its_parts_and_who_said_it_to_whom_and_when(listed: dict[str, Any]) -> None:
    first = listed["attributions"][0]
    assert [words(first[part][0]) for part in ("source", "cue")] == ["Norvia’s President Ana Vell", "told"]
    assert first["speakers"] == [{"label": "Ana Vell", "iri": "https://w3id.org/newskg/id/entity/ana-vell"}]
    assert first["addressee"]["label"] == "reporters"
    assert (first["kind"], first["speech_act"], first["factuality"]) == ("mixed", "assert", "CT+")
    assert (first["said_on"], first["nested"], first["negated_cue"]) == ("2024-05-05", False, False)
    assert len(first["statement_iris"]) == 1


def test_what_was_not_said_is_listed_without_a_statement(listed: dict[str, Any]) -> None:
    [negated] = [one for one in listed["attributions"] if one["negated_cue"]]
    assert (negated["statement_iris"], negated["speakers"][0]["label"]) == ([], "Selt")
    assert [(words(one["span"]), one["reason"]) for one in listed["skipped"]] == [
        ("Selt denied it", "negated: nothing was said")
    ]


def test_a_content_has_its_fields_and_all_statements_that_say_it(listed: dict[str, Any]) -> None:
    [share] = [one for one in listed["contents"] if "percent" in one]
    assert (share["type"], share["percent"], share["approximation"]) == ("TerritorialControl", 18, "about")
    assert share["controlRelation"] == "lost"
    assert share["party"]["label"] == "Selt"
    assert share["validFrom"] == {"text": "2021", "days": "2021-01-01/2021-12-31"}
    assert share["gist"] == "Selt lost about 18% of Selt"
    assert len(share["statement_iris"]) == 2


def test_a_statement_inside_anothers_words_is_nested() -> None:
    outer = Attribution((Span(0, 4),), (Span(5, 9),), (Span(10, 60),), "indirect")
    inner = Attribution((Span(10, 14),), (Span(15, 22),), (Span(23, 60),), "indirect")
    skipped = tuple(Skipped(Span(0, 60), "speaker not known", one) for one in (outer, inner))
    found = entry(Outcome(sample.ARTICLE, (), sample.GROUNDINGS, skipped, ()))
    assert [one["nested"] for one in found["attributions"]] == [False, True]


def test_a_line_is_one_line_of_json(listed: dict[str, Any]) -> None:
    text = line(Outcome(sample.ARTICLE, (), sample.GROUNDINGS, (), ()))
    assert text.count("\n") == 1
    assert json.loads(text)["title"] == listed["title"]
