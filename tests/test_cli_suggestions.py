"""What was mistyped is answered with what comes nearest, in the one line that says what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from commandline import Command

from kg.errors import check_path, did_you_mean
from kg.store import open_graph


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (("query", "out/graph.ttl", "control-share"), "did you mean control-shares?"),
        (("query", "out/graph.ttl", "Control_Shares"), "did you mean control-shares?"),
        (("query", "out/graph.ttl", "statements-by-speaker", "speaker=Jana Ruel"), "did you mean Jana Ruell?"),
        (("query", "store", "statements-by-speaker", "speaker=RÜELL"), "did you mean Jana Ruell"),
        (("timeline", "out/graph.ttl", "jana ruél"), "did you mean Jana Ruell?"),
        (("timeline", "out/graph.ttl", "Nadja Perault"), "did you mean Nadia Perrault?"),
        (("query", "out/graph.ttl", "mine.rq"), "did you mean my.rq?"),
        (("conflicts", "out/graph.tl"), "did you mean graph.ttl"),
        (("conflicts", "ouut/graph.ttl"), "did you mean out?"),
        (("verify", "out/graph.ttl", "news/flod-osk.txt"), "did you mean flood-osk.txt?"),
        (("build", "newss", "-o", "again"), "did you mean news?"),
        (("build", "news", "-o", "again", "--same", "yesterdy.ttl"), "did you mean yesterday.ttl"),
        (("remove", "store", "flood-os"), "did you mean flood-osk?"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_what_was_mistyped(command: Command, here: Path, ready: None, arguments: tuple[str, ...], meant: str) -> None:
    (here / "my.rq").write_text("ASK {}", encoding="utf-8")
    assert meant in command(*arguments).one_line()


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (("biuld",), "build"),
        (("evaluate", "tims"), "times"),
        (("query", "--formt", "csv"), "--format"),
        (("query", "g.ttl", "own-voice", "--format", "tabel"), "table"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_a_mistyped_command_option_or_value(command: Command, arguments: tuple[str, ...], meant: str) -> None:
    ran = command(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert meant in ran.err


def test_nothing_like_it_says_where_to_look(command: Command, here: Path) -> None:
    assert "`kg queries` lists them." in command("query", "out/graph.ttl", "xyzzy").one_line()
    assert "`kg entities` lists who is in it." in command("timeline", "out/graph.ttl", "Xyzzy Qwrt").one_line()
    assert "check the path." in command("conflicts", "xyzzy/xyzzy.nt").one_line()


@pytest.mark.parametrize(
    ("meant", "known", "hint"),
    [
        ("sao tome", ["São Tomé"], "did you mean São Tomé?"),
        ("ZÜRICH", ["Zurich"], "did you mean Zurich?"),
        ("Vell", ["Ana Vell"], "did you mean Ana Vell?"),
        ("Anna Vell", ["Ana Vell", "Anna Bell", "Bo Lund"], "did you mean Ana Vell or Anna Bell?"),
        ("", ["Ana Vell"], "-"),
        ("Bo Lund", [], "-"),
    ],
)
def test_near_is_without_case_and_accents(meant: str, known: list[str], hint: str) -> None:
    assert did_you_mean(meant, known, "-") == hint


def test_a_path_that_is_there_is_not_another(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").touch()
    (tmp_path / "graph.trig").touch()
    assert check_path(tmp_path / "graph.ttl") == "check the path."
    assert "graph.ttl" in check_path(tmp_path / "graf.ttl")
    assert check_path("") == "check the path."


def test_a_name_that_looks_like_code_is_only_a_name(here: Path) -> None:
    from kg.errors import KgError
    from kg.query import query

    with pytest.raises(KgError, match="nobody in the graph goes by that name"):
        query(open_graph("out/graph.ttl"), "statements-by-speaker", speaker='x" } DROP ALL #')


@pytest.mark.parametrize(
    "arguments",
    [
        ("view", "out/graph.ttl", "--article", "fl\udcffood"),
        ("remove", "store", "fl\udcffood"),
        ("query", "store", "ASK { ?a ?b '\udcff' }"),
        ("query", "store", "statements-by-speaker", "speaker=\udcff"),
    ],
    ids=lambda one: one[0],
)
def test_what_is_no_text_is_one_line(command: Command, here: Path, arguments: tuple[str, ...]) -> None:
    """Python hands on bytes of an argument that it cannot decode."""
    assert "not valid UTF-8; write it in the terminal's own encoding." in command(*arguments).one_line()
