"""Help: what a command's docstring tells, and its examples below the options, where one looks for them."""

from __future__ import annotations

import re
from inspect import cleandoc
from typing import Any

import typer
from rich.markup import escape
from typer.core import TyperCommand

HEAD = "\n\nExamples:\n"
"""What stands before the examples in a docstring; the rest of it are lines of shell."""


class Command(TyperCommand):
    """A command as its docstring describes it: ``app.command(cls=Command)(function)``."""

    def __init__(self, *args: Any, help: str | None = None, **settings: Any) -> None:
        text, _, examples = cleandoc(help or "").partition(HEAD)
        super().__init__(*args, help=escape(re.sub(r"(?<!\n)\n(?!\n)", " ", text)), **settings)
        self.examples = cleandoc(examples).splitlines()

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """As typer prints it, then the examples; typer's own epilog has no lines."""
        super().format_help(ctx, formatter)
        typer.echo("\n".join([" Examples:", "", *(f"   {line}" for line in self.examples)]))
