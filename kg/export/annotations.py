"""Statements as notes on the articles: JSON-LD of the W3C's Web Annotation Data Model."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from kg.export.rows import Rows, rows_of
from kg.query import query
from kg.store import Store
from kg.vocabulary import PREFIXES

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"kg": PREFIXES["kg"]}]
COLLECTION = "https://w3id.org/newskg/id/annotations/"
AROUND = 32
"""So many characters before and after a quoted text are given at most, so that it is found again."""

Json = dict[str, Any]


def web_annotations(store: Store) -> Iterator[bytes]:
    """A store in, one AnnotationCollection with one AnnotationPage out, an annotation a statement.

    The body is what is said, with who says it; the target its sentences: in the article's text by position and quote,
    on its web page by quote alone, because a page has more text than its article. Positions count code points from 0,
    the end excluded, as the Recommendation of 23 February 2017 wants it ("in terms of unicode code points ..., not in
    terms of code units"). A sentence that a public graph leaves out is found by its position.
    """
    rows = rows_of(store)
    total = len(rows.statements)
    head: Json = {
        "@context": CONTEXT,
        "id": _collection(rows),
        "type": "AnnotationCollection",
        "label": "statements",
        "total": total,
    }
    page: Json = {"id": f"{head['id']}#page", "type": "AnnotationPage", "startIndex": 0}
    yield f'{_json(head)[:-1]},\n"first":{_json(page)[:-1]},"items":['.encode()
    comma = ""
    for article, statements in groupby(rows.statements, lambda row: str(row["article"])):
        text = _text(store, article)
        for row in statements:
            yield f"{comma}\n{_json(_annotation(row, text, rows))}".encode()
            comma = ","
    yield b"\n]}}\n"


def _annotation(row: Mapping[str, Any], text: str, rows: Rows) -> Json:
    targets = [target for place in row.get("evidence") or () for target in _targets(row, place, text)]
    return {
        "id": f"{row['statement']}#annotation",
        "type": "Annotation",
        "motivation": "describing",
        "body": [_words(row, rows), _meaning(row, rows)],
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _words(row: Mapping[str, Any], rows: Rows) -> Json:
    """What is said as text that no reader takes for a fact: the speaker and the speech act go before it."""
    via = f", by the word of {rows.label(row['via'])}" if "via" in row else ""
    value = f"{rows.speaker(row)} ({row.get('speechAct')}, {row.get('factuality')}{via}): {row.get('gist')}"
    return {"type": "TextualBody", "value": value, "format": "text/plain", "language": "en", "purpose": "describing"}


def _meaning(row: Mapping[str, Any], rows: Rows) -> Json:
    names = {
        "kg:speechAct": row.get("speechAct"),
        "kg:factuality": row.get("factuality"),
        "kg:eventStatus": row.get("status"),
        "kg:saidOn": row.get("saidOn"),
        "kg:saidFrom": row.get("saidFrom"),
        "kg:saidTo": row.get("saidTo"),
        "kg:confidence": row.get("confidence"),
    }
    people = {f"kg:{name}": _entity(row[name], rows) for name in ("speaker", "addressee", "via") if name in row}
    content = {"id": row["content"], "type": f"kg:{row.get('kind')}", "kg:gist": row.get("gist")}
    return {
        "id": row["statement"],
        "type": "kg:Statement",
        **people,
        **{name: value for name, value in names.items() if value},
        "kg:content": content,
    }


def _entity(iri: str, rows: Rows) -> Json:
    return {"id": iri, "label": rows.label(iri)}


def _targets(row: Mapping[str, Any], place: Mapping[str, Any], text: str) -> Iterator[Json]:
    """A sentence in the article's text, and on its page where it has one and the words are known."""
    start, end = place["begin"], place["end"]
    quote = {"type": "TextQuoteSelector", "exact": place["text"], **_around(text, start, end)}
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    yield {"source": row["article"], "selector": [position, quote] if place["text"] else position}
    if "url" in row and place["text"]:
        yield {"source": row["url"], "selector": quote}


def _around(text: str, start: int, end: int) -> Json:
    """What stands before and after a span in its paragraph: beyond that, a page may have something else."""
    before = text[max(start - AROUND, 0) : start].rpartition("\n\n")[2]
    after = text[end : end + AROUND].partition("\n\n")[0]
    return {name: words for name, words in (("prefix", before), ("suffix", after)) if words}


def _text(store: Store, article: str) -> str:
    rows = query(store, f"SELECT ?text {{ <{article}> nif:isString ?text }}").rows
    return str(rows[0][0]) if rows else ""


def _collection(rows: Rows) -> str:
    """The IRI of the collection: a hash of the statements in it."""
    names = " ".join(sorted(row["statement"] for row in rows.statements))
    return COLLECTION + hashlib.sha256(names.encode()).hexdigest()[:16]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
