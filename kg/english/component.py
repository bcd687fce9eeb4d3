"""The spaCy component that runs the network: tags, heads, labels, sentences and entities in one pass."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.english import decode
from kg.english.pieces import MAX_PIECES, WEIGHTS, Cutter, Pieces
from kg.english.tags import part_of_speech

TITLES = frozenset("Gov. Sen. Rep. Gen. Col. Maj. Capt. Lt. Sgt. Adm. Dr. Mr. Mrs. Ms. Prof.".split())
CLOSING = frozenset({"”", '"', "’", "'", "''", "»"})
STOPS = frozenset(".,;:!?)]")
WINDOW_WORDS = 110  # neighbouring paragraphs share a window up to this size, as in training


@dataclass(frozen=True, slots=True)
class Window:
    """Words that are read together: their places in the doc, and what is known of the sentences they start."""

    tokens: list[int]
    starts: list[bool | None]
    pieces: Pieces


@dataclass(slots=True)
class Analysis:
    """What was found for one doc, by token; a space hangs on the token before it."""

    tags: list[str]
    heads: list[int]
    labels: list[str]
    entities: list[tuple[int, int, str]]


class English:
    """``English(folder)(doc)``: the doc with tags, parts of speech, heads, labels, sentences and entities set.

    Sentence starts that are set already, true or false, are kept.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, ["CPUExecutionProvider"])
        self._pairs = decode.flat(np.load(folder / "labels.npy").astype(np.float32))
        names = json.loads((folder / "names.json").read_text("utf-8"))
        self.tags: list[str] = names["tags"]
        self.dependencies: list[str] = names["labels"]
        self.entities: list[str] = names["entities"]
        self._root = self.dependencies.index("ROOT")
        self._cutter = Cutter.load(folder / "tokenizer.json")

    @property
    def labels(self) -> tuple[str, ...]:
        """All that it can give, as spaCy's components show it: dependency labels, tags and entity types."""
        kinds = dict.fromkeys(tag[2:] for tag in self.entities if tag != "O")
        return (*self.dependencies, *self.tags, *kinds)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one doc. A window is run alone: as fast as in batches, and none depends on others."""
        found = _blank(doc)
        for window in self._windows(doc):
            self._read(window, self._run(window.pieces), found)
        _write(doc, found)
        return doc

    def _windows(self, doc: Doc) -> Iterator[Window]:
        tokens: list[int] = []
        opens: list[bool] = []
        size = 0
        for paragraph in _paragraphs(doc):
            words = [doc[i].text for i in paragraph]
            lengths = [len(self._cutter.cut(word)) for word in words]
            if tokens and (size + sum(lengths) > MAX_PIECES - 2 or len(tokens) + len(words) > WINDOW_WORDS):
                yield self._window(doc, tokens, opens)
                tokens, opens, size = [], [], 0
            for place, length in zip(paragraph, lengths, strict=True):
                if size + length > MAX_PIECES - 2:
                    cut = _last_stop(doc, tokens)
                    yield self._window(doc, tokens[:cut], opens[:cut])
                    tokens, opens = tokens[cut:], opens[cut:]
                    size = sum(len(self._cutter.cut(doc[i].text)) for i in tokens)
                opens.append(place == paragraph[0])
                tokens.append(place)
                size += length
        if tokens:
            yield self._window(doc, tokens, opens)

    def _window(self, doc: Doc, tokens: list[int], opens: list[bool]) -> Window:
        starts = [True if opening else _known_start(doc, i) for i, opening in zip(tokens, opens, strict=True)]
        return Window(tokens, starts, self._cutter.window([doc[i].text for i in tokens], opens))

    def _run(self, pieces: Pieces) -> list[NDArray[np.float32]]:
        fields = ("ids", "shapes", "first", "last")
        outputs = self._session.run(None, {field: np.array([getattr(pieces, field)]) for field in fields})
        return [output[0] for output in outputs]

    def _read(self, window: Window, scores: list[NDArray[np.float32]], found: Analysis) -> None:
        tags, entities, starts, arcs, dependents, heads = scores
        words = len(window.tokens)
        chosen = np.empty(words, dtype=np.int64)
        bounds = decode.sentences(starts[:, 0], window.starts)
        for first, end in bounds:
            chosen[first:end] = decode.tree(arcs[first:end, first:end]) + first
        label_scores = decode.labels(dependents, heads[chosen], self._pairs)
        roots = chosen == np.arange(words)
        label_scores[:, self._root] = np.where(roots, -decode.NEVER, decode.NEVER)
        for i, (token, tag, label) in enumerate(
            zip(window.tokens, tags.argmax(axis=1), label_scores.argmax(axis=1), strict=True)
        ):
            found.tags[token] = self.tags[tag]
            found.heads[token] = window.tokens[chosen[i]]
            found.labels[token] = self.dependencies[label]
        for first, end in bounds:
            for start, stop, kind in decode.entities(decode.entity_tags(entities[first:end], self.entities)):
                found.entities.append((window.tokens[first + start], window.tokens[first + stop - 1] + 1, kind))


def _known_start(doc: Doc, i: int) -> bool | None:
    """What is known of a sentence start: set already; none at a stop, after a comma ("..., he said"), after "Gov."."""
    if doc[i].text in STOPS and doc[i].is_sent_start is None:
        return False
    before = doc[i - 1].text if i else ""
    if before in CLOSING and i > 1:
        before = doc[i - 2].text
    return False if (before == "," or before in TITLES) and doc[i].is_sent_start is None else doc[i].is_sent_start


def _paragraphs(doc: Doc) -> Iterator[list[int]]:
    """The places of the words of each paragraph: cut at set sentence starts and at empty lines."""
    words: list[int] = []
    for token in doc:
        blank_line = token.is_space and token.text.count("\n") > 1
        if words and (blank_line or token.is_sent_start):
            yield words
            words = []
        if not token.is_space:
            words.append(token.i)
    if words:
        yield words


def _last_stop(doc: Doc, tokens: list[int]) -> int:
    """Where to cut a paragraph that is longer than a window: after its last full stop, else at its end."""
    stops = [n for n, i in enumerate(tokens) if doc[i].text in {".", "!", "?"} and n < len(tokens) - 1]
    return stops[-1] + 1 if stops else len(tokens)


def _blank(doc: Doc) -> Analysis:
    return Analysis(["_SP"] * len(doc), list(range(len(doc))), ["dep"] * len(doc), [])


VERBS_FOR_NOUNS = {"NNS": "VBZ", "NN": "VBP"}
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def _reconcile(found: Analysis) -> None:
    """Tags that the tree speaks against: what has a subject and no determiner is a verb ("The army controls ...")."""
    below: dict[int, set[str]] = {}
    for head, label in zip(found.heads, found.labels, strict=True):
        below.setdefault(head, set()).add(label)
    for i, tag in enumerate(found.tags):
        if tag in VERBS_FOR_NOUNS and "nsubj" in below.get(i, ()) and "det" not in below[i]:
            found.tags[i] = VERBS_FOR_NOUNS[tag]
    _rejoin(found)


def _rejoin(found: Analysis) -> None:
    """A verb with a tense is joined to one that has one: "demanded that Orland leave and called it a thief"."""
    children: dict[int, list[int]] = {}
    for i, head in enumerate(found.heads):
        if head != i:
            children.setdefault(head, []).append(i)
    for i, (head, tag, label) in enumerate(zip(found.heads, found.tags, found.labels, strict=True)):
        own = {found.labels[c] for c in children.get(i, ())}
        if label != "conj" or tag not in {"VBD", "VBZ"} or own & {"nsubj", "nsubjpass"}:
            continue
        above = found.heads[head]
        bare = found.tags[head] == "VB" and not any(found.tags[c] in FINITE for c in children[head] if c < head)
        if bare and found.tags[above] in FINITE and found.labels[head] != "conj" and max(children[head]) == i:
            joining = [c for c in children[head] if head < c < i and found.labels[c] in {"cc", "punct"}]
            for c in [*joining, i]:
                found.heads[c] = above


def _write(doc: Doc, found: Analysis) -> None:
    _reconcile(found)
    words = [token.i for token in doc if not token.is_space]
    for token in doc:
        if token.is_space and words:
            found.heads[token.i] = token.i - 1 if token.i else words[0]
    rows = np.zeros((len(doc), 4), dtype=np.uint64)
    strings = doc.vocab.strings
    for token in doc:
        i = token.i
        pos = part_of_speech(found.tags[i], found.labels[i], token.lower_)
        rows[i] = (
            strings.add(found.tags[i]),
            strings.add(pos),
            np.uint64((found.heads[i] - i) & 0xFFFFFFFFFFFFFFFF),
            strings.add(found.labels[i]),
        )
    if len(doc):
        doc.from_array(["TAG", "POS", "HEAD", "DEP"], rows)  # type: ignore[arg-type]  # its stub wants ints
    doc.set_ents([Span(doc, start, end, label=kind) for start, end, kind in sorted(found.entities)])


@Language.factory(
    "kg_english", assigns=["token.tag", "token.pos", "token.head", "token.dep", "doc.ents", "token.is_sent_start"]
)
def make_english(nlp: Language, name: str) -> English:
    """spaCy's way to make the component by its name."""
    return English()
