"""Acts of saying as nodes of the article's graph, and the plain triples that the article itself vouches for."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from decimal import Decimal

from rdflib import RDF, XSD, Literal, URIRef

from kg.build.contents import content_quads
from kg.build.scope import Scope, dates, plain_number
from kg.build.texts import mention
from kg.model import Mention, Span, Statement, Term
from kg.vocabulary import (
    KG,
    SCHEMA,
    SHARED,
    Quad,
    entity_iri,
    factuality_value,
    is_saying,
    mention_iri,
    quotation_iri,
    scheme_value,
    term,
)

log = logging.getLogger(__name__)


def statements(scope: Scope, found: Iterable[Statement]) -> Iterator[Quad]:
    """The statements of an article, each once, those around a nested one included."""
    seen: set[URIRef] = set()
    for statement in _with_outer(found):
        iri = scope.statement(statement)
        if iri is None:
            log.warning(
                "%s: statement at %s left out, not all of it is grounded", scope.article.path, statement.content.span
            )
        elif iri not in seen:
            seen.add(iri)
            yield from _statement(scope, statement, iri)


def _with_outer(found: Iterable[Statement]) -> Iterator[Statement]:
    for statement in found:
        if statement.outer:
            yield from _with_outer([statement.outer])
        yield statement


def _statement(scope: Scope, statement: Statement, iri: URIRef) -> Iterator[Quad]:
    content = scope.content(statement.content)
    assert content is not None  # scope.statement gave an IRI
    yield from content_quads(scope, statement.content)
    for predicate, value in _values(scope, statement, content):
        yield iri, predicate, value, scope.graph
    for predicate, span in _spans(statement):
        yield iri, predicate, mention_iri(scope.iri, span), scope.graph
        yield from mention(scope, span)
    for span in statement.quotes:
        yield iri, KG.quote, quotation_iri(scope.iri, span), scope.graph
        yield from _quotation(scope, statement, span)
    yield from _plain(scope, statement, content)


def _values(scope: Scope, statement: Statement, content: URIRef) -> Iterator[tuple[URIRef, URIRef | Literal]]:
    yield RDF.type, KG.Statement
    yield KG.inArticle, scope.iri
    yield KG.content, content
    yield KG.factuality, factuality_value(statement.factuality)
    yield KG.speechAct, scheme_value(Term("speech-act", statement.speech_act))
    yield KG.confidence, Literal(plain_number(Decimal(str(statement.confidence))), datatype=XSD.decimal)
    for predicate, someone in _actors(statement):
        entity = scope.entity(someone)
        if entity is not None:
            yield predicate, entity
    if statement.outer and (outer := scope.statement(statement.outer)):
        yield KG.within, outer
    if statement.status:
        yield KG.eventStatus, scheme_value(Term("status", statement.status))
    for predicate, words in ((KG.cue, statement.cue), (KG.setting, statement.setting)):
        if words:
            yield predicate, Literal(words)
    said = scope.interval(statement.said) if statement.said else None
    if said:
        yield from dates(said, "saidOn", "saidFrom", "saidTo")


def _actors(statement: Statement) -> Iterator[tuple[URIRef, Mention]]:
    if statement.speaker:
        yield KG.speaker, statement.speaker
    if statement.addressee:
        yield KG.addressee, statement.addressee
    if statement.outer and statement.outer.speaker:
        yield KG.via, statement.outer.speaker
    for someone in statement.based_on:
        yield KG.basedOn, someone


def _spans(statement: Statement) -> Iterator[tuple[URIRef, Span]]:
    for span in statement.evidence:
        yield KG.evidence, span
    if statement.attribution:
        for span in statement.attribution.source:
            yield KG.sourceSpan, span
        for span in statement.attribution.cue:
            yield KG.cueSpan, span
        for span in statement.attribution.content:
            yield KG.contentSpan, span


def _quotation(scope: Scope, statement: Statement, span: Span) -> Iterator[Quad]:
    iri = quotation_iri(scope.iri, span)
    yield iri, RDF.type, KG.Quotation, scope.graph
    yield iri, SCHEMA.text, Literal(span.of(scope.article.text), lang="en"), scope.graph
    yield iri, KG.inArticle, scope.iri, scope.graph
    yield iri, KG.evidence, mention_iri(scope.iri, span), scope.graph
    speaker = scope.entity(statement.speaker) if statement.speaker else None
    if speaker is not None:
        yield iri, SCHEMA.spokenByCharacter, speaker, scope.graph
    yield from mention(scope, span)


def _plain(scope: Scope, statement: Statement, content: URIRef) -> Iterator[Quad]:
    """What the article itself says: that an actor said it, and, where nobody else is made to say it, that it is so."""
    if statement.outer:
        return
    speaker = scope.entity(statement.speaker) if statement.speaker else None
    if speaker is not None and is_saying(scheme_value(Term("speech-act", statement.speech_act))):
        polarity = {"+": KG.stated, "-": KG.denied}.get(statement.factuality[-1])
        if polarity:
            yield speaker, polarity, content, SHARED
    publisher = entity_iri(scope.publisher, scope.iri) if scope.publisher else None
    own_word = statement.factuality == "CT+" and (speaker is None or speaker == publisher)
    if own_word and statement.content.plain:
        field, name = statement.content.plain
        subject = statement.content.get(field)
        actor = scope.entity(subject) if isinstance(subject, Mention) else None
        if actor is not None:
            yield actor, term(name), content, SHARED
