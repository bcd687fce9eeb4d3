"""The ontology reference: each class, property and value list, as ontology/ describes it, with an example."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from html import escape

from rdflib import OWL, RDF, RDFS, SKOS, Dataset, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

import kg
from kg.vocabulary import ID, KG, PREFIXES, SCHEME, folder, ontology_files, shorten

SH = Namespace("http://www.w3.org/ns/shacl#")
ROWS = (
    ("subclass of", RDFS.subClassOf),
    ("subproperty of", RDFS.subPropertyOf),
    ("of", RDFS.domain),
    ("value", RDFS.range),
    ("exact match", SKOS.exactMatch),
    ("close match", SKOS.closeMatch),
    ("see also", RDFS.seeAlso),
)
"""What is told of a term, by the words it is told in."""
MOST = 12
"""Lines of an example."""
HEAD = """# Ontology reference

Version {version}, namespace `{namespace}` (prefix `kg:`). Made from the files in `ontology/` with each build of the
documents; the examples are triples of the graph of `seeds/`. [The model](model.md) tells how the terms fit together,
[Stability](stability.md) what stays as it is from version to version.
"""


def page(graph: kg.Graph) -> str:
    """The graph of the seeds in, the page in Markdown out."""
    terms, dataset = ontology(), graph.dataset()
    version = terms.value(URIRef(str(KG).rstrip("#")), OWL.versionInfo)
    return "\n".join(
        [
            HEAD.format(version=version, namespace=KG),
            "## Classes\n",
            *(_term(iri, terms, dataset) for iri in _named(terms, [OWL.Class])),
            "## Properties\n",
            *(_term(iri, terms, dataset) for iri in _named(terms, [OWL.ObjectProperty, OWL.DatatypeProperty])),
            "## Value lists\n",
            *(_scheme(iri, terms) for iri in sorted(terms.subjects(RDF.type, SKOS.ConceptScheme), key=str)),
        ]
    )


@cache
def ontology() -> Graph:
    """The ontology with its schemes, its blocks and its shapes."""
    read = Graph()
    for path in [*ontology_files(), folder("ontology") / "shapes.ttl"]:
        read.parse(path)
    return read


def _named(terms: Graph, kinds: Iterable[Node]) -> list[URIRef]:
    """The ontology's own terms of these kinds by name."""
    found = {iri for kind in kinds for iri in terms.subjects(RDF.type, kind) if str(iri).startswith(str(KG))}
    return sorted(URIRef(str(iri)) for iri in found)


# --- one term


def _term(iri: URIRef, terms: Graph, dataset: Dataset) -> str:
    name = iri.removeprefix(str(KG))
    rows = [(label, _links(terms.objects(iri, predicate))) for label, predicate in ROWS]
    rows += [
        ("has", _links(terms.subjects(RDFS.domain, iri))),
        ("kinds", _links(terms.subjects(RDFS.subClassOf, iri))),
        ("values from", _links(_schemes(iri, terms, dataset))),
    ]
    body = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in rows if value)
    example = _example(iri, dataset)
    return (
        f"### kg:{name} {{ #{name} }}\n\n{_sentence(terms, iri, RDFS.comment)}\n\n"
        f'<table class="term"><tbody><tr><th>label</th><td>{escape(str(terms.value(iri, RDFS.label)))}</td></tr>'
        f"{body}</tbody></table>\n\n"
        + (f"```turtle\n{example}\n```\n" if example else "No example: nothing in `seeds/` has it.\n")
    )


def _sentence(terms: Graph, iri: Node, predicate: Node) -> str:
    return re.sub(r"([<>*_\[\]`|\\])", r"\\\1", str(terms.value(iri, predicate) or ""))


def _links(nodes: Iterable[Node]) -> str:
    return ", ".join(dict.fromkeys(_link(str(node)) for node in sorted(nodes, key=str) if isinstance(node, URIRef)))


def _link(iri: str) -> str:
    """A term of ours leads to its place on the page, any other to its own address."""
    if iri.startswith(str(KG)):
        name = iri.removeprefix(str(KG))
        return f'<a href="#{name}"><code>kg:{name}</code></a>'
    if iri.startswith(SCHEME):
        name = iri.removeprefix(SCHEME)
        return f'<a href="#scheme-{name.partition("/")[0]}"><code>{name}</code></a>'
    return f'<a href="{escape(iri)}"><code>{escape(_short(iri))}</code></a>'


