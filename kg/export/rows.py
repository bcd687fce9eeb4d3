"""Statements with all that an export says of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.query import ViewRows, query, view_rows
from kg.store import WORDS, Store
from kg.vocabulary import SCHEME


@dataclass(frozen=True, slots=True)
class Rows:
    """``view_rows`` in a fixed order, with labels and fields at hand."""

    shown: ViewRows
    statements: list[dict[str, Any]]
    """By article and place in it."""
    fields: dict[str, dict[str, list[str]]]
    """The values of a content by its properties, in words; properties are sorted."""
    labels: Mapping[str, str]
    public: bool
    """True for a graph without the articles' text."""

    def label(self, iri: str | None) -> str:
        """What an entity or a content is called; the IRI itself where it has no name."""
        return self.labels.get(iri, iri) if iri else ""

    def speaker(self, statement: Mapping[str, Any]) -> str:
        """Whose word a statement is."""
        return self.label(statement.get("speaker")) or "the article itself"

    def sentence(self, statement: Mapping[str, Any]) -> str:
        """A statement's sentences as one text; in a public graph "" where that is longer than may be quoted."""
        text = " ".join(one["text"] for one in statement.get("evidence") or () if one["text"])
        return "" if self.public and len(text.split()) > WORDS else text


def span(statement: Mapping[str, Any]) -> tuple[int | None, int | None]:
    """Where a statement's sentences begin and end."""
    evidence = statement.get("evidence") or ()
    return min((one["begin"] for one in evidence), default=None), max((one["end"] for one in evidence), default=None)


def rows_of(store: Store) -> Rows:
    """A store in, what it says of statements, contents and entities out."""
    shown = view_rows(store)
    labels = {row["content"]: row["gist"] for row in shown.statements if "gist" in row}
    labels |= {row["iri"]: row["label"] for row in shown.entities if "label" in row}
    fields: dict[str, dict[str, list[str]]] = {}
    for field in sorted(shown.fields, key=lambda field: (field["content"], field["property"], field["value"])):
        value = field.get("label") or labels.get(field["value"]) or _key(field["value"])
        fields.setdefault(field["content"], {}).setdefault(field["property"], []).append(value)
    contents = {row["content"] for row in shown.statements}
    return Rows(
        shown,
        sorted(shown.statements, key=_place),
        {iri: values for iri, values in fields.items() if iri in contents},
        labels,
        public=not query(store, "SELECT ?text { ?article nif:isString ?text } LIMIT 1").rows,
    )


def _key(value: str) -> str:
    """A scheme's value by its key; any other as it is."""
    return value.rsplit("/", 1)[-1] if value.startswith(SCHEME) else value


def _place(row: Mapping[str, Any]) -> tuple[str, int, str]:
    return str(row.get("article")), span(row)[0] or 0, row["statement"]
