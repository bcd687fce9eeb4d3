"""The web application: the endpoint at /sparql, the query page at /."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from typing import IO

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.query import queries
from kg.serve.description import description
from kg.serve.page import ROWS, SECURITY, page, style, table
from kg.serve.pool import AnswerError, Pool
from kg.serve.protocol import asked

log = logging.getLogger(__name__)

CHUNK = 1 << 16


def application(pool: Pool, *, name: str, rows: int, hosts: Iterable[str], patience: float) -> Starlette:
    """The application over a pool of processes that are started; it ends them when it ends.

    ``name`` stands at the head of the page. ``rows`` is the most that an answer may have. ``hosts`` are the names it
    may be called by: a page of another site that has its own name lead to this machine (DNS rebinding) is refused.
    ``patience``: seconds that a client may take for each part of what it sends or is sent.
    """

    async def endpoint(request: Request) -> Response:
        query = await asked(request)
        if query is None:
            return Response(description(), media_type="text/turtle")
        written = await pool.answer(query.query, results=query.results, triples=query.triples, rows=rows)
        if written.more:
            written.file.close()
            raise AnswerError(
                400, f"The answer has more than {rows:,} rows; take it in parts (ORDER BY, LIMIT, OFFSET)."
            )
        return StreamingResponse(_chunks(written.file), media_type=written.media, headers={"Vary": "Accept"})

    async def form(request: Request) -> Response:
        query = request.query_params.get("query", "")
        if not query.strip():
            known = {each.name: each.text for each in queries()}
            return HTMLResponse(page(name, known.get(request.query_params.get("question", ""), "")), headers=SECURITY)
        try:
            written = await pool.answer(
                query, results="application/json", triples="application/n-triples", rows=min(rows, ROWS)
            )
        except AnswerError as error:
            return HTMLResponse(page(name, query, line=error.line), error.status, headers=SECURITY)
        with written.file:
            shown = table(written.media, written.file, written.more)
        return HTMLResponse(page(name, query, table=shown), headers=SECURITY)

    async def sheet(request: Request) -> Response:
        return Response(style(), media_type="text/css")

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        await pool.close()

    return Starlette(
        lifespan=lifespan,
        routes=[
            Route("/", form, methods=["GET"]),
            Route("/page.css", sheet, methods=["GET"]),
            Route("/sparql", endpoint, methods=["GET", "POST"]),
        ],
        middleware=[
            Middleware(_Guard, patience=patience),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
        ],
        exception_handlers={AnswerError: _failed, HTTPException: _wrong},
    )


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while data := file.read(CHUNK):
            yield data


async def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, AnswerError)
    return PlainTextResponse(
        f"{error.line}\n", error.status, headers={"Retry-After": str(error.retry)} if error.retry else None
    )


async def _wrong(request: Request, error: Exception) -> Response:
    """What Starlette itself refuses: another path, another method."""
    assert isinstance(error, HTTPException)
    lines = {404: "There is nothing here; the endpoint is /sparql.", 405: "Ask with GET or POST."}
    return PlainTextResponse(f"{lines.get(error.status_code, error.detail)}\n", error.status_code, error.headers)


class _Guard:
    """Every answer says that it is what its type says; who is slower than ``patience`` seconds is left."""

    def __init__(self, app: ASGIApp, patience: float) -> None:
        self._app, self._patience = app, patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        whole = scope["type"] != "http"

        async def receive_soon() -> Message:
            nonlocal whole
            if whole:  # what comes now is that the client has gone, whenever that is
                return await receive()
            async with asyncio.timeout(self._patience):
                message = await receive()
            whole = not message.get("more_body", False)
            return message

        async def send_soon(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"x-content-type-options", b"nosniff")]
            async with asyncio.timeout(self._patience):
                await send(message)

        try:
            await self._app(scope, receive_soon, send_soon)
        except (TimeoutError, ClientDisconnect):
            log.info("a client took too long, or has gone")
