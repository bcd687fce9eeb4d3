"""A graph and a question in, columns and rows out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from pyparsing import ParseException
from rdflib import BNode, Dataset, Graph, Literal, URIRef
from rdflib.exceptions import ParserError

from kg.errors import KgError, check_path, check_text, did_you_mean
from kg.query.bindings import asks_about, bound
from kg.query.shown import ROWS, shown_answer, shown_table, shown_triples
from kg.query.table import Table
from kg.vocabulary import PREFIXES, folder

_ENDED = re.compile(r"\b(?:LIMIT|OFFSET)\s+\d+[^{}]*$|\bVALUES\b[^{}]*\{[^{}]*\}\s*$", re.IGNORECASE)
"""What no LIMIT can be put after: a query with one of its own, or with its VALUES at the end."""

_DESCRIBES = re.compile(r"\bDESCRIBE\s+(?:<|\w*:)", re.IGNORECASE)
"""SPARQL that needs no braces."""

ASK, TRIPLES = ("ask",), ("subject", "predicate", "object")
"""The columns of an answer that has no variables."""

Row = tuple[URIRef | Literal | None, ...]


class Answering(Protocol):
    """What answers SPARQL over all its named graphs as one: a store."""

    def sparql(self, text: str) -> tuple[tuple[str, ...], list[Row]]:
        """A query in, columns and rows out."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question that comes with the package: its number, name, wording and SPARQL."""

    number: int
    name: str
    question: str
    text: str

    @property
    def about(self) -> tuple[str, ...]:
        """What it asks about: the names of its bindings."""
        return asks_about(self.text)


@dataclass(frozen=True, slots=True, repr=False)
class Result(Table):
    """The answer: names of columns and rows of nodes, None where there is no value."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def table(self) -> Result:
        """Itself."""
        return self

    def records(self) -> list[dict[str, str | None]]:
        """The rows as dicts of plain text."""
        return [
            {name: None if node is None else str(node) for name, node in zip(self.columns, row, strict=True)}
            for row in self.rows
        ]

    def to_json(self) -> str:
        """The rows as JSON (SPARQL 1.1 Query Results JSON)."""
        bindings = [
            {name: _json(node) for name, node in zip(self.columns, row, strict=True) if node is not None}
            for row in self.rows
        ]
        answer = {"head": {"vars": list(self.columns)}, "results": {"bindings": bindings}}
        return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"

    def graph(self) -> Graph:
        """The triples of CONSTRUCT or DESCRIBE as an rdflib Graph. KgError for the rows of another query."""
        if not self._are_triples():
            raise KgError("Only CONSTRUCT and DESCRIBE give triples; choose table, csv or json for this query.")
        graph = Graph()
        for subject, predicate, value in self.rows:
            graph.add((subject, predicate, value))  # type: ignore[arg-type]  # triples have no empty places
        for prefix, namespace in PREFIXES.items():
            graph.bind(prefix, namespace)
        return graph

    def to_ttl(self) -> str:
        """The rows of CONSTRUCT or DESCRIBE as Turtle. KgError for the rows of another query."""
        return self.graph().serialize(format="turtle")

    def _repr_html_(self) -> str:
        """The answer to ASK, the first triples of CONSTRUCT or DESCRIBE, else the first rows, for a notebook."""
        if self.columns == ASK and self.rows in (((Literal(True),),), ((Literal(False),),)):
            return shown_answer(self.rows == ((Literal(True),),))
        if self._are_triples():
            return shown_triples(Result(TRIPLES, self.rows[:ROWS]).to_ttl(), len(self))
        return shown_table(self.columns, self.rows)

    def _are_triples(self) -> bool:
        """True for what CONSTRUCT gives; a SELECT of these names may have empty places, or texts as subjects."""
        return self.columns == TRIPLES and all(
            isinstance(subject, URIRef | BNode) and isinstance(predicate, URIRef) and value is not None
            for subject, predicate, value in self.rows
        )


@cache
def queries() -> tuple[Query, ...]:
    """The questions that come with the package, by number."""
    return tuple(_query(path) for path in sorted((folder("ontology") / "queries").glob("*.rq")))


def query(dataset: Answering | Graph, question: str, *, limit: int | None = None, **bindings: str) -> Result:
    """Ask a graph: a question's name or number, a .rq file, or SPARQL. Columns and (the first ``limit``) rows out.

    ``bindings`` replace what a question asks about, the variables of its first VALUES: ``speaker="Anna Vell"`` by
    label, slug or IRI, ``day="2025-03-17"``. KgError where there is no such question, or it is not SPARQL.
    """
    text = sparql_text(question)
    if bindings:
        text = bound(text, bindings, lambda lookup: run(dataset, lookup))
    columns, rows = run(dataset, text if limit is None else limited(text, limit))
    return Result(columns, tuple(rows[:limit]))


def sparql_text(question: str) -> str:
    """The SPARQL of a question by its name, number, file, or of SPARQL itself. KgError where it is none of these."""
    for known in queries():
        if question in (known.name, str(known.number), f"{known.number:02}", f"q{known.number}", f"q{known.number:02}"):
            return known.text
    if "{" in question or _DESCRIBES.search(question):
        return question
    try:
        return Path(question).read_text(encoding="utf-8")
    except OSError as error:
        named = did_you_mean(question, (one.name for one in queries()), "`kg queries` lists them.")
        hint = check_path(question) if question.endswith(".rq") else named
        raise KgError(f"{question}: no question of that name and no such file; {hint}") from error
    except UnicodeDecodeError as error:
        raise KgError(f"{question}: not a text file in UTF-8; give a .rq file.") from error


def query_text(name: str) -> str:
    """The SPARQL of a list by its name: "view/statements"."""
    return (folder("ontology") / "queries" / f"{name}.rq").read_text(encoding="utf-8")


def limited(text: str, limit: int) -> str:
    r"""A query in, the same with a LIMIT out; as it is where its last lines say what comes after the pattern.

    >>> limited("SELECT ?s { ?s ?p ?o } ORDER BY ?s", 10)
    'SELECT ?s { ?s ?p ?o } ORDER BY ?s\nLIMIT 10'
    >>> limited("SELECT ?s { ?s ?p ?o } LIMIT 5", 10)
    'SELECT ?s { ?s ?p ?o } LIMIT 5'
    """
    return text if _ENDED.search(text) else f"{text}\nLIMIT {limit}"


def run(dataset: Answering | Graph, text: str) -> tuple[tuple[str, ...], list[Row]]:
    """SPARQL in, columns and rows out; the common prefixes need not be declared. KgError where it is not SPARQL."""
    check_text(text)
    full = _with_prefixes(text)
    try:
        return _rdflib(dataset, full) if isinstance(dataset, Graph) else dataset.sparql(full)
    except (SyntaxError, ParseException, ParserError) as error:
        raise KgError(f"Not valid SPARQL: {' '.join(str(error).split())}") from error


@contextmanager
def conforming() -> Iterator[None]:
    """What is read from a graph keeps the ontology's rules. KgError for a day that is none, a value of no scheme."""
    try:
        yield
    except (ArithmeticError, LookupError, ValueError) as error:
        raise KgError(f"The graph breaks the ontology's rules ({error}); `kg validate` lists where.") from error


