"""The article page: one article's text with its statements marked, as an HTML file that needs nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kg.view.cards import Cards, Triples
from kg.view.html import fill, is_web, own
from kg.view.network import Row
from kg.view.pieces import Mark, Piece, pieces

_SPANS = (("source", "source"), ("cueSpan", "cue"), ("contentSpan", "content"))
_DEEPEST = 3  # as deep as article.css draws what is nested


def article_page(
    article: Row,
    entities: Iterable[Row],
    statements: Iterable[Row],
    fields: Iterable[Row],
    *,
    triples: Triples,
    names: Iterable[Row] = (),
    unread: Iterable[tuple[int, int, str]] = (),
    missing: str = "",
) -> str:
    """One article and the rows of its statements in, a self-contained HTML page out, the same bytes for the same rows.

    ``article``: iri, text, title, url, publisher (an IRI of ``entities`` or a name), published, authors. ``entities``,
    ``statements`` and ``fields`` are those of ``view``. ``triples`` are (property, value) by subject, in Turtle.
    ``names``: begin, end, entity. ``unread`` is what was not understood, (begin, end, reason); where that is not known,
    ``missing`` says why. All offsets are code points of the text.
    """
    rows = list(statements)
    made = Cards(article, entities, rows, fields, triples, names)
    gaps: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for begin, end, reason in sorted(set(unread)):
        gaps[begin, end].append(reason)
    cards = sorted([*map(made.statement, rows), *(made.unread(*one) for one in gaps.items())], key=_place)
    number = {card["of"]: at for at, card in enumerate(cards)}
    marks = [
        *(mark for row in rows for mark in _marks(row, number[row["statement"]], made.depth(row["statement"]))),
        *(Mark(*gap, number[gap], "unread") for gap in gaps),
    ]
    url = article.get("url") or ""
    return fill(
        "article.html",
        title=article.get("title") or "An article without a title",
        article=article,
        publisher=made.label(article.get("publisher")),
        url=url if is_web(url) else "",
        paragraphs=[[_drawn(piece, cards) for piece in part] for part in pieces(article["text"], marks)],
        cards=cards,
        statements=len(rows),
        unread=len(gaps),
        missing=missing,
        style=own("article.css"),
        script=own("article.js"),
    )


def _place(card: dict[str, Any]) -> tuple[int, int, str]:
    return card["begin"], card["depth"], card["id"]


def _marks(row: Row, number: int, depth: int) -> Iterator[Mark]:
    """Source, cue and content of a statement; all its sentences, where there are no such spans."""
    spans = [(span, role) for key, role in _SPANS for span in row.get(key) or ()]
    as_what = "content" if row.get("speaker") else "own"
    whole = [((one["begin"], one["end"]), as_what) for one in row.get("evidence") or ()]
    for (begin, end), role in spans or whole:
        yield Mark(int(begin), int(end), number, role, depth)


def _drawn(piece: Piece, cards: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """A piece as the template takes it: how it looks, which cards it belongs to, and as what to each."""
    roles = [mark.role for mark in piece.marks]
    looks = [*roles[:1], *(role for role in ("own", "unread") if role in roles)]
    if piece.marks and piece.marks[0].depth:
        looks.append(f"deep-{min(piece.marks[0].depth, _DEEPEST)}")
    return {
        "text": piece.text,
        "looks": " ".join(dict.fromkeys(looks)),
        "of": " ".join(dict.fromkeys(f"{mark.of}:{mark.role}" for mark in piece.marks)),
        "id": next((cards[mark.of]["id"] for mark in piece.marks), ""),
    }
