"""Entities that rules find: dates, shares, money, quantities."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.english.numbers import Numbers


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


@pytest.fixture(scope="module")
def numbers(nlp: Language) -> Numbers:
    return Numbers(nlp)


def tagged(nlp: Language, text: str, **tags: str) -> Doc:
    """The text's tokens with tags: those given by word, else NNP for a capital and NN for the rest."""
    doc = nlp.make_doc(text)
    for token in doc:
        token.tag_ = tags.get(token.text, "NNP" if token.text[0].isupper() else "NN")
    return doc


FOUND = [
    ("She left on Sunday.", [("DATE", "Sunday")]),
    ("She left last Sunday.", [("DATE", "last Sunday")]),
    ("She left on March 17, 2025.", [("DATE", "March 17, 2025")]),
    ("She left on 17 March 2025.", [("DATE", "17 March 2025")]),
    ("She left in April.", [("DATE", "April")]),
    ("She left in May.", [("DATE", "May")]),
    ("She left in early March.", [("DATE", "early March")]),
    ("She left on Tuesday, July 19.", [("DATE", "Tuesday, July 19")]),
    ("She left on Monday, 4 May 2020.", [("DATE", "Monday, 4 May 2020")]),
    ("She left on 5th October, 1922.", [("DATE", "5th October, 1922")]),
    ("She stayed from July 14 to 24, 2022.", [("DATE", "July 14 to 24, 2022")]),
    ("She led it 2018-2023.", [("DATE", "2018-2023")]),
    ("She led it from 1846 to 1848.", [("DATE", "1846 to 1848")]),
    ("She is 63 years old.", [("DATE", "63 years old")]),
    ("She left in 2022.", [("DATE", "2022")]),
    ("She left in the 1990s.", [("DATE", "1990s")]),
    ("She left last week.", [("DATE", "last week")]),
    ("She left two days ago.", [("DATE", "two days ago")]),
    ("She left yesterday.", [("DATE", "yesterday")]),
    ("She left at 5 p.m. sharp.", [("TIME", "5 p.m.")]),
    ("She left tonight.", [("TIME", "tonight")]),
    ("They hold 11% of it.", [("PERCENT", "11%")]),
    ("They hold about 11 percent of it.", [("PERCENT", "about 11 percent")]),
    ("They hold 11 per cent of it.", [("PERCENT", "11 per cent")]),
    ("It cost $5 million.", [("MONEY", "$5 million")]),
    ("It cost about 5 million euros.", [("MONEY", "about 5 million euros")]),
    ("It is 40 kilometers long.", [("QUANTITY", "40 kilometers")]),
    ("It is 4,500 square kilometers.", [("QUANTITY", "4,500 square kilometers")]),
    ("It is the third time.", [("ORDINAL", "third")]),
    ("It is the 21st time.", [("ORDINAL", "21st")]),
    ("Two million people left.", [("CARDINAL", "Two million")]),
    pytest.param(
        "They want a 30-day truce.",
        [("DATE", "30-day")],
    ),
    # what is none
    ("They march on.", []),
    ("They may leave.", []),
    ("She left.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_numbers(nlp: Language, numbers: Numbers, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(ent.label_, ent.text) for ent in numbers(tagged(nlp, text)).ents] == expected


def test_a_month_that_is_a_verb_is_no_date(nlp: Language, numbers: Numbers) -> None:
    assert not numbers(tagged(nlp, "May she live 100 years!", May="MD")).ents[0].text.startswith("May")


def test_what_the_network_found_stands(nlp: Language, numbers: Numbers) -> None:
    doc = tagged(nlp, "The Battle of 2014 ended in 2015.")
    doc.set_ents([Span(doc, 1, 4, label="EVENT")])
    assert [(ent.label_, ent.text) for ent in numbers(doc).ents] == [("EVENT", "Battle of 2014"), ("DATE", "2015")]
