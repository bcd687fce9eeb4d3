"""Quality gates: no figure falls under its floor. Lowering a floor is a decision of its own.

The data stands beside the project or in ``$NEWSKG_DATA``; without it these tests are skipped.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from spacy.language import Language

from kg.build import combine
from kg.evaluate import carb, contents, coreference, entities, expressions, gum_attributions, plover, polnear, re3d
from kg.evaluate import english as pipeline
from kg.graph import Graph
from kg.pipeline import Outcome, run
from kg.store import write
from kg.validate import validate
from kg.vocabulary import Gazetteer

ROOT = Path(__file__).parent.parent
DATA = Path(os.environ.get("NEWSKG_DATA") or ROOT.parent / "shared" / "data")
GOLD = DATA.parent / "gold"
ARTICLES = DATA.parent / "seeds"

ARTICLE_FLOORS = {
    "statements": 0.92,
    "attributed": 0.92,
    "dates": 0.95,
    "factuality": 0.95,
    "controls": 0.99,
    "controls_by": 0.99,
    "roles": 0.99,
    "meetings": 0.99,
    "demands": 0.99,
    "answers": 0.99,
    "SCORE": 0.93,
}
OUR_ARTICLES = ROOT / "tests" / "gold" / "articles"
OUR_FLOORS = {
    "statements": 0.965,
    "attributed": 0.945,
    "dates": 0.77,
    "factuality": 0.90,
    "controls": 0.83,
    "roles": 0.92,
    "meetings": 0.84,
    "demands": 0.91,
    "answers": 0.89,
    "events": 0.93,
}
SENTENCES = ROOT / "tests" / "gold"
# F in percent: of sentences written before the rules, after them, and of those that nobody reads who writes rules
SENTENCE_FLOORS = {
    ("control.jsonl", "kinds.jsonl"): {
        "controls": 91.0, "roles": 96.0, "meetings": 96.0, "demands": 96.0, "proposals": 96.0, "responses": 96.0,
        "events": 92.0,
    },
    ("control-after.jsonl", "kinds-after.jsonl"): {
        "controls": 80.5, "roles": 91.0, "meetings": 62.0, "demands": 95.0, "proposals": 83.0, "responses": 86.0,
        "events": 62.0,
    },
    ("blind/control.jsonl", "blind/kinds.jsonl"): {
        "controls": 81.0, "roles": 89.0, "meetings": 94.0, "demands": 93.0, "proposals": 90.0, "responses": 69.0,
        "events": 66.0,
    },
}  # fmt: skip
PLOVER_FLOORS = {"class P": 71.0, "class F": 63.0, "class with both actors F": 47.0}
# Of six lists of the coalition's nations, which we all read, the data marks two: 38 of ours count as wrong for that
RE3D_FLOORS = {"P": 43.0, "F": 24.5}
EXPRESSION_FLOORS = {"times": 98.0, "quantities": 98.0}
POLNEAR_FLOORS = {"content": 0.85, "attribution": 0.705, "attributed": 0.648}
# percent; the calibration error is a ceiling
TOKEN_FLOORS = {"source F": 74.5, "cue F": 69.4, "content F": 61.8}
PRECISION_FLOOR = 81.0
CALIBRATION_CEILING = 4.0
MARKS_FLOORS = {"content F": 90.6, "attribution F": 78.4, "attributed F": 74.8}  # the news of gum_open
ENGLISH_FLOORS = {
    "EWT and gum_open, dev: words and sentences given": {"TAG": 96.3, "UAS": 91.2, "LAS": 89.0, "lemma": 97.1},
    "EWT and gum_open, dev: from raw text": {"TAG": 95.7, "UAS": 89.6, "LAS": 87.5, "lemma": 96.5, "sentence": 95.5},
    "news of gum_open, dev: words and sentences given": {"TAG": 97.3, "UAS": 91.9, "LAS": 90.1, "lemma": 97.0},
    "news of gum_open, dev: from raw text": {"TAG": 97.3, "UAS": 91.6, "LAS": 89.7, "lemma": 97.0, "sentence": 99.5},
    "sentences annotated by hand: words and sentences given": {"TAG": 97.3, "UAS": 93.6, "LAS": 91.4, "lemma": 97.0},
    "sentences annotated by hand: from raw text": {"TAG": 97.0, "UAS": 93.3, "LAS": 91.1, "lemma": 96.7},
}
ENTITY_FLOORS = {
    "entities of worldwide": {"F": 79.1, "PERSON": 86.8, "ORG": 72.7, "PLACE": 81.1, "NORP": 81.1, "DATE": 68.7},
    "entities of CrossNER politics, dev": {"F": 83.9},
    "entities of UNER EWT, dev": {"F": 77.3},
}
CARB_FLOORS = {"P": 60.0, "R": 52.0, "F1": 56.5}
ONE_OF = 3  # articles of the newswire, of which there are many
COREFERENCE_FLOORS = {
    "coreference in gum_open, dev": {"CoNLL": 57.1, "pronouns": 79.9},
    "coreference in news and interviews of gum_open, train": {"CoNLL": 61.1, "pronouns": 73.9},
}


def kg(*arguments: str) -> str:
    done = subprocess.run([sys.executable, "-m", "kg", *arguments], capture_output=True, text=True, check=True)
    return done.stdout


def python(*arguments: str) -> str:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True).stdout


def below(found: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    """The figures that fell under their floor."""
    return {name: found[name] for name, floor in floors.items() if found[name] < floor}


ANSWERED = ("1", "2", "3", "7", "8", "10", "11", "13", "14", "15", "19", "20", "22")

with_article = pytest.mark.skipif(
    not (ARTICLES.is_dir() and (GOLD / "gold.py").is_file()), reason="no gold article beside the project"
)


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the given article."""
    out = tmp_path_factory.mktemp("given")
    kg("build", str(ARTICLES), "-o", str(out))
    return out / "graph.ttl"


