"""Questions to a graph: `kg query`, `kg queries`, `kg entities`, `kg conflicts`, `kg view`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

import kg
from kg.commands.options import GraphPath
from kg.commands.terminal import Format, ListFormat, console, emit, new_table, print_result, print_rows


def query(
    graph: GraphPath,
    question: Annotated[str, typer.Argument(metavar="NAME|FILE|SPARQL", help="A question of `kg queries`, or SPARQL.")],
    about: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME=VALUE]...", help="What a question asks about: speaker='Anna Vell'."),
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="How the rows are printed.")] = Format.table,
) -> None:
    """Ask a graph."""
    bindings = dict(_binding(text) for text in about or ())
    print_result(kg.open_graph(graph).query(question, **bindings), form)


def conflicts(
    graph: GraphPath,
    form: Annotated[ListFormat, typer.Option("--format", help="How the list is printed.")] = ListFormat.table,
) -> None:
    """What cannot both hold: who says which figure, where and in which sentence; who denies what another affirms."""
    print_result(kg.open_graph(graph).conflicts(), Format(form))


def queries() -> None:
    """The questions that come with newskg."""
    from kg.query import queries as known

    table = new_table("", "name", "question")
    for one in known():
        table.add_row(str(one.number), one.name, one.question)
    console().print(table)


def entities(
    graph: GraphPath,
    form: Annotated[Format, typer.Option("--format", help="How they are printed; ttl can start a --same file.")] = (
        Format.table
    ),
) -> None:
    """Who and what is in a graph: other names met, links, how each was chosen (score, reason), other candidates."""
    found = kg.open_graph(graph).entities()
    if form is Format.table:
        print_rows(found.table())
    else:
        writers = {Format.csv: found.to_csv, Format.json: found.to_json, Format.ttl: found.to_ttl}
        emit(writers[form]())


def view(
    graph: GraphPath,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="PAGE", help="The page to write.")] = Path("page.html"),
) -> None:
    """A graph as one page that opens in any browser, without a network."""
    kg.open_graph(graph).view(out)
    console().print(Text(f"The page is {out}"))


def _binding(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise typer.BadParameter(f"{text}: write NAME=VALUE, such as speaker='Anna Vell'")
    return name, value
