"""What still stands in the shared and derived graphs when an article has gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rdflib import Literal, URIRef

from kg.vocabulary import DERIVED, KG, SCHEMA, SHARED, Quad, factuality_notation, is_saying

Triple = tuple[URIRef, URIRef, URIRef | Literal]


def unsupported(quads: Iterable[Quad]) -> list[Quad]:
    """A whole store's quads in, those out that no article's statements support: what must be taken out."""
    shared: list[Quad] = []
    derived: list[Quad] = []
    spoken: list[Quad] = []
    for quad in quads:
        {SHARED: shared, DERIVED: derived}.get(quad[3], spoken).append(quad)
    contents = {subject for subject, predicate, _, _ in shared if predicate == KG.gist}
    vouched = _vouched(spoken)
    standing = [quad for quad in shared if quad[0] in contents or quad[2] not in contents or _plain(quad) in vouched]
    reached = _reached(standing, spoken)
    kept = {quad for quad in standing if quad[0] in reached}
    kept.update(quad for quad in derived if quad[0] in reached and quad[2] in reached)
    return [quad for quad in (*shared, *derived) if quad not in kept]


def _plain(quad: Quad) -> tuple[URIRef | None, URIRef | None, URIRef | Literal]:
    """What a plain triple needs: that its actor said so, or else that an article affirms its content."""
    subject, predicate, value, _ = quad
    return (subject, predicate, value) if predicate in (KG.stated, KG.denied) else (None, None, value)


def _vouched(spoken: list[Quad]) -> set[tuple[URIRef | None, URIRef | None, URIRef | Literal]]:
    """What the statements that are not nested vouch for, in the form of ``_plain``."""
    said: dict[URIRef, dict[URIRef, URIRef]] = defaultdict(dict)
    for subject, predicate, value, _ in spoken:
        if isinstance(value, URIRef):
            said[subject][predicate] = value
    found: set[tuple[URIRef | None, URIRef | None, URIRef | Literal]] = set()
    for values in said.values():
        if KG.content not in values or KG.within in values:
            continue
        speaker, content = values.get(KG.speaker), values[KG.content]
        factuality = factuality_notation(values[KG.factuality])
        if speaker and is_saying(values[KG.speechAct]) and factuality[-1] in "+-":
            found.add((speaker, KG.stated if factuality[-1] == "+" else KG.denied, content))
        if factuality == "CT+" and speaker in (None, said[values[KG.inArticle]].get(SCHEMA.publisher)):
            found.add((None, None, content))
    return found


def _reached(standing: list[Quad], spoken: list[Quad]) -> set[URIRef | Literal]:
    """Every node that articles speak of, by way of the shared graph's triples that stand."""
    onward: dict[URIRef | Literal, list[URIRef | Literal]] = defaultdict(list)
    for subject, _, value, _ in standing:
        onward[subject].append(value)
    reached: set[URIRef | Literal] = {subject for subject, *_ in spoken}
    waiting = [value for _, _, value, _ in spoken]
    while waiting:
        node = waiting.pop()
        if node not in reached:
            reached.add(node)
            waiting.extend(onward[node])
    return reached
