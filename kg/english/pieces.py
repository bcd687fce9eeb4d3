"""From words to what the network reads: word pieces and the shape of each word. Shared by training and run time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from kg.errors import KgError

WEIGHTS = Path(__file__).parent / "weights"
MAX_PIECES = 256  # a window; the encoder can take 512, attention is cheaper in short ones
SHAPES = 8  # shapes of a word; the same again for the first word of a paragraph
STRAIGHT = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'", "—": "--", "–": "-"}


@dataclass(frozen=True, slots=True)
class Pieces:
    """One window: piece ids and shapes (with the two marks around them), and each word's first and last piece."""

    ids: list[int]
    shapes: list[int]
    first: list[int]
    last: list[int]


def shape(word: str) -> int:
    """The shape of a word: 1 lower, 2 Title, 3 UPPER, 4 mixed, 5 with a digit, 6 opening mark, 7 closing mark, 0 other.

    >>> [shape(w) for w in ("talks", "Vessa", "UN", "McCall", "30-day", "“", ",")]
    [1, 2, 3, 4, 5, 6, 0]
    """
    if any(c.isdigit() for c in word):
        return 5
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 6 if word[:1] in "“‘([«" and word else 7 if word[:1] in "”’)]»" and word else 0
    if all(c.islower() for c in letters):
        return 1
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return 3
    return 2 if word[:1].isupper() and all(c.islower() for c in letters[1:]) else 4


class Cutter:
    """Cuts words into the encoder's word pieces and remembers the words it has cut."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._known: dict[str, tuple[int, ...]] = {}
        self.start = self._mark("[CLS]")
        self.end = self._mark("[SEP]")
        self.unknown = self._mark("[UNK]")

    def _mark(self, name: str) -> int:
        found: int | None = self._tokenizer.token_to_id(name)
        if found is None:
            raise KgError(f"the tokenizer of the English pipeline has no {name}; install newskg again")
        return found

    @classmethod
    def load(cls, path: Path = WEIGHTS / "tokenizer.json") -> Cutter:
        """The cutter of a tokenizer file."""
        return cls(Tokenizer.from_file(str(path)))

    def cut(self, word: str) -> tuple[int, ...]:
        """The piece ids of one word, at least one, at most 12 (a longer word is a URL or noise)."""
        known = self._known.get(word)
        if known is None:
            plain = "".join(STRAIGHT.get(c, c) for c in word[:100])
            ids = self._tokenizer.encode(plain, add_special_tokens=False).ids
            known = tuple(ids[:12]) or (self.unknown,)
            if len(self._known) < 200_000:
                self._known[word] = known
        return known

    def window(self, words: Sequence[str], opens: Sequence[bool]) -> Pieces:
        """The pieces of a window of words; ``opens`` is true for the first word of a paragraph."""
        ids, shapes, first, last = [self.start], [0], [], []
        for word, opening in zip(words, opens, strict=True):
            cut = self.cut(word)
            first.append(len(ids))
            ids += cut
            shapes += [shape(word) + (SHAPES if opening else 0)] * len(cut)
            last.append(len(ids) - 1)
        return Pieces([*ids, self.end], [*shapes, 0], first, last)
