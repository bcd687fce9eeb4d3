"""The measure of relations against re3d: what of ours stands for which of its types, and when two are the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from kg.errors import KgError
from kg.evaluate.re3d import Relation, figures, is_leading, measure, relations
from kg.evaluate.told import Told, told
from kg.model import Content, Groundings, Mention, Span, Statement, Term
from kg.vocabulary import Gazetteer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norvian troops attacked the rebels of Osk.", ["FightingAgainst: Norvian troops > rebels of Osk"]),
        ("The rebels control the town of Osk.", ["InChargeOf: rebels > Osk"]),
        ("President Anna Vell met Osric Tane in Osk.", ["CommWith: Anna Vell > Osric Tane"]),
        ("Norvia demanded that Selt free the envoys.", ["CommWith: Norvia > Selt"]),
        ("Norvia supports the rebels.", ["AlliesOf: Norvia > rebels"]),
        ("The harvest in Selt was good.", []),
    ],
)
def test_contents_stand_for_relations(text: str, expected: list[str], english: Language, gazetteer: Gazetteer) -> None:
    found = {one.shown(text) for content in told(text, english, gazetteer) for one in relations(content)}
    assert found >= set(expected)
    assert bool(found) is bool(expected)


def role(name: str, body: str, kind: str, factuality: str = "CT+") -> Told:
    text = f"Anna Vell {body}"
    fields = (
        ("member", Mention(Span(0, 9), "Anna Vell", "Anna Vell", "PERSON")),
        ("role", name),
        ("organization", Mention(Span(10, 10 + len(body)), body, body, kind)),
    )
    content = Content("RoleHolding", fields, "", Span(0, len(text)))
    return Told(content, (Statement(content, (Span(0, 9),), factuality=factuality),), Groundings(), text)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (role("commander", "Ninth Brigade", "ORG"), ["InChargeOf"]),
        (role("deputy commander", "Ninth Brigade", "ORG"), ["BelongsTo"]),
        (role("former president", "Osk Institute", "ORG"), ["BelongsTo"]),
        (role("president", "Norvia", "GPE"), []),  # an attribute
        (role("commander", "Ninth Brigade", "ORG", "CT-"), []),
    ],
)
def test_roles(one: Told, expected: list[str]) -> None:
    assert [found.kind for found in relations(one)] == expected


def test_what_is_contested_is_fought_over() -> None:
    fields = (
        ("party", Mention(Span(0, 6), "Norvia", "Norvia", "GPE")),
        ("controlRelation", Term("control", "contests")),
        ("counterparty", Mention(Span(11, 15), "Selt", "Selt", "GPE")),
        ("territory", Mention(Span(27, 30), "Osk", "Osk", "GPE")),
    )
    content = Content("TerritorialControl", fields, "", Span(0, 31))
    told = Told(content, (Statement(content, (Span(0, 31),)),), Groundings(), "Norvia and Selt fight over Osk.")
    assert [one.shown(told.text) for one in relations(told)] == ["FightingAgainst: Norvia > Selt"]


@pytest.mark.parametrize(
    ("role", "leads"), [("prime minister", True), ("head of the mission", True), ("vice president", False), ("", False)]
)
def test_roles_that_lead(role: str, leads: bool) -> None:
    assert is_leading(role) is leads


def test_direction_counts_where_the_type_has_one() -> None:
    one, other = (Span(0, 5),), (Span(10, 15),)
    assert Relation(one, other, "CommWith").meets(Relation(other, one, "CommWith"))
    assert Relation(one, other, "InChargeOf").meets(Relation((Span(3, 4),), other, "InChargeOf"))
    assert not Relation(one, other, "InChargeOf").meets(Relation(other, one, "InChargeOf"))
    assert not Relation(one, other, "CommWith").meets(Relation(one, other, "AlliesOf"))


TEXT = "Norvian troops, the Ninth, attacked the rebels of Osk.\n\nThe rebels control the town of Tarn."


def row(kind: str, source: str, target: str) -> dict[str, Any]:
    begin, other = TEXT.index(source), TEXT.index(target)
    ends = {"sourceBegin": begin, "sourceEnd": begin + len(source)}
    return {"documentId": "d1", "type": kind, **ends, "targetBegin": other, "targetEnd": other + len(target)}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    part = tmp_path / "eval" / "re3d" / "Norvian News"
    part.mkdir(parents=True)
    (part / "documents.json").write_text(json.dumps({"_id": "d1", "text": TEXT}) + "\n", "utf-8")
    rows = [
        row("IsSynonymOf", "Norvian troops", "the Ninth"),
        row("FightingAgainst", "the rebels of Osk", "the Ninth"),
        row("FightingAgainst", "the Ninth", "the rebels of Osk"),  # marked in both directions
        row("BelongsTo", "the Ninth", "Norvian troops"),
        row("CoLocated", "The rebels", "Tarn"),  # none of the five
    ]
    (part / "relations.json").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return tmp_path


def test_a_folder(data: Path, english: Language) -> None:
    measured = measure(data, english)
    [one] = measured
    assert [(error, relation) for error, relation, _ in one.errors()] == [
        ("missed", "BelongsTo: the Ninth > Norvian troops"),
        ("not marked", "InChargeOf: rebels > Tarn"),
    ]
    found = dict(figures(measured))
    assert found["relations of re3d"] == {"documents": 1, "marked": 2, "found": 2, "P": 50, "R": 50, "F": 50}
    assert found["relations of re3d: FightingAgainst"]["F"] == 100
    assert found["relations of re3d: AlliesOf"] == {"marked": 0, "found": 0, "P": 0, "R": 0, "F": 0}


def test_a_folder_without_documents_is_told(tmp_path: Path, english: Language) -> None:
    with pytest.raises(KgError, match="give the folder that holds eval/re3d"):
        measure(tmp_path, english)
