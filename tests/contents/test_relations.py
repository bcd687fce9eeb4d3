"""What else is told of two who are named."""

import pytest
from docs import statements

from kg.extract.inflection import third_person
from kg.model import Mention, Statement


def relations(text: str) -> list[Statement]:
    return [s for s in statements(text) if s.content.kind == "RelationClaim"]


def shown(statement: Statement) -> str:
    """Subject | predicate | object."""
    return " | ".join(v.name if isinstance(v, Mention) else str(v) for _, v in statement.content.fields)


TOLD = [
    # verbs, with and without a preposition
    ("Kestria borders on Orland.", ["Kestria | border on | Orland"]),
    ("Ana Vessa beat Mirko Dahl in the final.", ["Ana Vessa | beat | Mirko Dahl"]),
    ("Ana Vessa was born in Osk.", ["Ana Vessa | be born in | Osk"]),
    ("Ana Vessa was born and raised in Osk.", ["Ana Vessa | be raised in | Osk"]),
    # active where the agent is named
    ("Osk was founded by Ana Vessa.", ["Ana Vessa | found | Osk"]),
    ("Ana Vessa was beaten by Mirko Dahl.", ["Mirko Dahl | beat | Ana Vessa"]),
    # with a noun or adjective between
    ("Kestria is an ally of Orland.", ["Kestria | be ally of | Orland"]),
    ("Kestria is Orland’s ally.", ["Kestria | be ally of | Orland"]),
    ("Kestria is close to Orland.", ["Kestria | be close to | Orland"]),
    ("Kestria has close ties with Orland.", ["Kestria | have ties with | Orland"]),
    ("Ana Vessa won the race in Osk.", ["Ana Vessa | win race in | Osk"]),
    # appositions
    ("Kestria, an ally of Orland, borders on Morvane.",
     ["Kestria | be ally of | Orland", "Kestria | border on | Morvane"]),
    ("Ana Vessa, a cousin of Mirko Dahl, lives in Osk.",
     ["Ana Vessa | be cousin of | Mirko Dahl", "Ana Vessa | live in | Osk"]),
    ("Mirko Dahl, a former rival of Ana Vessa, owns Corvane Steel.",
     ["Mirko Dahl | be former rival of | Ana Vessa", "Mirko Dahl | own | Corvane Steel"]),
    # coordination, relative clauses
    ("Kestria and Morvane border on Orland.", ["Kestria | border on | Orland", "Morvane | border on | Orland"]),
    ("Ana Vessa left Osk and moved to Pellora.", ["Ana Vessa | leave | Osk", "Ana Vessa | move to | Pellora"]),
    ("Ana Vessa, who owns Corvane Steel, moved to Osk.",
     ["Ana Vessa | own | Corvane Steel", "Ana Vessa | move to | Osk"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_relations(text: str, expected: list[str]) -> None:
    assert [shown(s) for s in relations(text)] == expected


NOTHING = [
    # one end alone is named
    "She was born in Osk.",
    "The mayor lives in Osk.",
    "Ana Vessa wrote a book.",
    "One of Orland’s ships is in Osk.",
    # another kind tells it, or it is said
    "Ana Vessa told Mirko Dahl a story.",
    "Ana Vessa praised Mirko Dahl.",
    "Ana Vessa met Mirko Dahl in Osk.",
    "Ana Vessa is the mayor of Osk.",
    "Orland shelled Osk.",
    "Kestria signed a treaty with Orland.",
    # wished, supposed, asked, not yet
    "Ana Vessa hopes to beat Mirko Dahl.",
    "If Ana Vessa beats Mirko Dahl, the board will resign.",
    "Did Ana Vessa beat Mirko Dahl?",
    "Kestria is a potential ally of Orland.",
    # the words left out change what is told
    "Ana Vessa hit the mayor of Osk.",
    "Ana Vessa drove Mirko Dahl to resign.",
    "Ana Vessa deprived Mirko Dahl of votes.",
    "Ana Vessa has no ties with Orland.",
    "The Osk River broke through the wall in Kestria.",
    "A supporter of Ana Vessa who lives in Osk voted.",
    "Ana Vessa had Mirko Dahl.",
    "Ana Vessa won with Mirko Dahl leading the board.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_relation(text: str) -> None:
    assert [shown(s) for s in relations(text)] == []


def test_what_is_set_against_it_is_not_told() -> None:
    assert [shown(s) for s in relations("Ana Vessa moved to Osk, not Pellora.")] == ["Ana Vessa | move to | Osk"]


STANCES = [
    ("Ana Vessa did not beat Mirko Dahl.", "CT-", ""),
    ("Ana Vessa could beat Mirko Dahl.", "PS+", ""),
    ("Ana Vessa will marry Mirko Dahl.", "CT+", "planned"),
    ("Ana Vessa not only owns Corvane Steel.", "CT+", ""),
]


@pytest.mark.parametrize(("text", "factuality", "status"), STANCES)
def test_stance_is_the_statements(text: str, factuality: str, status: str) -> None:
    (relation,) = relations(text)
    assert (relation.factuality, relation.status) == (factuality, status)


def test_a_relation_in_reported_speech_stands_beside_the_claim() -> None:
    found = statements("Mirko Dahl said Ana Vessa owns Corvane Steel.")
    assert {s.content.kind for s in found} == {"Claim", "RelationClaim"}
    assert {s.speaker.name for s in found if s.speaker} == {"Mirko Dahl"}


@pytest.mark.parametrize(("action", "expected"), [("be close to", "is close to"), ("have ties with", "has ties with")])
def test_the_gist_is_in_the_third_person(action: str, expected: str) -> None:
    assert third_person(action) == expected
