"""An Oxigraph store with a named graph for each article, one for what they share and one for what is derived."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal as OneOf

import pyoxigraph as ox
from filelock import ReadWriteLock, Timeout
from oxrdflib import OxigraphStore
from rdflib import Dataset, Literal, URIRef

from kg.errors import KgError
from kg.store.formats import FLAT, FORMATS, check, in_bytes, in_graphs, node, ox_quad, parts_of, quad
from kg.store.ledger import Change, Ledger, Rewrite
from kg.store.support import unsupported
from kg.vocabulary import Quad

MARK = "CURRENT"
"""A file that Oxigraph has in its folder."""
FLUSHED_EVERY = 64
"""Changes after which the graph is seen to be on disk; until then the ledger can repeat them."""
BULK = 2_000_000
"""Bytes of N-Quads, about ten thousand quads."""
LOCK, LEDGER = "lock.sqlite", "ledger.sqlite"
"""Files that a store has beside Oxigraph's, the first of all and the second."""


def open_store(path: str | Path | None = None) -> Store:
    """The store in a folder (made where there is none) to read and write, or one in memory.

    A change that was under way when its writer was killed is brought to an end. KgError where it cannot be opened.
    """
    if path is None:
        return Store(ox.Store(), Ledger(None))
    folder = Path(path)
    if folder.exists() and not folder.is_dir():
        raise KgError(f"{folder}: a store is a folder, this is a file; give another path.")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / LOCK).is_file():
        if not (folder / MARK).is_file():
            raise KgError(f"{folder}: this folder holds other things than a store; give an empty or a new one.")
        raise KgError(f"{folder}: a store of an older newskg, which cannot be added to; build it again.")
    return _opened(folder, "write")


def open_graph(path: str | Path) -> Store:
    """A graph file read into memory, or the store in a folder to read. KgError where there is neither."""
    folder = Path(path)
    if not folder.is_dir():
        store = open_store()
        store.load(path)
        return store
    if not (folder / MARK).is_file():
        raise KgError(f"{path}: this folder is no store; give one made by `kg build --store`, or a graph file.")
    return _opened(folder, "read")


def _opened(folder: Path, mode: OneOf["read", "write"]) -> Store:
    """The store in a folder, which many may read at once, or one may write."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = ReadWriteLock(folder / LOCK, blocking=False, is_singleton=False)
        held = lock.acquire_read() if mode == "read" else lock.acquire_write()
        ledger = Ledger(folder / LEDGER)
        if mode == "write":
            store = Store(ox.Store(folder), ledger, lock)
            store.recover()
            return store
        if not any(ledger.pending()):
            return Store(ox.Store.read_only(str(folder)), ledger, lock)
    except Timeout as error:
        raise KgError(f"{folder}: the store is open in another process; wait for it to end, or close it.") from error
    except (OSError, RuntimeError, sqlite3.Error) as error:  # RuntimeError: Oxigraph finds its files damaged
        raise KgError(f"{folder}: {reason(error)}") from error
    held.lock.release()
    open_store(folder).close()
    return _opened(folder, "read")


class Store:
    """Quads in named graphs, with the ledger of what gave them. Made by ``open_store`` and ``open_graph``."""

    def __init__(self, store: ox.Store, ledger: Ledger, lock: ReadWriteLock | None = None) -> None:
        self._ox = store
        self._lock = lock
        self._commits = 0
        self.ledger = ledger

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
        """Add quads as they are."""
        self._ox.extend(map(ox_quad, quads))

    def supported(self, lines: Iterable[str]) -> dict[str, int]:
        """How many articles support each of these lines (N-Quads) of the shared graph; none: left out.

        The ledger counts what several do; what stands in the graph besides is supported by one.
        """
        lines = list(lines)
        several = self.ledger.supported(lines)
        others = [line for line in lines if line not in several]
        found = ox.parse("\n".join(others).encode(), format=ox.RdfFormat.N_QUADS)
        return several | {line: 1 for line, one in zip(others, found, strict=True) if one in self._ox}

    def commit(self, change: Change, rewrite: Rewrite, support: Mapping[str, int]) -> None:
        """Make a change, wholly or not at all; ``support`` is how many articles support a line then.

        KgError where it cannot be written; then nothing is lost.
        """
        try:
            self.ledger.begin(change, rewrite, support)
            self._apply(rewrite)
            self._commits += 1
            if self._commits % FLUSHED_EVERY == 0:
                self._flush()
        except (OSError, sqlite3.Error) as error:
            raise KgError(f"the store: {reason(error)}") from error

    def recover(self) -> None:
        """Bring to an end what was begun: every change since the graph was last seen to be on disk, once more."""
        for rewrite in self.ledger.pending():
            self._apply(rewrite)
        self._flush()

    def _apply(self, rewrite: Rewrite) -> None:
        for graph in rewrite.graphs:
            self._ox.remove_graph(ox.NamedNode(graph))
        for one in ox.parse(rewrite.gone, format=ox.RdfFormat.N_QUADS):
            self._ox.remove(one)
        # Many quads are quicker in bulk, which is no transaction of Oxigraph's: the ledger repeats what was cut short.
        add = self._ox.extend if len(rewrite.new) < BULK else self._ox.bulk_extend
        add(ox.parse(rewrite.new, format=ox.RdfFormat.N_QUADS))

    def _flush(self) -> None:
        self._ox.flush()
        self.ledger.done()

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
        return in_bytes(parts_of(self._ox), suffix)

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
        """Write everything to disk. The folder is free for writers once nothing refers to the store."""
        if self._commits:
            self._flush()
        self.ledger.close()
        if self._lock is not None:
            self._lock.close()

    def unsupported(self) -> list[Quad]:
        """What stands in the shared and derived graphs though no article's statements support it."""
        return unsupported(self.quads())


def reason(error: Exception) -> str:
    """Why a store's folder cannot be opened or written, and what to do."""
    text = " ".join(str(error).split())
    if "lock" in text.casefold():
        return "the store is open in another process; wait for it to end, or close it."
    if "full" in text or "o space left" in text:
        return "no space is left on the disk; make some and run the same command again, what was stored is safe."
    if "ermission" in text or "ead-only" in text or "eadonly" in text:
        return "cannot be written; give a folder that can."
    return f"cannot be opened as a store ({text}); give another folder or build it again."
