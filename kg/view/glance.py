"""A graph at a glance, as a notebook shows it."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

_WAYS = {
    'graph.query("control-shares")': "a question by its name (kg queries lists them), or SPARQL",
    "graph.entities()": "who and what the articles speak of",
    "graph.conflicts()": "what cannot both hold",
    'graph.timeline("...")': "everything about one of them, by date",
    'graph.chart("...")': "who is said to control a territory, over time",
    "graph.show()": "the network",
}


def glance(counts: Mapping[str, int]) -> str:
    """What there is by its number in, HTML out, with ways to go on."""
    figures = "".join(
        "<td style='text-align:center; padding:0.4em 1.2em'>"
        f"<b style='font-size:1.5em'>{count:,}</b><br>{escape(name.removesuffix('s') if count == 1 else name)}</td>"
        for name, count in counts.items()
    )
    further = "".join(f"<li><code>{escape(code)}</code> {escape(what)}</li>" for code, what in _WAYS.items())
    return (
        f"<table style='margin:0.5em 0'><tbody><tr>{figures}</tr></tbody></table>"
        f"<p>How to go on:</p><ul style='margin:0'>{further}</ul>"
    )
