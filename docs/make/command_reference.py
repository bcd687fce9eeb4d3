"""The page of all commands: their help, as `kg COMMAND --help` prints it."""

from __future__ import annotations

from collections.abc import Iterator

import typer
from typer.core import TyperCommand, TyperGroup
from typer.testing import CliRunner

from kg.cli import app

PLAIN = {"COLUMNS": "88", "TERMINAL_WIDTH": "88", "TERM": "dumb", "NO_COLOR": "1"}
"""A terminal as wide as the page."""


def page() -> str:
    """The page in Markdown."""
    parts = [
        "# All commands\n\nEach command's own help (`kg COMMAND --help`). What holds for all of them (exit status, "
        "colours, completion) is told in [the command line](command-line.md).\n"
    ]
    commands = typer.main.get_command(app)
    assert isinstance(commands, TyperGroup)
    for name, command in _commands(commands, ""):
        summary = (command.help or "").split("\n\n")[0].replace("\n", " ").strip()
        parts.append(f"## kg {name}\n\n{summary}\n\n```text\n{_help(name)}\n```\n")
    return "\n".join(parts)


def _commands(group: TyperGroup, before: str) -> Iterator[tuple[str, TyperCommand]]:
    """The commands of a group and of the groups in it, by what is typed after ``kg``."""
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from _commands(command, f"{before}{name} ")
        elif isinstance(command, TyperCommand) and not command.hidden:
            yield f"{before}{name}", command


def _help(name: str) -> str:
    shown = CliRunner().invoke(app, [*name.split(), "--help"], prog_name="kg", env=PLAIN)
    if shown.exit_code:
        raise RuntimeError(f"kg {name} --help ends with {shown.exit_code}")
    lines = [line.rstrip() for line in shown.output.splitlines()]
    return "\n".join(lines).strip("\n")
