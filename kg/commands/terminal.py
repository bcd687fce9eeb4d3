"""What the files of the command line share: options, rows in each format, news text that a terminal does not obey."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.errors import KgError

if TYPE_CHECKING:
    from kg.query import Result

Model = Annotated[str | None, typer.Option(metavar="NAME|PATH", help="Another spaCy pipeline than the shipped one.")]


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    csv = "csv"
    json = "json"
    ttl = "ttl"


class ListFormat(StrEnum):
    """How a list is printed."""

    table = "table"
    csv = "csv"
    json = "json"


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


class PlainLog(logging.Formatter):
    """Records as lines that a terminal does not obey: a message is one line, an exception as many as it has."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  (logging's name)
        """The record's message."""
        return plain(super().formatMessage(record))

    def formatException(self, ei: Any) -> str:  # noqa: N802
        """Where an exception was raised."""
        return "\n".join(map(plain, super().formatException(ei).split("\n")))


def complain(errors: Iterable[KgError]) -> None:
    """One line for each error, on standard error."""
    for error in errors:
        typer.echo(plain(str(error)), err=True)


def print_result(result: Result, form: Format) -> None:
    """A result in the format asked for."""
    if form is Format.table:
        print_rows(result)
    else:
        writers = {Format.csv: result.to_csv, Format.json: result.to_json, Format.ttl: result.to_ttl}
        emit(writers[form]())


def emit(text: str) -> None:
    """Data on standard output: byte for byte into a file or a pipe, on a terminal without what it would obey."""
    shown = "".join(f"{plain(line)}\n" for line in text.split("\n")[:-1]) if sys.stdout.isatty() else text
    typer.echo(shown.encode(), nl=False)


def print_rows(result: Result) -> None:
    """A table without the columns that are empty in every row."""
    shown = [
        at for at in range(len(result.columns)) if not result.rows or any(row[at] is not None for row in result.rows)
    ]
    table = new_table(*(result.columns[at] for at in shown))
    for row in result.rows:
        table.add_row(*(Text("" if row[at] is None else plain(str(row[at]))) for at in shown))
    console().print(table)
    console().print(Text(f"{len(result)} {'row' if len(result) == 1 else 'rows'}"))
