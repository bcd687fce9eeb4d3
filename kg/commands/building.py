"""Articles to a graph: `kg build`, `kg extract`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from kg.commands.options import BaseDate, Corrected, Different, Gazetteers, MinConfidence, Same, Sources, fail
from kg.commands.terminal import Model, console, new_table, plain
from kg.errors import KgError

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.pipeline import Build, Outcome
    from kg.vocabulary import Decisions, Gazetteer


def build(
    sources: Sources,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FOLDER", help="Where the files go.")] = Path("out"),
    store: Annotated[Path | None, typer.Option(metavar="DIR", help="Also add the articles to this store.")] = None,
    model: Model = None,
    gazetteer: Gazetteers = [],  # noqa: B006  (typer reads the default; nothing changes it)
    base_date: BaseDate = None,
    min_confidence: MinConfidence = 0.0,
    same: Same = [],  # noqa: B006
    different: Different = [],  # noqa: B006
    corrections: Corrected = [],  # noqa: B006
) -> None:
    """Articles to a graph: graph.ttl, graph.trig, statements.jsonl, graph.html and model.json in the output folder."""
    from kg.files import make_folder
    from kg.models import load_model, provenance
    from kg.output import write_outputs, write_provenance
    from kg.pipeline import add, assemble
    from kg.query import unused
    from kg.store import open_store
    from kg.vocabulary import Corrections

    make_folder(out)
    kept = open_store(store) if store else None
    entities = _gazetteer(gazetteer)
    decisions = _decisions(same, different, entities)
    revised = Corrections.read(corrections, entities)
    nlp = load_model(model)
    made = assemble(_watched(_run(sources, nlp, entities, base_date, min_confidence)), decisions, revised)
    if made.outcomes:
        write_outputs(made, out)
        write_provenance(provenance(nlp), out)
        if store and kept is not None:
            add(kept, made)
            kept.close()
            write_provenance(provenance(nlp), store)
        _print_summary(made, entities, out)
        for line in unused(made.graph().store, revised):
            console().print(Text(plain(line)))
    fail(made.failed)


def extract(
    sources: Sources,
    model: Model = None,
    gazetteer: Gazetteers = [],  # noqa: B006  (typer reads the default; nothing changes it)
    base_date: BaseDate = None,
    min_confidence: MinConfidence = 0.0,
    same: Same = [],  # noqa: B006
    different: Different = [],  # noqa: B006
    corrections: Corrected = [],  # noqa: B006
) -> None:
    """The statements of articles as JSON lines, one article a line, on standard output."""
    from kg.graph import graph_of
    from kg.listing import line
    from kg.models import load_model
    from kg.pipeline import settled
    from kg.query import unused
    from kg.vocabulary import Corrections

    entities = _gazetteer(gazetteer)
    decisions = _decisions(same, different, entities)
    revised = Corrections.read(corrections, entities)
    results = _run(sources, load_model(model), entities, base_date, min_confidence)
    outcomes, failed = settled(results, decisions, revised)
    for outcome in outcomes:
        typer.echo(line(outcome).encode(), nl=False)
    graph = graph_of(quad for outcome in outcomes for quad in outcome.quads)
    for left in unused(graph.store, revised):
        typer.echo(plain(left), err=True)
    fail(failed)


def _gazetteer(paths: Iterable[Path]) -> Gazetteer:
    from kg.vocabulary import Gazetteer

    return Gazetteer.load(paths)


def _decisions(same: Iterable[Path], different: Iterable[Path], gazetteer: Gazetteer) -> Decisions:
    from kg.vocabulary import Decisions

    return Decisions.read(same, different, gazetteer)


def _run(
    sources: list[str], nlp: Language, gazetteer: Gazetteer, base_date: datetime | None, min_confidence: float
) -> Iterator[Outcome | KgError]:
    from kg.pipeline import run

    day: date | None = base_date.date() if base_date else None
    return run(sources, nlp, gazetteer, base_date=day, min_confidence=min_confidence)


def _watched(results: Iterable[Outcome | KgError]) -> Iterator[Outcome | KgError]:
    """The same results; on a terminal, a line tells how many there are by now."""
    console = Console(stderr=True)
    with console.status("reading ...") as status:
        for number, result in enumerate(results, 1):
            status.update(f"{number} articles read ...")
            yield result


def _print_summary(made: Build, gazetteer: Gazetteer, out: Path) -> None:
    from kg.summary import figures, notes, reasons

    table = new_table("found", "", right=1)
    for name, number in figures(made, gazetteer).items():
        table.add_row(name, f"{number:,}")
    console().print(table)
    seen = reasons(made)
    if seen:
        table = new_table("seen and not understood", "", right=1)
        for reason, number in seen:
            table.add_row(plain(reason), f"{number:,}")
        console().print(table)
    for note in notes(made):
        console().print(Text(plain(note)))
    console().print(Text(f"The page is {out / 'graph.html'}, the graph {out / 'graph.ttl'}"))
