"""A graph written in any of the formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from typing import IO

from kg.export import Format
from kg.export.annotations import web_annotations
from kg.export.jsonld import jsonld
from kg.export.networks import gexf, graphml
from kg.export.rdfxml import rdfxml
from kg.export.spreadsheet import spreadsheet
from kg.export.triple_terms import reifiers
from kg.store import Store, parts_of, public_parts, serialize, sorted_quads, store_of

SUFFIX = {
    Format.turtle: ".ttl",
    Format.trig: ".trig",
    Format.nquads: ".nq",
    Format.ntriples: ".nt",
    Format.rdf12: ".ttl",
}
"""The endings of those formats that the store writes itself."""

WRITERS: dict[Format, Callable[[Store], Iterable[bytes]]] = {
    Format.graphml: graphml,
    Format.gexf: gexf,
    Format.csv: spreadsheet,
    Format.annotations: web_annotations,
}
"""What makes the formats that are made of statements, contents and entities."""


def export(store: Store, form: Format, out: IO[bytes], *, public: bool = False) -> None:
    """Write a store as a file of this format, the same bytes for the same triples.

    ``public`` leaves the articles' text out, whatever the format (see ``kg.store.public_parts``). KgError where the
    format cannot hold the graph.
    """
    parts = public_parts(parts_of(store.oxigraph)) if public else parts_of(store.oxigraph)
    if form is Format.rdfxml:
        out.write(rdfxml(parts))
    elif form in SUFFIX:
        serialize(chain(parts, reifiers(store)) if form is Format.rdf12 else parts, SUFFIX[form], out)
    elif form is Format.jsonld:
        out.writelines(jsonld(sorted_quads(parts)))
    else:
        out.writelines(WRITERS[form](store_of(parts) if public else store))
