"""How long what is put forward is to last: "a 30-day truce", "a ceasefire of six weeks"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from spacy.tokens import Token

from kg.extract.mentions import layers_of
from kg.extract.pieces import span_of

# By the unit of a quantity: how many of which designator of ISO 8601 it is
UNITS = {"minute": (1, "M"), "hour": (1, "H"), "day": (1, "D"), "week": (7, "D"), "fortnight": (14, "D"),
         "month": (1, "M"), "year": (1, "Y"), "decade": (10, "Y")}  # fmt: skip
CLOCK = frozenset({"minute", "hour"})
# "within ten days", "in three weeks", "every six months": when, not how long
WHEN = frozenset("within in after every before by past last next until ago".split())


def lasting(words: Sequence[Token]) -> str:
    """The words of a matter in, how long it is to last as a duration of ISO 8601 out ("P30D"); empty where untold."""
    if not words:
        return ""
    inside = span_of(list(words))
    for quantity in layers_of(words[0]).quantities:
        if quantity.unit in UNITS and quantity.number is not None and inside.holds(quantity.span):
            before = [t.lower_ for t in words if t.idx < quantity.span.start][-2:]
            if not WHEN & set(before) and quantity.number == int(quantity.number):
                return _iso(quantity.number, quantity.unit)
    return ""


def _iso(number: Decimal, unit: str) -> str:
    times, designator = UNITS[unit]
    return f"P{'T' if unit in CLOCK else ''}{int(number) * times}{designator}"
