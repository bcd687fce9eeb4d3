"""Arguments and options that several commands take."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from kg.commands.completing import entities
from kg.commands.terminal import complain
from kg.errors import KgError

Sources = Annotated[
    list[str],
    typer.Argument(metavar="SOURCE...", help="Articles: files, folders, archives, addresses, or - for stdin."),
]
Fields = Annotated[
    str,
    typer.Option(
        metavar="FIELD=NAME,...",
        help="What JSON lines and Parquet call the fields of an article: text=story,title=head.",
    ),
]
GraphPath = Annotated[Path, typer.Argument(metavar="GRAPH|STORE", help="A graph file or a store's folder.")]
EntityName = Annotated[
    str, typer.Argument(metavar="ENTITY", help="A name, alias, key or IRI.", autocompletion=entities)
]
Gazetteers = Annotated[list[Path], typer.Option("--gazetteer", metavar="FILE", help="Entities of your own (SKOS).")]
BaseDate = Annotated[
    datetime | None,
    typer.Option(
        metavar="DATE", formats=["%Y-%m-%d"], help="The day relative dates count from where an article has none."
    ),
]
MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence", metavar="0..1", min=0, max=1, help="Leave out statements that are less sure than this."
    ),
]
Same = Annotated[
    list[Path],
    typer.Option(metavar="FILE", help="Entities decided to be one: ent:a skos:exactMatch ent:b (Turtle)."),
]
Different = Annotated[
    list[Path],
    typer.Option(
        metavar="FILE",
        help='Entities decided to be others: ent:c skos:prefLabel "A. Vell" ; owl:differentFrom ent:a (Turtle).',
    ),
]
Corrected = Annotated[
    list[Path],
    typer.Option("--corrections", metavar="FILE", help="Statements corrected by people (Turtle; `kg review`)."),
]


def fail(failed: Iterable[KgError]) -> None:
    """Name what could not be used, and end with status 1 where there was any."""
    errors = list(failed)
    if errors:
        complain(errors)
        raise typer.Exit(1)
