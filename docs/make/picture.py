"""The picture of README: the explorer on the graph of seeds/, taken in Chromium. `make picture` runs it.

``python docs/make/picture.py [chromium]`` writes docs/pictures/explorer.png.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, ViewportSize, sync_playwright

import kg

ROOT = Path(__file__).parent.parent.parent
PICTURE = ROOT / "docs" / "pictures" / "explorer.png"
SIZE: ViewportSize = {"width": 1280, "height": 720}
NAME = "Ondrel"
"""Whom the picture is about."""


def main(chromium: str | None) -> None:
    """Make the page, look for somebody, and take the picture."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "page.html"
        kg.build(ROOT / "seeds").view(page_file)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
        page.goto(page_file.as_uri())
        _open(page)
        page.screenshot(path=PICTURE)
        browser.close()


def _open(page: Page) -> None:
    """Search for the name as a person would, and open what is found."""
    page.get_by_role("combobox").first.fill(NAME)
    page.wait_for_timeout(500)  # the page draws
    page.keyboard.press("Enter")
    page.wait_for_timeout(1500)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else shutil.which("chromium"))
