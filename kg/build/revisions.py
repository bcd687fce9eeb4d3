"""What people decided about an article's statements, as nodes of its graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import PROV, RDF, RDFS, SKOS, XSD, Literal, URIRef

from kg.build.scope import Scope
from kg.build.texts import mention
from kg.model import Correction, Revision, Term
from kg.vocabulary import KG, Quad, mention_iri, scheme_value


def revisions(scope: Scope, found: Iterable[Revision]) -> Iterator[Quad]:
    """The corrections that were applied, and what each statement was before that."""
    for revision in found:
        after = scope.statement(revision.after) if revision.after else None
        if after is not None and str(after) != revision.before:
            yield after, PROV.wasRevisionOf, URIRef(revision.before), scope.graph
        for correction in revision.corrections:
            if after is not None:
                yield after, KG.correctedBy, URIRef(correction.iri), scope.graph
            for predicate, value in _values(scope, revision, correction):
                yield URIRef(correction.iri), predicate, value, scope.graph
        for span in revision.evidence:
            yield from mention(scope, span)


def _values(scope: Scope, revision: Revision, correction: Correction) -> Iterator[tuple[URIRef, URIRef | Literal]]:
    yield RDF.type, KG.Correction
    yield KG.inArticle, scope.iri
    yield KG.corrects, URIRef(revision.before)
    yield KG.verdict, scheme_value(Term("verdict", correction.verdict))
    yield KG.decidedBy, Literal(correction.by)
    if correction.why:
        yield RDFS.comment, Literal(correction.why)
    if correction.day:
        yield KG.decidedOn, Literal(correction.day.isoformat(), datatype=XSD.date)
    for note in revision.notes:
        yield SKOS.changeNote, Literal(note, lang="en")
    for span in revision.evidence:
        yield KG.evidence, mention_iri(scope.iri, span)
