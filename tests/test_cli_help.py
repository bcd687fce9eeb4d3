"""The help of every command: its examples work, it fits a terminal, and docs/command-line.md names it."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from commandline import Command

from kg import cli

ROOT = Path(__file__).parent.parent
COLUMNS = 80
ELSEWHERE = re.compile(r"https?://|--data data|\bkg serve\b")
"""What is in an example that needs a network, a server, or data that is not here."""


def commands(group: Any, *above: str) -> Iterator[tuple[str, Any]]:
    """Every command by its words ("evaluate times")."""
    for name, one in group.commands.items():
        if hasattr(one, "commands"):
            yield from commands(one, *above, name)
        else:
            yield " ".join((*above, name)), one


COMMANDS = dict(commands(typer.main.get_command(cli.app)))
EXAMPLES = [example for one in COMMANDS.values() for example in one.examples]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_examples_of_itself_below_its_options(command: Command, name: str) -> None:
    ran = command(*name.split(), "--help")
    assert (ran.status, ran.err) == (0, "")
    before, _, examples = ran.out.partition(" Examples:\n")
    assert "Usage: kg " in before
    assert "Examples" not in before
    assert [line.strip() for line in examples.splitlines() if line.strip()] == COMMANDS[name].examples
    assert COMMANDS[name].examples
    assert all(f"{example} ".startswith(f"kg {name} ") for example in COMMANDS[name].examples)
    assert max(map(len, examples.splitlines())) < COLUMNS


@pytest.mark.parametrize("example", [one for one in EXAMPLES if not ELSEWHERE.search(one)])
def test_every_example_works(command: Command, here: Path, ready: None, example: str) -> None:
    (here / "tests" / "gold").mkdir(parents=True)
    for path in ("times.tsv", "quantities.tsv", "control.jsonl"):
        lines = (ROOT / "tests" / "gold" / path).read_text(encoding="utf-8").splitlines(keepends=True)
        (here / "tests" / "gold" / path).write_text("".join(lines[:10]), encoding="utf-8")
    words, _, file = example.partition(" > ")
    ran = command(*shlex.split(words)[1:])
    assert (ran.status, ran.err) == (0, ""), ran
    assert ran.out
    if file:
        Path(file).write_text(ran.out, encoding="utf-8")


@pytest.mark.parametrize("example", [one for one in EXAMPLES if ELSEWHERE.search(one)])
def test_every_example_that_needs_more_is_a_command(example: str) -> None:
    _, *words = shlex.split(example)
    name = max((one for one in COMMANDS if f"{' '.join(words)} ".startswith(f"{one} ")), key=len)
    COMMANDS[name].make_context(name, words[len(name.split()) :])


def test_the_docs_name_every_command_and_what_it_prints_for_a_program() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    for name, one in COMMANDS.items():
        options = {option for parameter in one.params for option in parameter.opts}
        assert f"`kg {name}`" in page, name
        if "--format" in options and name != "export":
            assert "--json" in options, name


@pytest.mark.parametrize("arguments", [(), ("query",), ("evaluate", "times")], ids=" ".join)
def test_help_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "kg", *arguments, "--help"], capture_output=True, text=True
    )
    assert ran.returncode == 0
    heavy = {"spacy", "rdflib", "pyoxigraph", "networkx", "numpy", "httpx"}
    assert not heavy & {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()}


def test_the_help_of_all_fits_a_terminal(command: Command) -> None:
    out = command("--help").out
    assert "--install-completion" in out
    assert "docs/command-line.md" in out
    assert max(map(len, out.splitlines())) <= COLUMNS
