"""An Oxigraph store with a named graph for each article, one for what they share and one for what is derived."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import Dataset, Literal, URIRef

from kg.errors import KgError
from kg.store.formats import FLAT, FORMATS, check, in_graphs, node, ox_quad, quad, write
from kg.store.support import unsupported
from kg.vocabulary import DERIVED, SHARED, Quad

log = logging.getLogger(__name__)

MARK = "CURRENT"
"""A file that every store on disk has in its folder."""


def open_store(path: str | Path | None = None) -> Store:
    """The store in a folder (made where there is none), or in memory. KgError where it cannot be opened."""
    if path is None:
        return Store(ox.Store())
    folder = Path(path)
    if folder.exists() and not folder.is_dir():
        raise KgError(f"{folder}: a store is a folder, this is a file; give another path.")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise KgError(f"{folder}: this folder holds other things than a store; give an empty or a new one.")
    try:
        return Store(ox.Store(folder))
    except OSError as error:
        raise KgError(f"{folder}: {_reason(error)}") from error


def open_graph(path: str | Path) -> Store:
    """A graph file read into memory, or the store in a folder. KgError where there is neither."""
    if not Path(path).is_dir():
        store = open_store()
        store.load(path)
        return store
    if not (Path(path) / MARK).is_file():
        raise KgError(f"{path}: this folder is no store; give one made by `kg build --store`, or a graph file.")
    return open_store(path)


class Store:
    """Quads in named graphs. Made by ``open_store``."""

    def __init__(self, store: ox.Store) -> None:
        self._ox = store

    @property
    def oxigraph(self) -> ox.Store:
        """Oxigraph's own store, for a library that takes one (pySHACL)."""
        return self._ox

    def __len__(self) -> int:
        return len(self._ox)

    def __iter__(self) -> Iterator[Quad]:
        return self.quads()

    def quads(self, graph: URIRef | None = None) -> Iterator[Quad]:
        """The quads of one named graph, or all."""
        for found in self._ox.quads_for_pattern(None, None, None, ox.NamedNode(graph) if graph else None):
            yield quad(found)

    def put(self, quads: Iterable[Quad]) -> None:
        """Add articles' quads; an article's graph replaces the one it had, and what only that supported goes."""
        new = dict.fromkeys(ox_quad(one) for one in quads)
        known = [
            graph
            for graph in dict.fromkeys(one.graph_name for one in new)
            if isinstance(graph, ox.NamedNode)
            and graph.value not in (str(SHARED), str(DERIVED))
            and self._ox.contains_named_graph(graph)
        ]
        for graph in known:
            self._ox.remove_graph(graph)
        self._ox.extend(new)
        if known:
            self._sweep()

    def remove(self, graph: URIRef) -> None:
        """Take an article's graph out, and what stands in the others by its word alone."""
        self._ox.remove_graph(ox.NamedNode(graph))
        self._sweep()

    def replace(self, graph: URIRef, quads: Iterable[Quad]) -> None:
        """Make these the quads of a named graph."""
        new = [ox_quad(one) for one in quads]
        self._ox.remove_graph(ox.NamedNode(graph))
        self._ox.extend(new)

    def load(self, path: str | Path) -> None:
        """Add a .ttl, .nt, .trig or .nq file; flat triples go to the graph of their subject. KgError."""
        suffix = check(Path(path))
        try:
            if suffix in FLAT:
                self._ox.bulk_extend(in_graphs(ox.parse(path=str(path), format=FORMATS[suffix])))
            else:
                self._ox.bulk_load(path=str(path), format=FORMATS[suffix])
        except SyntaxError as error:
            raise KgError(f"{path}, line {error.lineno}: not valid RDF ({error.msg}); build it again.") from error
        except OSError as error:
            raise KgError(f"{path}: cannot be read ({error}); check the path.") from error

    def export(self, suffix: str) -> bytes:
        """The whole store as a file with this ending (".ttl", ".nt", ".trig", ".nq"), byte-stable; see ``write``."""
        return write(self.quads(), suffix)

    def sparql(self, text: str) -> tuple[tuple[str, ...], list[tuple[URIRef | Literal | None, ...]]]:
        """A query over all graphs as one in; columns and rows out. SyntaxError where it is not SPARQL.

        ASK gives one row with the column ``ask``; CONSTRUCT and DESCRIBE give subject, predicate and object.
        """
        answer = self._ox.query(text, use_default_graph_as_union=True)
        if isinstance(answer, ox.QueryBoolean):
            return ("ask",), [(Literal(bool(answer)),)]
        if isinstance(answer, ox.QueryTriples):
            triples = [(triple.subject, triple.predicate, triple.object) for triple in answer]
            return ("subject", "predicate", "object"), [tuple(node(term) for term in row) for row in triples]
        names = tuple(variable.value for variable in answer.variables)
        return names, [tuple(node(row[name]) if row[name] is not None else None for name in names) for row in answer]

    def dataset(self) -> Dataset:
        """The store as an rdflib Dataset (the same data, no copy) whose default graph is the union of all."""
        return Dataset(store=OxigraphStore(store=self._ox), default_union=True)

    def close(self) -> None:
        """Write everything to disk. The folder is free for others once nothing refers to the store."""
        self._ox.flush()

    def unsupported(self) -> list[Quad]:
        """What stands in the shared and derived graphs though no article's statements support it."""
        return unsupported(self.quads())

    def _sweep(self) -> None:
        gone = self.unsupported()
        for one in gone:
            self._ox.remove(ox_quad(one))
        log.info("%d quads lost their last article", len(gone))


def _reason(error: OSError) -> str:
    """Why a store's folder cannot be opened, and what to do."""
    text = str(error)
    if "lock" in text.casefold():
        return "the store is open in another process; wait for it to end, or close it."
    if "ermission" in text or "ead-only" in text:
        return "cannot be written; give a folder that can."
    return f"cannot be opened as a store ({' '.join(text.split())}); give another folder or build it again."
