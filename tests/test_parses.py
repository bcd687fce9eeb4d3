"""The trees made by hand: each is a tree, and speaks the pipeline's scheme."""

import json

import pytest
from docs import PARSES, doc, parses

from kg.english.pieces import WEIGHTS
from kg.model import Layers

NAMES = json.loads((WEIGHTS / "names.json").read_text("utf-8"))


@pytest.mark.parametrize("text", parses())
def test_a_parse_is_a_tree_of_the_scheme(text: str) -> None:
    built = doc(text)
    words = [token for token in built if not token.is_space]
    assert built.text == text
    assert {token.tag_ for token in words} <= set(NAMES["tags"])
    assert {token.dep_ for token in words} <= set(NAMES["labels"])
    assert len(list(built.sents)) == len(parses()[text].splitlines())
    assert isinstance(built.user_data["layers"], Layers)


def test_there_are_parses() -> None:
    assert len(parses()) > 300, f"{PARSES} is not whole"
