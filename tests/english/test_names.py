"""What rules mend in the network's names, on docs built by hand."""

from collections.abc import Sequence

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.english.names import Names
from kg.english.peoples import is_people


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


@pytest.fixture(scope="module")
def names(nlp: Language) -> Names:
    return Names(nlp)


def doc(nlp: Language, words: str) -> Doc:
    """Words as ``word/tag/label/entity``, what follows the word at will; a pobj hangs on the word before it."""
    parts = [word.split("/") for word in words.split()]
    rows = [(*part, *("NN", "dep", "")[len(part) - 1 :]) for part in parts]
    forms, tags, labels, entities = zip(*rows, strict=True)
    heads = [i - 1 if label == "pobj" else 0 for i, label in enumerate(labels)]
    made = Doc(nlp.vocab, forms, tags=tags, deps=labels, heads=heads)
    made.set_ents(_spans(made, entities))
    return made


def _spans(made: Doc, tags: Sequence[str]) -> list[Span]:
    out: list[Span] = []
    for i, tag in enumerate(tags):
        if tag.startswith("B-"):
            end = i + 1
            while end < len(tags) and tags[end] == "I-" + tag[2:]:
                end += 1
            out.append(Span(made, i, end, label=tag[2:]))
    return out


MENDED = [
    # peoples
    ("the Norwegian/JJ/amod army", [("NORP", "Norwegian")]),
    ("the Norwegian/NNP/compound/B-ORG army", [("NORP", "Norwegian")]),
    ("the Norwegians/NNPS/nsubj/B-GPE left", [("NORP", "Norwegians")]),
    ("South/JJ/compound/B-GPE Korean/JJ/amod envoys", [("NORP", "South Korean")]),
    ("Muslims/NNPS/nsubj/B-ORG pray", [("NORP", "Muslims")]),
    ("she speaks Norwegian/NNP/dobj", []),  # a language
    ("Norwegian/NNP/compound/B-ORG Air/NNP/nsubj/I-ORG flies", [("ORG", "Norwegian Air")]),
    ("Christian/NNP/nsubj/B-PERSON left", [("PERSON", "Christian")]),
    # titles
    ("President/NNP/compound/B-PERSON Vessa/NNP/nsubj/I-PERSON left", [("PERSON", "Vessa")]),
    ("Major/NNP/nsubj/B-PERSON left", [("PERSON", "Major")]),
    # where somebody is from
    (
        "Ana/NNP/compound/B-PERSON Vessa/NNP/nsubj/I-PERSON of/IN/prep/I-PERSON Osk/NNP/pobj/I-PERSON left",
        [("PERSON", "Ana Vessa"), ("GPE", "Osk")],
    ),
    ("Ana/NNP/compound/B-PERSON Vessa/NNP/nsubj/I-PERSON of/IN/prep/I-PERSON Osk", [("PERSON", "Ana Vessa")]),
    ("Joan/NNP/nsubj/B-PERSON of/IN/prep/I-PERSON Arc/NNP/pobj/I-PERSON left", [("PERSON", "Joan of Arc")]),
    # what can only be a place
    ("It/PRP/nsubj rained/VBD/ROOT in/IN/prep Sethe/NNP/pobj/B-PERSON", [("GPE", "Sethe")]),
    ("trust/NN/ROOT in/IN/prep Osk/NNP/pobj/B-ORG", [("ORG", "Osk")]),
    ("Vienna/NNP/nsubj/B-PERSON said", [("GPE", "Vienna")]),
    (
        "Ana/NNP/compound/B-PERSON Vienna/NNP/nsubj/I-PERSON left ; Vienna/NNP/nsubj/B-PERSON said",
        [("PERSON", "Ana Vienna"), ("PERSON", "Vienna")],
    ),
    # known bodies
    ("the Kremlin/NNP/nsubj/B-PERSON said", [("ORG", "Kremlin")]),
    # works and products
    ("the novel Stone/NNP/appos/B-MISC Harbor/NNP/appos/I-MISC", [("WORK_OF_ART", "Stone Harbor")]),
    ("the OR-7/NNP/dobj/B-MISC launcher", [("PRODUCT", "OR-7")]),
    ("the Stone/NNP/dobj/B-MISC Harbor/NNP/dobj/I-MISC plan", []),
    # one name, one type
    (
        "Osk/NNP/nsubj/B-GPE fell and Osk/NNP/nsubj/B-GPE burned ; Osk/NNP/nsubj/B-PERSON grieves",
        [("GPE", "Osk"), ("GPE", "Osk"), ("GPE", "Osk")],
    ),
    (
        "Ana/NNP/compound/B-PERSON Vessa/NNP/nsubj/I-PERSON left ; Vessa/NNP/nsubj/B-ORG said",
        [("PERSON", "Ana Vessa"), ("PERSON", "Vessa")],
    ),
    (
        "Osk/NNP/nsubj/B-GPE voted ; the Osk/NNP/compound/B-ORG Board/NNP/nsubj/I-ORG met",
        [("GPE", "Osk"), ("ORG", "Osk Board")],
    ),
]


@pytest.mark.parametrize(("words", "expected"), MENDED)
def test_names(nlp: Language, names: Names, words: str, expected: list[tuple[str, str]]) -> None:
    assert [(ent.label_, ent.text) for ent in names(doc(nlp, words)).ents] == expected


def test_an_empty_doc(nlp: Language, names: Names) -> None:
    assert not names(Doc(nlp.vocab, [])).ents


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Norwegian", True), ("South Koreans", True), ("Californians", True), ("Shi'ite", True), ("Roma", True),
        ("Orleans", False), ("Japan", False), ("Titanic", False), ("Osk Airport", False), ("", False),
    ],
)  # fmt: skip
def test_is_people(name: str, expected: bool) -> None:
    assert is_people(name) is expected
