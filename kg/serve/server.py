"""A graph and an address in, a running server out."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

import uvicorn

from kg.errors import KgError
from kg.serve.app import application
from kg.serve.pool import Pool
from kg.store.answers import held

CONNECTIONS = 256
"""The most at once; what comes beyond gets 503 from uvicorn."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one server gives: seconds and rows for a query, queries at once, and how many more may wait."""

    seconds: float = 30.0
    rows: int = 100_000
    at_once: int = max(4, os.cpu_count() or 1)
    waiting: int = 100
    patience: float = 30.0


def serve(
    path: str | Path,
    *,
    host: str = "127.0.0.1",
    port: int = 7878,
    bounds: Bounds | None = None,
    ready: Callable[[str], None] = lambda url: None,
) -> None:
    """Answer SPARQL over a graph file or a store's folder until interrupted. Read-only: nothing is ever written.

    ``ready`` is called with the page's URL once it answers; port 0 takes a free one. A store is kept from being written
    while it is served. KgError where the graph cannot be read, or the address not be taken.
    """
    with held(path), _listen(host, port) as listening:
        asyncio.run(_run(Path(path), listening, host, bounds or Bounds(), ready))


async def _run(path: Path, listening: socket.socket, host: str, bounds: Bounds, ready: Callable[[str], None]) -> None:
    pool = Pool(path, seconds=bounds.seconds, size=bounds.at_once, waiting=bounds.waiting)
    await pool.start()
    app = application(pool, name=path.name, rows=bounds.rows, hosts=_names(host), patience=bounds.patience)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=CONNECTIONS,
        timeout_graceful_shutdown=1,
    )
    ready(f"http://{_written(host)}:{listening.getsockname()[1]}/")
    await uvicorn.Server(config).serve(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        raise KgError(f"{host}:{port}: cannot be listened at ({error}); give another --host or --port.") from error


def _names(host: str) -> list[str]:
    """What a client may call the server: any name where it listens to other machines, else this machine's own."""
    return [host, "localhost", "127.0.0.1", "[::1]"] if _is_loopback(host) else ["*"]


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _written(host: str) -> str:
    return f"[{host}]" if ":" in host else host
