"""A process that fills a store with articles that are made already, for tests that kill it, or take its disk away."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from archive_sample import Draft

from kg.archive import Archive, Made, entry, fill
from kg.archive.workers import Shard
from kg.commands.terminal import complain
from kg.errors import KgError
from kg.model import Item
from kg.store import open_store


@cache
def draft(number: int) -> Draft:
    """One of many articles, each with people and figures that others have, too."""
    one = Draft(f"article-{number}", date(2024, 1 + number % 12, 1 + number % 28))
    one.role("Ana Vell", ("president", "foreign minister")[number % 7 == 0], ("Norvia", "Selt")[number % 7 == 0])
    for holder in ("Norvia", "Orland", "Kestria")[: 1 + number % 3]:
        one.share(f"Speaker {number % 5}", holder, str(10 + number % 11), ("CT+", "CT-")[number % 4 == 0])
    one.said(f"Speaker {number % 5}", f"the bridge {number % 9} is open")
    return one


class Line:
    """Stands for the line: the articles are made already."""

    def source(self, item: Item) -> str:
        return item.stem


def worked(shards: Iterable[list[Item]]) -> Iterator[Shard]:
    for shard in shards:
        for item in shard:
            made = entry(draft(int(item.stem)).outcome(), item.stem)
            yield [Made(item.path, made, (), 0, {})]  # type: ignore[arg-type]


def write(folder: str, articles: int) -> None:
    """Fill the store in a folder."""
    archive = Archive(open_store(folder))
    sys.stdout.write("writing\n")
    sys.stdout.flush()
    items = (Item(str(number), str(number), "", b"") for number in range(articles))
    for _ in fill(archive, items, Line(), worked):  # type: ignore[arg-type]
        pass
    archive.store.close()


if __name__ == "__main__":
    try:
        write(sys.argv[1], int(sys.argv[2]))
    except KgError as error:
        complain([error])
        raise SystemExit(1) from None
