"""A graph for others to ask: `kg serve`, `kg load`."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from kg.commands.options import GraphPath
from kg.commands.terminal import console


def serve(
    graph: GraphPath,
    host: Annotated[str, typer.Option(help="The address to listen at; 127.0.0.1 is this machine alone.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = 7878,
    timeout: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="What a query may take.")] = 30.0,
    rows: Annotated[int, typer.Option(min=1, help="What an answer may have.")] = 100_000,
) -> None:
    """Answer SPARQL over HTTP, read-only, with a page to ask in; see docs/serving.md."""
    from kg.serve import Bounds
    from kg.serve import serve as run

    def ready(url: str) -> None:
        console().print(Text(f"Ask at {url} (page) or {url}sparql (SPARQL 1.1 Protocol); Ctrl-C ends it."))

    with suppress(KeyboardInterrupt):
        run(graph, host=host, port=port, bounds=Bounds(seconds=timeout, rows=rows), ready=ready)


def load(
    graph: GraphPath,
    to: Annotated[str, typer.Option(metavar="URL", help="The store's Graph Store, or its update with --update.")],
    into: Annotated[
        str | None, typer.Option("--graph", metavar="IRI|default", help="Put all into this graph, not each in its own.")
    ] = None,
    update: Annotated[bool, typer.Option("--update", help="By SPARQL update, where there is no Graph Store.")] = False,
) -> None:
    """Load a graph into another store; its graphs take the place of those of the same name. See docs/serving.md."""
    from kg.store import by_graph, open_graph
    from kg.store.remote import load as send

    with Console(stderr=True).status("sending ...") as status:
        quads = by_graph(open_graph(graph).oxigraph)
        number = send(to, quads, graph=into, update=update, sent=lambda now: status.update(f"{now:,} triples sent ..."))
    console().print(Text(f"{number:,} triples loaded"))
