"""The conflicts of a graph as a list to read: what cannot both hold, who says so, and in which sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, permutations
from typing import NamedTuple

from rdflib import Graph, Literal, URIRef

from kg.query.questions import Answering, Result, conforming, query_text, run
from kg.query.told import days
from kg.vocabulary import factuality_notation, label_of

COLUMNS = ("conflict", "why", "issue", "figure", "valid", "by", "certainty", "article", "date", "sentence")
FIGURES, DENIED, OVERDRAWN = "figures differ", "affirmed and denied", "more than 100 % together"

Found = Mapping[str, str]
"""One row of the query: what it found by the names of its variables."""


class _Side(NamedTuple):
    """A statement of a conflict, its fields in the order that the list is sorted by."""

    issue: str
    figure: str
    content: str
    date: str
    by: str
    statement: str
    valid: str
    certainty: str
    article: str
    sentence: str


@conforming()
def conflicts(dataset: Answering | Graph) -> Result:
    """A graph in, its conflicts out, a statement a row; the rows of one conflict have its number in common.

    ``why``: the figures of two contents differ and somebody affirms each, a content is affirmed and denied, or the
    shares that one claimant gives the parties of a territory come to more than 100 % together. ``issue``: party,
    relation and territory, else the content in normal form. ``figure``: the amount as printed, without a number in the
    article's words. ``valid``: when it holds. ``by``: the speaker, or the publisher where the article says it in its
    own voice. ``date``: of saying, else of publication.
    """
    rows = [
        (Literal(number), *(Literal(text) if text else None for text in (why, *_cells(side))))
        for number, (why, sides) in enumerate(_listed(dataset), 1)
        for side in sides
    ]
    return Result(COLUMNS, tuple(rows))


@conforming()
def conflicting(dataset: Answering | Graph) -> list[tuple[str, list[str]]]:
    """A graph in, why and the IRIs of the statements of each conflict out, in the order of ``conflicts``."""
    return [(why, [side.statement for side in sides]) for why, sides in _listed(dataset)]


def _listed(dataset: Answering | Graph) -> list[tuple[str, list[_Side]]]:
    return sorted((why, sorted(sides)) for why, sides in _conflicts(_rows(dataset)))


def _cells(side: _Side) -> Iterator[str]:
    return (getattr(side, column) for column in COLUMNS[2:])


def _rows(dataset: Answering | Graph) -> list[Found]:
    text = query_text("view/conflicts")
    columns, rows = run(dataset, text)
    return [{name: str(node) for name, node in zip(columns, row, strict=True) if node is not None} for row in rows]


def _conflicts(rows: Iterable[Found]) -> Iterator[tuple[str, set[_Side]]]:
    """(why, sides) of each conflict."""
    accounts: list[set[_Side]] = []
    for (one, _), members in groupby(rows, key=lambda row: (row["one"], row["other"])):
        pair = list(members)
        if any(row["content"] == one for row in pair):
            affirmed = [row for row in pair if factuality_notation(URIRef(row["factuality"])).endswith("+")]
            if len({row["content"] for row in affirmed}) == 2:
                yield FIGURES, set(_sides(affirmed))
        elif len({row["content"] for row in pair}) == 1:
            yield DENIED, set(_sides(pair))
        else:
            _join(accounts, set(_sides(pair)))
    yield from ((OVERDRAWN, account) for account in accounts)


def _join(accounts: list[set[_Side]], pair: set[_Side]) -> None:
    """Add two statements to the account that has one of them, or make it a new one."""
    own = [account for account in accounts if account & pair]
    accounts[:] = [account for account in accounts if not account & pair] + [pair.union(*own)]


def _sides(rows: Iterable[Found]) -> Iterator[_Side]:
    """The statements of a conflict, each once with all its sentences."""
    for _, found in groupby(rows, key=lambda row: row["statement"]):
        same = list(found)
        row = same[0]
        sentences = dict.fromkeys((int(one["begin"]), one.get("sentence", "")) for one in same)
        yield _Side(
            issue=_issue(row),
            content=row["content"],
            figure=" / ".join(dict.fromkeys(map(figure, same))),
            date=row.get("said") or row.get("published", ""),
            by=row.get("speaker") or row.get("publisher", ""),
            statement=row["statement"],
            valid=_valid(row),
            certainty=label_of(URIRef(row["factuality"])),
            article=row.get("title") or row["article"],
            sentence=" ".join(text for _, text in sorted(sentences) if text),
        )


def opponents(dataset: Answering | Graph) -> dict[str, tuple[str, ...]]:
    """A graph in; each statement of a conflict (IRI) with those that it cannot hold beside, in order, out."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for why, sides in _conflicts(_rows(dataset)):
        for one, other in permutations(sides, 2):
            if one.content != other.content or (why == DENIED and one.certainty != other.certainty):
                found[one.statement].add(other.statement)
    return {statement: tuple(sorted(others)) for statement, others in found.items()}


def _issue(row: Found) -> str:
    if "party" not in row or "territory" not in row:
        return row["gist"]
    return f"{row['party']} {label_of(URIRef(row['relation']))} {row['territory']}"


def figure(row: Found) -> str:
    """The amount in the article's words, else as printed: "about 18 %", "between 18 and 22 %".

    A row of the query in, of its words, percent, min, max, km2 and hedge.
    """
    if "words" in row:
        return row["words"]
    least, greatest = row.get("min"), row.get("max")
    if least and greatest:
        return f"between {least} and {greatest} %"
    hedge = label_of(URIRef(row["hedge"])) if "hedge" in row else "exactly"
    figures = [f"{row[name]} {unit}" for name, unit in (("percent", "%"), ("km2", "km²")) if name in row]
    figures += [f"{words} {value} %" for words, value in (("at least", least), ("at most", greatest)) if value]
    return ", ".join(one if hedge in ("exactly", "between") else f"{hedge} {one}" for one in figures)


def _valid(row: Found) -> str:
    first, last = (row.get("on") or row.get(end, "") for end in ("from", "to"))
    return days(first, last)
