"""Clauses of any words."""

import pytest
from spacy.language import Language

from kg.extract.clauses import Clause, clauses

CLAUSES = [
    ("Vessa visited the port of Osk.", ["Vessa | visited | the port of Osk"]),
    ("Vessa is the mayor of Osk.", ["Vessa | is | the mayor of Osk"]),
    ("Osk was seized by Orland in May.", ["Osk | was seized by | Orland | in May"]),
    ("Vessa wants to leave Osk.", ["Vessa | wants to leave | Osk"]),
    ("Vessa gave Dahl a map.", ["Vessa | gave | Dahl | a map"]),
    ("Vessa has not gone to Osk.", ["Vessa | has not gone to | Osk"]),
    ("Vessa and Dahl visited Osk.", ["Vessa | visited | Osk", "Dahl | visited | Osk"]),
    ("Vessa visited Osk and Pellora.", ["Vessa | visited | Osk", "Vessa | visited | Pellora"]),
    ("Vessa left Osk and reached Pellora.", ["Vessa | left | Osk", "Vessa | reached | Pellora"]),
    ("Dahl, who leads the board, visited Osk.", ["Dahl | leads | the board", "Dahl | visited | Osk"]),
    ("The town that Orland seized is Osk.", ["Orland | seized | The town", "The town | is | Osk"]),
    ("Vessa, the mayor, visited Osk.", ["Vessa | is | the mayor", "Vessa | visited | Osk"]),
    ("Vessa slept.", []),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_clauses(text: str, expected: list[str], english: Language) -> None:
    assert sorted(map(shown, clauses(english(text)))) == sorted(expected)


def shown(clause: Clause) -> str:
    subject, *others = (" ".join(t.text for t in words) for words in clause.arguments)
    return " | ".join([subject, " ".join(t.text for t in clause.predicate) or "is", *others])
