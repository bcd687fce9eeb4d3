"""What looks like speech and is no statement."""

import pytest
from docs import found, sayings, statements

from kg.model import Skipped

NO_STATEMENT = [
    # text, reason of what was skipped (none: it does not look like speech)
    ("Vessa did not say when the talks would end.", "negated"),
    ("Vessa never said the talks were over.", "negated"),
    ("Nobody said the talks were over.", None),
    ("Vessa dropped her demand that Dahl leave.", "negated"),
    ("Vessa declined to comment.", None),
    ("Vessa declined to comment on the plan.", None),
    ("Vessa refused to say whether the talks were over.", "negated"),
    ("Vessa left without saying that the talks were over.", "negated"),
    ("Vessa will say that the talks are over.", "not said"),
    ("Vessa is expected to tell Dahl that the talks are over.", "not said"),
    ("Vessa could say that the talks are over.", "not said"),
    ("If Vessa says the talks are over, the market will fall.", "not said"),
    ("It was said that the talks were over.", "without a speaker"),
    ("Vessa was asked whether the dam was safe.", None),
    ("Vessa was told the dam was safe.", None),
    ("Vessa was accused of lying.", None),
    pytest.param(
        "Vessa may have said the talks were over.",
        None,
    ),
    pytest.param(
        "Did Vessa say the talks were over?",
        None,
    ),
    pytest.param(
        "Neither Vessa nor Dahl said the talks were over.",
        None,
    ),
    pytest.param(
        "Vessa stopped short of saying that the talks were over.",
        None,
    ),
    ("Vessa said nothing.", None),
    ("The envoy asked not to be named.", None),
    ("The clock said noon.", None),
    ("The so-called “peace train” left Pellora on Sunday.", None),
    pytest.param(
        "Ana Vessa has read “The Last Harbor” twice.",
        None,
    ),
    ("The war added to the cost of bread.", None),
    ("Vessa added salt to the soup.", None),
    ("The bank added three branches.", None),
    pytest.param("Vessa called Dahl on Sunday.", None),
    ("Vessa called the office.", None),
    ("Dahl wrote two books about the sea.", None),
    ("The war has claimed many lives.", None),
    ("Vessa read the paper on the train.", None),
    ("Snow covered the hills that day.", None),
]


@pytest.mark.parametrize(("text", "reason"), NO_STATEMENT)
def test_no_statement(text: str, reason: str | None) -> None:
    assert sayings(text) == []
    skipped = [item.reason for item in found(text) if isinstance(item, Skipped)]
    if reason is not None:
        assert any(reason in one for one in skipped)


def test_to_deny_saying_is_not_to_say() -> None:
    said = [s for s in statements("Vessa denied saying that the talks were over.") if s.speaker]
    assert [(s.speech_act, s.factuality) for s in said if not s.outer] == [("deny", "CT-")]


def test_without_quotation_speech_is_skipped_with_its_reason() -> None:
    text = "“We will all go home before the winter comes.”"
    assert [item.reason for item in found(text) if isinstance(item, Skipped)] == ["quotation without a speaker"]
