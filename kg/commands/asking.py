"""Questions to a graph: `kg query`, `kg queries`, `kg entities`, `kg view`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

import kg
from kg.commands.completing import questions
from kg.commands.options import GraphPath
from kg.commands.terminal import (
    Format,
    Json,
    ShortForJson,
    console,
    new_table,
    print_json,
    print_result,
    working,
)


def query(
    graph: Annotated[
        str, typer.Argument(metavar="GRAPH|STORE|URL", help="A graph file, a store, or a SPARQL endpoint.")
    ],
    question: Annotated[
        str,
        typer.Argument(
            metavar="NAME|FILE|SPARQL", help="A question of `kg queries`, or SPARQL.", autocompletion=questions
        ),
    ],
    about: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME=VALUE]...", help="What a question asks about: speaker='Anna Vell'."),
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="How the rows are printed.")] = Format.table,
    limit: Annotated[int | None, typer.Option(min=1, help="Give only so many rows, the first ones.")] = None,
    json: ShortForJson = False,
) -> None:
    """Ask a graph, or a SPARQL endpoint (credentials: NEWSKG_USER and NEWSKG_PASSWORD, or NEWSKG_TOKEN).

    Examples:
      kg query out/graph.ttl control-shares
      kg query out/graph.ttl statements-by-speaker speaker="Jana Ruell" --json
      kg query store "SELECT ?gist { ?content kg:gist ?gist }" --limit 10
      kg query http://127.0.0.1:7878/sparql own-voice
    """
    from kg.query import query as ask
    from kg.store.remote import Endpoint

    bindings = dict(_binding(text) for text in about or ())
    with working("asking"):
        answering = Endpoint(graph) if graph.startswith(("http://", "https://")) else kg.open_graph(graph).store
        found = ask(answering, question, limit=limit, **bindings)
    print_result(found, form, json)


def queries(json: Json = False) -> None:
    """The questions that come with newskg, with what they can be asked about.

    Examples:
      kg queries
      kg queries --json
    """
    from kg.query import queries as known

    if json:
        shown = ({"number": q.number, "name": q.name, "question": q.question, "about": q.about} for q in known())
        print_json(list(shown))
        return
    table = new_table("", "name", "about", "question")
    for one in known():
        table.add_row(str(one.number), one.name, " ".join(one.about), one.question)
    console().print(table)


def entities(
    graph: GraphPath,
    form: Annotated[Format, typer.Option("--format", help="How they are printed; ttl can start a --same file.")] = (
        Format.table
    ),
    json: ShortForJson = False,
) -> None:
    """Who and what is in a graph: other names met, links, how each was chosen (score, reason), other candidates.

    Examples:
      kg entities out/graph.ttl
      kg entities store --json
      kg entities out/graph.ttl --format ttl > same.ttl
    """
    with working("listing entities"):
        found = kg.open_graph(graph).entities()
    print_result(found, form, json)


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
    """A graph as one page that opens in any browser, without a network; or an article's text with what it states.

    Examples:
      kg view out/graph.ttl
      kg view store --about "Adaeze Lorne" -o page.html
      kg view out/graph.ttl --article flood-osk -o article.html
    """
    if notes and not article:
        raise typer.BadParameter("--notes goes with --article")
    if about and article:
        raise typer.BadParameter("--about goes with the network, not with --article")
    with working("drawing"):
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
