"""The walk-through of CONTRIBUTING works: its files, added to a copy of the project, and its commands."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
WALK = TEXT[TEXT.index("## The three steps") : TEXT.index("## Sentences and data")]
FILES = dict(re.findall(r"^`([\w/.]+)`:\n\n```\w+\n(.*?)^```", WALK, flags=re.MULTILINE | re.DOTALL))
OF_TESTS = ("conftest", "browsing", "commandline", "docs", "test_ontology")
COPIED = ("pyproject.toml", "kg", "ontology", "seeds", *(f"tests/{name}.py" for name in OF_TESTS))


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with the files of the walk-through in it."""
    home = tmp_path_factory.mktemp("project")
    for name in COPIED:
        _link(ROOT / name, home / name)
    (home / "tests" / "parses").mkdir()
    for name, text in FILES.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        assert not (ROOT / name).exists(), f"{name} is there already; choose another example"
        (home / name).write_text(text, encoding="utf-8")
    return home


def _link(source: Path, target: Path) -> None:
    """Code as a copy, which Python finds in its new place; other files, some of them large, as links."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_file():
        shutil.copy(source, target) if source.suffix == ".py" else target.symlink_to(source)
    elif source.name != "__pycache__":
        target.mkdir(exist_ok=True)
        for each in source.iterdir():
            _link(each, target / each.name)


def test_the_three_files_are_there() -> None:
    assert sorted(FILES) == [
        "kg/extract/contents/votes.py",
        "ontology/contents/votes.ttl",
        "tests/contents/test_votes.py",
    ]


def test_the_commands_work_and_the_conflict_is_found(copy: Path) -> None:
    shown = ""
    folders = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    for block in re.findall(r"^```sh\n(.*?)^```", WALK, flags=re.MULTILINE | re.DOTALL):
        done = subprocess.run(
            ["bash", "-euc", block],
            cwd=copy,
            env={**os.environ, "PATH": folders, "PYTHONPATH": str(copy), "COLUMNS": "200"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        shown += done.stdout
    assert "vote share" in shown
    assert "keeps the rules" in shown
    assert "figures differ" in shown


def test_the_code_keeps_our_rules(copy: Path) -> None:
    """Formatted and without complaint, as all code must be."""
    code = [str(copy / name) for name in FILES if name.endswith(".py")]
    for command in (["check"], ["format", "--check"]):
        done = subprocess.run([sys.executable, "-m", "ruff", *command, *code], cwd=copy, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
