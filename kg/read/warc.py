"""Web archives (WARC, ISO 28500), as CC-NEWS has them: plain, or packed by gzip or zstd."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.errors import ArticleError, KgError
from kg.model import Item
from kg.read.bounds import LONGEST_PAGE
from kg.read.extras import extra
from kg.read.packed import BROKEN, opened, unzipped
from kg.read.records import CUT_OFF, place, stem

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_PAGES = ("text/html", "application/xhtml+xml")


def web_archive(path: str) -> Iterator[Item | KgError]:
    """A web archive in; the pages of its responses and the errors of its bad records out. Raises KgError.

    Responses that are no pages, or answer with another status than 200, are passed by: they are no articles.
    """
    warc = extra("fastwarc.warc", "warc", path)
    number = 1
    # Its own reader of gzip takes a file that was cut off for one that ends; that of zstd knows dictionaries.
    with open(path, "rb") if path.lower().endswith(".zst") else opened(path) as file:
        try:
            for record in warc.ArchiveIterator(file, warc.WarcRecordType.response, auto_decode="transfer"):
                found = _found(path, number, record)
                if found is not None:
                    yield found
                number += 1
        except BROKEN:
            yield ArticleError(place(path, number), CUT_OFF)


def _found(path: str, number: int, record: WarcRecord) -> Item | KgError | None:
    if record.http_headers is None:
        return ArticleError(place(path, number), "no response of a server is in this record")
    if record.http_headers.status_code == 200 and record.http_content_type in _PAGES:
        return _item(path, number, record)
    return None


def _item(path: str, number: int, record: WarcRecord) -> Item | KgError:
    size, headers = record.content_length, record.http_headers
    data = record.reader.read(LONGEST_PAGE + 1)
    if len(data) < min(size, LONGEST_PAGE) and "Transfer-Encoding" not in headers:
        return ArticleError(place(path, number), CUT_OFF)
    packing = (headers.get("Content-Encoding") or "identity").lower()
    if packing in ("gzip", "x-gzip"):
        try:
            data = unzipped(data, LONGEST_PAGE + 1)
        except ValueError as error:
            return ArticleError(place(path, number), str(error))
    elif packing != "identity":
        return ArticleError(place(path, number), f"packed as {packing}; only gzip is read")
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    return Item(place(path, number), stem(path, number), "page", data, (("url", url),) if url else ())
