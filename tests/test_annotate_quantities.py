"""Shares and areas: what is read, with which value, and what is none."""

from decimal import Decimal

import pytest
import spacy
from spacy.tokens import Doc

from kg.annotate.quantities import amounts


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    return spacy.blank("en")


SHARES = [
    # sentence, words, percent, approximation
    ("It holds 11% of the land.", "11%", "11", "exactly"),
    ("It holds 11 % of the land.", "11 %", "11", "exactly"),
    ("It holds 11 percent of the land.", "11 percent", "11", "exactly"),
    ("It holds 11 per cent of the land.", "11 per cent", "11", "exactly"),
    ("It holds eleven percent of the land.", "eleven percent", "11", "exactly"),
    ("It holds twenty-five percent of the land.", "twenty-five percent", "25", "exactly"),
    ("It holds 11.5 pct of the land.", "11.5 pct", "11.5", "exactly"),
    ("It holds 11.50 percent of the land.", "11.50 percent", "11.5", "exactly"),
    ("It holds a 20-percent slice.", "20-percent", "20", "exactly"),
    ("It holds two and a half percent of it.", "two and a half percent", "2.5", "exactly"),
    ("It lost about 11% of its land.", "about 11%", "11", "about"),
    ("It lost around 11 percent.", "around 11 percent", "11", "about"),
    ("It lost roughly 11 percent.", "roughly 11 percent", "11", "about"),
    ("It lost some 20 percent.", "some 20 percent", "20", "about"),
    ("It lost approximately 20 percent.", "approximately 20 percent", "20", "about"),
    ("It lost an estimated 20 percent.", "an estimated 20 percent", "20", "about"),
    ("It lost 20 percent or so.", "20 percent or so", "20", "about"),
    ("Nearly 20 percent was lost.", "Nearly 20 percent", "20", "less-than"),
    ("It lost almost 20 percent.", "almost 20 percent", "20", "less-than"),
    ("It lost just under 20 percent.", "just under 20 percent", "20", "less-than"),
    ("It lost less than 20 percent.", "less than 20 percent", "20", "less-than"),
    ("It lost under 20 percent.", "under 20 percent", "20", "less-than"),
    ("It lost more than 20 percent.", "more than 20 percent", "20", "more-than"),
    ("It lost over 20 percent.", "over 20 percent", "20", "more-than"),
    ("It lost upwards of 20 percent.", "upwards of 20 percent", "20", "more-than"),
    ("It lost at least 20 percent.", "at least 20 percent", "20", "at-least"),
    ("It lost no less than 20 percent.", "no less than 20 percent", "20", "at-least"),
    ("It lost 20 percent or more.", "20 percent or more", "20", "at-least"),
    ("It lost at most 20 percent.", "at most 20 percent", "20", "at-most"),
    ("It lost up to 20 percent.", "up to 20 percent", "20", "at-most"),
    ("It lost no more than 20 percent.", "no more than 20 percent", "20", "at-most"),
    ("It lost as much as 20 percent.", "as much as 20 percent", "20", "at-most"),
    ("It lost exactly 20 percent.", "exactly 20 percent", "20", "exactly"),
    ("It has control over 20 percent of the land.", "20 percent", "20", "exactly"),
    ("It lost a fifth of its land.", "a fifth", "20", "exactly"),
    ("It lost one-fifth of its land.", "one-fifth", "20", "exactly"),
    ("It lost nearly a fifth of its land.", "nearly a fifth", "20", "less-than"),
    ("It lost nearly a fifth.", "nearly a fifth", "20", "less-than"),
    ("It lost three quarters of its land.", "three quarters", "75", "exactly"),
    ("It lost three-quarters of its land.", "three-quarters", "75", "exactly"),
    ("It lost two-thirds of its land.", "two-thirds", "66.67", "exactly"),
    ("It lost a third of its land.", "a third", "33.33", "exactly"),
    ("It shrank by a third in the war.", "a third", "33.33", "exactly"),
    ("It lost about a quarter of its land.", "about a quarter", "25", "about"),
    ("It lost almost half of it.", "almost half", "50", "less-than"),
    ("It lost almost half.", "almost half", "50", "less-than"),
    ("It lost more than half its land.", "more than half", "50", "more-than"),
    ("It lost half the country.", "half", "50", "exactly"),
    ("It lost well over half of the coast.", "well over half", "50", "more-than"),
    ("It lost a third or more of the coast.", "a third or more", "33.33", "at-least"),
    ("Half of the island is held by Vastria.", "Half", "50", "exactly"),
    ("It holds the western half of the capital.", "the western half", "50", "exactly"),
    ("It holds 81 of Osk and three quarters of Pellora.", "three quarters", "75", "exactly"),
]

