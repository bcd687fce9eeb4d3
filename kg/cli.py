"""The command line. Heavy imports stand inside the commands, so that help and mistakes are answered at once."""

from __future__ import annotations

import logging
from typing import Annotated

import typer

import kg
from kg.commands import asking, building, checking, comparing, control, correcting, exchanging, serving
from kg.commands.evaluating import evaluate
from kg.commands.terminal import PlainLog, complain
from kg.errors import KgError

app = typer.Typer(
    help="Knowledge graphs from news: who said what, in which article, in which words.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    building.build,
    building.extract,
    building.remove,
    asking.query,
    asking.queries,
    asking.entities,
    comparing.conflicts,
    comparing.corroborated,
    comparing.timeline,
    control.control,
    comparing.diff,
    comparing.as_of,
    asking.view,
    correcting.review,
    checking.validate,
    checking.verify,
    serving.serve,
    serving.load,
    exchanging.export,
):
    app.command()(command)
app.add_typer(evaluate, name="evaluate")


def main() -> None:
    """Run the command line: exit status 1 with one line for bad input, 2 for a wrong command."""
    try:
        app()
    except KgError as error:
        complain([error])
        raise SystemExit(1) from None


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"newskg {kg.__version__}")
        raise typer.Exit


@app.callback()
def common(
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say what happens, on standard error.")] = False,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print it.")] = False,
) -> None:
    """What all commands share."""
    handler = logging.StreamHandler()
    handler.setFormatter(PlainLog("%(name)s: %(message)s"))
    logging.basicConfig(handlers=[handler], level=logging.ERROR)
    if verbose:
        logging.getLogger("kg").setLevel(logging.DEBUG)
