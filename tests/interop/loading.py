"""A graph file loaded into a store over HTTP, as ``kg load --to`` does it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.store import open_graph
from kg.store.remote import load

USER = PASSWORD = "dba"
"""Virtuoso's administrator; a store that does not ask is not told."""


def put(url: str, path: Path, graph: str | None = None) -> None:
    """Load a file into the graph that is named, or each of its graphs into the store's graph of that name."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("NEWSKG_USER", USER)
        environment.setenv("NEWSKG_PASSWORD", PASSWORD)
        load(url, open_graph(path).quads(), graph=graph)
