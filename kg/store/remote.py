"""Stores elsewhere: a graph is loaded by the Graph Store Protocol or SPARQL update, and asked by the SPARQL Protocol.

https://www.w3.org/TR/sparql11-http-rdf-update/, https://www.w3.org/TR/sparql11-protocol/
"""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import groupby, islice
from typing import NamedTuple

import httpx
from rdflib import XSD, BNode, Graph, Literal, URIRef
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.query import Result, ResultException

from kg.errors import KgError
from kg.store.credentials import credentials
from kg.store.formats import SKOLEM, write
from kg.vocabulary import Quad

Rows = tuple[tuple[str, ...], list[tuple[URIRef | Literal | None, ...]]]

TIMEOUT = httpx.Timeout(60.0, connect=10.0)
LONGEST = 600.0
"""Seconds that an answer may take as a whole."""
BYTES = 256 << 20
"""The most that an answer may hold."""
TRIES = 3
WAIT = 30.0
"""The most seconds to wait for a store that asks to be asked again later."""
PUT_BATCH, UPDATE_BATCH = 50_000, 1_000
"""Triples in one request. Virtuoso compiles an update as one statement and gives up on long ones."""
DEFAULT = "default"
"""In place of a graph's IRI: the store's default graph."""

_TRIPLES = {"application/n-triples": "nt", "text/plain": "nt", "text/turtle": "turtle"}
_ROWS = ("application/sparql-results+json", "application/json")
_ACCEPT = "application/sparql-results+json, application/n-triples;q=0.9, text/turtle;q=0.8"
# What rdflib's readers raise where an answer is not what it should be.
_UNREADABLE = (
    *(ValueError, LookupError, TypeError, AttributeError, NotImplementedError, RecursionError),
    *(ResultException, ParserError, BadSyntax),
)
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*")
_ESCAPE = re.compile(rb"\\\\([uU])|\\.")


class _Answer(NamedTuple):
    kind: str
    body: bytes


def load(
    url: str,
    quads: Iterable[Quad],
    *,
    graph: str | None = None,
    update: bool = False,
    sent: Callable[[int], None] = lambda triples: None,
) -> int:
    """Send quads to a store; each named graph takes the place of the store's graph of that name. Number of triples.

    ``url`` is the address of its Graph Store, or, with ``update``, that of its SPARQL update. ``graph``: put all into
    this one (an IRI, or "default") instead. Quads of one graph should stand together: each run of them is a request or
    more. ``sent`` is called with the number of triples sent so far. Requests are sent again where a store cannot be
    reached or asks for it, which is safe, because triples are a set. KgError.
    """
    if graph not in (None, DEFAULT) and not _IRI.fullmatch(str(graph)):
        raise KgError(f"{graph}: no IRI; name a graph by one, or say {DEFAULT}.")
    begun: set[str] = set()
    total = 0
    with _client(url) as client:
        for name, batch in _batches(quads, graph, UPDATE_BATCH if update else PUT_BATCH):
            triples = write(batch, ".nt")
            send = _update if update else _put
            send(client, url, name, triples, name not in begun)
            begun.add(name)
            total += len(batch)
            sent(total)
    return total


class Endpoint:
    """A SPARQL endpoint to ask, as ``kg.query.query`` takes it. What its default graph holds is its own choice."""

    def __init__(self, url: str) -> None:
        self._url = url

    def sparql(self, text: str) -> Rows:
        """A query in, columns and rows out, as a store's ``sparql``. KgError where there is no proper answer."""
        with _client(self._url) as client:
            answer = _send(client, "POST", httpx.URL(self._url), data={"query": text}, headers={"Accept": _ACCEPT})
        try:
            if answer.kind in _ROWS:
                return _rows(Result.parse(io.BytesIO(answer.body), format="json"))
            if answer.kind in _TRIPLES:
                found = Graph().parse(data=answer.body, format=_TRIPLES[answer.kind])
                return ("subject", "predicate", "object"), [tuple(map(_node, triple)) for triple in sorted(found)]
        except _UNREADABLE as error:
            line = "the answer is not what its type says; is it a SPARQL endpoint?"
            raise KgError(f"{_shown(self._url)}: {line}") from error
        kind = answer.kind or "something unnamed"
        raise KgError(f"{_shown(self._url)}: answers with {kind} and not with results; is it a SPARQL endpoint?")


def _put(client: httpx.Client, url: str, graph: str, triples: bytes, first: bool) -> None:
    """The first triples of a graph take its place (PUT), the others are added (POST)."""
    address = httpx.URL(url)
    address = address.copy_merge_params({DEFAULT: ""} if graph == DEFAULT else {"graph": graph})
    # N-Triples is Turtle, which more stores read.
    _send(client, "PUT" if first else "POST", address, content=triples, headers={"Content-Type": "text/turtle"})


def _update(client: httpx.Client, url: str, graph: str, triples: bytes, first: bool) -> None:
    name = "DEFAULT" if graph == DEFAULT else f"GRAPH <{graph}>"
    lines = _ESCAPE.sub(_apart, triples)
    data = b"{\n%b}" % lines if graph == DEFAULT else b"{ %b {\n%b} }" % (name.encode(), lines)
    text = (f"DROP SILENT {name} ;\n".encode() if first else b"") + b"INSERT DATA " + data
    headers = {"Content-Type": "application/sparql-update"}
    _send(client, "POST", httpx.URL(url), content=text, headers=headers)


