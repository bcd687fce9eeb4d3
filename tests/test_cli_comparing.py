"""The commands that compare: what they print, in which formats, with which exit status."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from commandline import Command
from reports import Line, graph, report

OVER = Line("it is over", by="Ana Vell")
LOST = Line("the bridge was lost", by="Bruno Tarn", said="2025-03-02")
POST = report("Norvia Post", "2025-03-03", OVER, LOST)
DAILY = report("Selt Daily", "2025-03-04", Line("it is over", by="Cara \x1b[31mLind"))


@pytest.fixture
def both(tmp_path: Path) -> Path:
    path = tmp_path / "both.ttl"
    graph(POST, DAILY).save(path)
    return path


@pytest.fixture
def post(tmp_path: Path) -> Path:
    path = tmp_path / "post.trig"
    graph(POST).save(path)
    return path


@pytest.mark.parametrize("arguments", [("corroborated",), ("timeline", "Ana Vell")], ids=" ".join)
def test_lists_are_printed_as_table_csv_and_json(command: Command, both: Path, arguments: tuple[str, ...]) -> None:
    name, *rest = arguments
    status, table, errors = command(name, both, *rest)
    assert (status, errors) == (0, "")
    assert "it is over" in table
    assert "\x1b" not in table
    rows = list(csv.DictReader(io.StringIO(command(name, both, *rest, "--format", "csv")[1])))
    found = json.loads(command(name, both, *rest, "--format", "json")[1])
    assert len(rows) == len(found["results"]["bindings"]) > 0
    assert table.endswith(f"\n{len(rows)} row{'s' if len(rows) > 1 else ''}\n")


def test_an_unknown_entity_is_one_line(command: Command, both: Path) -> None:
    status, out, errors = command("timeline", both, "Anna Vell")
    assert (status, out) == (1, "")
    assert errors == "Anna Vell: nobody in the graph goes by that name; did you mean Ana Vell?\n"


def test_diff_ends_as_diff_does(command: Command, both: Path, post: Path) -> None:
    status, out, errors = command("diff", both, both)
    assert (status, errors) == (0, "")
    assert out.endswith(f"\n0 rows\n0 only in {both}, 0 only in {both}, 0 changed\n")
    status, out, _ = command("diff", post, both)
    assert status == 1
    assert out.endswith(f"1 row\n0 only in {post}, 1 only in {both}, 0 changed\n")
    assert command("diff", post, both, "--format", "csv")[0] == 1
    status, out, errors = command("diff", post, both.with_name("none.ttl"))
    assert (status, out) == (2, "")
    assert "none.ttl: no such file" in errors


def test_a_graph_as_of_a_day_is_a_graph(command: Command, both: Path, post: Path) -> None:
    then = both.with_name("then.ttl")
    status, out, _ = command("as-of", both, "2025-03-03", "-o", then)
    assert (status, out) == (0, f"2 statements of 1 articles are in {then}\n")
    assert command("diff", then, post)[0] == 0
    assert command("as-of", both, "2025-03-02", "--time", "said", "-o", then)[1].startswith("1 statements of 1")
    assert command("as-of", both, "yesterday", "-o", then)[0] == 2
    assert command("as-of", both, "2025-03-02", "--time", "heard", "-o", then)[0] == 2
    status, _, errors = command("as-of", both, "2025-03-02", "-o", then.with_suffix(".pdf"))
    assert (status, errors.count("\n")) == (1, 1)


def test_help_names_them(command: Command) -> None:
    out = command("--help")[1]
    assert all(name in out for name in ("conflicts", "corroborated", "timeline", "diff", "as-of"))