def _rdflib(graph: Graph, text: str) -> tuple[tuple[str, ...], list[Row]]:
    if isinstance(graph, Dataset) and not graph.default_union:
        graph = Dataset(store=graph.store, default_union=True)
    answer = graph.query(text)
    if answer.type == "ASK":
        return ASK, [(Literal(bool(answer.askAnswer)),)]
    if answer.type in ("CONSTRUCT", "DESCRIBE"):
        return TRIPLES, sorted(answer.graph or ())  # type: ignore[arg-type]
    variables = answer.vars or []
    # rdflib gives one row without values where a GROUP BY has no groups.
    rows = [tuple(found.get(name) for name in variables) for found in answer.bindings if found]
    return tuple(str(name) for name in variables), rows  # type: ignore[return-value]  # nodes of our graphs


def _with_prefixes(text: str) -> str:
    declared = set(re.findall(r"PREFIX\s+(\w*):", text, re.IGNORECASE))
    missing = [f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items() if name not in declared]
    return " ".join([*missing, text])


def _query(path: Path) -> Query:
    text = path.read_text(encoding="utf-8")
    number, _, name = path.stem.partition("-")
    return Query(int(number), name, text.splitlines()[0].removeprefix("# "), text)


def _json(node: URIRef | Literal) -> dict[str, str]:
    if isinstance(node, Literal):
        extra = (
            {"xml:lang": node.language} if node.language else {"datatype": str(node.datatype)} if node.datatype else {}
        )
        return {"type": "literal", "value": str(node), **extra}
    return {"type": "bnode" if isinstance(node, BNode) else "uri", "value": str(node)}
