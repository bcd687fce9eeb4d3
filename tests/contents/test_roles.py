"""Who is president, envoy or spokesperson of what."""

import pytest
from docs import statements
from marks import xfail

from kg.model import Mention, Statement, Time


def roles(text: str) -> list[Statement]:
    return [s for s in statements(text) if s.content.kind == "RoleHolding"]


def shown(statement: Statement) -> str:
    """Member | role | organization."""
    values = (statement.content.get(field) for field in ("member", "role", "organization"))
    return " | ".join(v.name if isinstance(v, Mention) else str(v or "-") for v in values)


HELD = [
    # titles
    ("President Ana Vessa arrived.", ["Ana Vessa | president | -"]),
    ("Kestrian President Ana Vessa arrived.", ["Ana Vessa | president | Kestrian"]),
    ("Former President Ana Vessa arrived.", ["Ana Vessa | former president | -"]),
    ("Foreign Minister Mirko Dahl arrived.", ["Mirko Dahl | foreign minister | -"]),
    ("Kestrian Foreign Minister Mirko Dahl arrived.", ["Mirko Dahl | foreign minister | Kestrian"]),
    ("Deputy Defense Minister Mirko Dahl arrived.", ["Mirko Dahl | deputy defense minister | -"]),
    ("Corvane Steel CEO Ana Vessa arrived.", ["Ana Vessa | ceo | Corvane Steel"]),
    ("Prime Minister Ana Vessa of Kestria arrived.", ["Ana Vessa | prime minister | Kestria"]),
    ("Vessa met Kestrian Foreign Minister Mirko Dahl.", ["Mirko Dahl | foreign minister | Kestrian"]),
    ("Vice President Mirko Dahl arrived.", ["Mirko Dahl | vice president | -"]),
    ("Mayor Ana Vessa’s office closed.", ["Ana Vessa | mayor | -"]),
    # possessives
    ("Kestria’s special envoy Mirko Dahl arrived.", ["Mirko Dahl | special envoy | Kestria"]),
    ("Vessa’s lawyer, Mirko Dahl, arrived.", ["Mirko Dahl | lawyer | Vessa"]),
    ("The Harbor Board’s head, Ana Vessa, arrived.", ["Ana Vessa | head | Harbor Board"]),
    # appositions
    ("Ana Vessa, the president of Kestria, arrived.", ["Ana Vessa | president | Kestria"]),
    ("Ana Vessa, president of the Harbor Board, arrived.", ["Ana Vessa | president | Harbor Board"]),
    ("The president of Kestria, Ana Vessa, arrived.", ["Ana Vessa | president | Kestria"]),
    ("Ana Vessa, a former mayor of Pellora, arrived.", ["Ana Vessa | former mayor | Pellora"]),
    ("Ana Vessa, chief executive of Corvane Steel, arrived.", ["Ana Vessa | chief executive | Corvane Steel"]),
    ("Mirko Dahl, an analyst with the Dahl Institute, arrived.", ["Mirko Dahl | analyst | Dahl Institute"]),
    pytest.param(
        "Mirko Dahl, Kestria’s ambassador to Morvane, arrived.",
        ["Mirko Dahl | ambassador | Kestria"],
    ),
    pytest.param(
        "Ana Vessa, a professor of history at Pellora University, arrived.",
        ["Ana Vessa | professor | Pellora University"],
    ),
    ("“We will go,” the mayor’s spokesman, Mirko Dahl, said.", ["Mirko Dahl | spokesman | mayor"]),
    (
        "The Dahl Institute, a Kestria-based conflict monitor, published a map.",
        ["Dahl Institute | conflict monitor | -"],
    ),
    ("Ana Vessa, 54, the mayor of Pellora, arrived.", ["Ana Vessa | mayor | Pellora"]),
    ("Ana Vessa, Kestria’s former foreign minister, arrived.", ["Ana Vessa | former foreign minister | Kestria"]),
    ("The Kestrian president, Ana Vessa, arrived.", ["Ana Vessa | president | Kestrian"]),
    ("Ana Vessa and Mirko Dahl, the mayor of Pellora, arrived.", ["Mirko Dahl | mayor | Pellora"]),
    ("Ana Vessa beat the mayor of Pellora, Mirko Dahl.", ["Mirko Dahl | mayor | Pellora"]),
    ("Ana Vessa, a critic of President Mirko Dahl, arrived.", ["Mirko Dahl | president | -"]),
    # clauses
    ("Ana Vessa was elected mayor of Pellora.", ["Ana Vessa | mayor | Pellora"]),
    ("Ana Vessa was named head of the Harbor Board.", ["Ana Vessa | head | Harbor Board"]),
    ("Ana Vessa was sworn in as mayor of Pellora.", ["Ana Vessa | mayor | Pellora"]),
    ("Ana Vessa serves as mayor of Pellora.", ["Ana Vessa | mayor | Pellora"]),
    ("Ana Vessa resigned as mayor of Pellora.", ["Ana Vessa | former mayor | Pellora"]),
    ("Ana Vessa, who leads the Harbor Board, arrived.", ["Ana Vessa | leader | Harbor Board"]),
    ("Ana Vessa leads the Harbor Board.", ["Ana Vessa | leader | Harbor Board"]),
    ("Ana Vessa is the mayor of Pellora.", ["Ana Vessa | mayor | Pellora"]),
    ("Ana Vessa became mayor of Pellora in 2019.", ["Ana Vessa | mayor | Pellora"]),
    # unnamed spokespersons
    (
        "A spokeswoman for the Harbor Board left.",
        ["spokeswoman for the Harbor Board | spokeswoman | Harbor Board"],
    ),
    ("The Harbor Board spokesman left.", ["Harbor Board spokesman | spokesman | Harbor Board"]),
    # a counterpart holds the office of whom he is compared with
    pytest.param(
        "President Ana Vessa met her Morvani counterpart, Jon Terek.",
        ["Ana Vessa | president | -", "Jon Terek | president | Morvani"],
    ),
    # two
    (
        "President Ana Vessa met Mirko Dahl, the mayor of Pellora.",
        ["Ana Vessa | president | -", "Mirko Dahl | mayor | Pellora"],
    ),
    (
        "Mirko Dahl, the husband of President Ana Vessa, arrived.",
        ["Ana Vessa | president | -"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_roles(text: str, expected: list[str]) -> None:
    assert [shown(s) for s in roles(text)] == expected


NO_ROLE = [
    "Ana Vessa met the president of Kestria.",
    "Ana Vessa asked the president to leave.",
    "The president arrived.",
    "The president’s dog bit Ana Vessa.",
    "President Street is closed.",
    "Ana Vessa, the winner of the race, arrived.",
    "Ana Vessa, a mother of three, arrived.",
    "Ana Vessa wants to become mayor of Pellora.",
    "Ana Vessa, daughter of the mayor of Pellora, arrived.",
    "Ana Vessa dressed as the mayor of Pellora.",
    "Ana Vessa was not elected mayor of Pellora.",
    "Ana Vessa thanked her lawyer.",
    "Ana Vessa leads the race.",
    "Ana Vessa heads home.",
    "Corvane Steel leads the market.",
    "Ana Vessa ran the marathon in Pellora.",
    "Ana Vessa was with the mayor of Pellora.",
    pytest.param(
        "Mirko Dahl, whose brother is the mayor of Pellora, arrived.",
    ),
]


@pytest.mark.parametrize("text", NO_ROLE)
def test_no_role(text: str) -> None:
    assert [shown(s) for s in roles(text)] == []


NOT_AFFIRMED = [
    "Ana Vessa is not the mayor of Pellora.",
    pytest.param(
        "Ana Vessa will be the mayor of Pellora.",
    ),
    "Ana Vessa may become mayor of Pellora.",
]


@pytest.mark.parametrize("text", NOT_AFFIRMED)
def test_roles_that_are_not_held(text: str) -> None:
    assert [s for s in roles(text) if s.factuality == "CT+"] == []


@xfail("the time of an office is not read, so that a past one is affirmed as one that is held")
def test_a_past_office_has_its_end() -> None:
    (role,) = roles("Ana Vessa was the mayor of Pellora until 2019.")
    assert isinstance(role.content.get("validTo"), Time)


def test_a_title_in_reported_speech_is_the_writers_own() -> None:
    (role,) = roles("Dahl said President Ana Vessa was weak.")
    assert role.speaker is None


def test_a_title_inside_quotation_marks_is_the_speakers() -> None:
    (role,) = roles("“President Ana Vessa is weak,” Dahl said.")
    assert role.speaker is not None
    assert role.speaker.name == "Dahl"
