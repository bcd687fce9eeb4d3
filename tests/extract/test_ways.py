"""All the ways news attributes, beside plain saying; each with sentences that look like it and say nothing."""

import pytest
from docs import found, sayings, statements

from kg.model import Skipped

PLACES = [
    # quotations: the name behind the cue, what is told of the speaker, words that are no verb of saying
    (
        "“She is too late,” said an Orland envoy, “and the deal is dead.”",
        ["Orland envoy | said | “She is too late,” ... “and the deal is dead.”"],
    ),
    (
        "“The deal is dead,” said Ana Vessa, who left the hall at noon. “We will go home.”",
        ["Ana Vessa | said | “The deal is dead,” ... “We will go home.”"],
    ),
    (
        "“The deal is dead,” said Mirko Dahl, the mayor. He left. “Good night,” the porter said.",
        ["Mirko Dahl | said | “The deal is dead,”", "porter | said | “Good night,”"],
    ),
    ("Vessa shot back, “We will never sign that deal.”", ["Vessa | shot | “We will never sign that deal.”"]),
    ("“We will never sign that deal,” Vessa sniffed.", ["Vessa | sniffed | “We will never sign that deal,”"]),
    ("“The deal,” said Vessa, pausing, “is dead.”", ["Vessa | said | “The deal,” ... “is dead.”"]),
    ("“We will go home tonight.” — Ana Vessa", ["Ana Vessa | — | “We will go home tonight.”"]),
    ("Vessa read “Nobody Had a Key” and said the book was dull.", ["Vessa | said | the book was dull"]),
    # the cue between commas and at the end
    ("The dam, Vessa said, is a promise.", ["Vessa | said | The dam ... is a promise"]),
    ("The deal was dead, Vessa said, and the truce, she added, was over.", ["Vessa | said | The deal was dead"]),
    ("A first offer, Vessa said.", ["Vessa | said | A first offer"]),
    # sources that the parse hangs on other words
    (
        "After a talk with her partner, the Rural League, warned that the deal was dead.",
        ["Rural League | warned | that the deal was dead"],
    ),
    ("At the harbor, Vessa, 70, said the deal was dead.", ["Vessa | said | the deal was dead"]),
    (
        "In Kestria, Dahl Grain, which sells wheat, announced that the port would close.",
        ["Dahl Grain | announced | that the port would close"],
    ),
    (
        "An envoy familiar with the talks said the deal was dead.",
        ["envoy familiar with the talks | said | the deal was dead"],
    ),
    (
        "Vessa said a draft, which she read on Sunday, had some merit.",
        ["Vessa | said | a draft, which she read on Sunday, had some merit"],
    ),
    (
        "Vessa said the dam was safe, adding that the port was open.",
        [
            "Vessa | said | the dam was safe, adding that the port was open",
            "Vessa | adding | that the port was open",
        ],
    ),
    # groups and numbers of people
    ("One magazine said the deal was dead.", ["One magazine | said | the deal was dead"]),
    ("Six in ten said the deal was dead.", ["Six in ten | said | the deal was dead"]),
    # verbs with a particle
    ("Vessa turned the offer down.", ["Vessa | turned | the offer"]),
    ("Vessa brushed the criticism aside.", ["Vessa | brushed | the criticism"]),
    ("Vessa ruled out a truce.", ["Vessa | ruled out | a truce"]),
    ("Vessa set out three conditions.", ["Vessa | set out | three conditions"]),
    ("Vessa put the toll at 40.", ["Vessa | put | the toll at 40"]),
    # phrases
    ("In the view of Ana Vessa, the dam is safe.", ["Ana Vessa | In the view of | the dam is safe"]),
    ("The dam is safe, in Vessa’s words.", ["Vessa | words | The dam is safe"]),
    # passives
    (
        "It was announced by the ministry that the port would close.",
        ["ministry | was announced | that the port would close"],
    ),
    (
        "Dahl was reported by the Kestrel Post to have left.",
        ["Kestrel Post | was reported | Dahl ... to have left"],
    ),
    ("The board heard from Vessa that the dam was unsafe.", ["Vessa | heard | that the dam was unsafe"]),
    # relative clauses: what is answered is the noun
    ("A demand that Dahl rejected was dropped.", ["Dahl | rejected | A demand"]),
    ("A truce proposed by Vessa failed.", ["Vessa | proposed | A truce"]),
    # works
    ("The board’s analysis found that the dam was unsafe.", ["board | analysis found | that the dam was unsafe"]),
    # said all the same
    ("Vessa would say only that the dam was safe.", ["Vessa | would say | only that the dam was safe"]),
    (
        "Vessa will meet Dahl, brushing aside his claim that the dam is unsafe.",
        ["Vessa | brushing aside | his claim that the dam is unsafe", "Vessa | claim | that the dam is unsafe"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_ways(text: str, expected: list[str]) -> None:
    assert sayings(text) == expected


NOBODY = [
    # text, how the reason begins where it is listed
    ("The war said nothing.", ""),
    ("Vessa set the table.", ""),
    ("Vessa put the book on the table.", ""),
    ("By noon, the dam was safe.", ""),
    ("Update: The bridge is unsafe and must close", ""),
    ("The dam was reportedly safe.", "rumour"),
    ("The mayor allegedly lied.", "rumour"),
    ("There were reports that the dam had failed.", "rumour"),
    ("The dam was said to be safe.", "passive"),
    ("The court heard that the dam was unsafe.", "view without a holder"),
    ("Asked if she would go, Vessa laughed.", "passive"),
    ("By her own account, Vessa left at noon.", "speaker not known"),
    ("The deal was a mistake, he said on Sunday.", "speaker not known"),
    ("Her message was simple: “Stay home.”", "speaker not known"),
]


@pytest.mark.parametrize(("text", "reason"), NOBODY)
def test_nobody_is_made_to_say_it(text: str, reason: str) -> None:
    assert sayings(text) == []
    listed = [item.reason for item in found(text) if isinstance(item, Skipped) and item.attribution is not None]
    assert [one.startswith(reason) for one in listed] == ([True] if reason else [])


VALUES = [
    # text, act, value of each statement in order
    ("“Will you go?” Vessa said.", [("ask", "Uu")]),
    ("Vessa suggested closing the port.", [("propose", "Uu")]),
    ("Vessa set out three conditions.", [("demand", "Uu")]),
    ("Vessa rejected the claim as fantasy.", [("reject", "CT-")]),
    ("Vessa ruled out a truce.", [("reject", "CT+")]),
    ("Vessa put the toll at 40.", [("estimate", "CT+")]),
    # a "that" clause each: two claims, each with its own certainty
    ("Vessa said that the dam was safe and that Dahl had not left.", [("assert", "CT+"), ("assert", "CT-")]),
    ("Dahl said it was dead, but that the truce would hold.", [("assert", "CT+"), ("assert", "CT+")]),
    ("Vessa said the dam must have failed.", [("assert", "PR+")]),
    ("Vessa said the dam could fail if it rained.", [("assert", "PS+")]),
    ("Vessa said the dam was likely to fail.", [("assert", "PR+")]),
    ("Vessa said the dam was more likely to fail than the bridge.", [("assert", "CT+")]),  # a measure
]


@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_acts_and_values(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(s.speech_act, s.factuality) for s in statements(text) if s.speaker] == expected


def test_two_claims_of_one_sentence_have_their_own_words() -> None:
    said = statements("Vessa said that the dam was safe and that Dahl had not left.")
    assert [s.content.gist for s in said] == ["the dam was safe", "Dahl had left"]
    assert len({s.attribution for s in said}) == 1


HEARERS = [
    ("Vessa, in an interview with Radio Osk, said the dam was safe.", "Radio Osk"),
    ("Vessa told a rally that the dam was safe.", "rally"),
    ("Vessa demanded that Dahl leave Kestria.", "Dahl"),
    ("Vessa ruled out a truce.", None),
]


@pytest.mark.parametrize(("text", "name"), HEARERS)
def test_who_hears_it(text: str, name: str | None) -> None:
    assert [s.addressee and s.addressee.name for s in statements(text) if s.speaker] == [name]


def test_the_first_person_is_spoken_to_as_the_speaker_around() -> None:
    inner, outer = statements("“Dahl told me the dam was safe,” Vessa said.")
    assert (inner.addressee, inner.outer) == (outer.speaker, outer)


TIMES = [
    ("In a report published Sunday, Vessa said the dam was safe.", "Sunday"),
    ("Vessa left Kestria on Sunday and said the dam was safe.", "Sunday"),
    ("Reached on Sunday, Vessa said the dam was safe.", "Sunday"),
    ("Vessa left on Sunday. Later that day, Dahl said the dam was safe.", "Later that day"),
    ("Vessa said a draft, which she read on Sunday, had some merit.", None),
]


@pytest.mark.parametrize(("text", "day"), TIMES)
def test_when_it_was_said(text: str, day: str | None) -> None:
    assert [s.said and s.said.text for s in statements(text) if s.speaker] == [day]


def test_speech_inside_speech_is_a_chain() -> None:
    outer, middle, inner = statements("Vessa said Dahl had told her that the engineer believed the dam was lost.")
    assert [s.speaker.name for s in (outer, middle, inner) if s.speaker] == ["Vessa", "Dahl", "engineer"]
    assert (outer.outer, middle.outer, inner.outer) == (None, outer, middle)
