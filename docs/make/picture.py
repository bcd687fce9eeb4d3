"""The pictures of the graph of seeds/: the explorer in Chromium, and a chart of control. `make picture` runs it.

``python docs/make/picture.py [chromium]`` writes docs/pictures/explorer.png and control.svg.
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
CHART = PICTURE.with_name("control.svg")
SIZE: ViewportSize = {"width": 1280, "height": 720}
NAME = "Ondrel"
"""What the pictures are about."""


def main(chromium: str | None) -> None:
    """Draw the chart; make the page, look for somebody, and take the picture."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "page.html"
        graph = kg.build(ROOT / "seeds")
        graph.chart(NAME).save(CHART)
        graph.view(page_file)
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
