"""Is every span, quotation and statement what the article says? The graph against the texts it was made from."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from rdflib import RDF, SKOS, Literal, URIRef

from kg.model import Article, Span, Term
from kg.store import was_cut
from kg.vocabulary import KG, NIF, NUMBERS, SCHEMA, Quad, article_iri, content_iri, mention_iri, scheme_value, shorten

NOT_IDENTITY = frozenset((RDF.type, KG.gist, KG.issue, KG.about, KG.conflictsWith))
"""Properties of a content that its IRI does not depend on."""


CHANGED = scheme_value(Term("verdict", "changed"))


class Checkable(Protocol):
    """A store: its quads, and those that no statement supports."""

    def __iter__(self) -> Iterator[Quad]: ...

    def unsupported(self) -> list[Quad]:
        """The quads that no article's statements support."""


@dataclass(slots=True)
class _Graph:
    """Values by subject and property, the texts of articles, and the subjects by class."""

    values: dict[URIRef, dict[URIRef, list[URIRef | Literal]]] = field(default_factory=dict)
    texts: dict[URIRef, str] = field(default_factory=dict)

    def of(self, subject: URIRef | Literal, predicate: URIRef) -> list[URIRef | Literal]:
        return self.values.get(URIRef(subject), {}).get(predicate, [])

    def text(self, subject: URIRef | Literal, predicate: URIRef) -> str | None:
        return next((str(value) for value in self.of(subject, predicate)), None)

    def all(self, kind: URIRef) -> list[URIRef]:
        return sorted(subject for subject, values in self.values.items() if kind in values.get(RDF.type, ()))


def verify(store: Checkable, articles: Iterable[Article] = ()) -> list[str]:
    """A store and the articles it was made from in, one line for each thing that is not so out.

    Without articles the texts in the store are taken. Checked are hashes, offsets and words of every mention and
    quotation, that every statement stands in its article with evidence, that every content is stated somewhere and
    is the one its IRI says, and that nothing is affirmed that no statement supports.
    """
    graph = _read(store)
    sources = {article_iri(article): article.text for article in articles}
    problems = [
        *_articles(graph, sources),
        *(problem for mention in graph.all(KG.Mention) for problem in _mention(graph, mention)),
        *(problem for quotation in graph.all(KG.Quotation) for problem in _quotation(graph, quotation)),
        *(problem for statement in graph.all(KG.Statement) for problem in _statement(graph, statement)),
        *_contents(graph),
    ]
    for subject, predicate, value, _ in sorted(store.unsupported()):
        problems.append(f"{subject} {shorten(predicate)} {value}: no statement of any article supports this")
    return problems


def changed_by_people(store: Checkable) -> int:
    """How many statements of a store people changed: what these say is theirs, beside what the articles say."""
    changed = {subject for subject, name, value, _ in store if name == KG.verdict and value == CHANGED}
    return len({subject for subject, name, value, _ in store if name == KG.correctedBy and value in changed})


def _read(store: Checkable) -> _Graph:
    graph = _Graph()
    for subject, predicate, value, _ in store:
        graph.values.setdefault(subject, {}).setdefault(predicate, []).append(value)
    return graph


def _articles(graph: _Graph, sources: dict[URIRef, str]) -> Iterator[str]:
    """The hash and length of each article's text; the text is kept in ``graph`` for the other checks."""
    for article in graph.all(KG.Article):
        stored, given = graph.text(article, NIF.isString), sources.get(article)
        text = given if given is not None else stored
        if sources and given is None:
            yield f"{article}: its text is not among the sources given"
        if text is None:
            continue
        graph.texts[article] = text
        if hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest() != graph.text(
            article, SCHEMA.sha256
        ):
            yield f"{article}: the text has changed, schema:sha256 is another one's"
        if given is not None and stored is not None and stored != given:
            yield f"{article}: nif:isString is not the text of the source"


