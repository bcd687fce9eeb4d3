"""The command line. Heavy imports stand inside the commands, so that help and mistakes are answered at once."""

from __future__ import annotations

import logging
from errno import ENOSPC
from typing import Annotated

import typer

import kg
from kg.commands import asking, building, checking, comparing, control, correcting, exchanging, serving
from kg.commands.evaluating import evaluate
from kg.commands.helping import Command
from kg.commands.terminal import PlainLog, complain
from kg.errors import KgError

INTERRUPTED = 130
"""The exit status after Ctrl-C, as of a program that SIGINT ended (128 + 2)."""

app = typer.Typer(
    help="Knowledge graphs from news: who said what, in which article, in which words.",
    epilog="`kg COMMAND --help` shows examples. Exit statuses, JSON and completion: docs/command-line.md.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
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
    app.command(cls=Command)(command)
app.add_typer(evaluate, name="evaluate")


def main() -> None:
    """Run the command line; its exit statuses are in docs/command-line.md."""
    try:
        app(prog_name="kg")
    except KgError as error:
        complain([error])
        raise SystemExit(1) from None
    except OSError as error:
        if error.errno != ENOSPC:
            raise
        complain([KgError("Standard output: cannot be written, no space is left there; give it another place.")])
        raise SystemExit(1) from None
    except SystemExit as ended:
        if ended.code == INTERRUPTED:
            typer.echo("Interrupted.", err=True)
        raise


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"newskg {kg.__version__}")
        raise typer.Exit


@app.callback()
def common(
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say what happens, on standard error.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """What all commands share."""
    handler = logging.StreamHandler()
    handler.setFormatter(PlainLog("%(name)s: %(message)s"))
    logging.basicConfig(handlers=[handler], level=logging.ERROR)
    if verbose:
        logging.getLogger("kg").setLevel(logging.DEBUG)
