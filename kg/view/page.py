"""The page: the network as one HTML file that needs nothing else. The one file that knows pyvis."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import networkx as nx
import pyvis
from pyvis.network import Network

from kg.errors import KgError
from kg.view.evidence import marked
from kg.view.html import fill, is_web, own, script_json
from kg.view.layout import opening, positions
from kg.view.network import Row, speaker, to_networkx, words
from kg.view.tone import TONES, sureness, tone, verb

_OPENING = 150  # nodes; more cannot be read at once
_SCRIPTS = ("labels.js", "panel.js", "search.js", "legend.js", "page.js")
_SHAPES = {
    "person": "dot",
    "state": "hexagon",
    "organisation": "square",
    "group": "triangle",
    "place": "triangleDown",
    "other": "star",
    "article": "database",
}
_COLOURS = 8  # of contents, in page.css


def view(entities: Iterable[Row], statements: Iterable[Row], fields: Iterable[Row], *, title: str) -> str:
    """Rows of a graph in, a self-contained HTML page out, the same bytes for the same rows.

    ``entities``: iri, label, types ("kg:State", ...), aliases, sameAs. ``statements``: statement, speaker (None: the
    article's own voice), addressee, content, kind, gist, speechAct, factuality, cue, saidOn, status, checkedBy,
    evidence ({text, begin, end}), source / cueSpan / contentSpan ([[begin, end], ...], code points of the article),
    quotes, article, title, url, publisher, published. ``fields``: content, property, value, label. Of an entity
    only iri must be there, of a statement only statement and content.

    Raises KgError where the installed pyvis does not carry vis-network.
    """
    entities, statements, fields = list(entities), list(statements), list(fields)
    graph = to_networkx(entities, statements, fields)
    index = {iri: number for number, iri in enumerate(graph)}
    statements = sorted(statements, key=lambda row: str(row["statement"]))
    kinds = _looks(graph)
    data = {
        **_drawing(graph, index, kinds, {row["statement"]: number for number, row in enumerate(statements)}),
        "details": _details(graph, entities, fields, index),
        "statements": [_statement(row, graph, index) for row in statements],
        "articles": len({row.get("article") for row in statements}),
        "tones": list(TONES.items()),
        "looks": [{"kind": kind, **look} for kind, look in kinds.items()],
    }
    return _filled(title, data)


def _looks(graph: nx.MultiDiGraph) -> dict[str, dict[str, str]]:
    """The colour (a name in page.css) and shape of each kind of node there is, actors first."""
    there = {attributes["kind"]: attributes["family"] for _, attributes in graph.nodes(data=True)}
    contents = sorted(kind for kind, family in there.items() if family == "content")
    return {kind: {"colour": kind, "shape": shape} for kind, shape in _SHAPES.items() if kind in there} | {
        kind: {"colour": f"content-{number % _COLOURS}", "shape": "diamond"} for number, kind in enumerate(contents)
    }


def _drawing(
    graph: nx.MultiDiGraph, index: dict[str, int], looks: dict[str, dict[str, str]], numbers: dict[str, int]
) -> dict[str, Any]:
    """Nodes and edges as vis-network takes them: those the page opens with, with their places, and the rest."""
    nodes = {iri: _node(attributes, looks) for iri, attributes in graph.nodes(data=True)}
    shown = opening(graph, _OPENING)
    places = positions(graph.subgraph(shown), {iri: _room(nodes[iri]) for iri in shown})
    network = Network(directed=True)
    for iri in shown:
        x, y = places[iri]
        network.add_node(index[iri], x=x, y=y, **nodes[iri])
    edges = _edges(graph, index, numbers)
    known = set(network.get_nodes())
    for edge in edges:
        if edge["from"] in known and edge["to"] in known:
            network.add_edge(edge["from"], edge["to"], **{key: edge[key] for key in edge if key not in ("from", "to")})
    drawn = {edge["id"] for edge in network.edges}
    return {
        "opening": {"nodes": network.nodes, "edges": network.edges},
        "rest": {
            "nodes": [{"id": index[iri], **nodes[iri]} for iri in graph if index[iri] not in known],
            "edges": [edge for edge in edges if edge["id"] not in drawn],
        },
    }


def _node(attributes: dict[str, Any], looks: dict[str, dict[str, str]]) -> dict[str, Any]:
    """A node as vis-network takes it. An actor grows with what it said, a content stays small: it has a card."""
    content = attributes["family"] == "content"
    return {
        "label": attributes["label"],
        "shape": looks[attributes["kind"]]["shape"],
        "size": 9 if content else round(min(9 + 4 * math.sqrt(attributes["statements"]), 34)),
        "look": looks[attributes["kind"]]["colour"],
        "family": attributes["family"],
    }


def _room(node: dict[str, Any]) -> tuple[float, float]:
    """The width and height that a node takes with its label, as labels.js paints it, at the zoom that shows all."""
    if node["family"] == "content":
        return 7.1 * min(len(node["label"]), 25) + 31, 17.4 * min(math.ceil(len(node["label"]) / 22), 3) + 19
    return max(2.0 * node["size"], 9.2 * min(len(node["label"]), 26)) + 12, 2.0 * node["size"] + 34


def _edges(graph: nx.MultiDiGraph, index: dict[str, int], numbers: dict[str, int]) -> list[dict[str, Any]]:
    """One edge for all statements of one speaker, content and tone, and one for all fields with one value.

    A field that names the speaker of the content is not drawn again: the line between them is there.
    """
    said = {(source, target) for source, target, family in graph.edges(data="family") if family == "statement"}
    together: defaultdict[tuple[str, str, str], list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    for source, target, key, attributes in graph.edges(keys=True, data=True):
        if (target, source) not in said:
            together[source, target, attributes.get("tone", "field")].append((key, attributes))
    return [
        {
            "id": number,
            "from": index[source],
            "to": index[target],
            "tone": manner,
            "words": ", ".join(dict.fromkeys(one.get("verb") or one["relation"] for _, one in edges)),
            "statements": [numbers[key] for key, _ in edges if manner != "field"],
        }
        for number, ((source, target, manner), edges) in enumerate(sorted(together.items(), key=lambda one: one[0]))
    ]


def _details(
    graph: nx.MultiDiGraph, entities: list[Row], fields: list[Row], index: dict[str, int]
) -> list[dict[str, Any]]:
    """What the panel says of each node, in the order of the nodes."""
    rows = {row["iri"]: row for row in entities}
    of: defaultdict[str, list[Row]] = defaultdict(list)
    for row in sorted(fields, key=lambda row: (str(row["property"]), str(row["value"]))):
        of[row["content"]].append(row)
    return [
        {
            "kind": attributes["kind"],
            "aliases": sorted(set(rows.get(iri, {}).get("aliases") or ()) - {attributes["label"]}),
            "links": sorted(link for link in rows.get(iri, {}).get("sameAs") or () if is_web(link)),
            "fields": [[words(row["property"]), _name(row, graph), index.get(row["value"])] for row in of[iri]],
        }
        for iri, attributes in graph.nodes(data=True)
    ]


def _statement(row: Row, graph: nx.MultiDiGraph, index: dict[str, int]) -> dict[str, Any]:
    """What the panel says of a statement."""
    url = row.get("url") or ""
    return {
        "speaker": index[speaker(row)],
        "content": index[row["content"]],
        "own": not row.get("speaker"),
        "tone": tone(row),
        "verb": verb(row),
        "sureness": sureness(row),
        "status": row.get("status") or "",
        "checked": row.get("checkedBy") or "",
        "addressee": _label(row.get("addressee"), graph),
        "said": str(row.get("saidOn") or ""),
        "quoted": bool(row.get("quotes")),
        "evidence": marked(row),
        "title": row.get("title") or "",
        "url": url if is_web(url) else "",
        "publisher": _label(row.get("publisher"), graph),
        "published": str(row.get("published") or ""),
    }


def _name(field: Row, graph: nx.MultiDiGraph) -> str:
    return str(field.get("label") or _label(field["value"], graph))


def _label(value: Any, graph: nx.MultiDiGraph) -> str:
    """The label of an IRI that is a node; any other value as it is."""
    return str(graph.nodes[value]["label"]) if value in graph else str(value or "")


def _filled(title: str, data: dict[str, Any]) -> str:
    """The template with title, data, style and scripts."""
    return fill(
        "page.html",
        title=title,
        style=own("page.css"),
        data=script_json(data),
        library=_vis_network(),
        script="\n".join(map(own, _SCRIPTS)),
    )


def _vis_network() -> str:
    """The script of vis-network that pyvis carries, without the line that points to its source map."""
    found = sorted(Path(pyvis.__file__).parent.glob("templates/lib/vis-*/vis-network.min.js"))
    if not found:
        raise KgError("pyvis: its vis-network is missing; install pyvis 0.3.2 again")
    return re.sub(r"^//# sourceMappingURL=.*$", "", found[-1].read_text("utf-8"), flags=re.MULTILINE)
