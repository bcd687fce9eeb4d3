"""A store filled from sources: what it has already is passed by, so that a build that was stopped goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kg.archive.archive import Archive
from kg.archive.workers import Line, Made, Shard, shards
from kg.errors import KgError
from kg.model import Item
from kg.pipeline import twice


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The store has what would be made of an item."""

    path: str


Fate = Made | Unchanged | KgError
"""What became of an item."""
Worked = Callable[[Iterable[list[Item]]], Iterator[Shard]]
"""Shards of items in, what was made of them in the same order out (``kg.workers``)."""


def fill(archive: Archive, items: Iterable[Item | KgError], line: Line, worked: Worked) -> Iterator[Fate]:
    """Items in; each with what became of it out, when the store has it. An article met again costs its item."""
    ledger = archive.store.ledger
    paths: dict[str, str] = {}
    passed: list[Unchanged | KgError] = []

    def known(item: Item) -> bool:
        """True for an item that the store has."""
        articles = ledger.made_from(line.source(item))
        for article in articles:
            passed.append(twice(item.path, paths[article]) if article in paths else Unchanged(item.path))
            paths.setdefault(article, item.path)
        return bool(articles)

    def unread() -> Iterator[Item]:
        for item in items:
            if isinstance(item, KgError):
                passed.append(item)
            elif not known(item):
                yield item

    def taken(shard: Shard) -> Iterator[Made | KgError]:
        for one in shard:
            if isinstance(one, Made) and one.entry.article in paths:
                yield twice(one.path, paths[one.entry.article])
                continue
            if isinstance(one, Made):
                paths[one.entry.article] = one.path
            yield one

    for shard in worked(shards(unread())):
        fates = list(taken(shard))
        archive.add([one.entry for one in fates if isinstance(one, Made)])
        yield from (*passed, *fates)
        passed.clear()
    yield from passed
