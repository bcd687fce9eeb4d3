"""Measures attribution on PolNeAR (Newell et al. 2018), dev part: who is found to have said what.

The set marks source, cue and content of each attribution by characters of the raw text (brat stand-off), outermost
attributions alone; of an article with several annotators the first counts. Ours are those of ``statements.jsonl``
that are not nested. An attribution is found where its content and ours share half of their characters (Jaccard, one
to one, white space left out), and attributed where the sources meet too.
"""

from __future__ import annotations

import glob
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from kg.annotate.quotations import quotations
from kg.errors import KgError
from kg.evaluate import polnear_tokens
from kg.evaluate.polnear_causes import CUES, Compared, Error, cue_of, errors_of
from kg.extract.pieces import kind_of
from kg.listing import entry
from kg.model import Attribution, Span
from kg.pipeline import Outcome, run
from kg.vocabulary import Gazetteer

Figures = dict[str, float]

ROLES = ("Source", "Cue", "Content")
KINDS = ("direct", "indirect", "mixed")
HALF = 0.5


def evaluate(folder: Path, nlp: Language, *, every: int = 1) -> Iterator[tuple[str, Figures]]:
    """The folder that holds ``eval/polnear`` and ``eval/polnear_tokens`` in, (what, figures) out; see ``measure``."""
    yield from measure(folder, nlp, every=every).figures()


@dataclass(frozen=True, slots=True)
class Measured:
    """Articles with what is marked in them and what was found; ``items``: the sentences of ``eval/polnear_tokens``."""

    articles: tuple[Compared, ...]
    items: tuple[polnear_tokens.Item, ...]

    def figures(self) -> Iterator[tuple[str, Figures]]:
        """(what, figures): percentages, but for the numbers of articles, of attributions and of errors."""
        yield "attributions of PolNeAR, dev", _whole(self.articles)
        kinds = ((g.kind, j, one) for one in self.articles for j, g in enumerate(one.gold))
        yield "attributions of PolNeAR, dev: share found, by quotation marks", _shares(KINDS, kinds)
        types = ((cue_of(g, one.text)[1], j, one) for one in self.articles for j, g in enumerate(one.gold))
        yield "attributions of PolNeAR, dev: share found, by cue", _shares(CUES, types)
        causes = Counter(f"{error.error}: {error.cause}" for error in self.errors())
        yield "attributions of PolNeAR, dev: errors, by cause", dict(sorted(causes.items()))
        if self.items:
            texts = {one.stem: (one.text, one.found) for one in self.articles}
            yield "attributions of PolNeAR, dev: exact match on tokens", polnear_tokens.score(self.items, texts)

    def errors(self) -> list[Error]:
        """All errors by what they are and their cause, frequent cues first."""
        found = [error for one in self.articles for error in errors_of(one)]
        often = Counter((e.error, e.cause, e.cue) for e in found)
        return sorted(
            found, key=lambda e: (e.error, e.cause, -often[e.error, e.cause, e.cue], e.cue, e.article, e.span)
        )


def measure(folder: Path, nlp: Language, *, every: int = 1) -> Measured:
    """Read and compare the dev part under a folder, each article parsed once. ``every``: one article of so many.

    An article that fails is as one without attributions, and counts as refused. KgError where there is no such folder.
    """
    root = folder / "eval" / "polnear" / "dev"
    if not (root / "text").is_dir():
        raise KgError(f"{folder}: no PolNeAR here (eval/polnear/dev); give the folder that holds eval")
    paths = [path for path in sorted((root / "text").glob("*.txt")) if _annotation(root, path.stem)][::every]
    results = run(map(str, paths), nlp, Gazetteer.load(()))
    found = {one.article.stem: attributions_of(one) for one in results if isinstance(one, Outcome)}
    articles = tuple(_compared(root, path, found.get(path.stem)) for path in paths)
    return Measured(articles, tuple(polnear_tokens.items(folder / "eval" / "polnear_tokens" / "valid.txt")))


def attributions_of(outcome: Outcome) -> tuple[list[Attribution], list[Attribution]]:
    """The attributions with content that were found in an article, outermost and nested ones."""
    sides: tuple[list[Attribution], list[Attribution]] = [], []
    for row in entry(outcome)["attributions"]:
        source, cue, content = (tuple(Span(*ends) for ends in row[role.lower()]) for role in ROLES)
        if characters(content, outcome.article.text):
            sides[row["nested"]].append(Attribution(source, cue, content, row["kind"]))
    return sides


# --- the set


