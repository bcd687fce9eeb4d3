"""How commands end: the exit statuses of docs/command-line.md, Ctrl-C, nobody who reads, no room to write."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from commandline import Command

from kg import cli

ROOT = Path(__file__).parent.parent
KG = [sys.executable, "-m", "kg"]


def test_the_page_tells_all_statuses() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| (\d+) \|", page, flags=re.MULTILINE) == ["0", "1", "2", str(cli.INTERRUPTED)]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("--version",), 0),
        (("conflicts", "--help"), 0),
        (("conflicts", "out/graph.ttl"), 0),
        (("diff", "yesterday.ttl", "today.ttl"), 0),
        (("diff", "yesterday.ttl", "then.ttl"), 1),
        (("conflicts", "none.ttl"), 1),
        (("query", "out/graph.ttl", "no-such-question"), 1),
        (("query", "out/graph.ttl", "SELECT {"), 1),
        (("diff", "yesterday.ttl", "none.ttl"), 2),
        ((), 2),
        (("conflict",), 2),
        (("conflicts",), 2),
        (("conflicts", "out/graph.ttl", "--form", "csv"), 2),
        (("conflicts", "out/graph.ttl", "--format", "xml"), 2),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_a_status_for_each_end(command: Command, here: Path, arguments: tuple[str, ...], status: int) -> None:
    (here / "then.ttl").write_text("", encoding="utf-8")
    ran = command(*arguments)
    assert ran.status == status
    assert "Traceback" not in ran.err


def heed_interrupts() -> None:
    """A shell's background job is made to ignore Ctrl-C, and hands that on."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name != "posix", reason="no signals")
def test_ctrl_c_leaves_one_line_and_130(built: Path, tmp_path: Path) -> None:
    question = tmp_path / "question.rq"
    os.mkfifo(question)
    with (
        subprocess.Popen(
            [*KG, "query", "out/graph.ttl", question],
            cwd=built,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=heed_interrupts,
        ) as running,
        question.open("w"),
    ):  # it is reading now
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err) == (130, "", "Interrupted.\n")


@pytest.mark.skipif(os.name != "posix", reason="no pipes to close")
@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("queries",),
        ("conflicts", "out/graph.ttl"),
        ("query", "out/graph.ttl", "SELECT * { ?s ?p ?o }", "--json"),
        ("entities", "out/graph.ttl", "--format", "csv"),
        ("export", "out/graph.ttl", "--format", "nquads"),
    ],
    ids=" ".join,
)
def test_nobody_who_reads_is_not_complained_of(built: Path, arguments: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run([*KG, *arguments], cwd=built, stdout=writing, stderr=subprocess.PIPE, text=True)
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (1, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device")
@pytest.mark.parametrize("arguments", [("queries",), ("export", "out/graph.ttl", "--format", "csv")], ids=" ".join)
def test_no_room_on_standard_output_is_one_line(built: Path, arguments: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        ran = subprocess.run([*KG, *arguments], cwd=built, stdout=full, stderr=subprocess.PIPE, text=True)
    assert ran.returncode == 1
    assert ran.stderr.startswith("Standard output: cannot be written")
    assert ran.stderr.count("\n") == 1