def _mention(graph: _Graph, mention: URIRef) -> Iterator[str]:
    article = graph.text(mention, NIF.referenceContext)
    if article is None or URIRef(article) not in graph.values:
        yield f"{mention}: it stands in no article of the graph"
        return
    try:
        span = Span(int(graph.text(mention, NIF.beginIndex) or ""), int(graph.text(mention, NIF.endIndex) or ""))
    except ValueError:
        yield f"{mention}: it has no offsets"
        return
    if mention_iri(URIRef(article), span) != mention:
        yield f"{mention}: its offsets are {span.start} to {span.end}"
    text, anchor = graph.texts.get(URIRef(article)), graph.text(mention, NIF.anchorOf)
    if text is not None and anchor is not None and (span.of(text) != anchor or not anchor):
        yield f"{mention}: the text there is {_short(span.of(text))}, not {_short(anchor)}"


def _quotation(graph: _Graph, quotation: URIRef) -> Iterator[str]:
    words = graph.text(quotation, SCHEMA.text)
    anchors = [graph.text(mention, NIF.anchorOf) for mention in graph.of(quotation, KG.evidence)]
    if words is not None and words not in anchors and None not in anchors:
        yield f"{quotation}: {_short(words)} is not the text of its evidence"
    if not anchors:
        yield f"{quotation}: it has no evidence"


def _statement(graph: _Graph, statement: URIRef) -> Iterator[str]:
    article = graph.text(statement, KG.inArticle)
    if not graph.of(statement, KG.evidence):
        yield f"{statement}: it has no evidence"
    for predicate in (KG.evidence, KG.sourceSpan, KG.cueSpan, KG.contentSpan):
        for mention in graph.of(statement, predicate):
            if graph.text(mention, NIF.referenceContext) != article:
                yield f"{statement}: {shorten(predicate)} {mention} is no mention of its article"
    for quotation in graph.of(statement, KG.quote):
        if graph.text(quotation, KG.inArticle) != article:
            yield f"{statement}: {quotation} is no quotation of its article"
    for content in graph.of(statement, KG.content):
        if graph.text(content, KG.gist) is None:
            yield f"{statement}: its content {content} is not in the graph"
    for speaker in graph.of(statement, KG.speaker):
        if graph.text(speaker, SKOS.prefLabel) is None:
            yield f"{statement}: its speaker {speaker} has no name"


def _contents(graph: _Graph) -> Iterator[str]:
    """Every content is stated, or part of one that is; and its IRI follows from its fields."""
    contents = sorted(subject for subject, values in graph.values.items() if KG.gist in values)
    stated = {content for statement in graph.all(KG.Statement) for content in graph.of(statement, KG.content)}
    parts: dict[URIRef | Literal, list[URIRef | Literal]] = defaultdict(list)
    for content in contents:
        fields = (values for name, values in graph.values[content].items() if name != KG.conflictsWith)
        parts[content] = [value for values in fields for value in values]
    waiting = list(stated)
    while waiting:
        for part in parts[waiting.pop()]:
            if part in parts and part not in stated:
                stated.add(part)
                waiting.append(part)
    for content in contents:
        if content not in stated:
            yield f"{content}: no statement says this"
        if not _is_cut(graph, content) and _content_iri(graph, content) != content:
            yield f"{content}: its IRI is not the one of its fields; they were changed"


def _is_cut(graph: _Graph, content: URIRef) -> bool:
    """True for a content of a public graph whose words are not all there, so that its IRI cannot be worked out."""
    return any(was_cut(str(value)) for values in graph.values[content].values() for value in values)


def _content_iri(graph: _Graph, content: URIRef) -> URIRef:
    values = graph.values[content]
    skipped = NOT_IDENTITY | ({KG.amountText} if NUMBERS & values.keys() else set())
    fields = [(str(name), node.n3()) for name, nodes in values.items() if name not in skipped for node in nodes]
    kind = shorten(str(values[RDF.type][0])).partition(":")[2]
    return content_iri(kind, fields or [("gist", str(values[KG.gist][0]))])


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:57]}...")
