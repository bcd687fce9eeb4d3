"""What a kind of content hands back: the content, and the word that its place in the text is told by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from spacy.tokens import Doc, Token

from kg.model import Content, Skipped


@dataclass(frozen=True, slots=True)
class Found:
    """A content with the head word of its expression.

    ``presupposed``: a title or apposition, the writer's own words also inside reported speech, unless quoted.
    ``status`` is that of an event (a key of its scheme: planned, confirmed, held, postponed, cancelled), else empty.
    ``whole``: its fields tell all that the words say, so that no claim need stand beside it.
    """

    content: Content
    head: Token
    presupposed: bool = False
    status: str = ""
    whole: bool = True


Kept = TypeVar("Kept", Found, Found | Skipped)


def kept(find: Callable[[Doc], Iterator[Kept]]) -> Callable[[Doc], tuple[Kept, ...]]:
    """A kind's ``find`` that keeps what it found in the last doc, since another kind looks there too."""
    return lru_cache(maxsize=1)(lambda doc: tuple(find(doc)))
