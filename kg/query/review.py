"""The statements of a graph for a reviewer: the least certain first, with what makes them so; and old corrections."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal

from rdflib import Graph, Literal, URIRef

from kg.model import Correction
from kg.query.bindings import VALUES, bound
from kg.query.drafts import draft
from kg.query.questions import Answering, Result, Row, conforming, query_text, run
from kg.query.table import Table
from kg.query.uncertain import Doubt, Said, Uncertain
from kg.vocabulary import Corrections, factuality_notation, is_correctable, shorten

COLUMNS = ("confidence", "by", "says", "certainty", "why", "article", "sentence", "statement")
"""The columns of the table and of CSV, one statement a row."""

CHUNK = 200  # statements asked for at once


@dataclass(frozen=True, slots=True, repr=False)
class Review(Table):
    """The statements that a reviewer should look at, the least certain first."""

    rows: tuple[Uncertain, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Uncertain]:
        return iter(self.rows)

    def table(self) -> Result:
        """One statement a row, as ``COLUMNS`` say."""
        return Result(COLUMNS, tuple(tuple(map(_cell, _columns(row))) for row in self.rows))

    def to_json(self) -> str:
        """Everything as JSON."""
        return json.dumps([asdict(row) for row in self.rows], ensure_ascii=False, indent=1) + "\n"

    def to_ttl(self) -> str:
        """A file of corrections that changes nothing as it is: each statement is open, what it says a comment."""
        return draft(self.rows)


@conforming()
def review(dataset: Answering | Graph, *, below: float | None = None, limit: int | None = None) -> Review:
    """A graph in, its statements with less ``confidence`` than ``below`` (0 to 1), at most ``limit``, out.

    The least certain first, then by article and place. What somebody has corrected or confirmed is not among them.
    """
    ranked = _ask(dataset, "uncertain", **({} if below is None else {"below": str(below)}))[:limit]
    rows: list[Uncertain] = []
    for at in range(0, len(ranked), CHUNK):
        rows += _uncertain(dataset, [tuple(map(str, row)) for row in ranked[at : at + CHUNK]])
    return Review(tuple(rows))


def _columns(row: Uncertain) -> tuple[str | Decimal | URIRef, ...]:
    sure, place = Decimal(f"{row.confidence:.2f}"), row.title or row.article
    return sure, row.by, row.says, row.certainty, row.why, place, row.sentence, URIRef(row.statement)


def _cell(value: str | Decimal | URIRef) -> Literal | URIRef | None:
    if isinstance(value, URIRef):
        return value
    return None if value == "" else Literal(value)


def unused(dataset: Answering | Graph, corrections: Corrections) -> list[str]:
    """A graph and the corrections that it was built with in, a line for each that was applied to nothing out.

    Such are those of a statement that the articles no longer give, because the article or the English pipeline has
    changed. The line has the statement's sentence, as the file tells it, and what is now said there. Not listed is a
    correction whose article (``kg:evidence``) is not in the graph: it waits for it.
    """
    applied = {str(iri) for (iri,) in _ask(dataset, "corrections")}
    return [line for one in corrections if one.iri not in applied and (line := _unused(dataset, one))]


def pending(dataset: Answering | Graph, corrections: Corrections) -> list[str]:
    """A graph and corrections in, the articles out that have the statement of one that was not applied."""
    applied = {str(iri) for (iri,) in _ask(dataset, "corrections")}
    waiting = dict.fromkeys(one.statement for one in corrections if one.iri not in applied)
    rows = [row for statement in waiting for row in _ask(dataset, "place", statement=statement)]
    return sorted({str(text) for what, _, text in rows if str(what) == "statement"})


def _unused(dataset: Answering | Graph, one: Correction) -> str:
    """Why a correction was applied to nothing; "" where its statement or its article is not in the graph."""
    article = one.evidence.partition("#")[0]
    place = {"evidence": one.evidence, "article": article} if one.evidence else {}
    found: dict[str, list[str]] = defaultdict(list)
    for what, node, text in _ask(dataset, "place", statement=one.statement, **place):
        found[str(what)].append(f"<{node}>" if text is None else f"<{node}> ({text})")
    if found["before"]:
        hint = f"it is what {found['before'][0]} was corrected to; say in that correction what is right"
    elif found["statement"] or (article and not found["article"]):
        return ""
    elif found["now"]:
        hint = f"what is there now: {', '.join(found['now'])}"
    else:
        hint = "leave the correction out"
    sentence = f" ({one.note})" if one.note else ""
    return f"{one.place}: applied to nothing, <{one.statement}> is not in the graph{sentence}; {hint}."


def _uncertain(dataset: Answering | Graph, ranked: Sequence[tuple[str, ...]]) -> Iterator[Uncertain]:
    iris = [statement for statement, *_ in ranked]
    said, sentences, doubts = (_grouped(dataset, name, iris) for name in ("said", "sentences", "doubts"))
    for statement, confidence, article, _ in ranked:
        values = [_said(*row) for row in said[statement]]
        of = {one.property: one for one in reversed(values)}
        yield Uncertain(
            statement,
            float(confidence),
            article,
            of["schema:headline"].value if "schema:headline" in of else "",
            of["kg:speaker"].label if "kg:speaker" in of else "",
            of["kg:gist"].value,
            factuality_notation(URIRef(of["kg:factuality"].value)),
            tuple(str(mention) for mention, _ in sentences[statement]),
            " ".join(" ".join(str(text).split()) for _, text in sentences[statement]),
            tuple(
                Doubt(str(text), str(label), float(str(score)), str(reason))
                for text, label, score, reason in doubts[statement]
            ),
            tuple(one for one in values if is_correctable(one.property)),
        )


def _said(name: URIRef | Literal | None, value: URIRef | Literal | None, label: URIRef | Literal | None) -> Said:
    return Said(shorten(str(name)), str(value), "" if label is None else str(label), isinstance(value, URIRef))


def _grouped(dataset: Answering | Graph, name: str, statements: Sequence[str]) -> dict[str, list[Row]]:
    """The rows of a question about some statements, by statement."""
    given = " ".join(URIRef(iri).n3() for iri in statements)
    text = VALUES.sub(lambda _: f"VALUES ?statement {{ {given} }}", query_text(f"review/{name}"), count=1)
    found: dict[str, list[Row]] = defaultdict(list)
    for statement, *values in run(dataset, text)[1]:
        found[str(statement)].append(tuple(values))
    return found


def _ask(dataset: Answering | Graph, name: str, **bindings: str) -> list[Row]:
    text = query_text(f"review/{name}")
    return run(dataset, bound(text, bindings, lambda lookup: run(dataset, lookup)) if bindings else text)[1]
