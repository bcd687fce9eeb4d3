"""Who meets, calls or writes to whom, when and where, and whether it took place."""

import pytest
from docs import found, statements

from kg.model import Mention, Skipped, Statement, Term, Time


def meetings(text: str) -> list[Statement]:
    return [s for s in statements(text) if s.content.kind == "Meeting"]


def shown(statement: Statement) -> str:
    """Participants | status | channel | time | place."""
    content = statement.content
    participants = " and ".join(v.name for k, v in content.fields if k == "participant" and isinstance(v, Mention))
    channel, place = content.get("channel"), content.get("place")
    time = next((value.text for _, value in content.fields if isinstance(value, Time)), "-")
    how = channel.key if isinstance(channel, Term) else "-"
    where = place.name if isinstance(place, Mention) else "-"
    return f"{participants} | {statement.status} | {how} | {time} | {where}"


MET = [
    (
        "Ana Vessa spoke with Mirko Dahl on Monday. The two leaders will speak again on Friday.",
        ["Mirko Dahl and Ana Vessa | held | - | Monday | -", "Mirko Dahl and Ana Vessa | planned | - | Friday | -"],
    ),
    (
        "“I will meet Mirko Dahl on Friday,” Ana Vessa said.",
        ["Mirko Dahl and Ana Vessa | planned | in-person | Friday | -"],
    ),
    ("Ana Vessa met Ivo Dahl in Osk on Monday.", ["Ivo Dahl and Ana Vessa | held | in-person | Monday | Osk"]),
    (
        "Ana Vessa will meet Ivo Dahl in Osk next week.",
        ["Ivo Dahl and Ana Vessa | planned | in-person | next week | Osk"],
    ),
    ("Ana Vessa and Ivo Dahl met in Osk last week.", ["Ivo Dahl and Ana Vessa | held | in-person | last week | Osk"]),
    (
        "Ana Vessa met with envoys from Orland on Friday.",
        ["envoys from Orland and Ana Vessa | held | in-person | Friday | -"],
    ),
    ("Ana Vessa is due to meet Ivo Dahl on Thursday.", ["Ivo Dahl and Ana Vessa | planned | in-person | Thursday | -"]),
    ("Ana Vessa plans to meet Ivo Dahl in March.", ["Ivo Dahl and Ana Vessa | planned | in-person | March | -"]),
    ("Ana Vessa spoke by phone with Ivo Dahl on Sunday.", ["Ivo Dahl and Ana Vessa | held | call | Sunday | -"]),
    ("Ana Vessa called Ivo Dahl on Sunday night.", ["Ivo Dahl and Ana Vessa | held | call | Sunday night | -"]),
    ("Ana Vessa had a phone call with Ivo Dahl.", ["Ivo Dahl and Ana Vessa | held | call | - | -"]),
    ("Ana Vessa held talks with Ivo Dahl in Pellora.", ["Ivo Dahl and Ana Vessa | held | - | - | Pellora"]),
    ("Kestria and Morvane held talks in Pellora on Tuesday.", ["Kestria and Morvane | held | - | Tuesday | Pellora"]),
    ("Ana Vessa hosted President Ivo Dahl in Osk.", ["Ivo Dahl and Ana Vessa | held | in-person | - | Osk"]),
    (
        "Ana Vessa received a delegation from Orland on Friday.",
        ["delegation from Orland and Ana Vessa | held | in-person | Friday | -"],
    ),
    ("Ivo Dahl was received by Ana Vessa in Osk.", ["Ivo Dahl and Ana Vessa | held | in-person | - | Osk"]),
    ("Ana Vessa travelled to Osk to meet Ivo Dahl.", ["Ivo Dahl and Ana Vessa | reported | in-person | - | Osk"]),
    (
        "Ana Vessa will fly to Osk on Monday for talks with Ivo Dahl.",
        ["Ivo Dahl and Ana Vessa | planned | - | Monday | Osk"],
    ),
    ("Talks between Kestria and Morvane collapsed on Friday.", ["Kestria and Morvane | held | - | Friday | -"]),
    (
        "The summit between Kestria and Morvane will take place in Pellora in June.",
        ["Kestria and Morvane | planned | in-person | June | Pellora"],
    ),
    ("The summit between Kestria and Morvane was postponed.", ["Kestria and Morvane | postponed | in-person | - | -"]),
    ("Kestria called off its talks with Morvane.", ["Kestria and Morvane | cancelled | - | - | -"]),
    (
        "A meeting between Ana Vessa and Ivo Dahl has been cancelled.",
        ["Ivo Dahl and Ana Vessa | cancelled | in-person | - | -"],
    ),
    (
        "Kestria put off a summit with Morvane until Friday.",
        ["Kestria and Morvane | postponed | in-person | until Friday | -"],
    ),
    (
        "Orland confirmed that Ana Vessa would meet Ivo Dahl on Monday.",
        ["Ivo Dahl and Ana Vessa | confirmed | in-person | Monday | -"],
    ),
    (
        "Ana Vessa described her meeting with Ivo Dahl last week as useful.",
        ["Ivo Dahl and Ana Vessa | reported | in-person | last week | -"],
    ),
    ("Ana Vessa said in a letter to Ivo Dahl that she would go.", ["Ivo Dahl and Ana Vessa | held | written | - | -"]),
    ("Ana Vessa sent a letter to Ivo Dahl on Monday.", ["Ivo Dahl and Ana Vessa | held | written | Monday | -"]),
    ("Ana Vessa wrote to Ivo Dahl on Monday.", ["Ivo Dahl and Ana Vessa | held | written | Monday | -"]),
    (
        "The foreign ministers of Kestria and Morvane will meet on Friday.",
        ["Kestria and Morvane | planned | in-person | Friday | -"],
    ),
    (
        "Ana Vessa and Ivo Dahl quarrelled for years. The two leaders met on Monday.",
        ["Ivo Dahl and Ana Vessa | held | in-person | Monday | -"],
    ),
    (
        "Ana Vessa will meet Ivo Dahl. The meeting, set for Friday, will be in Osk.",
        [
            "Ivo Dahl and Ana Vessa | planned | in-person | - | -",
            "Ivo Dahl and Ana Vessa | planned | in-person | Friday | Osk",
        ],
    ),
    ("Ana Vessa agreed to meet Ivo Dahl.", ["Ivo Dahl and Ana Vessa | planned | in-person | - | -"]),
    ("Ana Vessa and Ivo Dahl agreed to meet in Osk.", ["Ivo Dahl and Ana Vessa | planned | in-person | - | Osk"]),
    ("After a meeting with Ivo Dahl in Osk, Ana Vessa left.", ["Ivo Dahl and Ana Vessa | held | in-person | - | Osk"]),
    ("Ana Vessa, who met Ivo Dahl on Monday, resigned.", ["Ivo Dahl and Ana Vessa | held | in-person | Monday | -"]),
    ("Ivo Dahl, whom Ana Vessa met in Osk, resigned.", ["Ivo Dahl and Ana Vessa | held | in-person | - | Osk"]),
    ("Ana Vessa may meet Ivo Dahl on Monday.", ["Ivo Dahl and Ana Vessa | planned | in-person | Monday | -"]),
    ("Ana Vessa visited Ivo Dahl in Osk.", ["Ivo Dahl and Ana Vessa | held | in-person | - | Osk"]),
    ("The committee will meet on Thursday.", ["committee | planned | in-person | Thursday | -"]),
    ("Kestria-Morvane talks resumed on Monday.", ["Kestria and Morvane | held | - | Monday | -"]),
    ("Ana Vessa announced plans to meet Ivo Dahl.", ["Ivo Dahl and Ana Vessa | planned | in-person | - | -"]),
    ("Ana Vessa sat down with Ivo Dahl in Osk.", ["Ivo Dahl and Ana Vessa | held | in-person | - | Osk"]),
    (
        "Negotiators from Kestria and Morvane reconvened in Osk on Monday.",
        ["Negotiators from Kestria and Morvane | held | in-person | Monday | Osk"],
    ),
    ("Ana Vessa took a call from Ivo Dahl.", ["Ivo Dahl and Ana Vessa | held | call | - | -"]),
    (
        "Kestria and Morvane are scheduled to hold a second round of talks on Monday.",
        ["Kestria and Morvane | planned | - | Monday | -"],
    ),
    ("Ana Vessa had lunch with Ivo Dahl in Osk.", ["Ivo Dahl and Ana Vessa | held | in-person | - | Osk"]),
    (
        "Ana Vessa met Ivo Dahl before meeting Rolf Brandt.",
        ["Ivo Dahl and Ana Vessa | held | in-person | - | -", "Rolf Brandt and Ana Vessa | held | in-person | - | -"],
    ),
    ("Ana Vessa is meeting Ivo Dahl in Osk.", ["Ivo Dahl and Ana Vessa | held | in-person | - | Osk"]),
    (
        "Orland said Ana Vessa would meet Ivo Dahl on Monday.",
        ["Ivo Dahl and Ana Vessa | planned | in-person | Monday | -"],
    ),
    (
        "Ivo Dahl phoned Ana Vessa, and the pair agreed to meet in Osk.",
        ["Ivo Dahl and Ana Vessa | held | call | - | -", "Ivo Dahl and Ana Vessa | planned | in-person | - | Osk"],
    ),
    (
        "Ana Vessa will meet Ivo Dahl on Monday. Orland confirmed the meeting.",
        [
            "Ivo Dahl and Ana Vessa | planned | in-person | Monday | -",
            "Ivo Dahl and Ana Vessa | confirmed | in-person | Monday | -",
        ],
    ),
    (
        "Ana Vessa flew to Osk on Tuesday to see President Ivo Dahl.",
        ["Ivo Dahl and Ana Vessa | reported | in-person | Tuesday | Osk"],
    ),
    (
        "Ana Vessa is to fly to Osk next week for talks with Ivo Dahl.",
        ["Ivo Dahl and Ana Vessa | planned | - | next week | Osk"],
    ),
    (
        "Kestria’s foreign minister, Ana Vessa, visited Orland on Monday.",
        ["Orland and Ana Vessa | held | in-person | Monday | -"],
    ),
    (
        "A visit to Orland by the Kestrian premier has been cancelled.",
        ["Orland and Kestrian premier | cancelled | in-person | - | -"],
    ),
    ("Ana Vessa sat across the table from Ivo Dahl.", ["Ivo Dahl and Ana Vessa | held | in-person | - | -"]),
    (
        "Ana Vessa and Ivo Dahl will come face to face in Osk on Friday.",
        ["Ivo Dahl and Ana Vessa | planned | in-person | Friday | Osk"],
    ),
    ("Ana Vessa spent two hours with President Ivo Dahl.", ["Ivo Dahl and Ana Vessa | held | in-person | - | -"]),
    ("Ana Vessa and Ivo Dahl exchanged letters in March.", ["Ivo Dahl and Ana Vessa | held | written | March | -"]),
    ("Ana Vessa got on the phone to Ivo Dahl.", ["Ivo Dahl and Ana Vessa | held | call | - | -"]),
    ("Ana Vessa told Ivo Dahl by phone that she would go.", ["Ivo Dahl and Ana Vessa | held | call | - | -"]),
    ("Ana Vessa urged Ivo Dahl in a letter to go.", ["Ivo Dahl and Ana Vessa | held | written | - | -"]),
    ("Ana Vessa discussed the border with Ivo Dahl on Monday.", ["Ivo Dahl and Ana Vessa | held | - | Monday | -"]),
    ("Ana Vessa ran into Ivo Dahl in Osk.", ["Ivo Dahl and Ana Vessa | held | in-person | - | Osk"]),
    ("Ana Vessa shook hands with Ivo Dahl.", ["Ivo Dahl and Ana Vessa | held | in-person | - | -"]),
    ("Mediators shuttled between the two delegations.", ["Mediators and two delegations | held | in-person | - | -"]),
    ("Ana Vessa was joined by Ivo Dahl for lunch.", ["Ivo Dahl and Ana Vessa | held | in-person | - | -"]),
    (
        "Union leaders will return to the table with the ministry on Monday.",
        ["Union leaders and ministry | planned | - | Monday | -"],
    ),
    ("The council convened on Monday.", ["council | held | in-person | Monday | -"]),
    ("Ana Vessa pulled out of a summit with Ivo Dahl.", ["Ivo Dahl and Ana Vessa | cancelled | in-person | - | -"]),
    ("Talks between Kestria and Orland will not go ahead.", ["Kestria and Orland | cancelled | - | - | -"]),
    ("Talks between Kestria and Orland are off.", ["Kestria and Orland | cancelled | - | - | -"]),
    ("Talks between Kestria and Orland have been put on hold.", ["Kestria and Orland | postponed | - | - | -"]),
    (
        "Talks between Kestria and Orland, scheduled for Friday, fell through.",
        ["Kestria and Orland | cancelled | - | Friday | -"],
    ),
    (
        "The summit between Kestria and Orland has been moved to September.",
        ["Kestria and Orland | postponed | in-person | September | -"],
    ),
    (
        "The cancellation of a summit between Kestria and Orland hurt shares.",
        ["Kestria and Orland | cancelled | in-person | - | -"],
    ),
    (
        "The planned talks between Kestria and Orland did not take place.",
        ["Kestria and Orland | cancelled | - | - | -"],
    ),
    ("Talks between Kestria and Orland did not yield a deal.", ["Kestria and Orland | held | - | - | -"]),
    (
        "Snow forced Ana Vessa to put off a meeting with Ivo Dahl.",
        ["Ivo Dahl and Ana Vessa | postponed | in-person | - | -"],
    ),
    (
        "Ana Vessa had been due to dine with Ivo Dahl, but the dinner was called off.",
        ["Ivo Dahl and Ana Vessa | cancelled | in-person | - | -"],
    ),
    ("Ana Vessa walked out of a meeting with Ivo Dahl.", ["Ivo Dahl and Ana Vessa | held | in-person | - | -"]),
    ("Ana Vessa failed to turn up for talks with Ivo Dahl.", ["Ivo Dahl and Ana Vessa | cancelled | - | - | -"]),
    ("Kestria and Orland to hold talks in Osk", ["Kestria and Orland | planned | - | - | Osk"]),
    ("Ana Vessa, Ivo Dahl discuss border by phone", ["Ivo Dahl and Ana Vessa | held | call | - | -"]),
    ("Dahl cancels Vessa meeting", ["Dahl and Vessa | cancelled | in-person | - | -"]),
    ("Secret contacts between Kestria and Orland began in March.", ["Kestria and Orland | held | - | March | -"]),
]


