"""Packed files and bodies, unpacked piece by piece: what is packed to a thousandth does not fill the memory."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import IO

from kg.errors import ArticleError
from kg.read.extras import extra

BROKEN = (EOFError, OSError, zlib.error)
"""What a packed stream raises where it is cut off or damaged."""


def opened(path: str) -> IO[bytes]:
    """A file in, plain or packed as its ending says (.gz, .zst); a stream of its plain bytes out. Raises KgError."""
    if path.lower().endswith(".zst"):
        pyarrow = extra("pyarrow", "parquet", path)
        return io.BufferedReader(pyarrow.CompressedInputStream(pyarrow.PythonFile(_file(path)), "zstd"))
    return io.BufferedReader(gzip.GzipFile(fileobj=_file(path))) if path.lower().endswith(".gz") else _file(path)


def unzipped(data: bytes, limit: int) -> bytes:
    """Bytes packed by gzip in, at most ``limit`` plain ones out. ValueError where they are not gzip's, or cut off.

    >>> unzipped(gzip.compress(b"a" * 1_000_000), 10)
    b'aaaaaaaaaa'
    """
    packed = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        plain = packed.decompress(data, limit)
    except zlib.error:
        raise ValueError("said to be packed by gzip, and is not") from None
    if len(plain) < limit and not packed.eof:
        raise ValueError("packed by gzip, and cut off")
    return plain


def _file(path: str) -> IO[bytes]:
    try:
        return open(path, "rb")
    except OSError as error:
        raise ArticleError(path, f"the file cannot be read ({error.strerror}); check its permissions") from None
