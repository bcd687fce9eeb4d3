"""Who demands what, of whom, as a condition for what."""

import pytest
from docs import shown, statements

from kg.model import Statement

AFFIRMED = {"CT+", "PR+", "PS+"}


def demands(text: str) -> list[Statement]:
    return [s for s in statements(text) if s.content.kind in {"Demand", "Condition"}]


DEMANDED = [
    (
        "The union demanded 12 percent and smaller classes.",
        ["Demand | union | 12 percent", "Demand | union | smaller classes"],
    ),
    ("Orland demanded an apology from Kestria.", ["Demand | Orland | Kestria | apology"]),
    (
        "Orland has demanded that Kestria withdraw its troops from Osk.",
        ["Demand | Orland | Kestria | withdraw its troops from Osk"],
    ),
    ("Vessa demanded to see the documents.", ["Demand | Vessa | see the documents"]),
    (
        "The miners’ union is demanding a pay rise and safer shifts.",
        ["Demand | miners’ union | pay rise", "Demand | miners’ union | safer shifts"],
    ),
    ("Vessa called on Dahl to resign.", ["Demand | Vessa | Dahl | resign"]),
    ("Dahl called for an immediate ceasefire.", ["Demand | Dahl | immediate ceasefire"]),
    ("Kestria called for Orland to free the prisoners.", ["Demand | Kestria | Orland | free the prisoners"]),
    ("Kestria called for the men to be freed.", ["Demand | Kestria | the men be freed"]),
    ("Orland urged both sides to show restraint.", ["Demand | Orland | both sides | show restraint"]),
    ("The coach urged fans to stay calm.", ["Demand | coach | fans | stay calm"]),
    ("Vessa insisted on a written guarantee.", ["Demand | Vessa | written guarantee"]),
    ("Orland insists that Kestria return the ships.", ["Demand | Orland | Kestria | return the ships"]),
    ("Kestria’s demand for reparations angered Orland.", ["Demand | Kestria | reparations"]),
    ("Vessa renewed her call for talks.", ["Demand | Vessa | talks"]),
    ("Orland demanded land as a condition for ending the war.", ["Condition | Orland | land | ending the war"]),
    (
        "Kestria has made a pullout from Osk a precondition for talks.",
        ["Condition | Kestria | a pullout from Osk | talks"],
    ),
    (
        "Orland set three conditions for a summit: a truce, an apology and free passage.",
        [
            "Condition | Orland | truce | a summit",
            "Condition | Orland | apology | a summit",
            "Condition | Orland | free passage | a summit",
        ],
    ),
    ("Kestria set tough terms.", ["Demand | Kestria | tough terms"]),
    (
        "Kestria will not sign until Orland pulls back its guns.",
        ["Condition | Kestria | Orland | Orland pulls back its guns | sign"],
    ),
    (
        "Vessa said she would testify only if the tapes were released.",
        ["Vessa: Condition | Vessa | the tapes were released | testify"],
    ),
    (
        "The rebels vowed to fight on unless the governor resigned.",
        ["Condition | rebels | governor | the governor resigned | not fight on"],
    ),
    (
        "Orland has ruled out talks until Kestria leaves Osk.",
        ["Condition | Orland | Kestria | Kestria leaves Osk | talks"],
    ),
    ("“We will not leave until Dahl resigns,” Vessa said.", ["Vessa: Condition | Vessa | Dahl | Dahl resigns | leave"]),
    ("Lenders told Kestria to cut pensions.", ["Demand | Lenders | Kestria | cut pensions"]),
    ("Orland gave Kestria ten days to leave Osk.", ["Demand | Orland | Kestria | leave Osk"]),
    ("Kestria asked Orland for weapons.", ["Demand | Kestria | Orland | weapons"]),
    ("Dahl wants an apology from Vessa.", ["Demand | Dahl | Vessa | apology"]),
    ("Morvane wants the levy scrapped.", ["Demand | Morvane | the levy scrapped"]),
    ("Morvane wants Kestria to hand over the suspects.", ["Demand | Morvane | Kestria | hand over the suspects"]),
    (
        "Protesters blocked the bridge, demanding the release of Ana Vessa.",
        ["Demand | Protesters | release of Ana Vessa"],
    ),
    ("Vessa has been urged by Dahl to resign.", ["Demand | Dahl | Vessa | resign"]),
    ("Vessa said Orland had demanded a truce.", ["Vessa: Demand | Orland | truce"]),
    ("Lenders pressed for cuts.", ["Demand | Lenders | cuts"]),
    ("Lenders pressured Kestria to cut pensions.", ["Demand | Lenders | Kestria | cut pensions"]),
    ("Families are seeking an apology.", ["Demand | Families | apology"]),
    ("Orland put pressure on Kestria to free the crew.", ["Demand | Orland | Kestria | free the crew"]),
    ("Orland gave Kestria until Friday to leave Osk.", ["Demand | Orland | Kestria | leave Osk"]),
    ("Kestria has until Friday to leave Osk, Vessa warned.", ["Vessa: Demand | Vessa | Kestria | leave Osk"]),
    ("Kestria must free the crew, Vessa said.", ["Vessa: Demand | Vessa | Kestria | free the crew"]),
    ("“He must resign,” Vessa said.", ["Vessa: Demand | Vessa | He resign"]),
    ("The siege must end, Vessa said.", ["Vessa: Demand | Vessa | The siege end"]),
    ("Miners marched to demand safer shafts.", ["Demand | Miners | safer shafts"]),
    ("Orland’s letter demands an inquiry.", ["Demand | Orland | inquiry"]),
    ("The rebels’ key demand is the release of their leader.", ["Demand | rebels’ | release of their leader"]),
    ("Among the union’s demands is a shorter week.", ["Demand | union | shorter week"]),
    ("Its envoys attached a rider: the airmen must be freed.", ["Demand | envoys | the airmen must be freed"]),
    (
        "Orland has made it a condition of the truce that Kestria leave Osk.",
        ["Condition | Orland | Kestria | Kestria leave Osk | the truce"],
    ),
    ("Orland tied its aid to free trade.", ["Condition | Orland | free trade | its aid"]),
    ("Orland’s support hinges on a guarantee.", ["Condition | Orland | a guarantee | Orland’s support"]),
    ("Orland made its aid conditional on reform.", ["Condition | Orland | reform | its aid"]),
    ("Orland said a pullout was a precondition for talks.", ["Orland: Condition | Orland | pullout | talks"]),
    (
        "Orland offered to lift sanctions in return for the release of the crew.",
        ["Condition | Orland | the release of the crew | lift sanctions"],
    ),
    ("Orland will not sign without guarantees, Vessa said.", ["Vessa: Condition | Orland | guarantees | sign"]),
    (
        "Orland will not enter a truce, officials say, unless Kestria leaves Osk.",
        ["officials: Condition | Orland | Kestria | Kestria leaves Osk | enter a truce"],
    ),
    (
        "Unless Kestria frees the crew, Orland will cut the supply, Vessa said.",
        ["Vessa: Condition | Orland | Kestria | Kestria frees the crew | not cut the supply"],
    ),
    (
        "Orland vowed to keep the blockade until Kestria frees the crew.",
        ["Condition | Orland | Kestria | Kestria frees the crew | not keep the blockade"],
    ),
    (
        "Orland threatened to cut the supply if Kestria did not pay.",
        ["Condition | Orland | Kestria | Kestria pay | not cut the supply"],
    ),
    ("Orland would sign if Kestria left Osk.", ["Condition | Orland | Kestria | Kestria left Osk | sign"]),
    (
        "There will be no talks until Kestria leaves Osk, Orland said.",
        ["Orland: Condition | Orland | Kestria | Kestria leaves Osk | talks"],
    ),
    ("Orland would sign only when Kestria left Osk.", ["Condition | Orland | Kestria | Kestria left Osk | sign"]),
    (
        "Orland agreed to a truce on condition that Kestria leave Osk.",
        ["Condition | Orland | Kestria | Kestria leave Osk | a truce"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), DEMANDED)
def test_demands(text: str, expected: list[str]) -> None:
    assert [shown(s) for s in demands(text) if s.factuality in AFFIRMED] == expected


NO_DEMAND = [
    "The commission said that only 71 percent of the ballots were counted and asked the parties to wait.",
    "Ana Vessa’s insistence that she was at the port surprised the judge.",
    "Demand for oil rose by 4% in March.",
    "China’s demand for steel fell.",
    "Kestria met demand for grain.",
    "The job demands patience.",
    "The recipe calls for two eggs.",
    "Vessa called Dahl on Monday.",
    "Orland called its envoy home for talks.",
    "The law requires drivers to stop.",
    "Orland made no demands.",
    "Kestria set no conditions.",
    "Vessa dropped her demand for a recount.",
    "If Kestria demands an apology, Dahl will leave.",
    "Had Orland insisted on a truce, Kestria would have signed.",
    "Vessa must demand an apology.",
    "Vessa ordered a pizza.",
    "Dahl told reporters that it rained.",
    "Vessa insisted that she had paid.",
    "Dahl asked when the train left.",
    "The tree will not bear fruit until the summer ends.",
    "Vessa will not know until the results are in.",
    "A heart condition ended her season.",
    "Vessa asked for comment.",
    "Vessa wants her son to study law.",
    "Dahl wants a holiday.",
    "The siege must have ended, Vessa said.",
    "You must try the soup, Vessa said.",
    "I will not sleep until I finish the book, Vessa said.",
    "Prices will not fall unless demand slows.",
    "Dahl can ask them to leave.",
    "Dahl pressed the button to start the pump.",
    "His success is dependent on luck, Vessa said.",
    "One sticking point is a demand.",
]


@pytest.mark.parametrize("text", NO_DEMAND)
def test_no_demands(text: str) -> None:
    assert [shown(s) for s in demands(text) if s.factuality in AFFIRMED] == []


def test_a_demand_leaves_its_claim_in_place() -> None:
    found = statements("Orland demanded an apology from Kestria.")
    assert [(s.speaker.name, s.speech_act) for s in found if s.content.kind == "Claim" and s.speaker] == [
        ("Orland", "demand")
    ]


def test_a_demand_that_was_not_made_is_denied() -> None:
    assert [s.factuality for s in demands("Orland did not demand an apology.")] == ["CT-"]


def test_the_gist_reads_as_a_sentence() -> None:
    (demand,) = demands("Vessa called on Dahl to resign.")
    (condition,) = demands("Kestria will not sign until Orland pulls back its guns.")
    assert demand.content.gist == "{agent} demands that {recipient} {matter}"
    assert condition.content.gist == "{agent} makes it a condition for {conditionFor}: {matter}"
