"""What every page of the view is made with: its templates, and news text that can do nothing in them."""

from __future__ import annotations

import base64
import hashlib
import json
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FunctionLoader


def own(name: str) -> str:
    """The text of a file of this folder: a template, a style or a script."""
    return files("kg.view").joinpath(name).read_text("utf-8")


def fill(template: str, **values: Any) -> str:
    """The name of a template and its values in, the page out. What it does not mark as safe is escaped.

    A template names the scripts that may run by their hashes (``script|sha256``, CSP Level 3, "script-src").
    """
    pages = Environment(autoescape=True, loader=FunctionLoader(own))
    pages.filters["sha256"] = _digest
    return pages.get_template(template).render(values)


def script_json(data: Any) -> str:
    """Data in, JSON out that can stand in a script element: nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def is_web(link: str) -> bool:
    """True for a link that a click may follow: http and https, never ``javascript:``."""
    try:
        return urlsplit(link).scheme in ("http", "https")
    except ValueError:  # an unclosed bracket in the host
        return False


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
