"""The article page in a real browser: Chromium, from a file, with nothing else to be had."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import article_sample as sample
import pytest
from browsing import Opened
from test_view import HOSTILE

import kg
from kg.article import ArticlePage
from kg.view.article import article_page

SEEDS = Path(__file__).parent.parent / "seeds"
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def flood() -> str:
    return kg.build(SEEDS / "flood-osk.txt").article("flood-osk").html


class Page(Opened):
    """The page of an article."""

    def mark(self, words: str) -> Any:
        """The marked piece of the text that has these words."""
        return self.page.locator("#text mark").get_by_text(words, exact=True)

    def open_cards(self) -> list[str]:
        """The ids of the cards that are open."""
        found: list[str] = self.page.locator(".card[open]").evaluate_all("cards => cards.map(card => card.id)")
        return found

    def lit(self) -> list[tuple[str, str]]:
        """The pieces that are lit, each with what it is to the chosen statements."""
        found = self.page.locator("mark.lit").evaluate_all("marks => marks.map(m => [m.textContent, m.dataset.as])")
        return [(words, role) for words, role in found]


def small(browser: Any, path: Path, at: str = "", **settings: Any) -> Page:
    html = article_page(sample.article(), sample.entities(), sample.statements(), sample.fields(), **sample.more())
    return Page(browser, html, path / "page.html", at, **settings)


def test_the_browser_has_the_text_as_it_is(browser: Any, tmp_path: Path, flood: str) -> None:
    opened = small(browser, tmp_path)
    assert opened.page.locator("#text").evaluate("text => text.textContent") == sample.TEXT
    opened = Page(browser, flood, tmp_path / "flood.html")
    read = kg.build(SEEDS / "flood-osk.txt").query("SELECT ?text { ?a nif:isString ?text }").records()[0]["text"]
    assert opened.page.locator("#text").evaluate("text => text.textContent") == read
    assert opened.wrong == []


def test_a_click_chooses_what_the_piece_belongs_to(browser: Any, tmp_path: Path) -> None:
    opened = small(browser, tmp_path)
    opened.mark("said").click()
    assert opened.open_cards() == ["statement/aa"]
    assert opened.lit()[:3] == [("Mara Vell", "source"), ("said", "cue"), ("that ", "content")]
    opened.mark("claimed").click()
    assert opened.open_cards() == ["statement/aa", "statement/bb"]
    assert opened.page.url.endswith("#statement/bb")
    opened.mark("She did not say why").click()
    assert opened.page.locator(".card[open] .reason").inner_text() == "negated: nothing was said"
    opened.page.keyboard.press("Escape")
    assert (opened.open_cards(), opened.lit()) == ([], [])
    assert opened.wrong == []


def test_a_card_chooses_its_words(browser: Any, tmp_path: Path) -> None:
    opened = small(browser, tmp_path)
    opened.page.locator("summary", has_text="Osric Tane said").click()
    assert opened.lit() == [("Osric Tane", "source"), ("claimed", "cue"), ("it would rain 𝕏 days", "content")]
    opened.page.get_by_role("link", name="Mara Vell said: ").click()
    assert opened.open_cards() == ["statement/aa"]
    opened.page.locator(".card[open] > summary").click()
    assert opened.open_cards() == []
    assert opened.wrong == []


def test_the_keyboard_goes_from_piece_to_piece(browser: Any, tmp_path: Path) -> None:
    opened = small(browser, tmp_path)
    keys = opened.page.keyboard
    opened.mark("Mara Vell").focus()
    assert opened.open_cards() == ["statement/aa"]
    keys.press("ArrowRight")
    assert opened.page.evaluate("document.activeElement.textContent") == "said"
    for _ in range(2):
        keys.press("ArrowRight")
    assert opened.open_cards() == ["statement/aa", "statement/bb"]
    assert "Osric Tane said put as possible it would rain" in opened.page.get_by_role("status").inner_text()
    keys.press("Enter")
    assert "Osric Tane said" in opened.page.evaluate("document.activeElement.innerText")
    keys.press("Escape")
    assert opened.open_cards() == []
    assert opened.page.locator("#text [tabindex='0']").count() == 1
    assert opened.wrong == []


def test_the_address_names_a_statement(browser: Any, tmp_path: Path) -> None:
    opened = small(browser, tmp_path, "#statement/cc")
    assert opened.open_cards() == ["statement/cc"]
    assert [role for _, role in opened.lit()] == ["source", "cue", "content"]
    opened.page.evaluate("location.hash = '#statement/dd'")
    opened.page.wait_for_selector("[id='statement/dd'][open]")
    assert {role for _, role in opened.lit()} == {"own"}
    opened.page.evaluate("location.hash = '#nowhere'")
    assert opened.wrong == []


def test_what_is_marked_can_be_switched_off(browser: Any, tmp_path: Path) -> None:
    opened = small(browser, tmp_path)
    gap = opened.mark("She did not say why")
    line = "mark => getComputedStyle(mark).textDecorationLine"
    assert gap.evaluate(line) == "underline"
    opened.page.get_by_label("not understood").uncheck()
    assert gap.evaluate(line) == "none"
    assert not opened.page.locator(".card.unread").is_visible()
    gap.click()
    assert opened.open_cards() == []
    opened.page.get_by_label("source cue content").uncheck()
    opened.mark("denied").click()
    assert opened.open_cards() == ["statement/dd"]
    assert opened.wrong == []


def test_triples_open_by_themselves(browser: Any, tmp_path: Path) -> None:
    opened = small(browser, tmp_path, "#statement/bb")
    opened.page.locator(".card[open] .triples summary").click()
    table = opened.page.locator(".card[open] table").first
    assert table.get_by_text("kg:content").is_visible()
    assert opened.open_cards() == ["statement/bb"]
    table.get_by_role("link").click()
    assert opened.open_cards() == ["statement/aa"]
    assert opened.wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark(browser: Any, tmp_path: Path, scheme: str) -> None:
    opened = small(browser, tmp_path, color_scheme=scheme)
    colour = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (min(map(int, colour[4:-1].split(","))) > 128) == (scheme == "light")
    assert opened.wrong == []


def test_on_a_phone_text_and_card_are_both_seen(browser: Any, tmp_path: Path, flood: str) -> None:
    opened = Page(browser, flood, tmp_path / "page.html", viewport=PHONE)
    opened.mark("believe").click()
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    panel = opened.page.locator("aside").bounding_box()["y"]
    assert 0 <= opened.mark("believe").bounding_box()["y"] < panel
    assert panel < opened.page.locator(".card[open] > summary").bounding_box()["y"] < PHONE["height"]
    opened.page.locator(".card").nth(1).locator("summary").first.click()
    assert 0 <= opened.page.locator("mark.lit").first.bounding_box()["y"] < panel
    assert opened.wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [{"width": 1280, "height": 800}, PHONE], ids=["desk", "phone"])
def test_no_serious_fault_of_accessibility(
    browser: Any, tmp_path: Path, flood: str, scheme: str, viewport: dict[str, int]
) -> None:
    opened = Page(browser, flood, tmp_path / "page.html", color_scheme=scheme, viewport=viewport)
    for chosen in (None, "promised", "She did not say how much had been spent"):
        if chosen:
            opened.mark(chosen).click()
            opened.page.locator(".card[open] .triples").evaluate_all("all => all.forEach(one => { one.open = true; })")
        assert opened.serious() == []
    assert opened.wrong == []


def test_the_page_works_in_the_frame_of_a_notebook(browser: Any, tmp_path: Path) -> None:
    html = article_page(sample.article(), sample.entities(), sample.statements(), sample.fields(), **sample.more())
    opened = Page(browser, ArticlePage("A storm", html)._repr_html_(), tmp_path / "notebook.html")
    frame = opened.page.frame_locator("iframe")
    frame.locator("mark", has_text="claimed").click()
    frame.locator(".card[open]").get_by_role("link", name="Osric Tane said: ").click()
    assert frame.locator(".card[open]").get_attribute("id") == "statement/bb"
    assert opened.wrong == []


def test_hostile_text_stays_text(browser: Any, tmp_path: Path) -> None:
    text = f"{HOSTILE} said {HOSTILE}"
    row = sample.statements()[0] | {"gist": HOSTILE, "speaker": HOSTILE, "source": [[0, len(HOSTILE)]], "cueSpan": []}
    html = article_page(
        sample.article(text=text, title=HOSTILE, publisher=HOSTILE, url="javascript:alert(3)"),
        [{"iri": HOSTILE, "label": HOSTILE}],
        [row | {"contentSpan": []}],
        [{"content": row["content"], "property": HOSTILE, "value": HOSTILE}],
        triples={row["statement"]: [(HOSTILE, HOSTILE)]},
        unread=[(0, 9, HOSTILE)],
    )
    opened = Page(browser, html, tmp_path / "page.html")
    opened.page.on("dialog", lambda dialog: opened.wrong.append(dialog.message))
    assert opened.page.locator("#text").evaluate("text => text.textContent") == text
    opened.page.locator("#text mark").first.click()
    assert opened.page.locator(".card[open]").count() == 2
    assert opened.page.locator("main img, main script, aside img, aside script").count() == 0
    assert opened.wrong == []


def test_a_page_without_statements(browser: Any, tmp_path: Path) -> None:
    opened = Page(browser, article_page(sample.article(), [], [], [], triples={}), tmp_path / "page.html")
    assert opened.page.get_by_role("heading", name="0 statements, 0 not understood").is_visible()
    assert opened.wrong == []
