"""Is a graph right: `kg validate`, `kg verify`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import typer
from rich.text import Text

import kg
from kg.commands.options import Fields, GraphPath, Sources, fail
from kg.commands.terminal import console, plain
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.model import Article


def validate(graph: GraphPath) -> None:
    """Does a graph keep the ontology's rules (SHACL)? Exit status 1 where not."""
    from kg.validate import validate as check

    found = check(kg.open_graph(graph).store.oxigraph)
    for one in found:
        console().print(Text(plain(f"{one.severity}: {one.node} {one.path} {one.value}: {one.message}")))
    broken = sum(one.severity == "Violation" for one in found)
    console().print(Text(f"{graph}: {f'{broken} rules broken' if broken else 'keeps the rules'}"))
    raise typer.Exit(1 if broken else 0)


def verify(graph: GraphPath, sources: Sources, fields: Fields = "") -> None:
    """Is everything in a graph what its articles say? Exit status 1 where not."""
    from kg.verify import changed_by_people
    from kg.verify import verify as check

    failed: list[KgError] = []
    store = kg.open_graph(graph).store
    problems = check(store, _articles(sources, fields, failed))
    for problem in problems:
        console().print(Text(plain(problem)))
    if not problems and not failed:
        changed = changed_by_people(store)
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
