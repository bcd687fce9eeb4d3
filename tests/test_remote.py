"""Stores elsewhere: loaded and asked as they are, and nothing of ours told to anybody else."""

from __future__ import annotations

import http.server
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from pyoxigraph import RdfFormat
from rdflib import Literal, URIRef
from serving import QUADS, graph_file, serving

from kg.errors import KgError
from kg.query import queries, query
from kg.store import by_graph, open_graph, open_store, remote
from kg.store.remote import Endpoint, load
from kg.vocabulary import SHARED, Quad

OXIGRAPH = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
TEXT = 'ends in \\ and \\u0041 \\\\u0042 \\U00000043 "\'\'\'""" \n\r\t \u0007 {} } ; DROP ALL # é \U0001f600 <b>'
HOSTILE: list[Quad] = [
    (URIRef("https://w3id.org/newskg/id/entity/x"), URIRef("https://example.org/p"), Literal(text, lang=lang), SHARED)
    for text, lang in ((TEXT, None), (TEXT, "en"), ("\\", None), ("\\u0022 } ; DROP ALL ; #", None))
]


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """No credentials but those of the test."""
    for name in ("NEWSKG_USER", "NEWSKG_PASSWORD", "NEWSKG_TOKEN"):
        monkeypatch.delenv(name, raising=False)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@pytest.fixture
def oxigraph() -> Iterator[str]:
    """The address of an empty Oxigraph server."""
    if not OXIGRAPH:
        pytest.skip("no oxigraph server (pip install oxigraph)")
    address = f"127.0.0.1:{free_port()}"
    process = subprocess.Popen([OXIGRAPH, "serve", "--bind", address], stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            try:
                httpx.get(f"http://{address}/query")
                break
            except httpx.ConnectError:
                time.sleep(0.05)
        yield f"http://{address}"
    finally:
        process.kill()
        process.wait()


def held(url: str) -> bytes:
    """What an Oxigraph server holds, as N-Quads in our order."""
    store = open_store()
    answer = httpx.get(f"{url}/store", headers={"Accept": "application/n-quads"})
    store.oxigraph.load(answer.content, format=RdfFormat.N_QUADS)
    return store.export(".nq")


@pytest.mark.parametrize(("path", "update"), [("/store", False), ("/update", True)])
def test_a_graph_is_the_same_elsewhere(oxigraph: str, path: str, update: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "PUT_BATCH", 7)
    monkeypatch.setattr(remote, "UPDATE_BATCH", 7)
    store = open_store()
    store.put([*QUADS, *HOSTILE])
    told: list[int] = []
    for _ in range(2):  # what is loaded again is there once
        assert load(oxigraph + path, by_graph(store.oxigraph), update=update, sent=told.append) == len(store)
        assert held(oxigraph) == store.export(".nq")
    assert told[-1] == len(store)
    load(oxigraph + path, [quad for quad in QUADS if quad[3] == SHARED][:3], update=update)
    assert held(oxigraph).count(str(SHARED).encode()) == 3  # a graph takes the other's place


@pytest.mark.parametrize(("path", "update"), [("/store", False), ("/update", True)])
@pytest.mark.parametrize("name", ["default", "https://example.org/graph"])
def test_all_can_go_to_one_graph(oxigraph: str, path: str, update: bool, name: str) -> None:
    load(oxigraph + path, QUADS, graph=name, update=update)
    where = "{ ?s ?p ?o }" if name == "default" else f"{{ GRAPH <{name}> {{ ?s ?p ?o }} }}"
    answer = query(Endpoint(f"{oxigraph}/query"), f"SELECT (COUNT(*) AS ?n) {where}")
    assert answer.records() == [{"n": str(len({quad[:3] for quad in QUADS}))}]


def test_every_question_gets_the_same_rows_elsewhere(tmp_path: Path) -> None:
    path = graph_file(tmp_path)
    store = open_graph(path)
    with serving(path) as (url, _):
        endpoint = Endpoint(f"{url}/sparql")
        for each in queries():
            here, there = query(store, each.name), query(endpoint, each.name)
            assert (there.columns, sorted(there.rows, key=str)) == (here.columns, sorted(here.rows, key=str)), each.name
        assert query(endpoint, "ASK { ?s ?p ?o }").rows == ((Literal(True),),)
        triples = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
        assert set(query(endpoint, triples).rows) == {quad[:3] for quad in QUADS}
        with pytest.raises(KgError, match="SERVICE is refused"):
            query(endpoint, "SELECT * { SERVICE <http://example.org/> { } }")
        with pytest.raises(KgError, match="Not valid SPARQL"):
            query(endpoint, "SELECT { }")


@pytest.mark.skipif(not OXIGRAPH, reason="no oxigraph server (pip install oxigraph)")
def test_the_commands(tmp_path: Path, oxigraph: str) -> None:
    def kg(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "kg", *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    path = str(graph_file(tmp_path))
    loaded = kg("load", path, "--to", f"{oxigraph}/store", "--graph", "default")
    assert (loaded.returncode, loaded.stderr) == (0, "")
    assert loaded.stdout == f"{len(QUADS):,} triples loaded\n"
    asked = kg("query", f"{oxigraph}/query", "own-voice", "--format", "csv")
    assert sorted(asked.stdout.splitlines()) == sorted(
        kg("query", path, "own-voice", "--format", "csv").stdout.splitlines()
    )
    wrong = kg("load", path, "--to", f"{oxigraph}/nowhere")
    assert (wrong.returncode, len(wrong.stderr.splitlines())) == (1, 1)


Handler = http.server.BaseHTTPRequestHandler


@contextmanager
def answering(answer: Callable[[Handler], None]) -> Iterator[str]:
    """The address of a server that does as told with every request."""

    class Told(Handler):
        def do_POST(self) -> None:  # noqa: N802  (so the library calls it)
            self.rfile.read(int(self.headers.get("content-length", 0)))
            answer(self)

        do_PUT = do_POST  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Told)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sparql"
    finally:
        server.shutdown()
        server.server_close()


def reply(
    status: int, body: bytes, kind: str = "application/sparql-results+json", **headers: str
) -> Callable[[Handler], None]:
    def answer(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "application/sparql-results+json")
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b'{"head": {} }' * 1000)
    except OSError:
        pass


