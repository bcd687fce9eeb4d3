"""JSON lines and Parquet: what is read of a record, and what a bad one costs."""

from __future__ import annotations

import gzip
import hashlib
import json
import pickle
import sys
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from reading import items, read_all

from kg.errors import KgError
from kg.model import Item
from kg.read import find, read
from kg.read.records import CUT_OFF

TEXT = "The army of Korval said on Sunday that it had lost the bridge.\n\nVessa did not comment."
RECORD = {
    "url": "https://courier.example/bridge",
    "title": "Korval loses bridge",
    "text": TEXT,
    "date": "2024-03-03 23:05:00",
    "domain": "courier.example",
    "authors": ["Ona Berg", {"name": "Tarik Oss"}],
}


def lines(path: Path, records: Iterable[Any]) -> Path:
    data = "".join(one if isinstance(one, str) else json.dumps(one) + "\n" for one in records).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def reasons(*sources: Path, fields: str = "") -> list[str]:
    """What is said of each bad record; an item's path where it is good."""
    return [str(one) if isinstance(one, KgError) else one.path for one in find(*map(str, sources), fields=fields)]


def test_a_line_is_an_article(tmp_path: Path) -> None:
    (found,) = read_all(lines(tmp_path / "news.jsonl", [RECORD]))
    assert found.text == TEXT
    assert (found.title, found.url, found.publisher) == (RECORD["title"], RECORD["url"], RECORD["domain"])
    assert found.authors == ("Ona Berg", "Tarik Oss")
    assert found.published == date(2024, 3, 3)
    assert (found.path, found.stem) == (f"{tmp_path}/news.jsonl#1", "news-000001")
    assert [span.of(found.text) for span in found.paragraphs] == TEXT.split("\n\n")


@pytest.mark.parametrize(
    ("record", "fields"),
    [
        ({"maintext": TEXT, "headline": "A", "date_publish": "2024-03-03", "source_domain": "c.example"}, ""),
        ({"Content": TEXT, "Title": "A", "publishedAt": "2024-03-03T10:00:00Z", "source": {"name": "c.example"}}, ""),
        ({"story": TEXT, "head": "A", "day": "3 March 2024", "paper": "c.example", "text": "A"},
         "text=story, title=head,published=day,publisher=paper"),
        ({"text": None, "body": TEXT, "title": "A", "date": "20240303", "outlet": "https://c.example/"}, ""),
    ],
)  # fmt: skip
def test_fields_by_their_usual_names_and_by_option(tmp_path: Path, record: dict[str, Any], fields: str) -> None:
    (found,) = read_all(lines(tmp_path / "news.ndjson", [record]), fields=fields)
    assert (found.text, found.title, found.publisher) == (TEXT, "A", "c.example")
    assert found.published == date(2024, 3, 3)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("html", f"<html><head><title>A</title></head><body><article><p>{TEXT}</p></article></body></html>"),
        ("content", f"<p>{TEXT}</p>"),
        ("body_html", f"<b>{TEXT}</b>"),
    ],
)
def test_html_in_a_field(tmp_path: Path, field: str, value: str) -> None:
    (found,) = read_all(lines(tmp_path / "news.jsonl", [{field: value, "title": "A"}]))
    assert found.text.startswith("A\n\nThe army of Korval said")
    assert "<" not in found.text


def test_a_bad_line_costs_itself_alone(tmp_path: Path) -> None:
    broken = [
        "{not json}\n",
        "[1, 2]\n",
        "[" * 100_000 + "\n",
        '{"text": ' + "9" * 5000 + "}\n",
        '{"text": "\\ud83d is half a character"}\n',
        {"id": 3, "url": "x"},
        {"text": "  "},
        "\n",
        '{"text": "' + "a" * 10_000_001 + '"}\n',
        b"\xff\xfe".decode("latin-1") + "\n",
    ]
    path = lines(tmp_path / "news.jsonl", [{"text": TEXT}, *broken, {"text": TEXT}])
    said = [one.removeprefix(f"{path}#") for one in reasons(path)]
    assert said == [
        "1",
        "2: no line of JSON (Expecting property name enclosed in double quotes); write one object a line",
        "3: no object; write one object a line",
        "4: no line of JSON (its values cannot be read); write one object a line",
        "5: no line of JSON (its values cannot be read); write one object a line",
        "6: holds half a character (a lone surrogate); write it as UTF-8",
        "7: no field for the text among id, url; name it: --fields text=NAME",
        "8: its text is empty",
        "10: the line has more than 10,000,000 bytes",
        "11: no line of JSON (Expecting value); write one object a line",
        "12",
    ]


