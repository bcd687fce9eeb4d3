"""The rows that the view draws: entities, statements and fields of contents as nested dicts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any, NamedTuple

from rdflib import Graph, Literal, URIRef

from kg.query.questions import Answering, Row, conforming, query_text, run
from kg.vocabulary import factuality_notation, shorten

SEVERAL = frozenset(("types", "aliases", "sameAs"))
"""Keys whose value is a list."""


class ViewRows(NamedTuple):
    """What ``kg.view.view`` takes, in its order."""

    entities: list[dict[str, Any]]
    statements: list[dict[str, Any]]
    fields: list[dict[str, Any]]


@conforming()
def view_rows(dataset: Answering | Graph) -> ViewRows:
    """A graph in, the rows to draw out.

    Entities: iri, label, types, aliases, sameAs. Statements: statement, speaker, addressee, content, kind, gist,
    speechAct, factuality, confidence, cue, setting, saidOn, saidFrom, saidTo, status, via, within, checkedBy (who
    corrected or confirmed it), article, title, url, publisher, published; evidence and quotes as [{text, begin, end}],
    the text "" where a public graph leaves it out; source, cueSpan and contentSpan as [[begin, end]]. Fields: content,
    property, value, label. Keys without a value are left out.
    """
    entities = _nested("iri", _rows(dataset, "entities"))
    statements = _nested("statement", _rows(dataset, "statements"))
    for statement, key, begin, end, text in _rows(dataset, "spans"):
        span = [int(str(begin)), int(str(end))]
        whole = key is not None and str(key) in ("evidence", "quotes")
        place = {"text": str(text or ""), "begin": span[0], "end": span[1]} if whole else span
        statements[str(statement)].setdefault(str(key), []).append(place)
    bare = next((iri for iri, row in statements.items() if "content" not in row), None)
    if bare is not None:
        raise ValueError(f"{bare} has no content")
    fields = [
        {
            "content": str(content),
            "property": shorten(str(name)),
            "value": str(value),
            **({"label": str(label)} if label is not None else {}),
        }
        for content, name, value, label in _rows(dataset, "fields")
    ]
    return ViewRows(list(entities.values()), list(statements.values()), fields)


def concerning(rows: ViewRows, entities: Collection[str]) -> ViewRows:
    """The rows of a graph in; those of what some entities (IRIs) say, are told, or are named in, out."""
    named = {row["content"] for row in rows.fields if row["value"] in entities}
    statements = [
        row
        for row in rows.statements
        if row["content"] in named or row.get("speaker") in entities or row.get("addressee") in entities
    ]
    contents = {row["content"] for row in statements}
    fields = [row for row in rows.fields if row["content"] in contents]
    there = {row.get(key) for row in statements for key in ("speaker", "addressee", "via")}
    there |= {row["value"] for row in fields} | set(entities)
    return ViewRows([row for row in rows.entities if row["iri"] in there], statements, fields)


def counts(dataset: Answering | Graph) -> dict[str, int]:
    """How many articles, statements and speakers a graph has."""
    [found] = _rows(dataset, "counts")
    names = ("articles", "statements", "speakers")
    return {name: int(str(count)) for name, count in zip(names, found, strict=True)}


def _rows(dataset: Answering | Graph, name: str) -> list[Row]:
    text = query_text(f"view/{name}")
    return run(dataset, text)[1]


def _nested(subject: str, rows: Iterable[Row]) -> dict[str, dict[str, Any]]:
    """Rows of (subject, key, value) in, one dict a subject out."""
    found: dict[str, dict[str, Any]] = {}
    for iri, key, value in rows:
        row = found.setdefault(str(iri), {subject: str(iri)})
        name, text = str(key), _text(str(key), value)
        if name in SEVERAL:
            row.setdefault(name, []).append(text)
        else:
            row.setdefault(name, text)
    return found


def _text(key: str, value: URIRef | Literal | None) -> str:
    """A value as the view shows it: types shortened, factuality as in FactBank, scheme values by their keys."""
    readers: dict[str, Callable[[str], str]] = {
        "types": shorten,
        "kind": lambda iri: shorten(iri).partition(":")[2],
        "factuality": lambda iri: factuality_notation(URIRef(iri)),
        "speechAct": _key,
        "status": _key,
    }
    return readers.get(key, str)(str(value))


def _key(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]
