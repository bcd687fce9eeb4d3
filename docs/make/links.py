"""Asks every address that the documents link to, and lists those that do not answer; for `make links`, with a network.

``python docs/make/links.py`` ends with exit status 1 where one does not.
"""

from __future__ import annotations

import re
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx

ROOT = Path(__file__).parent.parent.parent
REFUSED = {401, 403, 405, 429}
"""Answers of sites that are there and do not like programs."""


def main() -> int:
    """The exit status."""
    pages = {page: page.read_text("utf-8") for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]}
    where = {link: page.name for page, text in pages.items() for link in re.findall(r"\]\((https://[^)\s]+)\)", text)}
    with ThreadPoolExecutor(8) as pool:
        wrong = [(link, said) for link, said in zip(where, pool.map(answer, where), strict=True) if said]
    for link, said in sorted(wrong):
        sys.stdout.write(f"{where[link]}: {link}: {said}\n")
    sys.stdout.write(f"{len(where)} links, {len(wrong)} without an answer\n")
    return 1 if wrong else 0


def answer(link: str) -> str:
    """What is wrong with an address; empty where nothing is."""
    try:
        status = httpx.get(link, follow_redirects=True, timeout=30).status_code
    except httpx.HTTPError as error:
        return str(error) or type(error).__name__
    return "" if status < 400 or status in REFUSED else f"status {status}"


if __name__ == "__main__":
    sys.exit(main())
