"""A griffe extension, for the Python reference: docstrings as Markdown, and ``kg.build`` the function."""

from __future__ import annotations

import re
from typing import Any

import griffe

DOCTEST = re.compile(r"(?:^>>> .*\n?(?:^(?!\s*$).*\n?)*)+", re.MULTILINE)


class Docstrings(griffe.Extension):
    """Puts fences around doctests, which Markdown would take for quotations."""

    def __init__(self) -> None:
        """No function was seen yet."""
        self.build: griffe.Function | None = None

    def on_function_instance(self, *, func: griffe.Function, **_: Any) -> None:
        """A function was read: ``kg.build``, before the stage of that name takes its place, as in no running Python."""
        if func.path == "kg.build":
            self.build = func

    def on_package(self, *, pkg: griffe.Module, **_: Any) -> None:
        """The package was read."""
        fence(pkg)
        if pkg.path == "kg" and self.build:
            pkg.set_member("build", self.build)

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """An object was read."""
        fence(obj)


def fence(found: griffe.Object) -> None:
    """Put the doctests of an object's docstring into blocks of code."""
    if found.docstring:
        found.docstring.value = DOCTEST.sub(r"```pycon\n\g<0>\n```\n", found.docstring.value)
