"""SVG as a tree of elements: numbers and news text as XML can hold them, and how wide a text is drawn."""

from __future__ import annotations

import re
from unicodedata import east_asian_width
from xml.etree import ElementTree

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WIDE = frozenset("FW")


def element(
    parent: ElementTree.Element | None, tag: str, text: str = "", /, **attributes: float | str
) -> ElementTree.Element:
    """A new last child of ``parent``, or a root; ``class_`` is written class, ``stroke_width`` stroke-width.

    What XML 1.0 has no place for (2.2, Char) becomes U+FFFD.
    """
    values = {name.rstrip("_").replace("_", "-"): _written(value) for name, value in attributes.items()}
    made = ElementTree.Element(tag, values) if parent is None else ElementTree.SubElement(parent, tag, values)
    made.text = legal(text) or None
    return made


def legal(text: str) -> str:
    r"""A text in, the same with U+FFFD for each character that XML 1.0 has no place for out.

    >>> legal("a\x00b\tc") == "a\ufffdb\tc"
    True
    """
    return _ILLEGAL.sub("\ufffd", text)


def breadth(text: str, size: float) -> float:
    """About how many pixels a text is wide in a sans-serif font of a size, rather too many than too few."""
    return sum(size if east_asian_width(character) in _WIDE else 0.58 * size for character in text)


def fitted(text: str, size: float, room: float) -> str:
    """A text in, as much of it as there is room for out, with an ellipsis where something is missing.

    >>> fitted("Armistice Observatory", 10, 70)
    'Armistice O…'
    """
    flat = " ".join(text.split())
    if breadth(flat, size) <= room:
        return flat
    while flat and breadth(flat + "…", size) > room:
        flat = flat[:-1]
    return flat.rstrip() + "…"


def _written(value: float | str) -> str:
    """A number with at most one decimal, "-0" and "1.0" being 0 and 1."""
    return legal(value) if isinstance(value, str) else f"{round(value, 1) + 0:g}"
