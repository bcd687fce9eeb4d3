"""Entities that rules find: dates, shares, money, quantities."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Span

from kg.english.numbers import Numbers


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


@pytest.fixture(scope="module")
def numbers(nlp: Language) -> Numbers:
    return Numbers(nlp)


FOUND = [
    ("She left on Sunday.", [("DATE", "Sunday")]),
    ("She left last Sunday.", [("DATE", "last Sunday")]),
    ("She left on March 17, 2025.", [("DATE", "March 17, 2025")]),
    ("She left on 17 March 2025.", [("DATE", "17 March 2025")]),
    ("She left in April.", [("DATE", "April")]),
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
    assert [(ent.label_, ent.text) for ent in numbers(nlp.make_doc(text)).ents] == expected


def test_what_the_network_found_stands(nlp: Language, numbers: Numbers) -> None:
    doc = nlp.make_doc("The Battle of 2014 ended in 2015.")
    doc.set_ents([Span(doc, 1, 4, label="EVENT")])
    assert [(ent.label_, ent.text) for ent in numbers(doc).ents] == [("EVENT", "Battle of 2014"), ("DATE", "2015")]
