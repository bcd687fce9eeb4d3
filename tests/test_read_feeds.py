"""Feeds in files: entries in full, teasers, and what is broken or hostile."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from reading import read_all

from kg.errors import ArticleError, KgError
from kg.read import find
from kg.read.bounds import LONGEST_FEED

BOUND = 20  # seconds, on a busy machine
TEXT = "The army of Korval said on Sunday that it had lost the bridge."
ITEM = f"""<item><title>Korval loses bridge</title><link>https://courier.example/bridge</link><guid>c-1</guid>
<dc:creator>By Ona Berg</dc:creator><pubDate>Sun, 03 Mar 2024 23:05:00 -0500</pubDate>
<description>A teaser.</description><content:encoded><![CDATA[<p>{TEXT}</p><p>Vessa did not <b>comment</b>.</p>]]>
</content:encoded></item>"""
ATOM = f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Drenn Courier</title>
<entry><title>Korval loses bridge</title><link href="https://courier.example/bridge"/><id>tag:courier.example,2024:1</id>
<published>2024-03-03T23:05:00Z</published>
<updated>2024-03-04T09:00:00+01:00</updated><author><name>Ona Berg</name></author>
<content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>{TEXT}</p><p>Vessa did not comment.</p></div></content>
</entry></feed>"""


def rss(*items: str) -> str:
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Drenn Courier</title>'
        f"<link>https://courier.example</link>{''.join(items)}</channel></rss>"
    )


def feed(folder: Path, source: str | bytes, name: str = "courier.rss") -> Path:
    path = folder / name
    path.write_bytes(source.encode() if isinstance(source, str) else source)
    return path


def refused(path: Path) -> str:
    (error,) = find(str(path))
    assert isinstance(error, KgError)
    assert "\n" not in str(error)
    return str(error)


@pytest.mark.parametrize(("source", "name"), [(rss(ITEM), "courier.rss"), (ATOM, "a.atom"), (ATOM, "feed.xml")])
def test_entries_in_full(tmp_path: Path, source: str, name: str) -> None:
    (found,) = read_all(feed(tmp_path, source, name))
    assert found.text == f"Korval loses bridge\n\n{TEXT}\n\nVessa did not comment."
    assert (found.title, found.publisher, found.url) == (
        "Korval loses bridge",
        "Drenn Courier",
        "https://courier.example/bridge",
    )
    assert (found.published, found.authors) == (date(2024, 3, 3), ("Ona Berg",))
    assert found.stem == f"{name.partition('.')[0]}-000001"


def test_a_file_gives_what_it_holds_and_follows_no_link(tmp_path: Path) -> None:
    link = "<item><title>A</title><link>https://courier.example/other</link></item>"
    teaser = f"<item><title>B</title><description>{TEXT}</description></item>"
    first, second = find(str(feed(tmp_path, rss(link, teaser))))
    assert str(first) == f"{tmp_path}/courier.rss#1: no more than a link; name the feed's address, and it is followed"
    assert not isinstance(second, KgError)
    assert (second.data.decode(), second.head) == (TEXT, (("title", "B"), ("publisher", "Drenn Courier")))


def test_a_broken_feed_is_mended(tmp_path: Path) -> None:
    (found,) = read_all(feed(tmp_path, rss(ITEM.replace("A teaser.", "Ona & Tarik say <b>no")).removesuffix("</rss>")))
    assert TEXT in found.text


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("", "no feed"),
        ("<html><body><p>No feed.</p></body></html>", "no feed"),
        ("/etc/hostname", "no feed"),
        ("file:///etc/hostname", "no feed"),
        (b"\x89PNG\0", "a binary file"),
        (rss("<item>" + " " * LONGEST_FEED + "</item>"), "more than 20,000,000 bytes"),
        ('<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + rss("<item><title>&b;</title></item>")[21:],
         "entities of its own"),
        ('<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + rss("<item><title>&x;</title></item>")[21:],
         "entities of its own"),
        ('<!DOCTYPE rss [<!ENTITY a "ha">]>'.encode("utf-16") + rss().encode("utf-16-le"), "entities of its own"),
        (rss("<item " + " ".join(f'a{number}="x"' for number in range(100_000)) + "/>"), "more than 200 attributes"),
    ],
)  # fmt: skip
def test_what_is_no_feed_or_a_hostile_one(tmp_path: Path, source: str | bytes, reason: str) -> None:
    start = time.perf_counter()
    assert reason in refused(feed(tmp_path, source))
    assert time.perf_counter() - start < BOUND


def test_a_document_type_outside_the_feed_is_not_looked_at(tmp_path: Path) -> None:
    (tmp_path / "own.dtd").write_text("<!ENTITY a 'ha'>")
    doctype = f'<!DOCTYPE rss SYSTEM "file://{tmp_path}/own.dtd">'
    (found,) = read_all(feed(tmp_path, doctype + rss(ITEM.replace("comment", "&a;"))[21:]))
    assert "ha." not in found.text


@pytest.mark.parametrize("nested", ["<a>", "&lt;div&gt;", "<item>", "<item><title>x</title></item>", "&amp;", "]]>"])
def test_hostile_feeds_take_bounded_time(tmp_path: Path, nested: str) -> None:
    path = feed(tmp_path, rss(f"<item><title>A</title><description>{TEXT}{nested * 50_000}</description></item>"))
    start = time.perf_counter()
    for found in find(str(path)):
        assert not isinstance(found, KgError) or isinstance(found, ArticleError)
    assert time.perf_counter() - start < BOUND
