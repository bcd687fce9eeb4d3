"""A graph for other programs: `kg export`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

import kg
from kg.commands.options import GraphPath
from kg.commands.terminal import console, working
from kg.export import Format, format_of


def export(
    graph: GraphPath,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The file to write; - for stdout.")] = Path(
        "-"
    ),
    form: Annotated[
        Format | None, typer.Option("--format", help="What to write, where the file's name does not tell.")
    ] = None,
    public: Annotated[
        bool, typer.Option("--public", help="Without the articles' text, which is their publishers'.")
    ] = False,
) -> None:
    """A graph for another program: RDF in its forms, networks, a spreadsheet, annotations of the articles.

    Examples:
      kg export out/graph.ttl -o statements.csv
      kg export store -o graph.jsonld --public
      kg export out/graph.ttl --format annotations -o notes.json
    """
    from kg.export.writing import export as write

    read = kg.open_graph(graph)
    if out == Path("-"):
        write(read.store, form or format_of(out), sys.stdout.buffer, public=public)
        sys.stdout.flush()
    else:
        with working("writing"):
            read.export(out, form, public=public)
        console().print(Text(f"The file is {out}"))
