"""A graph on a card, as a notebook shows it."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape


def card(counts: Mapping[str, int], ways: Mapping[str, str]) -> str:
    """What there is by its number, and the ways to go on (code and what it gives) in; HTML out."""
    figures = "".join(
        "<td style='text-align:center; padding:0.4em 1.2em'>"
        f"<b style='font-size:1.5em'>{count:,}</b><br>{escape(name.removesuffix('s') if count == 1 else name)}</td>"
        for name, count in counts.items()
    )
    further = "".join(f"<li><code>{escape(code)}</code> {escape(what)}</li>" for code, what in ways.items())
    return (
        f"<table style='margin:0.5em 0'><tbody><tr>{figures}</tr></tbody></table>"
        f"<p>How to go on:</p><ul style='margin:0'>{further}</ul>"
    )
