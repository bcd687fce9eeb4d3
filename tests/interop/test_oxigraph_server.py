"""An Oxigraph server takes every form by Graph Store PUT, and what `kg load` sends, and hands the same quads back."""

from __future__ import annotations

import httpx
import pytest
from loading import put
from sameness import FORMS, Sample, quads

GRAPH = "urn:newskg"


@pytest.mark.parametrize("suffix", FORMS)
def test_every_form_put_into_the_store(oxigraph: httpx.Client, sample: Sample, suffix: str) -> None:
    headers = {"Content-Type": FORMS[suffix].media_type}
    assert oxigraph.post("/update", data={"update": "DROP ALL"}).is_success
    assert oxigraph.put("/store", content=sample.file(suffix).read_bytes(), headers=headers).is_success
    answer = oxigraph.get("/store", headers={"Accept": "application/n-quads"})
    assert quads(answer.content) == sample.quads(suffix)


@pytest.mark.parametrize("suffix", [".ttl", ".nq"])
def test_a_graph_loaded_into_one(oxigraph: httpx.Client, sample: Sample, suffix: str) -> None:
    put(f"{oxigraph.base_url}/store", sample.file(suffix), GRAPH)
    answer = oxigraph.get("/store", params={"graph": GRAPH}, headers={"Accept": "application/n-triples"})
    assert quads(answer.content) == sample.quads(".nt")


def test_named_graphs_loaded(oxigraph: httpx.Client, sample: Sample) -> None:
    assert oxigraph.post("/update", data={"update": "DROP ALL"}).is_success
    put(f"{oxigraph.base_url}/store", sample.file(".trig"))
    answer = oxigraph.get("/store", headers={"Accept": "application/n-quads"})
    assert quads(answer.content) == sample.quads(".trig")
