"""What counts as an independent voice, and what does not."""

from __future__ import annotations

import pytest
from rdflib import Graph as RdfGraph
from reports import Line, Report, graph, report

from kg.query import corroborated, query
from kg.store import write

WHAT = "the bridge at Osk was lost"
POST = report("Norvia Post", "2025-03-03", Line(WHAT))
DAILY = report("Selt Daily", "2025-03-04", Line(WHAT))
VELL = Line(WHAT, by="Ana Vell")
POST_QUOTES_VELL = report("Norvia Post", "2025-03-03", VELL)
DAILY_QUOTES_VELL = report("Selt Daily", "2025-03-04", VELL)
HERALD_QUOTES_TARN = report("Osk Herald", "2025-03-05", Line(WHAT, by="Bruno Tarn"))


def told(*reports: Report, copies: tuple[tuple[Report, Report], ...] = ()) -> tuple[str, str, list[str]]:
    """(voices, outlets, "by: counted" of each row) of the only content that is listed."""
    rows = graph(*reports, copies=copies).corroborated().records()
    assert {row["content"] for row in rows} <= {"1"}
    figures = {(str(row["voices"]), str(row["outlets"])) for row in rows}
    [(voices, outlets)] = figures or {("", "")}
    return voices, outlets, [f"{row['by']}: {row['counted']}" for row in rows]


def test_two_outlets_in_their_own_voice() -> None:
    assert told(POST, DAILY) == ("2", "2", ["Norvia Post: yes", "Selt Daily: yes"])


def test_one_outlet_twice_is_one_voice() -> None:
    again = report("Norvia Post", "2025-03-04", Line(WHAT), name="again")
    assert told(POST, again) == ("", "", [])


def test_one_speaker_in_two_outlets_is_one_voice() -> None:
    assert told(POST_QUOTES_VELL, DAILY_QUOTES_VELL) == ("1", "2", ["Ana Vell: yes", "Ana Vell: same voice"])


def test_two_speakers_in_one_report_are_two_voices() -> None:
    both = report("Norvia Post", "2025-03-03", VELL, Line(WHAT, by="Bruno Tarn"))
    assert told(both) == ("2", "1", ["Ana Vell: yes", "Bruno Tarn: yes"])


def test_copies_are_listed_and_not_counted() -> None:
    assert told(POST, DAILY, copies=((POST, DAILY),)) == ("", "", [])
    rows = told(
        POST_QUOTES_VELL, DAILY_QUOTES_VELL, HERALD_QUOTES_TARN, copies=((POST_QUOTES_VELL, DAILY_QUOTES_VELL),)
    )
    assert rows == ("2", "2", ["Ana Vell: yes", "Ana Vell: copy", "Bruno Tarn: yes"])


def test_a_copy_of_a_copy_is_one_too() -> None:
    herald = report("Osk Herald", "2025-03-05", Line(WHAT))
    own = report("Port Tribune", "2025-03-06", Line(WHAT))
    rows = told(DAILY, herald, POST, own, copies=((POST, herald), (herald, DAILY)))
    assert rows == ("2", "2", ["Norvia Post: yes", "Selt Daily: copy", "Osk Herald: copy", "Port Tribune: yes"])


def test_an_outlet_that_prints_a_copy_and_reports_itself_is_a_voice() -> None:
    own = report("Selt Daily", "2025-03-06", Line(WHAT), name="own")
    rows = told(POST, DAILY, own, copies=((POST, DAILY),))
    assert rows == ("2", "2", ["Norvia Post: yes", "Selt Daily: copy", "Selt Daily: yes"])


@pytest.mark.parametrize(
    ("line", "counted"),
    [
        (Line(WHAT, by="Bruno Tarn", factuality="CT-", act="deny"), "denied"),
        (Line(WHAT, by="Bruno Tarn", factuality="PS+"), "hedged"),
        (Line(WHAT, by="Bruno Tarn", act="believe"), "view"),
        (Line(WHAT, by="Bruno Tarn", via="Cara Lind"), "second hand"),
        (Line(WHAT, by="Bruno Tarn", rests_on="Ana Vell"), "same voice"),
    ],
)
def test_what_is_no_voice_more(line: Line, counted: str) -> None:
    first = report("Norvia Post", "2025-03-03", VELL, Line(WHAT, by="Dora Hale"))
    other = report("Selt Daily", "2025-03-04", line)
    affirming = "2" if counted == "same voice" else "1"
    assert told(first, other) == ("2", affirming, ["Ana Vell: yes", "Dora Hale: yes", f"Bruno Tarn: {counted}"])


def test_unnamed_sources_stand_for_their_outlet() -> None:
    officials = report("Norvia Post", "2025-03-03", Line(WHAT, by="two officials"), Line(WHAT, by="an aide"))
    assert told(officials, DAILY) == ("2", "2", ["two officials: yes", "an aide: same voice", "Selt Daily: yes"])


def test_the_same_list_from_a_flat_file_and_in_any_order() -> None:
    reports = (POST_QUOTES_VELL, DAILY_QUOTES_VELL, HERALD_QUOTES_TARN)
    made = graph(*reports, copies=((POST_QUOTES_VELL, DAILY_QUOTES_VELL),))
    flat = RdfGraph().parse(data=write(made.store, ".ttl"), format="turtle")
    again = graph(*reversed(reports), copies=((DAILY_QUOTES_VELL, POST_QUOTES_VELL),))
    assert corroborated(flat) == made.corroborated() == again.corroborated()


@pytest.mark.parametrize(
    ("copies", "articles"),
    [((), "3"), (((POST_QUOTES_VELL, DAILY_QUOTES_VELL),), "2")],
)
def test_question_18_counts_a_report_once(copies: tuple[tuple[Report, Report], ...], articles: str) -> None:
    made = graph(POST_QUOTES_VELL, DAILY_QUOTES_VELL, HERALD_QUOTES_TARN, copies=copies)
    assert [row["articles"] for row in query(made.store, "corroborated-contents").records()] == [articles]


def test_question_18_leaves_out_what_only_copies_say() -> None:
    assert len(query(graph(POST, DAILY, copies=((POST, DAILY),)).store, "corroborated-contents")) == 0
