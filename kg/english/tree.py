"""A dependency tree that can be rewritten: what the conversion works on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

ROOT = -1


@dataclass(slots=True)
class Tree:
    """One sentence: parallel lists, one entry a token. ``heads`` are indices, ``ROOT`` for the root."""

    forms: list[str]
    lemmas: list[str]
    tags: list[str]
    pos: list[str]
    heads: list[int]
    labels: list[str]
    spaces: list[bool]

    def __len__(self) -> int:
        return len(self.forms)

    def children(self, i: int, *labels: str) -> list[int]:
        """The children of a token in order, only those with one of the labels where labels are given."""
        return [j for j, h in enumerate(self.heads) if h == i and (not labels or self.labels[j] in labels)]

    def child(self, i: int, *labels: str) -> int | None:
        """The first child with one of the labels, or None."""
        return next(iter(self.children(i, *labels)), None)

    def subtree(self, i: int) -> list[int]:
        """A token and all below it, in order."""
        out, todo = [], [i]
        while todo:
            at = todo.pop()
            out.append(at)
            todo += self.children(at)
        return sorted(out)

    def move(self, tokens: Iterable[int], head: int) -> None:
        """Hang tokens under another head; a token is never hung under itself."""
        for token in tokens:
            if token != head:
                self.heads[token] = head

    def swap(self, old: int, new: int, label: str) -> None:
        """Make ``new`` (a child of ``old``) the head in its place; ``old`` becomes its child with ``label``."""
        self.heads[new], self.labels[new] = self.heads[old], self.labels[old]
        self.heads[old], self.labels[old] = new, label


def is_tree(heads: list[int]) -> bool:
    """True where there is one root and every token leads to it.

    >>> is_tree([1, ROOT, 1]), is_tree([1, 0, ROOT])
    (True, False)
    """
    if heads.count(ROOT) != 1:
        return False
    for start in range(len(heads)):
        at, steps = start, 0
        while at != ROOT:
            at, steps = heads[at], steps + 1
            if steps > len(heads):
                return False
    return True
