"""The query page: an answer in, HTML out that works without JavaScript. Nothing in it comes from elsewhere."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import IO
from urllib.parse import urlencode, urlsplit

from jinja2 import Environment
from rdflib import Graph, URIRef

from kg.query import queries
from kg.vocabulary import shorten

ROWS = 500
"""The most rows that the page shows."""
SECURITY = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
}
"""Headers of the page: it loads its own style and nothing else, runs no script, and stands in no frame."""
OURS = "https://w3id.org/newskg/id/"
"""What such an IRI names is described by the graph itself."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value as text, and where it leads ("" for nowhere)."""

    text: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows; whether there are more rows; the formats that all of them can be had in."""

    columns: tuple[str, ...]
    rows: list[list[Cell]]
    more: bool
    forms: tuple[str, ...]


def page(name: str, query: str, *, table: Table | None = None, line: str = "") -> str:
    """The page of a graph: a query with its answer, or with the line that says why there is none."""
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(files("kg.serve").joinpath("page.html").read_text(encoding="utf-8"))
    return template.render(name=name, query=query, table=table, line=line, questions=queries())


def style() -> str:
    """The page's style sheet."""
    return files("kg.serve").joinpath("page.css").read_text(encoding="utf-8")


def table(media: str, file: IO[bytes], more: bool) -> Table:
    """An answer in SPARQL JSON or N-Triples in, its table out."""
    if media == "application/n-triples":
        triples = sorted(Graph().parse(file, format="nt"))
        rows = [[_cell(str(node), isinstance(node, URIRef)) for node in triple] for triple in triples]
        return Table(("subject", "predicate", "object"), rows, more, ("ttl", "nt", "rdf", "jsonld"))
    answer = json.load(file)
    if "boolean" in answer:
        return Table(("ask",), [[Cell("true" if answer["boolean"] else "false")]], False, ("json", "xml"))
    columns = tuple(answer["head"]["vars"])
    rows = [
        [_cell(row[name]["value"], row[name]["type"] == "uri") if name in row else Cell("") for name in columns]
        for row in answer["results"]["bindings"]
    ]
    return Table(columns, rows, more, ("csv", "json", "xml", "tsv"))


def _cell(text: str, is_iri: bool) -> Cell:
    if not is_iri:
        return Cell(text)
    if text.startswith(OURS):
        return Cell(shorten(text), f"/?{urlencode({'query': f'DESCRIBE <{text}>'})}")
    return Cell(shorten(text), text if urlsplit(text).scheme in ("http", "https") else "")
