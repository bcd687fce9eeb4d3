"""Fights told by their aim, by who joins them, and by whose weapons were used."""

import pytest
from docs import statements

from kg.model import Mention


def fights(text: str) -> list[str]:
    """Agent | action | recipient of each assault."""
    assaults = [s.content for s in statements(text) if getattr(s.content.get("eventType"), "key", "") == "assault"]
    rows = [[c.get("agent"), c.get("action"), c.get("recipient")] for c in assaults]
    return [" | ".join(v.name if isinstance(v, Mention) else str(v or "-") for v in row) for row in rows]


TOLD = [
    ("Kestria's campaign to defeat the Lantern Front began in May.", "Kestria | fight | Lantern Front"),
    ("The army launched an operation to drive the Lantern Front out of Osk.", "army | fight | Lantern Front"),
    ("Orland backs Kestria in its fight against the Lantern Front.", "Kestria | fight | Lantern Front"),
    ("In the campaign to defeat the Lantern Front, the army took Osk.", "army | fight | Lantern Front"),
    ("Kestria is engaged in a war against the Lantern Front.", "Kestria | fight | Lantern Front"),
    ("Osk was liberated from the Lantern Front by Kestrian troops.", "Kestrian troops | liberate | Lantern Front"),
    ("Kestrian troops fought off the Lantern Front.", "Kestrian troops | fight off | Lantern Front"),
    ("Mirko Dahl was struck and killed by a coalition airstrike.", "coalition | strike | Mirko Dahl"),
    ("Mirko Dahl was killed in a raid conducted by the army.", "army | conduct raid | Mirko Dahl"),
    ("Rebels fired on Kestrian forces.", "Rebels | fire | Kestrian forces"),
    ("Rebels exchanged fire with Kestrian forces.", "Rebels | exchange fire | Kestrian forces"),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_fights(text: str, expected: str) -> None:
    assert fights(text) == [expected]


NONE = [
    "The Labour Party's campaign to defeat the Conservatives began in May.",
    "Kestria's effort to push Corvane Steel out of the market failed.",
    "The army launched an operation to clear snow from the roads.",
    "Critics fired back at the minister.",
    "Republicans are engaged in a fight against the tax.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_fight(text: str) -> None:
    assert not fights(text)
