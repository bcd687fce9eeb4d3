"""Measures entities by exact spans: newswire of ``worldwide``, and the dev parts of CrossNER politics and UNER.

Words and sentences are given. Only types that a set annotates count, on both sides. GPE, LOC and FAC count as one,
PLACE, because the sets part them otherwise or not at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.english.named import tagged

Figures = dict[str, float]
Tagged = tuple[list[str], list[str]]  # the words of a sentence and their tags
Names = set[tuple[int, int, str]]  # first word, end, type

PLACES = dict.fromkeys(("GPE", "LOC", "FAC"), "PLACE")
WORLDWIDE = {
    "Person": "PERSON",
    "Organization": "ORG",
    "Location": "PLACE",
    "Facility": "PLACE",
    "NORP": "NORP",
    "Date": "DATE",
}
CROSSNER = {
    **dict.fromkeys(("person", "politician"), "PERSON"),
    **dict.fromkeys(("organisation", "politicalparty"), "ORG"),
    **dict.fromkeys(("location", "country"), "PLACE"),
    **dict.fromkeys(("event", "election"), "EVENT"),
}
UNER = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE"}


def evaluate(folder: Path, nlp: Language, *, every: int = 1) -> Iterator[tuple[str, Figures]]:
    """The folder with ``train`` and ``eval`` in, (set, percentages) out for the sets that are there.

    ``every``: one article of so many of ``worldwide``.
    """
    train, newswire = folder / "train", folder / "eval" / "worldwide" / "processed_annotated"
    if newswire.is_dir():
        articles = (_article(path) for path in sorted(newswire.glob("*.tsv"))[::every])
        yield "entities of worldwide", score(articles, nlp, WORLDWIDE)
    if (train / "crossner_politics").is_dir():
        found = tagged(train / "crossner_politics" / "dev.txt", word=0, tag=-1, separator="\t")
        yield "entities of CrossNER politics, dev", score(([words_tags[:2]] for words_tags in found), nlp, CROSSNER)
    if (train / "uner_ewt").is_dir():
        found = tagged(train / "uner_ewt" / "en_ewt-ud-dev.iob2", word=1, tag=2, separator="\t")
        yield "entities of UNER EWT, dev", score(([words_tags[:2]] for words_tags in found), nlp, UNER)


def _article(path: Path) -> list[Tagged]:
    """The sentences of one file; its first row can be an address."""
    found = tagged(path, word=0, tag=1, separator="\t")
    return [(words, tags) for words, tags, _ in found if not words[0].startswith("http")]


def score(articles: Iterable[list[Tagged]], nlp: Language, types: dict[str, str]) -> Figures:
    """Precision, recall and F over all types, and the F of each; ``types`` gives ours for the set's."""
    gold, found, right = Counter[str](), Counter[str](), Counter[str]()
    for sentences in articles:
        words = [word for forms, _ in sentences for word in forms]
        starts: list[bool | int | None] = [i == 0 for forms, _ in sentences for i in range(len(forms))]
        expected = names([tag for _, tags in sentences for tag in tags], types)
        doc = nlp(Doc(nlp.vocab, words, sent_starts=starts))
        kinds = ((ent, PLACES.get(ent.label_, ent.label_)) for ent in doc.ents)
        given = {(ent.start, ent.end, kind) for ent, kind in kinds if kind in types.values()}
        gold.update(kind for *_, kind in expected)
        found.update(kind for *_, kind in given)
        right.update(kind for *_, kind in expected & given)
    whole = {
        "P": _share(right.total(), found.total()),
        "R": _share(right.total(), gold.total()),
        "F": _share(2 * right.total(), gold.total() + found.total()),
    }
    return whole | {kind: _share(2 * right[kind], gold[kind] + found[kind]) for kind in sorted(set(types.values()))}


def _share(part: int, whole: int) -> float:
    return 100 * part / max(1, whole)


def names(tags: list[str], types: dict[str, str]) -> Names:
    """The names in BIO or BIOES tags, those of the types alone, in our types.

    >>> sorted(names(["B-Person", "E-Person", "O", "S-Date"], WORLDWIDE))
    [(0, 2, 'PERSON'), (3, 4, 'DATE')]
    """
    out: Names = set()
    start, kind = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        prefix, _, now = tag.partition("-")
        if kind and (prefix in {"B", "S", "O"} or now != kind):
            if kind in types:
                out.add((start, i, types[kind]))
            kind = ""
        if prefix != "O" and not kind:
            start, kind = i, now
    return out
