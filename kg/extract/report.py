"""One act of saying, in tokens: what the files that find them hand to ``said.py``."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.cues import Cue


@dataclass(frozen=True, slots=True)
class Report:
    """One act of saying, in tokens.

    ``verb`` heads the cue, ``source`` heads the phrase that names the speaker (None where nobody is named), ``owner``
    is that phrase where it is not the source's own ("CNN" in "CNN's analysis says"). ``content`` are the words said, as
    far as the parse tells; ``negation`` is the word that says that nothing was said. ``unreal``: it is planned,
    wished or possible that it be said.
    """

    verb: Token
    cue: tuple[Token, ...]
    entry: Cue
    source: Token | None
    source_words: tuple[Token, ...]
    content: tuple[Token, ...]
    heads: tuple[Token, ...] = ()
    addressee: Token | None = None
    based_on: tuple[Token, ...] = ()
    negation: Token | None = None
    unreal: bool = False
    frame: str = "clause"
