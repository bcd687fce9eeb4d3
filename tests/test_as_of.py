"""A graph as of a day, by each of the three times."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import graph_sample as sample
import pytest
from rdflib import URIRef
from reports import Line, graph, report

from kg.build import build, combine
from kg.errors import KgError
from kg.graph import Graph, graph_of
from kg.store import write
from kg.validate import validate
from kg.vocabulary import article_iri

FIRST = list(build(sample.ARTICLE, sample.STATEMENTS, sample.GROUNDINGS))
SECOND = list(build(sample.SECOND_ARTICLE, sample.SECOND_STATEMENTS, sample.SECOND_GROUNDINGS))
BOTH = graph_of(combine([*FIRST, *SECOND]))

LINES = (
    Line("it rains"),
    Line("it is over", by="Ana Vell", said="2025-03-01"),
    Line("it began", by="Bruno Tarn", since="2025-02-01"),
    Line("it was so", by="Cara Lind", holds="2025-01-15", said="2025-03-02"),
    Line("it will be", by="Dora Hale", via="Ana Vell"),
)
NEWS = graph(report("Norvia Post", "2025-03-03", *LINES), report("Selt Daily", "", Line("no date is here")))


def gists(graph: Graph) -> set[str | None]:
    found = graph.query("SELECT ?gist { ?s kg:content/kg:gist ?gist }").records()
    return {row["gist"] for row in found}


@pytest.mark.parametrize(
    ("time", "day", "seen"),
    [
        ("published", "2025-03-02", set()),
        ("published", "2025-03-03", {line.what for line in LINES} | {"Dora Hale said that it will be"}),
        ("said", "2025-02-28", set()),
        ("said", "2025-03-01", {"it is over"}),
        ("said", "2025-03-02", {"it is over", "it was so"}),
        ("said", "2025-03-03", {line.what for line in LINES} | {"Dora Hale said that it will be"}),
        ("valid", "2025-01-14", set()),
        ("valid", "2025-01-15", {"it was so"}),
        ("valid", "2025-02-10", {"it began"}),
        ("valid", "2025-03-01", {"it began", "it is over"}),
        ("valid", "2025-03-03", {"it rains", "it began", "it will be", "Dora Hale said that it will be"}),
        ("valid", "2025-03-04", set()),
    ],
)
def test_what_is_there_on_a_day(time: str, day: str, seen: set[str]) -> None:
    then = NEWS.as_of(date.fromisoformat(day), time)
    assert gists(then) == seen
    assert not then.store.unsupported()
    assert not [one for one in validate(then.store.oxigraph) if one.severity == "Violation"]


def test_before_the_second_article_the_graph_is_that_of_the_first() -> None:
    assert BOTH.as_of(date(2024, 5, 6)).store.export(".nq") == write(combine(FIRST), ".nq")
    assert BOTH.as_of(date(2024, 5, 7)).store.export(".nq") == BOTH.store.export(".nq")
    assert len(BOTH.as_of(date(2024, 5, 5))) == 0


def test_conflicts_and_plain_triples_go_with_what_supports_them() -> None:
    asked = "ASK { ?actor kg:lostControlOf ?share . ?share kg:percent ?figure FILTER(?figure = 27) }"
    assert {row["why"] for row in BOTH.conflicts().records()} == {"affirmed and denied", "figures differ"}
    then = BOTH.as_of(date(2024, 5, 6))
    assert {row["why"] for row in then.conflicts().records()} == {"affirmed and denied"}
    assert [BOTH.query(asked).rows[0][0].toPython(), then.query(asked).rows[0][0].toPython()] == [True, False]


def test_what_is_said_within_goes_with_what_is_around_it() -> None:
    around = replace(sample.INNER, outer=replace(sample.OUTER, said=None), said=sample.SUNDAY)
    made = graph_of(combine(build(sample.ARTICLE, [around], sample.GROUNDINGS)))
    assert len(gists(made)) == 2
    assert gists(made.as_of(date(2024, 5, 5), "said")) == set()


def test_the_words_of_what_is_left_out_go_too() -> None:
    then = BOTH.as_of(date(2024, 5, 5), "said")
    texts = {row["text"] for row in then.query("SELECT ?text { ?m a kg:Mention ; nif:anchorOf ?text }").records()}
    assert sample.EVIDENCE[0].of(sample.TEXT) in texts
    assert sample.SHARE_SENTENCE[0].of(sample.TEXT) not in texts
    assert "the whole east" in {row["text"] for row in then.query("quotations").records()}


def test_copies_stay_where_both_are_there() -> None:
    post, daily, late = (report(name, day, Line("it rains")) for name, day in COPIES)
    made = graph(post, daily, late, copies=((post, daily), (post, late)))
    asked = "SELECT ?one ?other { ?one kg:sameReportAs ?other } ORDER BY ?one"
    then = made.as_of(date(2025, 3, 4)).query(asked).rows
    both = {article_iri(one.article) for one in (post, daily)}
    assert len(then) == 2
    assert {URIRef(str(node)) for row in then for node in row} == both


COPIES = (("Norvia Post", "2025-03-03"), ("Selt Daily", "2025-03-04"), ("Osk Herald", "2025-03-05"))


def test_another_time_is_refused_in_one_line() -> None:
    with pytest.raises(KgError, match="heard: no such time; choose published, said, valid"):
        BOTH.as_of(date(2024, 5, 6), "heard")
