"""The measure of typed contents, on contents made by hand and on a file."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from spacy.language import Language

from kg.errors import KgError
from kg.evaluate.contents import compare, figures, read
from kg.evaluate.told import Told, is_called
from kg.model import Content, Groundings, Mention, Span, Statement, Term

TEXT = "Morvane controls about 11% of Kestria."


def control(party: str, percent: str, *, value: str = "CT+") -> Told:
    fields = (
        ("party", Mention(Span(0, 7), party, party, "GPE")),
        ("controlRelation", Term("control", "controls")),
        ("territory", Mention(Span(30, 37), "Kestria", "Kestria", "GPE")),
        ("percent", Decimal(percent)),
        ("approximation", Term("approximation", "about")),
    )
    content = Content("TerritorialControl", fields, "", Span(0, 37))
    return Told(content, (Statement(content, (Span(0, 38),), factuality=value),), Groundings(), TEXT)


GOLD = {
    "party": "Morvane",
    "relation": "controls",
    "territory": "Kestria",
    "percent": 11,
    "approximation": "about",
    "factuality": "CT+",
}


@pytest.mark.parametrize(
    ("gold", "told", "expected"),
    [
        ([GOLD], [control("Morvane", "11")], (1, 1, 1)),
        ([GOLD], [control("Morvane", "12")], (0, 1, 1)),
        ([GOLD], [control("Orland", "11")], (0, 1, 1)),
        ([GOLD], [control("Morvanian forces", "11")], (1, 1, 1)),  # of its people
        ([GOLD | {"approximation": "at-least"}], [control("Morvane", "11")], (0, 1, 1)),
        ([GOLD], [], (0, 0, 1)),
        # what is optional costs nothing either way, and what is denied is told as no fact
        ([GOLD | {"optional": True}], [control("Morvane", "11")], (0, 0, 0)),
        ([GOLD | {"optional": True}], [], (0, 0, 0)),
        ([GOLD | {"factuality": "CT-"}], [control("Morvane", "11", value="CT-")], (0, 0, 0)),
        ([], [control("Morvane", "11", value="Uu")], (0, 0, 0)),
        ([], [control("Morvane", "11")], (0, 1, 0)),
    ],
)
def test_controls(gold: list[dict[str, object]], told: list[Told], expected: tuple[int, int, int]) -> None:
    found = compare("controls", gold, told)
    assert (found.right, found.found, found.gold) == expected


@pytest.mark.parametrize(
    ("name", "wanted", "expected"),
    [
        ("the Kestrian army", "Kestria", True),
        ("Kestria", "Kestria", True),
        ("Ana Vessa", "Vessa", True),
        ("Vessa", "Ana Vessa", True),
        ("Orland", "Kestria", False),
        ("army", "Kestrian army chief of staff", False),
    ],
)
def test_names(name: str, wanted: str, expected: bool) -> None:
    assert is_called([name], [wanted]) is expected


def test_a_file(tmp_path: Path, english: Language) -> None:
    row = {"id": "c1", "published": "2031-05-14", "kinds": ["controls"], "text": TEXT, "controls": [GOLD]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    found = figures(list(read([tmp_path / "gold.jsonl"], english)))
    assert found == {"controls": {"to be found": 1, "P": 100.0, "R": 100.0, "F": 100.0}}


def test_no_file(tmp_path: Path, english: Language) -> None:
    with pytest.raises(KgError, match="cannot be read"):
        list(read([tmp_path / "none.jsonl"], english))
