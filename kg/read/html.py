"""Saved HTML pages: the body by trafilatura, what the page says of itself by its JSON-LD and meta tags.

A page is untrusted: nothing is fetched, scripts are not run, and what is broken in its markup is passed by.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

import lxml.etree
import lxml.html
import trafilatura
from lxml.html import HtmlElement

from kg.read.jsonld import json_ld
from kg.read.metadata import Metadata
from kg.read.metatags import meta_tags

_PAGE = re.compile(r"\s*<(?:!doctype\s+html\b|html\b|head\b|body\b|!--)", re.IGNORECASE)
_FRAGMENT = re.compile(r"\s*<(?:p|div|article|section|figure|img|h[1-6]|ul|ol|blockquote)\b[^<>]*>", re.IGNORECASE)

MOST_ELEMENTS = 30_000
"""Of one page: several times what news pages have. The search for the body takes seconds for so many, and four times as
long for twice as many."""

MOST_COMPARED = 5_000
"""Elements of a page whose body is looked for in several ways; one of them takes time by the square of their number."""


class TooManyElementsError(ValueError):
    """A page that would take minutes to read: the message says so."""


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page (its title, then its body, blank lines between) and what its markup says."""

    text: str
    metadata: Metadata


def form_of(source: str) -> str:
    """What stands in a text, by its first characters: "page" or "fragment" of HTML, else "text".

    >>> form_of("<!DOCTYPE html><html>"), form_of("<p>Vessa said no.</p>"), form_of("Vessa said no.")
    ('page', 'fragment', 'text')
    """
    if _PAGE.match(source):
        return "page"
    return "fragment" if _FRAGMENT.match(source) else "text"


def parsed(source: str) -> HtmlElement | None:
    """The source of a page comes in; its tree goes out, None where it holds nothing. Raises TooManyElementsError.

    What is nested deeper than libxml2 follows is no part of the tree.
    """
    # Bytes, because lxml refuses a string that names its own charset.
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        tree = lxml.html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except lxml.etree.ParserError:  # nothing in it but comments
        return None
    if _has_more_than(MOST_ELEMENTS, tree):
        raise TooManyElementsError(f"the page has more than {MOST_ELEMENTS:,} elements; save its article alone")
    return tree


def page(source: str) -> Page:
    """The source of an HTML page comes in; its text and metadata go out, an empty text where it holds no article.

    Raises TooManyElementsError.
    """
    tree = parsed(source)
    if tree is None:
        return Page("", Metadata())
    metadata = json_ld(tree).or_else(meta_tags(tree))
    fast = _has_more_than(MOST_COMPARED, tree)
    body = trafilatura.extract(tree, fast=fast, include_comments=False, include_tables=False) or ""
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    title = [metadata.title] if lines and metadata.title and lines[0] != metadata.title else []
    return Page("\n\n".join([*title, *lines]), metadata)


def _has_more_than(elements: int, tree: HtmlElement) -> bool:
    return next(islice(tree.iter(), elements, None), None) is not None
