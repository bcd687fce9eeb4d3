"""What a build notes of an article beside its graph: what was seen in the text and not understood."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.listing import written
from kg.vocabulary import article_iri

if TYPE_CHECKING:
    from kg.pipeline import Outcome
    from kg.store import Store

LISTING = "statements.jsonl"


@dataclass(frozen=True, slots=True)
class Noted:
    """What was noted of an article (its IRI) that was read from a file with this ``stem``.

    ``skipped`` are (start, end, reason), in code points of the text whose hash is ``sha256``.
    """

    article: str
    stem: str
    sha256: str
    skipped: tuple[tuple[int, int, str], ...]


Notes = Callable[[str], Iterable[Noted]]
"""The IRI or file stem of an article in, what was noted of those that go by it out. KgError: there are no notes."""


def of_nothing(name: str) -> Iterable[Noted]:
    """The notes of a graph that came without any."""
    raise KgError("the graph came without the notes of its build")


def of_outcomes(outcomes: Iterable[Outcome]) -> Notes:
    """The notes of what a build has made."""
    every = tuple(map(_noted, outcomes))
    return lambda name: (one for one in every if name in (one.article, one.stem))


def of_path(path: str | Path, store: Store) -> Notes:
    """The notes of a store in its folder, or of a graph file: those in the statements.jsonl beside it."""
    place = Path(path)
    return of_store(place, store) if place.is_dir() else _beside(place.with_name(LISTING))


def of_listing(path: str | Path) -> Notes:
    """The notes that stand in a statements.jsonl."""
    return lambda name: _read(Path(path), name)


def _beside(listing: Path) -> Notes:
    def notes(name: str) -> Iterable[Noted]:
        if not listing.is_file():  # the same words wherever the graph lies
            raise KgError(f"no {LISTING} lies beside the graph; --notes names that of the build")
        return _read(listing, name)

    return notes


def of_store(folder: Path, store: Store) -> Notes:
    """The notes that a store keeps of its articles, as people decided about these."""

    def notes(name: str) -> Iterator[Noted]:
        found = [name] if store.ledger.has(name) else store.ledger.of_stem(name)
        if not found:
            return
        from kg.archive import Archive, Line, Settings, keep  # slow to import

        same, different, corrections = keep(folder, {"same": (), "different": (), "corrections": ()}).values()
        line = Line(Settings(same=same, different=different, corrections=corrections))
        archive = Archive(store, line.decisions, line.corrections)
        yield from (_noted(archive.outcome(iri)) for iri in found)

    return notes


def _noted(outcome: Outcome) -> Noted:
    article = outcome.article
    skipped = tuple((one.span.start, one.span.end, one.reason) for one in outcome.skipped)
    return Noted(str(article_iri(article)), article.stem, article.sha256, skipped)


def _read(path: Path, name: str) -> Iterator[Noted]:
    wanted = written(name)
    try:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                if wanted in line:
                    found = _entry(line, path)
                    if name in (found.article, found.stem):
                        yield found
    except FileNotFoundError as error:
        raise KgError(f"{path}: no such file; give the statements.jsonl of the build") from error
    except (OSError, UnicodeDecodeError) as error:
        raise KgError(f"{path}: cannot be read ({error}); give the statements.jsonl of the build") from error


def _entry(line: str, path: Path) -> Noted:
    try:
        entry = json.loads(line)
        skipped = tuple((int(one["span"][0]), int(one["span"][1]), str(one["reason"])) for one in entry["skipped"])
        return Noted(str(entry["article_iri"]), str(entry["id"]), str(entry.get("sha256", "")), skipped)
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise KgError(f"{path}: no statements.jsonl of newskg; give the one that `kg build` wrote") from error
