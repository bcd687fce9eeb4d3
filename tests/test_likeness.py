"""Which articles are one report, on our own articles and on copies made of them."""

from __future__ import annotations

import random
from itertools import combinations
from pathlib import Path

import pytest

from kg.build import combine
from kg.likeness import LEAST_WORDS, alike, alike_pairs, bands, signature
from kg.pipeline import articles
from kg.vocabulary import DERIVED, KG

ROOT = Path(__file__).parent.parent
TEXTS = {
    found.stem: found.text
    for found in articles([str(ROOT / "seeds"), str(ROOT / "tests" / "gold" / "articles")])
    if not isinstance(found, Exception)
}
WORDS = sorted({word for text in TEXTS.values() for word in text.split()})
HEAD = "Talks at an end\n\nBy Ida Lund, The Norvia Post\n\nMonday, March 3, 2025\n\nOSK, Norvia (Meridian Wire) — "


def printed(text: str, *, part: float = 1.0, changed: float = 0.0) -> str:
    """The text as another outlet prints it: the first part of it, words changed, another headline, who wrote it."""
    chance = random.Random(7)
    words = text.split()[12:]
    kept = [
        chance.choice(WORDS) if chance.random() < changed else word for word in words[: max(60, int(len(words) * part))]
    ]
    return f"{HEAD}{' '.join(kept)}\n\nMeridian Wire contributed to this report.\n"


@pytest.mark.parametrize(
    ("part", "changed"), [(1.0, 0.0), (1.0, 0.05), (1.0, 0.15), (0.8, 0.1), (0.6, 0.05), (0.5, 0.05), (0.4, 0.0)]
)
@pytest.mark.parametrize("name", sorted(TEXTS))
def test_a_copy_is_known(name: str, part: float, changed: float) -> None:
    one, other = signature(TEXTS[name]), signature(printed(TEXTS[name], part=part, changed=changed))
    assert alike(one, other)
    assert alike(other, one)
    assert set(bands(one)) & set(bands(other))


def test_articles_in_their_own_words_are_no_copies() -> None:
    signed = {name: signature(text) for name, text in TEXTS.items()}
    assert len(signed) == 23
    assert sum(name.startswith("armistice-") for name in signed) == 3  # three outlets on one event
    for one, other in combinations(sorted(signed), 2):
        assert not alike(signed[one], signed[other]), (one, other)
        assert not set(bands(signed[one])) & set(bands(signed[other])), (one, other)


def test_words_that_two_reports_quote_make_no_copy() -> None:
    one, other = TEXTS["armistice-courier"].split(), TEXTS["flood-osk"].split()
    speech = " ".join(TEXTS["cup"].split()[:150])
    assert not alike(signature(f"{' '.join(one)} {speech}"), signature(f"{speech} {' '.join(other)}"))


def test_what_is_taken_into_a_much_longer_article_is_no_copy() -> None:
    brief = " ".join(TEXTS["armistice-courier"].split()[:80])
    assert not alike(signature(brief), signature(f"{brief} {TEXTS['cup']}"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Selt lost the bridge at Osk.", "SELT lost\n\nthe bridge at Osk", True),
        ("Selt lost the bridge at Osk.", "Selt lost a bridge at Osk.", False),
        ("Selt lost 27 percent.", "Selt lost 18 percent.", False),
        ("", "", True),
        ("Selt lost the bridge.", f"Selt lost the bridge. {'It was raining. ' * 40}", False),
    ],
)
def test_short_texts_are_compared_word_by_word(one: str, other: str, same: bool) -> None:
    assert len(one.split()) < LEAST_WORDS
    assert alike(signature(one), signature(other)) is same
    assert bool(set(bands(signature(one))) & set(bands(signature(other)))) is same


def test_a_signature_is_a_function_of_the_text_alone() -> None:
    first = signature(TEXTS["cup"])
    assert signature(TEXTS["war"]) != first == signature(TEXTS["cup"])
    assert (len(first), len(bands(first)), first[:8].hex(), bands(first)[1]) == (
        1040,
        86,
        "29a68c08e5a3064c",
        "f8619f1e7d8846cd",
    )


def test_pairs_do_not_depend_on_the_order() -> None:
    named = [*TEXTS.items(), ("copy", printed(TEXTS["war"])), ("half", printed(TEXTS["war"], part=0.5))]
    pairs = {frozenset(pair) for pair in alike_pairs(named)}
    assert pairs == {frozenset(pair) for pair in combinations(("war", "copy", "half"), 2)}
    assert {frozenset(pair) for pair in alike_pairs(reversed(named))} == pairs


def test_the_graph_says_so_in_both_directions() -> None:
    found = [article for article in articles([str(ROOT / "seeds")]) if not isinstance(article, Exception)]
    one, other = (KG[article.stem] for article in found[:2])
    quads = combine([], [(one, other)])
    assert quads == sorted([(one, KG.sameReportAs, other, DERIVED), (other, KG.sameReportAs, one, DERIVED)])
