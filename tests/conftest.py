"""What several tests share: the shipped pipeline and gazetteer, loaded once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import chromium
from spacy.language import Language

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
