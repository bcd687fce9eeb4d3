"""Who accepts, rejects, counters or leaves unanswered what."""

import pytest
from docs import shown, statements

from kg.model import Content, Statement

AFFIRMED = {"CT+", "PR+", "PS+"}


def responses(text: str) -> list[Statement]:
    return [s for s in statements(text) if s.content.kind in {"Response"}]


ANSWERED = [
    ("The union accepted a deal that raises pay.", ["Response | union | accept | a deal that raises pay"]),
    (
        "“We will not give up the port,” Vessa told soldiers during a visit.",
        ["Vessa: Response | Vessa | reject | give up the port"],
    ),
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
    ("Kestria has signed up to the plan.", ["Response | Kestria | accept | the plan"]),
    ("Kestria gave in to the demand.", ["Response | Kestria | accept | the demand"]),
    ("Kestria agreed to free the crew.", ["Response | Kestria | accept | free the crew"]),
    ("Kestria took up the offer.", ["Response | Kestria | accept | the offer"]),
    ("Kestria gave the plan its blessing.", ["Response | Kestria | accept | the plan"]),
    (
        "A pause won the assent of Kestria and Morvane.",
        ["Response | Kestria | accept | A pause", "Response | Morvane | accept | A pause"],
    ),
    ("Members voted to accept the offer.", ["Response | Members | accept | the offer"]),
    ("Kestria is ready to accept the plan.", ["Response | Kestria | accept | the plan"]),
    ("Kestria has tentatively agreed to the plan.", ["Response | Kestria | accept-with-conditions | the plan"]),
    ("Kestria balked at ceding land.", ["Response | Kestria | reject | ceding land"]),
    ("Kestria poured cold water on the idea.", ["Response | Kestria | reject | the idea"]),
    ("Kestria is opposed to the plan.", ["Response | Kestria | reject | the plan"]),
    ("Kestria called the offer an insult.", ["Response | Kestria | reject | the offer"]),
    (
        "Giving up the port is out of the question, Kestria said.",
        ["Kestria: Response | Kestria | reject | Giving up the port"],
    ),
    ("For Kestria, giving up the port is a nonstarter.", ["Response | Kestria | reject | giving up the port"]),
    (
        "Any deal that splits the port is a nonstarter, aides have told reporters.",
        ["aides: Response | aides | reject | Any deal that splits the port"],
    ),
    ("Ceding land is not an option, Kestria said.", ["Kestria: Response | Kestria | reject | Ceding land"]),
    ("Kestria will never give up the port, Vessa said.", ["Vessa: Response | Kestria | reject | give up the port"]),
    ("Kestria is not willing to cede land.", ["Response | Kestria | reject | cede land"]),
    ("Kestria’s rejection of the plan angered Orland.", ["Response | Kestria | reject | the plan"]),
    (
        "The junta was asked by Orland to leave, and it refused.",
        ["Response | junta | reject | [Orland | junta | leave]"],
    ),
    (
        "Vessa summed up her offer to Kestria, which dismissed it.",
        ["Response | Kestria | reject | [Vessa | offer to Kestria]"],
    ),
    ("Kestria pulled out of the deal.", ["Response | Kestria | reject | the deal"]),
    ("Kestria is studying the offer.", ["Response | Kestria | no-answer | the offer"]),
    ("Kestria has asked for time to consider the plan.", ["Response | Kestria | no-answer | the plan"]),
    ("Kestria has not said whether it will accept the plan.", ["Response | Kestria | no-answer | the plan"]),
    ("Kestria gave no answer to the offer.", ["Response | Kestria | no-answer | the offer"]),
    ("Kestria kept silent on the offer.", ["Response | Kestria | no-answer | the offer"]),
    ("Orland offered a truce. Kestria made a counter-offer.", ["Response | Kestria | counter | [Orland | truce]"]),
]


@pytest.mark.parametrize(("text", "expected"), ANSWERED)
def test_responses(text: str, expected: list[str]) -> None:
    assert [shown(s) for s in responses(text) if s.factuality in AFFIRMED] == expected


NO_ANSWER = [
    "Dahl spoke. She has refused to sign, he said.",
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
    "Orland and Morvane signed a deal on Sunday.",
    "Dahl declined to give her name.",
    "Vessa refused to concede that she had lost.",
    "Dahl refused to endorse Vessa.",
    "The violence is unacceptable, Vessa said.",
    "Kestria needs Orland’s approval of the plan.",
    "Kestria is considering a plan to raise taxes.",
    "Kestria agreed to hold talks.",
    "The talks are not on the table of contents.",
    "Dahl supports the Second Amendment.",
    "Kestria did not respond to a request to comment.",
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
