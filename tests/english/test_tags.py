"""Parts of speech and lemmas."""

import pytest

from kg.english.tags import lemma, part_of_speech

PARTS = [
    # tag, label, word, part of speech
    ("NN", "nsubj", "envoy", "NOUN"),
    ("NNS", "dobj", "talks", "NOUN"),
    ("NNP", "nsubj", "Vessa", "PROPN"),
    ("NNPS", "nsubj", "Kestrians", "PROPN"),
    ("VBD", "ROOT", "said", "VERB"),
    ("VBZ", "ROOT", "is", "AUX"),
    ("VBD", "aux", "had", "AUX"),
    ("VBD", "ROOT", "had", "VERB"),
    ("MD", "aux", "will", "AUX"),
    ("JJ", "amod", "safe", "ADJ"),
    ("JJR", "amod", "safer", "ADJ"),
    ("RB", "advmod", "soon", "ADV"),
    ("RB", "neg", "not", "ADV"),
    ("IN", "prep", "of", "ADP"),
    ("IN", "mark", "that", "SCONJ"),
    ("TO", "aux", "to", "PART"),
    ("TO", "prep", "to", "ADP"),
    ("PRP", "nsubj", "she", "PRON"),
    ("PRP$", "poss", "her", "PRON"),
    ("WDT", "nsubj", "which", "PRON"),
    ("DT", "det", "the", "DET"),
    ("CD", "nummod", "11", "NUM"),
    ("CC", "cc", "and", "CCONJ"),
    ("POS", "case", "’s", "PART"),
    ("UH", "intj", "yes", "INTJ"),
    ("$", "quantmod", "$", "SYM"),
    (",", "punct", ",", "PUNCT"),
    ("``", "punct", "“", "PUNCT"),
    ("HYPH", "punct", "-", "PUNCT"),
    ("_SP", "dep", "\n", "SPACE"),
]


@pytest.mark.parametrize(("tag", "label", "word", "pos"), PARTS)
def test_parts_of_speech(tag: str, label: str, word: str, pos: str) -> None:
    assert part_of_speech(tag, label, word) == pos


LEMMAS = [
    ("said", "VBD", "VERB", "say"),
    ("told", "VBD", "VERB", "tell"),
    ("denies", "VBZ", "VERB", "deny"),
    ("vowing", "VBG", "VERB", "vow"),
    ("taken", "VBN", "VERB", "take"),
    ("lost", "VBD", "VERB", "lose"),
    ("fell", "VBD", "VERB", "fall"),
    ("left", "VBD", "VERB", "leave"),
    ("held", "VBN", "VERB", "hold"),
    ("is", "VBZ", "AUX", "be"),
    ("’s", "VBZ", "AUX", "be"),
    ("’s", "POS", "PART", "'s"),
    ("wo", "MD", "AUX", "will"),
    ("n’t", "RB", "PART", "not"),
    ("’ve", "VBP", "AUX", "have"),
    ("’d", "MD", "AUX", "would"),
    ("’d", "VBD", "AUX", "have"),
    ("Talks", "NNS", "NOUN", "talk"),
    ("countries", "NNS", "NOUN", "country"),
    ("spokeswomen", "NNS", "NOUN", "spokeswoman"),
    ("forces", "NNS", "NOUN", "force"),
    ("Vessa", "NNP", "PROPN", "Vessa"),
    ("larger", "JJR", "ADJ", "large"),
    ("worst", "JJS", "ADJ", "bad"),
    ("The", "DT", "DET", "the"),
    ("them", "PRP", "PRON", "they"),
    ("I", "PRP", "PRON", "I"),
    ("11", "CD", "NUM", "11"),
    ("”", "''", "PUNCT", "”"),
]


@pytest.mark.parametrize(("word", "tag", "pos", "expected"), LEMMAS)
def test_lemmas(word: str, tag: str, pos: str, expected: str) -> None:
    assert lemma(word, tag, pos) == expected
