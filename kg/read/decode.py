"""From bytes to text, with a note where the bytes were not plain UTF-8."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

# The longer mark first: the one of UTF-16 is the beginning of the one of UTF-32.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (b"%PDF-", b"PK\x03\x04", b"{\\rtf", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")


class NotTextError(ValueError):
    """The bytes are no text: the message says why."""


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Bytes come in; their text, line ends kept, and notes for the reader go out. Raises NotTextError."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            note = f"read as {encoding}; its byte order mark is no part of the text"
            return _strict(data[len(mark) :], encoding), (note,)
    if b"\0" in data or data.startswith(SIGNATURES):
        raise NotTextError("a binary file; save the article as text or HTML")
    try:
        return _plain(data.decode("utf-8")), ()
    except UnicodeDecodeError:
        return _guessed(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return _plain(data.decode(encoding))
    except UnicodeDecodeError:
        raise NotTextError(f"begins like {encoding} text and is not; save it as UTF-8") from None


def _guessed(data: bytes) -> tuple[str, tuple[str, ...]]:
    # English that is not UTF-8 is Windows-1252 nearly always, but short texts fit many charsets equally well.
    best = from_bytes(data, cp_isolation=["cp1252"]).best() or from_bytes(data).best()
    if best is None:
        raise NotTextError("neither text nor HTML in any known charset; save it as UTF-8")
    return _plain(data.decode(best.encoding)), (f"not UTF-8; read as {best.encoding}",)


def _plain(text: str) -> str:
    if len(CONTROL.findall(text)) > len(text) // 1000 or "\0" in text:
        raise NotTextError("a binary file; save the article as text or HTML")
    return text