@pytest.mark.parametrize(("text", "expected"), MET)
def test_meeting(text: str, expected: list[str]) -> None:
    assert [shown(s) for s in meetings(text)] == expected


NONE = [
    "The two leaders spoke at a rally.",
    "Osk United met Pellora Rovers in the final on Sunday.",
    "The two sides meet in the semifinal on Sunday.",
    "Corvane Steel met its target in March.",
    "The plan met with anger in Osk.",
    "The plan met resistance from Orland.",
    "Ana Vessa was met with applause.",
    "The road meets the river at Osk.",
    "Ana Vessa talks up her role in the deal.",
    "Thousands visited the ministry’s website on Monday.",
    "Ana Vessa visited a hospital in Osk.",
    "Ana Vessa wants to meet Ivo Dahl.",
    "Ana Vessa refused to meet Ivo Dahl.",
    "Ana Vessa offered to meet Ivo Dahl in Osk.",
    "Ana Vessa called for talks with Ivo Dahl.",
    "If Ana Vessa meets Ivo Dahl, Orland will leave.",
    "Ana Vessa would meet Ivo Dahl if Orland agreed.",
    "Ana Vessa should meet Ivo Dahl.",
    "Ana Vessa called Ivo Dahl a liar.",
    "Ana Vessa called on Ivo Dahl to resign.",
    "Ana Vessa told reporters that she was tired.",
    "Ana Vessa spoke to reporters in Osk.",
    "It was a close call for Ivo Dahl.",
    "The climber reached the summit on Monday.",
    "The house meets the needs of the family.",
    "Ana Vessa ruled out a meeting with Ivo Dahl.",
    "There was no meeting between Ana Vessa and Ivo Dahl.",
    "Ana Vessa received 40 percent of the vote.",
    "Ana Vessa received a letter.",
    "Orland welcomed the report.",
    "Police called the family of the victim.",
    "Ana Vessa met her husband in Osk in 1998.",
    "Orland proposed a summit with Kestria.",
    "The prospect of talks between Kestria and Morvane faded.",
    "Shares met with little demand in Osk.",
    "Kestria is open to talks with Morvane.",
    "Ana Vessa urged Ivo Dahl to meet Rolf Brandt.",
    "Ana Vessa was asked to call the office.",
    "Kestria opposes direct talks with Morvane.",
    "The deal calls for a meeting between Kestria and Morvane.",
    "Ana Vessa hopes to meet Ivo Dahl.",
    "Ana Vessa demanded that Ivo Dahl meet Rolf Brandt.",
    "Talks about talks are a Pellora habit.",
    "Ana Vessa greeted the crowd in Osk.",
    "Ana Vessa considered meeting Ivo Dahl.",
    "Should Ana Vessa meet Ivo Dahl?",
    "Rumours that Ana Vessa met Ivo Dahl are false.",
    "Had Ana Vessa met Ivo Dahl, Orland would have left.",
    "Ana Vessa was to have met Ivo Dahl on Monday.",
    "Ana Vessa nearly met Ivo Dahl in Osk.",
    "Ana Vessa wrote a novel in which a king meets Ivo Dahl.",
    "Ana Vessa left without meeting Ivo Dahl.",
    "Ana Vessa was accused of meeting Ivo Dahl.",
    "Orland offered to host talks between Kestria and Morvane.",
    "Ana Vessa cast doubt on a summit with Ivo Dahl.",
    "Ana Vessa has no plans to meet Ivo Dahl.",
    "Ana Vessa can meet Ivo Dahl in Osk.",
    "Until they meet, Ana Vessa and Ivo Dahl will wait.",
    "President Ana Vessa visited Osk on Monday.",
    "Ana Vessa called Ivo Dahl as a witness.",
    "The pair met in 1998.",
    "There are no plans for a meeting between Ana Vessa and Ivo Dahl.",
    "Kestria meet Orland in Osk on Friday.",
    "Ana Vessa left without having met Ivo Dahl.",
    "The panel read the letter and the report.",
    "Ana Vessa held a press conference with Ivo Dahl.",
    "Voters expect to see Ana Vessa on the ballot.",
    "Ana Vessa spent two hours with her husband.",
    "Hundreds of letters to Ana Vessa and Ivo Dahl were lost.",
    "Crowds gathered in Osk.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_meeting(text: str) -> None:
    assert [shown(s) for s in meetings(text)] == []


TOLD = [
    # text, who says it and how sure
    ("Ana Vessa denied meeting Ivo Dahl.", [("Ana Vessa", "CT-")]),
    ("Ana Vessa denied holding talks with Ivo Dahl.", [("Ana Vessa", "CT-")]),
    ("Ana Vessa did not meet Ivo Dahl.", [("", "CT-")]),
    ("Orland doubts that Ana Vessa will meet Ivo Dahl.", [("Orland", "PR-")]),
    ("Ana Vessa is not expected to meet Ivo Dahl.", [("", "CT-")]),
    ("Ana Vessa never held talks with Ivo Dahl.", [("", "CT-")]),
    ("Talks between Kestria and Morvane never took place.", [("", "CT-")]),
    ("Talks between Kestria and Morvane could resume on Monday.", [("", "PS+")]),
    ("A summit between Kestria and Morvane is unlikely.", [("", "PR-")]),
    ("Orland hopes that talks between Kestria and Morvane will resume.", [("Orland", "Uu")]),
    ("It is not true that Ana Vessa met Ivo Dahl.", [("", "Uu")]),
    ("Will Ana Vessa meet Ivo Dahl on Monday?", [("", "Uu")]),
    ("Ana Vessa may meet Ivo Dahl on Monday.", [("", "PS+")]),
    ("Orland said Ana Vessa would meet Ivo Dahl on Monday.", [("Orland", "CT+")]),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_who_says_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(s.speaker.name if s.speaker else "", s.factuality) for s in meetings(text)] == expected


def test_the_claim_stands_beside_a_meeting() -> None:
    kinds = {s.content.kind for s in statements("Orland said Ana Vessa would meet Ivo Dahl on Monday.")}
    assert kinds == {"Claim", "Meeting"}


def test_a_meeting_without_a_known_other_is_told_as_skipped() -> None:
    skipped = [item.reason for item in found("She will meet Ivo Dahl.") if isinstance(item, Skipped)]
    assert "meeting: fewer than two participants are named" in skipped


def test_the_days_are_in_the_tense_of_the_meeting() -> None:
    (held,) = meetings("Ana Vessa met Ivo Dahl in Osk on Monday.")
    (planned,) = meetings("Ana Vessa is due to meet Ivo Dahl on Thursday.")
    tenses = [value.tense for s in (held, planned) for _, value in s.content.fields if isinstance(value, Time)]
    assert tenses == ["past", "future"]
