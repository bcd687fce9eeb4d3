"""The tokenizer."""

import pytest

from kg.english.corpus import tokenizer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What?! No!!!", "What ?! No !!!"),
        ("“Really?” she asked.", "“ Really ? ” she asked ."),
        ("Never... ever.", "Never ... ever ."),
        ("I 'm here; we’ve gone", "I 'm here ; we ’ve gone"),
        ("Capt. Orsa of Vessa Ltd. left", "Capt. Orsa of Vessa Ltd. left"),
        ("Call 212-555-0199 or 555-0199.", "Call 212-555-0199 or 555-0199 ."),
        ("from 2018-2023", "from 2018 - 2023"),
        ("roads and/or bridges", "roads and / or bridges"),
        ("===== Talks =====", "===== Talks ====="),
        ("It cost $5, he said", "It cost $ 5 , he said"),
        ("the U.S. army's tanks", "the U.S. army 's tanks"),
        ("“No!”", "“ No ! ”"),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert [token.text for token in tokenizer()(text)] == expected.split()


def test_the_text_comes_back_whole() -> None:
    text = "Why?! ‘Never,’ she wrote (twice!!) — 555-0199, etc."
    assert tokenizer()(text).text == text
