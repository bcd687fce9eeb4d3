"""How sure a statement is: the signs of its rule and its parse, and their sum."""

import re
from pathlib import Path

import pytest
from docs import statements
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.confidence import HIGHEST, LOWEST, POINTS, START, confidence

DOCUMENT = Path(__file__).parents[2] / "docs" / "attribution.md"

SIGNS = [
    # text, the signs of its first statement
    ("Vessa said the talks were over.", {"clause"}),
    ("Vessa said that the talks were over.", {"clause with that"}),
    ("Ana Vessa came home. She said the talks were over.", {"clause", "source by pronoun"}),
    ("Two senior officials said the dam was unsafe.", {"clause", "described source"}),
    (
        "The envoy, who said the talks were over, left.",
        {"clause", "source by relative pronoun", "cue in a dependent clause"},
    ),
    ("The report said the dam was unsafe.", {"clause", "source is a work"}),
    ("According to Vessa, the talks are over.", {"by according"}),
    ("Vessa vowed to leave Kestria.", {"by infinitive", "move"}),
    ("Vessa demanded concessions.", {"by object", "move", "content of one or two words"}),
    ("Vessa believes the dam is safe.", {"clause", "attitude"}),
    ("Vessa is critical of the plan.", {"by adjective", "judgement", "content of one or two words"}),
    ("Vessa’s claim that the talks were over angered Dahl.", {"by noun", "possessive source"}),
    ("Vessa shot back, “We will never sign that deal.”", {"quotation beside its cue"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "signs"), SIGNS)
def test_signs(text: str, signs: set[str]) -> None:
    said = next(s for s in statements(text) if s.speaker)
    assert set(said.signs) == signs
    assert said.confidence == confidence(said.signs)


def test_the_sum() -> None:
    assert confidence(()) == START / 100
    assert confidence(("clause",)) == pytest.approx((START + POINTS["clause"]) / 100)
    assert confidence(("clause", "cue in a dependent clause")) < confidence(("clause",))
    assert confidence(("a sign without points",)) == START / 100


@given(st.lists(st.sampled_from(sorted(POINTS)), unique=True))
def test_confidence_is_a_share_to_two_decimals(signs: list[str]) -> None:
    value = confidence(tuple(signs))
    assert LOWEST / 100 <= value <= HIGHEST / 100
    assert round(value, 2) == value


def test_what_the_article_says_itself_is_rated_too() -> None:
    own = [s for s in statements("Morvane holds between 40 and 45 percent of the Lower Valley.") if s.speaker is None]
    assert [0 < s.confidence < 1 for s in own] == [True]


def test_the_table_in_the_documents_is_the_one_in_use() -> None:
    rows = re.findall(r"^\| (.+?) \| ([+−]\d+) \|", DOCUMENT.read_text("utf-8"), flags=re.MULTILINE)
    assert {sign: int(points.replace("−", "-")) for sign, points in rows} == POINTS
    assert f"starts at {START}" in DOCUMENT.read_text("utf-8")
