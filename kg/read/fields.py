"""What people call the fields of an article: in front matter, in JSON lines, in columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from kg.errors import KgError
from kg.read.bylines import byline, names
from kg.read.dates import stamps
from kg.read.metadata import Metadata, dated, one_line

# Names in lower case with "_" for "-", the most telling first.
KNOWN = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "outlet", "publication", "site", "site_name", "source", "source_name", "source_domain",
                  "domain"),
    "author": ("authors", "author", "byline", "by", "creator"),
    "url": ("url", "canonical_url", "canonical", "link", "source_url", "permalink", "weburl"),
    "id": ("id", "identifier", "uuid", "guid"),
    "published": ("published", "date", "datepublished", "published_at", "publishedat", "publish_date", "date_publish",
                  "publication_date", "pubdate", "date_published"),
    "modified": ("modified", "updated", "lastmod", "datemodified", "last_updated", "updated_at", "date_modified",
                 "date_modify"),
}  # fmt: skip
# Where the article itself stands. A field of HTML comes last: the text of a crawl was chosen by whoever made it.
BODIES = {
    "text": ("text", "maintext", "body", "content", "article", "article_text", "article_body", "articlebody",
             "full_text", "fulltext", "plain_text"),
    "html": ("html", "raw_html", "content_html", "body_html"),
}  # fmt: skip

_SITE = re.compile(r"https?://(?P<host>[^/?#\s]+)/?")

Names = Mapping[str, tuple[str, ...]]
"""What each field of an article is called where it is read."""


def names_of(wanted: str) -> Names:
    """What the user calls the fields ("text=story,title=head") in; the names of all fields out. KgError.

    >>> names_of("published=day")["published"]
    ('day',)
    """
    found = {**BODIES, **KNOWN}
    for pair in filter(None, (pair.strip() for pair in wanted.split(","))):
        field, _, name = pair.partition("=")
        if field.strip() not in found or not name.strip():
            raise KgError(f"{pair}: no field; write FIELD=NAME, the field one of {', '.join(found)}")
        found[field.strip()] = (_folded(name.strip()),)
    return found


def folded(record: Mapping[Any, Any]) -> dict[str, Any]:
    """A record with its fields' names in lower case and "_" for "-"."""
    return {_folded(str(key)): value for key, value in record.items()}


def values(record: Mapping[str, Any], called: Iterable[str]) -> Iterator[str]:
    """The texts of a field under any of its names; of {name: Jane Doe} the name, of a column's date its ISO form."""
    for name in called:
        value = record.get(name)
        for item in value if isinstance(value, list) else [value]:
            words = item.get("name") if isinstance(item, dict) else item
            words = words.isoformat() if isinstance(words, date) else words
            if isinstance(words, str) and (line := one_line(words)):
                yield line


def head_of(record: Mapping[str, Any], called: Names) -> tuple[tuple[str, str], ...]:
    """A record in; what it says of its article out, as pairs of a field and its value."""
    found: list[tuple[str, str]] = []
    for field in KNOWN:
        given = list(dict.fromkeys(values(record, called[field])))
        found.extend((field, value) for value in (given if field == "author" else given[:1]))
    return tuple(found)


def said(head: Iterable[tuple[str, str]]) -> Metadata:
    """Pairs of a field and its value as printed in; what they say out."""
    pairs = list(head)
    first = dict(reversed(pairs))
    authors = tuple(name for field, value in pairs if field == "author" for name in _people(value))
    found = Metadata(
        title=first.get("title", ""),
        authors=tuple(dict.fromkeys(authors)),
        url=first.get("url", ""),
        identifier=first.get("id", ""),
    ).or_else(_source(first.get("publisher", "")))
    published = dated(stamps(first.get("published", "")) or ())
    updated = dated(replace(stamp, updated=True) for stamp in stamps(first.get("modified", "")) or ())
    return found.or_else(published).or_else(updated)


def _source(value: str) -> Metadata:
    """Of an address, the article's, or the site's of whoever published it; else a name."""
    if site := _SITE.fullmatch(value):
        return Metadata(publisher=site["host"])
    return Metadata(url=value) if value.startswith(("https://", "http://")) else Metadata(publisher=value)


def _people(value: str) -> tuple[str, ...]:
    found = byline(value) or names(value)
    return found.authors if found and found.authors else (value,)


def _folded(name: str) -> str:
    return name.lower().replace("-", "_")
