"""Which figures disagree."""

from __future__ import annotations

import pytest
from rdflib import XSD, Literal, URIRef

from kg.build import conflicts
from kg.model import Term
from kg.vocabulary import KG, SHARED, Quad, scheme_value

ISSUE = URIRef("https://example.org/issue")


def content(name: str, figures: str) -> list[Quad]:
    """ "percent 20 less-than from 2021-01-01" as quads."""
    subject = URIRef(f"https://example.org/{name}")
    quads: list[Quad] = [(subject, KG.issue, ISSUE, SHARED)]
    words = figures.split()
    for key, value in zip(words[::2], words[1::2], strict=True):
        if key == "hedge":
            quads.append((subject, KG.approximation, scheme_value(Term("approximation", value)), SHARED))
        else:
            datatype = XSD.date if key in ("asOf", "validFrom", "validTo") else XSD.decimal
            quads.append((subject, KG[key], Literal(value, datatype=datatype), SHARED))
    return quads


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ("percent 18", "percent 27", True),
        ("percent 20", "percent 20 hedge less-than", False),  # nearly a fifth
        ("percent 18", "percent 18.4", False),  # rounded
        ("percent 18", "percent 19", True),
        ("percent 18 hedge about", "percent 19", False),
        ("percent 18 hedge about", "percent 27 hedge about", True),
        ("percent 18 hedge at-least", "percent 27", False),
        ("percent 30 hedge more-than", "percent 27", True),
        ("percentMin 40 percentMax 45", "percent 43", False),
        ("percentMin 40 percentMax 45", "percent 18", True),
        ("areaKm2 1200", "areaKm2 3000", True),
        ("areaKm2 1200", "percent 18", False),
        ("percent 18 asOf 2023-01-01", "percent 27 asOf 2024-01-01", False),
        ("percent 18 validTo 2023-01-01", "percent 27 validFrom 2024-01-01", False),
        ("percent 18 validFrom 2021-01-01", "percent 27 asOf 2024-01-01", True),
        ("percent 18 validFrom 2025-01-01", "percent 27 asOf 2024-01-01", False),
    ],
)
def test_figures(one: str, other: str, conflict: bool) -> None:
    assert bool(list(conflicts([*content("one", one), *content("other", other)]))) is conflict