def test_a_number_is_no_identifier_and_records_do_not_collide(tmp_path: Path) -> None:
    found = read_all(lines(tmp_path / "news.jsonl", [{"id": "7", "text": TEXT}, {"id": 7, "text": TEXT}]))
    assert [(one.identifier, one.stem) for one in found] == [("", "news-000001"), ("", "news-000002")]
    (dotted,) = items(lines(tmp_path / "news.2024.jsonl", [{"text": TEXT}]))
    assert dotted.stem == "news.2024-000001"
    (named,) = read_all(lines(tmp_path / "other.jsonl", [{"id": "courier-7", "text": TEXT}]))
    assert named.identifier == "courier-7"


def test_items_are_values_with_a_stable_digest(tmp_path: Path) -> None:
    first, second, third = items(lines(tmp_path / "news.jsonl", [RECORD, RECORD, {**RECORD, "title": "B"}]))
    assert pickle.loads(pickle.dumps(first)) == first
    assert first.digest == second.digest != third.digest
    assert len({first, second, third}) == 3
    assert Item("a", "a", "text", b"A").digest == hashlib.sha256(b'["text", []]\nA').hexdigest()


def test_packed_lines_and_what_is_left_of_them(tmp_path: Path) -> None:
    path = lines(
        tmp_path / "news.jsonl.gz", [{"text": f"{TEXT} {number}", "id": f"c{number}"} for number in range(2000)]
    )
    assert len(list(items(path))) == 2000
    path.write_bytes(path.read_bytes()[:-3000])
    *whole, last = reasons(path)
    assert 0 < len(whole) < 2000
    assert last == f"{path}#{len(whole) + 1}: {CUT_OFF}"
    path.write_bytes(b"no gzip at all")
    assert reasons(path) == [f"{path}#1: {CUT_OFF}"]


def test_lines_packed_by_zstd(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    data = "".join(json.dumps({"text": f"{TEXT} {number}"}) + "\n" for number in range(100)).encode()
    path = tmp_path / "news.jsonl.zst"
    path.write_bytes(pyarrow.compress(data, codec="zstd", asbytes=True))
    assert len(read_all(path)) == 100


def test_parquet(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    day = datetime(2024, 3, 3, 10)
    rows = [{"Text": TEXT, "title": f"A{number}", "date": day, "authors": ["Ona Berg"]} for number in range(200)]
    rows[7]["Text"] = None
    path = tmp_path / "news.parquet"
    parquet.write_table(pyarrow.Table.from_pylist(rows), path)
    found = list(find(str(path)))
    assert str(found.pop(7)) == f"{path}#8: its text is empty"
    last = read(found[-1]) if isinstance(found[-1], Item) else None
    assert last
    assert (len(found), last.stem, last.title) == (199, "news-000200", "A199")
    assert (last.published, last.authors) == (day.date(), ("Ona Berg",))
    path.write_bytes(path.read_bytes()[:-100])
    assert reasons(path) == [f"{path}#1: {CUT_OFF}"]


def test_parquet_without_a_text(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "news.parquet"
    parquet.write_table(pyarrow.Table.from_pylist([{"story": TEXT, "title": "A"}]), path)
    assert reasons(path) == [f"{path}: no field for the text among story, title; name it: --fields text=NAME"]
    (found,) = read_all(path, fields="text=story")
    assert (found.text, found.title) == (TEXT, "A")


def test_an_extra_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "news.parquet").write_bytes(b"")
    assert reasons(tmp_path / "news.parquet") == [
        f"{tmp_path}/news.parquet: needs pyarrow; install it: pip install 'newskg[parquet]'"
    ]


@pytest.mark.parametrize("fields", ["story", "story=text", "text=", "text=a,nothing=b"])
def test_options_that_name_no_field(fields: str) -> None:
    (error,) = find("-", fields=fields)
    assert "no field; write FIELD=NAME, the field one of text, html, title" in str(error)
