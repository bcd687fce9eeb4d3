"""What the files of the command line share: options, tables, and news text that a terminal does not obey."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.errors import KgError

Model = Annotated[str | None, typer.Option(metavar="NAME|PATH", help="Another spaCy pipeline than the shipped one.")]


def new_table(*columns: str, right: int | None = None) -> Table:
    """A table without rows, by the names of its columns; ``right`` is the column of numbers."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for number, name in enumerate(columns):
        table.add_column(Text(name), justify="right" if number == right else "left", overflow="fold")
    return table


def console() -> Console:
    """Standard output: as wide as the terminal; in a pipe, so wide that a row is a line."""
    return Console(highlight=False, soft_wrap=False, width=None if sys.stdout.isatty() else 10_000)


def plain(text: str) -> str:
    """News text without what a terminal would obey: control characters become spaces."""
    return "".join(character if character.isprintable() else " " for character in text)


def complain(errors: Iterable[KgError]) -> None:
    """One line for each error, on standard error."""
    for error in errors:
        typer.echo(plain(str(error)), err=True)
