"""Measures coreference on gum_open: clusters (MUC, B3, CEAF-e) and the share of pronouns resolved right.

A mention is known by its head word, so that a name counts whatever its span; a coordination whose first part is a
mention too is known by its conjunction. Only people, organisations and places count: what the set gives another type
is left out on both sides. Words and sentences are given; the parse is the pipeline's own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import networkx as nx
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg import syntax
from kg.annotate.clusters import clusters
from kg.annotate.coreference import coreference
from kg.annotate.quotations import PARAGRAPHS, set_quotations
from kg.english.convert import convert
from kg.english.corpus import conllu, tree
from kg.english.gum import mentions
from kg.errors import KgError

Figures = dict[str, float]
Clusters = Sequence[frozenset[int]]

TYPES = frozenset({"person", "organization", "place"})
KINDS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
}
STANDS_FOR = {"he": {"PERSON"}, "she": {"PERSON"}, "it": {"ORG", "GPE", "LOC", "FAC"}, "they": {"ORG", "GPE", "NORP"}}
PERSONAL = frozenset({"PRP", "PRP$"})


@dataclass(slots=True)
class Document:
    """A document of the set: its words, and the chain and type of each mention by head word."""

    name: str
    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    starts: list[bool] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)  # their first words
    pronouns: set[int] = field(default_factory=set)
    chains: dict[str, set[int]] = field(default_factory=dict)
    types: dict[int, str] = field(default_factory=dict)

    def entities(self) -> list[frozenset[int]]:
        """The chains of two or more mentions of people, organisations and places."""
        kept = (frozenset(i for i in chain if self.types[i] in TYPES) for chain in self.chains.values())
        return [chain for chain in kept if len(chain) > 1]


def evaluate(folder: Path, nlp: Language) -> Iterator[tuple[str, Figures]]:
    """The folder that holds ``train`` in, (what, percentages) out: gum_open's dev, and train's news and interviews.

    ``pronouns`` is the share of pronouns whose antecedent is right, ``he``, ``she``, ``it``, ``they`` that of each
    kind, ``baseline`` that of the nearest name that fits; ``CoNLL`` is the mean of the F1 of MUC, B3 and CEAF-e.
    """
    texts = folder / "train" / "gum_open"
    if not texts.is_dir():
        raise KgError(f"{folder}: no train/gum_open here; give the folder that holds train with --data")
    yield "coreference in gum_open, dev", figures(documents(texts / "gum_open_core.dev.conllu"), nlp)
    train = documents(texts / "gum_open_core.train.conllu")
    reported = [d for d in train if d.name.startswith(("GUM_news_", "GUM_interview_"))]
    yield "coreference in news and interviews of gum_open, train", figures(reported, nlp)


# --- the set


def documents(path: Path) -> list[Document]:
    """The documents of a file of gum_open."""
    out: list[Document] = []
    for comments, rows in conllu(path):
        name = next((v for k, v in comments.items() if k.startswith("newdoc")), "")
        if name:
            out.append(Document(name))
        if any(k.startswith("newpar") for k in comments) or name:
            out[-1].paragraphs.append(len(out[-1].words))
        _add(out[-1], rows)
    return out


def _add(document: Document, rows: list[list[str]]) -> None:
    base, built = len(document.words), convert(tree(rows))
    document.words += built.forms
    document.spaces += built.spaces
    document.starts += [i == 0 for i in range(len(rows))]
    document.pronouns |= {base + i for i, tag in enumerate(built.tags) if tag in PERSONAL}
    found = sorted(mentions([row[9] for row in rows]), key=lambda m: m[1] - m[0])  # inner ones first
    for start, end, chain, kind in found:
        head = next(i for i in range(start, end + 1) if not start <= built.heads[i] <= end)
        if base + head in document.types:
            joint = [i for i in range(start, end + 1) if built.labels[i] == "cc" and built.heads[i] == head]
            if not joint:
                continue
            head = joint[0]
        document.types[base + head] = kind
        document.chains.setdefault(chain, set()).add(base + head)


# --- figures


def figures(gold: Iterable[Document], nlp: Language) -> Figures:
    """The figures of a pipeline on documents, in percent."""
    counts: defaultdict[str, float] = defaultdict(float)
    for document in gold:
        doc = nlp(_given(document, nlp))
        if "kg_coreference" not in nlp.pipe_names:
            doc = coreference(set_quotations(doc))
        count(counts, document, doc)
    return _percentages(counts)


def _given(document: Document, nlp: Language) -> Doc:
    """The words, sentences and paragraphs of a document, to be parsed."""
    doc = Doc(nlp.vocab, document.words, document.spaces, sent_starts=[*document.starts])
    ends = [*document.paragraphs[1:], len(doc)]
    doc.spans[PARAGRAPHS] = [doc[a:b] for a, b in zip(document.paragraphs, ends, strict=True)]
    return doc


def count(counts: defaultdict[str, float], document: Document, doc: Doc) -> None:
    """Add what the figures of a document are made of."""
    key, response = document.entities(), _response(doc, document)
    for name, metric in METRICS.items():
        for side, (right, of) in {"R": metric(key, response), "P": metric(response, key)}.items():
            counts[f"{name} {side} right"] += right
            counts[f"{name} {side} of"] += of
    _count_pronouns(counts, document, doc)


def _response(doc: Doc, document: Document) -> list[frozenset[int]]:
    """The clusters of a doc by head words, without what the set gives another type."""
    found = (frozenset(map(mention_head, group)) for group in clusters(doc))
    kept = (frozenset(i for i in c if document.types.get(i, "person") in TYPES) for c in found)
    return [cluster for cluster in kept if len(cluster) > 1]


def mention_head(span: Span) -> int:
    """The place of a mention's head; of a coordination, that of its conjunction."""
    root = span.root
    if any(span.start <= t.i < span.end for t in syntax.conjuncts(root)[1:]):
        return next((t.i for t in root.children if syntax.is_conjunction(t) and t.i < span.end), root.i)
    return root.i


