"""Who is a member or part of a body, joined or left it, and which states and bodies lead another."""

import pytest
from docs import statements

from kg.model import Mention, Statement, Time


def roles(text: str) -> list[Statement]:
    return [s for s in statements(text) if s.content.kind == "RoleHolding"]


def shown(statement: Statement) -> str:
    """Member | role | organization, and since or until when."""
    content = statement.content
    values = (content.get(field) for field in ("member", "role", "organization"))
    told = " | ".join(v.name if isinstance(v, Mention) else str(v or "-") for v in values)
    times = {lead: content.get(field) for lead, field in (("since", "validFrom"), ("until", "validTo"))}
    return told + "".join(f" {lead} {time.text}" for lead, time in times.items() if isinstance(time, Time))


HELD = [
    # by a noun
    ("Kestria, a member of the Northern League, sent troops.", ["Kestria | member | Northern League"]),
    ("Orland, a Northern League member, sent troops.", ["Orland | member | Northern League"]),
    ("Kestria is a founding member of the Northern League.", ["Kestria | founding member | Northern League"]),
    ("Kestria was a member of the Northern League.", ["Kestria | former member | Northern League"]),
    (
        "The Lantern Front, which is part of the National Coalition, took Osk.",
        ["Lantern Front | member | National Coalition"],
    ),
    (
        "The Osk Brigade, the armed wing of the Lantern Front, shelled Pellora.",
        ["Osk Brigade | armed wing | Lantern Front"],
    ),
    # by a list
    (
        "Members of the Northern League include Kestria, Orland and Morvane.",
        [
            "Kestria | member | Northern League",
            "Orland | member | Northern League",
            "Morvane | member | Northern League",
        ],
    ),
    (
        "Coalition nations which sent troops include Kestria and Orland.",
        ["Kestria | member | Coalition", "Orland | member | Coalition"],
    ),
    (
        "League members such as Kestria and Orland sent troops.",
        ["Kestria | member | League", "Orland | member | League"],
    ),
    (
        "The Northern League, made up of Kestria and Orland, met.",
        ["Kestria | member | Northern League", "Orland | member | Northern League"],
    ),
    ("The Northern League includes Kestria.", ["Kestria | member | Northern League"]),
    # by a verb
    ("Kestria joined the Northern League in 2012.", ["Kestria | member | Northern League since 2012"]),
    ("Ana Vessa joined the Lantern Front last year.", ["Ana Vessa | member | Lantern Front since last year"]),
    ("Mirko Dahl was assigned to the 4th Battalion.", ["Mirko Dahl | member | 4th Battalion"]),
    ("Kestria left the Northern League in 2012.", ["Kestria | former member | Northern League until 2012"]),
    ("Kestria was expelled from the Northern League.", ["Kestria | former member | Northern League"]),
    ("The Osk Brigade belongs to the Lantern Front.", ["Osk Brigade | member | Lantern Front"]),
    ("Mirko Dahl served in the army.", ["Mirko Dahl | former member | army"]),
    # who leads
    ("The Kestria-led coalition sent troops.", ["Kestria | leader | Kestria-led coalition"]),
    ("The U.S.-led force left Osk.", ["U.S. | leader | U.S.-led force"]),
    ("The task force is led by the Royal Navy.", ["Royal Navy | leader | task force"]),
    ("The hospital is run by the Ministry of Health.", ["Ministry of Health | operator | hospital"]),
    ("Ana Vessa, commander, Northern Command, arrived.", ["Ana Vessa | commander | Northern Command"]),
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_memberships(text: str, expected: list[str]) -> None:
    assert list(map(shown, roles(text))) == expected


NONE = [
    "Mirko Dahl left the party at midnight.",
    "Kestria joined the Northern League in condemning the attack.",
    "Osk is part of Kestria.",
    "Kestria is not a member of the Northern League.",
    "Kestria wants to join the Northern League.",
    "Party members including Ana Vessa spoke.",
    "Mirko Dahl joined Corvane Steel in May.",
    "The list includes Kestria and Orland.",
    "The Labour Party leads the Conservatives by five points.",
    "The government runs the country.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_membership(text: str) -> None:
    assert not roles(text)
