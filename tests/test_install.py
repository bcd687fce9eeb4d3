"""An installed package has all it needs: the ontology, the seeds and the weights, from a wheel and from a checkout."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

LOOK = """
import kg
from pathlib import Path
from kg.vocabulary import Gazetteer, folder, ontology_files
print(Path(kg.__file__).parent.parent)
print(len(ontology_files()), len(list((folder("ontology") / "queries").glob("*.rq"))), len(Gazetteer.load()))
"""


def look(home: Path, cwd: Path) -> list[str]:
    """What a Python that finds the package in ``home`` sees."""
    command = [sys.executable, "-c", LOOK]
    done = subprocess.run(command, cwd=cwd, env={"PYTHONPATH": str(home)}, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("hatchling", reason="hatchling is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    [path] = folder.glob("*.whl")
    return path


def test_a_wheel_holds_all_that_is_needed(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for name in (
        "kg/ontology/kg.ttl",
        "kg/ontology/contents/roles.ttl",
        "kg/ontology/queries/01-statements-by-speaker.rq",
        "kg/seeds/gazetteer/countries.ttl",
        "kg/english/weights/model.onnx",
        "kg/view/explorer/page.html",
        "kg/build/__init__.py",
        "newskg-0.1.0.dist-info/licenses/NOTICE",
        "newskg-0.1.0.dist-info/licenses/LICENSE",
    ):
        assert name in names
    assert not [name for name in names if not name.startswith(("kg/", "newskg-"))]


def test_a_wheel_finds_the_same_as_a_checkout(root: Path, wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    installed, here = look(tmp_path / "site", tmp_path), look(root, tmp_path)
    assert installed[0] == str(tmp_path / "site")
    assert here[0] == str(root)
    assert installed[1:] == here[1:]
