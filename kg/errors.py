"""Errors that a user can do something about: one clear line each, with what was perhaps meant."""

from __future__ import annotations

import os
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from unicodedata import combining, normalize

COMPARED = 100_000
"""The most names that one is compared with, which takes about a second."""


class KgError(Exception):
    """Bad input or a bad setting. ``str(error)`` is one line: what, where, what to do."""


class ArticleError(KgError):
    """One article that cannot be used; the others go on."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


def did_you_mean(meant: str, known: Iterable[str], otherwise: str) -> str:
    """What to do about a name that is not known, as the end of a line: the names that come nearest, else ``otherwise``.

    Case and accents do not count; who is called by the last word alone is found, too. Of two names that are alike so
    far, the first of ``known`` is told. Near is what difflib calls "good enough" (a ratio of 0.6).

    >>> did_you_mean("jana ruel", ["Bo Lund", "Jana Ruéll"], "`kg entities` lists them.")
    'did you mean Jana Ruéll?'
    """
    names: dict[str, str] = {}
    for name in islice(known, COMPARED):
        plain = _plain(name)
        names.setdefault(plain, name)
        names.setdefault(plain.rpartition(" ")[2], name)
    near = dict.fromkeys(names[one] for one in get_close_matches(_plain(meant), names, n=3))
    return f"did you mean {' or '.join(near)}?" if near else otherwise


def check_text(text: str) -> None:
    """KgError for what somebody gave and Python could not decode (it has lone surrogates then)."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise KgError(f"{text[:80]!a}: not valid UTF-8; write it in the terminal's own encoding.") from error


def check_path(path: str | Path) -> str:
    """What to do about a path that cannot be read: where a part of it is missing, name what stands there; check it."""
    missing = Path(path)
    while not os.path.lexists(missing.parent):
        missing = missing.parent
    beside = () if os.path.lexists(missing) else _names_in(missing.parent)
    return did_you_mean(missing.name, beside, "check the path.")


def _names_in(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as found:
            return sorted(one.name for one in islice(found, COMPARED))
    except OSError:
        return []


def _plain(name: str) -> str:
    return "".join(character for character in normalize("NFKD", name.casefold()) if not combining(character))
