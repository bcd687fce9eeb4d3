"""The notebooks run from top to bottom in Jupyter and in plain Python, and find what they tell of."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.py"))
MISSING = [name for name in ("ipykernel", "jupytext", "nbmake") if not find_spec(name)]

pytest.importorskip("pandas", reason="pandas is in the extra `notebook`")


@pytest.fixture(scope="module")
def jupyter(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment whose kernels are those of this Python, whatever others the machine has."""
    folder = tmp_path_factory.mktemp("jupyter")
    subprocess.run([sys.executable, "-m", "ipykernel", "install", "--prefix", folder], check=True, capture_output=True)
    return {**os.environ, "JUPYTER_PATH": str(folder / "share" / "jupyter"), "IPYTHONDIR": str(folder / "ipython")}


@pytest.mark.skipif(bool(MISSING), reason=f"not installed (extra `dev`): {', '.join(MISSING)}")
@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_runs_in_jupyter(notebook: Path, jupyter: dict[str, str], tmp_path: Path) -> None:
    made = tmp_path / f"{notebook.stem}.ipynb"
    convert = ("-m", "jupytext", "--to", "ipynb", "--set-kernel", "-", "--output", made, notebook)
    subprocess.run([sys.executable, *convert], check=True, capture_output=True, env=jupyter)
    run = ("-m", "pytest", "-q", "--nbmake", "--nbmake-timeout=300", "-p", "no:cacheprovider", made)
    done = subprocess.run(
        [sys.executable, *run], capture_output=True, text=True, env=jupyter, cwd=tmp_path, check=False
    )
    assert done.returncode == 0, done.stdout


def ran(name: str) -> dict[str, Any]:
    """The variables of a notebook that was run as a program."""
    return runpy.run_path(str(NOTEBOOKS[0].with_name(f"{name}.py")))


def test_the_tour_shows_what_it_tells_of() -> None:
    tour = ran("tour")
    assert len(tour["said"]) > 0
    assert len(tour["disagreeing"]) > 0
    assert tour["entities"]["label"].iloc[0] == "Jana Ruell"
    assert tour["network"].number_of_edges() > 100


def test_the_territory_is_contested_as_it_tells() -> None:
    contested = ran("contested-territory")
    assert contested["together"]["ministry and negotiator"] > 100 > contested["together"]["monitor alone"]
    numbers = [day.conflicts().df()["conflict"].nunique() for day in contested["then"].values()]
    assert numbers == [1, 2, 3]
    assert len(contested["sethe"].query("kind == 'territorial control'")) == 3


def test_the_go_between_is_needed_less_and_less() -> None:
    speaks = ran("who-speaks-to-whom")
    assert [speaks["betweenness"]["Nera Albin"].get(f"2025-0{month}", 0) for month in (1, 2, 3)] == [1, 1, 0]
    first = speaks["contacts"].query("between == 'Marenne – Toland'")["day"].min()
    assert first.date() == date(2025, 3, 10)


def test_the_claim_is_found_in_its_words_and_a_forged_one_is_not() -> None:
    claim = ran("one-claim")
    assert list(claim["places"]["cut by hand"]) == list(claim["places"]["words"])
    assert claim["digest"] == claim["stored"]
    assert claim["signs"] == ["clause"]
    assert claim["honest"] == ["graph.ttl: all that it says stands in its articles"]
    assert any("its IRI is not the one of its fields" in line for line in claim["complaints"])
