"""GUM's phrases and the names that head them."""

from kg.english import gum
from kg.english.named import OPEN


def rows(*words: str) -> list[list[str]]:
    """CoNLL-U rows of ``form/UPOS/head/brackets``."""
    out = []
    for i, word in enumerate(words, 1):
        form, pos, head, brackets = [*word.split("/"), "_"][:4]
        tag = "NNP" if pos == "PROPN" else "NN"
        misc = f"Entity={brackets}" if brackets != "_" else "_"
        out.append([str(i), form, form, pos, tag, "_", head, "dep", "_", misc])
    return out


def test_a_gum_name_is_the_proper_nouns_around_the_head_of_its_phrase() -> None:
    sentence = rows(
        "the/DET/4/(1-person-new-x", "envoy/NOUN/4", "Ana/PROPN/4", "Vessa/PROPN/6/1)", "then/ADV/6", "left/VERB/0"
    )
    assert gum.names(sentence) == ["O", "O", "B-PERSON", "I-PERSON", "O", "O"]


def test_a_longer_gum_name_holds_the_one_inside_it() -> None:
    sentence = rows(
        "University/PROPN/4/(1-organization-new-x", "of/ADP/3", "Osk/PROPN/1/(2-place-new-x)1)", "opened/VERB/0"
    )
    assert gum.names(sentence) == ["B-ORG", "I-ORG", "I-ORG", "O"]


def test_gum_phrases_without_a_proper_head_are_no_names_and_ideas_are_left_open() -> None:
    sentence = rows("teachers/NOUN/2/(1-person-new-x)", "praised/VERB/0", "Romanticism/PROPN/2/(2-abstract-new-x)")
    assert gum.names(sentence) == ["O", "O", OPEN]
