"""The commands of `kg evaluate`. Heavy imports stand inside them, as in all of the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.commands.terminal import Model, console, new_table, plain

if TYPE_CHECKING:
    from kg.evaluate.attributions import Measured
    from kg.evaluate.expressions import Measured as Expressions

evaluate = typer.Typer(help="Measure newskg against data that people have marked.", no_args_is_help=True)


@evaluate.command()
def english(
    data: Annotated[Path, typer.Option(metavar="FOLDER", help="Where train (treebanks) and eval (newswire) are.")],
    gold: Annotated[Path | None, typer.Option(metavar="FILE", help="Trees of some of the sentences by hand.")] = None,
    model: Model = None,
) -> None:
    """The English pipeline: tags, heads and labels, entities, coreference; percent."""
    from kg.evaluate import coreference, english, entities
    from kg.models import load_model

    nlp = load_model(model)
    measured = chain(
        english.evaluate(data, nlp, gold),
        entities.evaluate(data, nlp),
        coreference.evaluate(data, nlp),
    )
    _print_figures(measured, unit="%")


Errors = Annotated[bool, typer.Option("--errors", help="Also list what was missed or wrong, and why.")]


@evaluate.command()
def polnear(
    data: Annotated[Path, typer.Option(metavar="FOLDER", help="Where eval/polnear and eval/polnear_tokens are.")],
    errors: Errors = False,
    model: Model = None,
) -> None:
    """Attribution: who is found to have said what; percent, and numbers of attributions and errors."""
    from kg.evaluate.polnear import measure
    from kg.models import load_model

    _print_measured(measure(data, load_model(model)), errors)


@evaluate.command()
def attribution(
    data: Annotated[Path, typer.Option(metavar="FOLDER", help="Where train/gum_open is.")],
    gold: Annotated[Path, typer.Option(metavar="FILE", help="What is marked in it (tests/gold/attributions.tsv).")],
    genre: Annotated[str, typer.Option(metavar="WORD", help="Only documents with this in their name.")] = "",
    errors: Errors = False,
    model: Model = None,
) -> None:
    """The same on documents of gum_open that we marked ourselves."""
    from kg.evaluate.gum_attributions import measure
    from kg.models import load_model

    _print_measured(measure(data, gold, load_model(model), genre=genre), errors)


@evaluate.command()
def contents(
    gold: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Sentences of our own (tests/gold/*.jsonl).")],
    errors: Errors = False,
    model: Model = None,
) -> None:
    """Typed contents, by kind: control shares, offices, meetings and so on; percent."""
    from kg.evaluate.contents import KINDS, compare, figures, read
    from kg.models import load_model

    read_texts = list(read(gold, load_model(model)))
    _print_figures(figures(read_texts).items())
    if errors:
        _print_rows(
            ("text", "kind", "error"),
            (
                (row["text"], kind, note)
                for row, told in read_texts
                for kind in KINDS
                for note in compare(kind, row.get(kind, []), told).notes
            ),
        )


@evaluate.command()
def plover(
    data: Annotated[Path, typer.Option(metavar="FOLDER", help="Where eval/plover is.")],
    errors: Errors = False,
    model: Model = None,
) -> None:
    """Events: who did what to whom, by the classes of PLOVER; percent, and numbers of events by class."""
    from kg.evaluate.plover import figures, measure
    from kg.models import load_model

    measured = measure(data, load_model(model))
    _print_figures(figures(measured))
    if errors:
        rows = ((error, what, one.text) for one in measured for error, what in one.errors())
        _print_rows(("error", "what", "sentence"), rows)


@evaluate.command()
def re3d(
    data: Annotated[Path, typer.Option(metavar="FOLDER", help="Where eval/re3d is.")],
    errors: Errors = False,
    model: Model = None,
) -> None:
    """Relations: who fights, leads, talks to, belongs to and helps whom; percent."""
    from kg.evaluate.re3d import figures, measure
    from kg.models import load_model

    measured = measure(data, load_model(model))
    _print_figures(figures(measured))
    if errors:
        _print_rows(("error", "relation", "text"), (error for one in measured for error in one.errors()))


@evaluate.command()
def carb(
    data: Annotated[Path, typer.Option(metavar="FOLDER", help="Where eval/carb is.")],
    model: Model = None,
) -> None:
    """Clauses of any words (open information extraction) on CaRB; percent."""
    from kg.evaluate.carb import evaluate
    from kg.models import load_model

    _print_figures(evaluate(data, load_model(model)), unit="%")


def _print_measured(measured: Measured, errors: bool) -> None:
    _print_figures(measured.figures())
    if errors:
        rows = ((one.error, one.cause, one.cue, one.article, one.words) for one in measured.errors())
        _print_rows(("error", "cause", "cue", "article", "words"), rows)


@evaluate.command()
def times(
    gold: Annotated[Path, typer.Argument(metavar="FILE", help="Expressions with their days (tests/gold/times.tsv).")],
    errors: Errors = False,
    model: Model = None,
) -> None:
    """Time expressions: first and last day, and precision; percent right."""
    from kg.evaluate.expressions import times as measure
    from kg.models import load_model

    _print_expressions(measure(gold, load_model(model)), errors)


@evaluate.command()
def quantities(
    gold: Annotated[
        Path, typer.Argument(metavar="FILE", help="Expressions with their values (tests/gold/quantities.tsv).")
    ],
    errors: Errors = False,
    model: Model = None,
) -> None:
    """Shares, areas, counts and durations: unit, value and approximation; percent right."""
    from kg.evaluate.expressions import quantities as measure
    from kg.models import load_model

    _print_expressions(measure(gold, load_model(model)), errors)


def _print_expressions(measured: Expressions, errors: bool) -> None:
    _print_figures([("", measured.figures())])
    if errors:
        rows = ((one.identifier, one.words, " ".join(one.wanted), " ".join(one.found)) for one in measured.errors)
        _print_rows(("row", "words", "wanted", "found"), rows)


def _print_figures(measured: Iterable[tuple[str, Mapping[str, float]]], unit: str = "") -> None:
    for name, found in measured:
        table = new_table(name, unit, right=1)
        for figure, value in found.items():
            table.add_row(figure, f"{value:.1f}")
        console().print(table)


def _print_rows(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    table = new_table(*columns)
    for row in rows:
        table.add_row(*map(plain, row))
    console().print(table)
