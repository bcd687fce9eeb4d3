"""Training sentences, varied."""

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kg.english import augment
from kg.english.corpus import Sentence

SENTENCE = Sentence(
    words=("Ana", "Vessa", "told", "Vessa", "TV", "of", "the", "Osk", "Board", ":", '"', "it", "'s", "over", '"'),
    spaces=(True,) * 15,
    tags=("NNP", "NNP", "VBD", "NNP", "NNP", "IN", "DT", "NNP", "NNP", ":", "``", "PRP", "VBZ", "RB", "''"),
    entities=("B-PERSON", "I-PERSON", "O", "B-PERSON", "B-ORG", "O", "O", "B-ORG", "I-ORG", *"OOOOOO"),
)


def test_curled() -> None:
    assert augment.curled(SENTENCE).words[10:] == ("“", "it", "’s", "over", "”")


def test_headline() -> None:
    assert augment.headline(SENTENCE, upper=False).words[2] == "Told"
    assert augment.headline(SENTENCE, upper=True).words[:3] == ("ANA", "VESSA", "TOLD")


def test_invented_names_stand_for_persons_and_for_bodies_of_one_word() -> None:
    found = augment.estranged(SENTENCE, random.Random(3))
    assert found.words[0] != "Ana"
    assert found.words[1] == found.words[3] != "Vessa"  # one name, one invention
    assert found.words[2] == "told"
    assert found.words[4:9] == ("TV", "of", "the", "Osk", "Board")  # too short to tell; its words say what it is
    assert found.entities == SENTENCE.entities


def test_an_acronym_stays_one() -> None:
    sentence = Sentence(("OGB",), (True,), entities=("B-ORG",))
    found = augment.estranged(sentence, random.Random(1)).words[0]
    assert found.isupper()
    assert found != "OGB"


@given(st.integers())
def test_whatever_varies_the_annotation_stays(seed: int) -> None:
    found = augment.varied(SENTENCE, random.Random(seed))
    assert replace(found, words=SENTENCE.words) == SENTENCE
    assert len(found.words) == len(SENTENCE.words)
    assert all(found.words)
