"""Virtuoso takes every form, by isql and by Graph Store PUT with a password, and hands the same quads back."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from loading import put
from sameness import Sample, quads, rows
from servers import STORE, Virtuoso

from kg.vocabulary import PREFIXES

GRAPH = "urn:newskg"
FLAGS = {".ttl": 0, ".nt": 0, ".trig": 256, ".nq": 512}
"""Of DB.DBA.TTLP: 0 is the strictest, 256 and 512 tell the forms with graphs."""
QUADS = """SELECT ?s ?p ?o ?g {
  GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), "https://w3id.org/newskg/id/graph/")) }"""
DURATION = ox.NamedNode(f"{PREFIXES['xsd']}duration")


def load(virtuoso: Virtuoso, sample: Sample, suffix: str) -> None:
    virtuoso.sql("RDF_GLOBAL_RESET();")
    virtuoso.sql(f"DB.DBA.TTLP(file_to_string_output('{sample.file(suffix)}'), '', '{GRAPH}', {FLAGS[suffix]});")


def kept(found: set[ox.Quad]) -> set[ox.Quad]:
    """All but durations: Virtuoso 7.2 keeps them as seconds or months ("P60D" comes back as "5.184e+06")."""
    return {quad for quad in found if not (isinstance(quad.object, ox.Literal) and quad.object.datatype == DURATION)}


def same(virtuoso: Virtuoso, sample: Sample) -> None:
    """The graph is in the store, letter by letter, and all of it."""
    answer = virtuoso.http.get(STORE, params={"graph": GRAPH}, headers={"Accept": "text/plain"})  # N-Triples
    found = quads(answer.content)
    assert kept(found) == kept(sample.quads(".nt"))
    assert len(found) == len(sample.quads(".nt"))


def same_named(virtuoso: Virtuoso, sample: Sample, suffix: str) -> None:
    """The graphs are in the store by their names, and all of them."""
    found = rows(virtuoso.ask(QUADS).content)
    assert len(found) == len(sample.quads(suffix))
    lines = "\n".join(f"{' '.join(row)} ." for row in found)
    assert kept(quads(lines.encode())) == kept(sample.quads(suffix))


@pytest.mark.parametrize("suffix", [".ttl", ".nt"])
def test_a_flat_file_loaded_by_isql(virtuoso: Virtuoso, sample: Sample, suffix: str) -> None:
    load(virtuoso, sample, suffix)
    same(virtuoso, sample)


@pytest.mark.parametrize("suffix", [".trig", ".nq"])
def test_named_graphs_loaded_by_isql(virtuoso: Virtuoso, sample: Sample, suffix: str) -> None:
    load(virtuoso, sample, suffix)
    same_named(virtuoso, sample, suffix)


def test_a_graph_loaded_over_http_with_a_password(virtuoso: Virtuoso, sample: Sample) -> None:
    put(f"{virtuoso.http.base_url}{STORE}", sample.file(".nq"), GRAPH)
    same(virtuoso, sample)


def test_named_graphs_loaded_over_http_with_a_password(virtuoso: Virtuoso, sample: Sample) -> None:
    virtuoso.sql("RDF_GLOBAL_RESET();")
    put(f"{virtuoso.http.base_url}{STORE}", sample.file(".nq"))
    same_named(virtuoso, sample, ".nq")


def test_nobody_puts_without_the_password(virtuoso: Virtuoso) -> None:
    assert virtuoso.http.put(STORE, params={"graph": GRAPH}, content=b"", auth=None).status_code == 401
