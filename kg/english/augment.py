"""Training sentences as they could have been printed: other quotation marks, names nobody has seen, headlines."""

from __future__ import annotations

import random
from dataclasses import replace

from kg.english.corpus import Sentence

CURLED = {"``": "“", "''": "”"}
REPLACED = frozenset({"PERSON", "GPE", "ORG"})
CONSONANTS = "b bh br ch d dh dr f g gr h j k kh kr l m n ng p ph pr r s sh st t th tr ts v w y z zh".split()
VOWELS = "a a a e e i i o o u u aa ai ao au ei ia ie io oa ou ua ue uo á é í ó ö ü".split()
ENDINGS = ["", "", "", "n", "r", "s", "l", "k", "m", "ng", "t", "nd", "sk", "v", "x", "rt"]
HEADLINE_WORDS = 14


def varied(sentence: Sentence, rng: random.Random) -> Sentence:
    """The sentence, at times with curly marks, with invented names, or set as a headline."""
    if sentence.tags and rng.random() < 0.4:
        sentence = curled(sentence)
    if sentence.entities and rng.random() < 0.2:
        sentence = estranged(sentence, rng)
    if len(sentence.words) <= HEADLINE_WORDS and rng.random() < 0.05:
        sentence = headline(sentence, upper=rng.random() < 0.4)
    return sentence


def curled(sentence: Sentence) -> Sentence:
    """The sentence with curly marks for straight ones, as news sites print them."""
    words = (
        CURLED.get(tag, w) if w == '"' else w.replace("'", "’")
        for w, tag in zip(sentence.words, sentence.tags, strict=True)
    )
    return replace(sentence, words=tuple(words))


def headline(sentence: Sentence, *, upper: bool) -> Sentence:
    """The sentence with Every Word Capitalized, or IN CAPITALS."""
    return replace(sentence, words=tuple(w.upper() if upper else w[:1].upper() + w[1:] for w in sentence.words))


def estranged(sentence: Sentence, rng: random.Random) -> Sentence:
    """The sentence with invented words in the names of people and places, and for bodies named by one word.

    What stands around a name then has to tell its type. A word that comes twice is replaced by one and the same.
    """
    words, known = list(sentence.words), dict[str, str]()
    for i, (word, tag) in enumerate(zip(sentence.words, sentence.entities, strict=True)):
        if tag[2:] not in REPLACED or not word.isalpha() or len(word) < 3 or not word[0].isupper():
            continue
        alone = tag.startswith("B-") and sentence.entities[i + 1 : i + 2] != (f"I-{tag[2:]}",)
        if tag[2:] == "ORG" and not alone:
            continue
        if word not in known:
            known[word] = acronym(rng) if word.isupper() else invented(rng)
        words[i] = known[word]
    return replace(sentence, words=tuple(words))


def invented(rng: random.Random) -> str:
    """A name that is no word: one to three syllables.

    >>> invented(random.Random(1)).istitle()
    True
    """
    syllables = (rng.choice(CONSONANTS) + rng.choice(VOWELS) for _ in range(rng.choice((1, 2, 2, 2, 3))))
    return ("".join(syllables) + rng.choice(ENDINGS)).capitalize()


def acronym(rng: random.Random) -> str:
    """Two to five capitals."""
    return "".join(rng.choices("ABCDEFGHIJKLMNOPRSTUVWZ", k=rng.randint(2, 5)))
