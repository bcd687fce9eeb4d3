"""A page inside another: how a notebook shows the network."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

HEIGHT = 640
"""Pixels; a notebook's cell has no height of its own."""


@dataclass(frozen=True, slots=True, repr=False)
class View:
    """A page that a notebook shows in place.

    It runs its own scripts and nothing else of the notebook is within its reach: the frame has an origin of its own
    (https://html.spec.whatwg.org/multipage/iframe-embed-object.html#attr-iframe-sandbox). A click may open an article
    in a new tab, and save a file.
    """

    page: str
    title: str

    def __repr__(self) -> str:
        return f"<View: a page of {len(self.page):,} characters>"

    def _repr_html_(self) -> str:
        rights = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
        return (
            f'<iframe srcdoc="{escape(self.page)}" sandbox="{rights}" title="{escape(self.title)}" '
            f'style="width:100%; height:{HEIGHT}px; border:1px solid #8888"></iframe>'
        )
