"""What several tests share: the shipped pipeline and gazetteer, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest
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
