"""Articles to a graph: `kg build`, `kg extract`; and out of a store again: `kg remove`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import (
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from kg.commands.options import (
    BaseDate,
    Corrected,
    Different,
    Fields,
    Gazetteers,
    MinConfidence,
    Same,
    Sources,
    fail,
)
from kg.commands.terminal import Model, console, new_table, plain
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.archive import Fate, Line, Settings
    from kg.archive.filling import Worked
    from kg.pipeline import Build
    from kg.vocabulary import Gazetteer

StorePath = Annotated[Path, typer.Argument(metavar="STORE", help="A store's folder.")]
Workers = Annotated[int, typer.Option("--workers", metavar="N", min=1, help="Read articles in so many processes.")]
Cluster = Annotated[
    str, typer.Option(metavar="ADDRESS", help="Read articles on a Dask cluster: tcp://HOST:PORT, or local.")
]


def build(
    sources: Sources,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FOLDER", help="Where the files go: out, or nowhere with --store."),
    ] = None,
    store: Annotated[Path | None, typer.Option(metavar="DIR", help="Add the articles to this store.")] = None,
    workers: Workers = 1,
    cluster: Cluster = "",
    fields: Fields = "",
    model: Model = None,
    gazetteer: Gazetteers = [],  # noqa: B006  (typer reads the default; nothing changes it)
    base_date: BaseDate = None,
    min_confidence: MinConfidence = 0.0,
    same: Same = [],  # noqa: B006
    different: Different = [],  # noqa: B006
    corrections: Corrected = [],  # noqa: B006
) -> None:
    """Articles to a graph: graph.ttl, graph.trig, statements.jsonl, graph.html and model.json in the output folder.

    With --store they are added to a store, each in place of its older version; what it has already is passed by, so
    that a build that was stopped goes on where it was. The files are those of the whole store then.
    """
    from kg.archive import Archive, Line, fill, keep, settle
    from kg.files import make_folder
    from kg.models import provenance
    from kg.output import write_outputs, write_provenance
    from kg.query import unused
    from kg.read import find, number
    from kg.store import open_store

    folder = out or (None if store else Path("out"))
    if folder:
        make_folder(folder)
    decided = {"same": same, "different": different, "corrections": corrections}
    line = Line(_settings(model, gazetteer, base_date, min_confidence, decided))
    archive = Archive(open_store(store), line.decisions, line.corrections)
    if store:  # what is wrong with a file of decisions was said before the store keeps it
        kept = keep(store, decided)
        same_kept, different_kept, corrections_kept = kept.values()
        line = Line(replace(line.settings, same=same_kept, different=different_kept, corrections=corrections_kept))
        archive = Archive(archive.store, line.decisions, line.corrections)
        settle(archive, kept)
    opened = archive.store
    tally = _Tally()
    fates = fill(archive, find(*sources, fields=fields), line, _worked(line, workers, cluster))
    for fate in _watched(fates, number(*sources)):
        tally.add(fate)
    tally.failed += archive.refused()
    left = unused(opened, line.corrections)
    if folder and len(opened.ledger):
        made = archive.build(opened.ledger.articles() if store else tally.articles, tally.failed)
        write_outputs(made, folder)
        write_provenance(provenance(line.nlp), folder)
        _print_summary(made, line.gazetteer, folder)
    if store:
        opened.close()
        write_provenance(provenance(line.nlp), store)
        _print_tally(tally, store)
    for text in left:
        console().print(Text(plain(text)))
    fail(tally.failed)


def remove(
    store: StorePath,
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Each by IRI, URL or file name.")],
) -> None:
    """Take articles out of a store, with all that stands in it by their word alone."""
    from kg.archive import Archive, Line, Settings, keep
    from kg.store import open_graph, open_store

    open_graph(store).close()  # it says what is wrong with a path where no store is
    kept = keep(store, {"same": [], "different": [], "corrections": []})
    line = Line(Settings(same=kept["same"], different=kept["different"], corrections=kept["corrections"]))
    archive = Archive(open_store(store), line.decisions, line.corrections)
    found = list(dict.fromkeys(iri for name in articles for iri in archive.articles(name)))
    archive.remove(found)
    archive.store.close()
    console().print(Text(f"{len(found)} {'article' if len(found) == 1 else 'articles'} taken out of {store}"))


def extract(
    sources: Sources,
    fields: Fields = "",
    model: Model = None,
    gazetteer: Gazetteers = [],  # noqa: B006  (typer reads the default; nothing changes it)
    base_date: BaseDate = None,
    min_confidence: MinConfidence = 0.0,
    same: Same = [],  # noqa: B006
    different: Different = [],  # noqa: B006
    corrections: Corrected = [],  # noqa: B006
) -> None:
    """The statements of articles as JSON lines, one article a line, on standard output."""
    from kg.archive import Line
    from kg.graph import graph_of
    from kg.listing import line
    from kg.pipeline import run, settle_all
    from kg.query import unused

    decided = {"same": same, "different": different, "corrections": corrections}
    made = Line(_settings(model, gazetteer, base_date, min_confidence, decided))
    settings = made.settings
    results = run(
        sources,
        made.nlp,
        made.gazetteer,
        base_date=settings.base_date,
        min_confidence=settings.min_confidence,
        fields=fields,
    )
    outcomes, failed = settle_all(results, made.decisions, made.corrections)
    for outcome in outcomes:
        typer.echo(line(outcome).encode(), nl=False)
    graph = graph_of(quad for outcome in outcomes for quad in outcome.quads)
    for text in unused(graph.store, made.corrections):
        typer.echo(plain(text), err=True)
    fail(failed)


@dataclass
class _Tally:
    """What became of the items of a build."""

    articles: list[str] = field(default_factory=list)
    unchanged: int = 0
    statements: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    failed: list[KgError] = field(default_factory=list)

    def add(self, fate: Fate) -> None:
        from kg.archive import Made

        if isinstance(fate, KgError):
            self.failed.append(fate)
        elif isinstance(fate, Made):
            self.articles.append(fate.entry.article)
            self.statements += fate.statements
            self.skipped += fate.skipped
            self.notes += [f"{fate.path}: {note}" for note in fate.notes]
        else:
            self.unchanged += 1


def _worked(line: Line, workers: int, cluster: str) -> Worked:
    """Who makes entries of items."""
    from kg.archive import by_cluster, by_one, by_several

    if cluster:
        return partial(by_cluster, settings=line.settings, address=cluster)
    if workers > 1:
        return partial(by_several, settings=line.settings, workers=workers)
    return partial(by_one, line=line)


def _settings(
    model: str | None,
    gazetteers: Iterable[Path],
    day: datetime | None,
    min_confidence: float,
    decided: Mapping[str, Iterable[Path]],
) -> Settings:
    from kg.archive import Settings

    files = {kind: tuple(map(str, paths)) for kind, paths in decided.items()}
    return Settings(model, tuple(map(str, gazetteers)), day.date() if day else None, min_confidence, **files)


class _Rate(ProgressColumn):
    """Articles a second."""

    def render(self, task: Task) -> Text:
        """As text."""
        return Text(f"{task.speed or 0:,.1f} a second")


def _watched(fates: Iterable[Fate], total: int | None) -> Iterator[Fate]:
    """The same; on a terminal, a line tells how many there are by now, how many a second, and the time that is left."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed:,.0f} articles"),
        TaskProgressColumn("{task.percentage:.0f} %", text_format_no_percentage=""),
        _Rate(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("", total=total)
        for fate in fates:
            progress.advance(task)
            yield fate


def _print_summary(made: Build, gazetteer: Gazetteer, out: Path) -> None:
    from kg.summary import figures, notes, reasons

    _print_figures("found", figures(made, gazetteer).items())
    _print_figures("seen and not understood", reasons(made))
    for note in notes(made):
        console().print(Text(plain(note)))
    console().print(Text(f"The page is {out / 'graph.html'}, the graph {out / 'graph.ttl'}"))


def _print_tally(tally: _Tally, store: Path) -> None:
    figures = {"articles added": len(tally.articles), "unchanged": tally.unchanged, "statements": tally.statements}
    _print_figures("into the store", figures.items())
    _print_figures("seen and not understood", tally.skipped.most_common())
    for note in tally.notes:
        console().print(Text(plain(note)))
    console().print(Text(f"The store is {store}"))


def _print_figures(title: str, figures: Iterable[tuple[str, int]]) -> None:
    table = new_table(title, "", right=1)
    for name, number in figures:
        table.add_row(plain(name), f"{number:,}")
    if table.row_count:
        console().print(table)
