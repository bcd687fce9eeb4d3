"""The chart of control over time, on claims made by hand."""

from __future__ import annotations

import random
import re
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import control_sample as sample
import pytest
from control_sample import MONDAY, SINCE_2022, claim, share

from kg.model import ControlClaim, Interval
from kg.view.control import NOTHING, control_chart
from kg.view.control.timescale import timescale

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</text></svg><script>alert(1)</script><img src=x onerror=alert(2)>\x00\ud800\ufffe]]>&amp;\"'"


def drawn(*claims: ControlClaim, width: int = 720) -> Element:
    return ElementTree.fromstring(control_chart(claims, title="Who controls Osk", width=width))


def marks(svg: Element) -> list[Element]:
    return [group for group in svg.iter(f"{SVG}g") if group.get("data-statement")]


def looks(mark: Element) -> set[str]:
    """The classes of a mark and of what is in it."""
    return {look for one in mark.iter() for look in one.get("class", "").split()}


def words(svg: Element) -> list[str]:
    return [text.text or "" for text in svg.iter(f"{SVG}text")]


def box(mark: Element, look: str = "body") -> tuple[float, float, float, float]:
    """x, y, width, height of what has a look."""
    [found] = [one for one in mark.iter(f"{SVG}rect") if look in one.get("class", "").split()]
    x, y, width, height = (float(found.get(name, "")) for name in ("x", "y", "width", "height"))
    return x, y, width, height


def tells(mark: Element) -> str:
    return mark.findtext(f"{SVG}title") or ""


def test_each_claim_is_a_mark_that_a_keyboard_reaches() -> None:
    claims = sample.each_look()
    found = marks(drawn(*claims))
    assert {mark.get("data-statement") for mark in found} == {one.statement for one in claims}
    assert all(mark.get("tabindex") == "0" and mark.get("role") == "img" for mark in found)
    assert all(mark.get("aria-label") and tells(mark) for mark in found)


def test_a_mark_tells_who_says_what_of_when_and_where() -> None:
    [mark] = marks(drawn(share(1, 20, valid=SINCE_2022, via="Cara Lind", conflicts=("a", "b"))))
    assert tells(mark).split("\n") == [
        "Anna Vell (told by Cara Lind) said: Kestria holds 20 % (Osk)",
        "since 2022-01-01 (to the year); put as certain",
        "Halvern Courier, 2025-05-12",
        "Conflicts with 2 others",
        "“Kestria holds it, Vell said.”",
    ]
    assert mark.get("aria-label") == (
        "Kestria holds 20 %, Anna Vell, claimed, since 2022-01-01 (to the year), conflicts with others"
    )


@pytest.mark.parametrize(
    ("claimed", "time"),
    [
        ({"valid": Interval(MONDAY, MONDAY), "said": Interval(date(2025, 5, 10), date(2025, 5, 10))}, "2025-05-12"),
        ({"valid": Interval(None, MONDAY)}, "until 2025-05-12"),
        (
            {"said": Interval(date(2025, 5, 5), date(2025, 5, 11), "week")},
            "said 2025-05-05 to 2025-05-11 (to the week)",
        ),
        ({}, "printed 2025-05-12"),
        ({"published": None}, "no date"),
    ],
)
def test_it_says_which_time_it_is(claimed: dict[str, Interval], time: str) -> None:
    [mark] = marks(drawn(share(1, 20, **claimed)))
    assert tells(mark).split("\n")[1] == f"{time}; put as certain"


@pytest.mark.parametrize(
    ("claimed", "tone", "solid"),
    [
        ({}, "asserted", True),
        ({"own_voice": True}, "own", True),
        ({"factuality": "CT-"}, "denied", False),
        ({"factuality": "PR-"}, "denied", False),
        ({"factuality": "PS+"}, "hedged", False),
        ({"factuality": "Uu"}, "hedged", False),
        ({"speech_act": "demand"}, "sought", False),
        ({"speech_act": "believe"}, "held", False),
    ],
)
def test_only_what_is_asserted_is_solid(claimed: dict[str, str], tone: str, solid: bool) -> None:
    [mark] = marks(drawn(share(1, 20, valid=SINCE_2022, **claimed)))
    assert tone in looks(mark)
    assert ("hollow" in looks(mark)) is not solid
    assert ("cross" in looks(mark)) is (tone == "denied")
    assert ("frame" in looks(mark)) is (tone == "own")


def test_a_denial_stands_beside_what_it_denies() -> None:
    svg = drawn(share(1, 20, valid=SINCE_2022), share(2, 20, valid=SINCE_2022, factuality="CT-", claimant="Hale"))
    assert len(marks(svg)) == 2
    assert {"20 % · Anna Vell", "20 % · denied by Hale"} <= set(words(svg))


