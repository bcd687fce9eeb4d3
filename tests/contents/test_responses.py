"""Who accepts, rejects, counters or leaves unanswered what."""

import pytest
from docs import shown, statements

from kg.model import Content, Statement

AFFIRMED = {"CT+", "PR+", "PS+"}


def responses(text: str) -> list[Statement]:
    return [s for s in statements(text) if s.content.kind in {"Response"}]


ANSWERED = [
    ("Orland rejected the proposal.", ["Response | Orland | reject | the proposal"]),
    ("Orland accepted Vessa’s offer of mediation.", ["Response | Orland | accept | [Vessa | mediation]"]),
    ("Orland has turned down Kestria’s offer of talks.", ["Response | Orland | reject | [Kestria | talks]"]),
    ("The offer was accepted by the union.", ["Response | union | accept | The offer"]),
    ("Orland ruled out handing back the islands.", ["Response | Orland | reject | handing back the islands"]),
    ("Kestria dismissed the plan as a joke.", ["Response | Kestria | reject | the plan"]),
    (
        "Kestria agreed in principle to Morvane’s plan.",
        ["Response | Kestria | accept-with-conditions | [Morvane | plan]"],
    ),
    (
        "Kestria accepted the plan on condition that Orland withdraws.",
        ["Response | Kestria | accept-with-conditions | the plan"],
    ),
    ("Vessa backs a truce proposed by Morvane.", ["Response | Vessa | accept | [Morvane | truce]"]),
    ("The union rejected the company’s latest offer.", ["Response | union | reject | [company | latest offer]"]),
    ("Kestria refused to give up Osk.", ["Response | Kestria | reject | give up Osk"]),
    ("Kestria has no intention of leaving Osk.", ["Response | Kestria | reject | leaving Osk"]),
    ("A new vote is a nonstarter for Dahl.", ["Response | Dahl | reject | A new vote"]),
    ("The terms are unacceptable to Kestria.", ["Response | Kestria | reject | The terms"]),
    (
        "Kestria said yes to the map but no to the timetable.",
        ["Response | Kestria | accept | the map", "Response | Kestria | reject | the timetable"],
    ),
    ("Orland has not replied to Kestria’s invitation.", ["Response | Orland | no-answer | [Kestria | invitation]"]),
    (
        "Orland proposed a truce on Monday. Kestria has yet to respond.",
        ["Response | Kestria | no-answer | [Orland | truce]"],
    ),
    ("Vessa demanded an apology on Monday. Dahl refused.", ["Response | Dahl | reject | [Vessa | apology]"]),
    (
        "Orland proposed a truce. Kestria countered with a plan of its own.",
        ["Response | Kestria | counter | [Orland | truce]"],
    ),
    ("Orland proposed a truce, which Kestria rejected.", ["Response | Kestria | reject | [Orland | truce]"]),
    ("Orland demanded an apology, a call Kestria rejected.", ["Response | Kestria | reject | [Orland | apology]"]),
    ("Vessa said Orland had accepted the deal.", ["Vessa: Response | Orland | accept | the deal"]),
    ("Orland’s offer of talks went unanswered by Kestria.", ["Response | Kestria | no-answer | [Orland | talks]"]),
    ("“We will never accept this plan,” Vessa said.", ["Vessa: Response | Vessa | reject | this plan"]),
]


@pytest.mark.parametrize(("text", "expected"), ANSWERED)
def test_responses(text: str, expected: list[str]) -> None:
    assert [shown(s) for s in responses(text) if s.factuality in AFFIRMED] == expected


NO_ANSWER = [
    "Vessa accepted the award in Osk.",
    "Dahl accepted a job at the bank.",
    "The striker rejected the ball.",
    "His body rejected the kidney.",
    "Will Orland accept the plan?",
    "Orland may accept the plan.",
    "Kestria would reject any such plan.",
    "Vessa will not talk until Kestria accepts the plan.",
    "Dahl must accept the plan.",
    "Dahl dismissed three ministers.",
    "Police ruled out arson.",
    "Kestria backed its bank with a loan.",
    "Vessa declined to comment.",
    "Orland did not respond to a request for comment.",
    "Dahl answered questions for an hour.",
    "Vessa agreed that it was cold.",
    "The goalkeeper turned down the volume.",
    "Most guests accept the offer.",
    "Vessa dismissed the idea that she had lied.",
    "Vessa refused to say when she would leave.",
    "Oden did not answer directly.",
]


@pytest.mark.parametrize("text", NO_ANSWER)
def test_no_responses(text: str) -> None:
    assert [shown(s) for s in responses(text) if s.factuality in AFFIRMED] == []


UNSURE = [
    ("Kestria did not accept the offer.", ["CT-"]),
    ("Orland has probably rejected the plan.", ["PR+"]),
]


@pytest.mark.parametrize(("text", "expected"), UNSURE)
def test_how_sure_an_answer_is(text: str, expected: list[str]) -> None:
    assert [s.factuality for s in responses(text)] == expected


def test_an_answer_holds_what_it_answers() -> None:
    (answer,) = responses("Orland accepted Vessa’s offer of mediation.")
    to = answer.content.get("respondsTo")
    assert isinstance(to, Content)
    assert to.kind == "Proposal"
