"""What of a graph may be given to anybody: all but the articles' text, which is their publishers'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.store.formats import Part
from kg.store.ledger import Ledger
from kg.store.store import Store
from kg.vocabulary import NIF

WORDS = 25
"""So many words of an article may be quoted in one piece."""
CUT = "…"
"""How a text ends that was cut."""

_TEXT = f"<{NIF.isString}>".encode()
_ANCHOR = f"<{NIF.anchorOf}>".encode()
_SHORT = 2 * WORDS
"""A line's end of no more bytes cannot hold more words."""


def public_parts(parts: Iterable[Part]) -> Iterator[Part]:
    """Named graphs in, the same out without the articles' text and without a longer piece of it than ``WORDS`` words.

    ``nif:isString`` and longer values of ``nif:anchorOf`` are left out: hash and offsets tell what they were. Any other
    longer text (quotations, gists, fields) is cut.
    """
    for name, lines in parts:
        kept = (_public(line) for line in lines.splitlines(keepends=True))
        yield name, b"".join(line for line in kept if line)


def store_of(parts: Iterable[Part]) -> Store:
    """Named graphs in, a store of them in memory out."""
    store = ox.Store()
    for name, lines in parts:
        store.bulk_load(lines, format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(name.decode()[1:-1]))
    return Store(store, Ledger(None))


def cut(text: str) -> str:
    """A text in, its first ``WORDS`` words out; a text that has no more stays as it is.

    >>> cut("no  change"), cut("word " * 26).endswith("word…"), len(cut("word " * 26).split())
    ('no  change', True, 25)
    """
    words = text.split()
    return text if len(words) <= WORDS else " ".join(words[:WORDS]) + CUT


def was_cut(text: str) -> bool:
    """True for what ``cut`` made of a longer text.

    >>> was_cut(cut("word " * 26)), was_cut("word…")
    (True, False)
    """
    return text.endswith(CUT) and len(text.split()) == WORDS


def _public(line: bytes) -> bytes:
    """A line of N-Triples in, what is public of it out."""
    _, predicate, value = line.split(b" ", 2)
    if predicate == _TEXT:
        return b""
    if len(value) <= _SHORT or not value.startswith(b'"'):
        return line
    triple = next(ox.parse(line, format=ox.RdfFormat.N_TRIPLES)).triple
    literal = triple.object
    assert isinstance(literal, ox.Literal)  # it starts with a quotation mark
    text = cut(literal.value)
    if text == literal.value:
        return line
    if predicate == _ANCHOR:
        return b""
    kind = {"language": literal.language} if literal.language else {"datatype": literal.datatype}
    shorter = ox.Literal(text, **kind)
    return f"{ox.Triple(triple.subject, triple.predicate, shorter)} .\n".encode()
