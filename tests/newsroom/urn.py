"""Drawing with a memory: what was drawn often is drawn again."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import product
from typing import Generic, TypeVar

T = TypeVar("T")
STEP = 611_953
"""A prime, so that its multiples reach every place of a list."""


class Urn(Generic[T]):
    """A Pitman-Yor process: a new thing, made by ``make``, or one drawn before, in proportion to how often it was.

    ``strength`` is how many things there are at the start, ``discount`` (0 to 1) how many go on coming: the number of
    different things among n draws grows as n to that power.
    """

    def __init__(self, rng: random.Random, make: Callable[[], T], strength: float, discount: float) -> None:
        self._rng, self._make, self._strength, self._discount = rng, make, strength, discount
        self._drawn: list[tuple[T, bool]] = []
        self._kinds = 0

    def draw(self) -> T:
        new = self._strength + self._discount * self._kinds
        if self._rng.random() * (self._strength + len(self._drawn)) < new:
            thing, first = self._make(), True
            self._kinds += 1
        else:
            thing, first = self._again(), False
        self._drawn.append((thing, first))
        return thing

    def several(self, number: int) -> list[T]:
        """Different things, as many as the number."""
        found: list[T] = []
        while len(found) < number:
            thing = self.draw()
            if thing not in found:
                found.append(thing)
        return found

    def _again(self) -> T:
        """One drawn before; its first time counts less, by the discount."""
        while True:
            thing, first = self._rng.choice(self._drawn)
            if not first or self._rng.random() >= self._discount:
                return thing


def names(starts: str, middles: str, ends: str) -> Iterator[str]:
    """Syllables in, all names that can be made of one of each out, in a mixed order, none twice."""
    made = [start + middle + end for start, middle, end in product(starts.split(), middles.split(), ends.split())]
    for number in range(len(made)):
        yield made[number * STEP % len(made)]