def _count_pronouns(counts: defaultdict[str, float], document: Document, doc: Doc) -> None:
    """Of the pronouns with an earlier name or noun in their chain: how many, and how many are given one of these."""
    found = _antecedents(doc)
    for chain in document.entities():
        told = [i for i in chain if i not in document.pronouns]
        for i in chain & document.pronouns:
            kind = KINDS.get(document.words[i].lower())
            if kind is None or min(told, default=i) >= i:
                continue
            for name in (kind, "pronouns"):
                counts[f"{name} gold"] += 1
                counts[f"{name} right"] += not chain.isdisjoint(found.get(i, ()))
            counts["baseline right"] += nearest_name(doc, i, kind) in chain


def _antecedents(doc: Doc) -> dict[int, set[int]]:
    """The head of the nearest earlier name or noun in its cluster, for each pronoun."""
    out: dict[int, set[int]] = {}
    for cluster in clusters(doc):
        nearest = None
        for span in cluster:
            if span.root.tag_ not in PERSONAL:
                nearest = span
            elif nearest is not None:
                out[span.root.i] = {nearest.root.i, mention_head(nearest)}
    return out


def nearest_name(doc: Doc, pronoun: int, kind: str) -> int | None:
    """The head of the last name before a pronoun whose type it can stand for: the baseline."""
    fits = (ent.root.i for ent in reversed(doc.ents) if ent.end <= pronoun and ent.label_ in STANDS_FOR[kind])
    return next(fits, None)


def _percentages(counts: defaultdict[str, float]) -> Figures:
    out = {}
    for name in METRICS:
        recall, precision = (counts[f"{name} {side} right"] / max(1, counts[f"{name} {side} of"]) for side in "RP")
        out[name] = 200 * recall * precision / (recall + precision) if recall + precision else 0.0
    out["CoNLL"] = sum(out.values()) / len(out)
    for name in ("pronouns", "he", "she", "it", "they"):
        out[name] = 100 * counts[f"{name} right"] / max(1, counts[f"{name} gold"])
    return out | {"baseline": 100 * counts["baseline right"] / max(1, counts["pronouns gold"])}


# --- metrics of clusters: each (clusters that ought to be, clusters found) -> (right, of how many) for the recall


def muc(key: Clusters, response: Clusters) -> tuple[float, float]:
    """The links of the key that the response holds, and all (Vilain et al. 1995)."""
    at = {mention: n for n, cluster in enumerate(response) for mention in cluster}
    parts = [len({at.get(mention, ~mention) for mention in cluster}) for cluster in key]
    return sum(len(c) - n for c, n in zip(key, parts, strict=True)), sum(len(c) - 1 for c in key)


def b_cubed(key: Clusters, response: Clusters) -> tuple[float, float]:
    """The share of its cluster that each mention of the key is found with, summed, and the mentions (Bagga 1998)."""
    right = sum(len(k & r) ** 2 / len(k) for k in key for r in response)
    return right, sum(map(len, key))


def ceaf_e(key: Clusters, response: Clusters) -> tuple[float, float]:
    """The similarity (phi 4) of clusters paired one to one at best, and the clusters (Luo 2005)."""
    graph = nx.Graph()
    for i, k in enumerate(key):
        for j, r in enumerate(response):
            if k & r:
                graph.add_edge(("key", i), ("response", j), weight=2 * len(k & r) / (len(k) + len(r)))
    return sum(graph.edges[pair]["weight"] for pair in nx.max_weight_matching(graph)), len(key)


METRICS = {"MUC": muc, "B3": b_cubed, "CEAFe": ceaf_e}
