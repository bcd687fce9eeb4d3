"""What a shell is offered where a command takes a question or an entity. It has to be quick: a person waits for it."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import shorten

import typer

from kg.errors import KgError

BYTES, ARTICLES = 4_000_000, 500
"""The largest graph file and the largest store that are looked into: half a second's work."""

KEY = re.compile(r"[\w-]+")


def questions(incomplete: str) -> list[tuple[str, str]]:
    """The questions of `kg queries` whose names begin so, with their wording."""
    from kg.query import queries

    # Typer breaks what is wider than 80 columns, and fish offers the second line as another question.
    return [(one.name, shorten(one.question, 76)) for one in queries() if one.name.startswith(incomplete)]


def entities(ctx: typer.Context, incomplete: str) -> list[str]:
    """The keys of the graph's named entities that begin so; none of a large graph.

    No labels beside them: zsh evaluates what it is given, and labels are news text. For the same reason keys of other
    than letters, digits and hyphens are left out.
    """
    from kg.query.names import keys
    from kg.store import open_graph

    path = Path(str(ctx.params.get("graph")))
    try:
        if path.is_file() and path.stat().st_size > BYTES:
            return []
        store = open_graph(path)
        if len(store.ledger) > ARTICLES:
            return []
    except (KgError, OSError):
        return []
    return [key for key in keys(store) if key.startswith(incomplete) and KEY.fullmatch(key)]