@pytest.mark.parametrize(
    ("comparator", "label", "look"),
    [
        ("exactly", "20 % · Anna Vell", "body"),
        ("about", "≈ 20 % · Anna Vell", "about"),
        ("at-least", "≥ 20 % · Anna Vell", "line"),
        ("more-than", "> 20 % · Anna Vell", "line"),
        ("at-most", "≤ 20 % · Anna Vell", "line"),
        ("less-than", "< 20 % · Anna Vell", "line"),
    ],
)
def test_how_exact_a_figure_is_meant_to_be(comparator: str, label: str, look: str) -> None:
    svg = drawn(share(1, 20, comparator=comparator, valid=Interval(MONDAY, MONDAY)))
    assert label in words(svg)
    assert look in looks(marks(svg)[0])


def test_arrows_point_to_more_or_less() -> None:
    heads = []
    for comparator in ("at-least", "at-most"):
        [mark] = marks(drawn(share(1, 20, comparator=comparator)))
        [path] = [one.get("d", "") for one in mark.iter(f"{SVG}path") if one.get("class") == "line"]
        start, head = re.fullmatch(r"M[\d.]+ ([\d.]+)V([\d.]+)m.*", path).groups()  # type: ignore[union-attr]
        heads.append(float(head) < float(start))
    assert heads == [True, False]


def test_a_range_is_as_high_as_it_is_wide_in_percent() -> None:
    year = Interval(date(2022, 1, 1), date(2022, 12, 31))
    svg = drawn(claim(1, least=Decimal(20), greatest=Decimal(40), valid=year), share(2, 30, valid=year))
    tall, thin = (box(mark, "range" if "range" in looks(mark) else "body") for mark in marks(svg))
    assert tall[3] > 3 * thin[3]
    assert "20–40 % · Anna Vell" in words(svg)


def test_one_end_of_a_range_is_a_least_figure() -> None:
    assert "≥ 20 % · Anna Vell" in words(drawn(claim(1, least=Decimal(20), valid=SINCE_2022)))
    assert "≤ 20 % · Anna Vell" in words(drawn(claim(1, greatest=Decimal(20), valid=SINCE_2022)))


def test_an_interval_is_as_long_as_it_lasts() -> None:
    first = share(1, 20, valid=Interval(date(2022, 1, 1), date(2022, 12, 31)))
    svg = drawn(first, share(2, 30, valid=Interval(date(2022, 1, 1), date(2024, 12, 31))))
    short, long = sorted(box(mark)[2] for mark in marks(svg))
    assert long / short == pytest.approx(3, rel=0.02)


def test_an_open_end_is_an_arrow_and_a_year_in_which_it_began_is_pale() -> None:
    [mark] = marks(drawn(share(1, 20, valid=SINCE_2022)))
    assert {"tail", "fuzzy"} <= looks(mark)
    [mark] = marks(drawn(share(1, 20, valid=Interval(date(2022, 1, 1), date(2022, 12, 31), "year"))))
    assert not {"tail", "fuzzy"} & looks(mark)


def test_what_is_dated_by_its_telling_is_a_disc() -> None:
    [told] = marks(drawn(share(1, 20)))
    [holds] = marks(drawn(share(1, 20, valid=Interval(MONDAY, MONDAY))))
    assert [len(list(mark.iter(f"{SVG}circle"))) for mark in (told, holds)] == [1, 0]


def test_conflicts_are_marked_and_explained() -> None:
    svg = drawn(share(1, 20, conflicts=("x",)), share(2, 40))
    assert ["odds" in looks(mark) for mark in marks(svg)].count(True) == 1
    assert "conflicts with another claim" in words(svg)
    assert "conflicts with another claim" not in words(drawn(share(1, 20)))


def test_those_who_say_the_same_are_one_mark() -> None:
    same = [share(n, 20, valid=SINCE_2022, claimant=f"Outlet {n}") for n in range(1, 10)]
    svg = drawn(*same)
    [mark] = marks(svg)
    assert mark.get("data-statements", "").split() == [one.statement for one in same]
    assert "20 % · Outlet 1 and 8 more" in words(svg)
    assert tells(mark).endswith("and 3 more that say the same")


def test_amounts_without_a_share_stand_in_lanes_by_holder() -> None:
    svg = drawn(
        claim(1, relation="gained", figure="parts", claimant="Vell"),
        claim(2, holder_label="League", figure="swathes", claimant="Tarn", published=None),
        claim(3, relation="gained", area_km2=Decimal(400), figure="400 km²", claimant="Hale"),
    )
    found = words(svg)
    lanes = found[found.index("Amounts that are no share of the whole") :]
    assert lanes[1:6] == [
        "Kestria",
        "gained 400 km² · Hale",
        "gained parts · Vell",
        "League",
        "holds swathes · Tarn · no date",
    ]


def test_relations_are_told_apart() -> None:
    svg = drawn(*(share(n, 20, relation=one) for n, one in enumerate(("lost", "controls", "contests", "sold"))))
    headings = [text for text in words(svg) if text.endswith("share of the whole")]
    assert [heading.partition(":")[0] for heading in headings] == ["Holds", "Contests", "Lost", "Sold"]


