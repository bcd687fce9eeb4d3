"""The commands of `kg evaluate`. Heavy imports stand inside them, as in all of the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.commands.helping import Command
from kg.commands.terminal import Json, Model, console, new_table, plain, print_json, working

if TYPE_CHECKING:
    from kg.evaluate.attributions import Measured
    from kg.evaluate.expressions import Measured as Expressions

Errors = Annotated[bool, typer.Option("--errors", help="Also list what was missed or wrong, and why.")]
Figures = Iterable[tuple[str, Mapping[str, float]]]
Rows = Iterable[tuple[str, ...]]

evaluate = typer.Typer(help="Measure newskg against data that people have marked.", no_args_is_help=True)


@evaluate.command(cls=Command)
def english(
    data: Annotated[Path, typer.Option(metavar="FOLDER", help="Where train (treebanks) and eval (newswire) are.")],
    gold: Annotated[Path | None, typer.Option(metavar="FILE", help="Trees of some of the sentences by hand.")] = None,
    model: Model = None,
    json: Json = False,
) -> None:
    """The English pipeline: tags, heads and labels, entities, coreference; percent.

    Examples:
      kg evaluate english --data data
      kg evaluate english --data data --gold tests/gold/english.tsv
    """
    from kg.evaluate import coreference, english, entities
    from kg.models import load_model

    with working("measuring"):
        nlp = load_model(model)
        parts = english.evaluate(data, nlp, gold), entities.evaluate(data, nlp), coreference.evaluate(data, nlp)
        measured = list(chain(*parts))
    _print(measured, json, unit="%")


@evaluate.command(cls=Command)
def polnear(
    data: Annotated[Path, typer.Option(metavar="FOLDER", help="Where eval/polnear and eval/polnear_tokens are.")],
    errors: Errors = False,
    model: Model = None,
    json: Json = False,
) -> None:
    """Attribution: who is found to have said what; percent, and numbers of attributions and errors.

    Examples:
      kg evaluate polnear --data data
      kg evaluate polnear --data data --errors --json
    """
    from kg.evaluate.polnear import measure
    from kg.models import load_model

    with working("measuring"):
        measured = measure(data, load_model(model))
    _print_attributions(measured, errors, json)


@evaluate.command(cls=Command)
def attribution(
    data: Annotated[Path, typer.Option(metavar="FOLDER", help="Where train/gum_open is.")],
    gold: Annotated[Path, typer.Option(metavar="FILE", help="What is marked in it (tests/gold/attributions.tsv).")],
    genre: Annotated[str, typer.Option(metavar="WORD", help="Only documents with this in their name.")] = "",
    errors: Errors = False,
    model: Model = None,
    json: Json = False,
) -> None:
    """The same on documents of gum_open that we marked ourselves.

    Examples:
      kg evaluate attribution --data data --gold tests/gold/attributions.tsv
    """
    from kg.evaluate.gum_attributions import measure
    from kg.models import load_model

    with working("measuring"):
        measured = measure(data, gold, load_model(model), genre=genre)
    _print_attributions(measured, errors, json)


@evaluate.command(cls=Command)
def contents(
    gold: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Sentences of our own (tests/gold/*.jsonl).")],
    errors: Errors = False,
    model: Model = None,
    json: Json = False,
) -> None:
    """Typed contents, by kind: control shares, offices, meetings and so on; percent.

    Examples:
      kg evaluate contents tests/gold/control.jsonl --json
      kg evaluate contents tests/gold/control.jsonl --errors
    """
    from kg.evaluate.contents import KINDS, compare, figures, read
    from kg.models import load_model

    with working("measuring"):
        read_texts = list(read(gold, load_model(model)))
    rows = (
        (row["text"], kind, note)
        for row, told in read_texts
        for kind in KINDS
        for note in compare(kind, row.get(kind, []), told).notes
    )
    _print(figures(read_texts).items(), json, ("text", "kind", "error"), rows if errors else None)


@evaluate.command(cls=Command)
def plover(
    data: Annotated[Path, typer.Option(metavar="FOLDER", help="Where eval/plover is.")],
    errors: Errors = False,
    model: Model = None,
    json: Json = False,
) -> None:
    """Events: who did what to whom, by the classes of PLOVER; percent, and numbers of events by class.

    Examples:
      kg evaluate plover --data data
      kg evaluate plover --data data --json
    """
    from kg.evaluate.plover import figures, measure
    from kg.models import load_model

    with working("measuring"):
        measured = measure(data, load_model(model))
    rows = ((error, what, one.text) for one in measured for error, what in one.errors())
    _print(figures(measured), json, ("error", "what", "sentence"), rows if errors else None)


@evaluate.command(cls=Command)
def re3d(
    data: Annotated[Path, typer.Option(metavar="FOLDER", help="Where eval/re3d is.")],
    errors: Errors = False,
    model: Model = None,
    json: Json = False,
) -> None:
    """Relations: who fights, leads, talks to, belongs to and helps whom; percent.

    Examples:
      kg evaluate re3d --data data
    """
    from kg.evaluate.re3d import figures, measure
    from kg.models import load_model

    with working("measuring"):
        measured = measure(data, load_model(model))
    rows = (error for one in measured for error in one.errors())
    _print(figures(measured), json, ("error", "relation", "text"), rows if errors else None)


@evaluate.command(cls=Command)
def carb(
    data: Annotated[Path, typer.Option(metavar="FOLDER", help="Where eval/carb is.")],
    model: Model = None,
    json: Json = False,
) -> None:
    """Clauses of any words (open information extraction) on CaRB; percent.

    Examples:
      kg evaluate carb --data data
    """
    from kg.evaluate.carb import evaluate
    from kg.models import load_model

    with working("measuring"):
        measured = list(evaluate(data, load_model(model)))
    _print(measured, json, unit="%")


@evaluate.command(cls=Command)
def times(
    gold: Annotated[Path, typer.Argument(metavar="FILE", help="Expressions with their days (tests/gold/times.tsv).")],
    errors: Errors = False,
    model: Model = None,
    json: Json = False,
) -> None:
    """Time expressions: first and last day, and precision; percent right.

    Examples:
      kg evaluate times tests/gold/times.tsv
    """
    from kg.evaluate.expressions import times as measure
    from kg.models import load_model

    with working("measuring"):
        measured = measure(gold, load_model(model))
    _print_expressions("time expressions", measured, errors, json)


@evaluate.command(cls=Command)
def quantities(
    gold: Annotated[
        Path, typer.Argument(metavar="FILE", help="Expressions with their values (tests/gold/quantities.tsv).")
    ],
    errors: Errors = False,
    model: Model = None,
    json: Json = False,
) -> None:
    """Shares, areas, counts and durations: unit, value and approximation; percent right.

    Examples:
      kg evaluate quantities tests/gold/quantities.tsv
      kg evaluate quantities tests/gold/quantities.tsv --errors --json
    """
    from kg.evaluate.expressions import quantities as measure
    from kg.models import load_model

    with working("measuring"):
        measured = measure(gold, load_model(model))
    _print_expressions("quantities", measured, errors, json)


def _print_attributions(measured: Measured, errors: bool, json: bool) -> None:
    rows = ((one.error, one.cause, one.cue, one.article, one.words) for one in measured.errors())
    _print(measured.figures(), json, ("error", "cause", "cue", "article", "words"), rows if errors else None)


def _print_expressions(name: str, measured: Expressions, errors: bool, json: bool) -> None:
    rows = ((one.identifier, one.words, " ".join(one.wanted), " ".join(one.found)) for one in measured.errors)
    _print([(name, measured.figures())], json, ("row", "words", "wanted", "found"), rows if errors else None)


def _print(
    figures: Figures, json: bool, columns: tuple[str, ...] = (), rows: Rows | None = None, unit: str = ""
) -> None:
    """Figures by name, and the errors where these were asked for."""
    if json:
        errors = {} if rows is None else {"errors": [dict(zip(columns, row, strict=True)) for row in rows]}
        print_json({"figures": {name: dict(found) for name, found in figures}, **errors})
        return
    for name, found in figures:
        table = new_table(name, unit, right=1)
        for figure, value in found.items():
            table.add_row(figure, f"{value:.1f}")
        console().print(table)
    if rows is not None:
        table = new_table(*columns)
        for row in rows:
            table.add_row(*map(plain, row))
        console().print(table)
