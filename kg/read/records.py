"""Records that hold an article each: lines of JSON, and rows of Parquet."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import IO, Any

from kg.errors import ArticleError, KgError
from kg.model import Item
from kg.read.bounds import LONGEST_LINE, LONGEST_RECORD, longest
from kg.read.extras import extra
from kg.read.fields import BODIES, Names, folded, head_of
from kg.read.html import form_of
from kg.read.packed import BROKEN, opened

ROWS = 64
"""Rows of Parquet in memory at once: some megabytes of pages, and few calls."""

_ENDING = re.compile(r"(?:\.[a-z]+)?(?:\.(?:gz|zst))?$", re.IGNORECASE)

CUT_OFF = "cut off or damaged here; what comes after is left out: get the file again"


def json_lines(path: str, names: Names) -> Iterator[Item | KgError]:
    """A file of JSON lines in, plain or packed; its articles and the errors of its bad lines out. Raises KgError."""
    number = 1
    with opened(path) as file:
        try:
            for line in lines(file):
                if line.strip():
                    yield _parsed(path, number, line, names)
                number += 1
        except BROKEN:
            yield ArticleError(place(path, number), CUT_OFF)


def parquet(path: str, names: Names) -> Iterator[Item | KgError]:
    """A Parquet file in, read some rows at a time; its articles and the errors of its bad rows out. Raises KgError."""
    pyarrow, columns = extra("pyarrow", "parquet", path), extra("pyarrow.parquet", "parquet", path)
    number = 1
    try:
        # Without pre-buffering a column is read page by page, not a whole group of rows at once.
        with columns.ParquetFile(path, pre_buffer=False, buffer_size=1 << 20) as file:
            wanted = {name for called in names.values() for name in called}
            chosen = [name for name in file.schema_arrow.names if folded({name: 0}).keys() & wanted]
            if not any(name in folded(dict.fromkeys(chosen)) for kind in BODIES for name in names[kind]):
                raise ArticleError(path, _no_text(dict.fromkeys(file.schema_arrow.names), names))
            for batch in file.iter_batches(ROWS, columns=chosen):
                for at in range(batch.num_rows):
                    yield _row(path, number, batch.slice(at, 1), names)
                    number += 1
    except (pyarrow.ArrowException, OSError, UnicodeDecodeError):
        yield ArticleError(place(path, number), CUT_OFF)


def lines(file: IO[bytes]) -> Iterator[bytes]:
    """The lines of a stream, each cut off after LONGEST_RECORD + 1 bytes. OSError where one goes on without end."""
    while line := file.readline(LONGEST_RECORD + 1):
        yield line
        passed = len(line)
        while not line.endswith(b"\n") and (line := file.readline(LONGEST_RECORD)):
            passed += len(line)
            if passed > LONGEST_LINE:
                raise OSError


def place(path: str, number: int) -> str:
    """How a record of a file is called: "news.jsonl#12"."""
    return f"{path}#{number}"


def stem(path: str, number: int) -> str:
    """The stem of a file's record: "news-000012" of "news.jsonl.gz"."""
    return f"{_ENDING.sub('', PurePath(path).name)}-{number:06}"


def _parsed(path: str, number: int, line: bytes, names: Names) -> Item | KgError:
    if len(line) > LONGEST_RECORD:
        return ArticleError(place(path, number), f"the line has more than {LONGEST_RECORD:,} bytes")
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "its values cannot be read"
        return ArticleError(place(path, number), f"no line of JSON ({reason}); write one object a line")
    if not isinstance(record, dict):
        return ArticleError(place(path, number), "no object; write one object a line")
    return _item(path, number, record, names)


def _row(path: str, number: int, row: Any, names: Names) -> Item | KgError:
    try:
        (record,) = row.to_pylist()
    except UnicodeDecodeError:
        return ArticleError(place(path, number), "its text is not UTF-8")
    return _item(path, number, record, names)


def _item(path: str, number: int, record: Mapping[Any, Any], names: Names) -> Item | KgError:
    """The article of a record. A number is no identifier: other files have records of the same number."""
    fields = folded(record)
    found = next(_bodies(fields, names), None)
    if found is None:
        return ArticleError(place(path, number), _no_text(fields, names))
    form, body = found
    head = tuple((field, value) for field, value in head_of(fields, names) if field != "id" or not value.isdigit())
    try:
        data = body.encode()
        "".join(value for _, value in head).encode()
    except UnicodeEncodeError:
        return ArticleError(place(path, number), "holds half a character (a lone surrogate); write it as UTF-8")
    return Item(place(path, number), stem(path, number), form, data[: longest(form) + 1], head)


def _bodies(fields: Mapping[str, Any], names: Names) -> Iterator[tuple[str, str]]:
    """The forms and texts of the fields that can hold the article."""
    for kind in BODIES:
        for text in (fields.get(name) for name in names[kind]):
            if isinstance(text, str) and text.strip():
                form = form_of(text)
                yield "fragment" if kind == "html" and form == "text" else form, text


def _no_text(fields: Mapping[str, Any], names: Names) -> str:
    if any(name in fields for kind in BODIES for name in names[kind]):
        return "its text is empty"
    return f"no field for the text among {', '.join(fields) or 'none'}; name it: --fields text=NAME"
