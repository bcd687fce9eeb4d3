"""SPARQL 1.1 Protocol: a request in, the query and the media types it wants out.

https://www.w3.org/TR/sparql11-protocol/
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import parse_qsl

from starlette.requests import Request

from kg.serve.negotiate import choose
from kg.serve.pool import AnswerError
from kg.store.answers import RESULTS, TRIPLES

FORMATS = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "jsonld": "application/ld+json",
}
"""Values of ``format`` in a URL, for links: they come before the Accept header, which a browser sets."""

LARGEST = 1 << 20
"""Bytes of a request's body."""


class Asked(NamedTuple):
    """A query, and the media types wanted for rows and for triples (None: none that there is)."""

    query: str
    results: str | None
    triples: str | None


async def asked(request: Request) -> Asked | None:
    """The query of a request; None for a GET without one. AnswerError for what is no query operation."""
    parameters = _pairs(request.url.query)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.method == "POST":
        body = _text(await _body(request))
        if kind == "application/x-www-form-urlencoded":
            parameters += _pairs(body)
        elif kind == "application/sparql-query":
            parameters.append(("query", body))
        elif kind == "application/sparql-update":
            parameters.append(("update", body))
        else:
            raise AnswerError(415, "Send a query as application/sparql-query or application/x-www-form-urlencoded.")
    names = [name for name, _ in parameters]
    if "update" in names:
        raise AnswerError(403, "Updates are refused: this endpoint is read-only.")
    if {"default-graph-uri", "named-graph-uri"} & set(names):
        line = "No other dataset can be named: nothing is fetched from here. Name a graph of the store in the query: "
        raise AnswerError(403, line + "GRAPH <iri> { ... }.")
    if names.count("query") > 1:
        raise AnswerError(400, "Only one query can be asked at a time.")
    given = dict(parameters)
    if "query" not in given:
        if request.method == "POST":
            raise AnswerError(400, "No query was sent; give it as the parameter query.")
        return None
    accept = _accept(request, given.get("format"))
    return Asked(given["query"], choose(accept, RESULTS), choose(accept, TRIPLES))


def _accept(request: Request, form: str | None) -> str:
    if form is None:
        return ",".join(request.headers.getlist("accept"))
    if form not in FORMATS:
        raise AnswerError(406, f"There is no such format; there are {', '.join(FORMATS)}.")
    # A link to rows leads to triples where the query gives these, and the other way round.
    return f"{FORMATS[form]}, */*;q=0.1"


async def _body(request: Request) -> bytes:
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST:
                raise AnswerError(413, f"The request is larger than {LARGEST:,} bytes.")
    except TimeoutError as error:
        raise AnswerError(408, "The request came too slowly.") from error
    return body


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=100)
    except ValueError as error:
        raise AnswerError(400, "The parameters are not URL-encoded UTF-8, or too many.") from error


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise AnswerError(400, "The request is not UTF-8.") from error
