"""The chart in a real browser: as a file of its own, in light and dark, with nothing else to be had."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import control_sample as sample
import pytest
from test_view_control import HOSTILE

from kg.view.control import control_chart

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


class Opened:
    """A chart that was opened from a file, and whatever it did that it should not."""

    def __init__(self, browser: Any, svg: str, path: Path, scheme: str = "light") -> None:
        path.write_text(svg, "utf-8")
        self.page = browser.new_page(viewport={"width": 800, "height": 600}, color_scheme=scheme)
        self.wrong: list[str] = []
        self.page.on("console", lambda message: self.wrong.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("dialog", lambda dialog: self.wrong.append(f"dialog: {dialog.message}"))
        self.page.on("request", lambda request: self._requested(request.url, path.as_uri()))
        self.page.goto(path.as_uri())

    def _requested(self, url: str, own: str) -> None:
        if url != own:
            self.wrong.append(f"request: {url}")

    def painted(self, selector: str, name: str = "fill") -> str:
        """The colour of the first that is selected."""
        script = "([selector, name]) => getComputedStyle(document.querySelector(selector))[name]"
        return str(self.page.evaluate(script, [selector, name]))


@pytest.mark.parametrize(("scheme", "paper", "ink"), [
    ("light", "rgb(255, 255, 255)", "rgb(27, 35, 48)"),
    ("dark", "rgb(29, 35, 45)", "rgb(232, 236, 242)"),
])  # fmt: skip
def test_it_opens_in_light_and_dark(browser: Any, tmp_path: Path, scheme: str, paper: str, ink: str) -> None:
    opened = Opened(browser, control_chart(sample.each_look(), title="Osk"), tmp_path / "chart.svg", scheme)
    assert opened.painted("svg", "backgroundColor") == paper
    assert opened.painted("text.title") == ink
    assert opened.page.locator("[data-statement]").count() == len(sample.each_look())
    assert opened.wrong == []


def test_marks_look_as_they_are_meant(browser: Any, tmp_path: Path) -> None:
    opened = Opened(browser, control_chart(sample.each_look(), title="Osk"), tmp_path / "chart.svg")
    paper = opened.painted("svg", "backgroundColor")
    assert opened.painted(".mark.asserted .body") not in (paper, "none")
    for tone in ("denied", "hedged", "sought", "held"):
        assert opened.painted(f".mark.{tone} .body") == paper
        assert opened.painted(f".mark.{tone} .body", "strokeDasharray") != "none"


def test_the_keyboard_goes_from_mark_to_mark(browser: Any, tmp_path: Path) -> None:
    opened = Opened(browser, control_chart(sample.each_look(), title="Osk"), tmp_path / "chart.svg")
    reached = set()
    for _ in sample.each_look():
        opened.page.keyboard.press("Tab")
        reached.add(opened.page.evaluate("document.activeElement.dataset.statement"))
    assert reached == {one.statement for one in sample.each_look()}


def test_in_a_page_it_takes_the_colours_of_the_page_and_changes_none(browser: Any, tmp_path: Path) -> None:
    chart = control_chart(sample.each_look(), title="Osk", width=332)
    page = f"<!doctype html><style>:root {{ --ink: rgb(1, 2, 3); --card: rgb(9, 8, 7) }}</style><p class=title>A{chart}"
    opened = Opened(browser, page, tmp_path / "page.html")
    assert (opened.painted("svg text"), opened.painted("svg", "backgroundColor")) == ("rgb(1, 2, 3)", "rgb(9, 8, 7)")
    assert opened.painted("p.title", "fontSize") == "16px"
    assert opened.wrong == []


@pytest.mark.parametrize("ending", ["svg", "html"])
def test_hostile_texts_do_nothing(browser: Any, tmp_path: Path, ending: str) -> None:
    told = {"claimant": HOSTILE, "holder_label": HOSTILE, "figure": HOSTILE, "sentence": HOSTILE}
    chart = control_chart([sample.claim(1, **told)], title=HOSTILE)
    opened = Opened(browser, chart, tmp_path / f"chart.{ending}")
    assert opened.page.locator("[data-statement]").count() == 1
    assert opened.page.locator("script, img").count() == 0
    assert opened.wrong == []


def test_three_hundred_claims_have_no_label_that_runs_out_of_the_picture(browser: Any, tmp_path: Path) -> None:
    opened = Opened(browser, control_chart(sample.many(300), title="Osk", width=332), tmp_path / "chart.svg")
    over = "[...document.querySelectorAll('text')].filter(one => one.getBBox().x + one.getBBox().width > 334).length"
    assert opened.page.evaluate(over) == 0
    assert opened.wrong == []


def test_axe_finds_no_serious_fault(browser: Any, tmp_path: Path) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    chart = control_chart(sample.each_look(), title="Osk", width=332)
    page = f'<!doctype html><html lang="en"><title>Osk</title><main><h1>Osk</h1>{chart}</main></html>'
    opened = Opened(browser, page, tmp_path / "page.html")
    faults = axe.Axe().run(opened.page).response["violations"]
    assert [one["id"] for one in faults if one["impact"] in ("serious", "critical")] == []
