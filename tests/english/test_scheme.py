"""What the pipeline gives and what the rules ask for are labels that spaCy publishes for en_core_web_*."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language

from kg import models, syntax
from kg.english import names, numbers, tags
from kg.english.component import VERBS_FOR_NOUNS
from kg.english.pieces import WEIGHTS

LABELS = frozenset(
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative "
    "dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj "
    "predet prep prt punct quantmod relcl xcomp".split()
)
TAGS = frozenset(
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB "
    "RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX _SP ``".split()
)
ENTITIES = frozenset(
    "CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME "
    "WORK_OF_ART".split()
)
NAMES: dict[str, list[str]] = json.loads((WEIGHTS / "names.json").read_text("utf-8"))


def test_dependency_labels() -> None:
    assert set(NAMES["labels"]) <= LABELS


def test_tags() -> None:
    assert {*NAMES["tags"], *tags.POS, *VERBS_FOR_NOUNS, *VERBS_FOR_NOUNS.values()} <= TAGS


def test_entity_types() -> None:
    found = {name.partition("-")[2] for name in NAMES["entities"] if name != "O"}
    assert found - {names.UNTYPED} <= ENTITIES  # kg_names types these or takes them out
    assert set(numbers.PATTERNS) <= ENTITIES


def test_no_name_is_left_untyped(english: Language) -> None:
    doc = english("Ana Vessa read the Stone Harbor and sang Grey Rain on the Osk Ferry.")
    assert {ent.label_ for ent in doc.ents} <= ENTITIES


def test_the_pipeline_shows_its_labels(english: Language) -> None:
    shown = set(english.pipe_labels["kg_english"])
    assert set(NAMES["labels"]) | set(NAMES["tags"]) <= shown
    assert shown - set(NAMES["labels"]) - set(NAMES["tags"]) <= ENTITIES | {names.UNTYPED}
    models.check_scheme(english, "ours")


def test_what_every_pipeline_must_have_is_published() -> None:
    assert syntax.NEEDED <= LABELS
    assert models.TAGS <= TAGS
    assert models.ENTITIES <= ENTITIES


# --- the words of the syntax: read from its code, so that a new one is seen

TREE = ast.parse(Path(syntax.__file__).read_text("utf-8"))


def _strings(node: ast.AST) -> Iterator[str]:
    """The strings in an expression, and those of the module's sets that it names."""
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value
        elif isinstance(part, ast.Name) and isinstance(known := getattr(syntax, part.id, None), frozenset):
            yield from known


def _compared(attribute: str) -> set[str]:
    """What an attribute of a token is compared with: ``token.dep_ in {...}``, ``token.tag_ == "VBG"``."""
    return {
        word
        for node in ast.walk(TREE)
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Attribute) and node.left.attr == attribute
        for comparator in node.comparators
        for word in _strings(comparator)
    }


def _asked() -> set[str]:
    """The labels that children are looked up by: ``child(verb, "agent")``."""
    return {
        word
        for node in ast.walk(TREE)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"child", "children"}
        for argument in node.args[1:]
        for word in _strings(argument)
    }


def test_the_syntax_knows_published_labels_alone() -> None:
    assert _compared("dep_") | _asked() | syntax.LOOSE <= LABELS


def test_the_syntax_knows_published_tags_alone() -> None:
    assert len(_compared("tag_")) > 10
    assert _compared("tag_") <= TAGS
