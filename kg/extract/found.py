"""What a kind of content hands back: the content, and the word that its place in the text is told by."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.model import Content


@dataclass(frozen=True, slots=True)
class Found:
    """A content with the head word of its expression.

    ``presupposed``: a title or apposition, the writer's own words also inside reported speech, unless quoted.
    """

    content: Content
    head: Token
    presupposed: bool = False
