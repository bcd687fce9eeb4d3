"""The graph on disk or in memory, and its files: an embedded Oxigraph store, also to be used through rdflib."""

from kg.store.formats import SUFFIXES, Part, by_graph, in_bytes, parts_of, read_lines, serialize, sorted_quads, write
from kg.store.ledger import Change, Entry, Ledger, Rewrite
from kg.store.public import WORDS, public_parts, store_of, was_cut
from kg.store.store import Store, open_graph, open_store

__all__ = [
    "SUFFIXES",
    "WORDS",
    "Change",
    "Entry",
    "Ledger",
    "Part",
    "Rewrite",
    "Store",
    "by_graph",
    "in_bytes",
    "open_graph",
    "open_store",
    "parts_of",
    "public_parts",
    "read_lines",
    "serialize",
    "sorted_quads",
    "store_of",
    "was_cut",
    "write",
]
