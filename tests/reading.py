"""Articles of sources, as tests want them: the first error is raised."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.errors import KgError
from kg.model import Article, Item
from kg.read import find, read


def items(*sources: str | Path, fields: str = "") -> Iterator[Item]:
    for found in find(*map(str, sources), fields=fields):
        if isinstance(found, KgError):
            raise found
        yield found


def read_all(*sources: str | Path, fields: str = "") -> list[Article]:
    return [read(item) for item in items(*sources, fields=fields)]