def _annotation(root: Path, stem: str) -> Path | None:
    """The file of the first annotator of an article: its name is the article's, with the annotator's behind it."""
    folder = root / "attributions"
    named = sorted(folder.rglob(f"{glob.escape(stem)}.ann")) or sorted(folder.rglob(f"{glob.escape(stem)}*.ann"))
    return named[0] if named else None


def _compared(root: Path, path: Path, found: tuple[list[Attribution], list[Attribution]] | None) -> Compared:
    text = path.read_bytes().decode("utf-8")
    annotation = _annotation(root, path.stem)
    gold = annotated(annotation.read_text("utf-8"), text) if annotation else []
    outermost, nested = found or ([], [])
    pairs = paired([characters(a.content, text) for a in outermost], [characters(a.content, text) for a in gold])
    return Compared(path.stem, text, tuple(gold), tuple(outermost), tuple(nested), pairs, refused=found is None)


def annotated(standoff: str, text: str) -> list[Attribution]:
    """The attributions with content in brat's lines: "T1 Cue 3 9;12 15 words", "E1 Attribution:T4 Cue:T1 Source:T2".

    A role can have several spans ("Content2:T9"). ``kind`` is told by the quotation marks of the text.
    """
    rows = [line.split("\t") for line in standoff.split("\n") if "\t" in line]
    spans = {row[0]: _spans(row[1]) for row in rows if row[0].startswith("T")}
    paragraphs, at = [], 0
    for line in text.splitlines(keepends=True):
        paragraphs.append(Span(at, at + len(line)))
        at += len(line)
    quoted = quotations(text, paragraphs)
    out = []
    for row in rows:
        if row[0].startswith("E"):
            parts = [part.partition(":") for part in row[1].split()]
            source, cue, content = (
                tuple(s for name, _, key in parts if name.rstrip("0123456789") == role for s in spans.get(key, ()))
                for role in ROLES
            )
            if characters(content, text):
                out.append(Attribution(source, cue, content, kind_of(content, quoted, text)))
    return out


def _spans(column: str) -> list[Span]:
    """The spans of "Cue 3 9;12 15"."""
    ends = (piece.split() for piece in column.partition(" ")[2].split(";"))
    return [Span(int(start), int(end)) for start, end in ends]


# --- figures


def characters(spans: Iterable[Span], text: str) -> frozenset[int]:
    """The places of the characters of spans, white space left out."""
    return frozenset(i for s in spans for i in range(s.start, min(s.end, len(text))) if not text[i].isspace())


def paired(found: Sequence[frozenset[int]], gold: Sequence[frozenset[int]]) -> dict[int, int]:
    """The one of ``found`` for each of ``gold`` that has one: those that are most alike first, down to half."""
    alike = ((len(f & g) / len(f | g), i, j) for i, f in enumerate(found) for j, g in enumerate(gold) if f & g)
    out: dict[int, int] = {}
    taken: set[int] = set()
    for share, i, j in sorted(alike, reverse=True):
        if share >= HALF and i not in taken and j not in out:
            out[j] = i
            taken.add(i)
    return out


def _whole(articles: Sequence[Compared]) -> Figures:
    """Content characters, attributions, and attributions with their source."""
    content, attribution, attributed = Counter[str](), Counter[str](), Counter[str]()
    for one in articles:
        found = characters((span for a in one.found for span in a.content), one.text)
        gold = characters((span for a in one.gold for span in a.content), one.text)
        content.update(right=len(found & gold), found=len(found), gold=len(gold))
        attribution.update(right=len(one.pairs), found=len(one.found), gold=len(one.gold))
        attributed.update(right=sum(map(one.attributed, one.pairs)), found=len(one.found), gold=len(one.gold))
    return {
        "articles": len(articles),
        "refused": sum(one.refused for one in articles),
        **polnear_tokens.shares("content", content),
        **polnear_tokens.shares("attribution", attribution),
        **polnear_tokens.shares("attributed", attributed),
    }


def _shares(names: Sequence[str], gold: Iterable[tuple[str, int, Compared]]) -> Figures:
    """How many attributions each group has, which share of them is found, and which is found with its source."""
    of, right, attributed = Counter[str](), Counter[str](), Counter[str]()
    for name, j, one in gold:
        of[name] += 1
        right[name] += j in one.pairs
        attributed[name] += one.attributed(j)
    out: Figures = {}
    for name in names:
        out[f"{name}, how many"] = of[name]
        out[f"{name}, found"] = 100 * right[name] / max(1, of[name])
        out[f"{name}, attributed"] = 100 * attributed[name] / max(1, of[name])
    return out
