"""The entities that an article's quads speak of, as nodes of the shared graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import RDF, SKOS, Literal, URIRef

from kg.build.scope import Scope
from kg.model import Entity
from kg.vocabulary import KG, SHARED, Quad, entity_iri, expand, range_of

ROLES_OF_ENTITIES = frozenset((KG.Actor, KG.Territory))
"""Classes that an entity belongs to by what is said of it: who speaks is an actor."""


def entities(scope: Scope, quads: Iterable[Quad]) -> Iterator[Quad]:
    """The entities that stand in these quads: types, labels, matches in other data sets."""
    known: dict[URIRef, list[Entity]] = {}
    for grounding in scope.groundings.mentions.values():
        known.setdefault(entity_iri(grounding.entity, scope.iri), []).append(grounding.entity)
    if scope.publisher:
        known.setdefault(entity_iri(scope.publisher, scope.iri), []).append(scope.publisher)
    used: dict[URIRef, list[Entity]] = {}
    for _, predicate, value, _ in quads:
        if isinstance(value, URIRef) and value in known:
            used[value] = known[value]
            if (needed := range_of(predicate)) in ROLES_OF_ENTITIES:
                yield value, RDF.type, needed, SHARED
    for iri, forms in used.items():
        yield from _entity(iri, forms)


def _entity(iri: URIRef, forms: list[Entity]) -> Iterator[Quad]:
    for entity in forms:
        for name in entity.types:
            yield iri, RDF.type, expand(name), SHARED
        for other in entity.same_as:
            yield iri, SKOS.exactMatch, URIRef(other), SHARED
        yield iri, SKOS.prefLabel, Literal(entity.label, lang="en"), SHARED
        for alias in entity.aliases:
            if alias != entity.label:
                yield iri, SKOS.altLabel, Literal(alias, lang="en"), SHARED
