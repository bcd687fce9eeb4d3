"""What a store keeps beside its graph: which article gave what, so that one can be added, changed or taken out.

An SQLite file. It is written first, with what the graph is to become (a log of the changes since the graph was last
seen to be on disk), so that a store that was killed at any moment is brought to an end when it is opened again.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SCHEMA = """
CREATE TABLE IF NOT EXISTS articles (
    article TEXT PRIMARY KEY, stem TEXT NOT NULL, source TEXT NOT NULL, gave BLOB NOT NULL, note BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS by_stem ON articles (stem);
CREATE INDEX IF NOT EXISTS by_source ON articles (source);
CREATE TABLE IF NOT EXISTS support (line BLOB PRIMARY KEY, times INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tellings (
    topic TEXT, text TEXT, times INTEGER NOT NULL, PRIMARY KEY (topic, text)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS pending (graphs TEXT NOT NULL, gone BLOB NOT NULL, new BLOB NOT NULL);
"""
SEVERAL = 2
"""As many articles as have to support a line for their number to be kept."""
MANY = 500
"""How many values a statement of SQL asks for at once."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one article gives a store.

    ``own`` is its named graph (N-Quads); ``shared`` are the lines (N-Quads) that it supports in the shared one, and
    ``tellings`` topics with texts: what other articles are compared by. ``source`` stands for what the entry was made
    from and by, ``stem`` is its file's, ``note`` is what is needed to make it anew.
    """

    article: str
    stem: str
    source: str
    own: bytes
    shared: tuple[str, ...]
    tellings: tuple[tuple[str, str], ...]
    note: bytes


@dataclass(frozen=True, slots=True)
class Rewrite:
    """What becomes of a graph: named graphs that go, then lines (N-Quads) that go, then lines that come."""

    graphs: tuple[str, ...] = ()
    gone: bytes = b""
    new: bytes = b""


@dataclass(frozen=True, slots=True)
class Change:
    """Articles that come or go, with how often each line and telling is given more or less often by them."""

    entries: Sequence[Entry]
    removed: Collection[str]
    lines: Counter[str] = field(default_factory=Counter)
    tellings: Counter[tuple[str, str]] = field(default_factory=Counter)


class Ledger:
    """The file, open. Made in memory where there is no path."""

    def __init__(self, path: Path | None) -> None:
        self._db = sqlite3.connect(path or ":memory:", isolation_level=None)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        # Pages that many articles touch are written to their place once in a while, not for each.
        self._db.execute("PRAGMA wal_autocheckpoint = 20000")
        self._db.execute("PRAGMA cache_size = -8192")
        self._db.executescript(SCHEMA)

    def __len__(self) -> int:
        """How many articles."""
        return int(self._db.execute("SELECT count(*) FROM articles").fetchone()[0])

    def articles(self) -> list[str]:
        """The IRIs of all articles, sorted."""
        return [article for (article,) in self._db.execute("SELECT article FROM articles ORDER BY article")]

    def has(self, article: str) -> bool:
        """True where an article is there."""
        return self._db.execute("SELECT 1 FROM articles WHERE article = ?", (article,)).fetchone() is not None

    def of_stem(self, stem: str) -> list[str]:
        """The IRIs of the articles of a file stem."""
        return [one for (one,) in self._db.execute("SELECT article FROM articles WHERE stem = ?", (stem,))]

    def stems(self) -> Iterator[str]:
        """The file stems of all articles."""
        return (stem for (stem,) in self._db.execute("SELECT DISTINCT stem FROM articles"))

    def made_from(self, source: str) -> list[str]:
        """The IRIs of the articles that came of a source."""
        return [one for (one,) in self._db.execute("SELECT article FROM articles WHERE source = ?", (source,))]

    def note(self, article: str) -> tuple[str, bytes]:
        """What an article's entry was made from, and what it is made anew from. KeyError where there is none."""
        row = self._db.execute("SELECT source, note FROM articles WHERE article = ?", (article,)).fetchone()
        if row is None:
            raise KeyError(article)
        return row[0], zlib.decompress(row[1])

    def setting(self, name: str) -> str:
        """A value kept by name, "" where there is none."""
        row = self._db.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def set(self, name: str, value: str) -> None:
        """Keep a value by name."""
        self._db.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))

    def texts(self, topic: str) -> dict[str, int]:
        """What articles tell of a topic, with how many tell it."""
        return dict(self._db.execute("SELECT text, times FROM tellings WHERE topic = ?", (topic,)))

    def supported(self, lines: Iterable[str]) -> dict[str, int]:
        """How many articles support each of these lines; those that none or one does are left out."""
        keys = {_key(line): line for line in lines}
        found: dict[str, int] = {}
        for some in _in_parts(list(keys)):
            marks = ", ".join("?" * len(some))
            for key, times in self._db.execute(f"SELECT line, times FROM support WHERE line IN ({marks})", some):
                found[keys[key]] = times
        return found

    def change(self, entries: Sequence[Entry], removed: Collection[str]) -> Change:
        """What changes where these entries come, in place of what their articles gave before, and these articles go."""
        change = Change(entries, removed)
        for article in dict.fromkeys([*(entry.article for entry in entries), *removed]):
            shared, tellings = self._gave(article)
            change.lines.subtract(shared)
            change.tellings.subtract(tellings)
        for entry in entries:
            change.lines.update(entry.shared)
            change.tellings.update(entry.tellings)
        for counts in (change.lines, change.tellings):
            for key in [key for key, times in counts.items() if not times]:
                del counts[key]
        return change

    def begin(self, change: Change, rewrite: Rewrite, support: Mapping[str, int]) -> None:
        """Write a change down, with what is to become of the graph, and how many articles support each line then."""
        with _Transaction(self._db):
            gone = [*(entry.article for entry in change.entries), *change.removed]
            self._db.executemany("DELETE FROM articles WHERE article = ?", [(article,) for article in gone])
            self._db.executemany("INSERT INTO articles VALUES (?, ?, ?, ?, ?)", map(_row, change.entries))
            self._support(support)
            self._count(change.tellings)
            self._db.execute(
                "INSERT INTO pending VALUES (?, ?, ?)",
                (json.dumps(rewrite.graphs), zlib.compress(rewrite.gone), zlib.compress(rewrite.new)),
            )

    def pending(self) -> Iterator[Rewrite]:
        """What was written down and perhaps not done yet."""
        for graphs, gone, new in self._db.execute("SELECT graphs, gone, new FROM pending ORDER BY rowid").fetchall():
            yield Rewrite(tuple(json.loads(graphs)), zlib.decompress(gone), zlib.decompress(new))

    def done(self) -> None:
        """All that was pending is done."""
        self._db.execute("DELETE FROM pending")

    def close(self) -> None:
        """Let the file go."""
        self._db.close()

    def _gave(self, article: str) -> tuple[list[str], list[tuple[str, str]]]:
        row = self._db.execute("SELECT gave FROM articles WHERE article = ?", (article,)).fetchone()
        if row is None:
            return [], []
        shared, tellings = json.loads(zlib.decompress(row[0]))
        return shared, [(topic, text) for topic, text in tellings]

    def _support(self, support: Mapping[str, int]) -> None:
        """Keep the counts of lines that several articles support: one alone is told by the line's standing there."""
        few = [(_key(line),) for line, times in support.items() if times < SEVERAL]
        many = [(_key(line), times) for line, times in support.items() if times >= SEVERAL]
        self._db.executemany("DELETE FROM support WHERE line = ?", few)
        self._db.executemany("INSERT OR REPLACE INTO support VALUES (?, ?)", many)

    def _count(self, times: Mapping[tuple[str, str], int]) -> None:
        """Add to how many tell each text; a text that nobody tells goes."""
        rows = [(*telling, number) for telling, number in times.items()]
        added = "ON CONFLICT DO UPDATE SET times = times + excluded.times"
        self._db.executemany(f"INSERT INTO tellings VALUES (?, ?, ?) {added}", rows)
        less = [telling for telling, number in times.items() if number < 0]
        self._db.executemany("DELETE FROM tellings WHERE topic = ? AND text = ? AND times = 0", less)


class _Transaction:
    """All or nothing."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __enter__(self) -> None:
        self._db.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._db.execute("COMMIT")
        elif self._db.in_transaction:  # a full disk ends it by itself
            self._db.execute("ROLLBACK")


def _row(entry: Entry) -> tuple[str, str, str, bytes, bytes]:
    gave = json.dumps([entry.shared, entry.tellings], ensure_ascii=False, separators=(",", ":"))
    return entry.article, entry.stem, entry.source, zlib.compress(gave.encode()), zlib.compress(entry.note)


def _key(line: str) -> bytes:
    """A line's key: the first 16 bytes of its SHA-256."""
    return hashlib.sha256(line.encode()).digest()[:16]


def _in_parts(keys: list[bytes]) -> Iterator[list[bytes]]:
    for start in range(0, len(keys), MANY):
        yield keys[start : start + MANY]
