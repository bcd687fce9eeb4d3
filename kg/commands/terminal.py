"""What the files of the command line share: options, rows in each format, news text that a terminal does not obey."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from json import dumps
from threading import Timer
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer
from rich.console import Console
from rich.progress import (
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from kg.errors import KgError

if TYPE_CHECKING:
    from kg.query import Entities, Result, Review

Item = TypeVar("Item")
Model = Annotated[str | None, typer.Option(metavar="NAME|PATH", help="Another spaCy pipeline than the shipped one.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, and nothing else, on standard output.")]
ShortForJson = Annotated[bool, typer.Option("--json", help="Short for --format json.")]

PATIENCE = 1.0
"""Seconds that work may take before a terminal is told of it."""


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


ListForm = Annotated[ListFormat, typer.Option("--format", help="How the list is printed.")]


def new_table(*columns: str, right: int | None = None) -> Table:
    """A table without rows, by the names of its columns; ``right`` is the column of numbers."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for number, name in enumerate(columns):
        table.add_column(Text(plain(name)), justify="right" if number == right else "left", overflow="fold")
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


def print_result(found: Result | Entities | Review, form: StrEnum, json: bool = False) -> None:
    """What was found in the format asked for; ``json`` is short for that one."""
    from kg.query import Result

    if json or form != Format.table:
        writers = {Format.csv: found.to_csv, Format.json: found.to_json, Format.ttl: found.to_ttl}
        emit(writers[Format.json if json else Format(form)]())
    else:
        print_rows(found if isinstance(found, Result) else found.table())


def print_json(value: Any) -> None:
    """What a command has to tell, for a program."""
    emit(dumps(value, ensure_ascii=False, indent=1) + "\n")


def emit(text: str) -> None:
    """Data on standard output: byte for byte into a file or a pipe, on a terminal without what it would obey."""
    shown = "".join(f"{plain(line)}\n" for line in text.split("\n")[:-1]) if sys.stdout.isatty() else text
    typer.echo(shown.encode(errors="replace"), nl=False)  # file names may be no Unicode


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


@contextmanager
def working(on: str) -> Iterator[Callable[[str], None]]:
    """On a terminal, a line that tells what is worked on and for how long, once it takes longer than ``PATIENCE``.

    What comes in is a function that changes the words of the line.
    """
    progress = _progress(SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    task = progress.add_task(on, total=None)
    timer = Timer(PATIENCE, progress.start)
    if not progress.disable:
        timer.start()
    try:
        yield lambda words: progress.update(task, description=words)
    finally:
        timer.cancel()
        if timer.is_alive():
            timer.join()
        progress.stop()


def counted(items: Iterable[Item], total: int | None, of: str) -> Iterator[Item]:
    """The same; on a terminal, a line tells how many there are by now, how many a second, and the time that is left."""
    columns = (
        SpinnerColumn(),
        TextColumn(f"{{task.completed:,.0f}} {of}"),
        TaskProgressColumn("{task.percentage:.0f} %", text_format_no_percentage=""),
        _Rate(),
        TimeRemainingColumn(),
    )
    with _progress(*columns) as progress:
        task = progress.add_task("", total=total)
        for item in items:
            progress.advance(task)
            yield item


def _progress(*columns: ProgressColumn) -> Progress:
    """A line on standard error that goes when the work is done; none in a pipe or on a terminal that cannot redraw."""
    console = Console(stderr=True)
    return Progress(
        *columns,
        console=console,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
        disable=not (sys.stderr.isatty() and console.is_interactive),
    )


class _Rate(ProgressColumn):
    """How many a second."""

    def render(self, task: Task) -> Text:
        """As text."""
        return Text(f"{task.speed or 0:,.1f} a second")
