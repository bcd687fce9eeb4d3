"""Files of decisions that a store keeps, so that every later build applies them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.archive.archive import Archive
from kg.errors import KgError, check_path
from kg.files import make_folder, put_file

FOLDER = "decisions"
DECIDED = "decisions"
"""The name by which a ledger keeps the hash of the decisions that all its articles are settled by."""
AT_ONCE = 64
"""Articles that are settled in one change."""


def keep(store: Path, files: Mapping[str, Iterable[Path]]) -> dict[str, tuple[str, ...]]:
    """Files by kind ("same", "different") in; those that the store keeps now out, a new one in place of its namesake.

    KgError where a file cannot be read.
    """
    for kind, paths in files.items():
        for path in paths:
            make_folder(store / FOLDER / kind)
            try:
                data = path.read_bytes()
            except OSError as error:
                raise KgError(f"{path}: cannot be read ({error.strerror}); {check_path(path)}") from error
            put_file(store / FOLDER / kind / path.name, data)
    return {kind: tuple(map(str, sorted((store / FOLDER / kind).glob("*")))) for kind in files}


def settle(archive: Archive, kept: Mapping[str, Iterable[str]]) -> int:
    """Make all articles of an archive anew where the decisions have changed; the number of articles out."""
    ledger = archive.store.ledger
    told = hashlib.sha256()
    for kind, paths in sorted(kept.items()):
        for path in paths:
            told.update(f"{kind} {Path(path).name} ".encode() + Path(path).read_bytes())
    if ledger.setting(DECIDED) == told.hexdigest() or (not any(kept.values()) and not ledger.setting(DECIDED)):
        return 0
    articles = ledger.articles()
    for start in range(0, len(articles), AT_ONCE):
        archive.settle(articles[start : start + AT_ONCE])
    ledger.set(DECIDED, told.hexdigest())
    return len(articles)
