"""Articles in shards, made into entries by one process, by several, or by a Dask cluster: the same function on each."""

from __future__ import annotations

import hashlib
import json
import os
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import islice
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import Any, Protocol

from spacy.language import Language

from kg.archive.entries import entry
from kg.errors import KgError
from kg.model import Item
from kg.models import load_model, provenance
from kg.pipeline import made_of
from kg.store import Entry
from kg.vocabulary import Corrections, Decisions, Gazetteer

SHARD = 16
"""Articles in a shard: what a worker gets at once, and what the store takes in one change."""
AHEAD = 2
"""Shards for each worker that are under way or wait to be stored."""


ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""What tells numeric libraries to take one thread: those of several workers would wait for each other."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the line is set up, in values that travel to another process.

    ``model`` is a name or folder (None: the shipped pipeline); the others are paths, a day, and a number from 0 to 1.
    """

    model: str | None = None
    gazetteers: tuple[str, ...] = ()
    base_date: date | None = None
    min_confidence: float = 0.0
    same: tuple[str, ...] = ()
    different: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """The line, set up: slow to make, so that a process makes it once."""

    settings: Settings

    @cached_property
    def nlp(self) -> Language:
        """The English pipeline."""
        return load_model(self.settings.model)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The known entities."""
        return Gazetteer.load(self.settings.gazetteers)

    @cached_property
    def decisions(self) -> Decisions:
        """What somebody decided about entities."""
        return Decisions.read(self.settings.same, self.settings.different, self.gazetteer)

    @cached_property
    def corrections(self) -> Corrections:
        """What somebody decided about statements."""
        return Corrections.read(self.settings.corrections, self.gazetteer)

    @cached_property
    def stamp(self) -> str:
        """A hash of what decides, beside an article, what is made of it: pipeline, version, gazetteers, settings."""
        gazetteers = [hashlib.sha256(Path(path).read_bytes()).hexdigest() for path in self.settings.gazetteers]
        known = [provenance(self.nlp), gazetteers, str(self.settings.base_date), self.settings.min_confidence]
        return hashlib.sha256(json.dumps(known, sort_keys=True).encode()).hexdigest()

    def source(self, item: Item) -> str:
        """What stands for an item and all that decides what is made of it."""
        known = f"{item.digest} {item.stem} {self.stamp}"
        return hashlib.sha256(known.encode("utf-8", "surrogatepass")).hexdigest()  # a file's name may be no text


_line = cache(Line)
"""The line of a process, by its settings."""


@dataclass(frozen=True, slots=True)
class Made:
    """An article's entry, where it was found, and what was odd about it.

    ``statements`` is their number, ``skipped`` the numbers of what was not understood, by reason.
    """

    path: str
    entry: Entry
    notes: tuple[str, ...]
    statements: int
    skipped: Counter[str]


Shard = list[Made | KgError]


def work(items: list[Item], settings: Settings) -> Shard:
    """A shard of items in, what was made of each out: what every worker does."""
    line = _line(settings)
    return [_made(item, line) for item in items]


def _made(item: Item, line: Line) -> Made | KgError:
    settings = line.settings
    found = made_of(
        item, line.nlp, line.gazetteer, base_date=settings.base_date, min_confidence=settings.min_confidence
    )
    if isinstance(found, KgError):
        return found
    return Made(
        item.path,
        entry(found, line.source(item), decisions=line.decisions, corrections=line.corrections),
        found.article.notes,
        len(found.statements),
        Counter(one.reason.partition(":")[0] for one in found.skipped),
    )


def shards(items: Iterable[Item], size: int = SHARD) -> Iterator[list[Item]]:
    """Items in, lists of so many out."""
    items = iter(items)
    while some := list(islice(items, size)):
        yield some


def by_one(found: Iterable[list[Item]], line: Line) -> Iterator[Shard]:
    """The shards of items, worked on here."""
    return ([_made(item, line) for item in items] for items in found)


def by_several(found: Iterable[list[Item]], settings: Settings, workers: int) -> Iterator[Shard]:
    """The shards of items, worked on by so many processes; their results in the same order. KgError where one dies."""
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")  # for the workers: libraries read it where they are loaded
    # Threads of a library do not survive a fork.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_end_with_parent) as pool:
        try:
            yield from _in_order(found, lambda items: pool.submit(work, items, settings), workers * AHEAD)
        except BrokenProcessPool as error:
            raise KgError(
                "a worker died, perhaps for want of memory; take fewer --workers and run the same command again."
            ) from error
        finally:
            pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """Let a worker end when whoever gives it work was killed: it would wait for more for ever."""

    def wait() -> None:
        parent = parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def by_cluster(found: Iterable[list[Item]], settings: Settings, address: str) -> Iterator[Shard]:
    """The shards of items, worked on by a Dask cluster ("tcp://host:8786"; "local": one on this machine)."""
    try:
        from distributed import Client
    except ImportError as error:
        raise KgError("--cluster needs Dask; install newskg[cluster].") from error
    try:
        client = Client(  # type: ignore[no-untyped-call]
            None if address == "local" else address, timeout=30, threads_per_worker=1
        )
    except (OSError, ValueError, TypeError) as error:
        raise KgError(f"--cluster {address}: no scheduler answers ({error}); give tcp://HOST:PORT or local.") from error
    with client:
        ahead = max(1, len(client.scheduler_info()["workers"])) * AHEAD
        yield from _in_order(found, lambda items: client.submit(work, items, settings, pure=False), ahead)


class _Result(Protocol):
    def result(self) -> Any:
        """What came of it, when it is there."""


def _in_order(found: Iterable[list[Item]], submit: Callable[[list[Item]], _Result], ahead: int) -> Iterator[Shard]:
    """The results in the order of the shards, never more than ``ahead`` under way, so that memory stays flat."""
    waiting: deque[_Result] = deque()
    for items in found:
        waiting.append(submit(items))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