def _apart(escape: re.Match[bytes]) -> bytes:
    """Keep an escaped backslash apart from a u: SPARQL reads character escapes before all others (19.2)."""
    return rb"\\" + b"\\u%04X" % ord(escape[1]) if escape[1] else escape[0]


def _batches(quads: Iterable[Quad], graph: str | None, size: int) -> Iterator[tuple[str, list[Quad]]]:
    """Runs of quads of one graph, in parts."""
    for name, run in groupby(quads, key=lambda quad: graph or str(quad[3])):
        while batch := list(islice(run, size)):
            yield name, batch


def _client(url: str) -> httpx.Client:
    """KgError for an address that is none, or that tells a password."""
    try:
        address = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise KgError(f"{_shown(url)}: no web address ({error}).") from error
    if address.scheme not in ("http", "https") or not address.host:
        raise KgError(f"{_shown(url)}: no web address; it must begin with http:// or https://.")
    if address.userinfo:
        raise KgError(
            f"{_shown(url)}: a password in an address is seen by others; set NEWSKG_USER and NEWSKG_PASSWORD."
        )
    return httpx.Client(auth=credentials(), timeout=TIMEOUT, headers={"User-Agent": "newskg"})


def _send(
    client: httpx.Client,
    method: str,
    url: httpx.URL,
    *,
    headers: dict[str, str],
    content: bytes | None = None,
    data: dict[str, str] | None = None,
) -> _Answer:
    """A request's good answer; sent again where the connection breaks or the store says when to. KgError."""
    request = client.build_request(method, url, content=content, data=data, headers=headers)
    for number in range(1, TRIES + 1):
        last = number == TRIES
        try:
            with closing(client.send(request, stream=True)) as response:
                pause = _pause(response)
                if pause is None or last:
                    return _checked(response, url)
        except (httpx.NetworkError, httpx.RemoteProtocolError) as error:
            if last:
                raise KgError(f"{_shown(str(url))}: cannot be reached ({error}); check the address.") from error
            pause = float(number)
        except httpx.TimeoutException as error:
            raise KgError(f"{_shown(str(url))}: no answer in time; try again, or ask for less.") from error
        except httpx.HTTPError as error:
            raise KgError(f"{_shown(str(url))}: no proper answer ({error}); check the address.") from error
        time.sleep(pause)
    raise AssertionError("the last try gives an answer or an error")


def _pause(response: httpx.Response) -> float | None:
    """Seconds after which a store that is busy wants to be asked again; None where it does not say so."""
    after = response.headers.get("retry-after", "")
    return min(float(after), WAIT) if response.status_code in (429, 503) and after.isdecimal() else None


def _checked(response: httpx.Response, url: httpx.URL) -> _Answer:
    """A good answer, read whole. KgError for a bad, a too large and a too slow one."""
    status, shown = response.status_code, _shown(str(url))
    if response.is_redirect:
        raise KgError(f"{shown}: has moved to {response.headers.get('location', '')[:300]}; give that address.")
    if status == 401:
        line = "set NEWSKG_USER and NEWSKG_PASSWORD, or NEWSKG_TOKEN, to what it knows"
        raise KgError(f"{shown}: asks who you are (HTTP 401); {line}.")
    if status in (404, 405, 501):
        line = "give the address of its Graph Store, of its update (with --update), or of its endpoint for queries"
        raise KgError(f"{shown}: nothing there that does this (HTTP {status}); {line}.")
    if not response.is_success:
        raise KgError(f"{shown}: not done (HTTP {status}{_reason(response)}).")
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return _Answer(kind, _read(response, shown))


def _read(response: httpx.Response, shown: str) -> bytes:
    body = bytearray()
    end = time.monotonic() + LONGEST
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > BYTES:
            raise KgError(f"{shown}: the answer is larger than {BYTES:,} bytes; ask for less (LIMIT).")
        if time.monotonic() > end:
            raise KgError(f"{shown}: the answer takes longer than {LONGEST:g} seconds; ask for less (LIMIT).")
    return bytes(body)


def _reason(response: httpx.Response) -> str:
    """What a store says in plain text about what it has not done, its first line."""
    if not response.headers.get("content-type", "").startswith("text/plain"):
        return ""
    start = next(response.iter_bytes(1000), b"").decode(errors="replace").strip()
    return f": {start.splitlines()[0][:300]}" if start else ""


def _shown(url: str) -> str:
    """An address without what might be secret in it."""
    return re.sub(r"//[^/@]*@", "//", url.partition("?")[0])


def _rows(result: Result) -> Rows:
    if result.type == "ASK":
        return ("ask",), [(Literal(bool(result.askAnswer)),)]
    names = result.vars or []
    rows = [tuple(_node(row[name]) if name in row else None for name in names) for row in result.bindings]
    return tuple(map(str, names)), rows


def _node(node: object) -> URIRef | Literal:
    """A node as our own stores give it: blank ones have an IRI, strings no datatype."""
    if isinstance(node, BNode):
        return URIRef(f"{SKOLEM}{node}")
    if isinstance(node, Literal):
        return Literal(str(node)) if node.datatype == XSD.string else node
    return URIRef(str(node))
