"""A page in a real browser: Chromium, from a file, with nothing else to be had."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> Iterator[Any]:
    """Chromium, started; a test skips where it or Playwright is missing."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM:
        pytest.skip("chromium is not installed")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


class Opened:
    """A page or picture that was opened from a file, and whatever it did that it should not."""

    def __init__(self, browser: Any, text: str, path: Path, at: str = "", **options: Any) -> None:
        """``at`` is what the address ends in ("#..."), ``options`` are those of a new page."""
        path.write_bytes(text.encode())
        self.page = browser.new_page(**{"viewport": {"width": 1280, "height": 800}, **options})
        self.wrong: list[str] = []
        self.page.on("console", lambda message: self.wrong.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("dialog", self._asked)
        self.page.on("request", lambda request: self._requested(request.url, path.as_uri()))
        self.page.goto(path.as_uri() + at)

    def _asked(self, dialog: Any) -> None:
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _requested(self, url: str, own: str) -> None:
        if url.partition("#")[0] not in (own, "about:srcdoc"):
            self.wrong.append(f"request: {url}")

    def serious(self) -> list[str]:
        """The faults of access that axe-core finds and calls serious or critical."""
        axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
        found = axe.Axe().run(self.page).response["violations"]
        return [
            f"{one['id']}: {node['html'][:120]}"
            for one in found
            if one["impact"] in ("serious", "critical")
            for node in one["nodes"]
        ]


class Explorer(Opened):
    """The page of a network."""

    def __init__(self, browser: Any, text: str, path: Path, at: str = "", **options: Any) -> None:
        super().__init__(browser, text, path, at, **options)
        self.page.wait_for_selector("#counts:not(:empty)")
        self.panel = self.page.locator("#panel")

    def find(self, words: str) -> None:
        """Searches, and takes the first that is found."""
        self.page.fill("#sought", words)
        self.page.keyboard.press("Enter")

    def click_middle(self) -> None:
        """Clicks the middle of the network."""
        box = self.page.locator("#network").bounding_box()
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def network(self) -> str:
        """What the network says of itself: how many actors, cards and lines."""
        return str(self.page.locator("#network").get_attribute("aria-label")).partition(";")[0]

    def counts(self) -> str:
        """How many speakers, statements and articles the page says that it shows."""
        return str(self.page.locator("#counts").inner_text())
