"""An mkdocs hook: the pages that are made from the code, the ontology and the files at the project's root."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import command_reference
import cookbook
import ontology_reference
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

import kg

ROOT = Path(__file__).parent.parent.parent
OF_THE_ROOT = {
    "index.md": "README.md",
    "changelog.md": "CHANGELOG.md",
    "contributing.md": "CONTRIBUTING.md",
    "security.md": "SECURITY.md",
}
"""Pages of the site that are files of the project's root."""
ELSEWHERE = {"CONTRIBUTING.md": "contributing.md", "NOTICE": "notices.md", "SECURITY.md": "security.md"}
"""What these files link to, and where it is in the site; what stands in docs/ goes by its name there."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The files of docs/ in, with the pages that are made out."""
    for name, make in pages().items():
        files.append(File.generated(config, name, content=make()))
    return files


def on_post_page(output: str, **_: Any) -> str:
    """A page in, the same out with a name for the theme's search dialog, which screen readers ask for."""
    dialog = 'data-md-component="search" role="dialog"'
    return output.replace(dialog, f'{dialog} aria-label="Search"')


def pages() -> dict[str, Callable[[], str]]:
    """What makes each page, by its name."""
    return {
        **{page: partial(of_the_root, name) for page, name in OF_THE_ROOT.items()},
        "cookbook.md": lambda: cookbook.page(seeds()),
        "ontology.md": lambda: ontology_reference.page(seeds()),
        "commands.md": command_reference.page,
    }


@cache
def seeds() -> kg.Graph:
    """The graph of seeds/, which the examples are taken from."""
    return kg.build(ROOT / "seeds")


def of_the_root(name: str) -> str:
    """A Markdown file of the root by its name in, its text with the site's links out."""
    text = re.sub(r"\]\(docs/", "](", (ROOT / name).read_text("utf-8"))
    for other, page in ELSEWHERE.items():
        text = text.replace(f"]({other})", f"]({page})")
    return text
