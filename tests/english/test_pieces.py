"""From words to what the network reads."""

import pytest

from kg.english.pieces import SHAPES, Cutter, shape


@pytest.fixture(scope="module")
def cutter() -> Cutter:
    return Cutter.load()


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("talks", 1), ("Vessa", 2), ("A", 2), ("UN", 3), ("U.N.", 3), ("McCall", 4), ("iron-Age", 4), ("11", 5),
        ("30-day", 5), ("“", 6), ("(", 6), ("”", 7), (")", 7), (",", 0), ("—", 0), ("", 0), ("Ärger", 2), ("日本", 4),
    ],
)  # fmt: skip
def test_shapes(word: str, expected: int) -> None:
    assert shape(word) == expected


def test_typographic_marks_are_read_as_straight_ones(cutter: Cutter) -> None:
    assert cutter.cut("“") == cutter.cut('"')
    assert cutter.cut("don’t") == cutter.cut("don't")


@pytest.mark.parametrize(
    "word", ["", " ", "\u200b", "\x00", "🙂", "日本", "x" * 100_000, "https://example.org/" + "a" * 500]
)
def test_every_word_has_one_to_twelve_pieces(cutter: Cutter, word: str) -> None:
    assert 1 <= len(cutter.cut(word)) <= 12


def test_a_window_tells_the_pieces_of_each_word(cutter: Cutter) -> None:
    words = ["Vessa", "unsurprisingly", "left", "."]
    pieces = cutter.window(words, [True, False, False, False])
    assert pieces.ids[0] == cutter.start
    assert pieces.ids[-1] == cutter.end
    assert len(pieces.ids) == len(pieces.shapes)
    for word, first, last in zip(words, pieces.first, pieces.last, strict=True):
        assert tuple(pieces.ids[first : last + 1]) == cutter.cut(word)
    assert pieces.shapes[pieces.first[0]] == 2 + SHAPES
    assert pieces.shapes[pieces.first[2]] == 1


def test_an_empty_window(cutter: Cutter) -> None:
    assert cutter.window([], []).ids == [cutter.start, cutter.end]
