"""Web archives, plain and packed, whole and broken."""

from __future__ import annotations

import gzip
import io
import time
from pathlib import Path

import pytest
from reading import read_all

from kg.errors import KgError
from kg.read import find, read
from kg.read.bounds import TOO_LARGE
from kg.read.records import CUT_OFF

stream_io = pytest.importorskip("fastwarc.stream_io", reason="the extra `warc` is not installed")
warc = pytest.importorskip("fastwarc.warc")

BOUND = 20  # seconds, on a busy machine
TEXT = "The army of Korval said on Sunday that it had lost the bridge, which it had held since May."
PAGE = f"""<!DOCTYPE html><html><head><title>Korval loses bridge</title>
<meta property="article:published_time" content="2024-03-03T14:05:00Z"></head>
<body><article><p>{TEXT}</p></article></body></html>""".encode()
URL = "https://courier.example/bridge"
WRITERS = {".warc": None, ".warc.gz": "GzipWriter", ".warc.zst": "ZstdWriter"}


class _Kept(io.BytesIO):
    """Bytes that are still there when their writer has closed them."""

    def close(self) -> None:
        pass


def response(
    body: bytes = PAGE, url: str = URL, status: str = "200 OK", head: str = "Content-Type: text/html"
) -> object:
    record = warc.WarcRecord()
    record.init_headers(record_type=warc.WarcRecordType.response)
    record.headers["WARC-Target-URI"] = url
    record.headers["Content-Type"] = "application/http; msgtype=response"
    record.set_bytes_content(f"HTTP/1.1 {status}\r\n{head}\r\n\r\n".encode() + body)
    return record


def archive(path: Path, *records: object) -> Path:
    kept = _Kept()
    name = WRITERS["".join(path.suffixes)]
    writer = getattr(stream_io, name)(kept) if name else kept
    for record in records:
        record.write(writer)  # type: ignore[attr-defined]
    writer.close()
    path.write_bytes(kept.getvalue())
    return path


def said(path: Path) -> list[str]:
    """What is said of each bad record; the path of a good one."""
    return [(str(one) if isinstance(one, KgError) else one.path).removeprefix(f"{path}#") for one in find(str(path))]


@pytest.mark.parametrize("ending", WRITERS)
def test_a_response_is_an_article(tmp_path: Path, ending: str) -> None:
    (found,) = read_all(archive(tmp_path / f"CC-NEWS-1{ending}", response()))
    assert found.text == f"Korval loses bridge\n\n{TEXT}"
    assert (found.title, found.url, found.stem) == ("Korval loses bridge", URL, "CC-NEWS-1-000001")
    assert found.path == f"{tmp_path}/CC-NEWS-1{ending}#1"
    assert str(found.published) == "2024-03-03"


def test_what_is_no_page_is_passed_by(tmp_path: Path) -> None:
    request = warc.WarcRecord()
    request.init_headers(record_type=warc.WarcRecordType.request)
    request.set_bytes_content(b"GET / HTTP/1.1\r\n\r\n")
    moved = response(status="301 Moved", head="Location: /\r\nContent-Type: text/html")
    picture = response(b"\x89PNG", head="Content-Type: image/png")
    assert said(archive(tmp_path / "a.warc", request, moved, picture, response())) == ["3"]


@pytest.mark.parametrize(
    "body",
    [
        (gzip.compress(PAGE), "Content-Encoding: gzip\r\n"),
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), "Transfer-Encoding: chunked\r\n"),
    ],
)
def test_pages_as_servers_pack_them(tmp_path: Path, body: tuple[bytes, str]) -> None:
    packed, head = body
    page = response(packed, head=head + "Content-Type: text/html; charset=utf-8")
    first, second = read_all(archive(tmp_path / "a.warc.gz", page, response(url=f"{URL}2")))
    assert first.text == second.text


def test_a_page_of_one_site_takes_the_place_of_no_others(tmp_path: Path) -> None:
    def link(url: str) -> bytes:
        return PAGE.replace(b"<title>", f'<link rel="canonical" href="{url}"><title>'.encode())

    own, other = "https://www.courier.example/1", "https://herald.example/1"
    first, second = read_all(archive(tmp_path / "a.warc", response(link(own)), response(link(other))))
    assert (first.url, second.url) == (own, URL)


def test_a_bad_record_costs_itself_alone(tmp_path: Path) -> None:
    html = "Content-Type: text/html\r\n"
    bad = [
        response(PAGE, head=html + "Content-Encoding: gzip"),
        response(PAGE, head=html + "Content-Encoding: br"),
    ]
    assert said(archive(tmp_path / "a.warc.gz", response(), *bad, response(url=f"{URL}2"))) == [
        "1",
        "2: said to be packed by gzip, and is not",
        "3: packed as br; only gzip is read",
        "4",
    ]


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("left", [0.9, 0.5, 0.01])
def test_an_archive_that_is_cut_off(tmp_path: Path, ending: str, left: float) -> None:
    pages = (response(PAGE + str(number).encode() * 2000, url=f"{URL}{number}") for number in range(100))
    path = archive(tmp_path / f"a{ending}", *pages)
    path.write_bytes(path.read_bytes()[: int(len(path.read_bytes()) * left)])
    *whole, last = said(path)
    assert whole == [str(number) for number in range(1, len(whole) + 1)]
    assert last in (f"{len(whole) + 1}: {CUT_OFF}", f"{len(whole) + 1}: no response of a server is in this record")


@pytest.mark.parametrize("data", [b"no archive", b"\x1f\x8b\x08 no gzip", b"(\xb5/\xfd no zstd"])
def test_what_is_no_archive(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(data)
    assert said(tmp_path / "a.warc") == [f"1: {CUT_OFF}"]


def test_bombs_are_bounded(tmp_path: Path) -> None:
    start = time.perf_counter()
    bomb = gzip.compress(b"<p>" + b"a" * 200_000_000, 9)
    path = archive(
        tmp_path / "a.warc.gz",
        response(bomb, head="Content-Type: text/html\r\nContent-Encoding: gzip"),
        response(b"<p>" + b"a" * 20_000_000),
        response(),
    )
    first, second, third = find(str(path))
    for item in (first, second):
        assert not isinstance(item, KgError)
        assert len(item.data) == 5_000_001
        with pytest.raises(KgError, match=TOO_LARGE):
            read(item)
    assert not isinstance(third, KgError)
    assert third.data == PAGE
    assert time.perf_counter() - start < BOUND
