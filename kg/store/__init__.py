"""The graph on disk or in memory, and its files: an embedded Oxigraph store, also to be used through rdflib."""

from kg.store.formats import SUFFIXES, write
from kg.store.store import Store, open_graph, open_store

__all__ = ["SUFFIXES", "Store", "open_graph", "open_store", "write"]
