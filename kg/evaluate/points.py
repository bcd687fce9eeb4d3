"""Fits the points of confidence (``kg/extract/confidence.py``) on attributions marked by hand in gum_open.

``python -m kg.evaluate.points DATA tests/gold/attributions.tsv`` prints START and POINTS. Least squares with a penalty
(ridge): a sign that was seldom met gets few points. News counts in full, other genres count half.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from kg.evaluate.gum_attributions import measure
from kg.models import load_model

PENALTY = 8.0
OTHER_GENRES = 0.5
FEWEST = 3  # times that a sign must be met to be judged by
LEAST = 2  # points that are worth a row


def fitted(examples: Sequence[tuple[tuple[str, ...], bool, float]]) -> tuple[int, dict[str, int]]:
    """(signs, right, weight) of statements in, the start and the points of each sign out, in percent."""
    often = Counter(sign for signs, _, _ in examples for sign in signs)
    names = sorted(sign for sign, times in often.items() if times >= FEWEST)
    seen = np.array([[1.0, *(name in signs for name in names)] for signs, _, _ in examples])
    right = np.array([float(right) for _, right, _ in examples])
    weight = np.array([weight for *_, weight in examples])
    penalty = np.diag([0.0, *[PENALTY] * len(names)])
    solved = np.linalg.solve(seen.T @ (seen * weight[:, None]) + penalty, seen.T @ (weight * right))
    start, *points = (round(100 * value) for value in solved.tolist())
    kept = {name: value for name, value in zip(names, points, strict=True) if abs(value) >= LEAST}
    return start, dict(sorted(kept.items(), key=lambda item: -item[1]))


def main(data: Path, gold: Path) -> None:
    """Print the start and the points, as they stand in ``kg/extract/confidence.py``."""
    nlp = load_model(None)
    examples = []
    for genre in ("news", "bio", "interview", "speech"):
        weight = 1.0 if genre == "news" else OTHER_GENRES
        found = measure(data, gold, nlp, genre=f"_{genre}_").rated()
        examples += [(rated.signs, right, weight) for rated, right in found]
    start, points = fitted(examples)
    often = Counter(sign for signs, _, _ in examples for sign in signs)
    sys.stdout.write(f"START = {start}  # {len(examples)} statements\nPOINTS = {{\n")
    sys.stdout.writelines(f'    "{name}": {value},  # {often[name]} times\n' for name, value in points.items())
    sys.stdout.write("}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
