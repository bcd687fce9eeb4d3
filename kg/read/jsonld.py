"""What a page says of its article in JSON-LD (schema.org)."""

from __future__ import annotations

import json
import logging
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from kg.read.dates import stamps
from kg.read.metadata import Metadata, dated, one_line

MOST_NODES = 5_000  # of one page: a bound for hostile ones
MOST_ARTICLES = 50  # the page's own, and those it lists beside it
_ARTICLES = ("Article", "Posting", "Report")

log = logging.getLogger(__name__)

Node = dict[str, Any]


def json_ld(tree: HtmlElement) -> Metadata:
    """A page comes in; what the JSON-LD of its article says goes out. Broken JSON is passed by."""
    nodes = [node for script in _scripts(tree) for node in _nodes(script)][:MOST_NODES]
    known = {str(node["@id"]): node for node in nodes if len(node) > 1 and "@id" in node}
    found = Metadata()
    for article in islice(filter(_is_article, nodes), MOST_ARTICLES):
        found = found.or_else(_metadata(article, known))
    return found


def _scripts(tree: HtmlElement) -> Iterator[Any]:
    for script in tree.iter("script"):
        if "ld+json" in script.get("type", "").lower():
            try:
                yield json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError) as error:
                log.debug("JSON-LD passed by: %s", error)


def _nodes(value: Any) -> Iterator[Node]:
    """All objects in a JSON value, outer ones first."""
    waiting = deque([value])
    for _ in range(MOST_NODES * 10):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, dict):
            yield value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _is_article(node: Node) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.endswith(_ARTICLES) for name in names)


def _metadata(article: Node, known: dict[str, Node]) -> Metadata:
    publisher = next(_names(article.get("publisher"), known), "")
    authors = dict.fromkeys(name for name in _names(article.get("author"), known) if name != publisher)
    said = Metadata(
        title=_text(article.get("headline")) or _text(article.get("name")),
        publisher=publisher,
        authors=tuple(authors),
        url=_address(article.get("url")) or _address(article.get("mainEntityOfPage")),
    )
    published = dated(stamps(_text(article.get("datePublished"))) or ())
    updated = dated(replace(stamp, updated=True) for stamp in stamps(_text(article.get("dateModified"))) or ())
    return said.or_else(published).or_else(updated)


def _names(value: Any, known: dict[str, Node]) -> Iterator[str]:
    """The names of people or organisations, each given as a text, an object, a reference or a list of these."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            full = item if "name" in item else known.get(str(item.get("@id")), item)
            item = full.get("name")
        for name in item if isinstance(item, list) else [item]:
            if words := _text(name):
                yield words


def _address(value: Any) -> str:
    words = _text(value.get("@id") if isinstance(value, dict) else value)
    return words if words.startswith(("https://", "http://")) else ""


def _text(value: Any) -> str:
    return one_line(unescape(value)) if isinstance(value, str) else ""
