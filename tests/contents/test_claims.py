"""Claims in the words of their source."""

import pytest
from docs import statements

from kg.model import Statement


def claims(text: str) -> list[Statement]:
    return [s for s in statements(text) if s.content.kind == "Claim"]


GISTS = [
    ("Vessa said the talks were over.", "the talks were over"),
    ("Vessa said that the talks were over.", "the talks were over"),
    ("“We will go,” Vessa said.", "We will go"),
    ("“We,” Vessa said, “will go tonight.”", "We, will go tonight."),
    ("The talks, Vessa said, are over.", "The talks are over"),
    ("Vessa said she would “never sign” the deal.", "she would sign the deal"),
    ("Vessa vowed to leave Kestria.", "leave Kestria"),
    ("Vessa said Kestria did not read the deal.", "Kestria did read the deal"),
    ("Vessa said the dam was not safe.", "the dam was safe"),
    ("“The talks failed,” Vessa said. “We will go.”", "The talks failed, We will go."),
    # a condition is not a denial, and neither is what somebody is urged not to do
    ("Vessa urged Dahl not to sign the deal.", "not to sign the deal"),
    ("Vessa said Kestria would not sign if the talks failed.", "Kestria would not sign if the talks failed"),
]


@pytest.mark.parametrize(("text", "gist"), GISTS)
def test_gists(text: str, gist: str) -> None:
    assert [s.content.gist for s in claims(text)] == [gist]


def test_a_claim_and_its_denial_are_one_content() -> None:
    (affirmed,) = claims("Vessa said Kestria had left.")
    (denied,) = claims("Vessa denied that Kestria had left.")
    (negated,) = claims("Vessa said Kestria had not left.")
    assert affirmed.content.gist == denied.content.gist == negated.content.gist
    assert [s.factuality for s in (affirmed, denied, negated)] == ["CT+", "CT-", "CT-"]


ABOUT = [
    ("Vessa said Kestria had left.", ["Kestria"]),
    ("Vessa said the talks were over.", []),
    ("Vessa told Dahl that Kestria had left Morvane.", ["Kestria", "Morvane"]),
    ("Ana Vessa said Kestria would go without her.", ["Kestria", "Ana Vessa"]),
]


@pytest.mark.parametrize(("text", "names"), ABOUT)
def test_who_is_named_in_a_claim(text: str, names: list[str]) -> None:
    assert [mention.name for s in claims(text) for mention in s.content.about] == names


def test_braces_in_the_words_of_a_source_are_only_words() -> None:
    (claim,) = claims("Vessa said the {new} plan was dead.")
    assert claim.content.gist == "the {new} plan was dead"


def test_the_writers_own_sentence_is_no_claim() -> None:
    assert claims("Snow covered the hills that day.") == []
