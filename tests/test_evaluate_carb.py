"""The measure of CaRB, on cases worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from kg.errors import KgError
from kg.evaluate.carb import Extraction, evaluate, extracted, match, read, score

GOLD = Extraction("seized", ("Orland", "the port of Osk", "in May"))


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        # all 8 words of the tuple, all arguments but the first as one
        (GOLD, Extraction("seized", ("Orland", "the port of Osk", "in May")), (1.0, 1.0)),
        (GOLD, Extraction("seized", ("Orland", "the port of Osk in May")), (1.0, 1.0)),
        # 4 of its 4 words, 4 of the 8
        (GOLD, Extraction("seized", ("Orland", "the port")), (1.0, 0.5)),
        # 3 of its 5 words: a word counts as often as it stands in both
        (GOLD, Extraction("quickly seized", ("Orland", "the the")), (3 / 5, 3 / 8)),
        # no word of the relation in common; no second argument
        (GOLD, Extraction("took", ("Orland", "the port of Osk in May")), (0.0, 0.0)),
        (GOLD, Extraction("seized", ("Orland",)), (0.0, 0.0)),
        # ends the wrong way round share nothing but the relation
        (GOLD, Extraction("seized", ("the port of Osk", "Orland")), (1 / 6, 1 / 8)),
        # "be" stands for any of its forms
        (Extraction("is", ("Osk", "a port")), Extraction("be", ("Osk", "a port")), (1.0, 1.0)),
        # what is said can stand on either side
        (Extraction("said", ("Vessa", "it rained")), Extraction("said", ("it rained", "Vessa")), (1.0, 1.0)),
        # a tuple of one argument asks for no more
        (Extraction("resigned", ("Vessa",)), Extraction("resigned", ("Vessa", "on Sunday")), (1.0, 1.0)),
    ],
)
def test_two_tuples(gold: Extraction, found: Extraction, expected: tuple[float, float]) -> None:
    assert match(gold, found) == pytest.approx(expected)


def test_precision_pairs_one_to_one_and_recall_does_not() -> None:
    gold = {"s": [Extraction("met", ("A", "B")), Extraction("met", ("A", "C"))]}
    one = {"s": [Extraction("met", ("A", "B and C"))]}
    # precision: (met, A, B) are 3 of 5 words; recall: both tuples are covered whole
    assert score(gold, one) == pytest.approx({"P": 60.0, "R": 100.0, "F1": 75.0, "area under the curve": 80.0})
    twice = {"s": [Extraction("met", ("A", "B")), Extraction("met", ("A", "B"))]}
    # the second copy is left for the other tuple: 2 of 3 words; recall (1 + 2/3) / 2
    assert score(gold, twice)["P"] == pytest.approx(100 * 5 / 6)
    assert score(gold, twice)["R"] == pytest.approx(100 * 5 / 6)


def test_the_best_threshold_is_taken() -> None:
    gold = {"s": [Extraction("met", ("A", "B"))], "t": [Extraction("left", ("C", "D"))]}
    found = {"s": [Extraction("met", ("A", "B"), 0.9), Extraction("ate", ("E", "F"), 0.1)]}
    # at 0.9: precision 1, recall 1/2; at 0.1: precision 1/2
    assert score(gold, found) == pytest.approx({"P": 100.0, "R": 50.0, "F1": 200 / 3, "area under the curve": 50.0})


def test_nothing_found() -> None:
    assert score({"s": [GOLD]}, {}) == {"P": 0.0, "R": 0.0, "F1": 0.0, "area under the curve": 0.0}


def test_a_file_is_read_and_measured(tmp_path: Path, english: Language) -> None:
    folder = tmp_path / "eval" / "carb"
    folder.mkdir(parents=True)
    row = "Vessa visited the port of Osk .\tvisited\tVessa\tthe port of Osk\n"
    (folder / "dev.tsv").write_text(row, "utf-8")
    assert dict(evaluate(tmp_path, english))["CaRB, dev"]["F1"] == pytest.approx(100.0)


def test_the_words_are_those_of_the_sentence(english: Language) -> None:
    (found,) = extracted("Vessa wrote `` The Port '' .", english)
    assert found.relation == "wrote"
    assert found.arguments[0] == "Vessa"
    assert "Port" in found.arguments[1]


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="cannot be read"):
        read(tmp_path / "none.tsv")
