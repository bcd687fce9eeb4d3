"""How far confidence can be trusted, and what its points are fitted on."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from kg.errors import KgError
from kg.evaluate import gum_attributions, reliability
from kg.evaluate.causes import Rated
from kg.evaluate.points import fitted

CONLLU = """# newdoc id = GUM_news_bridge
# newpar
# text = Ana Vessa said the bridge was safe.
1\tAna\tAna\tPROPN\tNNP\t_\t3\tnsubj\t_\t_

# text = Nobody crossed it.
1\tNobody\tnobody\tPRON\tNN\t_\t2\tnsubj\t_\t_

# newpar
# text = “It will hold,” she added.
1\tIt\tit\tPRON\tPRP\t_\t3\tnsubj\t_\t_

# newdoc id = GUM_bio_vessa
# newpar
# text = Ana Vessa was born in Osk.
1\tAna\tAna\tPROPN\tNNP\t_\t3\tnsubj\t_\t_

"""
TEXT = "Ana Vessa said the bridge was safe. Nobody crossed it.\n\n“It will hold,” she added."
MARKS = """# by hand
document\tnested\tsource\tcue\tcontent
GUM_bio_vessa\tno\t-\t-\t-
GUM_news_bridge\tno\t0-9\t10-14\t15-34
GUM_news_bridge\tno\t72-75\t76-81\t56-71
GUM_news_bridge\tyes\t0-3\t4-9\t15-25
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "train" / "gum_open"
    folder.mkdir(parents=True)
    (folder / "gum_open_core.train.conllu").write_text(CONLLU, "utf-8")
    (folder / "gum_open_core.dev.conllu").write_text("", "utf-8")
    (tmp_path / "marks.tsv").write_text(MARKS, "utf-8")
    return tmp_path


def test_documents_are_their_sentences_and_paragraphs(data: Path) -> None:
    news, bio = gum_attributions.documents(data / "train" / "gum_open" / "gum_open_core.train.conllu")
    assert (news.stem, news.text, bio.stem) == ("GUM_news_bridge", TEXT, "GUM_bio_vessa")
    assert [p.of(TEXT) for p in news.paragraphs] == TEXT.split("\n\n")


def test_marks_are_measured_without_nested_ones(data: Path, english: Language) -> None:
    measured = gum_attributions.measure(data, data / "marks.tsv", english)
    assert {one.stem: len(one.gold) for one in measured.articles} == {"GUM_bio_vessa": 0, "GUM_news_bridge": 2}
    whole = dict(measured.figures())["attributions of gum_open, all genres"]
    assert (whole["attribution R"], whole["attributed R"]) == (100.0, 100.0)
    assert [right for _, right in measured.rated()] == [True, True]


def test_one_genre(data: Path, english: Language) -> None:
    measured = gum_attributions.measure(data, data / "marks.tsv", english, genre="_bio_")
    assert [one.stem for one in measured.articles] == ["GUM_bio_vessa"]


def test_mistakes_are_told_in_a_line(data: Path, english: Language) -> None:
    with pytest.raises(KgError, match="no gum_open here"):
        gum_attributions.measure(data / "train", data / "marks.tsv", english)
    with pytest.raises(KgError, match="cannot be read"):
        gum_attributions.measure(data, data / "none.tsv", english)
    (data / "marks.tsv").write_text(MARKS.replace("GUM_bio_vessa", "GUM_bio_dahl"), "utf-8")
    with pytest.raises(KgError, match="no document GUM_bio_dahl"):
        gum_attributions.measure(data, data / "marks.tsv", english)


def rated(*pairs: tuple[float, bool]) -> list[tuple[Rated, bool]]:
    return [(Rated(confidence, ()), right) for confidence, right in pairs]


def test_the_reliability_table() -> None:
    found = reliability.figures(rated((0.91, True), (0.93, True), (0.9, False), (0.35, False), (1.0, True)))
    assert found == {
        "30 to 40, how many": 1,
        "30 to 40, confidence": 35.0,
        "30 to 40, right": 0.0,
        "90 to 100, how many": 4,
        "90 to 100, confidence": pytest.approx(93.5),
        "90 to 100, right": 75.0,
        "expected calibration error": pytest.approx((35 + 4 * 18.5) / 5),
    }


def test_nothing_to_rate() -> None:
    assert reliability.figures([]) == {"expected calibration error": 0.0}


def test_points_follow_the_share_right() -> None:
    sure, unsure = ("a clause",), ("a clause", "far away")
    examples = [(sure, True, 1.0)] * 90 + [(sure, False, 1.0)] * 10 + [(unsure, True, 1.0), (unsure, False, 1.0)] * 50
    start, points = fitted([*examples, (("seen once",), False, 1.0)])
    assert points.keys() == {"a clause", "far away"}
    assert start + points["a clause"] == pytest.approx(90, abs=3)
    assert start + points["a clause"] + points["far away"] == pytest.approx(50, abs=4)
