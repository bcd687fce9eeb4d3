"""One article with its groundings: the IRIs of everything said in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from rdflib import XSD, Literal, URIRef

from kg.model import Article, Content, Entity, Groundings, Interval, Mention, Statement, Term, Time
from kg.vocabulary import (
    NUMBERS,
    article_iri,
    content_iri,
    entity_iri,
    fold,
    graph_iri,
    range_of,
    relation_iri,
    role_iri,
    scheme_value,
    slug,
    statement_iri,
    term,
)

NAMED = {"role": role_iri, "predicate": relation_iri}
"""Fields whose words name a node of the shared graph."""


@dataclass(frozen=True)
class Scope:
    """One article and its groundings. None stands for what is not grounded."""

    article: Article
    groundings: Groundings

    @cached_property
    def iri(self) -> URIRef:
        """The article's IRI."""
        return article_iri(self.article)

    @cached_property
    def graph(self) -> URIRef:
        """The article's named graph."""
        return graph_iri(self.article)

    @cached_property
    def publisher(self) -> Entity | None:
        """The article's publisher: the entity of that name among those it mentions, else one of its own."""
        name = self.article.publisher
        if not name:
            return None
        mentioned = dict.fromkeys(grounding.entity for grounding in self.groundings.mentions.values())
        for entity in sorted(mentioned, key=lambda entity: entity.key):
            if not entity.local and fold(name) in {fold(known) for known in (entity.label, *entity.aliases)}:
                return entity
        return Entity(slug(name), name, ("kg:Actor", "org:Organization"))

    def entity(self, mention: Mention) -> URIRef | None:
        """The entity that a mention stands for."""
        grounding = self.groundings.mentions.get(mention)
        return entity_iri(grounding.entity, self.iri) if grounding else None

    def interval(self, time: Time) -> Interval | None:
        """The days that a time stands for."""
        return self.groundings.times.get(time)

    def statement(self, statement: Statement) -> URIRef | None:
        """A statement's IRI; None where its speaker, its content or the statement around it is not grounded."""
        speaker = self.entity(statement.speaker) if statement.speaker else None
        content = self.content(statement.content)
        if content is None or (statement.speaker and speaker is None):
            return None
        if statement.outer and self.statement(statement.outer) is None:
            return None
        return statement_iri(self.iri, statement.content.span, speaker, content)

    def content(self, content: Content) -> URIRef | None:
        """A content's IRI, a function of its fields alone; its words where it has no fields."""
        properties = self.properties(content)
        if properties is None:
            return None
        measured = _is_measured(content)
        own = [(str(name), node.n3()) for name, node in properties if not (measured and name == term("amountText"))]
        return content_iri(content.kind, own or [("gist", content.gist)])

    def properties(self, content: Content) -> list[tuple[URIRef, URIRef | Literal]] | None:
        """A content's fields as properties of the ontology; None where one names what is not grounded."""
        found: list[tuple[URIRef, URIRef | Literal]] = []
        measured = _is_measured(content)
        for name, value in content.fields:
            if isinstance(value, Time):
                found.extend(self._dates(name, value))
            elif name != "approximation" or measured:
                node = self.node(name, value)
                if node is None:
                    return None
                found.append((term(name), node))
        return found

    def node(self, name: str, value: Mention | Decimal | int | str | Term | Content) -> URIRef | Literal | None:
        """The node for a field's value."""
        match value:
            case Mention():
                return self.entity(value)
            case Content():
                return self.content(value)
            case Term():
                return scheme_value(value)
            case str() if name in NAMED:
                return NAMED[name](value)
            case str() if range_of(term(name)) == XSD.duration:
                return Literal(value, datatype=XSD.duration)
            case str():
                return Literal(value)
        if range_of(term(name)) == XSD.decimal:
            return Literal(plain_number(Decimal(value)), datatype=XSD.decimal)
        return Literal(plain_number(Decimal(value)), datatype=XSD.integer)

    def _dates(self, name: str, time: Time) -> Iterator[tuple[URIRef, URIRef | Literal]]:
        """A time as dates: "validFrom" by its first day, "validTo" by its last, any other by its day or both."""
        interval = self.interval(time)
        if interval is None:
            return
        if name == "validFrom":
            yield from _day(name, interval.first)
        elif name == "validTo":
            yield from _day(name, interval.last)
        else:
            yield from dates(interval, name, "validFrom", "validTo")
            return
        yield from precision(interval)


def dates(interval: Interval, day: str, first: str, last: str) -> Iterator[tuple[URIRef, URIRef | Literal]]:
    """An interval in, its properties out: ``day`` where it is one day, else ``first`` and ``last`` with precision."""
    if interval.first is not None and interval.first == interval.last:
        yield from _day(day, interval.first)
        return
    yield from _day(first, interval.first)
    yield from _day(last, interval.last)
    yield from precision(interval)


def precision(interval: Interval) -> Iterator[tuple[URIRef, URIRef | Literal]]:
    """How exact the dates are, where they are not simply days."""
    if interval.precision != "day" and (interval.first or interval.last):
        yield term("timePrecision"), scheme_value(Term("precision", interval.precision))


def plain_number(number: Decimal) -> str:
    """A number in its canonical form.

    >>> plain_number(Decimal("11.0")), plain_number(Decimal("1E+2")), plain_number(Decimal("0.50"))
    ('11', '100', '0.5')
    """
    text = format(number, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _day(name: str, day: object) -> Iterator[tuple[URIRef, URIRef | Literal]]:
    if day is not None:
        yield term(name), Literal(str(day), datatype=XSD.date)


def _is_measured(content: Content) -> bool:
    """True for a content whose amount has a number."""
    return any(term(name) in NUMBERS for name, _ in content.fields)
