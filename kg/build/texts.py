"""The article as a node, and spans of its text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from rdflib import RDF, XSD, Literal, URIRef

from kg.build.scope import Scope
from kg.model import Span
from kg.vocabulary import KG, NIF, SCHEMA, Quad, entity_iri, mention_iri, web_iri


def article_quads(scope: Scope) -> Iterator[Quad]:
    """What the head of the article says of it, its text, and the hash of the text in NFC."""
    article = scope.article

    def quad(predicate: URIRef, value: URIRef | Literal) -> Quad:
        return scope.iri, predicate, value, scope.graph

    yield quad(RDF.type, KG.Article)
    yield quad(RDF.type, NIF.Context)
    if address := web_iri(article.url):
        yield quad(SCHEMA.url, address)
    if article.title:
        yield quad(SCHEMA.headline, Literal(article.title, lang="en"))
    if article.published:
        yield quad(SCHEMA.datePublished, Literal(article.published.isoformat(), datatype=XSD.date))
    if article.modified:
        yield quad(SCHEMA.dateModified, Literal(_moment(article.modified), datatype=XSD.dateTime, normalize=False))
    if scope.publisher:
        yield quad(SCHEMA.publisher, entity_iri(scope.publisher, scope.iri))
    for author in article.authors:
        yield quad(SCHEMA.author, Literal(author))
    yield quad(SCHEMA.inLanguage, Literal("en"))
    yield quad(SCHEMA.sha256, Literal(article.sha256))
    yield quad(NIF.beginIndex, Literal("0", datatype=XSD.integer))
    yield quad(NIF.endIndex, Literal(str(len(article.text)), datatype=XSD.integer))
    yield quad(NIF.isString, Literal(article.text))


def mention(scope: Scope, span: Span) -> Iterator[Quad]:
    """A span of the article with its offsets and exact text."""
    iri = mention_iri(scope.iri, span)
    for predicate, value in (
        (RDF.type, KG.Mention),
        (RDF.type, NIF.RFC5147String),
        (NIF.referenceContext, scope.iri),
        (NIF.beginIndex, Literal(str(span.start), datatype=XSD.integer)),
        (NIF.endIndex, Literal(str(span.end), datatype=XSD.integer)),
        (NIF.anchorOf, Literal(span.of(scope.article.text))),
    ):
        yield iri, predicate, value, scope.graph


def _moment(moment: datetime) -> str:
    """A time of day as RDF stores keep it: Z for UTC, whole seconds."""
    text = moment.replace(microsecond=0).isoformat()
    return text.replace("+00:00", "Z") if moment.utcoffset() == UTC.utcoffset(None) else text
