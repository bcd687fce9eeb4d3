"""The network: who said what, and whom it concerns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from kg.view.tone import relation, tone, verb

Row = Mapping[str, Any]

TYPES = (
    ("foaf:Person", "person"),
    ("kg:State", "state"),
    ("foaf:Group", "group"),
    ("org:Organization", "organisation"),
    ("kg:Territory", "place"),
)
"""What an entity is called by its types; the first that it has."""


def to_networkx(entities: Iterable[Row], statements: Iterable[Row], fields: Iterable[Row]) -> nx.MultiDiGraph:
    """Rows of a graph in, the network out: speakers that stated contents, contents that concern entities.

    Nodes are IRIs with ``family`` (entity, article, content), ``kind``, ``label`` and ``statements`` (how many it
    made, or how many made it). The edge of a statement has the statement's IRI as its key, and a ``relation``
    (stated, denied, held) from the speaker, or from the article where it speaks in its own voice; the edge of a
    field has the property as its key and relation. All attributes are text or whole numbers, so that any writer of
    NetworkX takes them. Nodes and edges are in sorted order.
    """
    statements = sorted(statements, key=lambda row: str(row["statement"]))
    nodes = _nodes(entities, statements)
    graph = nx.MultiDiGraph()
    made = Counter(iri for row in statements for iri in {speaker(row), row["content"]})
    for iri in sorted(nodes):
        graph.add_node(iri, **nodes[iri], statements=made[iri])
    for row in statements:
        graph.add_edge(speaker(row), row["content"], key=row["statement"], family="statement", **_manner(row))
    for row in sorted(fields, key=lambda row: (str(row["content"]), str(row["property"]), str(row["value"]))):
        if row["content"] in nodes and row["value"] in nodes:
            graph.add_edge(
                row["content"], row["value"], key=row["property"], family="field", relation=words(row["property"])
            )
    return graph


def speaker(statement: Row) -> str:
    """The node that a statement goes out from: its speaker, else the article itself."""
    return str(statement.get("speaker") or statement.get("article") or "article")


def words(name: str) -> str:
    """The name of a class or property as words.

    >>> words("TerritorialControl")
    'territorial control'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.rsplit(":", 1)[-1]).lower()


def _nodes(entities: Iterable[Row], statements: list[Row]) -> dict[str, dict[str, str]]:
    """Every node by its IRI. An entity that no row describes is called by the end of its IRI."""
    nodes: dict[str, dict[str, str]] = {}
    for row in entities:
        types = row.get("types") or ()
        kind = next((kind for name, kind in TYPES if name in types), "other")
        nodes[row["iri"]] = {"family": "entity", "kind": kind, "label": row.get("label") or _tail(row["iri"])}
    for row in statements:
        kind = words(row.get("kind") or "content")
        nodes.setdefault(row["content"], {"family": "content", "kind": kind, "label": row.get("gist") or kind})
        if row.get("speaker"):
            nodes.setdefault(row["speaker"], {"family": "entity", "kind": "other", "label": _tail(row["speaker"])})
        else:
            publisher = nodes.get(row.get("publisher") or "", {}).get("label") or row.get("publisher")
            label = row.get("title") or publisher or _tail(speaker(row))
            nodes.setdefault(speaker(row), {"family": "article", "kind": "article", "label": label})
    return nodes


def _manner(statement: Row) -> dict[str, str]:
    """What the edge of a statement says: how it was said, and when."""
    return {
        "relation": relation(statement),
        "tone": tone(statement),
        "verb": verb(statement),
        "speech_act": statement.get("speechAct") or "",
        "factuality": statement.get("factuality") or "",
        "said_on": str(statement.get("saidOn") or ""),
        "article": str(statement.get("article") or ""),
    }


def _tail(iri: str) -> str:
    return iri.rstrip("/").rsplit("/", 1)[-1]
