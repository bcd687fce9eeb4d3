"""Who speaks to whom, by which act, and in whose words."""

import pytest
from docs import statements

SOURCES = [
    # text, the words of the source
    (
        "Mirko Dahl, the chief negotiator for Kestria, said the talks were over.",
        "Mirko Dahl, the chief negotiator for Kestria,",
    ),
    (
        "The talks are over, said Mirko Dahl, the chief negotiator for Kestria.",
        "Mirko Dahl, the chief negotiator for Kestria",
    ),
    ("Two senior officials said the dam was unsafe.", "Two senior officials"),
    ("Vessa’s claim that the talks were over angered Dahl.", "Vessa’s"),
    ("Ana Vessa came home. Her claim that the talks were over angered Dahl.", "Her"),
    ("Ana Vessa came home. She said the talks were over.", "She"),
    ("The envoy, who said the talks were over, left.", "who"),
    ("Ana Vessa and Mirko Dahl said the talks were over.", "Ana Vessa and Mirko Dahl"),
    ("The plan was rejected by Vessa.", "Vessa"),
    pytest.param(
        "Vessa, who has led the party since 2019, said the talks were over.",
        "Vessa",
    ),
    ("Vessa and other officials said the talks were over.", "Vessa and other officials"),
    ("“We will go,” the mayor’s spokesman, Mirko Dahl, said.", "the mayor’s spokesman, Mirko Dahl,"),
    ("A lawyer who worked on the case said the dam was unsafe.", "A lawyer who worked on the case"),
]


def test_who_has_an_office_is_a_person_also_where_the_name_is_taken_for_a_bodys() -> None:
    (said,) = [s for s in statements("Corvane’s chief executive, Ana Strand, said the ships were late.") if s.speaker]
    assert said.speaker is not None
    assert (said.speaker.name, said.speaker.kind) == ("Ana Strand", "PERSON")


@pytest.mark.parametrize(("text", "expected"), SOURCES)
def test_sources(text: str, expected: str) -> None:
    sources = {" ... ".join(span.of(text) for span in s.attribution.source) for s in statements(text) if s.attribution}
    assert sources == {expected}


KINDS = [
    ("“We will go,” Vessa said.", "direct"),
    ("“The talks failed,” Vessa said. “We will go.”", "direct"),
    ("Vessa said she would “never sign” the deal.", "mixed"),
    ("Vessa said that “the talks are over.”", "mixed"),
    ("Vessa said the talks were over.", "indirect"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kinds(text: str, kind: str) -> None:
    assert {s.attribution.kind for s in statements(text) if s.attribution} == {kind}


ACTS = [
    ("Vessa rejected calls for a truce.", "reject"),
    ("Vessa said the talks were over.", "assert"),
    ("Vessa confirmed that Kestria had left.", "confirm"),
    ("Vessa denied that the dam was unsafe.", "deny"),
    ("Vessa demanded concessions.", "demand"),
    ("Vessa called for an end to the strike.", "demand"),
    ("Vessa urged Dahl to sign the deal.", "demand"),
    ("Vessa proposed a truce.", "propose"),
    ("Vessa agreed to the plan.", "accept"),
    ("The plan was rejected by Vessa.", "reject"),
    ("Vessa vowed to leave Kestria.", "promise"),
    ("Vessa threatened to close the port.", "threaten"),
    ("Vessa asked whether the dam was safe.", "ask"),
    ("Vessa predicted that the dam would hold.", "estimate"),
    ("Vessa ordered the troops to leave.", "order"),
    ("Vessa accused Dahl of breaking the truce.", "accuse"),
    ("Vessa warned of a long war.", "warn"),
    ("Vessa praised the rescuers.", "praise"),
    ("Vessa believes the dam is safe.", "believe"),
    ("Vessa hopes the dam is safe.", "want"),
    ("Vessa plans to leave Kestria.", "intend"),
    ("Vessa fears the dam is unsafe.", "fear"),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_speech_acts(text: str, act: str) -> None:
    assert [(s.speaker.name, s.speech_act) for s in statements(text) if s.speaker] == [("Vessa", act)]


def test_according_to_an_analysis_of_data() -> None:
    text = "Morvane holds 11% of the valley, according to a Kestrel Post analysis of data from the Dahl Institute."
    said = [s for s in statements(text) if s.attribution]
    assert {s.speaker.name for s in said if s.speaker} == {"Kestrel Post"}
    assert {mention.name for s in said for mention in s.based_on} == {"Dahl Institute"}
    assert {span.of(text) for s in said if s.attribution for span in s.attribution.content} == {
        "Morvane holds 11% of the valley"
    }


ADDRESSEES = [
    ("Vessa told Dahl that the talks were over.", "Dahl"),
    ("“We will go,” Vessa told reporters aboard the train on Sunday.", "reporters"),
    ("Vessa urged Dahl to sign the deal.", "Dahl"),
    ("“We will go,” Vessa told the Kestrel Post.", "Kestrel Post"),
    ("Officials told the Kestrel Post that the talks were over.", "Kestrel Post"),
    ("The talks are over, Vessa told Dahl on Sunday.", "Dahl"),
    ("Speaking to reporters on Sunday, Vessa said the talks were over.", "reporters"),
    ("Vessa said the talks were over.", None),
    ("Vessa told a lie.", None),
]


@pytest.mark.parametrize(("text", "name"), ADDRESSEES)
def test_addressees(text: str, name: str | None) -> None:
    assert [s.addressee and s.addressee.name for s in statements(text) if s.speaker] == (
        [name] if "lie" not in text else []
    )
