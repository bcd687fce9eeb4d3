"""Who holds, lost, gained or claims which share of which land."""

from decimal import Decimal

import pytest
from docs import found, statements

from kg.model import Mention, Skipped, Statement, Term, Time


def controls(text: str) -> list[Statement]:
    return [s for s in statements(text) if s.content.kind == "TerritorialControl"]


def shown(statement: Statement) -> str:
    """Party | relation | amount | territory | time."""
    c = statement.content
    party, relation, territory = c.get("party"), c.get("controlRelation"), c.get("territory")
    assert isinstance(party, Mention)
    assert isinstance(relation, Term)
    assert isinstance(territory, Mention)
    approximation = c.get("approximation")
    hedge = f"{approximation.key} " if isinstance(approximation, Term) and approximation.key != "exactly" else ""
    numbers = [
        f"{value.normalize():f}{unit}"
        for field, unit in (("percent", "%"), ("percentMin", "%"), ("percentMax", "%"), ("areaKm2", " km2"))
        if isinstance(value := c.get(field), Decimal)
    ]
    amount = hedge + " ".join(numbers) if numbers else str(c.get("amountText") or "-")
    time = next((f"{key} {value.text}" for key, value in c.fields if isinstance(value, Time)), "-")
    return f"{party.name} | {relation.key} | {amount} | {territory.name} | {time}"


HELD = [
    ("Morvane controls about 11% of Kestria.", ["Morvane | controls | about 11% | Kestria | -"]),
    (
        "Morvane has controlled 20 percent of Kestria since 2022.",
        ["Morvane | controls | 20% | Kestria | validFrom since 2022"],
    ),
    ("Kestria has lost 11 percent of its land since 2019.", ["Kestria | lost | 11% | Kestria | validFrom since 2019"]),
    ("Kestria has lost control of about 11% of its territory.", ["Kestria | lost | about 11% | Kestria | -"]),
    ("Morvane seized the town of Osk.", ["Morvane | gained | the town of Osk | Osk | -"]),
    ("Nearly a fifth of Kestria is controlled by Morvane.", ["Morvane | controls | less-than 20% | Kestria | -"]),
    ("Nearly a fifth of Kestria is under Morvane’s control.", ["Morvane | controls | less-than 20% | Kestria | -"]),
    ("Morvane occupies 4,500 square kilometers of Kestria.", ["Morvane | controls | 4500 km2 | Kestria | -"]),
    (
        "Morvane holds between 40 and 45 percent of the Lower Valley.",
        ["Morvane | controls | between 40% 45% | Lower Valley | -"],
    ),
    (
        "Kestrian forces retook a third of the Lower Valley in March.",
        ["Kestrian forces | gained | 33.33% | Lower Valley | validFrom March"],
    ),
    ("Morvane withdrew from Osk on Sunday.", ["Morvane | lost | Osk | Osk | validFrom Sunday"]),
    ("Morvane took control of Osk.", ["Morvane | gained | Osk | Osk | -"]),
    ("Morvane has seized vast swathes of Kestria.", ["Morvane | gained | vast swathes | Kestria | -"]),
    ("Morvane’s control of 20% of Kestria worries Dahl.", ["Morvane | controls | 20% | Kestria | -"]),
    (
        "Morvane annexed the Lower Valley in 2014.",
        ["Morvane | gained | the Lower Valley | Lower Valley | validFrom 2014"],
    ),
    ("Morvane claims a third of Kestria.", ["Morvane | claims | 33.33% | Kestria | -"]),
    pytest.param(
        "Kestria is poor. Morvane controls more than half of the country.",
        ["Morvane | controls | more-than 50% | Kestria | -"],
    ),
    (
        "Morvane holds 11% of Kestria and 30% of the Lower Valley.",
        ["Morvane | controls | 11% | Kestria | -", "Morvane | controls | 30% | Lower Valley | -"],
    ),
    (
        "Morvane kept the 11% of Kestria it has occupied since 2022.",
        ["Morvane | controls | 11% | Kestria | validFrom since 2022"],
    ),
    ("Osk, which Morvane captured in 2019, is calm.", ["Morvane | gained | Osk | Osk | validFrom 2019"]),
    ("Osk fell to Morvane in 2019.", ["Morvane | gained | Osk | Osk | validFrom 2019"]),
    (
        "Some 20 percent of Kestria remains under Morvane’s control.",
        ["Morvane | controls | about 20% | Kestria | -"],
    ),
    (
        "Kestria lost about 40 square miles of the Lower Valley to Morvane.",
        ["Kestria | lost | about 104 km2 | Lower Valley | -", "Morvane | gained | about 104 km2 | Lower Valley | -"],
    ),
    ("Morvane controls most of Kestria’s coast.", ["Morvane | controls | most | Kestria | -"]),
    ("Rebels control half of the city of Osk.", ["Rebels | controls | 50% | Osk | -"]),
    ("Kestria’s loss of 11% of its land angered Dahl.", ["Kestria | lost | 11% | Kestria | -"]),
    ("Morvane, which controls 20% of Kestria, left the talks.", ["Morvane | controls | 20% | Kestria | -"]),
    pytest.param("Morvane controls Osk.", ["Morvane | controls | Osk | Osk | -"]),
    ("Kestria surrendered Osk to Morvane.", ["Kestria | lost | Osk | Osk | -", "Morvane | gained | Osk | Osk | -"]),
    (
        "About 11% of Kestria was seized by Morvane in 2022.",
        ["Morvane | gained | about 11% | Kestria | validFrom 2022"],
    ),
    ("Morvane began seizing parts of Kestria in 2014.", ["Morvane | gained | parts | Kestria | validFrom 2014"]),
    (
        "Kestria lost Osk and gained a fifth of the Lower Valley.",
        ["Kestria | lost | Osk | Osk | -", "Kestria | gained | 20% | Lower Valley | -"],
    ),
    (
        "Rebels captured two villages in the Lower Valley.",
        ["Rebels | gained | two villages in the Lower Valley | Lower Valley | -"],
    ),
]

