"""Who attacked, arrested, sanctioned or helped whom, protested, signed or withdrew, where, when, and how many died."""

import pytest
from docs import found, statements

from kg.model import Mention, Skipped, Statement, Term, Time


def events(text: str) -> list[Statement]:
    return [s for s in statements(text) if s.content.kind in {"Event", "ConflictEvent"}]


def shown(statement: Statement) -> str:
    """Type | agents | action | recipients | place | time | dead and injured."""
    content = statement.content

    def names(field: str) -> str:
        return ", ".join(v.name for key, v in content.fields if key == field and isinstance(v, Mention)) or "-"

    def count(field: str) -> str:
        number, hedge = content.get(field), content.get(f"{field}Approximation")
        exact = not isinstance(hedge, Term) or hedge.key == "exactly"
        return f" {field} {'' if exact or not isinstance(hedge, Term) else hedge.key + ' '}{number}" if number else ""

    concept, time = content.get("eventType"), content.get("scheduledFor")
    kind = concept.key if isinstance(concept, Term) else "-"
    when = time.text if isinstance(time, Time) else "-"
    told = f"{kind} | {names('agent')} | {content.get('action')} | {names('recipient')} | {names('place')} | {when}"
    return told + "".join(map(count, ("fatalities", "injured")))


TOLD = [
    (
        "Her rival in the November election, Mirko Dahl, accused Vessa of fraud.",
        ["accuse | Mirko Dahl | accuse | Vessa | - | -"],
    ),
    (
        "President Ana Vessa of Kestria and Prime Minister Mirko Dahl of Orland signed the accord at a lakeside hotel.",
        ["agree | Ana Vessa | sign accord | Mirko Dahl | - | -"],
    ),
    (
        "Vessa accused Orland of firing rockets at the city of Osk.",
        ["accuse | Vessa | accuse | Orland | - | -", "assault | Orland | fire rockets | Osk | - | -"],
    ),
    (
        "Kestria gave weapons to the so-called “rebels” on Sunday.",
        ["aid | Kestria | give weapons | so-called rebels | - | Sunday"],
    ),
    ("Morvane invaded Kestria in 2022.", ["assault | Morvane | invade | Kestria | - | 2022"]),
    ("Morvani forces shelled the town of Osk on Sunday.", ["assault | Morvani forces | shell | Osk | - | Sunday"]),
    (
        "Morvani drones struck a power plant in Osk, killing at least 12 people and wounding more than 30.",
        ["assault | Morvani | strike | - | Osk | - fatalities at-least 12 injured more-than 30"],
    ),
    ("An airstrike on Osk killed six soldiers.", ["assault | - | bomb | Osk | - | - fatalities 6"]),
    (
        "The shelling of Osk killed a girl and wounded two teachers.",
        ["assault | - | shell | Osk | - | - fatalities 1 injured 2"],
    ),
    (
        "Rebels ambushed a convoy of the Kestrian army near Osk, leaving nine soldiers dead and five wounded.",
        ["assault | Rebels | ambush | Kestrian army | Osk | - fatalities 9 injured 5"],
    ),
    (
        "Gunmen killed three officers in Pellora on Friday.",
        ["assault | Gunmen | kill | three officers | Pellora | Friday fatalities 3"],
    ),
    ("Four villagers were killed in an attack on Osk.", ["assault | - | attack | Osk | - | - fatalities 4"]),
    (
        "A car bomb exploded in Pellora on Monday, killing six people.",
        ["assault | - | explode | - | Pellora | Monday fatalities 6"],
    ),
    ("Morvane bombed the port of Osk.", ["assault | Morvane | bomb | Osk | - | -"]),
    ("Morvane’s full invasion in 2022 shocked Orland.", ["assault | Morvane | invade | - | - | 2022"]),
    (
        "Police arrested 27 members of the Harbor Party in Pellora.",
        ["coerce | Police | arrest | 27 members of the Harbor Party in Pellora | Pellora | -"],
    ),
    ("Ana Vessa was detained by Morvane in June.", ["coerce | Morvane | detain | Ana Vessa | - | June"]),
    (
        "Kestrian patrol boats seized two Morvani trawlers.",
        ["coerce | Kestrian patrol boats | seize trawlers | Morvani | - | -"],
    ),
    ("Morvane held the crew hostage.", ["coerce | Morvane | hold | crew | - | -"]),
    ("Orland imposed sanctions on Morvane on Friday.", ["sanction | Orland | impose sanctions | Morvane | - | Friday"]),
    ("Orland expelled four Morvani diplomats.", ["sanction | Orland | expel | four Morvani diplomats | - | -"]),
    ("Orland recalled its ambassador from Morvane.", ["sanction | Orland | recall ambassador | Morvane | - | -"]),
    ("Morvane closed the border with Kestria.", ["coerce | Morvane | close border | Kestria | - | -"]),
    ("Morvane imposed a curfew in Osk.", ["coerce | Morvane | impose curfew | - | Osk | -"]),
    ("Kestria deployed 3,000 soldiers along the border.", ["mobilize | Kestria | deploy soldiers | - | - | -"]),
    ("Morvane massed troops near Osk.", ["mobilize | Morvane | mass troops | - | Osk | -"]),
    (
        "About 4,000 people marched through Pellora against the new law.",
        ["protest | About 4,000 people | march | - | Pellora | -"],
    ),
    ("Farmers blocked the road to Osk with tractors.", ["protest | Farmers | block road | - | Osk | -"]),
    (
        "Dockers in Pellora went on strike on Monday.",
        ["protest | Dockers in Pellora | go on strike | - | Pellora | Monday"],
    ),
    ("Students protested in Osk.", ["protest | Students | protest | - | Osk | -"]),
    (
        "Kestria and Morvane signed a treaty in Pellora on Sunday.",
        ["agree | Kestria | sign treaty | Morvane | Pellora | Sunday"],
    ),
    ("Kestria sent medicine to Orland.", ["aid | Kestria | send medicine | Orland | - | -"]),
    ("Orland lifted sanctions on Morvane.", ["concede | Orland | lift sanctions | Morvane | - | -"]),
    (
        "Morvane withdrew its troops from the Lower Valley in March.",
        ["retreat | Morvane | withdraw | - | Lower Valley | March"],
    ),
    ("Kestria pulled its last troops out of Osk.", ["retreat | Kestria | pull out | - | Osk | -"]),
    ("The rebels surrendered on Tuesday.", ["retreat | rebels | surrender | - | - | Tuesday"]),
    ("Morvane freed 200 prisoners.", ["retreat | Morvane | free | 200 prisoners | - | -"]),
    (
        "Kestria and Orland held a joint exercise off Pellora.",
        ["cooperate | Kestria | hold exercise | Orland | Pellora | -"],
    ),
    ("Orland voiced support for Kestria.", ["support | Orland | voice support | Kestria | - | -"]),
    (
        "Vessa accused Morvane of shelling Osk.",
        ["accuse | Vessa | accuse | Morvane | - | -", "assault | Morvane | shell | Osk | - | -"],
    ),
    (
        "Morvane threatened to cut the gas supply to Kestria.",
        ["threaten | Morvane | threaten to cut | Kestria | - | -"],
    ),
    ("Police fired tear gas at protesters in Osk.", ["assault | Police | fire gas | protesters | Osk | -"]),
    ("Vessa said Morvane had attacked Osk.", ["assault | Morvane | attack | Osk | - | -"]),
    ("Orland granted asylum to two Morvani officers.", ["aid | Orland | grant asylum | two Morvani officers | - | -"]),
    ("Dahl called an election on Monday.", ["- | Dahl | call election | - | - | Monday"]),
    (
        "Kestria agreed to free the sailors.",
        ["agree | Kestria | agree to free | sailors | - | -", "retreat | Kestria | free | sailors | - | -"],
    ),
    ("Morvane seized Osk in an offensive in 2027.", ["assault | Morvane | seize | Osk | - | 2027"]),
    ("Orland’s sanctions against Morvane hurt its banks.", ["sanction | Orland | sanction | Morvane | - | -"]),
    ("Orland struck a deal with a bank in Osk.", ["agree | Orland | strike deal | bank in Osk | - | -"]),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_events(text: str, expected: list[str]) -> None:
    assert [shown(s) for s in events(text)] == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Morvane invaded Kestria in 2022.", "ConflictEvent"),
        ("Orland imposed sanctions on Morvane on Friday.", "ConflictEvent"),
        ("Students protested in Osk.", "ConflictEvent"),
        ("Kestria sent medicine to Orland.", "Event"),
        ("Orland lifted sanctions on Morvane.", "Event"),
        ("Dahl called an election on Monday.", "Event"),
    ],
)
def test_force_and_coercion_are_conflict_and_help_is_none(text: str, kind: str) -> None:
    assert [s.content.kind for s in events(text)] == [kind]


