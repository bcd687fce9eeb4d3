"""Questions to a graph: `kg query`, `kg queries`, `kg entities`, `kg view`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

import kg
from kg.commands.options import GraphPath
from kg.commands.terminal import Format, console, emit, new_table, print_result, print_rows


def query(
    graph: Annotated[
        str, typer.Argument(metavar="GRAPH|STORE|URL", help="A graph file, a store, or a SPARQL endpoint.")
    ],
    question: Annotated[str, typer.Argument(metavar="NAME|FILE|SPARQL", help="A question of `kg queries`, or SPARQL.")],
    about: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME=VALUE]...", help="What a question asks about: speaker='Anna Vell'."),
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="How the rows are printed.")] = Format.table,
    limit: Annotated[int | None, typer.Option(min=1, help="Give only so many rows, the first ones.")] = None,
) -> None:
    """Ask a graph, or a SPARQL endpoint (credentials: NEWSKG_USER and NEWSKG_PASSWORD, or NEWSKG_TOKEN)."""
    from kg.query import query as ask
    from kg.store.remote import Endpoint

    bindings = dict(_binding(text) for text in about or ())
    answering = Endpoint(graph) if graph.startswith(("http://", "https://")) else kg.open_graph(graph).store
    print_result(ask(answering, question, limit=limit, **bindings), form)


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
    about: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Only what concerns this entity.")] = None,
    article: Annotated[
        str, typer.Option(metavar="ARTICLE", help="One article, by IRI, URL or file name: its text, for yourself.")
    ] = "",
    notes: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The statements.jsonl of the build, for --article, if it lies elsewhere."),
    ] = None,
) -> None:
    """A graph as one page that opens in any browser, without a network; or an article's text with what it states."""
    if notes and not article:
        raise typer.BadParameter("--notes goes with --article")
    if about and article:
        raise typer.BadParameter("--about goes with the network, not with --article")
    opened = kg.open_graph(graph)
    if article:
        opened.article(article, notes=notes).save(out)
    else:
        opened.view(out, about=about or ())
    console().print(Text(f"The page is {out}"))


def _binding(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise typer.BadParameter(f"{text}: write NAME=VALUE, such as speaker='Anna Vell'")
    return name, value
