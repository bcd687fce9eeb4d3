"""The training sets as sentences: converted trees and entity tags. What a set does not annotate is left open (None)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language

from kg.english.convert import convert
from kg.english.tree import ROOT, Tree, is_tree

ENTITY_TYPES = ("PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "EVENT")
OPEN = "?"  # the entity tag of a word whose type its set does not tell

LAND = re.compile(
    r"(?i)\b(river|sea|ocean|mount|mountains?|mt\.?|lake|valley|desert|gulf|strait|peninsula|islands?|isle|coast|bay|"
    r"basin|canyon|forest|cape|continent|hemisphere|middle east|far east|west bank|gaza strip|"
    r"golan|sahara|sahel|sinai|balkans|caucasus|siberia|arctic|antarctica?|atlantic|pacific|mediterranean|caribbean)\b"
)
CONTINENTS = frozenset(
    "africa asia europe antarctica oceania eurasia scandinavia earth mars moon sun west east north south".split()
)
FACILITY = re.compile(
    r"(?i)\b(airport|bridge|hospital|street|st\.|avenue|ave\.?|road|rd\.?|highway|stadium|station|tower|building|museum|"
    r"prison|palace|castle|cathedral|church|mosque|temple|port|dam|park|square|center|centre|hall|house|base|camp|"
    r"theatre|theater|hotel|school|bay area mall|mall|plaza|cemetery|zoo|tunnel|pier|boulevard|interstate)\b"
)
HAPPENING = re.compile(r"\b(War|Battle|Siege|Olympics|Games|Revolution|Uprising|Championships?|World Cup|Festival)\b")
PEOPLES = re.compile(
    r"^[A-Z][a-z]+(?:ans?|ese|ish|is?|chs?|sh|ic|im|nis?|ites?|ims|lics?|iots?|ards?|ots?)$|^(?:Greek|Turk|Czech)s?$"
)


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


def treebank(path: Path, entities: dict[str, list[str]] | None = None) -> Iterator[Sentence]:
    """The converted sentences of a UD file, with the entity tags given by sentence id."""
    document = ""
    for comments, rows in conllu(path):
        document = next((v for k, v in comments.items() if k.startswith("newdoc")), document)
        t = convert(tree(rows))
        assert is_tree(t.heads), comments.get("sent_id")
        found = (entities or {}).get(comments.get("sent_id", ""), [])
        yield Sentence(
            words=tuple(t.forms),
            spaces=tuple(t.spaces),
            tags=tuple(t.tags),
            heads=tuple(t.heads),
            labels=tuple(t.labels),
            lemmas=tuple(t.lemmas),
            entities=tuple(typed(t.forms, found)) if len(found) == len(rows) else (),
            opens=any(k.startswith(("newpar", "newdoc")) for k in comments),
            document=document,
        )


def typed(words: list[str], tags: list[str]) -> list[str]:
    """BIO tags of a set in our types: places split by their names, peoples told by their endings, the rest open."""
    out = ["O"] * len(words)
    i = 0
    while i < len(words):
        if tags[i] == "O":
            i += 1
            continue
        end = i + 1
        while end < len(words) and tags[end].startswith("I-") and tags[end][2:] == tags[i][2:]:
            end += 1
        kind = entity_type(tags[i].split("-", 1)[-1], " ".join(words[i:end]))
        for j in range(i, end):
            out[j] = kind if kind in {OPEN, "O"} else ("B-" if j == i else "I-") + kind
        i = end
    return out


def entity_type(kind: str, name: str) -> str:
    """Our type for a set's type and a name.

    >>> entity_type("LOC", "Lake Orsa"), entity_type("LOC", "Vessa"), entity_type("MISC", "Norwegian")
    ('LOC', 'GPE', 'NORP')
    """
    match kind.lower():
        case "per" | "person" | "politician":
            return "PERSON"
        case "org" | "organisation" | "organization" | "politicalparty":
            return "ORG"
        case "country":
            return "GPE"
        case "loc" | "location":
            if FACILITY.search(name):
                return "FAC"
            return "LOC" if LAND.search(name) or name.lower() in CONTINENTS else "GPE"
        case "event" | "election":
            return "EVENT"
        case "time" | "num":
            return "O"
    if HAPPENING.search(name):
        return "EVENT"
    return "NORP" if PEOPLES.match(name) else OPEN


def tagged(path: Path, *, word: int, tag: int, separator: str | None) -> Iterator[tuple[list[str], list[str], str]]:
    """The sentences of a tag file as (words, tags, sentence id)."""
    words: list[str] = []
    tags: list[str] = []
    name = ""
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("# sent_id"):
            name = line.partition("=")[2].strip()
        if not line.strip():
            if words:
                yield words, tags, name
            words, tags = [], []
        elif not line.startswith("# "):
            parts = line.split(separator)
            words.append(parts[word])
            tags.append(parts[tag] if len(parts) > 1 else "O")
    return


def _spaced(words: list[str]) -> tuple[bool, ...]:
    closing = set(".,;:!?)]}%'") | {"''", "'s", "n't", "’s"}
    after = [*words[1:], "."]
    return tuple(w not in {"(", "[", "$", "``"} and nxt not in closing for w, nxt in zip(words, after, strict=True))


def entity_sentences(folder: Path) -> Iterator[Sentence]:
    """The sentences that have entities only: wikigold, CrossNER politics, Re-DocRED."""

    def sentence(words: list[str], tags: list[str], document: str) -> Sentence:
        return Sentence(tuple(words), _spaced(words), entities=tuple(typed(words, tags)), document=document)

    for words, tags, _ in tagged(folder / "wikigold/wikigold.conll.txt", word=0, tag=-1, separator=" "):
        bio = [t if t == "O" else ("B-" if i == 0 or tags[i - 1] != t else "I-") + t[2:] for i, t in enumerate(tags)]
        yield sentence(words, bio, "")
    for split in ("train", "dev"):
        path = folder / f"crossner_politics/{split}.txt"
        for words, tags, _ in tagged(path, word=0, tag=-1, separator="\t"):
            yield sentence(words, tags, "")
    for split in ("dev", "test"):
        for article in json.loads((folder / f"redocred/{split}_revised.json").read_text("utf-8")):
            columns = [["O"] * len(words) for words in article["sents"]]
            for mentions in article["vertexSet"]:
                for m in mentions:
                    start, end = m["pos"]
                    row = columns[m["sent_id"]]
                    if all(x == "O" for x in row[start:end]):
                        row[start:end] = ["B-" + m["type"]] + ["I-" + m["type"]] * (end - start - 1)
            for words, row in zip(article["sents"], columns, strict=True):
                if words:
                    yield sentence(words, row, article["title"])


def ewt_entities(path: Path) -> dict[str, list[str]]:
    """Universal NER's tags for EWT by sentence id."""
    return {name: tags for _, tags, name in tagged(path, word=1, tag=2, separator="\t")}


def training(folder: Path) -> tuple[list[Sentence], list[Sentence]]:
    """The sentences to train on: (with syntax, with entities only)."""
    ewt = treebank(folder / "ud_ewt/en_ewt-ud-train.conllu", ewt_entities(folder / "uner_ewt/en_ewt-ud-train.iob2"))
    gum = treebank(folder / "gum_open/gum_open_core.train.conllu")
    return [*ewt, *gum], list(entity_sentences(folder))


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
    """spaCy's English tokenizer alone."""
    return spacy.blank("en")
