"""--json: one JSON document on standard output and nothing else there, in the shape that docs/command-line.md tells."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from commandline import Command

from kg.query import queries

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
GRAPH = "out/graph.ttl"


def told(name: str) -> set[str]:
    """The keys that the page's table names for a command."""
    [row] = [line for line in PAGE.splitlines() if line.startswith("| `kg ") and f"`kg {name}`" in line]
    return set(re.findall(r"`([\w.]+)`", row.split("|")[2]))


@pytest.mark.parametrize(
    "arguments",
    [
        ("query", GRAPH, "control-shares"),
        ("conflicts", GRAPH),
        ("corroborated", GRAPH),
        ("timeline", GRAPH, "Jana Ruell"),
        ("control", GRAPH, "Ondrel"),
        ("diff", "yesterday.ttl", "today.ttl"),
    ],
    ids=lambda one: one[0],
)
def test_rows_are_sparql_results(command: Command, here: Path, arguments: tuple[str, ...]) -> None:
    ran = command(*arguments, "--json")
    assert (ran.status, ran.err) == (0, "")
    found = json.loads(ran.out)
    assert told(arguments[0]) == {"head.vars", "results.bindings"}
    assert set(found) == {"head", "results"}
    assert all(set(row) <= set(found["head"]["vars"]) for row in found["results"]["bindings"])
    assert ran.out == command(*arguments, "--format", "json").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("queries",),
        ("entities", GRAPH),
        ("review", GRAPH, "--limit", "3"),
        ("as-of", GRAPH, "2025-05-14", "-o", "then.ttl"),
        ("validate", GRAPH),
        ("verify", GRAPH, "news"),
        ("remove", "store", "flood-osk"),
        ("evaluate times", "times.tsv"),
    ],
    ids=lambda one: one[0],
)
def test_the_shape_is_the_one_told(command: Command, here: Path, ready: None, arguments: tuple[str, ...]) -> None:
    lines = (ROOT / "tests" / "gold" / "times.tsv").read_text(encoding="utf-8").splitlines(keepends=True)
    (here / "times.tsv").write_text("".join(lines[:12]), encoding="utf-8")
    name, *rest = arguments
    ran = command(*name.split(), *rest, "--json")
    assert (ran.status, ran.err) == (0, "")
    found = json.loads(ran.out)
    keys = set(found[0]) if isinstance(found, list) else set(found)
    assert keys <= told(name)
    assert keys


def test_a_build_tells_what_it_made_where(command: Command, here: Path, ready: None) -> None:
    (here / "news" / "empty.txt").touch()
    ran = command("build", "news", "-o", "files", "--store", "kept", "--json")
    assert ran.status == 1
    found = json.loads(ran.out)
    assert set(found) == {"out", "store", "unused_corrections", "failed"}
    assert set(found["out"]) | set(found) <= told("build")
    assert ran.err.splitlines() == found["failed"]
    assert "empty.txt" in found["failed"][0]
    assert found["out"]["figures"]["articles"] == found["store"]["figures"]["articles added"] == 3
    assert (found["out"]["path"], found["store"]["path"]) == ("files", "kept")
    assert json.loads(command("build", "news/flood-osk.txt", "-o", "files", "--json").out).keys() == {
        "out",
        "unused_corrections",
        "failed",
    }


def test_a_query_says_what_it_can_be_asked_about(command: Command) -> None:
    found = {one["name"]: one for one in json.loads(command("queries", "--json").out)}
    assert found.keys() == {one.name for one in queries()}
    assert found["statements-by-speaker"]["about"] == ["speaker"]
    assert found["control-shares"]["about"] == []


def test_what_is_broken_is_told_with_status_1(command: Command, here: Path) -> None:
    graph = here / GRAPH
    graph.write_text(graph.read_text(encoding="utf-8").replace("the maps can wait", "the maps will wait"), "utf-8")
    ran = command("verify", GRAPH, "news", "--json")
    assert (ran.status, ran.err) == (1, "")
    assert any("will wait" in one for one in json.loads(ran.out)["problems"])
    graph.write_text("<https://example.org/s> a <https://w3id.org/newskg/ontology#Statement> .", encoding="utf-8")
    ran = command("validate", GRAPH, "--json")
    found = json.loads(ran.out)
    assert (ran.status, ran.err, found["conforms"]) == (1, "", False)
    assert {one["node"] for one in found["results"]} == {"https://example.org/s"}


def test_what_differs_is_told_with_status_1_and_no_other_line(command: Command, here: Path) -> None:
    assert command("as-of", GRAPH, "2025-05-13", "-o", "then.ttl").status == 0
    ran = command("diff", "then.ttl", GRAPH, "--json")
    assert (ran.status, ran.err) == (1, "")
    assert json.loads(ran.out)["results"]["bindings"]


def test_a_load_tells_how_many(command: Command, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def send(_url: str, quads: Any, **_: Any) -> int:
        return len(list(quads))

    monkeypatch.setattr("kg.store.remote.load", send)
    found = json.loads(command("load", GRAPH, "--to", "http://127.0.0.1:1/store", "--json").out)
    assert set(found) == told("load")
    assert found["triples"] > 1_000


@pytest.mark.parametrize("name", ["query", "conflicts", "entities", "review", "timeline", "validate", "verify"])
def test_bad_input_leaves_standard_output_empty(command: Command, tmp_path: Path, name: str) -> None:
    more = {"query": ["own-voice"], "timeline": ["Ana Vell"], "verify": [tmp_path]}.get(name, [])
    assert "no such file" in command(name, tmp_path / "none.ttl", *more, "--json").one_line()


def test_text_in_other_encodings_than_unicode_is_json_all_the_same(
    command: Command, tmp_path: Path, ready: None
) -> None:
    ran = command("build", tmp_path / "\udcffnews", "-o", tmp_path / "out", "--json")
    assert ran.status == 1
    assert "no such file" in json.loads(ran.out)["failed"][0]
