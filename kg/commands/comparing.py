"""What sources say beside and against each other: `kg conflicts`, `corroborated`, `timeline`, `diff`, `as-of`."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

import kg
from kg.commands.options import EntityName, GraphPath
from kg.commands.terminal import (
    Json,
    ListForm,
    ListFormat,
    ShortForJson,
    complain,
    console,
    print_json,
    print_result,
    working,
)
from kg.errors import KgError


class Time(StrEnum):
    """Which of the three times of a statement is meant."""

    published = "published"
    said = "said"
    valid = "valid"


def conflicts(graph: GraphPath, form: ListForm = ListFormat.table, json: ShortForJson = False) -> None:
    """What cannot both hold: who says which figure, where and in which sentence; who denies what another affirms.

    Examples:
      kg conflicts out/graph.ttl
      kg conflicts store --format csv > conflicts.csv
    """
    with working("comparing"):
        found = kg.open_graph(graph).conflicts()
    print_result(found, form, json)


def corroborated(graph: GraphPath, form: ListForm = ListFormat.table, json: ShortForJson = False) -> None:
    """What several independent voices affirm, or several outlets; copies of one report are listed, not counted.

    Examples:
      kg corroborated out/graph.ttl
      kg corroborated store --json
    """
    with working("comparing"):
        found = kg.open_graph(graph).corroborated()
    print_result(found, form, json)


def timeline(
    graph: GraphPath,
    entity: EntityName,
    form: ListForm = ListFormat.table,
    json: ShortForJson = False,
) -> None:
    """Everything about one entity by date: what it said, what was said of it, events, meetings, offices, control.

    Examples:
      kg timeline out/graph.ttl "Jana Ruell"
      kg timeline store ent:jana-ruell --json
    """
    with working("collecting"):
        found = kg.open_graph(graph).timeline(entity)
    print_result(found, form, json)


def diff(first: GraphPath, second: GraphPath, form: ListForm = ListFormat.table, json: ShortForJson = False) -> None:
    """What two graphs state differently. Exit status 0: nothing; 1: something; 2: a graph cannot be read.

    Examples:
      kg diff yesterday.ttl today.ttl
      kg diff yesterday.ttl store --json
    """
    try:
        with working("comparing"):
            found = kg.open_graph(first).difference(kg.open_graph(second))
    except KgError as error:
        complain([error])
        raise typer.Exit(2) from None
    print_result(found, form, json)
    if form is ListFormat.table and not json:
        where = Counter(str(row[0]) for row in found.rows)
        told = f"{where['first']} only in {first}, {where['second']} only in {second}, {where['both']} changed"
        console().print(Text(told))
    raise typer.Exit(1 if found.rows else 0)


def as_of(
    graph: GraphPath,
    day: Annotated[datetime, typer.Argument(metavar="DATE", formats=["%Y-%m-%d"], help="A day: 2025-05-14.")],
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="FILE", help="The graph to write: .ttl, .trig, .nt, .nq.")
    ],
    time: Annotated[
        Time, typer.Option(help="What was published up to the day, what was said up to it, or what holds on it.")
    ] = Time.published,
    json: Json = False,
) -> None:
    """A graph as it was on a day, written as a graph that every command reads.

    Examples:
      kg as-of out/graph.ttl 2025-05-14 -o then.ttl
      kg as-of store 2025-05-14 --time said -o then.trig --json
    """
    with working("going back"):
        then = kg.open_graph(graph).as_of(day.date(), time)
        then.save(out)
    articles, statements = (len(then.query(f"SELECT ?s {{ ?s a kg:{kind} }}")) for kind in ("Article", "Statement"))
    if json:
        print_json({"file": str(out), "articles": articles, "statements": statements})
    else:
        console().print(Text(f"{statements} statements of {articles} articles are in {out}"))
