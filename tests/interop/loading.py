"""A graph file put into a store over HTTP."""

from __future__ import annotations

from pathlib import Path

import httpx

TYPES = {
    ".ttl": "text/turtle",
    ".nt": "application/n-triples",
    ".trig": "application/trig",
    ".nq": "application/n-quads",
}


def put(server: httpx.Client, store: str, path: Path, graph: str = "") -> None:
    """Put a file into a Graph Store, into the graph that is named or into its own graphs.

    SPARQL 1.1 Graph Store HTTP Protocol, PUT. To become: load(f"{server.base_url}{store}", open_graph(path).quads(),
    graph=graph or None), once `kg load --to` is there.
    """
    parameters = {"graph": graph} if graph else {}
    answer = server.put(
        store, params=parameters, content=path.read_bytes(), headers={"Content-Type": TYPES[path.suffix]}
    )
    assert answer.is_success, answer.text
