"""The cut of the code: who may import whom, what is known in one place alone, what a kind of content consists of."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STAGES = frozenset(("read", "annotate", "extract", "ground", "build", "store", "query", "view"))
LAYERS = {
    **dict.fromkeys(("model", "errors", "numbers", "vocabulary", "syntax"), 1),
    **dict.fromkeys((*STAGES, "english", "files"), 2),
    **dict.fromkeys(
        ("archive", "pipeline", "evaluate", "export", "graph", "likeness", "listing", "models", "output", "summary"), 3
    ),
    **dict.fromkeys(("article", "as_of", "noted", "serve", "validate", "verify", "corrections"), 3),
    **dict.fromkeys(("cli", "commands", "notebook", "__init__", "__main__"), 4),
}
# What layer 1 may import of ours: the vocabulary speaks in the model's values.
BELOW = {"model": set(), "errors": set(), "numbers": set(), "syntax": set(), "vocabulary": {"model", "errors"}}
ABOVE_MODEL = frozenset(("model", "errors", "numbers", "vocabulary", "syntax"))
# The labels of ClearNLP that are no words of English.
LABELS = frozenset(
    "nsubj nsubjpass csubj csubjpass dobj pobj pcomp ccomp xcomp acomp relcl appos advcl acl auxpass npadvmod quantmod "
    "oprd preconj predet amod advmod nummod".split()
)
MODULES = sorted((ROOT / "kg").rglob("*.py"))
CONTENTS = sorted(path.stem for path in (ROOT / "kg" / "extract" / "contents").glob("*.py") if path.stem != "__init__")
GENERAL = "claims"
"""The content that is no kind of its own: what no other kind says. Its terms are the ontology's general ones."""


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def part(path: Path) -> str:
    """The stage or top-level module that a file belongs to."""
    return path.relative_to(ROOT / "kg").parts[0].removesuffix(".py")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """The full names of all that a file imports, wherever the import stands; types are knowledge too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name(path)}: a relative import hides where it leads"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def of_ours(path: Path) -> set[str]:
    """The parts of kg that a file imports, its own left out."""
    found = {imported.split(".")[1] for imported in imports(path) if imported.startswith("kg.")}
    return found & LAYERS.keys() - {part(path)}


def who_imports(package: str) -> set[str]:
    return {name(path) for path in MODULES if any(one.split(".")[0] == package for one in imports(path))}


def test_every_part_has_its_layer() -> None:
    assert {part(path) for path in MODULES} <= LAYERS.keys()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_part_knows_only_layers_below_and_no_stage_another(path: Path) -> None:
    own, layer = part(path), LAYERS[part(path)]
    if layer == 1:
        assert of_ours(path) <= BELOW[own]
    elif own in STAGES:
        assert of_ours(path) <= ABOVE_MODEL
    elif layer == 2:
        assert all(LAYERS[other] == 1 for other in of_ours(path))
    else:
        assert all(LAYERS[other] <= layer for other in of_ours(path))


def test_the_model_needs_the_standard_library_alone() -> None:
    assert {one.split(".")[0] for one in imports(ROOT / "kg" / "model.py")} <= sys.stdlib_module_names


@pytest.mark.parametrize(
    ("stage", "strangers"),
    [
        ("read", {"spacy", "rdflib"}),
        ("annotate", {"rdflib"}),
        ("extract", {"rdflib"}),
        ("ground", {"spacy", "rdflib"}),
        ("build", {"spacy", "pyoxigraph", "pathlib"}),
        ("query", {"spacy", "pyoxigraph"}),
        ("view", {"spacy", "rdflib", "pyoxigraph"}),
    ],
)
def test_a_stage_does_not_know_what_is_not_its_business(stage: str, strangers: set[str]) -> None:
    known = {one.split(".")[0] for path in MODULES if part(path) == stage for one in imports(path)}
    assert not known & strangers


def test_oxigraph_is_known_to_the_store_alone() -> None:
    # Gazetteers and the ontology are read by its parser, ten times faster than by rdflib's; no store is opened there.
    strangers = {one for one in who_imports("pyoxigraph") if not one.startswith("kg/store/")}
    assert strangers <= {"kg/vocabulary/turtle.py"}
    assert who_imports("oxrdflib") == {"kg/store/store.py"}


def test_pyvis_is_known_to_one_file_of_the_view() -> None:
    assert who_imports("pyvis") == {"kg/view/page.py"}


def test_dependency_labels_are_known_to_the_syntax_alone() -> None:
    strangers = {
        f"{name(path)}:{node.lineno} {word}"
        for path in MODULES
        if part(path) not in {"syntax", "english"}
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for word in LABELS & set(node.value.split())
    }
    assert not strangers


def test_only_the_command_line_prints() -> None:
    printing = {
        name(path)
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    }
    found = printing | who_imports("rich") | who_imports("typer")
    assert all(one == "kg/cli.py" or one.startswith("kg/commands/") for one in found)


def test_only_the_line_catches_whatever_comes() -> None:
    catching = {
        name(path)
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}))
    }
    assert catching <= {"kg/pipeline.py"}


def test_there_are_kinds_of_content() -> None:
    assert {"claims", "roles", "territory"} <= set(CONTENTS)


@pytest.mark.parametrize("kind", CONTENTS)
def test_a_kind_of_content_has_its_file_its_ontology_block_and_its_test(kind: str) -> None:
    assert (ROOT / "tests" / "contents" / f"test_{kind}.py").is_file()
    assert kind == GENERAL or (ROOT / "ontology" / "contents" / f"{kind}.ttl").is_file()


def test_every_block_of_the_ontology_has_its_kind() -> None:
    assert {path.stem for path in (ROOT / "ontology" / "contents").glob("*.ttl")} <= set(CONTENTS)
