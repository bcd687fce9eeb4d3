"""The dispatches in seeds/ give the graphs that were looked at and stored. After a change that means to alter them:
``pytest tests/test_golden.py --snapshot-update``, and read the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from kg.pipeline import assemble, run
from kg.vocabulary import Gazetteer

SEEDS = sorted(p for p in (Path(__file__).parent.parent / "seeds").iterdir() if p.is_file())


class Turtle(SingleFileSnapshotExtension):
    """One Turtle file a dispatch."""

    _write_mode = WriteMode.TEXT
    file_extension = "ttl"


@pytest.fixture
def golden(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Turtle)


@pytest.mark.parametrize("dispatch", SEEDS, ids=lambda path: path.stem)
def test_the_graph_of_a_dispatch(
    dispatch: Path, english: Language, gazetteer: Gazetteer, golden: SnapshotAssertion
) -> None:
    made = assemble(run([str(dispatch)], english, gazetteer))
    assert made.failed == ()
    assert made.graph().store.export(".ttl").decode() == golden