def hanging(handler: Handler) -> None:
    time.sleep(2)


def trickling(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "application/sparql-results+json")
    handler.end_headers()
    try:
        for _ in range(100):
            handler.wfile.write(b" ")
            time.sleep(0.1)
    except OSError:
        pass


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (reply(200, b"<html>Welcome</html>", "text/html"), "answers with text/html and not with results"),
        (reply(200, b"{"), "not what its type says"),
        (reply(200, b"[" * 100_000), "not what its type says"),
        (reply(200, b"[]"), "not what its type says"),
        (reply(200, b"{}"), "not what its type says"),
        (
            reply(200, b'{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "?"}}]}}'),
            "not what its type says",
        ),
        (reply(200, b"<a> <b", "application/n-triples"), "not what its type says"),
        (reply(200, b"<a> <b", "text/turtle"), "not what its type says"),
        (reply(200, b"\xff\xfe", "application/n-triples"), "not what its type says"),
        (reply(301, b"", Location="https://example.org/sparql"), "has moved to https://example.org/sparql"),
        (reply(401, b"", WWW_Authenticate='Basic realm="x"'), "set NEWSKG_USER and NEWSKG_PASSWORD"),
        (reply(403, b"No.\nNo.", "text/plain"), r"HTTP 403: No\.\)"),
        (reply(404, b""), "nothing there"),
        (reply(400, b"Line 1: wrong", "text/plain"), "HTTP 400: Line 1: wrong"),
        (reply(500, b"<html>Trace</html>", "text/html"), r"HTTP 500\)"),
        (reply(503, b"", Retry_After="0"), "HTTP 503"),
        (endless, "larger than"),
        (hanging, "no answer in time"),
        (trickling, "takes longer than"),
        (lambda handler: handler.wfile.write(b"nonsense\r\n"), "cannot be reached"),
    ],
)
def test_a_bad_answer_is_one_clear_line(
    answer: Callable[[Handler], None], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote, "TIMEOUT", httpx.Timeout(1))
    monkeypatch.setattr(remote, "BYTES", 1 << 20)
    monkeypatch.setattr(remote, "LONGEST", 1.0)
    with answering(answer) as url, pytest.raises(KgError, match=words) as error:
        Endpoint(url).sparql("ASK {}")
    assert len(str(error.value).splitlines()) == 1