@with_article
def test_the_given_article(given: Path) -> None:
    scorer = [str(GOLD / "gold.py"), str(GOLD / "seed.json"), str(given), "--text", str(ARTICLES)]
    printed = python(*scorer)
    lines = (line.split() for line in printed.splitlines() if line.strip())
    found = {line[0]: float(line[-1]) for line in lines if re.fullmatch(r"\d\.\d+", line[-1])}
    assert not below(found, ARTICLE_FLOORS), printed
    assert "must_not     0 of" in printed


@with_article
def test_the_given_articles_graph_keeps_the_rules_and_answers(given: Path) -> None:
    graph = Graph.open(given)
    assert [v for v in validate(graph.store.oxigraph) if v.severity == "Violation"] == []
    kg("verify", str(given), str(ARTICLES))
    assert "_:" not in given.read_text("utf-8")
    assert {question: len(graph.query(question)) > 0 for question in ANSWERED} == dict.fromkeys(ANSWERED, True)


@with_article
def test_the_heart_of_the_given_article(given: Path) -> None:
    graph = Graph.open(given)
    shares = graph.query("control-shares").records()
    lost = next(row for row in shares if row["relation"] == "lost" and row["percent"])
    assert (lost["party"], lost["territory"], float(lost["percent"])) == ("Ukraine", "Ukraine", 11.0)
    assert (lost["approximation"], lost["since"][:4], lost["source"]) == ("about", "2022", "CNN")
    assert lost["data"] == "Institute for the Study of War"
    said = graph.query("statements-by-speaker", speaker="Donald Trump").records()
    assert any(str(row["on"]) == "2025-03-16" and "Putin" in row["gist"] for row in said)


@pytest.mark.skipif(not (GOLD / "gold.py").is_file(), reason="no scorer beside the project")
def test_our_articles(tmp_path: Path, english: Language, gazetteer: Gazetteer) -> None:
    for one in run([str(OUR_ARTICLES)], english, gazetteer):
        assert isinstance(one, Outcome)
        (tmp_path / f"{one.article.stem}.ttl").write_bytes(write(combine(one.quads), ".ttl"))
    printed = python(str(GOLD / "gold.py"), "--all", str(OUR_ARTICLES), str(tmp_path))
    mean = next(line for line in printed.splitlines() if line.startswith("mean"))
    found = {name: float(value) for name, value in re.findall(r"(\w+) (\d\.\d+)", mean)}
    assert not below(found, OUR_FLOORS), printed


