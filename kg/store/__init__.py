"""The graph on disk or in memory, and its files: an embedded Oxigraph store, also to be used through rdflib."""

from kg.store.formats import SUFFIXES, read_lines, write
from kg.store.ledger import Change, Entry, Ledger, Rewrite
from kg.store.store import Store, open_graph, open_store

__all__ = [
    "SUFFIXES",
    "Change",
    "Entry",
    "Ledger",
    "Rewrite",
    "Store",
    "open_graph",
    "open_store",
    "read_lines",
    "write",
]
