"""Articles to a graph: `kg build`, `kg extract`; and out of a store again: `kg remove`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
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
from kg.commands.tally import Tally, told
from kg.commands.terminal import Json, Model, console, counted, plain, print_json, working

if TYPE_CHECKING:
    from kg.archive import Line, Settings
    from kg.archive.filling import Worked

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
    json: Json = False,
) -> None:
    """Articles to a graph: graph.ttl, graph.trig, statements.jsonl, graph.html and model.json in the output folder.

    With --store they are added to a store, each in place of its older version; what it has already is passed by, so
    that a build that was stopped goes on where it was. The files are those of the whole store then.

    Examples:
      kg build news
      kg build news/flood-osk.txt -o out --min-confidence 0.8 --json
      kg build news --store store --workers 2
      kg build https://example.org/news/feed.xml --store store
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
    tally, parts = Tally(), {}
    fates = fill(archive, find(*sources, fields=fields), line, _worked(line, workers, cluster))
    for fate in counted(fates, number(*sources), of="articles"):
        tally.add(fate)
    tally.failed += archive.refused()
    left = unused(opened, line.corrections)
    if folder and len(opened.ledger):
        with working(f"writing {folder}"):
            made = archive.build(opened.ledger.articles() if store else tally.articles, tally.failed)
            write_outputs(made, folder)
        write_provenance(provenance(line.nlp), folder)
        parts["out"] = told(made, line.gazetteer, folder)
    if store:
        opened.close()
        write_provenance(provenance(line.nlp), store)
        parts["store"] = tally.told(store)
    if json:
        values = {name: part.values() for name, part in parts.items()}
        print_json({**values, "unused_corrections": left, "failed": list(map(str, tally.failed))})
    else:
        for part in parts.values():
            part.show()
        for text in left:
            console().print(Text(plain(text)))
    fail(tally.failed)


def remove(
    store: StorePath,
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Each by IRI, URL or file name.")],
    json: Json = False,
) -> None:
    """Take articles out of a store, with all that stands in it by their word alone.

    Examples:
      kg remove store flood-osk
      kg remove store flood-osk merger-corvane --json
    """
    from kg.archive import Archive, Line, Settings, keep
    from kg.store import open_graph, open_store

    kept = keep(store, {"same": [], "different": [], "corrections": []})
    line = Line(Settings(same=kept["same"], different=kept["different"], corrections=kept["corrections"]))
    with closing(open_graph(store)) as opened:  # a mistake in a name keeps no writer away
        known = Archive(opened, line.decisions, line.corrections)
        found = list(dict.fromkeys(iri for name in articles for iri in known.articles(name)))
    with working("taking out"), closing(open_store(store)) as opened:
        Archive(opened, line.decisions, line.corrections).remove(found)
    if json:
        print_json({"store": str(store), "removed": found})
        return
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
    """The statements of articles as JSON lines, one article a line, on standard output.

    Examples:
      kg extract news/flood-osk.txt
      kg extract news --min-confidence 0.8 > statements.jsonl
    """
    from kg.archive import Line
    from kg.graph import graph_of
    from kg.listing import line
    from kg.pipeline import run, settle_all
    from kg.query import unused
    from kg.read import number

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
    outcomes, failed = settle_all(counted(results, number(*sources), of="articles"), made.decisions, made.corrections)
    for outcome in outcomes:
        typer.echo(line(outcome).encode(), nl=False)
    graph = graph_of(quad for outcome in outcomes for quad in outcome.quads)
    for text in unused(graph.store, made.corrections):
        typer.echo(plain(text), err=True)
    fail(failed)


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
