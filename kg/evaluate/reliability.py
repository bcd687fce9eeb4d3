"""How far confidence can be trusted: of a hundred statements with 0.80, about 80 should be right.

The expected calibration error (Naeini, Cooper and Hauskrecht 2015) is the mean distance between confidence and the
share right, over bins of equal width, each weighted by how many it holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kg.evaluate.causes import Rated

BINS = 10


def figures(rated: Iterable[tuple[Rated, bool]]) -> dict[str, float]:
    """Statements with whether they are right in, a row for each bin out, in percent; at the end the error."""
    pairs = [(100 * one.confidence, right) for one, right in rated]
    out: dict[str, float] = {}
    for low, group in _bins(pairs):
        name = f"{low} to {low + 100 // BINS}"
        out[f"{name}, how many"] = len(group)
        out[f"{name}, confidence"] = _mean([confidence for confidence, _ in group])
        out[f"{name}, right"] = 100 * _mean([float(right) for _, right in group])
    out["expected calibration error"] = expected_calibration_error(pairs)
    return out


def expected_calibration_error(pairs: Sequence[tuple[float, bool]]) -> float:
    """(confidence in percent, right) in, the error in percent out; 0 for none.

    >>> expected_calibration_error([(80, True), (80, False), (30, False)])
    30.0
    """
    gaps = ((len(group), _mean([c - 100 * right for c, right in group])) for _, group in _bins(pairs))
    return sum(size * abs(gap) for size, gap in gaps) / max(1, len(pairs))


def _bins(pairs: Sequence[tuple[float, bool]]) -> Iterator[tuple[int, list[tuple[float, bool]]]]:
    """The pairs by bin, each with its lower end in percent; 100 falls into the last."""
    width = 100 // BINS

    def bin_of(pair: tuple[float, bool]) -> int:
        return min(int(round(pair[0], 6) // width), BINS - 1) * width

    for low, group in groupby(sorted(pairs, key=bin_of), key=bin_of):
        yield low, list(group)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / max(1, len(values))
