"""What README and docs/who-is-who.md show works: commands, Python, gazetteer, decisions; and CI runs README's tests."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest
from spacy.language import Language

from kg import cli
from kg.vocabulary import Decisions, Gazetteer

ROOT = Path(__file__).parent.parent


def blocks(language: str, page: str = "README.md") -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, english: Language) -> Path:
    """A folder with the seeds, and the English pipeline loaded."""
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kg.models.load_model", lambda _name: english)
    monkeypatch.setattr("kg.pipeline.load_model", lambda _name: english)
    return tmp_path


def test_every_command_works(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    commands = [shlex.split(line, comments=True) for block in blocks("sh") for line in block.splitlines()]
    assert len(commands) >= 9
    for command in commands:
        monkeypatch.setattr(sys, "argv", command)
        with pytest.raises(SystemExit) as ended:
            cli.main()
        assert not ended.value.code, command
        assert capfd.readouterr().out, command
    assert (checkout / "page.html").is_file()


def test_the_python_works(checkout: Path) -> None:
    [code] = blocks("python")
    exec(compile(code, "README.md", "exec"), {})
    assert {"page.html", "graph.ttl"} <= {path.name for path in checkout.iterdir()}


def test_the_gazetteer_works(tmp_path: Path) -> None:
    [mine] = [block for block in blocks("turtle", "docs/who-is-who.md") if "foaf:Person" in block]
    (tmp_path / "mine.ttl").write_text(mine, encoding="utf-8")
    [entry] = Gazetteer.load([tmp_path / "mine.ttl"]).candidates("A. Vell")
    assert entry.entity.label == "Ana Vell"


def test_the_decisions_work(tmp_path: Path) -> None:
    files = {}
    for name in ("exactMatch", "differentFrom"):
        [block] = [block for block in blocks("turtle", "docs/who-is-who.md") if name in block]
        files[name] = tmp_path / f"{name}.ttl"
        files[name].write_text(block, encoding="utf-8")
    decisions = Decisions.read([files["exactMatch"]], [files["differentFrom"]], Gazetteer())
    assert [one.iri.rpartition("/")[2] for one in decisions.same] == ["a-vell"]
    assert [one.entity.key for one in decisions.different] == ["ana-vell-baker"]


def test_every_make_target_named_in_the_texts_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    for name in ("README.md", "CONTRIBUTING.md", ".ci/run"):
        named = re.findall(r"\bmake ([a-z]+)\b", (ROOT / name).read_text(encoding="utf-8"))
        assert set(named) <= targets, name
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "step make test" in ci
    assert "step make docs" in ci
