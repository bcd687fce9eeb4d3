"""Who proposes what to whom."""

import re

import pytest
from docs import doc, shown, statements

from kg.extract.lengths import lasting
from kg.model import Statement

AFFIRMED = {"CT+", "PR+", "PS+"}


def proposals(text: str) -> list[Statement]:
    return [s for s in statements(text) if s.content.kind in {"Proposal"}]


PROPOSED = [
    ("Dahl offered to mediate, a proposal that Orland welcomed.", ["Proposal | Dahl | mediate"]),
    (
        "The council rejected a proposal by Orland to share the port, two envoys said.",
        ["two envoys: Proposal | Orland | share the port"],
    ),
    (
        "The council rejected Orland’s proposal to share the port, two envoys said.",
        ["Proposal | Orland | share the port"],
    ),
    ("Orland has proposed a 60-day truce.", ["Proposal | Orland | 60-day truce | P60D"]),
    ("Vessa proposed that the seat be shared.", ["Proposal | Vessa | the seat be shared"]),
    (
        "Morvane proposed placing the port under a joint board.",
        ["Proposal | Morvane | placing the port under a joint board"],
    ),
    ("Dahl suggested holding the vote in May.", ["Proposal | Dahl | holding the vote in May"]),
    ("Kestria offered to mediate.", ["Proposal | Kestria | mediate"]),
    ("Orland offered Kestria a prisoner swap.", ["Proposal | Orland | Kestria | prisoner swap"]),
    ("The company has offered 5% and a bonus.", ["Proposal | company | 5%", "Proposal | company | bonus"]),
    ("Morvane’s proposal for joint patrols was published on Monday.", ["Proposal | Morvane | joint patrols"]),
    ("Morvane floated the idea of a joint fleet.", ["Proposal | Morvane | idea of a joint fleet"]),
    ("A plan put forward by Morvane has split the council.", ["Proposal | Morvane | plan"]),
    ("Kestria invited Orland to talks in Pellora.", ["Proposal | Kestria | Orland | talks in Pellora"]),
    ("Vessa’s offer to step down surprised Dahl.", ["Proposal | Vessa | step down"]),
    ("Orland has made a fresh offer of talks.", ["Proposal | Orland | talks"]),
    ("A proposal by Orland for joint patrols failed.", ["Proposal | Orland | joint patrols"]),
    ("Kestria accepted an Orland-proposed truce.", ["Proposal | Orland | truce"]),
    ("Vessa said a plan proposed by Morvane was dead.", ["Vessa: Proposal | Morvane | plan"]),
    ("Orland and Morvane have proposed a joint force.", ["Proposal | Orland | Morvane | joint force"]),
    ("Morvane countered with a plan of its own.", ["Proposal | Morvane | plan of its own"]),
    ("Orland unveiled a peace plan.", ["Proposal | Orland | peace plan"]),
    ("Morvane has come up with a compromise.", ["Proposal | Morvane | compromise"]),
    ("Vessa recommended a pause.", ["Proposal | Vessa | pause"]),
    ("Orland made Kestria an offer of free passage.", ["Proposal | Orland | Kestria | free passage"]),
    ("Orland’s plan would split the strait.", ["Proposal | Orland | split the strait"]),
    ("Under a plan drawn up by Orland, the port would be shared.", ["Proposal | Orland | the port would be shared"]),
    ("The union’s second bid, a 4% raise, failed.", ["Proposal | union | 4% raise"]),
    ("Orland offered safe passage to the crew.", ["Proposal | Orland | crew | safe passage"]),
    ("Vessa introduced a bill.", ["Proposal | Vessa | bill"]),
    ("Orland’s letter suggests sharing the port.", ["Proposal | Orland | sharing the port"]),
]


@pytest.mark.parametrize(("text", "expected"), PROPOSED)
def test_proposals(text: str, expected: list[str]) -> None:
    assert [shown(s) for s in proposals(text) if s.factuality in AFFIRMED] == expected


NO_PROPOSAL = [
    "Vessa proposed to Dahl on the beach.",
    "Dahl proposed marriage.",
    "The hill offered a glimpse of the sea.",
    "Vessa offered her condolences.",
    "Vessa said nothing of a proposal.",
    "The shop’s special offer ends on Monday.",
    "Morvane countered with a late goal.",
    "Vessa suggested that Dahl was tired.",
    "Orland may propose a truce.",
    "Orland will propose a truce.",
    "No offer was made.",
    "Vessa floated on her back.",
    "If Orland proposes a truce, Dahl will sign.",
    "Vessa wanted to propose a truce.",
    "Dahl invited Vessa to dinner.",
    "The campaign unveiled a list of mayors.",
    "Vessa recommended a restaurant.",
    "Vessa said Orland’s plan would cost jobs.",
    "Dahl criticised her policy proposals.",
]


@pytest.mark.parametrize("text", NO_PROPOSAL)
def test_no_proposals(text: str) -> None:
    assert [shown(s) for s in proposals(text) if s.factuality in AFFIRMED] == []


def test_a_proposal_by_verb_and_one_by_noun_are_one_content() -> None:
    (by_verb,) = proposals("Orland has proposed a 60-day truce.")
    assert by_verb.content.fields[1:] == (("matter", "60-day truce"), ("duration", "P60D"))


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("30-day truce", "P30D"),
        ("truce of six weeks", "P42D"),
        ("two-month halt", "P2M"),
        ("72-hour pause", "PT72H"),
        ("a reply within ten days", ""),
        ("12 buses", ""),
        ("about a month of talks", "P1M"),
    ],
)
def test_how_long_it_is_to_last(words: str, length: str) -> None:
    tokens = re.findall(r"\w+|-", words)
    flat = " ".join(f"{token}/NN/{'dep>1' if place else 'ROOT'}" for place, token in enumerate(tokens))
    assert lasting(list(doc(words, flat))) == length