def _short(iri: str) -> str:
    """An IRI in, its name by the prefixes of the ontology's files out, or else itself."""
    known = [(str(space), prefix) for prefix, space in ontology().namespaces() if iri.startswith(str(space)) and prefix]
    space, prefix = max(known, default=("", ""))
    return f"{prefix}:{iri.removeprefix(space)}" if prefix else iri


def _schemes(iri: URIRef, terms: Graph, dataset: Dataset) -> set[Node]:
    """The value lists that a property takes its values from, by its shapes and by the graph."""
    listed = {
        one
        for shape in terms.subjects(SH.path, iri)
        for values in terms.objects(shape, SH["in"])
        for one in terms.items(values)
    }
    used = {value for _, _, value, _ in dataset.quads((None, iri, None, None))}
    return {scheme for one in listed | used for scheme in terms.objects(one, SKOS.inScheme)}


# --- an example from the seeds


def _example(iri: URIRef, dataset: Dataset) -> str:
    """The first triple with a property, or the node of a class of which most is told, in Turtle."""
    if iri.removeprefix(str(KG))[0].islower():
        pairs = sorted(((s, o) for s, _, o, _ in dataset.quads((None, iri, None, None))), key=_place)
        return f"{_turtle(pairs[0][0])} {_turtle(iri)} {_turtle(pairs[0][1])} ." if pairs else ""
    nodes = {s for s, _, _, _ in dataset.quads((None, RDF.type, iri, None))}
    told = {node: {(p, o) for _, p, o, _ in dataset.quads((node, None, None, None))} for node in nodes}
    if not told:
        return ""
    node = max(sorted(told, key=str), key=lambda one: len({p for p, _ in told[one]}))
    lines = [f"    {_turtle(p)} {_turtle(o)}" for p, o in sorted(told[node], key=_place) if p != RDF.type]
    return " ;\n".join([f"{_turtle(node)} a {_turtle(iri)}", *lines[:MOST]]) + " ."


def _place(nodes: tuple[Node, ...]) -> list[str]:
    """What nodes are sorted by."""
    return [node.n3() for node in nodes]


def _turtle(node: Node) -> str:
    """A node as it stands in Turtle; long texts are cut."""
    if isinstance(node, Literal):
        text = str(node)
        words = " ".join(text.split())
        short = words if len(words) <= 70 else f"{words[:70].rsplit(' ', 1)[0]} ..."
        quoted = '"' + short.replace("\\", "\\\\").replace('"', '\\"') + '"'
        kind = f"@{node.language}" if node.language else ""
        plain = node.datatype is None or str(node.datatype) == PREFIXES["xsd"] + "string"
        return quoted + (kind or ("" if plain else f"^^{shorten(str(node.datatype))}"))
    iri = str(node)
    if iri.startswith(ID):
        local = iri.removeprefix(PREFIXES["ent"])
        plain_entity = iri.startswith(PREFIXES["ent"]) and "/" not in local
        return f"ent:{local}" if plain_entity else f"<{iri.removeprefix(ID)}>"
    if iri.startswith("https://w3id.org/newskg/"):
        return f"kg:{iri.removeprefix(str(KG))}" if iri.startswith(str(KG)) else f"<{iri.removeprefix(SCHEME)}>"
    return shorten(iri) if shorten(iri) != iri else f"<{iri}>"


# --- value lists


def _scheme(iri: Node, terms: Graph) -> str:
    name = str(iri).removeprefix(SCHEME)
    rows = [
        f"<tr><td><code>{str(one).rpartition('/')[2]}</code></td>"
        f"<td>{escape(str(terms.value(one, SKOS.prefLabel)))}</td>"
        f"<td>{escape(str(terms.value(one, SKOS.notation) or ''))}</td></tr>"
        for one in sorted(terms.subjects(SKOS.inScheme, iri), key=str)
    ]
    return (
        f"### {name} {{ #scheme-{name} }}\n\n`{iri}/...`\n\n"
        "<table><thead><tr><th>value</th><th>label</th><th>notation</th></tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table>\n"
    )
