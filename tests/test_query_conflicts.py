"""The list of conflicts, on graphs made by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import graph_sample as sample
import pytest
from rdflib import Graph as RdfGraph

from kg.build import build, combine
from kg.graph import Graph, graph_of
from kg.model import Article, Content, Grounding, Groundings, Mention, Span, Statement, Term
from kg.query import Result, conflicts
from kg.store import write
from kg.vocabulary import Quad, article_iri

FIRST = list(build(sample.ARTICLE, sample.STATEMENTS, sample.GROUNDINGS))
SECOND = list(build(sample.SECOND_ARTICLE, sample.SECOND_STATEMENTS, sample.SECOND_GROUNDINGS))


@pytest.fixture(scope="module")
def listed() -> Result:
    return graph_of(combine([*FIRST, *SECOND])).conflicts()


def test_who_affirms_and_who_denies(listed: Result) -> None:
    denied = [row for row in listed.records() if row["why"] == "affirmed and denied"]
    assert [(row["by"], row["certainty"], row["sentence"]) for row in denied] == [
        ("Norvia Post", "certain", sample.SHARE_SENTENCE[0].of(sample.TEXT)),
        ("Selt", "certainly not", "Selt denied it."),
    ]
    assert {row["conflict"] for row in denied} == {"1"}


def test_figures_that_differ(listed: Result) -> None:
    one, other = (row for row in listed.records() if row["why"] == "figures differ")
    assert one == {
        "conflict": "2",
        "why": "figures differ",
        "issue": "Selt lost Selt",
        "figure": "27%",
        "valid": "from 2021-01-01",
        "by": "Selt Daily",  # the article's own voice
        "certainty": "certain",
        "article": str(article_iri(sample.SECOND_ARTICLE)),  # it has no title
        "date": "2024-05-07",
        "sentence": sample.SECOND_TEXT.strip(),
    }
    assert (other["figure"], other["by"], other["article"]) == ("about 18%", "Norvia Post", "Selt loses the east")


def test_a_figure_that_nobody_affirms_is_not_told() -> None:
    denials = [replace(one, factuality="CT-") for one in sample.SECOND_STATEMENTS]
    second = build(sample.SECOND_ARTICLE, denials, sample.SECOND_GROUNDINGS)
    found = graph_of(combine([*FIRST, *second])).conflicts()
    assert {row["why"] for row in found.records()} == {"affirmed and denied"}


def test_the_same_list_from_a_flat_file(listed: Result) -> None:
    flat = RdfGraph().parse(data=write(combine([*SECOND, *FIRST]), ".ttl"), format="turtle")
    assert conflicts(flat) == listed


def test_no_conflicts() -> None:
    assert len(graph_of(combine(SECOND)).conflicts()) == 0
    assert Graph(graph_of([]).store).conflicts().columns[0] == "conflict"


TEXT = "The army holds 50% of Osk, the rebels hold at least 40%. The clans hold between 20 and 30%."
PLACE = Mention(Span(22, 25), "Osk", "Osk", "GPE")
HOLDERS = [
    ("army", Span(4, 8), {"percent": Decimal(50)}, "exactly", Span(0, 56)),
    ("rebels", Span(31, 37), {"percent": Decimal(40)}, "at-least", Span(0, 56)),
    ("clans", Span(61, 66), {"percentMin": Decimal(20), "percentMax": Decimal(30)}, "between", Span(57, 91)),
]


def account() -> list[Quad]:
    article = Article(TEXT, "osk.txt", "osk", title="Who holds Osk", publisher="The Osk Post")
    known = {PLACE: Grounding(sample.Entity("osk", "Osk", ("kg:Territory",)), 1.0, "test")}
    said = []
    for name, place, figures, hedge, sentence in HOLDERS:
        party = Mention(place, name, name, "GROUP")
        known[party] = Grounding(sample.Entity(name, name, ("kg:Actor",)), 1.0, "test")
        fields = (
            ("party", party),
            ("controlRelation", Term("control", "controls")),
            ("territory", PLACE),
            *figures.items(),
            ("approximation", Term("approximation", hedge)),
        )
        content = Content("TerritorialControl", fields, "{party} holds", place, issue=sample.ISSUE)
        said.append(Statement(content, (sentence,)))
    return combine(build(article, said, Groundings(known)))


def test_an_account_of_more_than_the_whole_is_one_conflict() -> None:
    rows = graph_of(account()).conflicts().records()
    assert [(row["conflict"], row["issue"], row["figure"], row["by"]) for row in rows] == [
        ("1", "army controls Osk", "50 %", "The Osk Post"),
        ("1", "clans controls Osk", "between 20 and 30 %", "The Osk Post"),
        ("1", "rebels controls Osk", "at least 40 %", "The Osk Post"),
    ]
    assert {row["why"] for row in rows} == {"more than 100 % together"}
    assert rows[1]["sentence"] == "The clans hold between 20 and 30%."
