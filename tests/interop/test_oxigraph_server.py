"""An Oxigraph server takes every form by Graph Store PUT and hands the same quads back."""

from __future__ import annotations

import httpx
import pytest
from loading import put
from sameness import Sample, quads


@pytest.mark.parametrize("suffix", [".ttl", ".nt"])
def test_a_flat_file_put_into_a_graph(oxigraph: httpx.Client, sample: Sample, suffix: str) -> None:
    put(oxigraph, "/store", sample.file(suffix), "urn:newskg")
    answer = oxigraph.get("/store?graph=urn:newskg", headers={"Accept": "application/n-triples"})
    assert quads(answer.content) == sample.quads(suffix)


@pytest.mark.parametrize("suffix", [".trig", ".nq"])
def test_named_graphs_put_into_the_store(oxigraph: httpx.Client, sample: Sample, suffix: str) -> None:
    assert oxigraph.post("/update", data={"update": "DROP ALL"}).is_success
    put(oxigraph, "/store", sample.file(suffix))
    answer = oxigraph.get("/store", headers={"Accept": "application/n-quads"})
    assert quads(answer.content) == sample.quads(suffix)
