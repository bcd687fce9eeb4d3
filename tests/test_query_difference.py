"""What two graphs state differently."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import graph_sample as sample
import pytest
from rdflib import Graph as RdfGraph
from reports import Line, Report, graph, report

from kg.build import build, combine
from kg.graph import Graph, graph_of
from kg.query import difference
from kg.query.difference import _apart
from kg.store import write

OVER = Line("it is over", by="Ana Vell")
LOST = Line("the bridge was lost", by="Bruno Tarn", said="2025-03-02")
FIRST = report("Norvia Post", "2025-03-03", OVER, LOST)


def rows(one: Report, other: Report) -> list[tuple[str | None, ...]]:
    found = graph(one).difference(graph(other)).records()
    return [tuple(row[name] for name in ("in", "by", "what", "changed")) for row in found]


def test_the_same_graph() -> None:
    assert rows(FIRST, FIRST) == []


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ((OVER,), [("first", "Bruno Tarn", LOST.what, None)]),
        ((OVER, LOST, Line("it is late")), [("second", "Norvia Post", "it is late", None)]),
        ((OVER, replace(LOST, factuality="PS+")), [("both", "Bruno Tarn", LOST.what, "certainty: certain → possible")]),
        ((OVER, replace(LOST, act="confirm")), [("both", "Bruno Tarn", LOST.what, "speech act: assert → confirm")]),
        (
            (OVER, replace(LOST, said="2025-03-01")),
            [
                (
                    "both",
                    "Bruno Tarn",
                    LOST.what,
                    "date: 2025-03-02 → 2025-03-01; "
                    "sentence: … bridge was lost 2025-03-02. → … bridge was lost 2025-03-01.",
                )
            ],
        ),
    ],
    ids=["gone", "new", "less certain", "other act", "other day"],
)
def test_what_differs(lines: tuple[Line, ...], found: list[tuple[str | None, ...]]) -> None:
    assert rows(FIRST, report("Norvia Post", "2025-03-03", *lines)) == found


def test_a_statement_that_only_moved_is_the_same() -> None:
    moved = report("Norvia Post", "2025-03-03", Line("it rained and rained"), OVER, LOST)
    assert rows(FIRST, moved) == [("second", "Norvia Post", "it rained and rained", None)]


def test_another_day_s_articles_are_in_one_alone() -> None:
    other = report("Selt Daily", "2025-03-04", OVER)
    assert [row[0] for row in rows(FIRST, other)] == ["first", "first", "second"]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("a b c d e f g h", "a b c d X f g h", ("… b c d e f g h", "… b c d X f g h")),
        ("a b c d e f g h i", "a b c d X f g h i", ("… b c d e f g h …", "… b c d X f g h …")),
        ("a b c", "x y", ("a b c", "x y")),
        ("a a a a a a a a", "a a a a a a a", ("… a a a a", "… a a a")),
        ("a b", "a b c d e f", ("a b", "a b c d e f")),
        ("", "a", ("", "a")),
    ],
)
def test_of_a_sentence_only_what_differs_is_shown(old: str, new: str, shown: tuple[str, str]) -> None:
    assert _apart(old.split(), new.split()) == shown


SECOND = sample.SECOND_STATEMENTS[0]


def second(percent: str, speaker: sample.Entity = sample.SELT) -> Graph:
    fields = tuple((name, Decimal(percent) if name == "percent" else value) for name, value in SECOND.content.fields)
    content = replace(SECOND.content, fields=fields, gist=f"{{party}} lost {percent} % of {{territory}}")
    said = replace(SECOND, content=content, speaker=sample.SECOND_SELT, cue="said")
    known = {sample.SECOND_SELT: sample.Grounding(speaker, 1.0, "test")}
    groundings = replace(sample.SECOND_GROUNDINGS, mentions=known)
    return graph_of(combine(build(sample.SECOND_ARTICLE, [said], groundings)))


def test_a_corrected_figure_is_a_change() -> None:
    [row] = second("27").difference(second("18")).records()
    assert (row["in"], row["changed"]) == ("both", "what: Selt lost 27 % of Selt → Selt lost 18 % of Selt")


def test_another_speaker_of_a_sentence_is_a_change() -> None:
    other = sample.Entity("selt-town", "Selt", ("kg:Actor",))
    [row] = second("27").difference(second("27", other)).records()
    assert "speaker: ent:selt → ent:selt-town" in str(row["changed"])


def test_the_same_from_a_flat_file() -> None:
    one, other = graph(FIRST), graph(report("Norvia Post", "2025-03-03", OVER))
    flat = RdfGraph().parse(data=write(one.store, ".ttl"), format="turtle")
    assert difference(flat, other.store) == one.difference(other)
    assert len(difference(flat, one.store)) == 0
