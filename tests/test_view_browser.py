"""The explorer with few rows: what it shows, and that it does nothing it should not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import view_sample as sample
from browsing import Explorer
from test_view import HOSTILE, rows

import kg
from kg.view import view


def test_search_shows_who_said_what(browser: Any, tmp_path: Path) -> None:
    html = view(sample.entities(), sample.statements(), sample.fields(), title="The valley")
    opened = Explorer(browser, html, tmp_path / "page.html")
    assert opened.page.locator("#counts").inner_text() == "18 speakers · 40 statements · 4 articles"
    opened.find("envoy tane")
    opened.panel.get_by_text("also Envoy Tane, Tane").wait_for()
    denial = opened.panel.locator(".statement.denied")
    assert denial.locator(".chip").first.inner_text() == "denied"
    assert denial.locator("mark.source").inner_text() == "Tane"
    assert denial.locator("mark.cue").inner_text() == "dismissed"
    assert denial.locator("mark.content").inner_text() == "the idea that the Front holds Port Ansel"
    assert denial.locator("footer a").get_attribute("href") == "https://example.org/news/a2"
    assert opened.wrong == []


def test_a_content_lists_all_who_spoke_of_it(browser: Any, tmp_path: Path) -> None:
    html = view(sample.entities(), sample.statements(), sample.fields(), title="The valley")
    opened = Explorer(browser, html, tmp_path / "page.html")
    opened.find("northern front controls")
    says = opened.panel.locator(".says").all_inner_texts()
    assert says == ["Osric Tane denied", "Tavian Courier in its own voice"]
    opened.panel.locator(".speaker", has_text="Osric Tane").click()
    assert opened.panel.locator("h2").inner_text() == "Osric Tane"
    assert opened.wrong == []


def test_a_click_on_a_line_opens_its_statement(browser: Any, tmp_path: Path) -> None:
    opened = Explorer(browser, view(*rows(gist="rain"), title="Rain"), tmp_path / "page.html")
    opened.click_middle()
    opened.panel.locator("h3", has_text=re.compile("^Statement1$")).wait_for()
    assert opened.panel.locator("blockquote").inner_text() == "Vessa said it rained."
    assert opened.wrong == []


def test_what_is_not_shown_is_found(browser: Any, tmp_path: Path) -> None:
    entities, [one], _ = rows()
    many = [
        one | {"statement": f"s{n}", "speaker": f"vessa{n}", "content": f"c{n}", "gist": f"rain {n}"}
        for n in range(200)
    ]
    opened = Explorer(browser, view(entities, many, [], title="Rain"), tmp_path / "page.html")
    assert "showing 150 of" in opened.page.locator("#counts").inner_text()
    opened.find("rain 199")
    assert opened.panel.locator("h2").inner_text() == "rain 199"
    assert opened.panel.locator(".says").inner_text() == "vessa199 said"
    assert opened.wrong == []


def test_hostile_text_stays_text(browser: Any, tmp_path: Path) -> None:
    entities, statements, fields = rows(
        gist=HOSTILE, title=HOSTILE, publisher=HOSTILE, kind=HOSTILE, status=HOSTILE, addressee=HOSTILE,
        checkedBy=HOSTILE, url="javascript:alert(3)", evidence=[{"text": HOSTILE, "begin": 10}],
    )  # fmt: skip
    entities[0] |= {"label": HOSTILE, "aliases": [HOSTILE + "2"], "sameAs": ["javascript:alert(4)"]}
    fields.append({"content": "c", "property": HOSTILE, "value": HOSTILE})
    opened = Explorer(browser, view(entities, statements, fields, title=HOSTILE), tmp_path / "page.html")
    shown = HOSTILE.replace("\u2028", "")
    assert opened.page.title().replace("\u2028", "").replace(" ", "") == shown.replace(" ", "")
    opened.click_middle()
    opened.find("script")
    assert opened.panel.locator(".statement").count() == 1
    assert opened.panel.locator("img, script").count() == 0
    assert opened.panel.locator("a").count() == 0
    assert "<script>alert(1)</script>" in opened.panel.locator("blockquote").inner_text()
    assert opened.wrong == []


@pytest.mark.parametrize("entities", [[], [{"iri": "vessa", "label": "Vessa"}]])
def test_nothing_said(browser: Any, tmp_path: Path, entities: list[dict[str, Any]]) -> None:
    opened = Explorer(browser, view(entities, [], [], title="Nothing"), tmp_path / "page.html")
    assert opened.page.get_by_text("No statements were found, so there is nothing to draw.").is_visible()
    if entities:
        opened.find("vessa")
        assert opened.panel.locator("h2").inner_text() == "Vessa"
    assert opened.wrong == []


def test_the_page_of_the_dispatches_does_nothing_it_should_not(browser: Any, tmp_path: Path) -> None:
    graph = kg.build(Path(__file__).parent.parent / "seeds")
    opened = Explorer(browser, graph.html(), tmp_path / "page.html")
    opened.find("Nadia Perrault")
    opened.panel.get_by_text("Nadia Perrault").first.wait_for()
    assert opened.panel.locator(".statement").count() > 0
    assert opened.wrong == []
