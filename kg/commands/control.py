"""Control over time: `kg control`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

import kg
from kg.commands.completing import entities
from kg.commands.options import GraphPath
from kg.commands.terminal import ListForm, ListFormat, ShortForJson, console, print_result, working
from kg.errors import KgError


def control(
    graph: GraphPath,
    territory: Annotated[
        str | None,
        typer.Argument(
            metavar="TERRITORY",
            help="A name, alias, key or IRI; without one, all territories are listed.",
            autocompletion=entities,
        ),
    ] = None,
    form: ListForm = ListFormat.table,
    json: ShortForJson = False,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="CHART", help="Write a chart instead: a file in .svg.")
    ] = None,
) -> None:
    """Who is said to hold, have lost or gained how much of a territory, when and by whose account, as list or chart.

    Examples:
      kg control out/graph.ttl
      kg control out/graph.ttl Ondrel
      kg control store Ondrel -o ondrel.svg
    """
    from kg.query import TO_READ, Result, territories
    from kg.query import control as claims_of

    if out is not None:
        _draw(graph, territory, out)
        return
    with working("collecting"):
        store = kg.open_graph(graph).store
        found = territories(claims_of(store)) if territory is None else kg.Graph(store).control(territory)
    if territory is not None and form is ListFormat.table and not json:
        found = Result(found.columns[:TO_READ], tuple(row[:TO_READ] for row in found.rows))
    print_result(found, form, json)


def _draw(graph: Path, territory: str | None, out: Path) -> None:
    """Write the chart of one territory."""
    if territory is None:
        raise KgError("A chart is of one territory: name it; `kg control GRAPH` lists them.")
    if out.suffix != ".svg":
        raise KgError(f"{out}: the chart is SVG; give a name that ends in .svg.")
    with working("drawing"):
        kg.open_graph(graph).chart(territory).save(out)
    console().print(Text(f"The chart is {out}"))
