"""Measures times and quantities on tables of our own (``tests/gold/times.tsv``, ``quantities.tsv``).

A row is one expression of a text with its value: first and last day and precision of a time; unit, value or bounds and
approximation of a quantity. A row without an expression is a text in which nothing may be found. What is found in a
text and stands in none of its rows counts as one more that is wrong.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from spacy.language import Language

from kg.annotate import annotate
from kg.errors import KgError
from kg.ground import ground
from kg.model import Amount, Article, Layers, Quantity, Span
from kg.vocabulary import Gazetteer

Value = tuple[str, ...]
Found = tuple[Span, Value]
Reading = Callable[[Article, Layers], Iterable[Found]]

TIMES = ("first", "last", "precision")
QUANTITIES = ("unit", "value", "low", "high", "approximation")


@dataclass(frozen=True, slots=True)
class Row:
    """An expression of a text and its value; no words: nothing is to be found in the text."""

    identifier: str
    published: str
    text: str
    words: str
    value: Value


@dataclass(frozen=True, slots=True)
class Error:
    """What was wrong in a text: the expression, its value (none for what is in no row), and what was found for it."""

    identifier: str
    words: str
    wanted: Value
    found: Value


@dataclass(frozen=True, slots=True)
class Measured:
    """How many rows there are, how many of them for nothing, how many are right, and what was wrong."""

    rows: int
    empty: int
    right: int
    errors: tuple[Error, ...]

    def figures(self) -> dict[str, float]:
        """Numbers of expressions and of texts without one, and the share right of all that was asked or found."""
        return {
            "expressions": self.rows - self.empty,
            "texts without one": self.empty,
            "right": 100 * self.right / (self.right + len(self.errors)) if self.rows else 0.0,
        }


def times(path: Path, nlp: Language) -> Measured:
    """A table of times in, what is right in it out."""
    gazetteer = Gazetteer.load(())

    def found(article: Article, layers: Layers) -> Iterator[Found]:
        groundings = ground((), article, gazetteer, times=layers.times)
        for time in layers.times:
            days = groundings.times.get(time)
            if days is not None:
                yield time.span, (str(days.first or ""), str(days.last or ""), days.precision)
            else:
                yield time.span, ("", "", "")

    return _measure(read(path, TIMES), nlp, found)


def quantities(path: Path, nlp: Language) -> Measured:
    """A table of shares, areas, counts and durations in, what is right in it out."""

    def found(_: Article, layers: Layers) -> Iterator[Found]:
        yield from ((one.span, _of_amount(one)) for one in layers.amounts)
        yield from ((one.span, _of_quantity(one)) for one in layers.quantities)

    return _measure(read(path, QUANTITIES), nlp, found)


def read(path: Path, columns: Iterable[str]) -> list[Row]:
    """The rows of a table (tab-separated, with a head) whose value is given in some columns."""
    columns = tuple(columns)
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise KgError(
            f"{path}: cannot be read ({error.strerror}); give a table such as tests/gold/times.tsv"
        ) from error
    table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    lacking = {"id", "text", "expression", *columns} - set(table.fieldnames or ())
    if lacking:
        raise KgError(f"{path}: has no column {', '.join(sorted(lacking))}; give a table such as tests/gold/times.tsv")
    return [
        Row(row["id"], row.get("published") or "", row["text"], row["expression"], tuple(row[c] or "" for c in columns))
        for row in table
    ]


def _measure(rows: list[Row], nlp: Language, reading: Reading) -> Measured:
    errors: list[Error] = []
    right = 0
    for _, group in groupby(rows, key=lambda row: (row.published, row.text)):
        wanted = list(group)
        article = _article(wanted[0])
        ((doc, _),) = annotate([article], nlp)
        layers = doc.user_data["layers"]
        found = list(reading(article, layers))
        wrong = list(_errors(wanted, found))
        errors += wrong
        right += len(wanted) - sum(bool(one.wanted) for one in wrong)
    return Measured(len(rows), sum(not row.words for row in rows), right, tuple(errors))


def _errors(rows: Iterable[Row], found: Iterable[Found]) -> Iterator[Error]:
    """What is wrong in one text: rows that are missed or have another value, and what is in no row."""
    left = list(found)
    for row in rows:
        if not row.words:
            if left:
                yield Error(row.identifier, "", row.value, left[0][1])
            return
        at = row.text.index(row.words)
        span = Span(at, at + len(row.words))
        hits = [one for one in left if one[0].meets(span)]
        hit = next((one for one in hits if one[1] == row.value), hits[0] if hits else None)
        if hit is not None:
            left.remove(hit)
        if hit is None or hit[1] != row.value:
            yield Error(row.identifier, row.words, row.value, hit[1] if hit else ())
    for span, value in left:
        yield Error(row.identifier, span.of(row.text), (), value)


def _article(row: Row) -> Article:
    return Article(
        row.text,
        path=row.identifier,
        stem=row.identifier,
        published=date.fromisoformat(row.published) if row.published else None,
        paragraphs=(Span(0, len(row.text)),),
    )


def _of_amount(amount: Amount) -> Value:
    unit = "km2" if amount.area_km2 is not None else "percent" if amount.percent or amount.percent_min else ""
    value = amount.percent if amount.percent is not None else amount.area_km2
    return unit, *map(_shown, (value, amount.percent_min, amount.percent_max)), amount.approximation


def _of_quantity(quantity: Quantity) -> Value:
    values = (quantity.number, quantity.number_min, quantity.number_max)
    return quantity.unit, *map(_shown, values), quantity.approximation


def _shown(number: object) -> str:
    return "" if number is None else str(number)
