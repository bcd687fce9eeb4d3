"""A SPARQL query in, its answer in a media type out, read-only and bounded: what each process of a server does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, cast

import pyoxigraph as ox
from pyparsing import ParseBaseException, ParseResults
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from kg.errors import KgError
from kg.store.store import MARK, open_graph
from kg.vocabulary import PREFIXES

RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/xml": ox.QueryResultsFormat.XML,
}
"""Media types of the answers to SELECT and ASK, the preferred one first."""

TRIPLES = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}
"""Media types of the answers to CONSTRUCT and DESCRIBE, the preferred one first."""

BYTES = 256 << 20
"""The most that an answer may hold, in the lines of TSV or N-Triples."""

SERVICE, FROM = "ServiceGraphPattern", "DatasetClause"
"""The productions that name what is elsewhere, by rdflib's names."""

_IN_MEMORY = 8 << 20
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


class RefusedError(KgError):
    """A query that is well formed and not answered here."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was written: its media type (None: none of those wanted fits), and whether there would be more rows."""

    media: str | None
    more: bool = False


def open_to_answer(path: str | Path) -> ox.Store:
    """A graph file, or a store's folder opened without writing, so that several processes can. KgError as ever."""
    folder = Path(path)
    if not (folder / MARK).is_file():
        return open_graph(path).oxigraph
    try:
        return ox.Store.read_only(str(folder))
    except OSError as error:
        raise KgError(f"{path}: cannot be read as a store ({error}); build it again.") from error


@contextmanager
def held(path: str | Path) -> Iterator[None]:
    """Keep writers out of a store's folder while it is served; a graph file needs nothing. KgError where one writes."""
    if not Path(path).is_dir():
        yield
        return
    store = open_graph(path)
    try:
        yield
    finally:
        store.close()


def answer(
    store: ox.Store, text: str, out: Path, *, results: str | None, triples: str | None, rows: int, size: int = BYTES
) -> Answer:
    """Write the answer to a query over the union of all graphs to a file, in the media type that fits its form.

    ``results`` is for SELECT and ASK, ``triples`` for CONSTRUCT and DESCRIBE. No more than ``rows`` are written.
    KgError for what is not SPARQL and for an answer of more than ``size`` bytes, RefusedError for a query that could
    fetch.
    """
    try:
        found = store.query(checked(text), prefixes=PREFIXES, use_default_graph_as_union=True)
        media = triples if isinstance(found, ox.QueryTriples) else results
        if media is None:
            return Answer(None)
        if isinstance(found, ox.QueryBoolean):
            found.serialize(str(out), format=RESULTS[media])
            return Answer(media)
        if isinstance(found, ox.QueryTriples):
            return Answer(media, _write_triples(found, out, TRIPLES[media], rows, size))
        return Answer(media, _write_rows(found, out, RESULTS[media], rows, size))
    except SyntaxError as error:
        raise KgError(f"Not valid SPARQL: {' '.join(str(error).split())}") from error


@lru_cache(maxsize=256)
def checked(text: str) -> str:
    """The query to run for a query: SPARQL 1.1 that fetches nothing. KgError for what is not SPARQL, RefusedError.

    rdflib parses it for this, Oxigraph runs it. They read character escapes and ends of comments differently; so both
    are given a text in which there is nothing to be read differently (SPARQL 1.1 Query, 19.2 and 19.4).
    """
    plain = _ESCAPE.sub(_character, text.replace("\r", "\n"))
    if re.search(r"\\u[0-9a-f]{4}", plain, re.IGNORECASE):
        raise KgError("Not valid SPARQL here: an escaped backslash before u and digits; write the character itself.")
    try:
        names = _names(plain)
    except ParseBaseException as error:
        raise KgError(f"Not valid SPARQL 1.1: line {error.lineno}, column {error.column}: {error.msg}.") from error
    except RecursionError as error:
        raise KgError("Not valid SPARQL here: nested too deeply.") from error
    if SERVICE in names:
        raise RefusedError("SERVICE is refused: nothing is fetched from here. Ask that endpoint and join the answers.")
    if FROM in names:
        raise RefusedError(
            "FROM is refused: nothing is fetched from here. Name a graph of the store: GRAPH <iri> { ... }."
        )
    return plain


def _character(escape: re.Match[str]) -> str:
    number = int(escape[1] or escape[2], 16)
    if number > 0x10FFFF or 0xD800 <= number < 0xE000:
        raise KgError(f"Not valid SPARQL: {escape[0]} is no character.")
    return chr(number)


def _names(text: str) -> set[str]:
    """The names of all productions in a query."""
    try:
        return set(_productions(parseQuery(text)))
    except ParseBaseException:
        # rdflib fails at SERVICE where an IRI with "#" stands before it in the line; that is to be told, no more.
        with suppress(ParseBaseException):
            found = set(_productions(parseQuery(text.replace("> ", ">\n"))))
            if SERVICE in found:
                return found
        raise


def _productions(tree: object) -> Iterator[str]:
    if isinstance(tree, CompValue):
        yield tree.name
        tree = list(tree.values())
    if isinstance(tree, (list, tuple, ParseResults)):
        for one in tree:
            yield from _productions(one)


def _write_rows(found: ox.QuerySolutions, out: Path, form: ox.QueryResultsFormat, rows: int, size: int) -> bool:
    """Count rows as lines of TSV, which loses nothing, and turn these into the format; true where there were more."""
    with SpooledTemporaryFile(_IN_MEMORY) as file:
        lines = _Lines(file, rows + 1, size)
        with suppress(_FullError):
            found.serialize(cast(IO[bytes], lines), format=ox.QueryResultsFormat.TSV)
        file.seek(0)
        kept = ox.parse_query_results(file, ox.QueryResultsFormat.TSV)
        kept.serialize(str(out), format=form)
    return lines.more


def _write_triples(found: ox.QueryTriples, out: Path, form: ox.RdfFormat, rows: int, size: int) -> bool:
    """Count triples as lines of N-Triples, and turn these into the format; true where there were more."""
    with SpooledTemporaryFile(_IN_MEMORY) as file:
        lines = _Lines(file, rows, size)
        with suppress(_FullError):
            found.serialize(cast(IO[bytes], lines), format=ox.RdfFormat.N_TRIPLES)
        file.seek(0)
        prefixes = PREFIXES if form in (ox.RdfFormat.TURTLE, ox.RdfFormat.RDF_XML) else None
        ox.serialize(ox.parse(file, ox.RdfFormat.N_TRIPLES), str(out), format=form, prefixes=prefixes)
    return lines.more


class _FullError(Exception):
    """No more lines are taken."""


class _Lines:
    """A file that takes so many lines, ends the writing with the next one, and is never larger than ``size`` bytes."""

    def __init__(self, file: IO[bytes], lines: int, size: int) -> None:
        self._file, self._lines, self._size, self.more = file, lines, size, False

    def write(self, data: bytes) -> int:
        if self.more:  # the writer that was ended writes what it has left once more
            raise _FullError
        self._size -= len(data)
        if self._size < 0:
            raise KgError("The answer is too large; ask for fewer rows or columns (LIMIT, OFFSET).")
        found = data.count(b"\n")
        if found > self._lines or (found == self._lines and not data.endswith(b"\n")):
            self.more = True
            self._file.write(b"".join(line + b"\n" for line in data.split(b"\n")[: self._lines]))
            raise _FullError
        self._lines -= found
        return self._file.write(data)

    def flush(self) -> None:
        """Nothing is held back."""
