"""What is told of an entity, by date, and which entity a name means."""

from __future__ import annotations

import graph_sample as sample
import pytest
from rdflib import Graph as RdfGraph
from reports import Line, graph, report

from kg.build import build, combine
from kg.errors import KgError
from kg.graph import Graph, graph_of
from kg.query import timeline
from kg.store import write


@pytest.fixture(scope="module")
def made() -> Graph:
    first = build(sample.ARTICLE, sample.STATEMENTS, sample.GROUNDINGS)
    second = build(sample.SECOND_ARTICLE, sample.SECOND_STATEMENTS, sample.SECOND_GROUNDINGS)
    return graph_of(combine([*first, *second]))


def short(graph: Graph, entity: str) -> list[tuple[str | None, ...]]:
    rows = graph.timeline(entity).records()
    return [tuple(row[name] for name in ("date", "time", "role", "what", "by")) for row in rows]


def test_what_a_person_said_and_was_said_to_be(made: Graph) -> None:
    assert short(made, "Ana Vell") == [
        ("2024-05-05", "said", "speaker", "Selt lost the whole east of Selt", "Ana Vell"),
        ("2024-05-06", "published", "member", "Ana Vell is President of Norvia", "Norvia Post"),
        ("2024-05-06", "published", "speaker", "Bruno Tarn claimed Norvia holds swathes of Selt", "Ana Vell"),
        ("2024-05-06", "published", "via", "Norvia controls swathes of Selt", "Bruno Tarn"),
    ]


def test_valid_time_comes_before_other_times(made: Graph) -> None:
    dates = [(date, time, what) for date, time, _, what, _ in short(made, "Selt")]
    assert dates[:3] == [("from 2021-01-01", "valid", what) for _, _, what in dates[:3]]
    assert len({what for _, _, what in dates[:3]}) == 2  # 18 % is said and denied, 27 % said


def test_each_row_has_its_sentence(made: Graph) -> None:
    [row] = made.timeline("Coastal Institute").records()
    assert (row["role"], row["kind"], row["certainty"]) == ("based on", "territorial control", "certain")
    assert row["sentence"] == sample.SHARE_SENTENCE[0].of(sample.TEXT)
    assert row["article"] == "Selt loses the east"


def test_what_has_no_date_comes_last() -> None:
    lines = [Line(what, by="Ana Vell", said=said) for what, said in (("B is", ""), ("A is", "2025-03-02"))]
    assert [row[:2] for row in short(graph(report("Norvia Post", "", *lines)), "ana-vell")] == [
        ("2025-03-02", "said"),
        (None, None),
    ]


@pytest.mark.parametrize(
    "name",
    ["Selt", "SELT", "republic of selt", "selt", "ent:selt", "https://w3id.org/newskg/id/entity/selt"],
)
def test_an_entity_goes_by_any_of_its_names(made: Graph, name: str) -> None:
    assert made.timeline(name) == made.timeline("Selt")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Ana Vel", "nobody in the graph goes by that name; did you mean Ana Vell"),
        ("Zyx", "`kg entities` lists who is in it"),
        ('x" } DROP ALL #', "nobody"),
        ("https://example.org/a> } #", "nobody"),
    ],
)
def test_an_unknown_name_is_one_line(made: Graph, name: str, reason: str) -> None:
    with pytest.raises(KgError, match=reason) as error:
        made.timeline(name)
    assert "\n" not in str(error.value)


def test_namesakes_are_told_apart_by_their_keys() -> None:
    officials = [report(outlet, "2025-03-03", Line("It is over", by="two officials")) for outlet in ("Post", "Daily")]
    with pytest.raises(KgError, match=r"two officials: 2 go by that name; give one of ent:\w+/two-officials"):
        graph(*officials).timeline("two officials")


def test_the_same_from_a_flat_file(made: Graph) -> None:
    flat = RdfGraph().parse(data=write(made.store, ".ttl"), format="turtle")
    assert timeline(flat, "Selt") == made.timeline("Selt")
