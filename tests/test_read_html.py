"""The read stage on HTML pages: body, JSON-LD, meta tags, and what is broken or hostile."""

from __future__ import annotations

import json
import time
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from reading import read_all

from kg.errors import ArticleError
from kg.model import Article
from kg.read.html import page

BODY = """<nav><a href="/">Home</a></nav><article><h1>Korval loses bridge</h1><p>By Ona Berg</p>
<p>DRENN (Reuters) — The army of Korval said on Sunday that it had lost the bridge, which it had held since May.</p>
<p>“We will be back,” said Mira Talen, a spokeswoman for the army.</p></article><footer>All rights reserved</footer>"""
PARAGRAPHS = [
    "The army of Korval said on Sunday that it had lost the bridge, which it had held since May.",
    "“We will be back,” said Mira Talen, a spokeswoman for the army.",
]
NEWS = {
    "@type": ["ReportageNewsArticle"],
    "headline": "Korval loses bridge",
    "datePublished": "2024-03-03T23:05:00-05:00",
    "dateModified": "2024-03-04T09:00:00+01:00",
    "author": [{"@id": "#ona"}, {"@type": "Person", "name": "Tarik Oss"}, {"name": "Drenn Courier"}],
    "publisher": {"@type": "NewsMediaOrganization", "name": "Drenn Courier"},
    "mainEntityOfPage": {"@id": "https://courier.example/bridge"},
}


def html(head: str, body: str = BODY) -> str:
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def script(value: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def saved(folder: Path, source: str | bytes) -> Article:
    path = folder / "piece.html"
    path.write_bytes(source.encode() if isinstance(source, str) else source)
    (found,) = read_all(path)
    return found


@pytest.mark.parametrize(
    "value",
    [
        {**NEWS, "author": ["Ona Berg", "Tarik Oss"]},
        [{"@type": "WebSite", "name": "x"}, {**NEWS, "author": [{"name": "Ona Berg"}, {"name": "Tarik Oss"}]}],
        {"@context": "https://schema.org", "@graph": [NEWS, {"@id": "#ona", "@type": "Person", "name": "Ona Berg"}]},
    ],
)
def test_json_ld(tmp_path: Path, value: Any) -> None:
    found = saved(tmp_path, html('<script type="application/ld+json">{"broken": </script>' + script(value)))
    assert (found.title, found.publisher) == ("Korval loses bridge", "Drenn Courier")
    assert found.authors == ("Ona Berg", "Tarik Oss")
    assert found.url == "https://courier.example/bridge"
    assert found.published == date(2024, 3, 3)
    assert found.modified == datetime.fromisoformat("2024-03-04T09:00:00+01:00")
    assert found.headline
    assert found.headline.of(found.text) == "Korval loses bridge"
    assert [span.of(found.text) for span in found.paragraphs] == PARAGRAPHS


def test_meta_tags(tmp_path: Path) -> None:
    found = saved(
        tmp_path,
        html(
            '<link rel="canonical" href="https://courier.example/bridge">'
            "<title>Korval loses bridge | Drenn Courier</title>"
            '<meta property="og:site_name" content="Drenn Courier">'
            '<meta name="author" content="By Ona Berg and Tarik Oss">'
            '<meta property="article:published_time" content="2024-03-03T14:05:00Z">'
            '<meta itemprop="dateModified" content="2024-03-04T09:00:00+01:00">'
        ),
    )
    assert (found.title, found.publisher, found.authors) == (
        "Korval loses bridge",
        "Drenn Courier",
        ("Ona Berg", "Tarik Oss"),
    )
    assert (found.url, found.published) == ("https://courier.example/bridge", date(2024, 3, 3))
    assert found.modified == datetime.fromisoformat("2024-03-04T09:00:00+01:00")


def test_only_an_update_is_dated(tmp_path: Path) -> None:
    found = saved(tmp_path, html(script({"@type": "NewsArticle", "dateModified": "2024-03-04T23:30:00-05:00"})))
    assert found.published == date(2024, 3, 4)
    assert found.modified == datetime.fromisoformat("2024-03-04T23:30:00-05:00")


def test_bare_page_takes_what_its_text_says(tmp_path: Path) -> None:
    found = saved(tmp_path, html(""))
    assert (found.title, found.publisher, found.authors) == ("Korval loses bridge", "Reuters", ("Ona Berg",))
    assert (found.published, found.modified, found.url) == (None, None, "")


def test_page_that_is_not_utf8(tmp_path: Path) -> None:
    found = saved(tmp_path, html("").encode("cp1252").replace(b"utf-8", b"windows-1252"))
    assert [span.of(found.text) for span in found.paragraphs] == PARAGRAPHS
    assert found.notes == ("not UTF-8; read as cp1252",)


@pytest.mark.parametrize("source", ["<html></html>", "<!-- nothing -->", html("", "<nav><a href='/'>Home</a></nav>")])
def test_page_without_article(tmp_path: Path, source: str) -> None:
    with pytest.raises(ArticleError, match=r"no article found|no text below"):
        saved(tmp_path, source)


def test_page_too_large(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="more than 5,000,000 bytes"):
        saved(tmp_path, html("<script>" + "x" * 5_000_000 + "</script>"))


@pytest.mark.parametrize(
    "value",
    [
        None, 17, "text", [], {"@type": None}, {"@type": "NewsArticle"},
        {"@type": "NewsArticle", "headline": ["x"], "author": [1, None, {"name": [1, 2]}, []], "datePublished": 17,
         "dateModified": "soon", "publisher": [], "url": "javascript:alert(1)", "mainEntityOfPage": ["x"]},
    ],
)  # fmt: skip
def test_odd_json_ld_costs_nothing(tmp_path: Path, value: Any) -> None:
    found = saved(tmp_path, html(script(value)))
    assert [span.of(found.text) for span in found.paragraphs] == PARAGRAPHS
    assert (found.authors, found.published, found.url) == (("Ona Berg",), None, "")


def test_nothing_outside_the_page_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret word")
    entity = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'
    assert "secret word" not in page(entity + f"<html><body>{BODY}<p>&x; said no.</p></body></html>").text


@pytest.mark.parametrize(
    "source",
    [
        "<html><body>" + "<div>" * 100_000 + BODY,
        "<html><body>" + BODY + "<span>" * 50_000,
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + BODY,
        html("".join(script(NEWS) for _ in range(2_000))),
        html("", '<div itemprop="headline">' * 10_000 + BODY),
        html("<title>" + "-" * 100_000 + "</title>"),
    ],
)
def test_hostile_pages_take_bounded_time(source: str) -> None:
    start = time.perf_counter()
    page(source)
    assert time.perf_counter() - start < 20


def test_a_page_of_too_many_elements_is_refused_at_once(tmp_path: Path) -> None:
    start = time.perf_counter()
    with pytest.raises(ArticleError, match="more than 30,000 elements"):
        saved(tmp_path, html("", BODY + "<p>a" * 1_000_000))
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize("element", ["<p>a", "<a href='x'>y", "<br>", "<li>a", "<table><tr><td>a", "<b>a</b>"])
def test_as_many_elements_as_are_read_take_bounded_time(element: str) -> None:
    start = time.perf_counter()
    page(html("", BODY + element * (29_000 // element.count("<"))))
    assert time.perf_counter() - start < 30


def test_a_page_of_200_mb_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "piece.html").open("wb") as file:
        file.write(b"<html><body><p>")
        file.truncate(200_000_000)
    with pytest.raises(ArticleError, match="more than 5,000,000 bytes"):
        read_all(tmp_path / "piece.html")