NO_EVENT = [
    "The decision threatens to cost Ana Vessa votes.",
    "The rebels began March with little money.",
    # no force
    "Lawmakers attacked the budget.",
    "Vessa attacked Dahl over taxes.",
    "The sequel bombed at the box office.",
    "At the strike of the clock the choir sang.",
    "Vessa has a killer app.",
    "Parliament killed the bill.",
    "The pitcher struck out nine batters.",
    "The court struck the rules down.",
    "Shares in Corvane Steel were hammered.",
    "The army has a war on waste.",
    "The film shows the attack.",
    "Vessa shot a film in Osk.",
    "Dahl fired his aide.",
    # no deed: weather, illness, accidents
    "Lightning struck a farmhouse near Osk, killing two people.",
    "Two people were killed in a crash near Osk.",
    "The disease killed 12 people in Osk.",
    "Rain killed off the game.",
    # no protest, no retreat
    "Dahl protested his innocence.",
    "Dahl marched on.",
    "Investors retreated to cash.",
    "Vessa withdrew from the race.",
    "The company released its results.",
    # the meeting tells it
    "Orland opened talks with Morvane.",
]


@pytest.mark.parametrize("text", NO_EVENT)
def test_no_event(text: str) -> None:
    assert [shown(s) for s in events(text)] == []