@pytest.mark.parametrize("files", SENTENCE_FLOORS)
def test_typed_contents_of_our_sentences(files: tuple[str, ...], english: Language) -> None:
    figures = contents.figures(contents.read([SENTENCES / name for name in files], english))
    found = {kind: figure["F"] for kind, figure in figures.items()}
    assert not below(found, SENTENCE_FLOORS[files]), found


@pytest.mark.skipif(not (DATA / "eval" / "plover").is_dir(), reason="no records of PLOVER beside the project")
def test_events_of_plover(english: Language) -> None:
    found = dict(plover.figures(plover.measure(DATA, english)))["events of PLOVER"]
    assert not below(found, PLOVER_FLOORS), found


@pytest.mark.skipif(not (DATA / "eval" / "re3d").is_dir(), reason="no documents of re3d beside the project")
def test_relations_of_re3d(english: Language) -> None:
    found = dict(re3d.figures(re3d.measure(DATA, english)))["relations of re3d"]
    assert not below(found, RE3D_FLOORS), found


def test_times_and_quantities(english: Language) -> None:
    tables = ROOT / "tests" / "gold"
    measured = {
        "times": expressions.times(tables / "times.tsv", english),
        "quantities": expressions.quantities(tables / "quantities.tsv", english),
    }
    found = {name: one.figures()["right"] for name, one in measured.items()}
    assert not below(found, EXPRESSION_FLOORS), [one.errors for one in measured.values()]


with_polnear = pytest.mark.skipif(
    not (DATA / "eval" / "polnear").is_dir(), reason="no attribution data beside the project"
)


@with_polnear
def test_attributions_by_tokens_and_by_confidence(english: Language) -> None:
    found = dict(polnear.evaluate(DATA, english))
    assert not below(found["attributions of PolNeAR, dev: exact match on tokens"], TOKEN_FLOORS), found
    whole = found["attributions of PolNeAR, dev"]
    assert whole["refused"] == 0
    assert whole["attribution P"] >= PRECISION_FLOOR
    rated = found["attributions of PolNeAR, dev: share right, by confidence"]
    assert rated["expected calibration error"] <= CALIBRATION_CEILING, rated


@pytest.mark.skipif(not (DATA / "train" / "gum_open").is_dir(), reason="no treebanks beside the project")
def test_attributions_that_we_marked(english: Language) -> None:
    marks = ROOT / "tests" / "gold" / "attributions.tsv"
    figures = dict(gum_attributions.measure(DATA, marks, english, genre="_news_").figures())
    found = next(iter(figures.values()))
    assert not below(found, MARKS_FLOORS), found


@with_polnear
def test_attributions(tmp_path: Path) -> None:
    folder = DATA / "eval" / "polnear" / "dev"
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text(kg("extract", str(folder / "text")), "utf-8")
    printed = python(str(GOLD / "polnear.py"), str(folder), str(predicted))
    found = {line.split()[0]: float(line.split()[-1]) for line in printed.splitlines() if " F " in line}
    assert not below(found, POLNEAR_FLOORS), printed


@pytest.mark.skipif(not (DATA / "eval" / "carb").is_dir(), reason="no CaRB beside the project")
def test_clauses(english: Language) -> None:
    found = dict(carb.evaluate(DATA, english))["CaRB, dev"]
    assert not below(found, CARB_FLOORS), found


with_treebanks = pytest.mark.skipif(not (DATA / "train" / "ud_ewt").is_dir(), reason="no treebanks beside the project")


@with_treebanks
def test_english(english: Language) -> None:
    found = dict(pipeline.evaluate(DATA, english, ROOT / "tests" / "gold" / "english.tsv"))
    assert not {name: low for name, floors in ENGLISH_FLOORS.items() if (low := below(found[name], floors))}, found


@pytest.mark.skipif(not (DATA / "eval" / "worldwide").is_dir(), reason="no newswire beside the project")
def test_entities(english: Language) -> None:
    found = dict(entities.evaluate(DATA, english, every=ONE_OF))
    assert not {name: low for name, floors in ENTITY_FLOORS.items() if (low := below(found[name], floors))}, found


@with_treebanks
def test_coreference(english: Language) -> None:
    found = dict(coreference.evaluate(DATA, english))
    assert not {name: low for name, floors in COREFERENCE_FLOORS.items() if (low := below(found[name], floors))}, found