def test_a_share_that_cannot_be_is_drawn_at_the_edge() -> None:
    assert "100 % · Anna Vell" in words(drawn(share(1, 250, valid=SINCE_2022)))


def test_nothing_told() -> None:
    svg = drawn()
    assert NOTHING in words(svg)
    assert not marks(svg)


def test_nothing_has_a_date() -> None:
    svg = drawn(share(1, 20, published=None))
    assert "holds 20 % · Anna Vell · no date" in words(svg)


@pytest.mark.parametrize("width", [332, 1000])
def test_three_hundred_claims_are_drawn_or_counted(width: int) -> None:
    claims = sample.many(300)
    svg = drawn(*claims, width=width)
    shown = sum(len(mark.get("data-statements", mark.get("data-statement", "")).split()) for mark in marks(svg))
    notes = [int(found[1]) for text in words(svg) if (found := re.search(r": (\d+) claims? not drawn", text))]
    assert shown + sum(notes) == 300
    assert shown > 200
    height = float(svg.get("viewBox", "").split()[3])
    assert height < 5000


def test_labels_do_not_lie_on_each_other() -> None:
    svg = drawn(*sample.many(40), width=1000)
    places = [
        (float(text.get("x", "0")), float(text.get("y", "0")))
        for text in svg.iter(f"{SVG}text")
        if "tinted" in text.get("class", "")
    ]
    assert len(places) == len(set(places)) > 10


def test_the_same_bytes_in_any_order() -> None:
    claims = sample.each_look() + sample.many(100)
    charts = set()
    for seed in range(3):
        random.Random(seed).shuffle(claims)
        charts.add(control_chart(claims, title="Osk"))
    assert len(charts) == 1


def test_hostile_texts_stay_texts() -> None:
    told = {"claimant": HOSTILE, "holder_label": HOSTILE, "figure": HOSTILE, "sentence": HOSTILE, "outlet": HOSTILE}
    made = control_chart(
        [claim(1, **told, statement=HOSTILE, territory_label=HOSTILE), share(2, 20, **told, relation=HOSTILE)],
        title=HOSTILE,
    )
    svg = ElementTree.fromstring(made.encode())
    assert {one.tag.removeprefix(SVG) for one in svg.iter()} <= {
        "svg", "title", "desc", "style", "g", "rect", "path", "circle", "text",
    }  # fmt: skip
    assert not [name for one in svg.iter() for name in one.keys() if name.startswith("on") or "href" in name]  # noqa: SIM118
    assert "alert(1)" in tells(marks(svg)[0])


def test_it_needs_nothing_else() -> None:
    made = control_chart(sample.each_look(), title="Osk")
    assert not re.search(r"url\(|@import|<script|href|https?://(?!w3id.org/newskg|www.w3.org/2000/svg)", made)


def test_a_chart_is_as_wide_as_is_asked_for() -> None:
    for width in (332, 1000):
        svg = drawn(*sample.each_look(), width=width)
        assert svg.get("viewBox", "").split()[2] == str(width)
        assert all(float(text.get("x", "0")) < width for text in svg.iter(f"{SVG}text"))


def test_long_stretches_are_cut_out_where_most_is_told_of_a_few_days() -> None:
    days = [date(2021, 1, 1), *(date(2025, 5, day) for day in (12, 13, 14, 17, 20))]
    scale = timescale(days, 0, 400)
    assert len(scale.cuts) == 1
    assert scale.x(date(2025, 5, 20)) - scale.x(date(2025, 5, 12)) > 250
    places = [scale.x(day) for day in [*days, date(2023, 1, 1)]]
    assert sorted(places[:-1]) == places[:-1]
    assert places[0] < places[-1] < places[1]


def test_time_is_even_where_nothing_is_cut_out() -> None:
    scale = timescale([date(2014, 1, 1), date(2022, 1, 1), date(2025, 3, 17)], 0, 400)
    assert scale.cuts == ()
    first, middle, last = (scale.x(date(year, 1, 1)) for year in (2014, 2018, 2022))
    assert middle - first == pytest.approx(last - middle, rel=0.01)


@pytest.mark.parametrize(
    ("days", "ticks"),
    [
        ((date(2014, 1, 1), date(2025, 3, 17)), ["2014", "2016", "2018", "2020", "2022", "2024"]),
        ((date(2025, 1, 5), date(2025, 11, 3)), ["Apr 2025", "Jul", "Oct"]),
        ((date(2025, 5, 12), date(2025, 5, 14)), ["12 May 2025", "13 May", "14 May"]),
        ((date(2025, 5, 12),), ["11 May 2025", "12 May", "13 May"]),
        ((date.min, date.max), ["1"]),
    ],
)
def test_ticks_are_round_days(days: tuple[date, ...], ticks: list[str]) -> None:
    found = timescale(days, 40, 330).ticks()
    assert [f"{label} {year}".strip() for _, label, year in found] == ticks
