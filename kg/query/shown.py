"""Columns and rows of nodes in, the HTML that a notebook shows out. News text in it is text, whatever it looks like."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from html import escape

from rdflib import Literal, URIRef

from kg.vocabulary import shorten

Row = Sequence[URIRef | Literal | None]

ROWS = 20
"""What is shown of a table; as many triples stand on a screen."""
LONGEST = 400
"""Characters of a text that are shown."""
NO_MATHS = "tex2jax_ignore mathjax_ignore"
"""Classes that MathJax passes by: news has prices between two dollar signs."""


def shown_table(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """The first rows as a table, without the columns that are empty in all rows, and how many there are."""
    used = [at for at in range(len(columns)) if not rows or any(row[at] is not None for row in rows)]
    head = "".join(f"<th style='text-align:left'>{escape(columns[at])}</th>" for at in used)
    body = "".join(f"<tr>{''.join(_cell(row[at]) for at in used)}</tr>" for row in rows[:ROWS])
    return (
        f"<table class='{NO_MATHS}'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        f"<p>{_count(len(rows), 'row')}</p>"
    )


def shown_triples(turtle: str, count: int) -> str:
    """Turtle of the first triples, and how many there are."""
    return f"<pre class='{NO_MATHS}'>{escape(turtle)}</pre><p>{_count(count, 'triple')}</p>"


def shown_answer(yes: bool) -> str:
    """The answer to ASK."""
    return "<p><b>yes</b></p>" if yes else "<p><b>no</b></p>"


def _cell(node: URIRef | Literal | None) -> str:
    if node is None:
        return "<td></td>"
    if isinstance(node, URIRef):
        return f"<td style='text-align:left'>{_iri(str(node))}</td>"
    number = isinstance(node.value, int | float | Decimal) and not isinstance(node.value, bool)
    side = "right" if number else "left"
    return f"<td style='text-align:{side}'>{escape(_cut(str(node)))}</td>"


def _iri(iri: str) -> str:
    """An IRI by its short name; a link where a click may follow it (http and https, never ``javascript:``)."""
    name = escape(_cut(shorten(iri)))
    if not iri.startswith(("http://", "https://")):
        return name
    return f"<a href='{escape(iri)}' target='_blank' rel='noopener noreferrer'>{name}</a>"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _count(number: int, noun: str) -> str:
    what = f"{number:,} {noun}{'' if number == 1 else 's'}"
    return f"the first {ROWS} of {what}" if number > ROWS else what
