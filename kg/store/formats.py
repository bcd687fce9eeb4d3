"""Quads to and from files and Oxigraph's own terms."""

from __future__ import annotations

import heapq
import io
import re
import tempfile
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path
from typing import IO

import pyoxigraph as ox
from rdflib import XSD, Literal, URIRef

from kg.errors import KgError, check_path
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

WRITTEN = {**FORMATS, ".rdf": ox.RdfFormat.RDF_XML}
"""What can be written."""
FLAT = (".ttl", ".nt")
STRING = XSD.string  # rdflib looks a name up in its namespace each time
KEPT = 4096
"""How many of rdflib's nodes are kept for the next row or quad that has them too: they are slow to make."""
PREFIXED = (".ttl", ".trig", ".rdf")
RUN = 200_000
"""How many triples are sorted in memory at a time."""
AHEAD = 2
"""How many named graphs are read from a store while others are written."""
SKOLEM = "https://w3id.org/newskg/id/blank/"
"""Where the blank nodes of others' graphs get an IRI."""
ARTICLE = "https://w3id.org/newskg/id/article/"
DERIVES = frozenset((ox.NamedNode(KG.conflictsWith), ox.NamedNode(KG.sameReportAs)))
"""Properties whose triples are the derived graph's, whatever their subject."""
BLANKS = re.compile(rb"(?m)^_:(\S+)"), re.compile(rb'(?m)(?<=> )_:([^\s"]+)(?= \.$)')
"""Blank nodes in N-Triples: at the start of a line, and before its end, where no text stands."""
Part = tuple[bytes, bytes]
"""A named graph: its name as N-Triples writes it, and its triples as lines of N-Triples."""


def write(quads: Iterable[Quad], suffix: str) -> bytes:
    """Quads in, a file's content out, the same bytes for the same quads. ".ttl" and ".nt" leave graphs' names out.

    ValueError for an ending that is not one of ``SUFFIXES``.
    """
    return in_bytes(_parts(quads), suffix)


def in_bytes(parts: Iterable[Part], suffix: str) -> bytes:
    """What ``serialize`` writes, in memory."""
    out = io.BytesIO()
    serialize(parts, suffix, out)
    return out.getvalue()


def parts_of(store: ox.Store) -> Iterator[Part]:
    """A store in, its named graphs out, sorted by name; the default graph is part of the shared one."""
    graphs: dict[str, list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph]]
    graphs = {str(graph): [graph] for graph in store.named_graphs()}
    if next(store.quads_for_pattern(None, None, None, ox.DefaultGraph()), None):
        graphs.setdefault(f"<{SHARED}>", []).append(ox.DefaultGraph())

    def part(name: str) -> Part:
        lines = b"".join(store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=one) or b"" for one in graphs[name])
        return _skolem(name.encode()), _skolem(lines)

    with ThreadPoolExecutor(AHEAD) as pool:  # a dump leaves Python free
        waiting: deque[Future[Part]] = deque()
        for name in sorted(graphs):
            waiting.append(pool.submit(part, name))
            if len(waiting) > AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def serialize(parts: Iterable[Part], suffix: str, out: IO[bytes]) -> None:
    """Named graphs in, each once, sorted by name; a file with this ending out, the same bytes for the same triples.

    Sorted are graphs, subjects, the type before other properties, values. However many triples there are, no more
    than ``RUN`` and one named graph of them are in memory: sorted runs are merged from temporary files (Knuth, The Art
    of Computer Programming, vol. 3, 5.4). ValueError for an ending that is not one of ``WRITTEN``.
    """
    if suffix not in WRITTEN:
        raise ValueError(f"{suffix}: the ending must be one of {', '.join(WRITTEN)}")
    form, prefixes = WRITTEN[suffix], PREFIXES if suffix in PREFIXED else None
    lines = _named(parts) if suffix in (".trig", ".nq") else _flat(parts)
    if suffix in (".nt", ".nq"):
        out.writelines(lines)
    elif suffix == ".rdf":
        ox.serialize((quad.triple for quad in _quads(lines)), out, form, prefixes=prefixes)
    else:
        rows = _quads(lines) if suffix == ".trig" else (quad.triple for quad in _quads(lines))
        names = WholeNames(out)
        ox.serialize(rows, names, form, prefixes=prefixes)  # type: ignore[arg-type]  # only written to
        names.end()


def sorted_quads(parts: Iterable[Part]) -> Iterator[Quad]:
    """Named graphs in, each once, sorted by name; their quads as rdflib's nodes out, sorted as in ``serialize``."""
    for found in _quads(_named(parts)):
        yield quad(found)


def read_lines(lines: Iterable[str]) -> list[Quad]:
    """Lines of N-Quads in, quads out."""
    return [quad(one) for one in ox.parse("\n".join(lines).encode(), format=ox.RdfFormat.N_QUADS)]


