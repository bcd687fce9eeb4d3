"""Measures attribution on documents of gum_open that we marked ourselves, by the rules of PolNeAR.

The marks are a stand-off file without the text (``tests/gold/attributions.tsv``); the documents are made from the
sentences of the treebank, joined by a space, paragraphs by a blank line. What is measured: ``attributions.py``.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path

from spacy.language import Language

from kg.annotate import annotate
from kg.annotate.quotations import quotations
from kg.english.corpus import conllu
from kg.errors import KgError
from kg.evaluate.attributions import Measured, compared
from kg.extract import extract
from kg.extract.pieces import kind_of
from kg.model import Article, Attribution, Groundings, Skipped, Span, Statement
from kg.pipeline import Outcome

PARTS = ("train", "dev")


def measure(folder: Path, gold: Path, nlp: Language, *, genre: str = "") -> Measured:
    """The folder that holds ``train/gum_open`` and the file of marks in, what was found out.

    ``genre``: only documents with this in their name ("news"). KgError where one of the two is missing.
    """
    texts = folder / "train" / "gum_open"
    if not texts.is_dir():
        raise KgError(f"{folder}: no gum_open here (train/gum_open); give the folder that holds train")
    marked = {name: rows for name, rows in _marks(gold).items() if genre in name}
    articles = {a.stem: a for part in PARTS for a in documents(texts / f"gum_open_core.{part}.conllu")}
    missing = sorted(marked.keys() - articles.keys())
    if missing:
        raise KgError(f"{gold}: no document {missing[0]} in {texts}; is it another version of GUM?")
    out = []
    for name, rows in marked.items():
        article = articles[name]
        quoted = quotations(article.text, list(article.paragraphs))
        outermost = [
            Attribution(source, cue, content, kind_of(content, quoted, article.text))
            for nested, source, cue, content in rows
            if not nested
        ]
        out.append(compared(name, article.text, outermost, _outcome(article, nlp)))
    return Measured(f"gum_open, {genre or 'all genres'}", tuple(out))


def documents(path: Path) -> list[Article]:
    """The documents of a file of gum_open as articles."""
    texts: dict[str, str] = {}
    name = ""
    for comments, _ in conllu(path):
        new = next((value for key, value in comments.items() if key.startswith("newdoc")), "")
        name = new or name
        paragraph = bool(new) or any(key.startswith("newpar") for key in comments)
        before = texts.get(name, "")
        texts[name] = before + (("\n\n" if paragraph else " ") if before else "") + comments["text"]
    return [_article(name, text) for name, text in texts.items()]


def _article(name: str, text: str) -> Article:
    paragraphs = tuple(Span(*match.span()) for match in re.finditer(r"[^\n]+", text))
    return Article(text, path=name, stem=name, paragraphs=paragraphs)


def _outcome(article: Article, nlp: Language) -> Outcome:
    ((doc, _),) = annotate([article], nlp)
    found = list(extract(doc, article))
    statements = tuple(one for one in found if isinstance(one, Statement))
    return Outcome(article, statements, Groundings(), tuple(one for one in found if isinstance(one, Skipped)), ())


Spans = tuple[Span, ...]
Mark = tuple[bool, Spans, Spans, Spans]


def _marks(path: Path) -> dict[str, list[Mark]]:
    """By document: whether an attribution is nested, its source, cue and content."""
    try:
        lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    except OSError as error:
        raise KgError(f"{path}: cannot be read ({error.strerror}); give the file of marks") from error
    out: dict[str, list[Mark]] = defaultdict(list)
    for row in csv.DictReader(lines, delimiter="\t"):
        rows = out[row["document"]]
        content = _spans(row["content"])
        if content:
            rows.append((row["nested"] == "yes", _spans(row["source"]), _spans(row["cue"]), content))
    return out


def _spans(column: str) -> Spans:
    """The spans of "3-9,12-15"; none of "-"."""
    ends = (piece.split("-") for piece in column.split(",") if piece != "-")
    return tuple(Span(int(start), int(end)) for start, end in ends)
