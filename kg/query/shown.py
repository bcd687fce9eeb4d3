"""Columns and rows of nodes in, the HTML that a notebook shows out. News text in it is text, whatever it looks like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from html import escape

from rdflib import Literal, URIRef

from kg.vocabulary import shorten

Node = URIRef | Literal | None
Row = Sequence[Node]

ROWS = 20
"""What is shown of a table; as many triples stand on a screen."""
OURS = re.compile(r"^https://w3id\.org/newskg/(?:id|scheme)/")
"""What is left out of our own IRIs: statement/…, factuality/…"""
LONGEST, SHORT = 400, 12
"""Characters of a text that are shown, and that stay on one line: a day, a figure, a word."""
NO_MATHS = "tex2jax_ignore mathjax_ignore"
"""Classes that MathJax passes by: news has prices between two dollar signs."""


def shown_table(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """The first rows as a table, without the columns that are empty in all rows, and how many there are."""
    used = [at for at in range(len(columns)) if not rows or any(row[at] is not None for row in rows)]
    head = "".join(_head(columns[at], [row[at] for row in rows]) for at in used)
    body = "".join(f"<tr>{''.join(_cell(row[at]) for at in used)}</tr>" for row in rows[:ROWS])
    return (
        f"<div style='overflow-x:auto'><table class='{NO_MATHS}'><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div><p>{_count(len(rows), 'row')}</p>"
    )


def shown_triples(turtle: str, count: int) -> str:
    """Turtle of the first triples, and how many there are."""
    look = f"class='{NO_MATHS}' style='font-family:monospace'"
    return f"<pre {look}>{escape(turtle)}</pre><p>{_count(count, 'triple')}</p>"


def shown_answer(yes: bool) -> str:
    """The answer to ASK."""
    return "<p><b>yes</b></p>" if yes else "<p><b>no</b></p>"


def _head(name: str, nodes: Iterable[Node]) -> str:
    """A column's name, above its figures where it has such."""
    side = "right" if any(map(_is_number, nodes)) else "left"
    return f"<th style='text-align:{side}'>{escape(name)}</th>"


def _cell(node: Node) -> str:
    if node is None:
        return "<td></td>"
    side = "right" if _is_number(node) else "left"
    breaks = "nowrap" if len(node) <= SHORT else "normal"
    text = _iri(str(node)) if isinstance(node, URIRef) else escape(_cut(str(node)))
    return f"<td style='text-align:{side}; white-space:{breaks}'>{text}</td>"


def _is_number(node: Node) -> bool:
    value = node.value if isinstance(node, Literal) else None
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _iri(iri: str) -> str:
    """An IRI by its short name; a link where a click may follow it (http and https, never ``javascript:``)."""
    name = escape(_cut(OURS.sub("", shorten(iri))))
    if not iri.startswith(("http://", "https://")):
        return name
    return f"<a href='{escape(iri)}' target='_blank' rel='noopener noreferrer'>{name}</a>"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _count(number: int, noun: str) -> str:
    what = f"{number:,} {noun}{'' if number == 1 else 's'}"
    return f"the first {ROWS} of {what}" if number > ROWS else what
