"""The kinds of content: each file of this folder finds one; ``claims`` takes what no other kind says."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Protocol, cast

from spacy.tokens import Doc

from kg.extract.found import Found
from kg.model import Skipped


class Kind(Protocol):
    """A file of the folder: what it finds in a doc."""

    def find(self, doc: Doc) -> Iterable[Found | Skipped]:
        """The contents of this kind, and what looked like one and was not taken."""
        ...


@cache
def kinds() -> tuple[Kind, ...]:
    """The modules of the folder, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(cast(Kind, importlib.import_module(f"{__name__}.{name}")) for name in names)


def contents(doc: Doc) -> Iterator[Found | Skipped]:
    """What all kinds find in a doc."""
    for kind in kinds():
        yield from kind.find(doc)
