"""Terms of the ontology and values of its schemes, by the names that the stages use for them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from rdflib import Literal, Namespace, URIRef

from kg.model import Term
from kg.vocabulary.folders import folder
from kg.vocabulary.turtle import triples

Quad = tuple[URIRef, URIRef, URIRef | Literal, URIRef]
"""Subject, predicate, object and named graph."""

KG = Namespace("https://w3id.org/newskg/ontology#")
NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
ORG = Namespace("http://www.w3.org/ns/org#")
SCHEMA = Namespace("https://schema.org/")
SCHEME = "https://w3id.org/newskg/scheme/"
GRAPH = "https://w3id.org/newskg/id/graph/"
SHARED = URIRef(GRAPH + "shared")
"""The named graph of entities, contents, issues and roles."""
DERIVED = URIRef(GRAPH + "derived")
"""The named graph of what is worked out over all articles (conflicts)."""

PREFIXES = {
    "kg": str(KG),
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": str(ORG),
    "schema": str(SCHEMA),
    "nif": str(NIF),
    "ent": "https://w3id.org/newskg/id/entity/",
}
"""Prefixes of the graphs that are written, and of IRIs that a user types."""

ELSEWHERE = {
    **dict.fromkeys(("member", "role", "organization"), PREFIXES["org"]),
    **dict.fromkeys(("subject", "predicate", "object"), PREFIXES["rdf"]),
}
"""Fields of contents that are another vocabulary's properties."""


class Ontology(NamedTuple):
    """What is read from the ontology's files: of properties, classes and scheme values."""

    ranges: dict[str, str]
    domains: dict[str, str]
    parents: dict[str, list[str]]
    labels: dict[str, str]
    notations: dict[str, str]
    groups: dict[str, list[str]]


def ontology_files() -> list[Path]:
    """The ontology's files: the general terms, the schemes and one block for each kind of content."""
    home = folder("ontology")
    return [home / "kg.ttl", home / "schemes.ttl", *sorted((home / "contents").glob("*.ttl"))]


@cache
def ontology() -> Ontology:
    """The ontology, read once."""
    read = Ontology({}, {}, {}, {}, {}, {})
    into = {
        PREFIXES["rdfs"] + "range": read.ranges,
        PREFIXES["rdfs"] + "domain": read.domains,
        PREFIXES["rdfs"] + "label": read.labels,
        PREFIXES["skos"] + "prefLabel": read.labels,
        PREFIXES["skos"] + "notation": read.notations,
    }
    for path in ontology_files():
        for triple in triples(path):
            if triple.predicate in into:
                into[triple.predicate][triple.subject] = triple.object
            elif triple.predicate == PREFIXES["rdfs"] + "subClassOf":
                read.parents.setdefault(triple.subject, []).append(triple.object)
            elif triple.predicate == PREFIXES["skos"] + "member":
                read.groups.setdefault(triple.subject, []).append(triple.object)
    return read


def term(name: str) -> URIRef:
    """The IRI of a class or property by its local name. ValueError where the ontology has no such term.

    >>> term("speaker"), term("member")
    (rdflib.term.URIRef('https://w3id.org/newskg/ontology#speaker'), rdflib.term.URIRef('http://www.w3.org/ns/org#member'))
    """
    iri = ELSEWHERE.get(name, str(KG)) + name
    if name not in ELSEWHERE and iri not in ontology().labels:
        raise ValueError(f"kg:{name} is no term of the ontology; add it to ontology/ or correct the name")
    return URIRef(iri)


def expand(name: str) -> URIRef:
    """A prefixed name in ("kg:State"), its IRI out; a full IRI stays one. ValueError for an unknown prefix.

    >>> expand("foaf:Person")
    rdflib.term.URIRef('http://xmlns.com/foaf/0.1/Person')
    """
    if "://" in name:
        return URIRef(name)
    prefix, _, local = name.partition(":")
    if prefix not in PREFIXES:
        raise ValueError(f"{name}: unknown prefix; known are {', '.join(PREFIXES)}")
    return URIRef(PREFIXES[prefix] + local)


