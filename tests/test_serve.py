"""The endpoint: SPARQL 1.1 Protocol, what is refused, and bounds that hold whatever is asked."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from rdflib import Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from serving import ENDLESS, QUADS, children, graph_file, serving

from kg.errors import KgError
from kg.serve.negotiate import choose
from kg.store import open_graph, open_store

TRIPLES = len({quad[:3] for quad in QUADS})
ROWS = "application/sparql-results+json"
QUERY = "SELECT ?s { ?s kg:gist ?gist } ORDER BY ?s LIMIT 1"
FORM = "application/x-www-form-urlencoded"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    path = graph_file(tmp_path_factory.mktemp("served"))
    with serving(path, "seconds=2, rows=1000, at_once=4, waiting=60, patience=1") as running:
        yield running


@pytest.fixture
def url(server: tuple[str, subprocess.Popen[str]]) -> str:
    return server[0]


def ask(url: str, query: str, **headers: str) -> httpx.Response:
    return httpx.post(f"{url}/sparql", data={"query": query}, headers=headers, timeout=60)


def value(response: httpx.Response) -> str:
    """The one value of an answer."""
    [row] = response.json()["results"]["bindings"]
    [cell] = row.values()
    return str(cell["value"])


@pytest.mark.parametrize(
    ("method", "path", "headers", "body", "status", "kind"),
    [
        ("GET", "/sparql?query=ASK%7B%7D", {}, "", 200, ROWS),
        ("GET", "/sparql?query=ASK%7B%7D&format=xml", {}, "", 200, "application/sparql-results+xml"),
        ("GET", "/sparql?query=ASK%7B%7D&format=pdf", {}, "", 406, "text/plain"),
        ("GET", "/sparql", {}, "", 200, "text/turtle"),
        ("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", {}, "", 400, "text/plain"),
        ("GET", "/sparql?query=%FF", {}, "", 400, "text/plain"),
        ("GET", "/sparql?query=", {}, "", 400, "text/plain"),
        ("GET", "/sparql?query=SELECT", {}, "", 400, "text/plain"),
        ("POST", "/sparql", {"Content-Type": FORM}, "query=ASK%7B%7D", 200, ROWS),
        ("POST", "/sparql", {"Content-Type": f"{FORM}; charset=UTF-8"}, "query=ASK%7B%7D", 200, ROWS),
        ("POST", "/sparql", {"Content-Type": FORM}, "other=1", 400, "text/plain"),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query"}, "ASK{}", 200, ROWS),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query; charset=utf-8"}, "ASK{}", 200, ROWS),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query"}, b"ASK{} # \xff", 400, "text/plain"),
        ("POST", "/sparql", {"Content-Type": "application/json"}, "{}", 415, "text/plain"),
        ("POST", "/sparql", {}, "ASK{}", 415, "text/plain"),
        ("POST", "/sparql", {"Content-Type": FORM}, f"query={'x' * 1_100_000}", 413, "text/plain"),
        ("PUT", "/sparql", {"Content-Type": "text/turtle"}, "", 405, "text/plain"),
        ("DELETE", "/sparql", {}, "", 405, "text/plain"),
        ("GET", "/other", {}, "", 404, "text/plain"),
        ("GET", "/sparql?query=ASK%7B%7D", {"Accept": "image/png"}, "", 406, "text/plain"),
        ("GET", "/sparql?query=ASK%7B%7D", {"Accept": "text/turtle"}, "", 406, "text/plain"),
        ("GET", "/sparql?query=ASK%7B%7D", {"Accept": "text/csv;q=0.1, application/json"}, "", 200, "application/json"),
    ],
)
def test_the_protocol(
    url: str, method: str, path: str, headers: dict[str, str], body: str | bytes, status: int, kind: str
) -> None:
    answer = httpx.request(method, url + path, headers=headers, content=body)
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (status, kind)
    if status >= 400:
        assert len(answer.text.splitlines()) == 1
        assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    ("query", "accept", "found"),
    [
        ("SELECT (1 AS ?x) {}", "text/csv", b"x\r\n1\r\n"),
        ("SELECT (1 AS ?x) {}", "text/tab-separated-values", b"?x\n1\n"),
        ("SELECT (1 AS ?x) {}", "application/sparql-results+xml", b'<variable name="x"/>'),
        ("SELECT (1 AS ?x) {}", "*/*", b'"vars":["x"]'),
        ("ASK {}", "text/csv", b"true"),
        ("CONSTRUCT { ?s a kg:Thing } { ?s kg:gist ?g }", "text/turtle", b"a kg:Thing"),
        ("CONSTRUCT { ?s a kg:Thing } { ?s kg:gist ?g }", "application/n-triples", b"ontology#Thing> .\n"),
        ("CONSTRUCT { ?s a kg:Thing } { ?s kg:gist ?g }", "application/rdf+xml", b"<rdf:RDF"),
        ("CONSTRUCT { ?s a kg:Thing } { ?s kg:gist ?g }", "application/ld+json", b'"@id"'),
        ("DESCRIBE ?s { ?s kg:gist ?g }", "text/turtle", b"kg:gist"),
    ],
)
def test_every_media_type(url: str, query: str, accept: str, found: bytes) -> None:
    answer = ask(url, query, Accept=accept)
    assert answer.status_code == 200
    assert found in answer.content


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", "text/csv"),
        ("*/*", "text/csv"),
        ("application/*", "application/json"),
        ("application/json, text/csv", "text/csv"),
        ("text/csv;q=0.2, application/json;q=0.3", "application/json"),
        ("*/*, text/csv;q=0", "application/json"),
        ("TEXT/CSV ; Q=1", "text/csv"),
        ("text/html, */*;q=0.1", "text/csv"),
        ("text/html", None),
        ("text/csv;q=much", None),
    ],
)
def test_media_types_are_chosen_by_weight(accept: str, chosen: str | None) -> None:
    assert choose(accept, ["text/csv", "application/json"]) == chosen


def test_all_graphs_are_one_and_can_be_asked_one_by_one(url: str) -> None:
    assert value(ask(url, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")) == str(TRIPLES)
    assert value(ask(url, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")) == str(TRIPLES)
    graphs = ask(url, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }").json()["results"]["bindings"]
    assert {row["g"]["value"] for row in graphs} == {str(quad[3]) for quad in QUADS}


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <{url}> { ?s ?p ?o } }",
        "PREFIX a: <x:y#> SELECT * { ?s ?p a:b . { SERVICE <{url}> { ?s ?p ?o } } }",
        "SELECT * { ?s ?p <x:y#z> # > '''\n SERVICE <{url}> { } # > '''\n }",
        "SELECT * { service silent <{url}> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o OPTIONAL { { } UNION { SERVICE <{url}> { ?s ?p ?o } } } }",
        "SELECT * { { SELECT * { FILTER NOT EXISTS { SERVICE <{url}> { ?s ?p ?o } } } } }",
        "SELECT (EXISTS { SERVICE <{url}> { ?s ?p ?o } } AS ?x) { }",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <{url}> { ?a ?b ?c } })",
        "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <{url}> { ?a ?b ?c } })",
        "SELECT * { BIND(IF(EXISTS { SERVICE <{url}> { ?s ?p ?o } }, 1, 2) AS ?x) }",
        "DESCRIBE ?s { GRAPH ?g { ?s ?p ?o MINUS { SERVICE <{url}> { ?s ?p ?o } } } }",
        "ASK { VALUES ?url { <{url}> } SERVICE ?url { ?s ?p ?o } }",
        "SELECT * FROM <{url}> { ?s ?p ?o }",
        "SELECT * FROM NAMED <{url}> { GRAPH ?g { ?s ?p ?o } }",
        "CONSTRUCT { ?s ?p ?o } FROM <{url}> WHERE { ?s ?p ?o }",
        "LOAD <{url}>",
        "INSERT DATA { <x:y> <x:y> 1 }",
        "DROP ALL",
    ],
)
def test_nothing_can_be_made_to_fetch_or_change(url: str, query: str) -> None:
    answer = asked_of_nobody_else(url, query)
    assert answer.status_code in (400, 403), answer.text
    assert len(answer.text.splitlines()) == 1


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s ?p "a\\u0022 # " SERVICE <{url}> { ?x ?y ?z } \n }',
        "SELECT * { ?s ?p 'a\\u0027 # ' SERVICE <{url}> { ?x ?y ?z } \n }",
        'SELECT * { ?s ?p "a\\u005Cu0022 # " SERVICE <{url}> { ?x ?y ?z } \n }',
        'SELECT * { ?s ?p "a\\U00000022 # " SERVICE <{url}> { ?x ?y ?z } \n }',
        'SELECT * { ?s ?p "a\\u0022abcd # " SERVICE <{url}> { ?x ?y ?z } \n }',
        "SELECT * { ?s ?p ?o # \r SERVICE <{url}> { ?x ?y ?z } \n }",
        "SELECT * { ?s ?p ?o S\\u0045RVICE <{url}> { ?x ?y ?z } }",
        "SELECT * { ?s ?p ?o # \\u000A SERVICE <{url}> { ?x ?y ?z } \n }",
    ],
)
def test_nothing_is_hidden_where_one_reader_sees_a_string_or_a_comment_and_the_other_does_not(
    url: str, query: str
) -> None:
    asked_of_nobody_else(url, query)


def asked_of_nobody_else(url: str, query: str) -> httpx.Response:
    """Ask, and see that the address in the query is not called."""
    with socket.create_server(("127.0.0.1", 0)) as elsewhere:
        address = f"http://127.0.0.1:{elsewhere.getsockname()[1]}/"
        answer = ask(url, query.replace("{url}", address))
        elsewhere.settimeout(0.05)
        with pytest.raises(TimeoutError):
            elsewhere.accept()
    return answer


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
def test_no_other_dataset_can_be_named(url: str, name: str) -> None:
    answer = httpx.get(f"{url}/sparql", params={"query": "ASK {}", name: "http://example.org/"})
    assert answer.status_code == 403
    assert "GRAPH <iri>" in answer.text


@pytest.mark.parametrize("kind", [FORM, "application/sparql-update"])
def test_updates_are_refused(url: str, kind: str) -> None:
    content = "update=DROP+ALL" if kind == FORM else "DROP ALL"
    answer = httpx.post(f"{url}/sparql", content=content, headers={"Content-Type": kind})
    assert (answer.status_code, answer.text) == (403, "Updates are refused: this endpoint is read-only.\n")


def test_a_query_that_takes_for_ever_is_stopped_and_the_next_is_answered(url: str) -> None:
    start = time.monotonic()
    answer = ask(url, ENDLESS)
    assert 1.9 < time.monotonic() - start < 5
    assert (answer.status_code, "stopped after 2 seconds" in answer.text) == (503, True)
    assert "retry-after" not in answer.headers  # the same would come of it
    assert ask(url, "ASK {}").json()["boolean"] is True


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * " + "{" * 400 + "}" * 400,
        "SELECT (" + "(" * 60 + "1" + ")" * 60 + " AS ?x) {}",
        "ASK { FILTER(" + "!" * 5000 + "true) }",
        "SELECT * { ?s " + "/".join(["kg:gist"] * 3000) + " ?o }",
        "SELECT (REPLACE(\"" + "a" * 40 + "b\", \"(a+)+$\", \"\") AS ?x) {}",
        "SELECT (STRLEN(?x40) AS ?n) { BIND('longer and longer' AS ?x0) "
        + " ".join(f"BIND(CONCAT(?x{number}, ?x{number}) AS ?x{number + 1})" for number in range(40))
        + " }",
    ],
)  # fmt: skip
def test_queries_that_are_hard_cost_only_themselves(url: str, query: str) -> None:
    assert ask(url, query).status_code in (200, 400, 500, 503)
    assert ask(url, "ASK {}").json()["boolean"] is True


def test_too_many_rows_are_said_and_not_cut(url: str) -> None:
    everything = "SELECT * { VALUES ?a { 1 2 3 4 5 6 7 8 9 10 } ?s ?p ?o } ORDER BY ?a ?s ?p ?o"
    answer = ask(url, everything)
    assert answer.status_code == 400
    assert "more than 1,000 rows" in answer.text
    assert len(ask(url, f"{everything} LIMIT 1000").json()["results"]["bindings"]) == 1000
    assert ask(url, "CONSTRUCT { ?s ?a ?b } { ?s ?p ?o . ?a ?p2 ?o2 . ?b ?p3 ?o3 }").status_code == 400


def test_a_process_that_is_killed_is_replaced(server: tuple[str, subprocess.Popen[str]]) -> None:
    url, process = server
    assert ask(url, "ASK {}").status_code == 200
    killed = children(process)
    for child in killed:
        os.kill(child, signal.SIGKILL)
    time.sleep(0.2)
    assert ask(url, "ASK {}").json()["boolean"] is True
    with ThreadPoolExecutor() as threads:
        running = threads.submit(ask, url, ENDLESS)
        time.sleep(0.5)
        for child in children(process):
            os.kill(child, signal.SIGKILL)
        assert running.result().status_code == 500
    assert ask(url, "ASK {}").json()["boolean"] is True


def test_fifty_clients_at_once(url: str) -> None:
    def one(number: int) -> tuple[bool, int]:
        slow = number % 10 == 0
        return slow, ask(url, ENDLESS if slow else f"{QUERY} OFFSET {number % 3}").status_code

    with ThreadPoolExecutor(50) as threads:
        answers = list(threads.map(one, range(50)))
    assert {status for slow, status in answers if slow} == {503}
    assert {status for slow, status in answers if not slow} == {200}


def test_what_is_too_much_is_told_when_to_come_again(tmp_path: Path) -> None:
    with (
        serving(graph_file(tmp_path), "seconds=2, at_once=1, waiting=1") as (url, _),
        ThreadPoolExecutor(4) as threads,
    ):
        answers = list(threads.map(lambda _: ask(url, ENDLESS), range(4)))
    busy = [answer for answer in answers if "too many" in answer.text.lower()]
    assert len(busy) == 2
    assert all((answer.status_code, answer.headers["retry-after"]) == (503, "5") for answer in busy)


def test_a_client_that_sends_slowly_is_left(url: str) -> None:
    host, _, port = url.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=5) as client:
        client.sendall(
            f"POST /sparql HTTP/1.1\r\nHost: {host}\r\nContent-Type: {FORM}\r\nContent-Length: 99\r\n\r\nque".encode()
        )
        assert b" 408 " in client.recv(1000)


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("127.0.0.1:7878", 200),
        ("[::1]", 200),
        ("evil.example", 400),
        ("127.0.0.1.evil.example", 400),
    ],
)
def test_only_its_own_name_is_answered_to(url: str, host: str, status: int) -> None:
    answer = httpx.get(f"{url}/sparql?query=ASK%7B%7D", headers={"Host": host})
    assert answer.status_code == status
    assert "access-control-allow-origin" not in answer.headers


def test_nothing_is_left_when_the_server_is_killed(tmp_path: Path) -> None:
    with serving(graph_file(tmp_path), "seconds=1") as (url, process), ThreadPoolExecutor() as threads:
        running = threads.submit(ask, url, ENDLESS)
        time.sleep(0.5)
        left = children(process)
        process.kill()
        assert isinstance(running.exception(), httpx.RemoteProtocolError)
        deadline = time.monotonic() + 5
        while any(Path(f"/proc/{child}").exists() for child in left):
            assert time.monotonic() < deadline
            time.sleep(0.1)


def test_a_store_is_served_and_kept_from_writers(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    store.put(QUADS)
    assert "open in another process" in command("--port", "0", str(tmp_path / "store")).stderr
    store.close()
    del store
    with serving(tmp_path / "store") as (url, _), serving(tmp_path / "store") as (second, _):
        assert value(ask(url, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")) == str(TRIPLES)
        assert value(ask(second, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")) == str(TRIPLES)
        with pytest.raises(KgError, match="open in another process"):
            open_store(tmp_path / "store")
    assert len(open_graph(tmp_path / "store")) == len(QUADS)


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    run = [sys.executable, "-m", "kg", "serve", *arguments]
    return subprocess.run(run, capture_output=True, text=True, timeout=60, check=False)


def test_mistakes_are_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("no turtle")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        for arguments, words in (
            ([str(tmp_path / "none.ttl")], "no such file"),
            ([str(tmp_path / "graph.ttl")], "not valid RDF"),
            ([str(tmp_path)], "no store"),
            ([str(graph_file(tmp_path)), "--port", port], "cannot be listened at"),
        ):
            ended = command("--port", "0", *arguments)
            assert (ended.returncode, len(ended.stderr.splitlines())) == (1, 1), ended.stderr
            assert words in ended.stderr


@pytest.mark.parametrize("stopped", [signal.SIGINT, signal.SIGTERM])
def test_nothing_is_left_when_the_server_is_stopped(tmp_path: Path, stopped: signal.Signals) -> None:
    (tmp_path / "tmp").mkdir()
    run = [sys.executable, "-m", "kg", "serve", str(graph_file(tmp_path)), "--port", "0"]
    process = subprocess.Popen(
        run,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path / "tmp")},
    )
    assert process.stdout
    url = process.stdout.readline().split()[2]
    assert httpx.get(url, params={"query": "ASK {}"}).status_code == 200
    answering = children(process)
    process.send_signal(stopped)
    assert process.communicate(timeout=10) == ("", "")
    assert process.returncode == (0 if stopped == signal.SIGINT else -stopped)
    assert not any(Path(f"/proc/{child}").exists() for child in answering)
    assert not list((tmp_path / "tmp").iterdir())


def test_rdflib_is_a_client(url: str) -> None:
    graph = Graph(SPARQLStore(f"{url}/sparql", returnFormat="json"))
    [[number]] = graph.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")  # type: ignore[misc]
    assert int(number) == TRIPLES
    assert len(list(graph.triples((None, None, None)))) == TRIPLES
    assert bool(graph.query("ASK { ?s ?p ?o }"))


COMUNICA = Path(__file__).parent.parent / "build" / "node" / "node_modules" / ".bin" / "comunica-sparql-file"


@pytest.mark.skipif(not COMUNICA.is_file(), reason="no comunica (npm install --prefix build/node, see .ci/run)")
@pytest.mark.parametrize("source", ["sparql@{url}/sparql", "{url}/sparql"])
def test_comunica_is_a_client(url: str, source: str) -> None:
    query = "PREFIX kg: <https://w3id.org/newskg/ontology#> SELECT ?s ?gist { ?s a kg:Claim ; kg:gist ?gist }"
    run = [str(COMUNICA), source.replace("{url}", url), query, "-t", ROWS]
    found = json.loads(subprocess.run(run, capture_output=True, text=True, timeout=100, check=True).stdout)
    here = ask(url, query).json()
    assert sorted(gists(found)) == sorted(gists(here))
    assert gists(found)


def gists(answer: dict[str, Any]) -> list[tuple[str, str]]:
    return [(row["s"]["value"], row["gist"]["value"]) for row in answer["results"]["bindings"]]
