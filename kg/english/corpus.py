"""The training sets as sentences: converted trees and entity tags. What a set does not annotate is left open (None)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language

from kg.english import gum, named
from kg.english.convert import convert
from kg.english.tokens import tokenizer as english_tokenizer
from kg.english.tree import ROOT, Tree, is_tree


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words with what is known of them. ``tags``, ``heads``, ``labels`` empty: no syntax; ``entities`` empty: open."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    tags: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    labels: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    opens: bool = False  # first of a paragraph
    document: str = ""
    name: str = ""


def conllu(path: Path) -> Iterator[tuple[dict[str, str], list[list[str]]]]:
    """The sentences of a CoNLL-U file as (comments, rows); multiword ranges and empty nodes are left out."""
    comments: dict[str, str] = {}
    rows: list[list[str]] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            comments[key.strip()] = value.strip()
        elif line.split("\t", 1)[0].isdigit():
            rows.append(line.split("\t"))
        elif not line and rows:
            yield comments, rows
            comments, rows = {}, []
    if rows:
        yield comments, rows


def tree(rows: list[list[str]]) -> Tree:
    """The UD tree of the rows of one sentence."""
    return Tree(
        forms=[r[1] for r in rows],
        lemmas=[r[2] for r in rows],
        tags=[r[4] for r in rows],
        pos=[r[3] for r in rows],
        heads=[int(r[6]) - 1 for r in rows],
        labels=[r[7] for r in rows],
        spaces=["SpaceAfter=No" not in r[9] for r in rows],
    )


Rows = list[list[str]]


def treebank(path: Path, entities: Callable[[str, Rows], Sequence[str]] | None = None) -> Iterator[Sentence]:
    """The converted sentences of a UD file, with the entity tags (in our types) of each sentence's id and rows."""
    document = ""
    for comments, rows in conllu(path):
        document = next((v for k, v in comments.items() if k.startswith("newdoc")), document)
        t = convert(tree(rows))
        assert is_tree(t.heads), comments.get("sent_id")
        tags = entities(comments.get("sent_id", ""), rows) if entities else ()
        yield Sentence(
            words=tuple(t.forms),
            spaces=tuple(t.spaces),
            tags=tuple(t.tags),
            heads=tuple(t.heads),
            labels=tuple(t.labels),
            lemmas=tuple(t.lemmas),
            entities=tuple(tags) if len(tags) == len(rows) else (),
            opens=any(k.startswith(("newpar", "newdoc")) for k in comments),
            document=document,
            name=comments.get("sent_id", ""),
        )


def _spaced(words: list[str]) -> tuple[bool, ...]:
    closing = set(".,;:!?)]}%'") | {"''", "'s", "n't", "’s"}
    after = [*words[1:], "."]
    return tuple(w not in {"(", "[", "$", "``"} and nxt not in closing for w, nxt in zip(words, after, strict=True))


def entity_sentences(folder: Path) -> Iterator[Sentence]:
    """The sentences that have entities only: WikiGold, CrossNER politics (train), Re-DocRED."""
    sets = [
        named.wikigold(folder / "wikigold/wikigold.conll.txt"),
        named.crossner(folder / "crossner_politics/train.txt"),
        *(named.redocred(folder / f"redocred/{split}_revised.json") for split in ("dev", "test")),
    ]
    for sentences in sets:
        yield from _plain(sentences)


def _plain(sentences: Iterable[named.Named]) -> Iterator[Sentence]:
    for words, tags, document in sentences:
        yield Sentence(tuple(words), _spaced(words), entities=tuple(tags), document=document)


def ewt_entities(path: Path) -> Callable[[str, Rows], Sequence[str]]:
    """Universal NER's tags for EWT, by sentence id."""
    found = {name: tags for _, tags, name in named.tagged(path, word=1, tag=2, separator="\t")}

    def tags(name: str, rows: Rows) -> Sequence[str]:
        given = found.get(name, [])
        return named.typed([row[1] for row in rows], given) if len(given) == len(rows) else ()

    return tags


def training(folder: Path) -> list[Sentence]:
    """The sentences with syntax to train on."""
    ewt = treebank(folder / "ud_ewt/en_ewt-ud-train.conllu", ewt_entities(folder / "uner_ewt/en_ewt-ud-train.iob2"))
    genres = treebank(folder / "gum_open/gum_open_core.train.conllu", lambda _, rows: gum.names(rows))
    return [*ewt, *genres]


def development(folder: Path) -> list[Sentence]:
    """The dev parts of EWT and gum_open."""
    ewt = treebank(folder / "ud_ewt/en_ewt-ud-dev.conllu", ewt_entities(folder / "uner_ewt/en_ewt-ud-dev.iob2"))
    return [*ewt, *treebank(folder / "gum_open/gum_open_core.dev.conllu")]


def retokenized(sentence: Sentence, nlp: Language) -> Sentence:
    """The sentence on spaCy's own tokens, where each of them is one or more whole words of the set; else unchanged."""
    text = "".join(w + (" " if s else "") for w, s in zip(sentence.words, sentence.spaces, strict=True))
    begins: dict[int, int] = {}
    ends: dict[int, int] = {}
    at = 0
    for i, (word, space) in enumerate(zip(sentence.words, sentence.spaces, strict=True)):
        begins[at], ends[at + len(word)] = i, i
        at += len(word) + space
    groups: list[tuple[int, int]] = []
    for token in nlp.make_doc(text):
        if token.is_space:
            continue
        first, last = begins.get(token.idx), ends.get(token.idx + len(token))
        if first is None or last is None:
            return sentence
        groups.append((first, last))
    if len(groups) == len(sentence.words):
        return sentence
    return _merged(sentence, groups)


def _merged(s: Sentence, groups: list[tuple[int, int]]) -> Sentence:
    group_of = {i: g for g, (first, last) in enumerate(groups) for i in range(first, last + 1)}
    if len(group_of) != len(s.words):
        return s
    tops = []
    for first, last in groups:
        inside = [i for i in range(first, last + 1) if s.heads and not first <= s.heads[i] <= last]
        tops.append(inside[-1] if inside else last)
    words = tuple("".join(s.words[first : last + 1]) for first, last in groups)
    heads = tuple(ROOT if s.heads[t] == ROOT else group_of[s.heads[t]] for t in tops) if s.heads else ()
    if heads and not is_tree(list(heads)):
        return s
    return Sentence(
        words=words,
        spaces=tuple(s.spaces[last] for _, last in groups),
        tags=tuple(s.tags[t] for t in tops) if s.tags else (),
        heads=heads,
        labels=tuple(s.labels[t] for t in tops) if s.labels else (),
        lemmas=tuple(w if first != last else s.lemmas[first] for w, (first, last) in zip(words, groups, strict=True))
        if s.lemmas
        else (),
        entities=tuple(s.entities[f] for f, _ in groups) if s.entities else (),
        opens=s.opens,
        document=s.document,
    )


def tokenizer() -> Language:
    """The English tokenizer alone."""
    nlp = spacy.blank("en")
    nlp.tokenizer = english_tokenizer(nlp)
    return nlp
