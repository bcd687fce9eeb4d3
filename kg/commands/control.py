"""Control over time: `kg control`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

import kg
from kg.commands.options import GraphPath
from kg.commands.terminal import Format, ListFormat, console, print_result
from kg.errors import KgError


def control(
    graph: GraphPath,
    territory: Annotated[
        str | None,
        typer.Argument(metavar="TERRITORY", help="A name, alias, key or IRI; without one, all territories are listed."),
    ] = None,
    form: Annotated[ListFormat, typer.Option("--format", help="How the list is printed.")] = ListFormat.table,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="CHART", help="Write a chart instead: a file in .svg.")
    ] = None,
) -> None:
    """Who is said to hold, have lost or gained how much of a territory, when and by whose account, as list or chart."""
    from kg.query import TO_READ, Result, territories
    from kg.query import control as claims_of

    if out is not None:
        if territory is None:
            raise KgError("A chart is of one territory: name it; `kg control GRAPH` lists them.")
        if out.suffix != ".svg":
            raise KgError(f"{out}: the chart is SVG; give a name that ends in .svg.")
        kg.open_graph(graph).chart(territory).save(out)
        console().print(Text(f"The chart is {out}"))
    elif territory is None:
        print_result(territories(claims_of(kg.open_graph(graph).store)), Format(form))
    else:
        found = kg.open_graph(graph).control(territory)
        if form is ListFormat.table:
            found = Result(found.columns[:TO_READ], tuple(row[:TO_READ] for row in found.rows))
        print_result(found, Format(form))