UNREAL = [
    "Dahl said the drills would go on until Orland withdrew its missiles.",
    "The board’s recommendation that the union endorse Ana Vessa was read.",
    "Morvane could attack Osk.",
    "An attack on the dam would kill thousands.",
    "Vessa fears an attack on Osk.",
    "Vessa warned of an attack on Osk.",
    "There was no attack on Osk.",
    "Morvane wants to invade Kestria.",
    "If Morvane attacks Osk, Orland will help.",
    "Morvane did not shell Osk.",
    "Morvane never invaded Kestria.",
    "Did Morvane bomb Osk?",
    "Orland may impose sanctions on Morvane.",
    "Morvane denied shelling Osk.",
]


@pytest.mark.parametrize("text", UNREAL)
def test_event_that_is_not_affirmed(text: str) -> None:
    assert [shown(s) for s in events(text) if s.factuality == "CT+"] == []


@pytest.mark.parametrize("text", ["Morvane will deploy troops in Osk.", "Kestria plans to send medicine to Orland."])
def test_what_is_to_come_is_planned(text: str) -> None:
    assert [s.status for s in events(text)] == ["planned"]


def test_what_is_wished_is_skipped_with_its_reason() -> None:
    reasons = [item.reason for item in found("Morvane wants to invade Kestria.") if isinstance(item, Skipped)]
    assert "event: wished, feared or supposed" in reasons


WHO_SAYS = [
    # text, speaker, factuality
    ("Morvane did not shell Osk.", [("", "CT-")]),
    ("Vessa said Morvane had attacked Osk.", [("Vessa", "CT+")]),
    ("Morvane denied shelling Osk.", [("Morvane", "CT-")]),
    ("Vessa accused Morvane of shelling Osk.", [("", "CT+"), ("Vessa", "CT+")]),
]


@pytest.mark.parametrize(("text", "expected"), WHO_SAYS)
def test_who_says_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert sorted((s.speaker.name if s.speaker else "", s.factuality) for s in events(text)) == expected
