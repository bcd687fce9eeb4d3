"""Which words stand for one actor."""

import pytest
from docs import doc
from spacy.tokens import Doc

from kg.annotate.clusters import clusters
from kg.annotate.coreference import coreference
from kg.model import Layers

STANDS_FOR = [
    # text, a word (the last of its kind is meant), whom it stands for
    # short names
    ("Ana Vessa arrived. Vessa spoke.", "Vessa", "Ana Vessa"),
    ("Ana Vessa arrived. Ana spoke.", "Ana", "Ana Vessa"),
    ("Ana Vessa and Jon Vessa arrived. Jon spoke.", "Jon", "Jon Vessa"),
    ("Ana Vessa and Jon Terek arrived. Terek spoke.", "Terek", "Jon Terek"),
    ("Jon Terek met Ana Terek.", "Terek", "Ana Terek"),
    ("The Ondrel Front met. The Front split.", "Front", "Ondrel Front"),
    # acronyms in brackets
    ("The Dahl Grain Union (DGU) met. The DGU split.", "DGU", "Dahl Grain Union"),
    # peoples
    ("Kestria voted. A Kestrian spoke.", "Kestrian", "Kestria"),
    # titles
    ("President Ana Vessa arrived. The president spoke.", "president", "Ana Vessa"),
    ("President Ana Vessa arrived. The minister spoke.", "minister", None),
    ("President Ana Vessa arrived. A president spoke.", "president", None),
    ("Corvane Steel cut jobs. The company lost money.", "company", "Corvane Steel"),
    ("A lawyer for Corvane Steel left. The company lost money.", "company", "Corvane Steel"),
    # pronouns
    ("Ana Vessa arrived. She spoke.", "She", "Ana Vessa"),
    ("Ana Vessa said she would go.", "she", "Ana Vessa"),
    ("Mirko Dahl lost his job.", "his", "Mirko Dahl"),
    ("Mirko Dahl hurt himself.", "himself", "Mirko Dahl"),
    pytest.param("Mirko Dahl met him.", "him", None),
    ("Mr. Dahl met Ms. Vessa. She spoke.", "She", "Vessa"),
    ("Mr. Dahl met Ms. Vessa. He spoke.", "He", "Dahl"),
    ("Ms. Vessa met Mr. Dahl. She spoke.", "She", "Vessa"),
    ("Ms. Vessa met Mr. Dahl. He spoke.", "He", "Dahl"),
    ("Mr. Dahl said she was ill.", "she", None),
    ("The president of Kestria, Ana Vessa, arrived. The president spoke.", "president", "Ana Vessa"),
    ("Ana Vessa met Jon Terek. “He is weak,” she said.", "she", "Ana Vessa"),
    ("Ana Vessa’s brother said he was ill.", "he", None),
    ("Kestria and Morvane met. They signed the deal.", "They", None),
    ("Corvane Steel cut jobs. It lost money.", "It", "Corvane Steel"),
    ("Ana Vessa runs Corvane Steel. It lost money.", "It", "Corvane Steel"),
    ("Kestria said it would go.", "it", "Kestria"),
    ("Corvane Steel hired Ana Vessa. She spoke.", "She", "Ana Vessa"),
    ("Officials in Kestria said they would go.", "they", None),
    pytest.param("Kestria is calm. It is unclear who won.", "It", None),
    pytest.param("Kestria is calm. It rained all day.", "It", None),
    # people and things without a name
    ("Farmers met Ana Vessa. They asked for rain.", "They", None),
    ("A farmer met Ana Vessa. The farmer said he was ill.", "he", None),
    ("A farmer met Ana Vessa. The farmer said he was ill.", "farmer", None),
    ("Corvane Steel made a plan. It failed.", "plan", None),
    ("Kestria and Morvane met. The two countries signed the deal.", "countries", None),
    # parts of one phrase are kept apart, what a comma parts is not
    ("Kestria, for its part, voted.", "its", "Kestria"),
    ("Mirko Dahl met his counterpart, Jon Terek.", "his", "Mirko Dahl"),
    ("Mirko Dahl met his counterpart, Jon Terek.", "counterpart", None),
    # men and women by what they are called, and by their first names
    ("Jon Terek and his wife, Ana Terek, arrived. She spoke.", "She", "Ana Terek"),
    ("Spokeswoman Dorv Terek arrived. He left.", "He", None),
    ("Dorvil Terek met Ilka Dahl. She spoke.", "She", "Ilka Dahl"),
    # a state says "we"; whom "I" stands for is known by who speaks
    ("“We will go,” Kestria said.", "We", "Kestria"),
    ("“We will go,” Vessa said.", "We", None),
    ("“I will go,” Ana Vessa said. “I am ready.”", "I", None),
    # a name inside a quotation is not chosen for a pronoun outside
    ("Mirko Dahl arrived. “Jon Terek is weak,” an aide said. He left.", "He", "Mirko Dahl"),
    ("“Jon Terek is weak,” an aide said. He left.", "He", None),
    # far above, but alone
    ("Mirko Dahl arrived. Rain fell. Snow fell. Rain fell. Snow fell. Rain fell. He left.", "He", "Mirko Dahl"),
]


