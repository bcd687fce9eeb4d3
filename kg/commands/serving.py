"""A graph for others to ask: `kg serve`, `kg load`."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from typing import Annotated

import typer
from rich.text import Text

from kg.commands.options import GraphPath
from kg.commands.terminal import Json, console, print_json, working


def serve(
    graph: GraphPath,
    host: Annotated[str, typer.Option(help="The address to listen at; 127.0.0.1 is this machine alone.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = 7878,
    timeout: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="What a query may take.")] = 30.0,
    rows: Annotated[int, typer.Option(min=1, help="What an answer may have.")] = 100_000,
) -> None:
    """Answer SPARQL over HTTP, read-only, with a page to ask in; see docs/serving.md.

    Examples:
      kg serve store
      kg serve out/graph.ttl --port 8000 --timeout 10
    """
    from kg.serve import Bounds
    from kg.serve import serve as run

    def ready(url: str) -> None:
        reading.close()
        console().print(Text(f"Ask at {url} (page) or {url}sparql (SPARQL 1.1 Protocol); Ctrl-C ends it."))

    with suppress(KeyboardInterrupt), ExitStack() as reading:
        reading.enter_context(working(f"reading {graph}"))
        run(graph, host=host, port=port, bounds=Bounds(seconds=timeout, rows=rows), ready=ready)


def load(
    graph: GraphPath,
    to: Annotated[str, typer.Option(metavar="URL", help="The store's Graph Store, or its update with --update.")],
    into: Annotated[
        str | None, typer.Option("--graph", metavar="IRI|default", help="Put all into this graph, not each in its own.")
    ] = None,
    update: Annotated[bool, typer.Option("--update", help="By SPARQL update, where there is no Graph Store.")] = False,
    json: Json = False,
) -> None:
    """Load a graph into another store; its graphs take the place of those of the same name. See docs/serving.md.

    Examples:
      kg load out/graph.ttl --to http://127.0.0.1:7879/store
      kg load store --to http://127.0.0.1:7879/update --update
    """
    from kg.store import by_graph, open_graph
    from kg.store.remote import load as send

    with working("sending") as tell:
        store = open_graph(graph)
        total = f"{len(store):,}"
        number = send(
            to,
            by_graph(store.oxigraph),
            graph=into,
            update=update,
            sent=lambda now: tell(f"{now:,} of {total} triples sent"),
        )
    if json:
        print_json({"to": to, "triples": number})
    else:
        console().print(Text(f"{number:,} triples loaded"))
