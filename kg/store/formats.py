"""Quads to and from files and Oxigraph's own terms."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox
from rdflib import XSD, Literal, URIRef

from kg.errors import KgError
from kg.store.names import WholeNames
from kg.vocabulary import DERIVED, KG, PREFIXES, SHARED, Quad

FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
}
SUFFIXES = tuple(FORMATS)
"""Endings of the files that can be read and written."""

FLAT = (".ttl", ".nt")
STRING = XSD.string  # rdflib looks a name up in its namespace each time
KEPT = 4096
"""How many of rdflib's nodes are kept for the next row or quad that has them too: they are slow to make."""
SKOLEM = "https://w3id.org/newskg/id/blank/"
"""Where the blank nodes of others' graphs get an IRI."""
ARTICLE = "https://w3id.org/newskg/id/article/"
DERIVES = frozenset((ox.NamedNode(KG.conflictsWith), ox.NamedNode(KG.sameReportAs)))
"""Properties whose triples are the derived graph's, whatever their subject."""


def write(quads: Iterable[Quad], suffix: str) -> bytes:
    """Quads in, a file's content out, the same bytes for the same quads. ".ttl" and ".nt" leave graphs' names out.

    ValueError for an ending that is not one of ``SUFFIXES``.
    """
    if suffix not in FORMATS:
        raise ValueError(f"{suffix}: the ending must be one of {', '.join(SUFFIXES)}")
    converted = [ox_quad(quad) for quad in quads]
    rows: set[ox.Quad] | set[ox.Triple]
    rows = {quad.triple for quad in converted} if suffix in FLAT else set(converted)
    ordered, text = sorted(rows, key=_order), io.BytesIO()
    if suffix in (".ttl", ".trig"):
        names = WholeNames(text)
        ox.serialize(ordered, names, FORMATS[suffix], prefixes=PREFIXES)  # type: ignore[arg-type]  # only written to
        names.end()
    else:
        ox.serialize(ordered, text, FORMATS[suffix])
    return text.getvalue()


def read_lines(lines: Iterable[str]) -> list[Quad]:
    """Lines of N-Quads in, quads out."""
    return [quad(one) for one in ox.parse("\n".join(lines).encode(), format=ox.RdfFormat.N_QUADS)]


def check(path: Path) -> str:
    """A graph file's path in, its ending out. KgError where the ending is unknown or no such file is there."""
    if not path.is_file():
        raise KgError(f"{path}: no such file; check the path.")
    if path.suffix.lower() not in FORMATS:
        raise KgError(f"{path}: unknown format; the name must end in {', '.join(SUFFIXES)}.")
    return path.suffix.lower()


def in_graphs(triples: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """Flat triples in, each in the named graph of its subject out: an article's, the shared or the derived one.

    Oxigraph's terms are kept as they are, which takes a fifth of the time of making rdflib's of them.
    """
    rows = [_without_blank_nodes(row) for row in triples]
    in_article, derived = ox.NamedNode(KG.inArticle), ox.NamedNode(DERIVED)
    article_of = {row.subject: row.object for row in rows if row.predicate == in_article}
    graphs: dict[ox.NamedNode | ox.BlankNode | ox.Triple, ox.NamedNode] = {}
    for row in rows:
        subject, predicate = row.subject, row.predicate
        if subject not in graphs:
            graphs[subject] = _graph(article_of.get(subject, subject))
        yield ox.Quad(subject, predicate, row.object, derived if predicate in DERIVES else graphs[subject])


def ox_node(node: URIRef | Literal) -> ox.NamedNode | ox.Literal:
    """An rdflib node in, Oxigraph's out."""
    if isinstance(node, URIRef):
        return ox.NamedNode(node)
    if node.language:
        return ox.Literal(str(node), language=node.language)
    return ox.Literal(str(node), datatype=ox.NamedNode(node.datatype or STRING))


def ox_quad(quad: Quad) -> ox.Quad:
    """A quad of rdflib nodes in, Oxigraph's out."""
    subject, predicate, value, graph = quad
    return ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), ox_node(value), ox.NamedNode(graph))


@lru_cache(maxsize=KEPT)
def node(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> URIRef | Literal:
    """Oxigraph's term in, an rdflib node out; a blank node, which only others' graphs hold, gets an IRI."""
    match term:
        case ox.NamedNode():
            return URIRef(term.value)
        case ox.Literal() if term.language:
            return Literal(term.value, lang=term.language)
        case ox.Literal():
            datatype = URIRef(term.datatype.value)
            # As it stands: rdflib would write the Z of a time as +00:00.
            return Literal(term.value, datatype=None if datatype == STRING else datatype, normalize=False)
    return URIRef(f"{SKOLEM}{str(term).removeprefix('_:')}")


def quad(found: ox.Quad) -> Quad:
    """Oxigraph's quad in, one of rdflib nodes out; the default graph is the shared one."""
    name = SHARED if isinstance(found.graph_name, ox.DefaultGraph) else _iri(found.graph_name)
    return _iri(found.subject), _iri(found.predicate), node(found.object), name


def by_graph(store: ox.Store) -> Iterator[Quad]:
    """A store's quads, those of one graph after those of another."""
    for name in (ox.DefaultGraph(), *sorted(store.named_graphs(), key=str)):
        yield from map(quad, store.quads_for_pattern(None, None, None, name))


def _iri(term: ox.NamedNode | ox.BlankNode | ox.Triple) -> URIRef:
    return URIRef(node(term))


def _without_blank_nodes(row: ox.Quad) -> ox.Quad:
    """A triple in, the same with IRIs in place of blank nodes out."""
    blank = isinstance(row.subject, ox.BlankNode) or isinstance(row.object, ox.BlankNode)
    return ox_quad(quad(row)) if blank else row


def _graph(node: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> ox.NamedNode:
    """An article, or another node, in; the named graph that it stands in out."""
    iri = node.value if isinstance(node, ox.NamedNode) else ""
    if iri.startswith(ARTICLE):
        return ox.NamedNode(iri.split("#")[0].replace("/id/article/", "/id/graph/"))
    return ox.NamedNode(SHARED)


def _order(row: ox.Quad | ox.Triple) -> tuple[str, ...]:
    """Graph, subject, the type before other properties, value."""
    graph = str(row.graph_name) if isinstance(row, ox.Quad) else ""
    kind = "" if row.predicate.value.endswith("22-rdf-syntax-ns#type") else row.predicate.value
    return graph, str(row.subject), kind, str(row.object)
