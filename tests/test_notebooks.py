"""The notebooks run from top to bottom, and find what they tell of."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.py"))


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_runs(notebook: Path) -> None:
    runpy.run_path(str(notebook))


def test_the_tour_shows_what_it_tells_of() -> None:
    tour = runpy.run_path(str(NOTEBOOKS[-1].with_name("tour.py")))
    assert len(tour["shares"]) > 3
    assert len(tour["said"]) > 0
    assert len(tour["disagreeing"]) > 0
    assert tour["page"].stat().st_size > 100_000