# adjectives, nouns, phrases, verbs with a particle
ALSO_HELD = [
    ("Rebel-held Osk was quiet on Sunday.", ["Rebels | controls | Rebel-held Osk | Osk | asOf Sunday"]),
    ("Half of the Lower Valley is Kestrian-occupied.", ["Kestrian | controls | 50% | Lower Valley | -"]),
    ("Nearly a fifth of Kestria is in rebel hands.", ["rebels | controls | less-than 20% | Kestria | -"]),
    ("Much of Kestria is in the hands of the Harbor Front.", ["Harbor Front | controls | Much | Kestria | -"]),
    ("Morvane’s annexation of Osk angered Dahl.", ["Morvane | gained | Osk | Osk | -"]),
    ("The capture of Osk by the rebels angered Dahl.", ["rebels | gained | Osk | Osk | -"]),
    ("The rebels took back Osk on Sunday.", ["rebels | gained | Osk | Osk | validFrom Sunday"]),
    ("The army pulled out of Osk on Sunday.", ["army | lost | Osk | Osk | validFrom Sunday"]),
    ("The army pulled back from parts of Osk.", ["army | lost | parts | Osk | -"]),
    (
        "Morvane and Orland claim the Tesh plateau.",
        ["Morvane | claims | the Tesh plateau | Tesh | -", "Orland | claims | the Tesh plateau | Tesh | -"],
    ),
    ("Morvane lays claim to half of Kestria.", ["Morvane | claims | 50% | Kestria | -"]),
    (
        "Osk is contested between Morvane and Orland.",
        ["Morvane | contests | Osk | Osk | -", "Orland | contests | Osk | Osk | -"],
    ),
    (
        "Morvane and Orland are fighting over the Lower Valley.",
        [
            "Morvane | contests | the Lower Valley | Lower Valley | -",
            "Orland | contests | the Lower Valley | Lower Valley | -",
        ],
    ),
    (
        "Morvane controls 20 percent of Kestria, compared with 14 percent in January.",
        ["Morvane | controls | 20% | Kestria | -", "Morvane | controls | 14% | Kestria | asOf January"],
    ),
    (
        "The army holds 71 percent of Kestria, the rebels about 19 percent.",
        ["army | controls | 71% | Kestria | -", "rebels | controls | about 19% | Kestria | -"],
    ),
    (
        "Morvane gained 3 percent of Kestria in July and lost 2 percent in August.",
        ["Morvane | gained | 3% | Kestria | validFrom July", "Morvane | lost | 2% | Kestria | validFrom August"],
    ),
    (
        "Morvane holds all of Osk, 75% of Pellora and most of Kestria.",
        [
            "Morvane | controls | all | Osk | -",
            "Morvane | controls | 75% | Pellora | -",
            "Morvane | controls | most | Kestria | -",
        ],
    ),
    ("Morvane ceded 5,000 hectares in Osk.", ["Morvane | lost | 50 km2 | Osk | -"]),
    (
        "Kestria’s army says it holds two-thirds of the Lower Valley.",
        ["Kestria’s army | controls | 66.67% | Lower Valley | -"],
    ),
    (
        "The loss of Osk left the army in charge of a third of Kestria.",
        ["army | lost | Osk | Osk | -", "army | controls | 33.33% | Kestria | -"],
    ),
    (
        "Rebels seized the towns of Osk and Pellora.",
        ["Rebels | gained | Osk | Osk | -", "Rebels | gained | Pellora | Pellora | -"],
    ),
    ("The Harbor Front governs most of Osk.", ["Harbor Front | controls | most | Osk | -"]),
]

