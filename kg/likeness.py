"""Which articles are one report: the same text from two outlets, cut, edited and under another headline.

A text's signature holds a hash of its words and, from ``LEAST_WORDS`` words on, a MinHash of its runs of ``RUN`` words
(Broder, On the resemblance and containment of documents, 1997). Two texts are one report where at least ``SHARED`` of
the shorter one's runs stand in the other: containment, because an outlet that prints the first half prints the same
report. docs/comparing.md tells how the figures were chosen.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import combinations
from typing import TypeVar

import numpy as np
from datasketch import MinHash

Key = TypeVar("Key", bound=Hashable)

RUN = 3
"""Words in a run. Of a text in which one word of ten is changed, 0.9 ** 3 of the runs stay."""
SHARED = 0.4
LEAST_WORDS = 50
"""Shorter texts are one report only where all their words are the same."""
LEAST_PART = 0.25
"""A text of fewer runs than this part of the other's is no print of it: MinHash cannot tell such small parts."""
BANDS, ROWS = 85, 3
"""Keys of a signature and hash values in each: of copies cut to a half 99.9 % share a key, of those to a third 96 %."""
AT_ONCE = 4096
"""Runs that are hashed at once, which bounds the memory that a long text takes."""
WHOLE, COUNT, VALUE = 16, 4, 4
"""Bytes of the hash of all words, of the number of runs, and of one hash value."""


def signature(text: str) -> bytes:
    """A text in, 16 bytes out where it is short, else 1,040; the same text gives the same on every machine.

    >>> signature("No, Vessa said.") == signature("“No”,  Vessa said")
    True
    """
    words = _words(text)
    whole = hashlib.sha256(" ".join(words).encode()).digest()[:WHOLE]
    if len(words) < LEAST_WORDS:
        return whole
    runs = sorted({" ".join(words[at : at + RUN]).encode() for at in range(len(words) - RUN + 1)})
    hashed = MinHash(BANDS * ROWS, seed=1, scheme="affine32")
    for at in range(0, len(runs), AT_ONCE):
        hashed.update_batch(runs[at : at + AT_ONCE])
    values: bytes = hashed.hashvalues.astype("<u4").tobytes()
    return whole + len(runs).to_bytes(COUNT, "little") + values


def bands(of: bytes) -> tuple[str, ...]:
    """A signature in, keys of 16 hex digits out: whoever is alike very likely has one of them in common."""
    parts = (b"%d " % at + of[at:end] for at, end in _places(of))
    return tuple(hashlib.sha256(part).hexdigest()[:16] for part in parts)


def alike(one: bytes, other: bytes) -> bool:
    """True where the texts of two signatures are one report."""
    if one[:WHOLE] == other[:WHOLE]:
        return True
    if min(len(one), len(other)) == WHOLE:
        return False
    fewer, more = sorted((_runs(one), _runs(other)))
    same = float(np.mean(_values(one) == _values(other)))  # of the runs of both together (Jaccard)
    shared = same * (fewer + more) / (1 + same)
    return fewer >= LEAST_PART * more and shared >= SHARED * fewer


def alike_pairs(articles: Iterable[tuple[Key, str]]) -> Iterator[tuple[Key, Key]]:
    """Articles as (name, text) in; each two that are one report out, once, in the order of the articles."""
    named = [(name, signature(text)) for name, text in articles]
    places = sorted({place for _, of in named for place in _places(of)})
    found: set[tuple[int, int]] = set()
    for at, end in places:
        groups: defaultdict[bytes, list[int]] = defaultdict(list)
        for number, (_, of) in enumerate(named):
            if len(of) >= end:
                groups[of[at:end]].append(number)
        for members in groups.values():
            found.update(pair for pair in combinations(members, 2) if pair not in found)
    for one, other in sorted(found):
        if alike(named[one][1], named[other][1]):
            yield named[one][0], named[other][0]


def _words(text: str) -> list[str]:
    """The words of a text without case, accents and marks."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.findall(r"\w+", plain.casefold())


def _places(of: bytes) -> Iterator[tuple[int, int]]:
    """Where a signature's keys stand: that of the whole text, and the bands of hash values."""
    yield 0, WHOLE
    for start in range(WHOLE + COUNT, len(of), ROWS * VALUE):
        yield start, start + ROWS * VALUE


def _runs(of: bytes) -> int:
    return int.from_bytes(of[WHOLE : WHOLE + COUNT], "little")


def _values(of: bytes) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    return np.frombuffer(of, "<u4", offset=WHOLE + COUNT)
