"""Feeds (RSS, Atom): entries with their text, or with no more than a link."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import feedparser
import lxml.etree

from kg.errors import ArticleError
from kg.read.bounds import LONGEST_FEED
from kg.read.decode import NotTextError, decode

MOST_ATTRIBUTES = 200
"""Of one element; no feed has twenty. The parser takes time by the square of their number."""

_MEDIA = frozenset(
    ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml")
)

_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: what it says of its article, the HTML or text that it gives in full, its summary, and its link."""

    head: tuple[tuple[str, str], ...]
    form: str
    content: str
    summary: str
    link: str


def is_feed(media: str, data: bytes) -> bool:
    """True for what a server sends as a feed, or what begins as one, whatever it is sent as."""
    return media in _MEDIA or _ROOT.search(data[:1000]) is not None


def entries(path: str, data: bytes) -> Iterator[Entry]:
    """The bytes of a feed in, its entries in their order out. Raises ArticleError where it is none.

    Nothing outside the feed is looked at: no entity, no definition of a document's type, no address.
    """
    if len(data) > LONGEST_FEED:
        raise ArticleError(path, f"the feed has more than {LONGEST_FEED:,} bytes; split it")
    # The reader takes a stream for what it is; a text it would take for an address or a file's name.
    feed = feedparser.parse(
        io.BytesIO(_plain(path, data)),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    if not feed.version and not feed.entries:
        raise ArticleError(path, "no feed; RSS and Atom are read")
    yield from (_entry(one, feed.feed) for one in feed.entries)


def _plain(path: str, data: bytes) -> bytes:
    """A feed as UTF-8 without a document type, its broken places mended. Raises ArticleError for what is hostile."""
    try:
        text, _ = decode(data)
    except NotTextError as error:
        raise ArticleError(path, str(error)) from None
    if "<!ENTITY" in text:
        raise ArticleError(path, "declares entities of its own, which no feed needs; it is not read")
    parser = lxml.etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True
    )
    try:
        tree = lxml.etree.fromstring(text.encode(), parser)
    except lxml.etree.XMLSyntaxError:
        tree = None
    if tree is None:
        raise ArticleError(path, "no feed; RSS and Atom are read")
    if any(len(element.attrib) > MOST_ATTRIBUTES for element in tree.iter(lxml.etree.Element)):
        raise ArticleError(path, f"an element has more than {MOST_ATTRIBUTES} attributes; it is not read")
    return lxml.etree.tostring(tree, encoding="utf-8")


def _entry(entry: Any, feed: Any) -> Entry:
    contents = [(_value(one, "value"), _value(one, "type")) for one in entry.get("content") or ()]
    content, media = max(contents, key=lambda one: len(one[0]), default=("", ""))
    link, identifier = _value(entry, "link"), _value(entry, "id")
    pairs = [
        ("title", _value(entry, "title")),
        ("publisher", _value(entry.get("source") or {}, "title") or _value(feed, "publisher") or _value(feed, "title")),
        *(("author", _value(author, "name")) for author in entry.get("authors") or ()),
        ("url", link if link.startswith(("http://", "https://")) else ""),
        ("id", "" if identifier.isdigit() else identifier),
        ("published", _value(entry, "published")),
        ("modified", _value(entry, "updated")),
    ]
    head = tuple((field, " ".join(value.split())) for field, value in pairs if value.strip())
    return Entry(head, "text" if media == "text/plain" else "fragment", content, _value(entry, "summary"), link)


def _value(node: Any, name: str) -> str:
    """A value as it is printed in the feed; the node's own look-up gives others for some that are not there."""
    return dict.get(node, name) or ""
