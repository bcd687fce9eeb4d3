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


def put(client: httpx.Client, url: str, path: Path) -> None:
    """The file is what stands at the URL afterwards (SPARQL 1.1 Graph Store HTTP Protocol, PUT)."""
    # Here `kg load PATH --to URL` goes, with NEWSKG_USER and NEWSKG_PASSWORD for Virtuoso, once it is there.
    answer = client.put(url, content=path.read_bytes(), headers={"Content-Type": TYPES[path.suffix]})
    assert answer.is_success, answer.text
