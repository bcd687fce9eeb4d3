"""YAML front matter: a block between two lines of three hyphens at the very top of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

import yaml

from kg.read.bylines import byline, names
from kg.read.dates import stamps
from kg.read.metadata import Metadata, dated, one_line

LONGEST = 20_000  # characters

_BLOCK = re.compile(r"\s*---[ \t]*(?:\r\n|\r|\n)(?P<yaml>.*?)(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?=\r|\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"(?P<key>[A-Za-z_][\w -]*?)\s*:\s+(?P<value>\S.*)")

# What people call the fields, most telling first.
_KEYS = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "outlet", "publication", "site", "site_name", "source"),
    "authors": ("authors", "author", "byline", "by"),
    "url": ("url", "canonical_url", "canonical", "link", "source_url", "permalink"),
    "identifier": ("id", "identifier", "uuid", "guid"),
    "published": ("published", "date", "datepublished", "published_at", "publish_date", "pubdate", "date_published"),
    "modified": ("modified", "updated", "lastmod", "datemodified", "last_updated", "updated_at", "date_modified"),
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What front matter says, where the text goes on after it, and a note where it could not be read as YAML."""

    metadata: Metadata
    end: int
    notes: tuple[str, ...] = ()


def front_matter(text: str) -> FrontMatter:
    """A text comes in; what its front matter says goes out, nothing where it has none."""
    block = _BLOCK.match(text, 0, LONGEST)
    if block is None:
        return FrontMatter(Metadata(), 0)
    fields, notes = _fields(block["yaml"])
    if not fields:
        return FrontMatter(Metadata(), 0)
    return FrontMatter(_metadata(fields), block.end(), notes)


def _fields(block: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The fields of a block, all values as they are written; line by line where the block is not valid YAML."""
    try:
        loaded = yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        pairs = (_PAIR.fullmatch(line.strip()) for line in block.splitlines())
        fields = {pair["key"]: pair["value"].strip("\"'[]") for pair in pairs if pair}
        return _lower(fields), ("the front matter is not valid YAML; read line by line",)
    return _lower(loaded) if isinstance(loaded, dict) else {}, ()


def _lower(fields: dict[Any, Any]) -> dict[str, Any]:
    return {str(key).lower().replace("-", "_"): value for key, value in fields.items()}


def _metadata(fields: dict[str, Any]) -> Metadata:
    authors = tuple(name for value in _values(fields, "authors") for name in _authors(value))
    said = Metadata(
        title=_first(fields, "title"),
        authors=tuple(dict.fromkeys(authors)),
        url=_first(fields, "url"),
        identifier=_first(fields, "identifier"),
    )
    source = _first(fields, "publisher")
    said = said.or_else(Metadata(url=source) if source.startswith("http") else Metadata(publisher=source))
    published = dated(stamps(_first(fields, "published")) or ())
    updated = dated(replace(stamp, updated=True) for stamp in stamps(_first(fields, "modified")) or ())
    return said.or_else(published).or_else(updated)


def _authors(value: str) -> tuple[str, ...]:
    found = byline(value) or names(value)
    return found.authors if found and found.authors else (value,)


def _first(fields: dict[str, Any], field: str) -> str:
    return next(_values(fields, field), "")


def _values(fields: dict[str, Any], field: str) -> Any:
    """The texts of a field under any of its names; of {name: Jane Doe} the name."""
    for key in _KEYS[field]:
        value = fields.get(key)
        for item in value if isinstance(value, list) else [value]:
            words = item.get("name") if isinstance(item, dict) else item
            if isinstance(words, str) and (line := one_line(words)):
                yield line
