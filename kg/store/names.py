"""Turtle and TriG that every store reads: no prefixed name with a backslash."""

from __future__ import annotations

import re
from typing import IO

from kg.vocabulary import PREFIXES

ESCAPED = re.compile(rf"({'|'.join(PREFIXES)}):((?:[^\s\\\"<>]*\\[_~.\-!$&'()*+,;=/?#@%])+[^\s\\\"<>]*)".encode())
"""A prefixed name with a backslash (``ent:c7a8\\/police``); in a string no such character follows a single one."""


class WholeNames:
    """A file to write Turtle or TriG to; what needs a backslash as a prefixed name reaches ``out`` as its whole IRI.

    Virtuoso 7.2 takes the backslashes of PN_LOCAL_ESC (https://www.w3.org/TR/turtle/#grammar-production-PN_LOCAL_ESC)
    for part of the IRI.
    """

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._line: list[bytes] = []

    def write(self, text: bytes) -> int:
        """Pass on all whole lines."""
        lines, end, rest = text.rpartition(b"\n")
        if end:
            self._out.write(ESCAPED.sub(_whole, b"".join([*self._line, lines, end])))
            self._line.clear()
        self._line.append(rest)
        return len(text)

    def flush(self) -> None:
        """Nothing: a name may go on in what is written next."""

    def end(self) -> None:
        """Pass on what stands after the last line end."""
        self._out.write(ESCAPED.sub(_whole, b"".join(self._line)))
        self._line.clear()


def _whole(name: re.Match[bytes]) -> bytes:
    return b"<%b%b>" % (PREFIXES[name[1].decode()].encode(), name[2].replace(b"\\", b""))
