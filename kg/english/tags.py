"""Parts of speech and lemmas from Penn tags."""

from __future__ import annotations

from functools import lru_cache

from lemminflect import getLemma
from spacy.language import Language
from spacy.tokens import Doc

POS = {
    "$": "SYM",
    "CC": "CCONJ",
    "CD": "NUM",
    "DT": "DET",
    "PDT": "DET",
    "EX": "PRON",
    "IN": "ADP",
    "LS": "X",
    "MD": "AUX",
    "POS": "PART",
    "PRP": "PRON",
    "PRP$": "PRON",
    "RP": "ADP",
    "SYM": "SYM",
    "TO": "PART",
    "UH": "INTJ",
    "WDT": "PRON",
    "WP": "PRON",
    "WP$": "PRON",
    "WRB": "SCONJ",
    "NNP": "PROPN",
    "NNPS": "PROPN",
    "_SP": "SPACE",
    "FW": "X",
    "AFX": "ADJ",
    "ADD": "X",
    "XX": "X",
}
FAMILIES = (("JJ", "ADJ"), ("NN", "NOUN"), ("RB", "ADV"), ("VB", "VERB"))
AUXILIARIES = frozenset({"aux", "auxpass"})
BE = frozenset("be am is are was were been being 's 're 'm ’s ’re ’m".split())


def part_of_speech(tag: str, label: str, word: str) -> str:
    """The universal part of speech of a Penn tag; the label tells auxiliaries and "that" apart.

    >>> part_of_speech("VBZ", "ROOT", "is"), part_of_speech("IN", "mark", "that")
    ('AUX', 'SCONJ')
    """
    if tag == "IN" and label == "mark":
        return "SCONJ"
    if tag == "TO" and label != "aux":
        return "ADP"
    if tag.startswith("VB") and (label in AUXILIARIES or word in BE):
        return "AUX"
    found = POS.get(tag) or next((pos for start, pos in FAMILIES if tag.startswith(start)), None)
    return found or "PUNCT"


IRREGULAR = {
    "n't": "not", "n’t": "not", "'s": "'s", "’s": "'s", "ca": "can", "wo": "will", "'ll": "will", "’ll": "will",
    "'re": "be", "’re": "be", "'m": "be", "’m": "be", "'ve": "have", "’ve": "have", "an": "a",
}  # fmt: skip
PRONOUNS = {"me": "I", "us": "we", "him": "he", "them": "they", "i": "I"}
INFLECTED = frozenset({"NOUN", "VERB", "AUX", "ADJ", "ADV"})


@lru_cache(maxsize=200_000)
def lemma(word: str, tag: str, pos: str) -> str:
    """The dictionary form of a word.

    >>> lemma("said", "VBD", "VERB"), lemma("Talks", "NNS", "NOUN"), lemma("Vessa", "NNP", "PROPN")
    ('say', 'talk', 'Vessa')
    """
    lower = word.lower()
    if tag == "POS":
        return "'s"
    if lower in {"'s", "’s"} and pos == "AUX":
        return "be"
    if lower in {"'d", "’d"}:
        return "would" if tag == "MD" else "have"
    if lower in IRREGULAR:
        return IRREGULAR[lower]
    if pos == "PRON":
        return PRONOUNS.get(lower, lower)
    if pos == "PROPN":
        return word
    if pos not in INFLECTED or tag in {"NN", "VB", "JJ", "RB", "MD"}:
        return lower
    found = getLemma(lower, upos=pos)
    return str(found[0]) if found else lower


@Language.component("kg_lemmas", assigns=["token.lemma"])
def lemmas(doc: Doc) -> Doc:
    """Set the lemma of every token."""
    for token in doc:
        token.lemma_ = lemma(token.text, token.tag_, token.pos_)
    return doc