def shorten(iri: str) -> str:
    """An IRI in, its prefixed name out where it has one, else the IRI itself.

    >>> shorten("http://xmlns.com/foaf/0.1/Person")
    'foaf:Person'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def range_of(property_iri: URIRef) -> URIRef | None:
    """The class or datatype of a property's values, where the ontology gives one."""
    found = ontology().ranges.get(str(property_iri))
    return URIRef(found) if found else None


def domain_of(property_iri: URIRef) -> URIRef | None:
    """The class whose members have the property, where the ontology gives one."""
    found = ontology().domains.get(str(property_iri))
    return URIRef(found) if found else None


def is_under(kind: URIRef, other: URIRef) -> bool:
    """True for a class and whatever is above it.

    >>> is_under(term("TerritorialControl"), term("Content")), is_under(term("Content"), term("Claim"))
    (True, False)
    """
    return kind == other or any(is_under(URIRef(one), other) for one in ontology().parents.get(str(kind), ()))


def properties() -> dict[URIRef, URIRef | None]:
    """The ontology's own properties, sorted, with the range of each, where it has one."""
    own = sorted(iri for iri in ontology().labels if iri.startswith(KG) and iri.removeprefix(KG)[0].islower())
    return {URIRef(iri): range_of(URIRef(iri)) for iri in own}


def label_of(iri: URIRef) -> str:
    """The English label of a term or of a scheme's value; "" where it has none."""
    return ontology().labels.get(str(iri), "")


def scheme_value(value: Term) -> URIRef:
    """A value of a scheme in, its IRI out. ValueError where the scheme has no such value.

    >>> scheme_value(Term("control", "lost"))
    rdflib.term.URIRef('https://w3id.org/newskg/scheme/control/lost')
    """
    iri = f"{SCHEME}{value.scheme}/{value.key}"
    if iri not in ontology().labels:
        raise ValueError(f"{value.key} is no value of the scheme {value.scheme}; add it to ontology/ or correct it")
    return URIRef(iri)


def scheme_term(iri: str) -> Term:
    """The IRI of a scheme's value in, the value out. ValueError where it is none.

    >>> scheme_term("https://w3id.org/newskg/scheme/control/lost")
    Term(scheme='control', key='lost')
    """
    scheme, _, key = iri.removeprefix(SCHEME).partition("/")
    if not iri.startswith(SCHEME) or not key or iri not in ontology().labels:
        raise ValueError(f"{iri} is no value of a scheme")
    return Term(scheme, key)


def factuality_value(notation: str) -> URIRef:
    """A FactBank value in ("CT+"), its IRI out. ValueError for any other word.

    >>> factuality_value("CT+")
    rdflib.term.URIRef('https://w3id.org/newskg/scheme/factuality/ct-plus')
    """
    for iri, known in ontology().notations.items():
        if known == notation and iri.startswith(SCHEME + "factuality/"):
            return URIRef(iri)
    raise ValueError(f"{notation} is no FactBank value")


def factuality_notation(value: URIRef) -> str:
    """The IRI of a factuality in, its FactBank name out.

    >>> factuality_notation(factuality_value("PS-"))
    'PS-'
    """
    return ontology().notations[str(value)]


NUMBERS = frozenset((KG.percent, KG.percentMin, KG.percentMax, KG.areaKm2))
"""Properties that hold the value of an amount; its words and its hedge are about them."""


def is_saying(speech_act: URIRef) -> bool:
    """True for a speech act that puts something forward; attitudes (believe) and rulings (decree) are none.

    >>> [is_saying(scheme_value(Term("speech-act", act))) for act in ("warn", "believe")]
    [True, False]
    """
    return str(speech_act) in ontology().groups[SCHEME + "speech-act-of-saying"]