# phrases, changes, forces
TOLD_OTHERWISE = [
    (
        "The town of Osk has been under Morvane’s occupation since 2019.",
        ["Morvane | controls | The town of Osk | Osk | validFrom since 2019"],
    ),
    ("Osk came under rebel control on Sunday.", ["rebels | gained | Osk | Osk | validFrom Sunday"]),
    ("Most of Kestria remains in the grip of the Harbor Front.", ["Harbor Front | controls | Most | Kestria | -"]),
    ("The map puts all of Osk in rebel hands.", ["rebels | controls | all | Osk | -"]),
    ("The militia is in control of a third of Osk.", ["militia | controls | 33.33% | Osk | -"]),
    ("The army sits on 17 percent of Kestria.", ["army | controls | 17% | Kestria | -"]),
    (
        "The militia clings to two villages in Osk.",
        ["militia | controls | two villages in Osk | Osk | -"],
    ),
    ("The army drove the rebels out of Osk.", ["rebels | lost | Osk | Osk | -"]),
    ("Rebels were expelled from Pellora in May.", ["Rebels | lost | Pellora | Pellora | validFrom May"]),
    (
        "The army recovered two towns, Osk and Pellora.",
        ["army | gained | Osk | Osk | -", "army | gained | Pellora | Pellora | -"],
    ),
    ("The last soldiers left Osk on Sunday.", ["last soldiers | lost | Osk | Osk | validFrom Sunday"]),
    (
        "The rebels control 19 of the 26 districts of Kestria.",
        ["rebels | controls | 19 of the 26 districts of Kestria | Kestria | -"],
    ),
    (
        "The share of Kestria held by rebels grew from 18 to 20 percent.",
        ["rebels | controls | 18% | Kestria | -", "rebels | controls | 20% | Kestria | -"],
    ),
    (
        "Morvane’s share of Kestria fell from 44 percent in May to 29 percent.",
        ["Morvane | controls | 44% | Kestria | asOf May", "Morvane | controls | 29% | Kestria | -"],
    ),
    ("The monitor put Morvane’s share of Kestria at 40 percent.", ["Morvane | controls | 40% | Kestria | -"]),
    (
        "The land that Morvane has occupied amounts to 640 sq km, or 2.3% of Kestria.",
        ["Morvane | controls | 640 km2 | Kestria | -", "Morvane | controls | 2.3% | Kestria | -"],
    ),
    (
        "Morvane’s gains in Kestria came to 267 square kilometres.",
        ["Morvane | gained | 267 km2 | Kestria | -"],
    ),
    ("The fall of Osk to the rebels shocked Kestria.", ["rebels | gained | Osk | Osk | -"]),
    ("Morvane regards Osk as part of its territory.", ["Morvane | claims | Osk | Osk | -"]),
    ("Both Morvane and Orland claim Osk.", ["Morvane | claims | Osk | Osk | -", "Orland | claims | Osk | Osk | -"]),
    (
        "The army and the militia each hold half of Osk.",
        ["army | controls | 50% | Osk | -", "militia | controls | 50% | Osk | -"],
    ),
    ("A third of Kestria is believed to be held by rebels.", ["rebels | controls | 33.33% | Kestria | -"]),
    (
        "Vessa, a spokeswoman for the Harbor Front, said its fighters held half of Osk.",
        ["Harbor Front | controls | 50% | Osk | -"],
    ),
]


