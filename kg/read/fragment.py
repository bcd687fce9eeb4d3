"""HTML of a body alone, as feeds and records have it: there is nothing to look for, only markup to take away."""

from __future__ import annotations

import re

import lxml.etree

from kg.read.html import parsed

_BLOCKS = frozenset(
    "address article aside blockquote body br dd div dl dt h1 h2 h3 h4 h5 h6 header footer hr li main ol p pre section"
    " table td th tr ul".split()
)
_NO_TEXT = frozenset("button figure form head iframe nav noscript object script select style svg template".split())
_SPACE = re.compile(r"\s+")


def fragment(source: str, title: str) -> str:
    """The HTML of a body and its title come in; its text goes out, empty where it has none.

    The title and each block of the body (a paragraph, an item of a list) are a line, a blank line between. Raises
    TooManyElementsError.
    """
    tree = parsed(source)
    if tree is None:
        return ""
    pieces: list[str] = []
    walk = lxml.etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        shown = event in ("start", "end") and element.tag not in _NO_TEXT
        if shown and element.tag in _BLOCKS:
            pieces.append("\n")
        if event == "start" and shown:
            pieces.append(_SPACE.sub(" ", element.text or ""))
        elif event == "start":
            walk.skip_subtree()
        else:
            pieces.append(_SPACE.sub(" ", element.tail or ""))
    lines = [" ".join(line.split()) for line in "".join(pieces).split("\n")]
    lines = [line for line in lines if line]
    return "\n\n".join([*([title] if lines and title and lines[0] != title else []), *lines])
