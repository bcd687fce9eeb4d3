"""What a build tells when it is done: what it found, what it did not understand, and where that is now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.text import Text

from kg.commands.terminal import console, new_table, plain
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.archive import Fate
    from kg.pipeline import Build
    from kg.vocabulary import Gazetteer


@dataclass(frozen=True)
class Told:
    """Of one place that was written to: figures, reasons with how often they occurred, and what was odd, in lines."""

    title: str
    path: Path
    figures: Mapping[str, int]
    not_understood: Mapping[str, int]
    notes: list[str]
    where: str

    def show(self) -> None:
        """For people."""
        for title, figures in ((self.title, self.figures), ("seen and not understood", self.not_understood)):
            table = new_table(title, "", right=1)
            for name, number in figures.items():
                table.add_row(plain(name), f"{number:,}")
            if table.row_count:
                console().print(table)
        for line in (*self.notes, self.where):
            console().print(Text(plain(line)))

    def values(self) -> dict[str, Any]:
        """For a program."""
        return {
            "path": str(self.path),
            "figures": dict(self.figures),
            "not_understood": dict(self.not_understood),
            "notes": self.notes,
        }


@dataclass
class Tally:
    """What became of the items of a build."""

    articles: list[str] = field(default_factory=list)
    unchanged: int = 0
    statements: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    failed: list[KgError] = field(default_factory=list)

    def add(self, fate: Fate) -> None:
        """Count one more."""
        from kg.archive import Made

        if isinstance(fate, KgError):
            self.failed.append(fate)
        elif isinstance(fate, Made):
            self.articles.append(fate.entry.article)
            self.statements += fate.statements
            self.skipped += fate.skipped
            self.notes += [f"{fate.path}: {note}" for note in fate.notes]
        else:
            self.unchanged += 1

    def told(self, store: Path) -> Told:
        """What went into a store."""
        figures = {"articles added": len(self.articles), "unchanged": self.unchanged, "statements": self.statements}
        skipped = dict(self.skipped.most_common())
        return Told("into the store", store, figures, skipped, self.notes, f"The store is {store}")


def told(made: Build, gazetteer: Gazetteer, folder: Path) -> Told:
    """What is in the files of a folder."""
    from kg.summary import figures, notes, reasons

    where = f"The page is {folder / 'graph.html'}, the graph {folder / 'graph.ttl'}"
    return Told("found", folder, figures(made, gazetteer), dict(reasons(made)), notes(made), where)
