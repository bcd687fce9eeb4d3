"""The shipped pipeline on spaCy docs: what holds whatever the text is."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg import syntax
from kg.english.component import English
from kg.english.named import ENTITY_TYPES

TEXT = "Vessa left Osk on Sunday. She said the talks were over.\n\n“We will go home,” she said."
RUNE = "ᚠ"  # a letter that the encoder does not know: one piece a word


@pytest.fixture(scope="module")
def component(english: Language) -> English:
    found = english.get_pipe("kg_english")
    assert isinstance(found, English)
    return found


def analysis(doc: Doc) -> list[tuple[str, str, int, str, str, bool | None]]:
    return [(t.text, t.tag_, t.head.i, t.dep_, t.ent_type_, t.is_sent_start) for t in doc]


def assert_whole(doc: Doc) -> None:
    """Every token has its tag and label, every sentence one root, every head its own sentence."""
    assert all(token.tag_ and token.pos_ and token.dep_ and token.lemma_ for token in doc)
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        assert sum(token.head is token or token.dep_ == "ROOT" for token in words) <= 1
        assert all(token.head.sent.start == sentence.start for token in sentence)


def test_it_speaks_the_scheme(component: English) -> None:
    assert syntax.NEEDED - set(component.labels) == set()
    assert {tag.split("-")[-1] for tag in component.entities} == {"O", *ENTITY_TYPES}
    assert {"NNP", "VBD", "PRP$", "WP$", "``", "''", "HYPH", "POS"} <= set(component.tags)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "",
        " ",
        "\n\n \t\n",
        "Vessa",
        "\n\nVessa left.\n\n\n",
        "Vessa   left\tOsk .",
        "🙂 Vessa left 🙂🙂. ❤️",
        "x" * 5000 + " left.",
        "日本 بيت ᚠᚠᚠ",
        "“" * 50 + "?!" * 50,
        "\u200b\u00a0Vessa\u00a0left.\u2028Then\r\nshe slept.",
        "https://example.org/" + "a/" * 300,
    ],
)
def test_any_text_is_annotated_whole(english: Language, text: str) -> None:
    doc = english(text)
    assert doc.text == text
    assert_whole(doc)


def test_a_plain_sentence(english: Language) -> None:
    doc = english("Ana Vessa left Kestria on Sunday.")
    assert [token.tag_ for token in doc] == ["NNP", "NNP", "VBD", "NNP", "IN", "NNP", "."]
    assert [token.dep_ for token in doc] == ["compound", "nsubj", "ROOT", "dobj", "prep", "pobj", "punct"]
    assert [token.lemma_ for token in doc][2] == "leave"


def test_a_verb_with_a_tense_is_joined_to_one_that_has_one(english: Language) -> None:
    doc = english(
        "He set terms, demanded that Orland make concessions, and called the Kestrian government a cause of it."
    )
    assert next(token for token in doc if token.text == "called").head.text in {"demanded", "set"}


def test_blank_lines_part_sentences(english: Language) -> None:
    doc = english("Vessa left\n\nand Dahl stayed\n\nat home")
    starts = [token.text for token in doc if token.is_sent_start and not token.is_space]
    assert starts == ["Vessa", "and", "at"]


def test_no_sentence_ends_after_a_title(english: Language) -> None:
    text = "The charges were dropped on Friday.\n\nGov. Amy Vessa, a Democrat, had threatened to send in Dr. Dahl."
    assert len(list(english(text).sents)) == 2


def test_sentence_starts_that_are_set_are_kept(english: Language) -> None:
    doc = english.make_doc("Vessa left. Dahl stayed at home.")
    for token, start in ((doc[3], False), (doc[5], True)):
        token.is_sent_start = start
    english(doc)
    assert [sentence.text for sentence in doc.sents] == ["Vessa left. Dahl stayed", "at home."]


def test_one_by_one_and_in_a_batch_are_the_same(english: Language) -> None:
    texts = [TEXT, "Dahl stayed.", "", "The Harbor Board said in a statement that the dam was safe.", " ", TEXT * 3]
    assert [analysis(doc) for doc in english.pipe(texts)] == [analysis(english(text)) for text in texts]


def test_twice_the_same(english: Language) -> None:
    assert analysis(english(TEXT)) == analysis(english(TEXT))


def test_a_line_of_400_000_characters(english: Language) -> None:
    text = " ".join([RUNE * 39] * 10_000)
    doc = english(text)
    assert len(text) == 399_999
    assert len(doc) == 10_000
    assert_whole(doc)


def test_a_word_of_400_000_characters(english: Language) -> None:
    assert_whole(english(RUNE * 400_000))


def test_a_paragraph_longer_than_a_window_is_cut_after_a_full_stop(english: Language) -> None:
    doc = english("Vessa left Osk on Sunday. " * 120)
    assert {sentence.text.strip() for sentence in doc.sents} == {"Vessa left Osk on Sunday."}