def check(path: Path) -> str:
    """A graph file's path in, its ending out. KgError where the ending is unknown or no such file is there."""
    if not path.is_file():
        raise KgError(f"{path}: no such file; {check_path(path)}")
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


def by_graph(store: ox.Store) -> Iterator[Quad]:
    """A store's quads, those of one graph after those of another."""
    for name in (ox.DefaultGraph(), *sorted(store.named_graphs(), key=str)):
        yield from map(quad, store.quads_for_pattern(None, None, None, name))


@lru_cache(maxsize=KEPT)
def node(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> URIRef | Literal:
    """Oxigraph's term in, an rdflib node out; a blank node, which only others' graphs hold, gets an IRI.

    KgError for a triple term of RDF 1.2.
    """
    match term:
        case ox.NamedNode():
            return URIRef(term.value)
        case ox.Literal() if term.language:
            return Literal(term.value, lang=term.language)
        case ox.Literal():
            datatype = URIRef(term.datatype.value)
            # As it stands: rdflib would write the Z of a time as +00:00.
            return Literal(term.value, datatype=None if datatype == STRING else datatype, normalize=False)
        case ox.Triple():
            raise KgError(f"{term}: triple terms of RDF 1.2 are written only; give the graph in another format.")
    return URIRef(f"{SKOLEM}{str(term).removeprefix('_:')}")


def quad(found: ox.Quad) -> Quad:
    """Oxigraph's quad in, one of rdflib nodes out; the default graph is the shared one."""
    name = SHARED if isinstance(found.graph_name, ox.DefaultGraph) else _iri(found.graph_name)
    return _iri(found.subject), _iri(found.predicate), node(found.object), name


def _iri(term: ox.NamedNode | ox.BlankNode | ox.Triple) -> URIRef:
    return URIRef(node(term))


def _parts(quads: Iterable[Quad]) -> Iterator[Part]:
    """Quads in any order in, their named graphs out, sorted by name."""
    graphs: dict[str, list[ox.Triple]] = defaultdict(list)
    for one in map(ox_quad, quads):
        graphs[str(one.graph_name)].append(one.triple)
    for name in sorted(graphs):
        yield name.encode(), ox.serialize(graphs[name], format=ox.RdfFormat.N_TRIPLES) or b""


def _named(parts: Iterable[Part]) -> Iterator[bytes]:
    """Named graphs in, sorted lines of N-Quads out."""
    for name, lines in parts:
        ending = b" " + name + b" .\n"
        for line in sorted(set(lines.splitlines()), key=_order):
            yield line[:-2] + ending


def _flat(parts: Iterable[Part]) -> Iterator[bytes]:
    """Named graphs in, sorted lines of N-Triples out, each once."""
    runs: list[Iterable[bytes]] = []
    with ExitStack() as files:
        lines = (line for _, part in parts for line in part.splitlines(keepends=True))
        while run := sorted(islice(lines, RUN), key=_order):
            if len(run) < RUN:
                runs.append(run)
                break
            file = files.enter_context(tempfile.TemporaryFile())
            file.writelines(run)
            file.seek(0)
            runs.append(file)
        last = b""
        for line in heapq.merge(*runs, key=_order) if len(runs) > 1 else chain(*runs):
            if line != last:
                yield line
            last = line


def _quads(lines: Iterator[bytes]) -> Iterator[ox.Quad]:
    """Lines of N-Quads or N-Triples in, Oxigraph's quads out."""
    while some := b"".join(islice(lines, 10_000)):
        yield from ox.parse(some, format=ox.RdfFormat.N_QUADS)


def _order(line: bytes) -> tuple[bytes, bytes, bytes]:
    """A line of N-Triples in, what it is sorted by out: subject, the type before other properties, value."""
    subject, predicate, value = line.split(b" ", 2)
    return subject, b"" if predicate.endswith(b"22-rdf-syntax-ns#type>") else predicate[1:-1], value


def _skolem(lines: bytes) -> bytes:
    """N-Triples in, the same out with IRIs in place of blank nodes."""
    if b"_:" in lines:
        for blank in BLANKS:
            lines = blank.sub(rb"<" + SKOLEM.encode() + rb"\1>", lines)
    return lines


def _without_blank_nodes(row: ox.Quad) -> ox.Quad:
    """A triple in, the same with IRIs in place of blank nodes out."""
    blank = isinstance(row.subject, ox.BlankNode) or isinstance(row.object, ox.BlankNode | ox.Triple)
    return ox_quad(quad(row)) if blank else row


def _graph(node: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> ox.NamedNode:
    """An article, or another node, in; the named graph that it stands in out."""
    iri = node.value if isinstance(node, ox.NamedNode) else ""
    if iri.startswith(ARTICLE):
        return ox.NamedNode(iri.split("#")[0].replace("/id/article/", "/id/graph/"))
    return ox.NamedNode(SHARED)