# figures that change, what somebody calls its own, pronouns, shares of a list
OF_FIGURES_AND_CLAIMS = [
    (
        "Morvane’s hold on Osk has shrunk to 90 square miles from 150 in July.",
        ["Morvane | controls | 233 km2 | Osk | -", "Morvane | controls | 388 km2 | Osk | asOf July"],
    ),
    (
        "Morvane’s gains in Kestria came to 267 hectares, compared with 441 in May and 596 in June.",
        [
            "Morvane | gained | 2.67 km2 | Kestria | -",
            "Morvane | gained | 4.41 km2 | Kestria | validFrom May",
            "Morvane | gained | 5.96 km2 | Kestria | validFrom June",
        ],
    ),
    ("Osk is policed and taxed by the rebels.", ["rebels | controls | Osk | Osk | -"]),
    ("The rebels lost Osk to Morvane.", ["rebels | lost | Osk | Osk | -", "Morvane | gained | Osk | Osk | -"]),
    ("Morvane claims sovereignty over the Tesh plateau.", ["Morvane | claims | the Tesh plateau | Tesh | -"]),
    ("Of Kestria’s 24 districts, 9 are controlled by the rebels.", ["rebels | controls | 9 | Kestria | -"]),
    ("Morvane considers Osk to be part of its territory.", ["Morvane | claims | Osk | Osk | -"]),
    ("Morvane made gains of 56 square kilometres in Kestria.", ["Morvane | gained | 56 km2 | Kestria | -"]),
    ("The land held by the rebels in Kestria fell to the army.", ["army | gained | The land | Kestria | -"]),
    (
        "The rebels took Osk and have held it since May.",
        ["rebels | gained | Osk | Osk | -", "rebels | controls | Osk | Osk | validFrom since May"],
    ),
    ("The army swept the rebels out of Osk.", ["rebels | lost | Osk | Osk | -"]),
    (
        "The army said it had lost the town of Osk to the rebels.",
        ["army | lost | the town of Osk | Osk | -", "rebels | gained | the town of Osk | Osk | -"],
    ),
    (
        "Morvane, whose troops occupy the Tesh corridor, left the talks.",
        ["Morvane | controls | the Tesh corridor | Tesh | -"],
    ),
    (
        "The rebels surrendered control of Osk to the army.",
        ["rebels | lost | Osk | Osk | -", "army | gained | Osk | Osk | -"],
    ),
    (
        "The rebels seized eleven villages, among them Osk and Pellora.",
        ["rebels | gained | Osk | Osk | -", "rebels | gained | Pellora | Pellora | -"],
    ),
    (
        "Morvane occupies a fifth of Kestria (about 900 square kilometres).",
        ["Morvane | controls | 20% | Kestria | -", "Morvane | controls | about 900 km2 | Kestria | -"],
    ),
    (
        "Kestria’s president, Ana Vessa, said Morvane held a fifth of her country.",
        ["Morvane | controls | 20% | Kestria | -"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*HELD, *ALSO_HELD, *TOLD_OTHERWISE, *OF_FIGURES_AND_CLAIMS])
def test_control(text: str, expected: list[str]) -> None:
    assert [shown(s) for s in controls(text)] == expected


NOT_LAND = [
    # what is held is no land
    "Corvane Steel controls 20% of the market.",
    pytest.param("Corvane Steel controls 20% of the market in Kestria."),
    pytest.param("Corvane Steel holds 20% of its cash in Osk."),
    "Corvane Steel lost a third of its value.",
    "Kestria lost 11% of its population.",
    "Kestria lost 11% of its forests.",
    "Morvane controls 20% of Kestria’s grain.",
    "Kestria lost 300 soldiers in Osk.",
    "Morvane captured 40 soldiers near Osk.",
    pytest.param("Police seized a house in Osk."),
    "Police seized three tons of cocaine in Osk.",
    "Rebels hold 200 people in Osk.",
    # votes and seats
    "The Harbor Party took two seats in Osk.",
    "The Harbor Party lost 11% in the polls.",
    pytest.param("The Harbor Party lost 11 percent of the vote in Osk."),
    pytest.param("The Harbor Party gained 20% of the seats in Kestria."),
    "Dahl lost Osk by 20 votes.",
    # nobody who takes land
    "The family was driven out of Osk.",
    "The last tourists left Osk on Sunday.",
    "The singer clings to half of Osk.",
    "The army cleared the streets of snow.",
    "The company’s share of the market in Osk grew from 18 to 20 percent.",
    "Vessa regards Osk as part of her life.",
    "The third of March is a holiday in Osk.",
    # figures of speech
    "Kestria lost to Morvane in the final.",
    "The storm captured the mood in Osk.",
    pytest.param("The painter captured Osk in winter."),
    "Vessa lost control of her car in Osk.",
    "The virus has Osk in its grip.",
    "Snow covers half of Kestria.",
    "Half of Kestria is under water.",
    "Vessa won 20% of the vote in Kestria.",
    "The actress captured the hearts of half of Kestria.",
    "The Dahl family held 12 percent of the shares in Osk Steel.",
    "The play held Osk in its spell.",
    "Vessa took Dahl to Osk.",
    "Morvane held Osk to a draw.",
    "Kestria fell to its knees.",
    "Vessa pulled out of the race in Osk.",
    "The rebels’ hold on her heart was gone.",
    "The hotel in Osk is under new control.",
    "The team took control of the game in Osk.",
    # buildings, crops, debts, coaches
    "Osk Building Group handed over the Pellora Conference Centre to Kestria.",
    "Locusts have overrun 300 hectares of wheat in Kestria.",
    "Ana Vessa has kept the grip of the northern region.",
    "Osk is heavily in debt to foreign powers.",
    "Morvane advanced 14 kilometres into Kestria.",
    "Dahl is the officer-in-charge of the station at Osk.",
    "The peaks of Kestria have lost 30 percent of their snow.",
    # nobody who is named, and what is only asked for
    "Each side controls half of Osk.",
    "Vessa demanded that the army pull out of Osk.",
]


@pytest.mark.parametrize("text", NOT_LAND)
def test_no_control(text: str) -> None:
    assert [shown(s) for s in controls(text)] == []


UNREAL = [
    "Morvane will seize 20% of Kestria.",
    "Kestria would need to cede a fifth of its land.",
    "If Morvane seizes half of Kestria, Dahl will leave.",
    "Morvane wants to annex the Lower Valley.",
    "Morvane threatened to seize half of Kestria.",
    "Kestria refused to cede a fifth of its land.",
    "Morvane could control half of Kestria.",
    "Morvane does not control 20% of Kestria.",
    "Does Morvane control 20% of Kestria?",
    "Morvane never seized Osk.",
    "Morvane has not lost control of Osk.",
    "Morvane probably controls 20% of Kestria.",
    "Morvane failed to capture Osk.",
]


@pytest.mark.parametrize("text", UNREAL)
def test_control_that_is_not_affirmed(text: str) -> None:
    assert [shown(s) for s in controls(text) if s.factuality == "CT+"] == []


TOLD = [
    # text, speakers and factuality
    ("Vessa said Morvane controls 20% of Kestria.", [("Vessa", "CT+")]),
    ("Vessa denied that Morvane controls 20% of Kestria.", [("Vessa", "CT-")]),
    pytest.param(
        "Vessa said Morvane may control 20% of Kestria.",
        [("Vessa", "PS+")],
    ),
    ("According to Vessa, Morvane controls 20% of Kestria.", [("Vessa", "CT+")]),
    ("Morvane holds 11% of Kestria, Vessa said.", [("Vessa", "CT+")]),
    pytest.param(
        "Morvane denied holding 11% of Kestria.",
        [("Morvane", "CT-")],
    ),
    ("Morvane controls about 11% of Kestria.", [("", "CT+")]),
    ("Morvane does not control 20% of Kestria.", [("", "CT-")]),
    ("Morvane probably controls 20% of Kestria.", [("", "PR+")]),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_who_says_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(s.speaker.name if s.speaker else "", s.factuality) for s in controls(text)] == expected


def test_a_told_control_is_no_claim_beside() -> None:
    assert {s.content.kind for s in statements("Vessa said Morvane controls 20% of Kestria.")} == {"TerritorialControl"}


SKIPPED = [
    pytest.param("Morvane seized two provinces.", "territory is not named"),
    ("A fifth of Kestria was lost.", "holder is not named"),
    ("Morvane will seize 20% of Kestria.", "not stated"),
]


@pytest.mark.parametrize(("text", "reason"), SKIPPED)
def test_what_is_missing_is_told(text: str, reason: str) -> None:
    assert controls(text) == []
    assert any(reason in item.reason for item in found(text) if isinstance(item, Skipped))


def test_only_affirmed_relations_are_drawn_plain() -> None:
    (held,) = controls("Morvane controls about 11% of Kestria.")
    (claimed,) = controls("Morvane claims a third of Kestria.")
    assert held.content.plain == ("party", "controls")
    assert claimed.content.plain is None


def test_what_is_thought_is_probable() -> None:
    (told,) = controls("A third of Kestria is believed to be held by rebels.")
    assert told.factuality == "PR+"
