"""RDF/XML, and text that XML 1.0 can hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.errors import KgError
from kg.store import Part, in_bytes

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = re.compile(rb"\\(\\|[bf]|u00[01][0-9A-F]|uFFF[EF])")
"""Escapes of N-Triples; those of legal characters (a tab) are not among them, but a backslash is, to be passed over."""
_LOCAL_NAME = re.compile(r"[^\W\d][\w.-]*$")


def legal(text: str) -> str:
    r"""A text in; out the same with U+FFFD for each character that XML 1.0 has no place for (2.2, Char).

    >>> legal("a\x00b\tc") == "a\ufffdb\tc"
    True
    """
    return _ILLEGAL.sub("\ufffd", text)


def rdfxml(parts: Iterable[Part]) -> bytes:
    """Named graphs in, RDF/XML without graphs' names out, its texts ``legal``.

    A carriage return is written as XML's readers keep it (2.11). KgError for a property that XML has no name for.
    """
    return in_bytes(_checked(parts), ".rdf").replace(b"\r", b"&#xD;")


def _checked(parts: Iterable[Part]) -> Iterator[Part]:
    for name, lines in parts:
        for iri in {line.split(b" ", 2)[1] for line in lines.splitlines()}:
            if not _LOCAL_NAME.search(iri[1:-1].decode()):
                raise KgError(f"{iri.decode()}: RDF/XML has no name for this property; choose another format.")
        yield name, _ESCAPES.sub(_legal, lines)


def _legal(escape: re.Match[bytes]) -> bytes:
    return escape[0] if escape[1] == b"\\" else "\ufffd".encode()
