"""From scores to sentences, trees and entities."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from marks import xfail

from kg.english import decode
from kg.english.tree import ROOT, is_tree

SIZES = st.integers(1, 8)


def matrices(size: st.SearchStrategy[int]) -> st.SearchStrategy[decode.Scores]:
    values = st.integers(-9, 9).map(float)
    return size.flatmap(lambda n: arrays(np.float32, (n, n), elements=values))


def as_tree(heads: decode.Numbers) -> list[int]:
    """Heads in which the root is its own head, as those of ``tree.py``."""
    return [ROOT if head == place else int(head) for place, head in enumerate(heads)]


def total(scores: decode.Scores, heads: tuple[int, ...]) -> float:
    return float(sum(scores[place, head] for place, head in enumerate(heads)))


def trees(size: int) -> list[tuple[int, ...]]:
    """All trees with one root."""
    every = product(range(size), repeat=size)
    return [heads for heads in every if is_tree(as_tree(np.array(heads)))]


@given(matrices(SIZES))
def test_any_scores_give_a_tree_with_one_root(scores: decode.Scores) -> None:
    assert is_tree(as_tree(decode.tree(scores)))


@given(matrices(st.integers(1, 4)))
def test_the_tree_is_the_best_of_those_with_its_root(scores: decode.Scores) -> None:
    found = tuple(int(head) for head in decode.tree(scores))
    root = next(place for place, head in enumerate(found) if place == head)
    best = max(total(scores, heads) for heads in trees(len(scores)) if heads[root] == root)
    assert total(scores, found) == pytest.approx(best)


@given(matrices(SIZES))
def test_the_scores_are_left_as_they_are(scores: decode.Scores) -> None:
    before = scores.copy()
    decode.tree(scores)
    assert (scores == before).all()


@xfail("the root is chosen by its own gain, before the tree is")
def test_the_tree_is_the_best_of_all() -> None:
    # rows are dependents, columns heads, the diagonal roots
    scores = np.array([[5, 9, 0], [9, 4, 0], [9, 0, 8]], dtype=np.float32)
    found = tuple(int(head) for head in decode.tree(scores))
    assert total(scores, found) == max(total(scores, heads) for heads in trees(3))


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ([], []),
        (["O", "O"], []),
        (["B-GPE"], [(0, 1, "GPE")]),
        (["B-GPE", "I-GPE", "O"], [(0, 2, "GPE")]),
        (["B-GPE", "B-GPE"], [(0, 1, "GPE"), (1, 2, "GPE")]),
        (["B-GPE", "I-ORG"], [(0, 1, "GPE"), (1, 2, "ORG")]),
        (["I-ORG", "I-ORG"], [(0, 2, "ORG")]),
        (["B-GPE", "O", "I-GPE"], [(0, 1, "GPE"), (2, 3, "GPE")]),
    ],
)
def test_entities(tags: list[str], expected: list[tuple[int, int, str]]) -> None:
    assert decode.entities(tags) == expected


@given(st.lists(st.tuples(st.floats(-5, 5, width=32), st.sampled_from([None, True, False])), min_size=1, max_size=20))
def test_sentences_cover_all_words_and_keep_what_is_known(words: list[tuple[float, bool | None]]) -> None:
    known = [value for _, value in words]
    bounds = decode.sentences(np.array([score for score, _ in words], dtype=np.float32), known)
    assert [i for first, end in bounds for i in range(first, end)] == list(range(len(words)))
    starts = {first for first, _ in bounds}
    assert all((i in starts) == value for i, value in enumerate(known) if value is not None and i)


def test_label_scores_are_those_of_the_biaffine_form() -> None:
    rng = np.random.default_rng(7)
    dependents, heads = rng.normal(size=(2, 5, 3)).astype(np.float32)
    pairs = rng.normal(size=(4, 4, 4)).astype(np.float32)
    found = decode.labels(dependents, heads, decode.flat(pairs))
    for word in range(5):
        d, h = np.append(dependents[word], 1), np.append(heads[word], 1)
        assert found[word] == pytest.approx([d @ pairs[label] @ h for label in range(4)], abs=1e-4)
