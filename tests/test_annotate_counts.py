"""Counts and durations: what is read, with which value, and what is none. Percent, areas and dates have their own."""

from decimal import Decimal

import pytest

from kg.annotate.counts import counts
from kg.model import Span

COUNTS = [
    # sentence, words, number, approximation
    ("They took 12 villages.", "12", 12, "exactly"),
    ("Twelve villages fell.", "Twelve", 12, "exactly"),
    ("They took twenty-five villages.", "twenty-five", 25, "exactly"),
    ("At least 1,200 people fled.", "At least 1,200", 1200, "at-least"),
    ("Some 1.2 million people fled.", "Some 1.2 million", 1_200_000, "about"),
    ("It flew 3.4m passengers.", "3.4m", 3_400_000, "exactly"),
    ("Half a million fled.", "Half a million", 500_000, "exactly"),
    ("About two dozen fled.", "About two dozen", 24, "about"),
    ("Half a dozen fled.", "Half a dozen", 6, "exactly"),
    ("A half-dozen fled.", "half-dozen", 6, "exactly"),
    ("The six-party talks failed.", "six", 6, "exactly"),
    ("Dozens fled.", "Dozens", 12, "at-least"),
    ("Several hundred people fled.", "Several hundred", 100, "at-least"),
    ("Tens of thousands fled.", "Tens of thousands", 10_000, "at-least"),
    ("The 27-nation bloc met.", "27", 27, "exactly"),
    ("Some 40-odd people fled.", "Some 40-odd", 40, "about"),
    ("A hundred or so people fled.", "A hundred or so", 100, "about"),
    ("It heard 14 witnesses or more.", "14 witnesses or more", 14, "at-least"),
    ("One soldier fell.", "One", 1, "exactly"),
    ("The toll rose to 40.", "40", 40, "exactly"),
    ("It sent 2000 soldiers.", "2000", 2000, "exactly"),
    ("Had three brothers.", "three", 3, "exactly"),
]
RANGES = [
    ("Between 30 and 40 men came.", "Between 30 and 40", 30, 40),
    ("It counted 10,000 to 15,000 people.", "10,000 to 15,000", 10_000, 15_000),
    ("It has 6-7 ships.", "6-7", 6, 7),
    ("It has two or three ships.", "two or three", 2, 3),
    ("It needs two to three million.", "two to three million", 2_000_000, 3_000_000),
]
DURATIONS = [
    # sentence, words, number, unit, approximation
    ("They agreed on a 30-day truce.", "30-day", "30", "day", "exactly"),
    ("It took three weeks.", "three weeks", "3", "week", "exactly"),
    ("It took a year and a half.", "a year and a half", "1.5", "year", "exactly"),
    ("It took two and a half years.", "two and a half years", "2.5", "year", "exactly"),
    ("It took half an hour.", "half an hour", "0.5", "hour", "exactly"),
    ("It took a quarter of an hour.", "a quarter of an hour", "0.25", "hour", "exactly"),
    ("It was a half-hour talk.", "half-hour", "0.5", "hour", "exactly"),
    ("The week-long siege ended.", "week-long", "1", "week", "exactly"),
    ("It stood for a week.", "a week", "1", "week", "exactly"),
    ("It stood for nearly a decade.", "nearly a decade", "1", "decade", "less-than"),
    ("It lasted over a decade.", "over a decade", "1", "decade", "more-than"),
    ("Costs fell over a decade.", "a decade", "1", "decade", "exactly"),
    ("Costs fell over ten years.", "ten years", "10", "year", "exactly"),
    ("It ran for 15-plus years.", "15-plus years", "15", "year", "at-least"),
    ("He got up to 25 years in prison.", "up to 25 years", "25", "year", "at-most"),
]
NONE = [
    "It cost $11 million.",
    "It cost 11 million dollars.",
    "They walked 12 kilometers.",
    "The wall is 3.4m high.",
    "They won 2-1 at home.",
    "The vote was 80-19.",
    "They cited Resolution 1973.",
    "It was adopted in 1921.",
    "The woman, 34, was unhurt.",
    "He is 70.",
    "It helps people under 30.",
    "A 19-year-old woman fled.",
    "She is 34 years old.",
    "Rates rose 11 percentage points.",
    "No one came.",
    "One of them came.",
    "One day it will rain.",
    "They blamed one another.",
    "It leaves at 10 a.m. on platform 4.",
    "Flight 370 was lost.",
    "A Boeing 737 was lost.",
    "Article 5 binds them.",
    "The quake had a magnitude of 6.1.",
    "The Group of Seven met.",
    "They led by a two-thirds majority.",
    "They were struck 41 times.",
    "Ferries cross twice a day.",
    "He came 3rd on the 12th lap.",
    "The hotline is 555-0142.",
    "The shop is open 24/7.",
    "The house at 14 Mill Street burned.",
    "It is one evil or another.",
    "It fell to minus 30.",
]


@pytest.mark.parametrize(("sentence", "words", "number", "approximation"), COUNTS)
def test_counts(sentence: str, words: str, number: int, approximation: str) -> None:
    (one,) = counts(sentence)
    assert (one.text, one.unit, one.number, one.approximation) == (words, "count", Decimal(number), approximation)
    assert one.span.of(sentence) == one.text


@pytest.mark.parametrize(("sentence", "words", "low", "high"), RANGES)
def test_ranges(sentence: str, words: str, low: int, high: int) -> None:
    (one,) = counts(sentence)
    assert (one.text, one.number, one.number_min, one.number_max) == (words, None, Decimal(low), Decimal(high))
    assert (one.unit, one.approximation) == ("count", "between")


@pytest.mark.parametrize(("sentence", "words", "number", "unit", "approximation"), DURATIONS)
def test_durations(sentence: str, words: str, number: str, unit: str, approximation: str) -> None:
    (one,) = counts(sentence)
    assert (one.text, str(one.number), one.unit, one.approximation) == (words, number, unit, approximation)


@pytest.mark.parametrize("sentence", NONE)
def test_none(sentence: str) -> None:
    assert counts(sentence) == ()


def test_a_range_with_from_is_two_counts() -> None:
    assert [one.number for one in counts("It grew from 30 to 40 seats.")] == [Decimal(30), Decimal(40)]


def test_more_than_the_whole_is_a_quantity_in_percent() -> None:
    (one,) = counts("Exports rose 250 percent.")
    assert (one.unit, one.number) == ("percent", Decimal(250))


def test_what_is_a_share_or_a_time_already_is_none() -> None:
    text = "Two years ago 11% fled with 12 others."
    assert [one.text for one in counts(text, [Span(0, 13), Span(14, 17)])] == ["12"]
