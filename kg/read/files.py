"""Which files are articles, and their bytes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from kg.errors import ArticleError, KgError

STANDARD_INPUT = "-"
TEXT_ENDINGS = (".txt", ".md")
PAGE_ENDINGS = (".html", ".htm")
ENDINGS = TEXT_ENDINGS + PAGE_ENDINGS

# Files that lie beside articles and tell about the folder: passed by in folders, read when they are named themselves.
ABOUT_THE_FOLDER = (
    "AUTHORS",
    "CHANGELOG",
    "CODE_OF_CONDUCT",
    "CONTRIBUTING",
    "COPYING",
    "LICENCE",
    "LICENSE",
    "NOTICE",
    "README",
    "SECURITY",
)


def find(source: str) -> Iterator[str]:
    """A file, a folder or ``-`` comes in; the paths of its articles go out, a folder's sorted by path.

    Folders are searched to any depth. Hidden files, other endings than .txt, .md, .html and .htm, and files named
    README, LICENSE and the like are passed by. Raises KgError where the source does not exist, cannot be searched, or
    is a folder without articles.
    """
    if source == STANDARD_INPUT or os.path.isfile(source):
        yield source
    elif os.path.isdir(source):
        paths = sorted(_articles_under(Path(source)), key=lambda path: path.parts)
        if not paths:
            raise KgError(f"{source}: no articles in this folder; files ending in {', '.join(ENDINGS)} are read")
        yield from map(str, paths)
    elif os.path.exists(source):
        raise KgError(f"{source}: neither a file nor a folder; name one of these")
    else:
        raise KgError(f"{source}: no such file or folder; check the path")


def content(path: str, limit: int) -> bytes:
    """The bytes of a file or of standard input, cut off after ``limit`` + 1. Raises ArticleError."""
    try:
        if path == STANDARD_INPUT:
            return sys.stdin.buffer.read(limit + 1)
        with open(path, "rb") as file:
            return file.read(limit + 1)
    except FileNotFoundError:
        raise ArticleError(path, "no such file; check the path") from None
    except OSError as error:
        raise ArticleError(path, f"the file cannot be read ({error.strerror}); check its permissions") from None


def _articles_under(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(place, name) for name in names):
            if _is_article(path) and path.is_file():
                yield path


def _is_article(path: Path) -> bool:
    hidden = path.name.startswith(".")
    return not hidden and path.suffix.lower() in ENDINGS and path.stem.upper() not in ABOUT_THE_FOLDER


def _refuse(error: OSError) -> None:
    raise KgError(f"{error.filename}: the folder cannot be read ({error.strerror}); check its permissions")
