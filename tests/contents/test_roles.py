"""Who is president, envoy or spokesperson of what."""

import pytest
from docs import statements

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
    # how an office is held, and its longer names
    ("The ex-mayor of Pellora, Mirko Dahl, left.", ["Mirko Dahl | former mayor | Pellora"]),
    ("Kestria’s outgoing premier, Ana Vessa, left.", ["Ana Vessa | outgoing premier | Kestria"]),
    ("Ana Vessa, Kestria’s prime minister-elect, left.", ["Ana Vessa | prime minister-elect | Kestria"]),
    ("The Kestrian vice-president, Ana Vessa, left.", ["Ana Vessa | vice-president | Kestrian"]),
    ("Maj. Gen. Mirko Dahl left.", ["Mirko Dahl | major general | -"]),
    ("Kestria’s minister of defence, Mirko Dahl, left.", ["Mirko Dahl | minister of defence | Kestria"]),
    ("Ana Vessa, head of research at Corvane Steel, left.", ["Ana Vessa | head of research | Corvane Steel"]),
    # several
    (
        "Presidents Ana Vessa of Kestria and Jon Terek of Morvane met.",
        ["Ana Vessa | president | Kestria", "Jon Terek | president | Morvane"],
    ),
    (
        "The foreign ministers of Kestria and Morvane, Ana Vessa and Jon Terek, met.",
        ["Ana Vessa | foreign minister | Kestria", "Jon Terek | foreign minister | Morvane"],
    ),
    (
        "Ana Vessa, chairwoman and chief executive of Corvane Steel, left.",
        ["Ana Vessa | chairwoman | Corvane Steel", "Ana Vessa | chief executive | Corvane Steel"],
    ),
    # bodies
    (
        "A spokeswoman for the Kestrian interior ministry, Ana Vessa, left.",
        ["Ana Vessa | spokeswoman | Kestrian interior ministry"],
    ),
    ("Kestria’s ambassador to the Southern League, Ana Vessa, left.", ["Ana Vessa | ambassador | Kestria"]),
    (
        "Ana Vessa and General Mirko Dahl, commander of the frigate Tern, left.",
        ["Mirko Dahl | general | -", "Mirko Dahl | commander | Tern"],
    ),
    ("Kestria sent its premier, Ana Vessa, north.", ["Ana Vessa | premier | Kestria"]),
    ("Kestria has agreed, Prime Minister Ana Vessa said.", ["Ana Vessa | prime minister | Kestria"]),
    ("Kestria named Ana Vessa as its envoy.", ["Ana Vessa | envoy | Kestria"]),
    # who left, who came, who is to come
    ("Ana Vessa, sacked as finance minister, left.", ["Ana Vessa | former finance minister | -"]),
    ("Ana Vessa won a second term as president of Kestria.", ["Ana Vessa | president | Kestria"]),
    ("The appointment of Ana Vessa as envoy was welcomed.", ["Ana Vessa | envoy | -"]),
    (
        "Mirko Dahl succeeds Ana Vessa as mayor of Pellora.",
        ["Mirko Dahl | mayor | Pellora", "Ana Vessa | former mayor | Pellora"],
    ),
    (
        "Mirko Dahl, the mayor of Pellora, succeeds Ana Vessa.",
        ["Mirko Dahl | mayor | Pellora", "Ana Vessa | former mayor | Pellora"],
    ),
    (
        "President Ana Vessa and her predecessor, Mirko Dahl, met.",
        ["Ana Vessa | president | -", "Mirko Dahl | former president | -"],
    ),
    ("The opposition called on Ana Vessa to resign as premier.", ["Ana Vessa | premier | -"]),
    ("Ana Vessa will take over as mayor of Pellora.", ["Ana Vessa | incoming mayor | Pellora"]),
    ("In Pellora, thousands protested. Their leader, Mirko Dahl, spoke.", ["Mirko Dahl | leader | -"]),
    ("On Friday Gov. Ana Vessa left.", ["Ana Vessa | governor | -"]),
    # at the head of a body
    ("Ana Vessa was hired to run the space agency.", ["Ana Vessa | head | space agency"]),
    ("The army, led by Mirko Dahl, left.", ["Mirko Dahl | leader | army"]),
    ("Mirko Dahl speaks for the Kestrian army.", ["Mirko Dahl | spokesperson | Kestrian army"]),
    ("Ana Vessa is at the head of the Kestrian delegation.", ["Ana Vessa | head | Kestrian delegation"]),
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
    "The judge, Ana Vessa said, was asleep.",
    "Neither a minister nor a lawmaker, Ana Vessa left.",
    "Ana Vessa, no longer the mayor of Pellora, left.",
    "Ana Vessa sat at the head of the table.",
    "If elected mayor, Ana Vessa will build a bridge.",
    "He told the minister Ana Vessa had left.",
    "Market leader Corvane Steel left.",
    "Ana Vessa, a would-be president of Kestria, left.",
    "Ana Vessa led the attack.",
    "Ana Vessa led a group of hikers.",
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


TIMES = [
    ("Ana Vessa was the mayor of Pellora until 2019.", "", "until 2019"),
    ("Ana Vessa was mayor of Pellora from 2010 to 2016.", "from 2010", "2016"),
    ("Ana Vessa was sworn in as mayor of Pellora in May.", "May", ""),
    ("Ana Vessa, head of the Harbor Board since 2020, left.", "since 2020", ""),
    ("Ana Vessa is the mayor of Pellora.", "", ""),
]


@pytest.mark.parametrize(("text", "first", "last"), TIMES)
def test_when_an_office_was_held(text: str, first: str, last: str) -> None:
    (role,) = roles(text)
    told = [role.content.get(field) for field in ("validFrom", "validTo")]
    assert [time.text if isinstance(time, Time) else "" for time in told] == [first, last]


def test_a_title_in_reported_speech_is_the_writers_own() -> None:
    (role,) = roles("Dahl said President Ana Vessa was weak.")
    assert role.speaker is None


def test_a_title_inside_quotation_marks_is_the_speakers() -> None:
    (role,) = roles("“President Ana Vessa is weak,” Dahl said.")
    assert role.speaker is not None
    assert role.speaker.name == "Dahl"
