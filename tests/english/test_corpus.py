"""The training sets as sentences, on small samples."""

from pathlib import Path

import pytest

from kg.english import corpus
from kg.english.corpus import Sentence
from kg.english.tree import ROOT

CONLLU = """\
# newdoc id = a
# sent_id = a-1
1\tVessa\tVessa\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\tSpaceAfter=No
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
3.1\tx\tx\tX\tXX\t_\t_\t_\t_\t_
4\tleave\tleave\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# sent_id = a-2
1\tGone\tgo\tVERB\tVBN\t_\t0\troot\t_\t_
""".replace("PROPN\tNNP\t_\t2\tnsubj", "PROPN\tNNP\t_\t4\tnsubj")


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "a.conllu"
    path.write_text(CONLLU, "utf-8")
    return path


def test_a_treebank_is_read_without_ranges_and_empty_nodes(treebank: Path) -> None:
    first, second = corpus.treebank(treebank)
    assert first.words == ("Vessa", "did", "n't", "leave", ".")
    assert first.spaces == (True, False, True, False, True)
    assert first.heads == (3, 3, 3, ROOT, 3)
    assert first.labels == ("nsubj", "aux", "neg", "ROOT", "punct")
    assert (first.opens, second.opens) == (True, False)
    assert first.document == second.document == "a"
    assert first.entities == ()


def test_entities_are_joined_by_sentence(treebank: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.iob2"
    path.write_text("# sent_id = a-1\n1\tVessa\tB-PER\n2\tdid\tO\n3\tn't\tO\n4\tleave\tO\n5\t.\tO\n", "utf-8")
    first, second = corpus.treebank(treebank, corpus.ewt_entities(path))
    assert first.entities == ("B-PERSON", "O", "O", "O", "O")
    assert second.entities == ()  # not annotated: left open


SENTENCE = Sentence(
    words=("Vessa", "has", "a", "U.S.", "-", "led", "plan", "."),
    spaces=(True, True, True, False, False, True, False, True),
    tags=("NNP", "VBZ", "DT", "NNP", "HYPH", "VBN", "NN", "."),
    heads=(1, ROOT, 6, 5, 5, 6, 1, 1),
    labels=("nsubj", "ROOT", "det", "npadvmod", "punct", "amod", "dobj", "punct"),
    entities=("B-PERSON", "O", "O", "B-GPE", "O", "O", "O", "O"),
)


def test_a_sentence_on_its_own_tokens_is_unchanged() -> None:
    sentence = Sentence(
        ("Vessa", "left", "."), (True, False, True), heads=(1, ROOT, 1), labels=("nsubj", "ROOT", "punct")
    )
    assert corpus.retokenized(sentence, corpus.tokenizer()) is sentence


def test_words_that_are_one_token_are_joined() -> None:
    found = corpus.retokenized(SENTENCE, corpus.tokenizer())
    assert found.words == ("Vessa", "has", "a", "U.S.-led", "plan", ".")
    assert found.tags == ("NNP", "VBZ", "DT", "VBN", "NN", ".")
    assert found.heads == (1, ROOT, 4, 4, 1, 1)
    assert found.labels == ("nsubj", "ROOT", "det", "amod", "dobj", "punct")
    assert found.entities == ("B-PERSON", "O", "O", "B-GPE", "O", "O")


def test_a_token_that_is_a_part_of_a_word_leaves_the_sentence_unchanged() -> None:
    sentence = Sentence(("didn't", "."), (False, True), tags=("VBD", "."))
    assert corpus.retokenized(sentence, corpus.tokenizer()) is sentence
