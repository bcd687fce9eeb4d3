"""The command line: what each command prints, and one clear line for each kind of bad input."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from commandline import Command

import kg
from kg.query import queries

NEWS = """Norvia loses the bridge

By Ida Lund, The Norvia Post

Monday, March 3, 2025

Norvia’s President Ana Vell told reporters on Sunday that the bridge at Osk was lost. “We will come back,” she said.

Since 2021, Selt has lost control of about 18% of its land, according to a Norvia Post analysis.
"""


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(NEWS, encoding="utf-8")
    return path


@pytest.fixture
def graph(command: Command, news: Path, ready: None) -> Path:
    """A graph that was built."""
    assert command("build", news, "-o", news.parent / "out").status == 0
    return news.parent / "out" / "graph.ttl"


def test_help_is_quick_and_names_every_command() -> None:
    ran = subprocess.run([sys.executable, "-X", "importtime", "-m", "kg", "--help"], capture_output=True, text=True)
    assert ran.returncode == 0
    commands = "build entities extract query conflicts queries view validate verify evaluate"
    for name in commands.split():
        assert name in ran.stdout
    heavy = {"spacy", "rdflib", "pyoxigraph", "networkx", "numpy"}
    assert not heavy & {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()}


def test_the_version(command: Command) -> None:
    assert command("--version").out == f"newskg {kg.__version__}\n"


def test_build_writes_its_files_and_prints_what_it_found(command: Command, news: Path, ready: None) -> None:
    ran = command("build", news, "-o", news.parent / "out", "--store", news.parent / "store")
    assert (ran.status, ran.err) == (0, "")
    names = {path.name for path in (news.parent / "out").iterdir()}
    assert names == {"graph.ttl", "graph.trig", "statements.jsonl", "graph.html", "model.json"}
    for row in ("articles", "statements", "speakers", "territorial control", "role holding", "grounded"):
        assert row in ran.out
    assert str(news.parent / "out" / "graph.html") in ran.out
    asked = command("query", news.parent / "store", "statements-by-speaker", "speaker=Ana Vell", "--format", "csv")
    assert len(list(csv.reader(io.StringIO(asked.out)))) >= 3


def test_build_tells_which_model_made_a_graph(
    command: Command, news: Path, ready: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = [news.parent / "one", news.parent / "other"]
    assert command("build", news, "-o", folders[0], "--store", news.parent / "store").status == 0
    monkeypatch.setattr("kg.models.provenance", lambda _nlp: {"name": "another"})
    assert command("build", news, "-o", folders[1]).status == 0
    told = json.loads((folders[0] / "model.json").read_text(encoding="utf-8"))
    assert list(told) == ["name", "version", "sha256", "spacy", "newskg"]
    assert (told["name"], told["newskg"], len(told["sha256"])) == ("en_kg_english", kg.__version__, 64)
    assert json.loads((folders[1] / "model.json").read_text(encoding="utf-8")) == {"name": "another"}
    for name in ("graph.ttl", "graph.trig", "statements.jsonl", "graph.html"):
        assert (folders[0] / name).read_bytes() == (folders[1] / name).read_bytes(), name
    assert (news.parent / "store" / "model.json").read_bytes() == (folders[0] / "model.json").read_bytes()
    again = command("build", news, "-o", folders[0], "--store", news.parent / "store")
    assert (again.status, again.err) == (0, "")


def test_extract_prints_json_lines(command: Command, news: Path, ready: None) -> None:
    ran = command("extract", news)
    assert (ran.status, ran.err) == (0, "")
    [found] = [json.loads(line) for line in ran.out.splitlines()]
    assert {speaker["label"] for one in found["attributions"] for speaker in one["speakers"]} >= {"Ana Vell"}


def test_an_article_from_standard_input(news: Path) -> None:
    ran = subprocess.run([sys.executable, "-m", "kg", "extract", "-"], input=NEWS.encode(), capture_output=True)
    assert json.loads(ran.stdout)["id"] == "stdin"


def test_a_base_date_stands_in_where_an_article_has_none(command: Command, news: Path, ready: None) -> None:
    news.write_text(NEWS.replace("Monday, March 3, 2025\n\n", ""), encoding="utf-8")
    assert '"2024-05-05"' in command("extract", news, "--base-date", "2024-05-06").out
    assert command("extract", news, "--base-date", "yesterday").status == 2


def test_query_prints_tables_csv_json_and_turtle(command: Command, graph: Path) -> None:
    table = command("query", graph, "control-shares")
    assert table.status == 0
    assert "Selt" in table.out
    assert table.out.endswith("\n1 row\n")
    rows = list(csv.DictReader(io.StringIO(command("query", graph, "3", "--format", "csv").out)))
    assert [row["percent"] for row in rows] == ["18"]
    found = json.loads(command("query", graph, "SELECT ?s { ?s a kg:Statement }", "--format", "json").out)
    assert len(found["results"]["bindings"]) >= 3
    assert command("query", graph, "SELECT ?s { ?s a kg:Statement }", "--limit", "1").out.endswith("\n1 row\n")
    turtle = command("query", graph, "CONSTRUCT { ?s a kg:Statement } { ?s a kg:Statement }", "--format", "ttl")
    assert "kg:Statement" in turtle.out
    assert "CONSTRUCT" in command("query", graph, "control-shares", "--format", "ttl").one_line()


def test_conflicts_are_listed(command: Command, news: Path, ready: None) -> None:
    other = news.with_name("other.txt")
    other.write_text(
        "By Bo Lund, Selt Daily\n\nTuesday, March 4, 2025\n\nSince 2021, Selt has lost control of 27% of its land.\n"
    )
    assert command("build", news, other, "-o", news.parent / "out").status == 0
    graph = news.parent / "out" / "graph.ttl"
    table = command("conflicts", graph)
    assert table.status == 0
    assert "Selt lost Selt" in table.out
    rows = list(csv.DictReader(io.StringIO(command("conflicts", graph, "--format", "csv").out)))
    assert [(row["conflict"], row["figure"]) for row in rows] == [("1", "27 %"), ("1", "about 18 %")]
    found = json.loads(command("conflicts", graph, "--format", "json").out)
    assert len(found["results"]["bindings"]) == 2
    assert command("conflicts", graph, "--format", "ttl").status == 2


def test_no_conflicts_are_no_mistake(command: Command, graph: Path) -> None:
    ran = command("conflicts", graph)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith("\n0 rows\n")


def test_query_asks_about_what_is_named(command: Command, graph: Path) -> None:
    assert "bridge" in command("query", graph, "statements-by-speaker", "speaker=Ana Vell").out
    assert "Nobody Atall" in command("query", graph, "statements-by-speaker", "speaker=Nobody Atall").one_line()
    assert command("query", graph, "statements-by-speaker", "Ana Vell").status == 2


def test_a_terminal_obeys_no_news(command: Command, graph: Path) -> None:
    ran = command("query", graph, 'SELECT ("a\\u001b[31mred\\u202e" AS ?text) {}')
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out


def test_entities_prints_tables_csv_json_and_turtle(command: Command, graph: Path) -> None:
    table = command("entities", graph)
    assert (table.status, table.err) == (0, "")
    assert "Ana Vell" in table.out
    assert table.out.endswith(" rows\n")
    rows = list(csv.DictReader(io.StringIO(command("entities", graph, "--format", "csv").out)))
    assert {row["entity"] for row in rows} >= {"ent:ana-vell", "ent:selt", "ent:norvia-post"}
    assert {row["chosen"] for row in rows if row["label"] == "Selt"} == {
        "2 × 0.50 not in the gazetteer, an entity of its own"
    }
    found = json.loads(command("entities", graph, "--format", "json").out)
    assert len(found) == len(rows)
    assert "skos:prefLabel" in command("entities", graph, "--format", "ttl").out
    assert "none.ttl" in command("entities", graph.parent / "none.ttl").one_line()


def test_entities_are_decided_and_the_decision_undone(command: Command, graph: Path, news: Path) -> None:
    listed = news.parent / "listed.ttl"
    listed.write_text(command("entities", graph, "--format", "ttl").out, encoding="utf-8")
    same, different = news.parent / "same.ttl", news.parent / "different.ttl"
    prefixes = "".join(
        f"@prefix {name}: <{iri}> .\n"
        for name, iri in (
            ("ent", "https://w3id.org/newskg/id/entity/"),
            ("skos", "http://www.w3.org/2004/02/skos/core#"),
            ("owl", "http://www.w3.org/2002/07/owl#"),
        )
    )
    same.write_text(f"{prefixes}ent:selt skos:exactMatch ent:seltland .", encoding="utf-8")
    different.write_text(
        f'{prefixes}ent:another skos:prefLabel "Ana Vell"@en ; owl:differentFrom ent:ana-vell .', encoding="utf-8"
    )

    def built(*options: str | Path) -> dict[str, bytes]:
        out = news.parent / "again"
        assert command("build", news, "-o", out, *options).status == 0
        return {path.name: path.read_bytes() for path in out.iterdir()}

    plain = built()
    assert plain["graph.ttl"] == graph.read_bytes()
    assert built("--same", listed) == plain
    decided = built("--same", same, "--different", different)
    assert b"ent:another" in decided["graph.ttl"]
    assert b"kg:speaker ent:ana-vell " not in decided["graph.ttl"]
    assert b"entity/another" in decided["statements.jsonl"]
    assert "entity/another" not in command("extract", news).out
    assert "entity/another" in command("extract", news, "--different", different).out
    assert built() == plain


def test_a_wrong_decision_is_one_line(command: Command, news: Path, ready: None) -> None:
    wrong = news.parent / "wrong.ttl"
    wrong.write_text('<https://w3id.org/newskg/id/entity/a> <http://example.org/p> "x" .', encoding="utf-8")
    for option in ("--same", "--different"):
        message = command("build", news, "-o", news.parent / "out", option, wrong).one_line()
        assert "wrong.ttl, line 1" in message


def test_queries_lists_all_questions(command: Command) -> None:
    out = command("queries").out
    assert all(one.name in out and one.question in out for one in queries())


def test_view_writes_the_page(command: Command, graph: Path) -> None:
    page = graph.parent / "page.html"
    assert command("view", graph, "-o", page).status == 0
    assert "Ana Vell" in page.read_text(encoding="utf-8")


def test_validate_and_verify_pass_and_fail_loudly(command: Command, graph: Path, news: Path) -> None:
    assert command("validate", graph).status == 0
    assert command("verify", graph, news).status == 0
    graph.write_text(graph.read_text(encoding="utf-8").replace("We will come back", "We will run"), encoding="utf-8")
    ran = command("verify", graph, news)
    assert ran.status == 1
    assert "We will" in ran.out
    graph.write_text("<https://example.org/s> a <https://w3id.org/newskg/ontology#Statement> .", encoding="utf-8")
    assert command("validate", graph).status == 1


def test_verify_needs_the_articles(command: Command, graph: Path) -> None:
    ran = command("verify", graph, graph.parent / "none.txt")
    assert ran.status == 1
    assert "none.txt" in ran.err


def test_no_command_and_a_wrong_one(command: Command) -> None:
    assert command("biuld").status == 2
    assert command("build").status == 2


def test_a_graph_that_is_not_there(command: Command, tmp_path: Path) -> None:
    for name in ("nowhere", "nowhere.ttl"):
        ran = command("conflicts", tmp_path / name)
        assert ran.status == 1
        assert "no such file" in ran.one_line()


def test_no_such_file(command: Command, tmp_path: Path, ready: None) -> None:
    assert "none.txt: no such file" in command("build", tmp_path / "none.txt", "-o", tmp_path / "out").one_line()
    assert "none.ttl" in command("query", tmp_path / "none.ttl", "control-shares").one_line()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"\x00\x01\x02\xff" * 300, "binary"),
        ("Der Minister sagte am Sonntag, dass die Brücke über den Fluss nicht mehr zu halten sei. " * 20, "English"),
        ("The minister said that the bridge was lost. " * 12_000, "500,000"),
    ],
    ids=["empty", "blank", "binary", "german", "too-long"],
)
def test_an_article_that_cannot_be_used(
    command: Command, tmp_path: Path, ready: None, data: bytes | str, words: str
) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    message = command("build", path, "-o", tmp_path / "out").one_line()
    assert message.startswith(str(path))
    assert words in message
    assert not (tmp_path / "out" / "graph.ttl").exists()


def test_a_folder_without_articles(command: Command, tmp_path: Path, ready: None) -> None:
    (tmp_path / "photos").mkdir()
    assert "no articles" in command("build", tmp_path / "photos", "-o", tmp_path / "out").one_line()


def test_text_that_is_not_utf8_is_read_and_said_so(command: Command, news: Path, ready: None) -> None:
    news.write_bytes(NEWS.encode("cp1252"))
    ran = command("build", news, "-o", news.parent / "out")
    assert ran.status == 0
    assert "not UTF-8" in ran.out
    assert str(news) in ran.out


def test_one_long_line_is_read(command: Command, tmp_path: Path, ready: None) -> None:
    path = tmp_path / "line.txt"
    path.write_text("Norvia loses the bridge\n\nThe minister said it was lost. " + "norvia" * 66_000, encoding="utf-8")
    assert len(path.read_text(encoding="utf-8").splitlines()[-1]) > 390_000
    assert command("build", path, "-o", tmp_path / "out").status == 0


def test_a_quotation_that_never_closes_costs_only_itself(command: Command, news: Path, ready: None) -> None:
    open_end = "\n“We will come back, she said.\n\nThe army denied it.\n\n“Nobody asked us"
    news.write_text(NEWS + open_end, encoding="utf-8")
    ran = command("extract", news)
    assert ran.status == 0
    labels = [one["speakers"][0]["label"] for one in json.loads(ran.out)["attributions"] if one["speakers"]]
    assert "Ana Vell" in labels


def test_without_a_date_relative_ones_stay_open(command: Command, news: Path, ready: None) -> None:
    news.write_text(NEWS.replace("Monday, March 3, 2025\n\n", ""), encoding="utf-8")
    [found] = [json.loads(line) for line in command("extract", news).out.splitlines()]
    assert found["published"] is None
    assert {one["said_on"] for one in found["attributions"]} == {None}
    reasons = [one["reason"] for one in found["skipped"]]
    assert any("date" in reason for reason in reasons), reasons


def test_a_broken_gazetteer(command: Command, news: Path, ready: None) -> None:
    mine = news.parent / "mine.ttl"
    mine.write_text("<https://example.org/x> a\n", encoding="utf-8")
    message = command("build", news, "-o", news.parent / "out", "--gazetteer", mine).one_line()
    assert message.startswith(f"{mine}, line ")


def test_a_gazetteer_of_ones_own(command: Command, news: Path, ready: None) -> None:
    mine = news.parent / "mine.ttl"
    mine.write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix kg: <https://w3id.org/newskg/ontology#> .\n"
        "@prefix foaf: <http://xmlns.com/foaf/0.1/> .\n"
        '<https://w3id.org/newskg/id/entity/vell> a kg:Actor, foaf:Person ; skos:prefLabel "Anastasia Vell"@en ; '
        'skos:altLabel "Ana Vell"@en .\n',
        encoding="utf-8",
    )
    assert "Anastasia Vell" in command("extract", news, "--gazetteer", mine).out


def test_an_unknown_model(command: Command, news: Path) -> None:
    message = command("build", news, "-o", news.parent / "out", "--model", "en_core_web_none").one_line()
    assert message.startswith("en_core_web_none: ")
    assert "--model" in message


def test_a_model_with_another_label_scheme(command: Command, news: Path) -> None:
    nlp = spacy.blank("en")
    parser = nlp.add_pipe("parser")
    for label in ("nsubj", "obj", "obl", "case"):
        parser.add_label(label)  # type: ignore[attr-defined]
    nlp.initialize()
    nlp.to_disk(news.parent / "universal")
    message = command("build", news, "-o", news.parent / "out", "--model", news.parent / "universal").one_line()
    assert "label scheme" in message
    assert "dobj" in message
    assert "nsubj," not in message


def test_an_output_folder_that_cannot_be_written(command: Command, news: Path) -> None:
    message = command("build", news, "-o", news / "out").one_line()
    assert message.startswith(f"{news / 'out'}: cannot be written")


def test_a_page_that_cannot_be_written(command: Command, graph: Path) -> None:
    assert "cannot be written" in command("view", graph, "-o", graph / "page.html").one_line()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_an_output_folder_without_permission(command: Command, news: Path) -> None:
    (news.parent / "locked").mkdir(mode=0o500)
    assert "cannot be written" in command("build", news, "-o", news.parent / "locked").one_line()


def test_a_store_that_is_a_file(command: Command, news: Path) -> None:
    ran = command("build", news, "-o", news.parent / "out", "--store", news)
    assert str(news) in ran.one_line()


def test_one_bad_article_among_ten_costs_one(command: Command, tmp_path: Path, ready: None) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(10):
        (folder / f"{number}.txt").write_text("" if number == 3 else NEWS, encoding="utf-8")
    ran = command("build", folder, "-o", tmp_path / "out")
    assert ran.status == 1
    assert ran.err.count("\n") == 1
    assert ran.err.startswith(str(folder / "3.txt"))
    lines = (tmp_path / "out" / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [str(number) for number in range(10) if number != 3]


def test_a_build_of_nothing_leaves_the_last_graph(command: Command, graph: Path) -> None:
    before = graph.read_bytes()
    (graph.parent / "empty.txt").touch()
    assert command("build", graph.parent / "empty.txt", "-o", graph.parent).status == 1
    assert graph.read_bytes() == before


def test_less_sure_statements_are_left_out_and_listed(command: Command, tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(NEWS, "utf-8")
    everything = json.loads(command("extract", tmp_path / "news.txt").out)
    sure = json.loads(command("extract", tmp_path / "news.txt", "--min-confidence", "0.99").out)
    values = [one["confidence"] for one in everything["attributions"] if one["statement_iris"]]
    assert values
    assert all(0 < value < 0.99 and one["signs"] for value, one in zip(values, everything["attributions"], strict=True))
    assert [one["statement_iris"] for one in sure["attributions"]] == [[] for _ in values]
    assert sum(one["reason"].startswith("less sure than 0.99") for one in sure["skipped"]) >= len(values)
    ran = command("extract", tmp_path / "news.txt", "--min-confidence", "2")
    assert ran.status == 2
    assert "--min-confidence" in ran.err
