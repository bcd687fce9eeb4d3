"""GUM's entities: nested phrases with coreference chains, and the proper names that head them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.english.named import OPEN, our_name
from kg.english.peoples import is_people

Rows = Sequence[Sequence[str]]  # of CoNLL-U

TYPES = {
    "person": "per", "organization": "org", "place": "loc", "event": "event", "object": "misc",
}  # fmt: skip


def names(rows: Rows) -> list[str]:
    """Entity tags of a GUM sentence: its proper names with the type of the mention that they head, the rest outside.

    GUM marks whole noun phrases, nested ones too; the name is the run of proper nouns around the phrase's head. Names
    of other types (works, ideas) are left open.
    """
    tags = [OPEN if _proper(row) else "O" for row in rows]
    names = sorted(_proper_names(rows), key=lambda name: (name[0] - name[1], name))
    for first, last, kind in names:
        if not any(tag[:2] in {"B-", "I-"} for tag in tags[first : last + 1]):
            tags[first : last + 1] = our_name([row[1] for row in rows[first : last + 1]], TYPES[kind])
    return [OPEN if tag == "O" and is_people(row[1]) else tag for tag, row in zip(tags, rows, strict=True)]


def _proper_names(rows: Rows) -> Iterator[tuple[int, int, str]]:
    """(first word, last word, type) of the proper names that head mentions."""
    for start, end, _, kind in mentions([row[9] for row in rows]):
        head = next((i for i in range(start, end + 1) if not start <= int(rows[i][6]) - 1 <= end), start)
        if not _proper(rows[head]) or kind not in TYPES:
            continue
        first = last = head
        while first > start and _part_of_name(rows, first - 1):
            first -= 1
        while last < end and _part_of_name(rows, last + 1):
            last += 1
        yield first, last, kind


def _part_of_name(rows: Rows, i: int) -> bool:
    if _proper(rows[i]):
        return True
    joined = 0 < i < len(rows) - 1 and _proper(rows[i - 1]) and _proper(rows[i + 1])
    return joined and rows[i][1].lower() in {"of", "-", "&", "for", "de", "la", "al"}


def _proper(row: Sequence[str]) -> bool:
    return row[3] == "PROPN" or row[4] in {"NNP", "NNPS"}


def mentions(column: Sequence[str]) -> Iterator[tuple[int, int, str, str]]:
    """The mentions of a sentence from its MISC column: (first word, last word, chain, type).

    >>> list(mentions(["Entity=(1-person-new(2-place-new)", "_", "Entity=1)"]))
    [(0, 0, '2', 'place'), (0, 2, '1', 'person')]
    """
    opened: list[tuple[int, list[str]]] = []
    for i, misc in enumerate(column):
        entity = re.search(r"(?:^|\|)Entity=([^|]*)", misc)
        for item in re.findall(r"\([^()]*\)?|[^()]+\)", entity[1]) if entity else ():
            parts = item.strip("()").split("-")
            if item.startswith("("):
                opened.append((i, parts))
            if item.endswith(")"):
                at = max((k for k, (_, known) in enumerate(opened) if known[0] == parts[0]), default=None)
                if at is not None:
                    start, (chain, kind, *_) = opened.pop(at)
                    yield start, i, chain, kind
