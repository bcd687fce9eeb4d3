"""Completion, by the scripts that the shells get, in the shells that are there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import SKOS

from kg.query import queries
from kg.vocabulary import PREFIXES

ROOT = Path(__file__).parent.parent
BASH = """
source <(_KG_COMPLETE=source_bash kg)
COMP_WORDS=({line})
COMP_CWORD={at}
_kg_completion kg
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
FISH = """
_KG_COMPLETE=source_fish kg | source
complete -C "{line}"
"""
# What zsh would do with the answer is printed; it is evaluated as zsh evaluates it.
ZSH = r"""
compdef() {{ : }}
_files() {{ : }}
_arguments() {{
  local found=${{1#*'(('}}
  eval "local -a offered=( ${{found%%'))'*}} )"
  print -rl -- "${{offered[@]}}"
}}
eval "$(_KG_COMPLETE=source_zsh kg)"
words=({line})
CURRENT={words}
_kg_completion
"""
SHELLS = {"bash": (BASH, "--norc"), "fish": (FISH, "--no-config"), "zsh": (ZSH, "-f")}

Complete = Callable[[str], dict[str, str]]


@pytest.fixture(params=SHELLS)
def complete(request: pytest.FixtureRequest, built: Path, tmp_path: Path) -> Complete:
    """A line up to the cursor in, what the shell offers and what it says of it out."""
    shell = request.param
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    program = tmp_path / "bin" / "kg"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kg "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    paths = {"PATH": f"{program.parent}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}

    def offered(line: str) -> dict[str, str]:
        script, option = SHELLS[shell]
        words = line.split(" ")
        text = script.format(line=line if line[-1] != " " else f"{line}''", at=len(words) - 1, words=len(words))
        if shell == "fish":
            text = script.format(line=line)
        ran = subprocess.run(
            [shell, option, "-c", text], cwd=built, capture_output=True, text=True, env={**os.environ, **paths}
        )
        assert ran.stderr == ""
        rows = (row.replace("\t", ":", 1).partition(":") for row in ran.stdout.splitlines() if row)
        return {name: said for name, _, said in rows}

    return offered


def test_commands(complete: Complete) -> None:
    assert set(complete("kg con")) == {"conflicts", "control"}
    assert set(complete("kg evaluate p")) == {"polnear", "plover"}


def test_options_and_their_values(complete: Complete) -> None:
    assert set(complete("kg conflicts --js")) == {"--json"}
    assert set(complete("kg conflicts g.ttl --format c")) == {"csv"}


def test_questions_with_their_wording(complete: Complete) -> None:
    found = complete("kg query out/graph.ttl s")
    assert set(found) == {one.name for one in queries() if one.name.startswith("s")}
    assert set(found.values()) in ({""}, {one.question for one in queries() if one.name in found})


def test_entities_by_their_keys(complete: Complete) -> None:
    assert set(complete("kg timeline out/graph.ttl jan")) == {"jana-ruell"}
    assert set(complete("kg timeline store jan")) == {"jana-ruell"}


def test_a_graph_is_a_file(complete: Complete) -> None:
    assert set(complete("kg conflicts xyz")) <= {"xyz"}
    assert complete("kg timeline none.ttl jan") == {}


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_it_is_installed_for_the_shell_it_is_called_in(tmp_path: Path) -> None:
    (tmp_path / "kg").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kg "$@"\n', encoding="utf-8")
    (tmp_path / "kg").chmod(0o755)
    paths = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}

    def told(script: str) -> str:
        return subprocess.run(
            ["bash", "--norc", "-c", script], capture_output=True, text=True, env={**os.environ, **paths}, check=True
        ).stdout

    assert "bash completion installed" in told("kg --install-completion; true")
    assert "complete -o default" in told("kg --show-completion; true")
    assert told('source "$HOME/.bashrc"; complete -p kg') == "complete -o default -F _kg_completion kg\n"


def test_a_shell_is_given_nothing_to_run(complete: Complete, tmp_path: Path) -> None:
    hostile = ("jan$(touch$IFS-ran)", "jan'b", "jan;touch", "jan!b", "jan/b")
    ran = tmp_path / "ran"
    lines = [
        f'<{PREFIXES["ent"]}{key}> a <http://xmlns.com/foaf/0.1/Person> ; <{SKOS.prefLabel}> "{label}" .\n'
        for key in ("jan-a", *hostile)
        for label in (f"$(touch {ran})", f"`touch {ran}`", f"'; touch {ran}; '", f'x\\" ; touch {ran} ; \\\\', "[/b]")
    ]
    graph = tmp_path / "hostile.ttl"
    graph.write_text("".join(lines), encoding="utf-8")
    assert set(complete(f"kg timeline {graph} jan")) == {"jan-a"}
    assert not ran.exists()
