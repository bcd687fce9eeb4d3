"""Which figures, and which accounts, disagree."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import XSD, Literal, URIRef

from kg.build import conflicts
from kg.build.figures import Bounds, bounds
from kg.model import Term
from kg.vocabulary import DERIVED, KG, SCHEMA, SHARED, Quad, factuality_value, scheme_value

EXAMPLE = "https://example.org/"
ISSUE = URIRef(f"{EXAMPLE}issue")
DAYS = ("asOf", "validFrom", "validTo", "saidOn")


def content(name: str, figures: str) -> list[Quad]:
    """ "percent 20 hedge less-than validFrom 2021-01-01" as quads."""
    subject = URIRef(EXAMPLE + name)
    quads: list[Quad] = [(subject, KG.issue, ISSUE, SHARED)]
    words = figures.split()
    for key, value in zip(words[::2], words[1::2], strict=True):
        if key == "hedge":
            quads.append((subject, KG.approximation, scheme_value(Term("approximation", value)), SHARED))
        else:
            datatype = XSD.date if key in DAYS else XSD.decimal
            quads.append((subject, KG[key], Literal(value, datatype=datatype), SHARED))
    return quads


def pairs(quads: Iterable[Quad]) -> set[tuple[str, str]]:
    """Who conflicts with whom, by name, each pair in the order of the alphabet."""
    found = list(conflicts(quads))
    assert {(predicate, graph) for _, predicate, _, graph in found} <= {(KG.conflictsWith, DERIVED)}
    assert {(one, other) for one, _, other, _ in found} == {(other, one) for one, _, other, _ in found}
    assert len(set(found)) == len(found)
    named = {(str(one).removeprefix(EXAMPLE), str(other).removeprefix(EXAMPLE)) for one, _, other, _ in found}
    assert all(one != other for one, other in named)
    return {pair for pair in named if pair[0] < pair[1]}


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ("percent 18", "percent 27", True),
        ("percent 20", "percent 20 hedge less-than", False),  # nearly a fifth
        ("percent 20 hedge at-least", "percent 20 hedge less-than", True),
        ("percent 20 hedge at-least", "percent 20 hedge at-most", False),
        ("percent 20 hedge more-than", "percent 20 hedge at-most", True),
        ("percent 20 hedge more-than", "percent 20", False),  # rounded
        ("percent 18", "percent 18.4", False),
        ("percent 18", "percent 19", True),
        ("percent 18 hedge about", "percent 19", False),
        ("percent 18 hedge about", "percent 27 hedge about", True),
        ("percent 18 hedge at-least", "percent 27", False),
        ("percent 30 hedge more-than", "percent 27", True),
        ("percentMin 40 percentMax 45", "percent 43", False),
        ("percentMin 40 percentMax 45", "percent 18", True),
        ("percentMin 10 percentMax 15", "percent 12", False),
        ("percentMin 10 percentMax 15", "percentMin 14 percentMax 20", False),
        ("percentMin 10", "percent 5", True),
        ("areaKm2 1200", "areaKm2 3000", True),
        ("areaKm2 1200", "percent 18", False),
        ("percent 18 asOf 2023-01-01", "percent 27 asOf 2024-01-01", False),
        ("percent 18 validTo 2023-01-01", "percent 27 validFrom 2024-01-01", False),
        ("percent 18 validFrom 2021-01-01", "percent 27 asOf 2024-01-01", True),
        ("percent 18 validFrom 2025-01-01", "percent 27 asOf 2024-01-01", False),
    ],
)
def test_figures(one: str, other: str, conflict: bool) -> None:
    assert bool(pairs([*content("one", one), *content("other", other)])) is conflict


# --- changes


def gives(statement: str, of: str, sentence: str, speaker: str = "vell") -> list[Quad]:
    node, article = URIRef(EXAMPLE + statement), URIRef(f"{EXAMPLE}article")
    return [
        (node, KG.content, URIRef(EXAMPLE + of), article),
        (node, KG.speaker, URIRef(EXAMPLE + speaker), article),
        (node, KG.evidence, URIRef(EXAMPLE + sentence), article),
    ]


@pytest.mark.parametrize(
    ("sentence", "speaker", "expected"),
    [
        ("first", "vell", set()),  # "grew from 10 to 18 percent"
        ("second", "vell", {("one", "other")}),
        ("first", "tane", {("one", "other")}),  # "18 percent, not 10, as Tane says"
    ],
)
def test_figures_of_one_sentence_tell_of_a_change(sentence: str, speaker: str, expected: set[tuple[str, str]]) -> None:
    figures = [*content("one", "percent 10"), *content("other", "percent 18")]
    assert pairs([*figures, *gives("s1", "one", "first"), *gives("s2", "other", sentence, speaker)]) == expected


# --- accounts


def says(statement: str, party: str, figures: str, speaker: str = "", at: str = "", value: str = "CT+") -> list[Quad]:
    """A statement that a party controls a share of Osk, in an article of 5 May 2024 ("article", or ``at``)."""
    article, node, held = URIRef(EXAMPLE + (at or "article")), URIRef(EXAMPLE + statement), f"{statement}-content"
    about = URIRef(EXAMPLE + held)
    return [
        (article, SCHEMA.datePublished, Literal("2024-05-05", datatype=XSD.date), article),
        (node, KG.content, about, article),
        (node, KG.inArticle, article, article),
        (node, KG.factuality, factuality_value(value), article),
        *([(node, KG.speaker, URIRef(EXAMPLE + speaker), article)] if speaker else []),
        (about, KG.party, URIRef(EXAMPLE + party), SHARED),
        (about, KG.controlRelation, scheme_value(Term("control", "controls")), SHARED),
        (about, KG.territory, URIRef(f"{EXAMPLE}osk"), SHARED),
        *(quad for quad in content(held, figures) if quad[1] != KG.issue),
    ]


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ([("a", "army", "percent 60", "vell"), ("b", "rebels", "percent 55", "vell")], {("a", "b")}),
        ([("a", "army", "percent 60", "vell"), ("b", "rebels", "percent 40", "vell")], set()),
        ([("a", "army", "percent 50.5", "vell"), ("b", "rebels", "percent 50", "vell")], set()),  # rounded
        ([("a", "army", "percent 60", "vell"), ("b", "rebels", "percent 55", "tane")], set()),
        ([("a", "army", "percent 60", "vell"), ("b", "army", "percent 55", "vell")], set()),  # one party
        ([("a", "army", "percent 60"), ("b", "rebels", "percent 55")], {("a", "b")}),  # the article's own voice
        ([("a", "army", "percent 60"), ("b", "rebels", "percent 55", "", "other")], set()),
        ([("a", "army", "percent 60", "vell"), ("b", "rebels", "percent 55", "vell", "other")], {("a", "b")}),
        ([("a", "army", "percent 60", "vell"), ("b", "rebels", "percent 55", "vell", "", "CT-")], set()),
        ([("a", "army", "percent 60 hedge less-than", "vell"), ("b", "rebels", "percent 55", "vell")], set()),
        ([("a", "army", "percent 70 hedge at-least", "vell"), ("b", "rebels", "percentMin 40", "vell")], {("a", "b")}),
        (
            [("a", "army", "percent 40"), ("b", "rebels", "percent 40"), ("c", "clans", "percent 40")],
            {("a", "b"), ("a", "c"), ("b", "c")},
        ),
        # not at one time
        ([("a", "army", "percent 60 asOf 2021-01-01"), ("b", "rebels", "percent 55")], set()),
        ([("a", "army", "percent 60 validFrom 2021-01-01"), ("b", "rebels", "percent 55")], {("a", "b")}),
        ([("a", "army", "percent 60 validTo 2021-01-01"), ("b", "rebels", "percent 55 asOf 2023-01-01")], set()),
    ],
)
def test_shares_of_one_account(shares: list[tuple[str, ...]], expected: set[tuple[str, str]]) -> None:
    assert pairs([quad for share in shares for quad in says(*share)]) == expected


def test_an_open_share_holds_up_to_the_day_of_saying() -> None:
    earlier = says("a", "army", "percent 60 validFrom 2020-01-01", "vell")
    earlier.append((URIRef(f"{EXAMPLE}a"), KG.saidOn, Literal("2022-01-01", datatype=XSD.date), SHARED))
    assert pairs([*earlier, *says("b", "rebels", "percent 55", "vell")]) == set()


# --- what holds for all figures

NUMBERS = st.decimals(min_value=0, max_value=100, places=1)
HEDGES = st.sampled_from(("exactly", "about", "at-least", "at-most", "more-than", "less-than"))
FIGURES = st.one_of(
    st.builds(lambda number, hedge: f"percent {number} hedge {hedge}", NUMBERS, HEDGES),
    st.builds(lambda one, other: f"percentMin {min(one, other)} percentMax {max(one, other)}", NUMBERS, NUMBERS),
)
ACCOUNTS = st.lists(st.tuples(st.sampled_from(("army", "rebels", "clans")), FIGURES), max_size=4)
CONTENTS = st.lists(FIGURES, max_size=4)


@given(CONTENTS, ACCOUNTS, st.randoms(use_true_random=False))
def test_the_order_of_quads_does_not_matter(figures: list[str], account: list[tuple[str, str]], dice: Random) -> None:
    quads = [quad for number, one in enumerate(figures) for quad in content(f"content{number}", one)]
    quads += [quad for number, one in enumerate(account) for quad in says(f"statement{number}", *one)]
    shuffled = list(quads)
    dice.shuffle(shuffled)
    assert pairs(shuffled) == pairs(quads)  # symmetric, and nothing conflicts with itself: see pairs
    assert list(conflicts(shuffled)) == list(conflicts(quads))


@given(FIGURES)
def test_the_same_figure_agrees(figure: str) -> None:
    assert pairs([*content("one", figure), *content("other", figure)]) == set()


@given(st.lists(NUMBERS, min_size=4, max_size=4))
def test_an_interval_agrees_with_any_inside_it(numbers: list[Decimal]) -> None:
    low, least, greatest, high = sorted(numbers)
    assert Bounds(low, high).meets(Bounds(least, greatest))
    assert Bounds(least, greatest).meets(Bounds(low, high))


@given(NUMBERS, HEDGES)
def test_a_number_is_among_what_it_can_mean(number: Decimal, hedge: str) -> None:
    meant = bounds(number, hedge)
    assert meant.meets(bounds(number))
    assert meant.low <= number <= meant.high
