"""The measure of events against records of PLOVER: what counts as marked, found and right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from kg.errors import KgError
from kg.evaluate.plover import Measured, Record, figures, measure
from kg.evaluate.told import is_same


def record(text: str, event: str, source: list[str], target: list[str] | str | None) -> dict[str, Any]:
    row: dict[str, Any] = {"text": text, "event": event, "source": [{"actorText": name} for name in source]}
    if target is not None:
        row["target"] = [{"actorText": name} for name in target] if isinstance(target, list) else target
    return row


ATTACK = "Norvian troops attacked the rebels of Osk on Monday."
DEMAND = "{Norvia demanded that Selt release the envoys.}"
REJECTED = "Selt rejected a Norvian demand to free the envoys."
TALKS = "President Anna Vell and President Osric Tane met in Osk on Monday."
SILENT = "The harvest in Selt was good."


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory, english: Language) -> list[Measured]:
    data = tmp_path_factory.mktemp("data")
    rows = [
        record(ATTACK, "FIGHT", ["Norvia"], ["rebels of Osk"]),
        record(ATTACK, "FIGHT", ["Norvia"], ["rebels of Osk"]),
        record(DEMAND, "DEMAND", ["Norvia"], ["Osk"]),
        record(REJECTED, "REJECT", ["Selt"], ["Norvian"]),
        record(TALKS, "CONSULT", ["President Anna Vell", "Osric Tane"], ""),
        record(SILENT, "AID", ["Selt"], None),
    ]
    path = data / "eval" / "plover" / "gold_records.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(rows), encoding="utf-8")
    return measure(data, english)


def of(text: str, measured: list[Measured]) -> Measured:
    return next(one for one in measured if one.text == text.strip("{}"))


def test_older_names_of_classes_are_read_and_a_sentence_stands_once(measured: list[Measured]) -> None:
    assert of(ATTACK, measured).records == (Record("assault", ("Norvia",), ("rebels of Osk",)),) * 2
    assert of(DEMAND, measured).records[0].event == "request"
    assert len(measured) == 5


def test_a_people_stands_for_its_country(measured: list[Measured]) -> None:
    assert of(ATTACK, measured).attributed() == {"assault"}


def test_the_target_of_an_answer_is_whose_demand_it_answers(measured: list[Measured]) -> None:
    assert of(REJECTED, measured).attributed() == {"reject"}


def test_actors_who_act_together_all_take_part(measured: list[Measured]) -> None:
    assert of(TALKS, measured).attributed() == {"consult"}


def test_another_target_is_another_event(measured: list[Measured]) -> None:
    one = of(DEMAND, measured)
    assert one.right() == {"request"}
    assert one.attributed() == frozenset()
    assert [error for error, _ in one.errors()] == ["other actors"]


def test_what_is_not_found_is_missed(measured: list[Measured]) -> None:
    assert list(of(SILENT, measured).errors()) == [("missed", "aid: Selt")]


def test_figures_count_a_class_once_a_sentence(measured: list[Measured]) -> None:
    found = dict(figures(measured))
    whole = found["events of PLOVER"]
    assert (whole["sentences"], whole["classes marked"]) == (5, 5)
    assert whole["class R"] == 80
    assert whole["class with both actors R"] == 60
    assert found["events of PLOVER: aid"] == {"marked": 1, "found": 0, "right": 0, "with both actors": 0}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Norvian rebels", "rebels", True),
        ("Norvia", "Norvian officials", True),
        ("President Anna Vell", "Anna Vell", True),
        ("Norvian rebels", "Norvian police", False),
        ("the", "Norvia", False),
    ],
)
def test_which_actors_are_the_same(one: str, other: str, same: bool) -> None:
    assert is_same([one], [other]) is same
    assert is_same([other], [one]) is same


def test_a_folder_without_records_is_told(tmp_path: Path, english: Language) -> None:
    with pytest.raises(KgError, match="give the folder that holds eval/plover"):
        measure(tmp_path, english)
