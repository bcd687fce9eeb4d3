"""Measures the English pipeline on treebank sentences: tags, heads, labels, sentences; given or found tokens.

Heads and labels are scored without punctuation, as spaCy's scorer does; ``*_all`` are with it, as the CoNLL 2018
shared task does. From raw text a token counts where its characters are those of a gold token (F1).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.english.corpus import Sentence, development
from kg.english.tree import ROOT
from kg.errors import KgError

Figures = dict[str, float]


def evaluate(folder: Path, nlp: Language, gold: Path | None = None) -> Iterator[tuple[str, Figures]]:
    """The folder that holds ``train`` in, (what, percentages) out: dev parts of EWT and gum_open, its news, our gold.

    ``gold``: tags, heads and labels of some of the sentences, annotated by hand (``tests/gold/english.tsv``).
    """
    if not (folder / "train" / "ud_ewt").is_dir():
        raise KgError(f"{folder}: no treebank here (train/ud_ewt, train/gum_open); give the folder that holds train")
    sentences = development(folder / "train")
    documents = [list(group) for _, group in groupby(sentences, key=lambda s: s.document)]
    news = [document for document in documents if document[0].document.startswith("GUM_news")]
    parts = {"EWT and gum_open, dev": documents, "news of gum_open, dev": news}
    if gold is not None:
        parts["sentences annotated by hand"] = [[sentence] for sentence in by_hand(gold, sentences)]
    for name, part in parts.items():
        yield f"{name}: words and sentences given", given_tokens(part, nlp)
        yield f"{name}: from raw text", raw_text(part, nlp)


def by_hand(path: Path, sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences that a stand-off file annotates (by id: rows of word number, tag, head and label), with its trees.

    KgError where a sentence has another number of words than the file.
    """
    known = {sentence.name: sentence for sentence in sentences}
    for block in path.read_text("utf-8").split("# sent_id = ")[1:]:
        name, *rows = block.strip().split("\n")
        columns = [row.split("\t") for row in rows]
        sentence = known.get(name)
        if sentence is None or len(sentence.words) != len(columns):
            raise KgError(f"{path}: {name}: no such sentence in the treebanks' dev parts; take their release 2.16")
        yield replace(
            sentence,
            tags=tuple(row[1] for row in columns),
            heads=tuple(int(row[2]) - 1 for row in columns),
            labels=tuple(row[3] for row in columns),
        )


def given_tokens(documents: Iterable[list[Sentence]], nlp: Language) -> Figures:
    """Figures where words and sentences are given."""
    right: Counter[str] = Counter()
    for document in documents:
        words = [w for s in document for w in s.words]
        spaces = [x for s in document for x in s.spaces]
        starts: list[bool | int | None] = [i == 0 for s in document for i in range(len(s.words))]
        doc = nlp(Doc(nlp.vocab, words, spaces, sent_starts=starts))
        at = 0
        for sentence in document:
            for i in range(len(sentence.words)):
                _count(right, sentence, i, doc[at + i], at)
            at += len(sentence.words)
    return _shares(right)


def _count(right: Counter[str], gold: Sentence, i: int, token: Token, base: int) -> None:
    head = ROOT if token.head.i == token.i else token.head.i - base
    attached = head == gold.heads[i]
    labelled = attached and token.dep_ == gold.labels[i]
    right.update(tokens=1, TAG=token.tag_ == gold.tags[i], UAS_all=attached, LAS_all=labelled)
    right.update(lemma=token.lemma_.lower() == gold.lemmas[i].lower())
    if gold.labels[i] != "punct":
        right.update(words=1, UAS=attached, LAS=labelled)


def _shares(right: Counter[str]) -> Figures:
    whole = {
        "TAG": "tokens",
        "UAS": "words",
        "LAS": "words",
        "UAS_all": "tokens",
        "LAS_all": "tokens",
        "lemma": "tokens",
    }
    return {name: 100 * right[name] / max(1, right[of]) for name, of in whole.items()}


def raw_text(documents: Iterable[list[Sentence]], nlp: Language) -> Figures:
    """Figures from plain text: sentences joined by a blank, paragraphs by an empty line."""
    right: Counter[str] = Counter()
    for document in documents:
        text, gold, starts = _plain(document)
        found = {(t.idx, t.idx + len(t)): t for t in nlp(text) if not t.is_space}
        own_starts = {t.idx for t in found.values() if t.is_sent_start}
        right.update(gold=len(gold), found=len(found), sentences=len(starts), found_sentences=len(own_starts))
        right.update(sentence=len(starts & own_starts))
        for span, (tag, head, label, lemma) in gold.items():
            token = found.get(span)
            punct = label == "punct"
            right.update(gold_words=not punct)
            if token is None:
                continue
            own_head = (token.head.idx, token.head.idx + len(token.head)) if token.head.i != token.i else None
            attached = own_head == head
            right.update(token=1, TAG=token.tag_ == tag, lemma=token.lemma_.lower() == lemma.lower())
            right.update(UAS_all=attached, LAS_all=attached and token.dep_ == label)
            if not punct:
                right.update(UAS=attached, LAS=attached and token.dep_ == label)
        right.update(found_words=sum(t.dep_ != "punct" for t in found.values()))
    out = {
        name: _f1(right[name], right["found"], right["gold"])
        for name in ("token", "TAG", "lemma", "UAS_all", "LAS_all")
    }
    out |= {name: _f1(right[name], right["found_words"], right["gold_words"]) for name in ("UAS", "LAS")}
    return out | {"sentence": _f1(right["sentence"], right["found_sentences"], right["sentences"])}


def _f1(right: int, found: int, gold: int) -> float:
    return 200 * right / max(1, found + gold)


Gold = dict[tuple[int, int], tuple[str, tuple[int, int] | None, str, str]]


def _plain(document: Sequence[Sentence]) -> tuple[str, Gold, set[int]]:
    """The text of a document, its tokens by their characters, and where its sentences start."""
    text, gold, starts = "", Gold(), set()
    for sentence in document:
        if text:
            text = text.rstrip(" ") + ("\n\n" if sentence.opens else " ")
        spans = []
        starts.add(len(text))
        for word, space in zip(sentence.words, sentence.spaces, strict=True):
            spans.append((len(text), len(text) + len(word)))
            text += word + (" " if space else "")
        for i, span in enumerate(spans):
            head = None if sentence.heads[i] == ROOT else spans[sentence.heads[i]]
            gold[span] = (sentence.tags[i], head, sentence.labels[i], sentence.lemmas[i])
    return text, gold, starts
