"""Archives with bytes changed, doubled and lost: each gives Items and one-line errors, never anything else."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import pytest
import test_read_feeds as feeds
import test_read_warc as archives  # skips this file, too, where the extra `warc` is not installed

from kg.errors import ArticleError, KgError
from kg.read import find, read

pyarrow = pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
parquet = pytest.importorskip("pyarrow.parquet")

MUTATIONS = 100  # of each archive
PIECES = [b"\0", b"\xff", b"<", b">", b"&", b"]]>", b"\xe2\x80\x8b", b'"', b"\r\n", b"<!--", b"<![CDATA[", b"&#0;"]
RECORDS = [{"text": f"{feeds.TEXT} {number}", "title": "A", "date": "2024-03-03"} for number in range(20)]
LINES = "".join(json.dumps(record) + "\n" for record in RECORDS).encode()


def whole(path: Path) -> bytes:
    """An archive of several articles, in the form that its ending says."""
    if path.suffix == ".parquet":
        parquet.write_table(pyarrow.Table.from_pylist(RECORDS), path)
        return path.read_bytes()
    if ".warc" in path.name:
        pages = (archives.response(url=f"{archives.URL}{number}") for number in range(6))
        return archives.archive(path, *pages).read_bytes()
    packed = pyarrow.compress(LINES, codec="zstd", asbytes=True)
    plain = {
        ".rss": feeds.rss(feeds.ITEM, feeds.ITEM).encode(),
        ".atom": feeds.ATOM.encode(),
        ".jsonl": LINES,
        ".gz": gzip.compress(LINES, mtime=0),
        ".zst": packed,
    }
    return plain[path.suffix]


def mutated(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 50))):
        at = chance.randrange(len(changed))
        change = chance.randrange(4)
        if change == 0:
            changed[at] = chance.randrange(256)
        elif change == 1:
            changed[at:at] = chance.choice(PIECES)
        elif change == 2:
            del changed[at : at + chance.randrange(20)]
        else:
            changed[at:at] = changed[at : at + chance.randrange(60)]
    return bytes(changed)


@pytest.mark.parametrize(
    "name",
    "a.jsonl a.jsonl.gz a.jsonl.zst a.parquet a.warc a.warc.gz a.warc.zst a.rss a.atom".split(),
)
def test_mutated_archives(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    data = whole(path)
    chance = random.Random(name)
    for _ in range(MUTATIONS):
        path.write_bytes(mutated(data, chance))
        for found in find(str(path)):
            if isinstance(found, KgError):
                assert "\n" not in str(found)
            else:
                try:
                    assert read(found).text
                except ArticleError as error:
                    assert "\n" not in str(error)  # noqa: PT017
