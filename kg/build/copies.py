"""Articles that are one report, as quads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import URIRef

from kg.vocabulary import DERIVED, KG, Quad


def copies(pairs: Iterable[tuple[str, str]]) -> Iterator[Quad]:
    """Pairs of articles that are one report in, ``kg:sameReportAs`` out, in both directions."""
    for pair in pairs:
        one, other = map(URIRef, pair)
        yield one, KG.sameReportAs, other, DERIVED
        yield other, KG.sameReportAs, one, DERIVED
