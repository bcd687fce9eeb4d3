"""The figures of coreference, worked out by hand."""

from pathlib import Path

import pytest
import spacy
from docs import doc

from kg.annotate.clusters import clusters
from kg.errors import KgError
from kg.evaluate.coreference import (
    Clusters,
    Document,
    b_cubed,
    ceaf_e,
    documents,
    evaluate,
    figures,
    mention_head,
    mentions,
    muc,
    nearest_name,
)

KEY = [frozenset({1, 2, 3}), frozenset({4, 5, 6, 7})]
SPLIT = [frozenset({1, 2}), frozenset({3}), frozenset({4, 5, 6, 7})]
MERGED = [frozenset({1, 2, 3, 4, 5, 6, 7})]
STRANGE = [frozenset({1, 2, 8}), frozenset({4, 5, 6, 7})]


@pytest.mark.parametrize(
    ("response", "recall", "precision"),
    [
        (KEY, (5, 5), (5, 5)),
        (SPLIT, (4, 5), (4, 4)),
        (MERGED, (5, 5), (5, 6)),
        (STRANGE, (4, 5), (4, 5)),
        ([], (0, 5), (0, 0)),
    ],
)
def test_muc_counts_links(response: Clusters, recall: tuple[int, int], precision: tuple[int, int]) -> None:
    assert muc(KEY, response) == recall
    assert muc(response, KEY) == precision


@pytest.mark.parametrize(
    ("response", "recall", "precision"),
    [
        (KEY, 7 / 7, 7 / 7),
        (SPLIT, (4 / 3 + 1 / 3 + 4) / 7, 7 / 7),
        (MERGED, 7 / 7, (9 / 7 + 16 / 7) / 7),
        (STRANGE, (4 / 3 + 4) / 7, (4 / 3 + 4) / 7),
    ],
)
def test_b_cubed_counts_mentions(response: Clusters, recall: float, precision: float) -> None:
    right, of = b_cubed(KEY, response)
    assert right / of == pytest.approx(recall)
    right, of = b_cubed(response, KEY)
    assert right / of == pytest.approx(precision)


@pytest.mark.parametrize(
    ("response", "similarity"),
    [
        (KEY, 2),
        (SPLIT, 4 / 5 + 1),  # {3} finds no partner
        (MERGED, 8 / 11),  # with the larger of the two
        (STRANGE, 4 / 6 + 1),
        ([], 0),
    ],
)
def test_ceaf_pairs_clusters(response: Clusters, similarity: float) -> None:
    right, of = ceaf_e(KEY, response)
    assert (right, of) == (pytest.approx(similarity), 2)
    assert ceaf_e(response, KEY) == (pytest.approx(similarity), len(response))


def test_ceaf_pairs_at_best_and_not_in_order() -> None:
    key = [frozenset({1, 2, 3}), frozenset({4, 5})]
    response = [frozenset({3, 4, 5}), frozenset({1, 2})]
    assert ceaf_e(key, response)[0] == pytest.approx(4 / 5 + 4 / 5)


def test_mentions_nest_and_close_in_any_order() -> None:
    column = ["Entity=(1-person-new-x(2-place-new)", "SpaceAfter=No", "Entity=(3-object-new-x", "Entity=3)1)"]
    assert sorted(mentions(column)) == [(0, 0, "2", "place"), (0, 3, "1", "person"), (2, 3, "3", "object")]


def test_a_span_is_known_by_its_head() -> None:
    built = doc("Kestria and Morvane met. They signed the deal.")
    assert [[built[mention_head(span)].text for span in group] for group in clusters(built)] == [
        ["Kestria"],
        ["Morvane"],
        ["and", "They"],
    ]


def test_the_baseline_takes_the_nearest_name_that_fits() -> None:
    built = doc("Corvane Steel hired Ana Vessa. She spoke.")
    she = next(token.i for token in built if token.text == "She")
    found = [nearest_name(built, she, kind) for kind in ("she", "it")]
    assert [built[i].text for i in found if i is not None] == ["Vessa", "Steel"]
    assert nearest_name(built, 1, "she") is None


TREEBANK = """\
# newdoc id = GUM_news_vessa
# sent_id = 1
1\tVessa\tVessa\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-person-new)
2\tran\trun\tVERB\tVBD\t_\t0\troot\t_\t_
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# sent_id = 2
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(2-object-new
2\tdam\tdam\tNOUN\tNN\t_\t3\tnsubj\t_\tEntity=2)
3\tburied\tbury\tVERB\tVBD\t_\t0\troot\t_\t_
4\ther\tshe\tPRON\tPRP\t_\t3\tobj\t_\tEntity=(1-person-giv)|SpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

"""


@pytest.fixture
def vessa(tmp_path: Path) -> Document:
    path = tmp_path / "gum.conllu"
    path.write_text(TREEBANK, "utf-8")
    (found,) = documents(path)
    return found


def test_a_document_of_the_set(vessa: Document) -> None:
    assert vessa.words == ["Vessa", "ran", ".", "The", "dam", "buried", "her", "."]
    assert vessa.starts == [True, False, False, True, False, False, False, False]
    assert vessa.pronouns == {6}
    assert vessa.chains == {"1": {0, 6}, "2": {4}}
    assert vessa.entities() == [frozenset({0, 6})]


def test_a_pipeline_that_finds_nothing_has_no_figures(vessa: Document) -> None:
    found = figures([vessa], spacy.blank("en"))
    assert set(found) == {"MUC", "B3", "CEAFe", "CoNLL", "pronouns", "he", "she", "it", "they", "baseline"}
    assert set(found.values()) == {0}


def test_a_folder_without_the_set_is_told(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="no train/gum_open here"):
        list(evaluate(tmp_path, spacy.blank("en")))
