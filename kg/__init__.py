"""Knowledge graphs from news: who said what, in which article, in which words.

>>> import kg
>>> graph = kg.build("seeds/")  # doctest: +SKIP
>>> graph.query("statements-by-speaker", speaker="Anna Vell")  # doctest: +SKIP
>>> graph.view("page.html")  # doctest: +SKIP
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell
    from spacy.language import Language

    from kg.graph import Graph

__version__ = "0.1.0"
__all__ = ["Graph", "__version__", "build", "open_graph"]


def build(
    *sources: str | Path,
    model: str | Path | Language | None = None,
    gazetteers: Iterable[str | Path] = (),
    base_date: date | None = None,
    min_confidence: float = 0.0,
    same: str | Path | Iterable[str | Path] = (),
    different: str | Path | Iterable[str | Path] = (),
    corrections: str | Path | Iterable[str | Path] = (),
) -> Graph:
    """Files and folders of articles in, their graph out.

    ``model``: another spaCy pipeline than the shipped one, by name, folder or ready. ``gazetteers``: files of your own
    entities. ``base_date``: the day that relative dates count from in articles without a date. ``min_confidence`` (0 to
    1): leave out statements that are less sure. ``same`` and ``different``: files of decisions in SKOS Turtle, one or
    several: which entities are one (``ent:a skos:exactMatch ent:b``) and which are not (``owl:differentFrom``).
    ``corrections``: files of decisions about statements (docs/corrections.md). An article that cannot be used, or a
    correction that cannot be applied, is left out and logged; KgError where no article can be used.
    """
    from kg.pipeline import build_graph  # heavy

    return build_graph(
        *sources,
        model=model,
        gazetteers=gazetteers,
        base_date=base_date,
        min_confidence=min_confidence,
        same=same,
        different=different,
        corrections=corrections,
    )


def open_graph(path: str | Path) -> Graph:
    """A graph file (.ttl, .trig, .nt, .nq) or a store's folder in, its graph out. KgError where it is neither."""
    from kg.graph import Graph  # heavy

    return Graph.open(path)


def load_ipython_extension(ipython: InteractiveShell) -> None:
    """`%load_ext kg` in a notebook: the magic `%%sparql` is there."""
    from kg.notebook import register  # needs IPython

    register(ipython)


def __getattr__(name: str) -> Any:
    if name != "Graph":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kg.graph import Graph  # heavy

    return Graph


class _Package(ModuleType):
    """The package, in which ``build`` stays the function: importing the folder ``kg/build`` would replace it."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name == "build" and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
