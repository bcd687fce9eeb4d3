"""Saved HTML pages: the body by trafilatura, what the page says of itself by its JSON-LD and meta tags.

A page is untrusted: nothing is fetched, scripts are not run, and what is broken in its markup is passed by.
"""

from __future__ import annotations

from dataclasses import dataclass

import lxml.etree
import lxml.html
import trafilatura

from kg.read.jsonld import json_ld
from kg.read.metadata import Metadata
from kg.read.metatags import meta_tags


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page (its title, then its body, blank lines between) and what its markup says."""

    text: str
    metadata: Metadata


def page(source: str) -> Page:
    """The source of an HTML page comes in; its text and metadata go out, an empty text where it holds no article."""
    # Bytes, because lxml refuses a string that names its own charset.
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        tree = lxml.html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except lxml.etree.ParserError:  # nothing in it but comments
        return Page("", Metadata())
    metadata = json_ld(tree).or_else(meta_tags(tree))
    body = trafilatura.extract(tree, include_comments=False, include_tables=False) or ""
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    title = [metadata.title] if lines and metadata.title and lines[0] != metadata.title else []
    return Page("\n\n".join([*title, *lines]), metadata)
