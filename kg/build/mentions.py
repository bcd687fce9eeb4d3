"""Which entity each mention was grounded to, on the mentions of the article's graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from rdflib import SKOS, XSD, Literal, URIRef

from kg.build.scope import Scope, plain_number
from kg.build.texts import mention as words
from kg.model import Entity, Grounding, Mention
from kg.vocabulary import KG, SHARED, Quad, entity_iri, mention_iri


def groundings(scope: Scope, quads: Iterable[Quad]) -> Iterator[Quad]:
    """The mentions of entities that stand in these quads: words, entity, score, reason and other candidates."""
    used = {value for _, _, value, _ in quads}
    for mention, grounding in scope.groundings.mentions.items():
        entity = entity_iri(grounding.entity, scope.iri)
        if entity in used and mention.span.end > mention.span.start:  # the publisher's has no width
            yield from _grounding(scope, mention, grounding, entity)


def _grounding(scope: Scope, mention: Mention, grounding: Grounding, entity: URIRef) -> Iterator[Quad]:
    yield from words(scope, mention.span)
    iri = mention_iri(scope.iri, mention.span)
    score = plain_number(round(Decimal(str(grounding.score)), 2))
    yield iri, KG.refersTo, entity, scope.graph
    yield iri, KG.groundingScore, Literal(score, datatype=XSD.decimal), scope.graph
    yield iri, KG.groundingReason, Literal(grounding.reason), scope.graph
    for candidate in grounding.candidates:
        if candidate != grounding.entity:
            yield iri, KG.candidate, entity_iri(candidate, scope.iri), scope.graph
            yield from _named(candidate, entity_iri(candidate, scope.iri))


def _named(candidate: Entity, iri: URIRef) -> Iterator[Quad]:
    yield iri, SKOS.prefLabel, Literal(candidate.label, lang="en"), SHARED
    for other in candidate.same_as:
        yield iri, SKOS.exactMatch, URIRef(other), SHARED
