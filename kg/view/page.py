"""The explorer: the network as one HTML file that needs nothing else. The one file that knows pyvis."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyvis
from pyvis.network import Network

from kg.errors import KgError
from kg.view.data import Conflict, page_data, tied
from kg.view.html import fill, own, script_json
from kg.view.layout import opening, positions, room, ties
from kg.view.network import Row, to_networkx
from kg.vocabulary import ID

CHART_WIDTH = 332  # pixels that a chart has in the panel
_OPENING = 150  # nodes; more cannot be read at once
_SCRIPTS = (
    *("data", "state", "filters", "scene", "shapes", "labels", "statement", "conflicts", "panel", "search"),
    *("legend", "controls", "table", "download", "drawing", "page"),
)


def view(
    entities: Iterable[Row],
    statements: Iterable[Row],
    fields: Iterable[Row],
    *,
    title: str,
    conflicts: Sequence[Conflict] = (),
    charts: Mapping[str, str] | None = None,
    about: Collection[str] = (),
) -> str:
    """Rows of a graph in, a self-contained HTML page out, the same bytes for the same rows.

    ``entities``: iri, label, types ("kg:State", ...), aliases, sameAs. ``statements``: statement, speaker (None: the
    article's own voice), addressee, via, content, kind, gist, speechAct, factuality, confidence, cue, saidOn, saidFrom,
    saidTo, status, checkedBy, evidence ({text, begin, end}), source / cueSpan / contentSpan ([[begin, end], ...], code
    points of the article), quotes, article, title, url, publisher, published. ``fields``: content, property, value,
    label. Of an entity only iri must be there, of a statement only statement and content. ``conflicts``: why, and the
    statements that cannot all hold. ``charts``: what a territory's control was over time, as SVG, by its IRI.
    ``about``: the entities whose statements the rows are, where they are not all of the graph's.

    Raises KgError where the installed pyvis does not carry vis-network.
    """
    entities, statements, fields = list(entities), list(statements), list(fields)
    graph = to_networkx(entities, statements, fields)
    data = page_data(graph, entities, statements, fields, conflicts)
    data["about"] = sorted(iri.removeprefix(ID) for iri in about)
    data["opening"] = _opening(data)
    index = {iri: number for number, iri in enumerate(graph)}
    return fill(
        "explorer/page.html",
        title=title,
        style=own("explorer/page.css"),
        data=script_json(data),
        charts=sorted((index[iri], chart) for iri, chart in (charts or {}).items() if iri in index),
        library=_vis_network(),
        script="\n".join(own(f"explorer/{name}.js") for name in _SCRIPTS),
    )


def _opening(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The nodes that the page opens with, as pyvis hands them to vis-network, with their places."""
    nodes, said = data["nodes"], tied(data)
    shown = opening(said, _OPENING)
    places = positions(ties(said, shown), {number: room(nodes[number]) for number in shown})
    network = Network()
    for number in shown:
        x, y = places[number]
        network.add_node(number, x=x, y=y)
    return [{"id": node["id"], "x": node["x"], "y": node["y"]} for node in network.nodes]


def _vis_network() -> str:
    """The script of vis-network that pyvis carries, without the line that points to its source map."""
    found = sorted(Path(pyvis.__file__).parent.glob("templates/lib/vis-*/vis-network.min.js"))
    if not found:
        raise KgError("pyvis: its vis-network is missing; install pyvis 0.3.2 again")
    return re.sub(r"^//# sourceMappingURL=.*$", "", found[-1].read_text("utf-8"), flags=re.MULTILINE)
