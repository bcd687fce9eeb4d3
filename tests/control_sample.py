"""Claims on an invented territory, made by hand: every look that a mark of the chart can have."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from kg.model import ControlClaim, Interval

ID = "https://w3id.org/newskg/id/"
SINCE_2022 = Interval(date(2022, 1, 1), None, "year")
MONDAY = date(2025, 5, 12)


def claim(number: int, **other: Any) -> ControlClaim:
    """Anna Vell says of Kestria that it holds something of Osk; what is given is otherwise."""
    values: dict[str, Any] = {
        "statement": f"{ID}statement/{number:04x}",
        "territory": f"{ID}entity/osk",
        "territory_label": "Osk",
        "holder_label": "Kestria",
        "relation": "controls",
        "claimant": "Anna Vell",
        "published": MONDAY,
        "sentence": "Kestria holds it, Vell said.",
        "outlet": "Halvern Courier",
    } | other
    return ControlClaim(**{"holder": f"{ID}entity/{values['holder_label']}", **values})


def share(number: int, percent: int, **other: Any) -> ControlClaim:
    return claim(number, percent=Decimal(percent), **({"figure": f"{percent} %"} | other))


def each_look() -> list[ControlClaim]:
    front = {"holder_label": "Ondrel Front", "claimant": "Dorun Hale"}
    return [
        share(1, 20, valid=Interval(date(2022, 2, 1), date(2023, 6, 30))),
        share(2, 27, valid=SINCE_2022, own_voice=True, claimant="Halvern Courier", conflicts=(f"{ID}statement/0003",)),
        share(3, 18, comparator="about", figure="about 18 %", valid=SINCE_2022, conflicts=(f"{ID}statement/0002",)),
        claim(4, least=Decimal(60), greatest=Decimal(70), comparator="between", valid=SINCE_2022, **front),
        share(5, 75, comparator="at-least", valid=Interval(date(2024, 1, 1), date(2024, 12, 31), "year"), **front),
        share(6, 50, comparator="less-than", valid=Interval(MONDAY, MONDAY), factuality="CT-", **front),
        share(7, 40, valid=Interval(None, date(2023, 3, 31), "month"), factuality="PS+"),
        share(8, 35, speech_act="demand", said=Interval(date(2025, 3, 4), date(2025, 3, 4))),
        share(9, 90, speech_act="want", holder_label="League"),
        share(10, 11, relation="lost", comparator="about", valid=SINCE_2022),
        share(11, 11, relation="lost", valid=SINCE_2022, factuality="CT-", claimant="Ministry"),
        claim(12, relation="gained", area_km2=Decimal(400), figure="at least 400 km²", comparator="at-least"),
        claim(13, holder_label="League", figure="swathes", claimant="", outlet="", published=None),
    ]


def many(number: int = 300) -> list[ControlClaim]:
    """So many claims by nine claimants about eight holders, spread evenly over three years."""
    relations = ("controls", "controls", "lost", "gained", "claims")
    return [
        claim(
            n,
            holder_label=f"Clan {n * 7 % 8}",
            claimant=f"Claimant {n % 9}",
            relation=relations[n % 5],
            published=MONDAY - timedelta(n * 37 % 1100),
            conflicts=("x",) if n % 10 == 0 else (),
            factuality="CT-" if n % 6 == 0 else "CT+",
            **(
                {"figure": f"the hills, part {n}"}
                if n % 4 == 0
                else {"percent": Decimal(5 + n * 13 % 40), "figure": "so much"}
            ),
        )
        for n in range(1, number + 1)
    ]
