"""Bylines: who wrote the article, and for whom."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.read.outlets import has_post, is_outlet, outlet_in

# "By", "Written by:", "Analysis by"
_BY = re.compile(
    r"(?:(?:written|story|words|analysis|opinion|comment|review|report|reported|reporting)\s+)?by\b[\s:]+(?=\S)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*[,;|·•]\s*(?:and\s+)?|\s+(?:and|with|&|[-–—])\s+", re.IGNORECASE)
# "Jane Doe in Vessa", "Jane Doe for The Drenn Courier"
_WHERE = re.compile(r"\s+(?:in|from|reporting\s+from)\s+.*", re.IGNORECASE)
_FOR = re.compile(r"\s+(?:for|of|at)\s+", re.IGNORECASE)
# Capitalised words and initials with particles between; the last word ends without a stop, or is "Jr."
_WORD = r"[^\W\d_a-z][^\W\d_]*(?:[-'’][^\W\d_]+)*"
_PARTICLE = "(?:al|bin|bint|da|das|de|del|della|den|der|di|do|dos|du|el|ibn|la|le|ten|ter|van|von|y)"
_NAME = re.compile(rf"(?:(?:{_WORD}\.?|{_PARTICLE})\s+)+(?:{_WORD}|[JS]r\.)")

# "What We Know", "The Day After": headings between paragraphs, in capitals like names.
_HEADINGS = (
    "a about after and are at before for from how in is it next not of our that the this to what when where who why"
)
_NO_NAMES = frozenset(f"{_HEADINGS} key we which with you your".split())


@dataclass(frozen=True, slots=True)
class Byline:
    """The names of a byline as printed, and the outlet that it gives."""

    authors: tuple[str, ...] = ()
    outlet: str = ""


def byline(words: str) -> Byline | None:
    """A head line comes in; its authors and outlet go out, or None where it is no byline.

    >>> byline("By Jane Doe and John Roe, CNN")
    Byline(authors=('Jane Doe', 'John Roe'), outlet='CNN')
    >>> byline("By Monday the army had left the town") is None
    True
    """
    by = _BY.match(words)
    return names(words[by.end() :]) if by and len(words) <= 300 else None


def names(words: str) -> Byline | None:
    """Names of people and of an outlet, parted by commas and the like, come in; None where anything else is among them.

    >>> names("Jane Doe, Korval correspondent")
    Byline(authors=('Jane Doe',), outlet='')
    """
    authors: list[str] = []
    outlet = ""
    for part in _BETWEEN.split(words.strip()):
        person, *rest = _FOR.split(_WHERE.sub("", part), maxsplit=1)
        if is_outlet(part) or has_post(part):
            outlet = outlet or outlet_in(part)
        elif is_person(person):
            authors.append(person)
            outlet = outlet or (rest[0] if rest else "")
        elif not (authors and _is_short_name(part)):
            return None
    return Byline(tuple(dict.fromkeys(authors)), outlet) if authors or outlet or has_post(words) else None


def is_person(words: str) -> bool:
    """True for two to five words that can be a person's name: "Jane Doe", "J. P. van der Roe"."""
    tokens = words.split()
    if _NO_NAMES.intersection(token.lower() for token in tokens):
        return False
    return 2 <= len(tokens) <= 5 and _NAME.fullmatch(words) is not None and words[0].isupper()


def _is_short_name(words: str) -> bool:
    """True for a place or a position after the names: "Jane Doe, Vessa", "John Roe, Ph.D."."""
    tokens = words.split()
    return 0 < len(tokens) <= 3 and all(token[0].isupper() for token in tokens)
