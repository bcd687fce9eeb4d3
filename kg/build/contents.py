"""What was said, as nodes of the shared graph: typed fields, gist, issue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rdflib import RDF, RDFS, SKOS, Literal, URIRef

from kg.build.scope import Scope, plain_number
from kg.model import Content, Mention, Term, Time
from kg.vocabulary import KG, ORG, SHARED, Quad, issue_iri, label_of, relation_iri, role_iri, scheme_value, slug, term


def content_quads(scope: Scope, content: Content) -> Iterator[Quad]:
    """A content with its fields, the contents inside it first. Nothing where it is not wholly grounded."""
    iri, properties = scope.content(content), scope.properties(content)
    if iri is None or properties is None:
        return
    for name, value in content.fields:
        if isinstance(value, Content):
            yield from content_quads(scope, value)
        elif name == "role" and isinstance(value, str):
            yield from _role(value)
        elif name == "predicate" and isinstance(value, str):
            yield from _predicate(value)
    yield iri, RDF.type, term(content.kind), SHARED
    for predicate, node in properties:
        yield iri, predicate, node, SHARED
    yield iri, KG.gist, Literal(gist(scope, content), lang="en"), SHARED
    for mention in content.about:
        entity = scope.entity(mention)
        if entity is not None:
            yield iri, KG.about, entity, SHARED
    if content.issue:
        yield from _issue(scope, content, iri)


def gist(scope: Scope, content: Content) -> str:
    """The content in normal form: its format string with the labels of what its fields are grounded to.

    Only names of fields in braces are filled in: the words around them come from news text.
    """
    words: dict[str, list[str]] = {}
    for name, value in content.fields:
        words.setdefault(name, []).append(_label(scope, value))
    return re.sub(r"\{(\w+)\}", lambda found: _list(words.get(found[1], [found[0]])), content.gist)


def _label(scope: Scope, value: object) -> str:
    match value:
        case Mention():
            grounding = scope.groundings.mentions.get(value)
            return grounding.entity.label if grounding else value.name
        case Content():
            return gist(scope, value)
        case Term():
            return label_of(scheme_value(value))
        case Time():
            return value.text
        case str():
            return value
    return plain_number(value)  # type: ignore[arg-type]


def _list(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _role(name: str) -> Iterator[Quad]:
    iri = role_iri(name)
    yield iri, RDF.type, ORG.Role, SHARED
    yield iri, SKOS.prefLabel, Literal(slug(name).replace("-", " "), lang="en"), SHARED


def _predicate(words: str) -> Iterator[Quad]:
    iri, label = relation_iri(words), Literal(slug(words).replace("-", " "), lang="en")
    yield iri, RDF.type, RDF.Property, SHARED
    yield iri, RDFS.label, label, SHARED
    yield iri, SKOS.prefLabel, label, SHARED


def _issue(scope: Scope, content: Content, iri: URIRef) -> Iterator[Quad]:
    """The question that the content gives a value for, labelled by the fields that make it."""
    fields = [
        (term(name), node)
        for name, value in content.fields
        if name in content.issue and not isinstance(value, Time) and (node := scope.node(name, value)) is not None
    ]
    issue = issue_iri(content.kind, [(str(name), node.n3()) for name, node in fields])
    values = ", ".join(node.rsplit("/", 1)[-1].replace("-", " ") for _, node in fields)
    yield iri, KG.issue, issue, SHARED
    yield issue, RDF.type, KG.Issue, SHARED
    yield issue, SKOS.prefLabel, Literal(f"{label_of(term(content.kind))}: {values}", lang="en"), SHARED
