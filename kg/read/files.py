"""Which files hold articles, and their bytes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from kg.errors import ArticleError, KgError, check_path
from kg.model import Item
from kg.read.bounds import longest

STANDARD_INPUT = "-"
TEXT_ENDINGS = (".txt", ".md")
PAGE_ENDINGS = (".html", ".htm")
RECORD_ENDINGS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".jsonl.zst", ".ndjson.zst")
COLUMN_ENDINGS = (".parquet",)
ARCHIVE_ENDINGS = (".warc", ".warc.gz", ".warc.zst")
FEED_ENDINGS = (".rss", ".atom")
ENDINGS = (*TEXT_ENDINGS, *PAGE_ENDINGS, *RECORD_ENDINGS, *COLUMN_ENDINGS, *ARCHIVE_ENDINGS, *FEED_ENDINGS)
# Read where they are named themselves: in folders, .xml is mostly something else, and a folder fetches nothing.
NAMED_FEED_ENDING = ".xml"
LIST_ENDING = ".urls"

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


def stem_of(name: str) -> str:
    """What an article is called whose file has this name; an address is no file.

    >>> stem_of("news/flood-osk.txt"), stem_of("https://example.org/flood.html")
    ('flood-osk', 'https://example.org/flood.html')
    """
    return name if "://" in name else Path(name).stem


def files(source: str) -> Iterator[str]:
    """A file, a folder or ``-`` comes in; the paths of its files that hold articles go out, a folder's sorted by path.

    Folders are searched to any depth. Hidden files, files of other ENDINGS, and files named README, LICENSE and the
    like are passed by. Raises KgError where the source does not exist, cannot be searched, or is a folder without
    articles.
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
        raise KgError(f"{source}: no such file or folder; {check_path(source)}")


def article_file(path: str) -> Item:
    """A file of one article, or standard input, comes in; its item goes out. Raises ArticleError."""
    if path == STANDARD_INPUT:
        return Item(path, "stdin", "", content(path, longest("")))
    form = "text" if path.lower().endswith(TEXT_ENDINGS) else "page"
    return Item(path, stem_of(path), form, content(path, longest(form)))


def content(path: str, limit: int) -> bytes:
    """The bytes of a file or of standard input, cut off after ``limit`` + 1. Raises ArticleError."""
    try:
        if path == STANDARD_INPUT:
            return sys.stdin.buffer.read(limit + 1)
        with open(path, "rb") as file:
            return file.read(limit + 1)
    except FileNotFoundError:
        raise ArticleError(path, f"no such file; {check_path(path)}") from None
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
    return not hidden and path.name.lower().endswith(ENDINGS) and path.stem.upper() not in ABOUT_THE_FOLDER


def _refuse(error: OSError) -> None:
    raise KgError(f"{error.filename}: the folder cannot be read ({error.strerror}); check its permissions")
