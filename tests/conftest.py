"""What several tests share: the shipped pipeline and gazetteer, loaded once."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import chromium
from commandline import Command, Ran
from spacy.language import Language

from kg import cli
from kg.models import load_model
from kg.vocabulary import Gazetteer

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def english() -> Language:
    """The shipped English pipeline."""
    return load_model()


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The shipped gazetteer."""
    return Gazetteer.load()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A real browser, of one module at a time: it keeps an event loop running that others could run into."""
    yield from chromium()


@pytest.fixture
def command(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs `kg` with arguments in this process."""

    def run(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["kg", *map(str, arguments)])
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return Ran(int(ended.value.code or 0), *capfd.readouterr())

    return run


@pytest.fixture
def ready(monkeypatch: pytest.MonkeyPatch, english: Language) -> None:
    """The pipeline is there already, which saves the time to load it."""
    have_loaded(english, monkeypatch)


def have_loaded(english: Language, patch: pytest.MonkeyPatch) -> None:
    """Let commands take this pipeline; those modules first that keep the function under its name."""
    for module in ("kg.archive.workers", "kg.pipeline", "kg.models"):
        patch.setattr(f"{module}.load_model", lambda _name: english)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, english: Language) -> Path:
    """A folder with three seeds as ``news``, their graph in ``out`` and ``store``, and two copies; not to write to."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "news").mkdir()
    for name in ("armistice-meridian.txt", "flood-osk.txt", "merger-corvane.txt"):
        shutil.copy(ROOT / "seeds" / name, folder / "news")
    with pytest.MonkeyPatch.context() as patch:
        have_loaded(english, patch)
        patch.setattr(sys, "argv", f"kg build {folder}/news -o {folder}/out --store {folder}/store".split())
        with pytest.raises(SystemExit):
            cli.main()
    for name in ("yesterday.ttl", "today.ttl"):
        shutil.copy(folder / "out" / "graph.ttl", folder / name)
    return folder


@pytest.fixture
def here(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of ``built`` as the working folder."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path