RANGES = [
    ("It holds between 40 and 45 percent of it.", "between 40 and 45 percent", "40", "45"),
    ("It holds between 40% and 45% of it.", "between 40% and 45%", "40", "45"),
    ("It holds between forty and forty-five percent.", "between forty and forty-five percent", "40", "45"),
    ("It holds 40-45% of it.", "40-45%", "40", "45"),
    ("It holds 40–45 percent of it.", "40–45 percent", "40", "45"),
    ("It holds 40 to 45 percent of it.", "40 to 45 percent", "40", "45"),
    ("It holds about 40 to 45 percent of it.", "about 40 to 45 percent", "40", "45"),
    ("It holds between a fifth and a quarter of it.", "between a fifth and a quarter", "20", "25"),
    ("It holds a quarter to a third of it.", "a quarter to a third", "25", "33.33"),
]

AREAS = [
    ("It took 4,500 square kilometers.", "4,500 square kilometers", "4500", "exactly"),
    ("It took 4,500 square kilometres.", "4,500 square kilometres", "4500", "exactly"),
    ("It took about 4,500 sq km.", "about 4,500 sq km", "4500", "about"),
    ("It took 4500 km2 of forest.", "4500 km2", "4500", "exactly"),
    ("It took 4500km² of forest.", "4500km²", "4500", "exactly"),
    ("It took 2.5 sq. km there.", "2.5 sq. km", "2.5", "exactly"),
    ("It took more than 1,200 square miles.", "more than 1,200 square miles", "3108", "more-than"),
    ("It took a 1,000-square-mile pocket.", "1,000-square-mile", "2590", "exactly"),
    ("It took one square mile.", "one square mile", "2.59", "exactly"),
    ("It took 1.2 million hectares.", "1.2 million hectares", "12000", "exactly"),
    ("It took half a million hectares.", "half a million hectares", "5000", "exactly"),
    ("It took two thousand hectares.", "two thousand hectares", "20", "exactly"),
    ("It took two thousand square kilometers.", "two thousand square kilometers", "2000", "exactly"),
    ("It took at least a hundred square kilometers.", "at least a hundred square kilometers", "100", "at-least"),
    ("It took 4,500 sq km (1,740 sq mi) there.", "4,500 sq km", "4500", "exactly"),
    ("It took 50,000 acres or more.", "50,000 acres or more", "202", "at-least"),
    ("It holds 97 of the enclave's 101 square miles.", "97 of the enclave's 101 square miles", "251", "exactly"),
]

VAGUE = [
    ("It seized parts of Ostvara.", "parts"),
    ("It seized large parts of the northern coast.", "large parts"),
    ("It kept the swathes of Ostvaran territory.", "swathes"),
    ("It kept vast swathes of land.", "vast swathes"),
    ("It holds most of the city.", "most"),
    ("It holds almost all of the province.", "almost all"),
    ("It holds much of Ostvara.", "much"),
    ("It seized large areas of Ostvara.", "large areas"),
    ("It seized a narrow strip of land.", "a narrow strip"),
    ("It holds the bulk of the eastern district.", "the bulk"),
    ("It took part of the island.", "part"),
]

