"""Turtle files as plain strings, read fast: the ontology's own files and gazetteers.

pyoxigraph is used here for its parser only (thousands of entries in a tenth of rdflib's time); stores are the
business of ``kg/store.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pyoxigraph

from kg.errors import KgError, check_path


class Triple(NamedTuple):
    """One triple: IRIs without brackets, literals by their text alone."""

    subject: str
    predicate: str
    object: str


def triples(path: Path) -> Iterator[Triple]:
    """The triples of a Turtle file in the file's order. KgError with file and line where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise KgError(f"{path}: cannot be read ({error.strerror}); {check_path(path)}") from error
    try:
        for quad in pyoxigraph.parse(input=data, format=pyoxigraph.RdfFormat.TURTLE):
            yield Triple(_text(quad.subject), quad.predicate.value, _text(quad.object))
    except SyntaxError as error:
        raise KgError(f"{path}, line {error.lineno}: not valid Turtle ({error.msg}); correct that line.") from error


def _text(node: object) -> str:
    return str(getattr(node, "value", node))
