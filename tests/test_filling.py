"""A store filled from files: again, changed, stopped and gone on with, by one process and by several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.archive import Archive, Fate, Line, Made, Settings, by_cluster, by_one, by_several, fill
from kg.archive.filling import Worked
from kg.cli import app
from kg.errors import ArticleError, KgError
from kg.pipeline import assemble, items, run
from kg.store import open_graph, open_store, write

TEXTS = {
    "bridge": "The bridge is lost\n\nBy Ida Lund, The Norvia Post\n\nMonday, March 3, 2025\n\n"
    "Norvia’s President Ana Vell said on Sunday that the bridge at Osk was lost.\n",
    "mill": "The mill burned\n\nBy Ida Lund, The Norvia Post\n\nTuesday, March 4, 2025\n\n"
    "Selt’s Foreign Minister Ana Vell told reporters that Norvia controls 20 percent of Selt.\n",
    "road": "The road is open\n\nBy Ida Lund, The Norvia Post\n\nTuesday, March 4, 2025\n\n"
    "Selt’s army said that Norvia controls 35 percent of Selt. The army denied that the road was closed.\n",
}


@pytest.fixture(scope="module")
def line() -> Line:
    return Line(Settings())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def archive() -> Archive:
    return Archive(open_store())


def filled(archive: Archive, folder: Path, line: Line, worked: Worked | None = None) -> list[Fate]:
    return list(fill(archive, items([str(folder)]), line, worked or partial(by_one, line=line)))


def kinds(fates: list[Fate]) -> Counter[str]:
    return Counter(type(fate).__name__ for fate in fates)


def new_build(folder: Path, line: Line) -> bytes:
    return write(assemble(run([str(folder)], line.nlp, line.gazetteer)).quads, ".nq")


def test_what_a_store_has_is_passed_by(archive: Archive, folder: Path, line: Line) -> None:
    assert kinds(filled(archive, folder, line)) == {"Made": 3}
    before = archive.store.export(".nq")
    assert before == new_build(folder, line)
    assert kinds(filled(archive, folder, line)) == {"Unchanged": 3}
    assert archive.store.export(".nq") == before


def test_a_changed_article_takes_the_place_of_its_older_version(archive: Archive, folder: Path, line: Line) -> None:
    filled(archive, folder, line)
    path = folder / "mill.txt"
    path.write_text(TEXTS["mill"].replace("Selt’s Foreign Minister", "Norvian President"), encoding="utf-8")
    assert kinds(filled(archive, folder, line)) == {"Made": 1, "Unchanged": 2}
    assert archive.store.export(".nq") == new_build(folder, line)


def test_another_setting_makes_all_anew(archive: Archive, folder: Path, line: Line) -> None:
    filled(archive, folder, line)
    assert kinds(filled(archive, folder, Line(Settings(min_confidence=0.99)))) == {"Made": 3}


def test_an_article_met_again_costs_itself(archive: Archive, folder: Path, line: Line) -> None:
    (folder / "deeper").mkdir()
    (folder / "deeper" / "road.txt").write_text(TEXTS["road"].replace("35", "36"), encoding="utf-8")
    for _ in range(2):
        fates = filled(archive, folder, line)
        [error] = [fate for fate in fates if isinstance(fate, ArticleError)]
        assert "the same article as" in str(error)
    assert len(archive.store.ledger) == 3


def test_a_bad_file_costs_itself(archive: Archive, folder: Path, line: Line) -> None:
    (folder / "empty.txt").write_text("")
    assert kinds(filled(archive, folder, line)) == {"Made": 3, "ArticleError": 1}


def test_a_build_that_was_stopped_goes_on(archive: Archive, folder: Path, line: Line) -> None:
    def stopped(found: Iterator[list[object]]) -> Iterator[object]:
        yield from by_one(([item] for items in found for item in items[:2]), line)  # type: ignore[misc, arg-type]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        filled(archive, folder, line, stopped)  # type: ignore[arg-type]
    assert len(archive.store.ledger) == 2
    assert kinds(filled(archive, folder, line)) == {"Made": 1, "Unchanged": 2}
    assert archive.store.export(".nq") == new_build(folder, line)


@pytest.mark.parametrize("several", ["pool", "cluster"])
def test_several_processes_make_the_same_store(archive: Archive, folder: Path, line: Line, several: str) -> None:
    if several == "cluster":
        pytest.importorskip("distributed", reason="Dask is not installed (newskg[cluster])")
        worked: Worked = partial(by_cluster, settings=line.settings, address="local")
    else:
        worked = partial(by_several, settings=line.settings, workers=2)
    fates = filled(archive, folder, line, worked)
    assert [Path(fate.path).stem for fate in fates if isinstance(fate, Made)] == sorted(TEXTS)
    assert archive.store.export(".nq") == new_build(folder, line)


def test_a_cluster_that_does_not_answer_is_named(folder: Path, line: Line) -> None:
    pytest.importorskip("distributed", reason="Dask is not installed (newskg[cluster])")
    with pytest.raises(KgError, match="no scheduler answers"):
        list(by_cluster([[]], line.settings, "tcp://127.0.0.1:9"))


def kg(*arguments: object) -> str:
    result = CliRunner().invoke(app, list(map(str, arguments)), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_the_command_line_adds_takes_out_and_writes_the_files_of_the_whole_store(tmp_path: Path, folder: Path) -> None:
    store = tmp_path / "store"
    assert "articles added  3" in kg("build", folder, "--store", store)
    assert "unchanged       3" in kg("build", folder, "--store", store, "-o", tmp_path / "whole")
    kg("build", folder, "-o", tmp_path / "plain")
    for name in ("graph.ttl", "graph.trig", "graph.html"):
        assert (tmp_path / "whole" / name).read_bytes() == (tmp_path / "plain" / name).read_bytes()
    assert "1 article taken out" in kg("remove", store, "mill")
    (folder / "mill.txt").unlink()
    kg("build", folder, "-o", tmp_path / "rest")
    assert open_graph(store).export(".ttl") == (tmp_path / "rest" / "graph.ttl").read_bytes()


def test_a_store_keeps_the_decisions_about_entities(tmp_path: Path, folder: Path) -> None:
    store, decided = tmp_path / "store", tmp_path / "same.ttl"
    prefixes = (
        "@prefix ent: <https://w3id.org/newskg/id/entity/> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    )
    decided.write_text(prefixes + "ent:norvia skos:exactMatch ent:norvia-post .\n", encoding="utf-8")
    kg("build", folder / "bridge.txt", "--store", store)
    kg("build", folder / "mill.txt", "--store", store, "--same", decided)
    kg("build", folder / "road.txt", "--store", store)
    kg("build", folder, "--same", decided, "-o", tmp_path / "out")
    assert open_graph(store).export(".ttl") == (tmp_path / "out" / "graph.ttl").read_bytes()
    decided.write_text(prefixes, encoding="utf-8")
    kg("build", folder, "--store", store, "--same", decided)
    kg("build", folder, "-o", tmp_path / "out")
    assert open_graph(store).export(".ttl") == (tmp_path / "out" / "graph.ttl").read_bytes()


def test_what_is_not_in_a_store_cannot_be_taken_out(tmp_path: Path, folder: Path) -> None:
    kg("build", folder, "--store", tmp_path / "store")
    with pytest.raises(KgError, match="no such article in the store"):
        kg("remove", tmp_path / "store", "nix")
    with pytest.raises(KgError, match="no such file"):
        kg("remove", tmp_path / "nowhere", "nix")
