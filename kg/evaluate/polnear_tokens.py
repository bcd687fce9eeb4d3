"""Measures source, cue and content by exact match on PolNeAR's token tags, as published taggers are measured.

An item is a sentence as CoreNLP splits it (headlines, several short lines or a long quotation can be one), in the
order of the text; its ``id`` is the article with its annotator behind it, so that an article with two annotators is
there twice. All attributions of the sentence are in one row of BIO tags. No word has two roles: the set marks
outermost attributions alone, and a source that several of them share is tagged once. Each marked piece is a chunk of
its own and starts anew in each sentence. Tokens are those of the Penn Treebank ("``", "''", "-LRB-", "do n't"); a
full stop that also ends an abbreviation is there twice.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from pathlib import Path

from kg.evaluate.entities import names
from kg.model import Attribution, Span

Figures = dict[str, float]
Texts = Mapping[str, tuple[str, Sequence[Attribution]]]

ROLES = ("source", "cue", "content")
PENN = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
# do|n't, ca|n’t, can|not; marks that print one quotation mark; dashes and dots in a row
PIECE = re.compile(
    r"n['’]t\b | can(?=not\b) | (?:(?!n['’]t\b)\w)+ | '' | `` | ‘‘ | ’’ | [-‐‑‒–—―]+ | \.{2,} | \S",
    re.VERBOSE | re.IGNORECASE,
)
ALIKE = {
    **dict.fromkeys(("“", "”", "„", "''", "``", "‘‘", "’’"), '"'),
    **dict.fromkeys("‘’`", "'"),
    "n’t": "n't",
}
DASHES = "-‐‑‒–—―"


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence: its tokens, their tags, and its article."""

    name: str
    tokens: tuple[str, ...]
    tags: tuple[str, ...]


def items(path: Path) -> Iterator[Item]:
    """The sentences of a file of JSON lines; none where there is no such file."""
    if path.is_file():
        with path.open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                yield Item(row["id"], tuple(row["tokens"]), tuple(row["labels"]))


def score(sentences: Iterable[Item], texts: Texts) -> Figures:
    """Precision, recall and F1 of the chunks of each role, counted as seqeval does.

    ``texts``: an article's text and the attributions found in it, by name; sentences of other articles do not count.
    """
    counts = {role: Counter[str]() for role in ROLES}
    for name, group in groupby(sentences, key=lambda item: item.name):
        given = texts.get(name) or texts.get(name.rpartition("_")[0])
        if given is None:
            continue
        part = list(group)
        for item, tags in zip(part, tagged(part, *given), strict=True):
            gold, found = chunks(item.tags), chunks(tags)
            for role in ROLES:
                g, f = ({c for c in side if c[2] == role} for side in (gold, found))
                counts[role].update(right=len(g & f), found=len(f), gold=len(g))
    return {name: value for role in ROLES for name, value in shares(role, counts[role]).items()}


def chunks(tags: Iterable[str]) -> set[tuple[int, int, str]]:
    """The chunks of a sentence: (first token, end, role).

    >>> sorted(chunks("B-source B-cue I-cue O".split()))
    [(0, 1, 'source'), (1, 3, 'cue')]
    """
    return names(list(tags), {role: role for role in ROLES})


def shares(name: str, counts: Mapping[str, int]) -> Figures:
    """Precision, recall and F1 in percent, of how many were right, found, and in the gold."""
    right, found, gold = (counts.get(side, 0) for side in ("right", "found", "gold"))
    return {
        f"{name} P": 100 * right / max(1, found),
        f"{name} R": 100 * right / max(1, gold),
        f"{name} F": 200 * right / max(1, found + gold),
    }


def tagged(sentences: Sequence[Item], text: str, attributions: Iterable[Attribution]) -> list[list[str]]:
    """The tags of an article's sentences for attributions in its text.

    A token in several pieces takes the longest, which is that of the outermost attribution.
    """
    pieces = sorted(
        {(role, span) for a in attributions for role in ROLES for span in getattr(a, role)},
        key=lambda piece: (piece[1].start - piece[1].end, piece),
    )
    where = places([token for item in sentences for token in item.tokens], text)
    out, at = [], 0
    for item in sentences:
        own = [next((p for p in pieces if p[1].meets(place)), None) for place in where[at : at + len(item.tokens)]]
        at += len(item.tokens)
        before = [None, *own]
        out.append([f"{'I' if p == b else 'B'}-{p[0]}" if p else "O" for b, p in zip(before, own, strict=False)])
    return out


def places(tokens: Sequence[str], text: str) -> list[Span]:
    """Where the tokens stand in the text, in its order; one that is not found is empty, where the one before it ends.

    >>> [(s.start, s.end) for s in places(["``", "No", ",", "''", "--", "he"], "Osk: “No,” he")]
    [(5, 6), (6, 8), (8, 9), (9, 10), (10, 10), (11, 13)]
    """
    printed = [(_alike(m[0]), m.start(), m.end()) for m in PIECE.finditer(text)]
    own = [(_alike(piece), n) for n, token in enumerate(tokens) for piece in PIECE.findall(PENN.get(token, token))]
    matcher = SequenceMatcher(None, [piece for piece, *_ in printed], [piece for piece, _ in own], autojunk=False)
    found: dict[int, Span] = {}
    for i, j, size in matcher.get_matching_blocks():
        for (_, start, end), (_, n) in zip(printed[i : i + size], own[j : j + size], strict=True):
            found[n] = Span(found[n].start if n in found else start, end)
    out, before = [], 0
    for n in range(len(tokens)):
        out.append(found.get(n, Span(before, before)))
        before = out[-1].end
    return out


def _alike(piece: str) -> str:
    """A piece as it is compared: how marks, dashes and dots are printed makes no difference."""
    if piece[0] in DASHES:
        return "-"
    return "…" if piece.startswith("..") else ALIKE.get(piece, piece)
