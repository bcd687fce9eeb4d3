"""YAML front matter: a block between two lines of three hyphens at the very top of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from kg.read.fields import KNOWN, folded, head_of, said
from kg.read.metadata import Metadata

LONGEST = 20_000  # characters

_BLOCK = re.compile(r"\s*---[ \t]*(?:\r\n|\r|\n)(?P<yaml>.*?)(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?=\r|\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"(?P<key>[A-Za-z_][\w -]*?)\s*:\s+(?P<value>\S.*)")


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
    return FrontMatter(said(head_of(fields, KNOWN)), block.end(), notes)


def _fields(block: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The fields of a block, all values as they are written; line by line where the block is not valid YAML."""
    try:
        loaded = yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        pairs = (_PAIR.fullmatch(line.strip()) for line in block.splitlines())
        fields = {pair["key"]: pair["value"].strip("\"'[]") for pair in pairs if pair}
        return folded(fields), ("the front matter is not valid YAML; read line by line",)
    return folded(loaded) if isinstance(loaded, dict) else {}, ()
