"""Servers that run for the time of the tests, on free ports of this machine alone, in temporary folders."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]
"""Runs a named class or script with arguments."""

START = 30
"""Seconds that a server may take to answer."""

STORE = "/sparql-graph-crud-auth"
"""Virtuoso's Graph Store for those who have a password."""

VIRTUOSO = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
ThreadsPerQuery = 1
DirsAllowed = {files}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 1000000
"""


def program(name: str, package: str) -> str:
    """The path of a program; without it, the test is skipped."""
    path = shutil.which(name) or shutil.which(name, path=Path(sys.executable).parent)
    if path is None:
        pytest.skip(f"{name} is not installed ({package})")
    return path


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@contextmanager
def running(command: Sequence[str], folder: Path, port: int) -> Iterator[None]:
    """The server runs, and listens on the port, as long as the block."""
    with (
        (folder / "server.txt").open("wb") as log,
        subprocess.Popen(command, cwd=folder, stdout=log, stderr=log) as one,
    ):
        try:
            _wait(one, port, folder)
            yield
        finally:
            one.kill()


def _wait(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    end = time.monotonic() + START
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(f"{process.args!r} does not answer: {(folder / 'server.txt').read_text()[-2000:]}")


class Virtuoso:
    """A Virtuoso server: its HTTP side with its administrator's name, and SQL."""

    def __init__(self, isql: str, sql_port: int, http: httpx.Client) -> None:
        self.isql, self.sql_port, self.http = isql, sql_port, http

    def sql(self, text: str) -> None:
        command = [self.isql, f"127.0.0.1:{self.sql_port}", "dba", "dba", "errors=stdout", f"exec={text}"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert "*** Error" not in done.stdout, done.stdout
        assert done.returncode == 0, done.stderr

    def ask(self, query: str, graph: str = "") -> httpx.Response:
        """SPARQL in, the answer in JSON out; over one graph, or over all of them."""
        form = {"query": query, "default-graph-uri": graph}
        return self.http.post("/sparql", data=form, headers={"Accept": "application/sparql-results+json"})
