"""The words that report beside plain saying: attitudes, judgements, topics, labels; and words that look like them."""

import pytest
from docs import found, sayings, statements

from kg.model import Skipped

HELD = [
    # text, act | what is said
    ("Vessa accused Dahl of breaking the truce.", "accuse", "Vessa | accused | Dahl of breaking the truce"),
    ("Vessa blamed Dahl for the delay.", "accuse", "Vessa | blamed | Dahl for the delay"),
    ("Prosecutors charged Dahl with fraud.", "accuse", "Prosecutors | charged | Dahl with fraud"),
    ("Vessa praised Dahl for his courage.", "praise", "Vessa | praised | Dahl for his courage"),
    ("Vessa supports the truce.", "evaluate", "Vessa | supports | the truce"),
    ("Vessa is critical of the plan.", "accuse", "Vessa | is critical of | the plan"),
    ("Vessa is confident that the dam will hold.", "believe", "Vessa | is confident | that the dam will hold"),
    ("Vessa’s opposition to the plan angered Dahl.", "reject", "Vessa | opposition to | the plan"),
    ("Vessa’s support for the truce angered Dahl.", "evaluate", "Vessa | support for | the truce"),
    ("Vessa’s decision to leave angered Dahl.", "intend", "Vessa | decision | to leave"),
    ("Vessa is willing to sign the deal.", "intend", "Vessa | is willing | to sign the deal"),
    ("Vessa was worried about the dam.", "fear", "Vessa | was worried about | the dam"),
    ("Vessa is considering leaving Kestria.", "intend", "Vessa | is considering | leaving Kestria"),
    ("Vessa called for Dahl to resign.", "demand", "Vessa | called for | Dahl to resign"),
    ("Vessa called on Dahl to resign.", "demand", "Vessa | called on | to resign"),
    ("Vessa declined to sign the deal.", "reject", "Vessa | declined | to sign the deal"),
    ("Vessa pointed out that the dam was unsafe.", "assert", "Vessa | pointed out | that the dam was unsafe"),
    ("The poll showed Dahl ahead of Vessa.", "assert", "poll | showed | Dahl ahead of Vessa"),
    ("The mayor’s report warned that the dam was unsafe.", "warn", "mayor | report warned | that the dam was unsafe"),
    ("Sixty percent said the dam was safe.", "assert", "Sixty percent | said | the dam was safe"),
    (
        "Vessa described the plan as a gift to the rich.",
        "assert",
        "Vessa | described | the plan as a gift to the rich",
    ),
    (
        "The plan was described by Vessa as a gift to the rich.",
        "assert",
        "Vessa | was described | The plan ... as a gift to the rich",
    ),
    ("Ana Vessa: We will go home tonight.", "assert", "Ana Vessa | : | We will go home tonight"),
    ("Poll: Most voters want a truce.", "assert", "Poll | : | Most voters want a truce"),
    ("‘Dahl told me “no” twice,’ Vessa said.", "assert", "Vessa | said | ‘Dahl told me “no” twice,’"),
]


@pytest.mark.parametrize(("text", "act", "expected"), HELD)
def test_held(text: str, act: str, expected: str) -> None:
    assert expected in sayings(text)
    assert act in {s.speech_act for s in statements(text) if s.attribution and s.outer is None}


UNSAID = [
    "Vessa showed Dahl the harbor.",
    "Vessa found her keys.",
    "The club charged a fee.",
    "Vessa made sure that the dam was safe.",
    "Vessa’s attack on the town failed.",
    "Vessa’s spokesman did not answer a request for comment.",
    "Vessa left the hall to defend the plan.",
    "Note: We will go home tonight.",
    "Kestria: A history of the sea.",
    "Vessa’s plan for the harbor failed.",
    "The dam is certain to hold.",
    "Vessa challenged Dahl.",
    "Vessa pushed Dahl into the harbor.",
]


@pytest.mark.parametrize("text", UNSAID)
def test_unsaid(text: str) -> None:
    assert [item for item in found(text) if isinstance(item, Skipped)] == []
    assert sayings(text) == []


SKIPPED = [
    # text, reason
    ("Vessa discussed the plan with Dahl.", "spoken of"),
    ("Vessa spoke about the war.", "spoken of"),
    ("Vessa supports her.", "pronoun"),
    ("Kestria is expected to seize Pellora.", "without a speaker"),
    ("Dahl was described as a liar.", "without a speaker"),
    ("Dahl was accused of lying.", "without a speaker"),
    ("Kestria seems to hold Pellora.", "without a holder"),
    ("Q: Will you go home tonight?", "without a name"),
]


@pytest.mark.parametrize(("text", "reason"), SKIPPED)
def test_skipped(text: str, reason: str) -> None:
    assert sayings(text) == []
    assert [True for item in found(text) if isinstance(item, Skipped) and item.attribution and reason in item.reason]


def test_what_nobody_is_named_for_stays_the_writers_and_unsure() -> None:
    (own,) = statements("Morvane seems to control 20% of Kestria.")
    assert (own.content.kind, own.factuality, own.attribution) == ("TerritorialControl", "Uu", None)


CONTINUED = [
    (
        "“The talks failed,” said Vessa, who left early. “We will go home tonight.”",
        ["Vessa | said | “The talks failed,” ... “We will go home tonight.”"],
    ),
    (
        "Vessa said the talks were over. “We will go home tonight.”",
        ["Vessa | said | the talks were over ... “We will go home tonight.”"],
    ),
    ("Vessa went on. “We will go home tonight.”", ["Vessa | went on | “We will go home tonight.”"]),
    ("Vessa sat down. “We will go home tonight.”", []),
    (
        "Vessa said the talks were over. “The Last Harbor” was on the table.",
        ["Vessa | said | the talks were over"],
    ),
    # what follows a denial is not denied
    ("Vessa denied that the dam was unsafe. “We will go home tonight.”", ["Vessa | denied | that the dam was unsafe"]),
]


@pytest.mark.parametrize(("text", "expected"), CONTINUED)
def test_a_quotation_goes_on_with_the_sentence_before_it(text: str, expected: list[str]) -> None:
    assert sayings(text) == expected


def test_a_closing_source_has_the_whole_sentence() -> None:
    inner, outer = statements("Dahl hopes to sell the harbor, according to Vessa.")
    assert (inner.cue, outer.cue) == ("hopes", "according to")
    assert inner.outer == outer
