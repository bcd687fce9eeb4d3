"""Things that stand in a text, in order: those near a place are found without looking through all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar, overload

from kg.model import Span

T = TypeVar("T")


class Ordered(Sequence[T], Generic[T]):
    """Things by the start of their spans; of one start, in the order they were given in."""

    def __init__(self, things: Iterable[T], span: Callable[[T], Span]) -> None:
        self._things = sorted(things, key=lambda thing: span(thing).start)
        self._span = span
        self._starts = [span(thing).start for thing in self._things]
        self._longest = max((span(thing).end - span(thing).start for thing in self._things), default=0)

    def __len__(self) -> int:
        return len(self._things)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        return self._things[at]

    def near(self, start: int, end: int) -> Iterator[T]:
        """Those that meet or touch the stretch from ``start`` to ``end``, in order."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_right(self._starts, end)
        return (thing for thing in self._things[first:last] if self._span(thing).end >= start)
