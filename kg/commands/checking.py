"""Is a graph right: `kg validate`, `kg verify`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import typer
from rich.text import Text

import kg
from kg.commands.options import Fields, GraphPath, Sources, fail
from kg.commands.terminal import Json, console, plain, print_json, working
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.model import Article


def validate(graph: GraphPath, json: Json = False) -> None:
    """Does a graph keep the ontology's rules (SHACL)? Exit status 1 where not.

    Examples:
      kg validate out/graph.ttl
      kg validate store --json
    """
    from kg.validate import validate as check

    with working("checking"):
        found = check(kg.open_graph(graph).store.oxigraph)
    broken = sum(one.severity == "Violation" for one in found)
    if json:
        print_json({"conforms": not broken, "results": [one._asdict() for one in found]})
    else:
        for one in found:
            console().print(Text(plain(f"{one.severity}: {one.node} {one.path} {one.value}: {one.message}")))
        console().print(Text(f"{graph}: {f'{broken} rules broken' if broken else 'keeps the rules'}"))
    raise typer.Exit(1 if broken else 0)


def verify(graph: GraphPath, sources: Sources, fields: Fields = "", json: Json = False) -> None:
    """Is everything in a graph what its articles say? Exit status 1 where not.

    Examples:
      kg verify out/graph.ttl news
      kg verify store news --json
    """
    from kg.verify import changed_by_people
    from kg.verify import verify as check

    failed: list[KgError] = []
    with working("checking"):
        store = kg.open_graph(graph).store
        problems = check(store, _articles(sources, fields, failed))
        changed = changed_by_people(store)
    if json:
        print_json({"problems": problems, "changed_by_people": changed, "failed": list(map(str, failed))})
    else:
        for problem in problems:
            console().print(Text(plain(problem)))
        if not problems and not failed:
            beside = f"; statements as people corrected them: {changed}" if changed else ""
            console().print(Text(f"{graph}: all that it says stands in its articles{beside}"))
    fail(failed)
    raise typer.Exit(1 if problems else 0)


def _articles(sources: Iterable[str], fields: str, failed: list[KgError]) -> Iterator[Article]:
    """The articles of the sources; errors go to ``failed``."""
    from kg.pipeline import articles

    for found in articles(sources, fields):
        if isinstance(found, KgError):
            failed.append(found)
        else:
            yield found
