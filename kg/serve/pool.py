"""Processes that answer queries, each killed and replaced when its query has taken too long."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from kg.errors import KgError

log = logging.getLogger(__name__)


class AnswerError(Exception):
    """No answer: the status of HTTP, one line, and seconds after which to ask again (0: the same would come of it)."""

    def __init__(self, status: int, line: str, retry: int = 0) -> None:
        super().__init__(line)
        self.status, self.line, self.retry = status, line, retry


@dataclass(frozen=True, slots=True)
class Written:
    """An answer: its media type, whether there are more rows than asked for, and the file it stands in."""

    media: str
    more: bool
    file: IO[bytes]


class Pool:
    """At most ``size`` processes; ``waiting`` more queries wait for their turn, and no more."""

    def __init__(self, path: Path, *, seconds: float, size: int, waiting: int) -> None:
        self._command = (sys.executable, "-P", "-m", "kg.serve.worker", str(path), str(seconds))
        self._seconds, self._room = seconds, size + waiting
        self._turns = asyncio.Semaphore(size)
        self._all: set[Process] = set()
        self._idle: list[Process] = []
        self._folder = TemporaryDirectory(prefix="newskg-")
        self._numbers = count()

    async def start(self) -> None:
        """Start the first process. KgError where it cannot read the graph."""
        self._idle.append(await self._start())

    async def close(self) -> None:
        """End all processes."""
        for process in tuple(self._all):
            await self._end(process)
        self._folder.cleanup()

    async def answer(self, query: str, *, results: str | None, triples: str | None, rows: int) -> Written:
        """A query in, its answer out, as ``kg.store.answers.answer`` gives it. AnswerError where there is none."""
        if not self._room:
            raise AnswerError(503, "Too many queries are waiting; try again in a moment.", retry=5)
        out = Path(self._folder.name) / str(next(self._numbers))
        request = {"query": query, "out": str(out), "results": results, "triples": triples, "rows": rows}
        self._room -= 1
        try:
            async with self._turns:
                reply = await self._ask(request)
            return _written(reply, out)
        finally:
            self._room += 1
            out.unlink(missing_ok=True)  # an open file stays until it is closed

    async def _ask(self, request: Mapping[str, object]) -> dict[str, object]:
        try:
            process = await self._process()
        except KgError as error:
            log.error("%s", error)  # with a path that is nobody else's business
            raise AnswerError(500, "The store cannot be read.") from error
        try:
            async with asyncio.timeout(self._seconds):
                reply = await _exchange(process, request)
        except TimeoutError as error:
            line = f"The query was stopped after {self._seconds:g} seconds; ask for less, or begin with what is rare."
            raise AnswerError(503, line) from error
        else:
            if reply is None:
                raise AnswerError(500, "The query could not be finished: too much memory, or its process has ended.")
            self._idle.append(process)
            return reply
        finally:
            if process not in self._idle:
                await self._end(process)

    async def _process(self) -> Process:
        while self._idle:
            process = self._idle.pop()
            if process.returncode is None and process.stdout and not process.stdout.at_eof():
                return process
            await self._end(process)
        return await self._start()

    async def _start(self) -> Process:
        # Of its own session, so that Ctrl-C in a terminal reaches the server alone.
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        process = await asyncio.create_subprocess_exec(
            *self._command, stdin=PIPE, stdout=PIPE, start_new_session=True, env=environment
        )
        self._all.add(process)
        assert process.stdout
        first = await process.stdout.readline()
        problem = json.loads(first) if first else {"line": "no process could be started to answer queries."}
        if problem:
            await self._end(process)
            raise KgError(str(problem["line"]))
        return process

    async def _end(self, process: Process) -> None:
        self._all.discard(process)
        if process.returncode is None:
            process.kill()
        await process.communicate(b"")  # closes its pipes too


async def _exchange(process: Process, request: Mapping[str, object]) -> dict[str, object] | None:
    """One line there, one line back; None where the process has ended."""
    assert process.stdin
    assert process.stdout
    try:
        process.stdin.write(json.dumps(request).encode() + b"\n")
        await process.stdin.drain()
        line = await process.stdout.readline()
    except ConnectionError:
        return None
    return json.loads(line) if line else None


def _written(reply: dict[str, object], out: Path) -> Written:
    if "line" in reply:
        raise AnswerError(int(str(reply["status"])), str(reply["line"]))
    if reply["media"] is None:
        raise AnswerError(406, "None of the media types asked for fits this kind of query.")
    return Written(str(reply["media"]), bool(reply["more"]), out.open("rb"))
