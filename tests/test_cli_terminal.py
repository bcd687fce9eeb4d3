"""What a terminal is shown: colours where they are wanted, progress where work takes long, none of both in a pipe."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from rdflib import Literal

from kg.commands.terminal import print_rows
from kg.query import Result

KG = [sys.executable, "-m", "kg"]
COLOURS = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m")
WANTED = ("NO_COLOR", "FORCE_COLOR", "PY_COLORS", "GITHUB_ACTIONS", "TERM", "COLUMNS")


def seen(
    arguments: tuple[str, ...], folder: Path, environment: Mapping[str, str], program: Sequence[str] = KG
) -> bytes:
    """What a terminal gets of a command on both outputs."""
    import pty  # not on every system

    kept = {name: value for name, value in os.environ.items() if name not in WANTED}
    own, others = pty.openpty()
    with subprocess.Popen(
        [*program, *arguments], cwd=folder, stdin=others, stdout=others, stderr=others, env={**kept, **environment}
    ):
        os.close(others)
        found = b""
        try:
            while some := os.read(own, 65_536):
                found += some
        except OSError:  # the other end is closed
            pass
    os.close(own)
    return found


pytestmark = pytest.mark.skipif(os.name != "posix", reason="no pseudo-terminals")
HELP, MISTAKE = ("query", "--help"), ("biuld",)
TABLE, JSON = ("queries",), ("query", "out/graph.ttl", "own-voice", "--json")
LIST = ("conflicts", "out/graph.ttl")
XTERM = {"TERM": "xterm-256color"}


def test_a_columns_name_is_no_order(capsys: pytest.CaptureFixture[str]) -> None:
    """An endpoint elsewhere chooses the names of its columns."""
    print_rows(Result(("\x1b]0;title\x07n\x1b[31mame",), ((Literal("x"),),)))
    assert "n [31mame" in (shown := capsys.readouterr().out)
    assert "\x1b" not in shown
    assert "\x07" not in shown


@pytest.mark.parametrize("arguments", [HELP, MISTAKE], ids=" ".join)
@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": ""}], ids=str)
def test_help_and_errors_are_coloured(built: Path, arguments: tuple[str, ...], environment: dict[str, str]) -> None:
    assert COLOURS.search(seen(arguments, built, XTERM | environment))


@pytest.mark.parametrize("arguments", [HELP, MISTAKE, TABLE, JSON], ids=" ".join)
@pytest.mark.parametrize("more", [{}, {"FORCE_COLOR": "1"}], ids=str)
def test_no_color_is_heeded(built: Path, arguments: tuple[str, ...], more: dict[str, str]) -> None:
    found = seen(arguments, built, XTERM | {"NO_COLOR": "1"} | more)
    assert found
    assert not COLOURS.search(found)


@pytest.mark.parametrize("arguments", [HELP, MISTAKE, TABLE, JSON], ids=" ".join)
def test_a_dumb_terminal_gets_text_alone(built: Path, arguments: tuple[str, ...]) -> None:
    assert b"\x1b" not in seen(arguments, built, {"TERM": "dumb"})


def test_a_terminal_is_shown_that_something_is_done(here: Path) -> None:
    found = seen(("build", "news/flood-osk.txt", "-o", "again"), here, XTERM)
    assert b"articles" in found
    assert b"a second" in found
    text = found.decode()
    assert text.rindex("\x1b[2K") < text.index("found")  # the line is gone before the results are there


def impatient(patience: float) -> list[str]:
    """The command line, telling of work after so many seconds."""
    program = f"import kg.cli, kg.commands.terminal as terminal; terminal.PATIENCE = {patience}; kg.cli.main()"
    return [sys.executable, "-c", program]


@pytest.mark.parametrize(("patience", "told"), [(0.01, True), (600.0, False)])
def test_work_that_takes_long_is_told_of_and_short_work_is_not(built: Path, patience: float, told: bool) -> None:
    found = seen(LIST, built, XTERM, impatient(patience))
    assert (b"comparing" in found) is told
    assert b"rows" in found


def test_a_dumb_terminal_and_a_pipe_are_told_nothing(built: Path) -> None:
    found = seen(LIST, built, {"TERM": "dumb"}, impatient(0.01))
    assert found.startswith(b"conflic")
    ran = subprocess.run(
        [*impatient(0.01), *LIST], cwd=built, capture_output=True, env={**os.environ, "FORCE_COLOR": "1"}
    )
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_data_on_a_terminal_is_not_coloured(built: Path) -> None:
    assert b"\x1b" not in seen(JSON, built, XTERM)
