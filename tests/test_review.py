"""Review and correction on the seeds and on the command line: what is listed, applied, told, and undone."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import PROV
from spacy.language import Language

import kg
from kg import cli
from kg.graph import graph_of
from kg.output import write_outputs
from kg.pipeline import Build, Outcome, assemble, run
from kg.query import queries, unused
from kg.query.uncertain import Uncertain
from kg.validate import validate
from kg.verify import changed_by_people, verify
from kg.vocabulary import Corrections, Gazetteer, Quad

PREFIXES = """@prefix ent: <https://w3id.org/newskg/id/entity/> .
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix verdict: <https://w3id.org/newskg/scheme/verdict/> .
"""
NEWS = """Norvia loses the bridge

By Ida Lund, The Norvia Post

Monday, March 3, 2025

Norvia’s President Ana Vell told reporters on Sunday that the bridge at Osk was lost. “We will come back,” she said.
"""


@pytest.fixture(scope="module")
def outcomes(root: Path, english: Language, gazetteer: Gazetteer) -> list[Outcome]:
    """What became of the seeds, before anybody corrected it."""
    return [one for one in run([str(root / "seeds")], english, gazetteer) if isinstance(one, Outcome)]


@pytest.fixture(scope="module")
def rows(outcomes: list[Outcome]) -> list[Uncertain]:
    return list(assemble(outcomes).graph().review())


def one(rows: list[Uncertain], by: str, says: str) -> Uncertain:
    return next(row for row in rows if row.by == by and says in row.says)


@pytest.fixture
def corrections(tmp_path: Path, rows: list[Uncertain], gazetteer: Gazetteer) -> Corrections:
    """A wrong statement, another speaker, another figure, and a right one."""
    said = [
        (one(rows, "government", "helicopters"), "kg:verdict verdict:wrong"),
        (one(rows, "Bram Odell", "army controls 27"), 'kg:speaker "Nadia Perrault"'),
        (one(rows, "Armistice Observatory", "army controls about 18"), "kg:percent 12"),
        (one(rows, "Kestria", "a 60-day truce"), "kg:verdict verdict:right"),
    ]
    path = tmp_path / "corrections.ttl"
    text = [f'[] kg:corrects <{row.statement}> ; {told} ; kg:decidedBy "Ida Lund" .' for row, told in said]
    path.write_text(PREFIXES + "\n".join(text), encoding="utf-8")
    return Corrections.read([path], gazetteer)


def test_the_least_certain_come_first(rows: list[Uncertain], outcomes: list[Outcome]) -> None:
    assert len(rows) > 200
    assert [row.confidence for row in rows] == sorted(row.confidence for row in rows)
    graph = assemble(outcomes).graph()
    some = graph.review(below=0.6, limit=7)
    assert [row.statement for row in some] == [row.statement for row in rows[:7]]
    assert all(row.confidence < 0.6 for row in graph.review(below=0.6))
    assert [dict(zip(some.table().columns, line, strict=True)) for line in csv.reader(io.StringIO(some.to_csv()))][1:]
    assert [row["statement"] for row in json.loads(some.to_json())] == [row.statement for row in some]


def test_a_row_has_its_sentence_and_its_doubts(rows: list[Uncertain]) -> None:
    row = one(rows, "Dorun Hale", "one thing")
    assert (row.certainty, row.sentence.startswith("“We asked for one thing")) == ("Uu", True)
    assert row.why == "Hale = Dorun Hale: 0.50 not in the gazetteer, an entity of its own"
    assert {"kg:speaker", "kg:factuality", "kg:gist"} <= {said.property for said in row.said}


def test_the_seeds_corrected(outcomes: list[Outcome], corrections: Corrections, tmp_path: Path) -> None:
    before, after = assemble(outcomes), assemble(outcomes, corrections=corrections)
    assert after.failed == ()
    graph = after.graph()
    assert validate(graph.store.oxigraph) == validate(before.graph().store.oxigraph)
    assert verify(graph.store, [made.article for made in outcomes]) == []
    assert changed_by_people(graph.store) == 2
    assert unused(graph.store, corrections) == []
    for known in queries():
        graph.query(known.name)
    found = list(graph.review())
    assert len(before.graph().review()) - len(found) == 4
    assert one(list(before.graph().review()), "government", "helicopters")
    assert not [row for row in found if row.by == "government" and "helicopters" in row.says]
    assert [line["by"] for line in graph.query(SPEAKER).records()] == ["Nadia Perrault"]
    assert [line["gist"] for line in graph.query(FIGURE).records()] == ["Kestrian army controls about 12 % of Ondrel"]


SPEAKER = f"""SELECT ?by {{ ?statement <{PROV.wasRevisionOf}> ?old ; kg:speaker/skos:prefLabel ?by ;
    kg:content/kg:gist ?gist FILTER(CONTAINS(?gist, "27")) }}"""
FIGURE = (
    f"SELECT ?gist {{ ?statement <{PROV.wasRevisionOf}> ?old ; kg:content ?c . ?c kg:percent 12.0 ; kg:gist ?gist }}"
)


def test_the_same_bytes_and_undone_without_the_file(
    outcomes: list[Outcome], corrections: Corrections, tmp_path: Path
) -> None:
    def files(build: Build) -> dict[str, bytes]:
        write_outputs(build, tmp_path)
        return {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.suffix != ".html"}

    plain = files(assemble(outcomes))
    corrected = files(assemble(outcomes, corrections=corrections))
    assert corrected == files(assemble(outcomes, corrections=corrections)) != plain
    assert plain == files(assemble(outcomes))
    listed = [json.loads(line)["corrections"] for line in corrected["statements.jsonl"].decode().splitlines()]
    assert sorted(each["verdict"] for several in listed for each in several) == ["changed", "changed", "right", "wrong"]


def test_an_article_is_corrected_without_the_others(outcomes: list[Outcome], corrections: Corrections) -> None:
    def own(build: Build) -> set[Quad]:
        return {quad for made in build.outcomes for quad in made.quads}

    alone = [own(assemble([made], corrections=corrections)) for made in outcomes]
    assert own(assemble(outcomes, corrections=corrections)) == set().union(*alone)


def test_a_corrected_graph_is_read_back_from_flat_turtle(
    outcomes: list[Outcome], corrections: Corrections, tmp_path: Path
) -> None:
    graph = graph_of(assemble(outcomes, corrections=corrections).quads)
    graph.save(tmp_path / "flat.ttl")
    assert kg.open_graph(tmp_path / "flat.ttl").store.export(".nq") == graph.store.export(".nq")


Ran = tuple[int, str, str]
Command = Callable[..., Ran]


@pytest.fixture
def command(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, english: Language, tmp_path: Path
) -> Command:
    """Runs `kg` in a folder with news.txt; status, output and errors out."""
    monkeypatch.setattr("kg.archive.workers.load_model", lambda _name: english)
    monkeypatch.chdir(tmp_path)
    Path("news.txt").write_text(NEWS, encoding="utf-8")

    def ran(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["kg", *arguments])
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capfd.readouterr()
        return int(ended.value.code or 0), out, err

    return ran


def corrected(bridge: str, text: str) -> None:
    path = Path("mine.ttl")
    path.write_text(f"{PREFIXES}[] kg:corrects <{bridge}> ; {text} .\n", encoding="utf-8")


def test_from_review_to_a_corrected_graph(command: Command) -> None:
    assert command("build", "news.txt", "-o", "out")[0] == 0
    status, out, _ = command("review", "out/graph.ttl", "--format", "json")
    rows = json.loads(out)
    bridge = next(row["statement"] for row in rows if "bridge" in row["says"])
    assert status == 0
    assert "2 rows" in command("review", "out/graph.ttl", "--limit", "2")[1]
    assert command("review", "out/graph.ttl", "--below", "0.1")[1].endswith("0 rows\n")
    assert "kg:verdict verdict:open" in command("review", "out/graph.ttl", "--format", "ttl")[1]
    assert command("review", "out/graph.ttl", "--format", "csv")[1].startswith("confidence,by,says,")

    corrected(bridge, 'kg:speaker "Tor Brand" ; kg:decidedBy "Per Olm" ; rdfs:comment "heard it myself"')
    status, out, _ = command("build", "news.txt", "-o", "out", "--corrections", "mine.ttl")
    assert (status, "applied to nothing" in out) == (0, False)
    assert "statements as people corrected them: 1" in command("verify", "out/graph.ttl", "news.txt")[1]
    assert command("validate", "out/graph.ttl")[0] == 0
    assert '"checked":"Per Olm"' in Path("out/graph.html").read_text("utf-8").replace('": ', '":')
    assert "Tor Brand" in command("extract", "news.txt", "--corrections", "mine.ttl")[1]
    assert bridge not in command("review", "out/graph.ttl")[1]


def test_a_store_keeps_its_corrections(command: Command) -> None:
    assert command("build", "news.txt", "--store", "db")[0] == 0
    plain = kg.open_graph("db").store.export(".nq")
    bridge = next(row.statement for row in kg.open_graph("db").review() if "bridge" in row.says)
    corrected(bridge, 'kg:speaker "Tor Brand" ; kg:decidedBy "Per Olm"')
    assert command("build", "news.txt", "-o", "out", "--corrections", "mine.ttl")[0] == 0
    fresh = kg.open_graph("out/graph.trig").store.export(".nq")
    assert fresh != plain
    assert command("build", "news.txt", "--store", "db", "--corrections", "mine.ttl")[0] == 0
    assert kg.open_graph("db").store.export(".nq") == fresh
    Path("more.txt").write_text(NEWS.replace("bridge", "mill"), encoding="utf-8")
    assert command("build", "more.txt", "--store", "db")[0] == 0
    assert command("remove", "db", "more")[0] == 0
    assert kg.open_graph("db").store.export(".nq") == fresh
    corrected(bridge, 'kg:fatalities 3 ; kg:decidedBy "Per Olm"')
    status, _, err = command("build", "news.txt", "--store", "db", "--corrections", "mine.ttl")
    assert (status, "has no fatalities" in err) == (1, True)
    assert kg.open_graph("db").store.export(".nq") == plain


def test_what_corrections_do_not_fit_is_told(command: Command) -> None:
    assert command("build", "news.txt", "-o", "out")[0] == 0
    bridge = json.loads(command("review", "out/graph.ttl", "--format", "json")[1])[0]["statement"]
    corrected(bridge, "kg:verdict verdict:wrong")
    status, out, err = command("build", "news.txt", "-o", "out", "--corrections", "mine.ttl")
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert "mine.ttl, line 5: nobody is named who decided it" in err
    corrected(bridge, 'kg:fatalities 3 ; kg:decidedBy "Per Olm"')
    status, out, err = command("build", "news.txt", "-o", "out", "--corrections", "mine.ttl")
    assert (status, "statements" in out, err.count("\n")) == (1, True, 1)
    assert "mine.ttl, line 5: a " in err
    assert "has no fatalities" in err
    corrected(f"{bridge}0", 'kg:verdict verdict:right ; kg:decidedBy "Per Olm"')
    status, out, err = command("build", "news.txt", "-o", "out", "--corrections", "mine.ttl")
    assert (status, err) == (0, "")
    assert "mine.ttl, line 5: applied to nothing" in out


def test_python_takes_a_file_or_several(command: Command, english: Language, caplog: pytest.LogCaptureFixture) -> None:
    rows = list(kg.build("news.txt", model=english).review())
    corrected(rows[0].statement, 'kg:verdict verdict:wrong ; kg:decidedBy "Per Olm"')
    one, several = (
        kg.build("news.txt", model=english, corrections=given) for given in ("mine.ttl", [Path("mine.ttl")])
    )
    assert one.store.export(".nq") == several.store.export(".nq")
    assert len(one.review()) == len(rows) - 1
    corrected(rows[0].statement + "0", 'kg:verdict verdict:wrong ; kg:decidedBy "Per Olm"')
    kg.build("news.txt", model=english, corrections="mine.ttl")
    assert "applied to nothing" in caplog.text


def test_the_file_in_the_docs_fits_the_seeds(
    root: Path, outcomes: list[Outcome], gazetteer: Gazetteer, tmp_path: Path
) -> None:
    [text] = re.findall(r"^```turtle\n(.*?)^```", (root / "docs" / "corrections.md").read_text("utf-8"), re.M | re.S)
    (tmp_path / "mine.ttl").write_text(text, encoding="utf-8")
    corrections = Corrections.read([tmp_path / "mine.ttl"], gazetteer)
    made = assemble(outcomes, corrections=corrections)
    assert (made.failed, unused(made.graph().store, corrections)) == ((), [])
    assert sum(len(one.revisions) for one in made.outcomes) == 3
