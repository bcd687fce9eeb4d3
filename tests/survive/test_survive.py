"""A few mutated articles of every kind; ``make survive`` runs all 5,000."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from articles import ALL_KINDS, mutated
from pyoxigraph import RdfFormat, parse
from spacy.language import Language
from spacy.tokens import Doc
from survive import batch, recorded, table

from kg import syntax
from kg.annotate.tense import tense
from kg.extract.conditions import by_lack
from kg.ground.times import UNREAD, resolve
from kg.listing import line
from kg.model import Article, Span, Time
from kg.numbers import number
from kg.pipeline import Outcome, assemble, run
from kg.store import write
from kg.vocabulary import Gazetteer

BRIDGE = "Army holds bridge\n\nAna Vell of Norvia said on Sunday that the army held the bridge at Osk. It was calm.\n\n"


def made(tmp_path: Path, text: str, english: Language, gazetteer: Gazetteer, ending: str = ".txt") -> Outcome:
    path = tmp_path / f"article{ending}"
    path.write_text(text, encoding="utf-8")
    [found] = run([str(path)], english, gazetteer)
    assert isinstance(found, Outcome), str(found)
    return found


def test_mutated_articles_cost_nothing_but_themselves(english: Language, gazetteer: Gazetteer) -> None:
    rows, wrong = batch(range(0, 60), english, gazetteer)
    assert {row.kind for row in rows} == set(ALL_KINDS)
    assert [(row.number, row.kind, one) for row in rows for one in row.wrong] == []
    assert wrong == []


def test_an_article_is_told_by_its_number() -> None:
    assert [mutated(number) for number in range(100, 144)] == [mutated(number) for number in range(100, 144)]
    assert mutated(7).data != mutated(7 + len(ALL_KINDS)).data


def test_a_record_goes_on_behind_a_line_that_was_torn(tmp_path: Path) -> None:
    whole = (
        '{"batch": 0, "wrong": [], "rows": [{"number": 0, "kind": "emoji", "characters": 9, "seconds": 0.2, '
        '"statements": 3, "refused": "", "wrong": []}]}'
    )
    record = tmp_path / "record.jsonl"
    record.write_text(f'{whole}\n{{"batch": 44, "ro', encoding="utf-8")
    assert [one["batch"] for one in recorded(record)] == [0]
    assert "| emoji | 1 | 0 | 9 | 3 | 0.2 |" in table(recorded(record))


# --- what the mutations found


@pytest.mark.parametrize("url", ["http://[", "http://example.org/%zz", "http://example.org/#a#b", "http://a:port/"])
def test_an_address_that_is_none_leaves_the_graph_whole(
    url: str, tmp_path: Path, english: Language, gazetteer: Gazetteer
) -> None:
    outcome = made(tmp_path, f"---\ntitle: Bridge\nurl: {url!r}\n---\n\n{BRIDGE}", english, gazetteer, ".md")
    quads = assemble([outcome]).quads
    assert len(list(parse(write(quads, ".nq"), format=RdfFormat.N_QUADS))) == len(quads)


def test_half_a_surrogate_pair_in_a_title_is_left_out(tmp_path: Path, english: Language, gazetteer: Gazetteer) -> None:
    outcome = made(tmp_path, f'---\ntitle: "Bridge \\ud800 held\\u0000"\n---\n\n{BRIDGE}', english, gazetteer, ".md")
    assert outcome.article.title == "Bridge held"
    assert line(outcome).encode()


@pytest.mark.parametrize("digits", ["9" * 10_000, "1,000" * 400, "0." + "0" * 5_000 + "1", "9" * 30 + " trillion"])
def test_figures_that_nobody_means_are_no_figures(
    digits: str, tmp_path: Path, english: Language, gazetteer: Gazetteer
) -> None:
    text = f"{BRIDGE}Ana Vell said that {digits} percent of Osk was lost, and {digits} people had died.\n"
    assert made(tmp_path, text, english, gazetteer).statements


def test_the_largest_figures() -> None:
    assert number("999,999,999,999") is not None
    assert number("9" * 16) is None


def test_verbs_that_tell_each_others_tense(english: Language) -> None:
    doc = Doc(english.vocab, words=["leaving", "put"], tags=["VBG", "VBN"], heads=[1, 1], deps=["ccomp", "ROOT"])
    assert tense(doc[1]) == "past"


def test_a_clause_of_stops_alone_has_words(english: Language) -> None:
    doc = Doc(
        english.vocab,
        words=["without", "-", "Osk"],
        tags=["IN", ":", "NNP"],
        heads=[1, 1, 0],
        deps=["prep", "ROOT", "pobj"],
    )
    assert [token.text for token in syntax.clause(doc[1], without=[doc[0]])] == ["-"]


def test_without_at_the_head_of_a_sentence_is_no_condition(english: Language) -> None:
    doc = Doc(english.vocab, words=["without", "Osk"], tags=["IN", "NNP"], heads=[0, 0], deps=["ROOT", "pobj"])
    assert list(by_lack(doc[0])) == []


@pytest.mark.parametrize(("relation", "day"), [("after", date.max), ("before", date.min)])
def test_days_at_the_end_of_the_calendar(relation: str, day: date) -> None:
    assert resolve(Time(Span(0, 5), "today", relation=relation), day) == UNREAD


def test_a_run_of_signs_is_no_word(tmp_path: Path, english: Language, gazetteer: Gazetteer) -> None:
    text = f"{BRIDGE}{'(' * 50_000}\n\nAna Vell said that {'x' * 600} the bridge was lost.\n"
    outcome = made(tmp_path, text, english, gazetteer)
    assert "said" in {statement.cue for statement in outcome.statements}
    assert outcome.article.text == text


def test_an_articles_path_need_not_be_text(english: Language, gazetteer: Gazetteer, tmp_path: Path) -> None:
    try:
        outcome = made(tmp_path, BRIDGE, english, gazetteer, "\udcff.txt")
    except OSError:
        pytest.skip("this file system takes no such name")
    assert isinstance(outcome.article, Article)
    assert line(outcome).isprintable() or line(outcome).count("\n") == 1
