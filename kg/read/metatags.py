"""What a page says of its article in meta tags, links, microdata and its title."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from kg.read.bylines import byline, names
from kg.read.dates import stamps
from kg.read.metadata import Metadata, dated, one_line

# The names of tags that give a field, most telling first; those of ``itemprop`` among them.
_TAGS = {
    "title": ("og:title", "headline", "twitter:title", "dc.title", "parsely-title"),
    "publisher": ("og:site_name", "publisher", "dc.publisher", "application-name"),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "byl"),
    "url": ("og:url", "parsely-link", "twitter:url"),
    "published": ("article:published_time", "datepublished", "dc.date", "dc.date.issued", "dcterms.created", "date",
                  "pubdate", "publish-date", "parsely-pub-date", "article.published", "time"),
    "modified": ("article:modified_time", "og:updated_time", "datemodified", "dc.date.modified", "dcterms.modified",
                 "last-modified", "lastmod", "article.updated"),
}  # fmt: skip
_GIVEN = frozenset(name for names in _TAGS.values() for name in names)


def meta_tags(tree: HtmlElement) -> Metadata:
    """A page comes in; what its tags say goes out, its fields empty where they say nothing."""
    tags: dict[str, list[str]] = {}
    for name, value in _tags(tree):
        tags.setdefault(name, []).append(value)
    links = (link for link in tree.iter("link") if link.get("rel", "").lower() == "canonical")
    addresses = [one_line(link.get("href", "")) for link in links]
    publisher = _first(tags, "publisher")
    said = Metadata(
        title=_first(tags, "title") or _element(tree, "h1") or _alone(_element(tree, "title"), publisher),
        publisher=publisher,
        authors=tuple(dict.fromkeys(name for value in _values(tags, "author") for name in _people(value))),
        url=next((url for url in [*addresses, *_values(tags, "url")] if url.startswith(("https://", "http://"))), ""),
    )
    published = dated(stamps(_first(tags, "published")) or ())
    updated = dated(replace(stamp, updated=True) for stamp in stamps(_first(tags, "modified")) or ())
    return said.or_else(published).or_else(updated)


def _tags(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Names and values of meta tags, of elements with an ``itemprop`` that gives a field, and of ``time`` elements."""
    for element in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            if name := element.get(key, "").strip().lower():
                yield name, one_line(element.get("content", ""))
    for element in tree.iter("time", "span", "div", "p", "a", "h1"):
        name = element.get("itemprop", "time" if element.get("datetime") else "").strip().lower()
        if name in _GIVEN:
            value = element.get("datetime") or element.get("content") or element.text_content()
            yield name, one_line(value)


def _values(tags: dict[str, list[str]], field: str) -> Iterator[str]:
    """The values of the first tag that gives the field."""
    given = next((tags[name] for name in _TAGS[field] if any(tags.get(name, ()))), [])
    return (value for value in given if value)


def _first(tags: dict[str, list[str]], field: str) -> str:
    return next(_values(tags, field), "")


def _people(value: str) -> tuple[str, ...]:
    if value.startswith(("https://", "http://")):  # a profile's address is no name
        return ()
    found = byline(value) or names(value)
    return found.authors if found else (value,)


def _element(tree: HtmlElement, tag: str) -> str:
    return next((one_line(element.text_content()) for element in tree.iter(tag)), "")


def _alone(title: str, publisher: str) -> str:
    """The title of a window without the outlet after it: "Army holds bridge | Drenn Courier"."""
    return title.removesuffix(publisher).rstrip(" |-–—·") if publisher else title
