"""Measures attribution on PolNeAR (Newell et al. 2018), dev part: who is found to have said what.

The set marks source, cue and content of each attribution by characters of the raw text (brat stand-off), outermost
attributions alone; of an article with several annotators the first counts. What is measured: ``attributions.py``.
"""

from __future__ import annotations

import glob
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language

from kg.annotate.quotations import quotations
from kg.errors import KgError
from kg.evaluate import polnear_tokens
from kg.evaluate.attributions import ROLES, Figures, Measured, characters, compared
from kg.extract.pieces import kind_of
from kg.model import Attribution, Span
from kg.pipeline import Outcome, run
from kg.vocabulary import Gazetteer


def evaluate(folder: Path, nlp: Language, *, every: int = 1) -> Iterator[tuple[str, Figures]]:
    """The folder that holds ``eval/polnear`` and ``eval/polnear_tokens`` in, (what, figures) out; see ``measure``."""
    yield from measure(folder, nlp, every=every).figures()


def measure(folder: Path, nlp: Language, *, every: int = 1) -> Measured:
    """Read and compare the dev part under a folder, each article parsed once. ``every``: one article of so many.

    An article that fails is as one without attributions, and counts as refused. KgError where there is no such folder.
    """
    gold = list(marked(folder))[::every]
    results = run([str(path) for path, _ in gold], nlp, Gazetteer.load(()))
    found = {one.article.stem: one for one in results if isinstance(one, Outcome)}
    articles = (compared(path.stem, _text(path), marks, found.get(path.stem)) for path, marks in gold)
    items = polnear_tokens.items(folder / "eval" / "polnear_tokens" / "valid.txt")
    return Measured("PolNeAR, dev", tuple(articles), tuple(items))


# --- the set


def marked(folder: Path) -> Iterator[tuple[Path, list[Attribution]]]:
    """The articles of the dev part under a folder, each with what is marked in it. KgError where it is not there."""
    root = folder / "eval" / "polnear" / "dev"
    if not (root / "text").is_dir():
        raise KgError(f"{folder}: no PolNeAR here (eval/polnear/dev); give the folder that holds eval")
    for path in sorted((root / "text").glob("*.txt")):
        annotation = _annotation(root, path.stem)
        if annotation is not None:
            yield path, annotated(annotation.read_text("utf-8"), _text(path))


def _text(path: Path) -> str:
    """The text as it is, line ends too: offsets count in it."""
    return path.read_bytes().decode("utf-8")


def _annotation(root: Path, stem: str) -> Path | None:
    """The file of the first annotator of an article: its name is the article's, with the annotator's behind it."""
    folder = root / "attributions"
    named = sorted(folder.rglob(f"{glob.escape(stem)}.ann")) or sorted(folder.rglob(f"{glob.escape(stem)}*.ann"))
    return named[0] if named else None


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