NONE = [
    "They waited half an hour.",
    "They tried a third time.",
    "Sales fell in the third quarter.",
    "They scored in the second half.",
    "It rained for the first half of the year.",
    "Two were killed and a third was wounded.",
    "It took a year and a half.",
    "It needs a two-thirds majority.",
    "It grew for the past three quarters.",
    "Half a dozen came.",
    "It was cut in half.",
    "The half-hour talk ended.",
    "They spoke for a quarter of an hour.",
    "It was idle for half the season.",
    "Rates rose 11 percentage points.",
    "Prices moved -3%.",
    "Exports rose 250 percent.",
    "It was built in 2014.",
    "They paid $11.",
    "Eleven people came.",
    "Most of the time they waited.",
    "All of them left.",
    "Much of the speech was on trade.",
    "Most of Sunday was quiet.",
    "They walked 12 kilometers.",
    "It was a fifth-largest maker.",
    "A third party may help.",
    "It was part of the problem.",
]


def only(doc: Doc):
    (amount,) = amounts(doc)
    assert amount.span.of(doc.text) == amount.text
    return amount


@pytest.mark.parametrize(("sentence", "words", "percent", "approximation"), SHARES)
def test_share(nlp, sentence, words, percent, approximation):
    amount = only(nlp(sentence))
    assert (amount.text, str(amount.percent), amount.approximation) == (words, percent, approximation)
    assert amount.area_km2 is None


@pytest.mark.parametrize(("sentence", "words", "low", "high"), RANGES)
def test_range(nlp, sentence, words, low, high):
    amount = only(nlp(sentence))
    assert (amount.text, amount.approximation) == (words, "between")
    assert (str(amount.percent_min), str(amount.percent_max), amount.percent) == (low, high, None)


@pytest.mark.parametrize(("sentence", "words", "area", "approximation"), AREAS)
def test_area(nlp, sentence, words, area, approximation):
    amount = only(nlp(sentence))
    assert (amount.text, str(amount.area_km2), amount.approximation) == (words, area, approximation)


@pytest.mark.parametrize(("sentence", "words"), VAGUE)
def test_vague(nlp, sentence, words):
    amount = only(nlp(sentence))
    assert (amount.text, amount.percent, amount.percent_min, amount.area_km2) == (words, None, None, None)


@pytest.mark.parametrize("sentence", NONE)
def test_none(nlp, sentence):
    assert amounts(nlp(sentence)) == ()


def test_from_to_is_two_shares(nlp):
    first, second = amounts(nlp("Its share rose from 18 to nearly 20 percent."))
    assert (first.text, first.percent) == ("18", Decimal(18))
    assert (second.text, second.percent, second.approximation) == ("nearly 20 percent", Decimal(20), "less-than")


def test_a_range_of_areas_keeps_its_words_only(nlp):
    amount = only(nlp("It took between 4,000 and 5,000 sq km."))
    assert (amount.text, amount.area_km2, amount.approximation) == ("between 4,000 and 5,000 sq km", None, "between")


def test_in_the_order_of_the_text(nlp):
    text = "It holds a fifth, then 400 sq km, then 3 percent and parts of Ostvara."
    assert [a.text for a in amounts(nlp(text))] == ["400 sq km", "3 percent", "parts"]


def test_any_tokenisation_gives_the_same(nlp):
    text = "It lost about 11% of its land."
    letters = Doc(nlp.vocab, words=list(text), spaces=[False] * len(text))
    assert amounts(letters) == amounts(nlp(text))


SAME_UNIT = [
    ("It shrank from 61,000 sq km in 2031 to fewer than 9,000 today.", ["61,000 sq km", "fewer than 9,000"]),
    ("It shrank to 90 hectares from 150 in July.", ["90 hectares", "150"]),
    ("It was 267 hectares, compared with 441 in May and 596 in June.", ["267 hectares", "441", "596"]),
    # years, what has a noun of its own, another sentence
    ("It took 90 hectares from 2030 to 2031.", ["90 hectares"]),
    ("It gave 90 hectares to 40 farmers.", ["90 hectares"]),
    ("It took 90 hectares. It rose to 40 in May.", ["90 hectares"]),
    ("It took 90 hectares and 40 by May.", ["90 hectares"]),
]


@pytest.mark.parametrize(("sentence", "words"), SAME_UNIT)
def test_unit_that_is_said_once(nlp, sentence, words):
    assert [amount.text for amount in amounts(nlp(sentence))] == words
