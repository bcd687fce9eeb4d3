"""One preferred label and one gist for a node that several articles word differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from rdflib import SKOS, Literal, URIRef

from kg.vocabulary import KG, Quad, slug

WORDED = frozenset((SKOS.prefLabel, SKOS.altLabel, KG.gist))
"""Properties of which articles give a node different values, and one is chosen."""


def one_label(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Quads in, the same out with one preferred label and gist a node; its other labels are alternative ones."""
    quads = list(quads)
    best: dict[tuple[URIRef, URIRef], Literal] = {}
    preferred, alternative, chosen_once = SKOS.prefLabel, SKOS.altLabel, (SKOS.prefLabel, KG.gist)
    for subject, predicate, value, _ in quads:
        if predicate in chosen_once and isinstance(value, Literal):
            best[subject, predicate] = min(value, best.get((subject, predicate), value), key=partial(_rank, subject))
    for subject, predicate, value, graph in quads:
        chosen = best.get((subject, predicate), value)
        if chosen == value:
            if predicate != alternative or best.get((subject, preferred)) != value:
                yield subject, predicate, value, graph
        elif predicate == preferred:
            yield subject, alternative, value, graph


def _rank(node: URIRef, label: Literal) -> tuple[bool, bool, str]:
    """The name a node has its key from first, then those neither all capitals nor all lower case ("Anna Vell")."""
    text = str(label)
    return slug(text) != node.rsplit("/", 1)[-1], text.isupper() or text.islower(), text
