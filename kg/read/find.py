"""Sources to items, one after another: of an archive, nothing is held in memory but the record at hand."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from urllib.parse import urljoin

from kg.errors import ArticleError, KgError
from kg.model import Item
from kg.read.bounds import LONGEST_FEED, LONGEST_PAGE, MOST_ENTRIES, longest
from kg.read.feeds import Entry, entries, is_feed
from kg.read.fields import Names, names_of
from kg.read.files import (
    ARCHIVE_ENDINGS,
    COLUMN_ENDINGS,
    ENDINGS,
    FEED_ENDINGS,
    LIST_ENDING,
    NAMED_FEED_ENDING,
    PAGE_ENDINGS,
    RECORD_ENDINGS,
    STANDARD_INPUT,
    TEXT_ENDINGS,
    article_file,
    content,
    files,
)
from kg.read.packed import opened
from kg.read.records import json_lines, lines, parquet, place, stem
from kg.read.warc import web_archive
from kg.read.web import Answer, Web, is_private

_FORMS = {"text/html": "page", "application/xhtml+xml": "page", "text/plain": "text", "text/markdown": "text"}


@dataclass(frozen=True, slots=True)
class _Search:
    """What one search for items knows: what fields are called, the web, and where it has been."""

    names: Names
    web: Web = field(default_factory=Web)
    seen: set[str] = field(default_factory=set)

    def is_new(self, place: str) -> bool:
        """True for a place at the first time."""
        known = place in self.seen
        self.seen.add(place)
        return not known


def find(*sources: str, fields: str = "") -> Iterator[Item | KgError]:
    """Sources come in: files, folders, addresses (http, https), ``-`` for standard input. Their items go out.

    In the place of what cannot be read stands its error: a bad record costs itself, a bad file the rest of the file.
    What is named twice is found once. ``fields`` says what the fields of records are called where they go by other
    names than those of ``fields.KNOWN``: "text=story,published=day".
    """
    try:
        search = _Search(names_of(fields))
    except KgError as error:
        yield error
        return
    for source in sources:
        yield from _caught(_in_source(source, search))


def number(*sources: str) -> int | None:
    """How many articles stand in sources, where their files alone tell it; None for archives, feeds and addresses."""
    paths: set[str] = set()
    for source in sources:
        if source == STANDARD_INPUT or _is_address(source):
            return None
        with suppress(KgError):
            paths.update(map(os.path.realpath, files(source)))
    alone = all(path.lower().endswith((*TEXT_ENDINGS, *PAGE_ENDINGS)) for path in paths)
    return len(paths) if alone else None


def _caught(found: Iterator[Item | KgError]) -> Iterator[Item | KgError]:
    """The same, with the error that ends it as the last one found."""
    try:
        yield from found
    except KgError as error:
        yield error


def _in_source(source: str, search: _Search) -> Iterator[Item | KgError]:
    if _is_address(source):
        yield from _at_address(source, search, private=is_private(source))
        return
    for path in files(source):
        if search.is_new(os.path.realpath(path)):
            yield from _caught(_in_file(path, search))


def _in_file(path: str, search: _Search) -> Iterator[Item | KgError]:
    """The items of a file, read as its ending says."""
    name = path.lower()
    if name.endswith(RECORD_ENDINGS):
        yield from json_lines(path, search.names)
    elif name.endswith(COLUMN_ENDINGS):
        yield from parquet(path, search.names)
    elif name.endswith(ARCHIVE_ENDINGS):
        yield from web_archive(path)
    elif name.endswith((*FEED_ENDINGS, NAMED_FEED_ENDING)):
        yield from _in_feed(path, content(path, LONGEST_FEED))
    elif name.endswith(LIST_ENDING):
        yield from _in_list(path, search)
    elif path == STANDARD_INPUT or name.endswith((*TEXT_ENDINGS, *PAGE_ENDINGS)):
        yield article_file(path)
    else:
        ending = os.path.splitext(name)[1]
        raise ArticleError(path, f"files ending in {', '.join(ENDINGS)} are read, not {ending or 'files without one'}")


def _in_feed(path: str, data: bytes) -> Iterator[Item | KgError]:
    """The entries of a feed's file, each by what it holds itself."""
    for number, entry in enumerate(entries(path, data), 1):
        text = entry.content or entry.summary
        if text.strip():
            yield _entry(place(path, number), stem(path, number), entry, text)
        else:
            yield ArticleError(place(path, number), "no more than a link; name the feed's address, and it is followed")


def _in_list(path: str, search: _Search) -> Iterator[Item | KgError]:
    """What stands at the addresses of a list, one a line; others may have made it, so it leads to no private one."""
    with opened(path) as file:
        for line in lines(file):
            if address := line.decode("utf-8", "replace").strip():
                yield from _caught(_at_address(address, search, private=False))


def _at_address(address: str, search: _Search, *, private: bool) -> Iterator[Item | KgError]:
    """The article at an address, or those of the feed there: full texts from it, others from the pages it links to."""
    if not search.is_new(address):
        return
    answer = search.web.fetch(address, LONGEST_FEED, private=private)
    if not is_feed(answer.media, answer.data):
        yield _page(address, answer)
        return
    for number, entry in enumerate(islice(entries(address, answer.data), MOST_ENTRIES), 1):
        if entry.content.strip():
            yield _entry(place(address, number), _stem(entry.link or address), entry, entry.content)
        elif entry.link:
            yield from _caught(_linked(answer.url, entry, search, private=private))
        else:
            yield ArticleError(place(address, number), "an entry without text and link")


def _linked(feed: str, entry: Entry, search: _Search, *, private: bool) -> Iterator[Item]:
    """The page that an entry of a feed links to, with what the feed says of it."""
    try:
        address = urljoin(feed, entry.link)
    except ValueError:
        raise ArticleError(entry.link, "no address of the web") from None
    if search.is_new(address):
        item = _page(address, search.web.fetch(address, LONGEST_PAGE, private=private))
        yield replace(item, head=(*item.head, *(pair for pair in entry.head if pair[0] != "url")))


def _page(address: str, answer: Answer) -> Item:
    form = _FORMS.get(answer.media)
    if form is None:
        raise ArticleError(
            address, f"{answer.media[:60] or 'what has no type'} is no article; pages, texts and feeds are read"
        )
    return Item(address, _stem(address), form, answer.data[: longest(form) + 1], (("url", answer.url),))


def _entry(path: str, stem: str, entry: Entry, text: str) -> Item:
    return Item(path, stem, entry.form, text.encode("utf-8", "replace")[: longest(entry.form) + 1], entry.head)


def _is_address(source: str) -> bool:
    return re.match(r"https?://", source, re.IGNORECASE) is not None


def _stem(address: str) -> str:
    """The last words of an address: "bridge-lost" of "https://courier.example/world/bridge-lost.html?x=1"."""
    *before, last = re.findall(r"[^/?#]+", address.partition("?")[0]) or [address]
    return re.sub(r"\W+", "-", os.path.splitext(last)[0] if len(before) > 1 else last).strip("-")
