"""What people should look at, and a file to correct it in: `kg review`."""

from __future__ import annotations

from typing import Annotated

import typer

import kg
from kg.commands.options import GraphPath
from kg.commands.terminal import Format, ShortForJson, print_result, working


def review(
    graph: GraphPath,
    below: Annotated[
        float | None, typer.Option(metavar="0..1", min=0, max=1, help="Only what is less sure than this.")
    ] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="At most so many.")] = 20,
    form: Annotated[Format, typer.Option("--format", help="How they are printed; ttl starts a --corrections file.")] = (
        Format.table
    ),
    json: ShortForJson = False,
) -> None:
    """The statements that nobody has corrected or confirmed, the least certain first, with what makes them so.

    Examples:
      kg review out/graph.ttl --limit 5
      kg review store --below 0.5 --json
      kg review out/graph.ttl --format ttl > corrections.ttl
    """
    with working("looking for what is not certain"):
        found = kg.open_graph(graph).review(below=below, limit=limit)
    print_result(found, form, json)
