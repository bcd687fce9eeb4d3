"""The network of speakers, contents and what these concern, for Gephi (GEXF) and Cytoscape (GraphML)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter
from rdflib import XSD

from kg.export.rdfxml import legal
from kg.export.rows import Rows, rows_of, span
from kg.store import Store
from kg.view import to_networkx
from kg.vocabulary import properties, shorten

WIKIDATA = "http://www.wikidata.org/entity/"
NUMBER = re.compile(r"-?\d+(\.\d+)?")


def graphml(store: Store) -> Iterator[bytes]:
    """A store in, its ``network`` as GraphML out."""
    out = io.BytesIO()
    nx.write_graphml_lxml(network(store), out)
    yield out.getvalue()


def gexf(store: Store) -> Iterator[bytes]:
    """A store in, its ``network`` as GEXF 1.2 out; edges start on the day that they were said or else published."""
    graph = network(store)
    for _, _, key, edge in graph.edges(keys=True, data=True):
        edge["id"] = key
        start = edge.get("said_on") or edge.get("said_from") or edge.get("published")
        if start:
            edge["start"] = start
    writer = GEXFWriter(graph, version="1.2draft")
    writer.xml.find("meta").attrib.pop("lastmodifieddate")  # a clock's
    out = io.BytesIO()
    writer.write(out)
    yield out.getvalue()


def network(store: Store) -> nx.MultiDiGraph:
    """A store in, its network out, all attributes text or numbers that XML can hold.

    Nodes are those of ``kg.view.to_networkx``, by IRI: entities with their types and links, contents with their fields,
    articles where they speak themselves. An edge from a speaker to a content is one statement, with its IRI as its key,
    and says whose word it is, how sure they are, when and where it stands: what is claimed is a content and never an
    edge between entities. Edges from a content lead to what it concerns; an edge from an actor that is no statement
    ("controls") stands only where an article itself affirms it.
    """
    rows = rows_of(store)
    drawn, graph = to_networkx(*rows.shown), nx.MultiDiGraph()
    entities = {row["iri"]: _entity(row) for row in rows.shown.entities}
    said = _said(rows)
    for iri, attributes in drawn.nodes(data=True):
        more = entities.get(iri, {}) | said.get(iri, {}) | _fields(rows.fields.get(iri, {}))
        graph.add_node(iri, **_legal(attributes | more))
    statements = {row["statement"]: row for row in rows.statements}
    for source, target, name, attributes in drawn.edges(keys=True, data=True):
        if name in statements:
            key, more = name, _statement(statements[name], rows)
        else:
            key, more = f"{source} {name} {target}", {"label": attributes["relation"]}
        graph.add_edge(source, target, key=key, **_legal(attributes | more))
    return graph


def _said(rows: Rows) -> dict[str, dict[str, str]]:
    """By whose word each content is there, and how sure they are of it."""
    said: dict[str, set[str]] = {}
    for row in rows.statements:
        said.setdefault(row["content"], set()).add(f"{rows.speaker(row)} ({row.get('factuality')})")
    return {content: {"said_by": "; ".join(sorted(speakers))} for content, speakers in said.items()}


def _fields(fields: Mapping[str, list[str]]) -> dict[str, str | float]:
    """The fields of a content, numbers as numbers."""
    numeric = {shorten(name) for name, kind in properties().items() if kind in (XSD.decimal, XSD.integer)}
    return {
        name: float(values[0]) if name in numeric and NUMBER.fullmatch(values[0]) else "; ".join(values)
        for name, values in fields.items()
    }


def _entity(row: Mapping[str, Any]) -> dict[str, Any]:
    links = row.get("sameAs") or ()
    return {
        "types": "; ".join(row.get("types") or ()),
        "aliases": "; ".join(row.get("aliases") or ()),
        "wikidata": next((link.removeprefix(WIKIDATA) for link in links if link.startswith(WIKIDATA)), ""),
        "links": "; ".join(links),
    }


def _statement(row: Mapping[str, Any], rows: Rows) -> dict[str, Any]:
    start, end = span(row)
    return {
        "label": row.get("speechAct"),
        "speaker": rows.speaker(row),
        "addressee": rows.label(row.get("addressee")),
        "via": rows.label(row.get("via")),
        "status": row.get("status"),
        "said_from": row.get("saidFrom"),
        "said_to": row.get("saidTo"),
        "published": row.get("published"),
        "title": row.get("title"),
        "url": row.get("url"),
        "publisher": row.get("publisher"),
        "sentence": rows.sentence(row),
        "sentence_start": start,
        "sentence_end": end,
        "confidence": float(row["confidence"]) if NUMBER.fullmatch(row.get("confidence", "")) else None,
    }


def _legal(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes that have a value."""
    return {
        name: legal(value) if isinstance(value, str) else value
        for name, value in attributes.items()
        if value not in ("", None)
    }