def test_a_busy_store_is_asked_again() -> None:
    seen: list[str] = []

    def busy_once(handler: Handler) -> None:
        seen.append(handler.path)
        reply(503, b"", Retry_After="0")(handler) if len(seen) == 1 else reply(200, b'{"boolean": true}')(handler)

    with answering(busy_once) as url:
        assert Endpoint(url).sparql("ASK {}")[1] == [(Literal(True),)]
    assert len(seen) == 2


def test_a_connection_that_breaks_is_tried_again() -> None:
    seen: list[str] = []

    def broken_once(handler: Handler) -> None:
        seen.append(handler.path)
        if len(seen) > 1:
            reply(204, b"")(handler)

    with answering(broken_once) as url:
        load(f"{url}?key=1", HOSTILE)
    assert seen == ["/sparql?key=1&graph=https%3A%2F%2Fw3id.org%2Fnewskg%2Fid%2Fgraph%2Fshared"] * 2


SECRET = "s3cret:pass"


@pytest.mark.parametrize(
    ("settings", "challenge", "begins"),
    [
        ({"NEWSKG_USER": "ana", "NEWSKG_PASSWORD": SECRET}, 'Basic realm="x"', "Basic YW5hOnMzY3JldDpwYXNz"),
        (
            {"NEWSKG_USER": "ana", "NEWSKG_PASSWORD": SECRET},
            'Digest realm="x", nonce="1", qop="auth"',
            "Digest username",
        ),
        ({"NEWSKG_TOKEN": f"{SECRET}\n"}, "Bearer", f"Bearer {SECRET}"),
    ],
)
def test_who_we_are_is_told_to_the_store_alone(
    settings: dict[str, str],
    challenge: str,
    begins: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("DEBUG")
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    told: list[str] = []

    def guarded(handler: Handler) -> None:
        given = handler.headers.get("Authorization", "")
        told.append(given)
        if given.startswith(begins):
            reply(204, b"")(handler)
        else:
            reply(401, b"", WWW_Authenticate=challenge)(handler)

    with answering(guarded) as url:
        load(url, [*HOSTILE, *QUADS])
    assert told[-1].startswith(begins)
    assert told.count("") <= 2  # asked once, then known
    assert SECRET not in told[-1] or begins.startswith("Bearer")

    elsewhere: list[str] = []
    with (
        answering(lambda handler: elsewhere.append(handler.headers.get("Authorization", ""))) as other,
        answering(reply(307, b"", Location=other)) as url,
        pytest.raises(KgError, match="has moved"),
    ):
        load(url, HOSTILE)
    assert elsewhere == []
    with answering(reply(401, b"no", "text/plain", WWW_Authenticate=challenge)) as url, pytest.raises(KgError) as error:
        load(url, HOSTILE)
    assert SECRET not in str(error.value) + caplog.text


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("ftp://example.org/", "must begin with http"),
        ("http://", "no web address"),
        ("http://a:b/", "no web address"),
        (f"http://ana:{SECRET.replace(':', '')}@example.org/", "a password in an address"),
    ],
)
def test_an_address_that_is_none_is_refused(url: str, words: str) -> None:
    with pytest.raises(KgError, match=words) as error:
        load(url, HOSTILE)
    assert "s3cret" not in str(error.value)


def test_a_token_that_cannot_be_one_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSKG_TOKEN", "s3c\nret")
    with pytest.raises(KgError, match="NEWSKG_TOKEN: no token") as error:
        Endpoint("http://127.0.0.1:9/").sparql("ASK {}")
    assert "s3c" not in str(error.value)


@pytest.mark.parametrize("graph", ["", "graph", "urn:x> { } } ; DROP ALL #", "urn:a b"])
def test_a_graph_is_named_by_an_iri(graph: str) -> None:
    with pytest.raises(KgError, match="no IRI"):
        load("http://127.0.0.1:9/", HOSTILE, graph=graph)
