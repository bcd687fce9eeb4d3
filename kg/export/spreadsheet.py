"""Statements as a table for a spreadsheet (CSV, RFC 4180)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from kg.export.rows import Rows, rows_of, span
from kg.store import Store

COLUMNS = (
    *("statement", "speaker", "addressee", "via", "speech_act", "factuality", "status"),
    *("said_on", "said_from", "said_to", "setting", "content_type", "gist"),
    *("article", "title", "url", "publisher", "published", "sentence", "start", "end"),
    *("confidence", "content", "speaker_iri"),
)
"""Columns of every table; a column for each field of the contents follows, by the name of its property."""

FORMULA = re.compile("'*[=+\\-@\t\r\n\0＝＋－＠]")
NUMBER = re.compile(r"-\d+(\.\d+)?")


def spreadsheet(store: Store) -> Iterator[bytes]:
    """A store in, a table in UTF-8 out: a header and a row for each statement, sorted by article and place in it.

    Names of entities are their labels; ``start`` and ``end`` are code points of the article's text. Cells that a
    spreadsheet would take for a formula start with an apostrophe (see ``plain``).
    """
    rows = rows_of(store)
    names = sorted({name for fields in rows.fields.values() for name in fields})
    yield _line((*COLUMNS, *names))
    for statement in rows.statements:
        fields = rows.fields.get(statement["content"], {})
        yield _line([*_cells(statement, rows), *("; ".join(fields.get(name, ())) for name in names)])


def plain(text: str) -> str:
    """A cell in, one out that no spreadsheet computes: an apostrophe goes before what would start a formula.

    The rule is OWASP's ("CSV Injection"). One apostrophe less gives the cell again wherever one stands before such a
    character, because those that had one get another.

    >>> plain("=cmd()"), plain("'=cmd()"), plain("-5.2"), plain("'tis so")
    ("'=cmd()", "''=cmd()", '-5.2', "'tis so")
    """
    return f"'{text}" if FORMULA.match(text) and not NUMBER.fullmatch(text) else text


def _cells(statement: Mapping[str, Any], rows: Rows) -> list[str]:
    start, end = span(statement)
    cells = {
        "statement": statement["statement"],
        "speaker": rows.speaker(statement),
        "speaker_iri": statement.get("speaker"),
        "addressee": rows.label(statement.get("addressee")),
        "via": rows.label(statement.get("via")),
        "speech_act": statement.get("speechAct"),
        "said_on": statement.get("saidOn"),
        "said_from": statement.get("saidFrom"),
        "said_to": statement.get("saidTo"),
        "content_type": statement.get("kind"),
        "sentence": rows.sentence(statement),
        "start": start,
        "end": end,
    }
    return ["" if (value := cells.get(name, statement.get(name))) is None else str(value) for name in COLUMNS]


def _line(cells: Any) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerow([plain(cell) for cell in cells])
    return out.getvalue().encode()