@pytest.mark.parametrize(("text", "word", "name"), STANDS_FOR)
def test_whom_a_word_stands_for(text: str, word: str, name: str | None) -> None:
    built = doc(text)
    layers: Layers = built.user_data["layers"]
    token = [token for token in built if token.text == word][-1]
    mention = layers.referents.get(token.i)
    assert (mention and mention.name) == name


def test_a_mention_knows_the_other_names_and_titles() -> None:
    built = doc("President Ana Vessa arrived. Vessa spoke.")
    first, last = built.user_data["layers"].referents.values()
    assert (first.text, first.names, first.titles) == ("Ana Vessa", ("Vessa",), ("President",))
    assert (last.text, last.name) == ("Vessa", "Ana Vessa")


CLUSTERS = [
    ("“I will go,” Ana Vessa said. “I am ready.”", [["I", "Ana Vessa", "I"]]),
    ("Ana Vessa arrived. She spoke.", [["Ana Vessa", "She"]]),
    ("A farmer met Ana Vessa. The farmer said he was ill.", [["A farmer", "The farmer", "he"], ["Ana Vessa"]]),
    ("Farmers met Ana Vessa. They asked for rain.", [["Farmers", "They"], ["Ana Vessa"]]),
    ("Corvane Steel made a plan. It failed.", [["Corvane Steel", "It"]]),
    (
        "Kestria and Morvane met. They signed the deal.",
        [["Kestria"], ["Morvane"], ["Kestria and Morvane", "They"]],
    ),
    (
        "Ana Vessa and Petra Dahl met. The two leaders signed the deal.",
        [["Ana Vessa"], ["Petra Dahl"], ["Ana Vessa and Petra Dahl", "The two leaders"]],
    ),
    (
        "Kestria and Morvane met. The two countries signed the deal.",
        [["Kestria"], ["Morvane"], ["Kestria and Morvane", "The two countries"]],
    ),
    ("Mirko Dahl met his counterpart, Jon Terek.", [["Mirko Dahl", "his"], ["his counterpart", "Jon Terek"]]),
    ("Mirko Dahl met him.", [["Mirko Dahl"]]),
]


@pytest.mark.parametrize(("text", "expected"), CLUSTERS)
def test_the_clusters_of_a_doc(text: str, expected: list[list[str]]) -> None:
    built = doc(text)
    assert [[span.text for span in group] for group in clusters(built)] == expected


def test_clusters_are_named_as_others_name_them() -> None:
    built = doc("Ana Vessa arrived. She spoke.")
    assert [name for name in built.spans if name.startswith("coref")] == ["coref_clusters_1"]
    assert built.spans["coref_clusters_1"].attrs["name"] == "Ana Vessa"


def test_clusters_outlive_a_doc_on_disk() -> None:
    built = doc("Ana Vessa arrived. She spoke.")
    kept = Doc(built.vocab).from_bytes(built.to_bytes(exclude=["user_data"]))
    assert [group.attrs for group in clusters(kept)] == [group.attrs for group in clusters(built)]


def test_a_doc_can_be_read_twice() -> None:
    built = doc("Ana Vessa arrived. She spoke.")
    before = [[span.text for span in group] for group in clusters(built)]
    assert [[span.text for span in group] for group in clusters(coreference(built))] == before


def test_an_empty_doc_has_no_clusters() -> None:
    empty = coreference(Doc(doc("Ana Vessa arrived. She spoke.").vocab))
    assert not list(clusters(empty))
