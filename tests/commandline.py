"""The command line as tests run it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Ran(NamedTuple):
    """A command that has run: its exit status, and what it printed."""

    status: int
    out: str
    err: str

    def one_line(self) -> str:
        """The only line on standard error, of a command that failed for bad input."""
        assert self.status == 1
        assert self.out == ""
        assert self.err.count("\n") == 1, self.err
        assert "Traceback" not in self.err
        return self.err


Command = Callable[..., Ran]
