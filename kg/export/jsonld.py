"""The whole graph as JSON-LD 1.1 that can be read as plain JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from rdflib import RDF, Literal, URIRef

from kg.vocabulary import KG, PREFIXES, Quad, properties, shorten

_OTHERS = {
    "rdf:subject": "@id",
    "rdf:predicate": "@id",
    "rdf:object": "@id",
    "rdfs:label": "@en",
    "skos:prefLabel": "@en",
    "skos:altLabel": "@en",
    "skos:exactMatch": "@id",
    "org:member": "@id",
    "org:role": "@id",
    "org:organization": "@id",
    "schema:url": "@id",
    "schema:headline": "@en",
    "schema:datePublished": "xsd:date",
    "schema:dateModified": "xsd:dateTime",
    "schema:publisher": "@id",
    "schema:author": "",
    "schema:inLanguage": "",
    "schema:sha256": "",
    "schema:text": "@en",
    "schema:spokenByCharacter": "@id",
    "nif:referenceContext": "@id",
    "nif:beginIndex": "xsd:integer",
    "nif:endIndex": "xsd:integer",
    "nif:anchorOf": "",
    "nif:isString": "",
}
"""What the values of other vocabularies' properties are: nodes, English, of a datatype, or plain text."""


def jsonld(quads: Iterable[Quad]) -> Iterator[bytes]:
    """Sorted quads in, JSON-LD out: its context, and the nodes of each named graph, a node a line.

    A property goes by its name without a prefix, and its value is a plain string, or a list where there are several.
    A value that is not of the kind that the context gives its property is written out with its own.
    """
    forms = _forms()
    yield f'{{"@context":{_json(_context(forms))},\n"@graph":['.encode()
    comma = ""
    for name, graph in groupby(quads, itemgetter(3)):
        yield f'{comma}\n{{"id":{_json(name)},"@graph":['.encode()
        comma = ""
        for subject, rows in groupby(graph, itemgetter(0)):
            yield f"{comma}\n{_json(_node(subject, rows, forms))}".encode()
            comma = ","
        yield b"\n]}"
        comma = ","
    yield b"\n]}\n"


def _forms() -> dict[str, str]:
    """What the values of each property are, by its prefixed name."""
    return {shorten(iri): _form(kind) for iri, kind in properties().items()} | _OTHERS


def _form(kind: URIRef | None) -> str:
    """The range of a property in, what its values are out: nodes, where no datatype is named."""
    name = shorten(kind or "")
    return {"rdf:langString": "@en", "xsd:string": ""}.get(name, name if name.startswith("xsd:") else "@id")


def _context(forms: dict[str, str]) -> dict[str, Any]:
    context: dict[str, Any] = {"@version": 1.1, "@vocab": str(KG), **PREFIXES, "id": "@id", "type": "@type"}
    for name, form in forms.items():
        definition = {"@id": name}
        if form == "@en":
            definition["@language"] = "en"
        elif form:
            definition["@type"] = form
        context[_term(name)] = definition
    return context


def _term(name: str) -> str:
    return name.partition(":")[2]


def _node(subject: URIRef, rows: Iterable[Quad], forms: dict[str, str]) -> dict[str, Any]:
    values: dict[str, list[Any]] = {}
    for _, predicate, value, _ in rows:
        if predicate == RDF.type:
            values.setdefault("type", []).append(shorten(value).removeprefix("kg:"))
            continue
        name = shorten(predicate)
        known = name in forms
        values.setdefault(_term(name) if known else name, []).append(_value(value, forms.get(name)))
    return {"id": subject} | {name: found[0] if len(found) == 1 else found for name, found in values.items()}


def _value(value: URIRef | Literal, form: str | None) -> Any:
    """A value as the context lets it be written: plain where it is of its property's kind."""
    if isinstance(value, URIRef):
        return str(value) if form == "@id" else {"id": value}
    if value.language:
        return str(value) if form == f"@{value.language}" else {"@value": str(value), "@language": value.language}
    kind = shorten(value.datatype) if value.datatype else ""
    if kind == form:
        return int(value) if kind == "xsd:integer" and str(int(value)) == str(value) else str(value)
    return {"@value": str(value), "@type": kind} if kind else {"@value": str(value)}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
