"""One act of saying, in tokens: what the files that find them hand to ``said.py``."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract import cues
from kg.extract.cues import Cue


@dataclass(frozen=True, slots=True)
class Report:
    """One act of saying, in tokens.

    ``verb`` heads the cue, ``source`` heads the phrase that names the speaker (None where nobody is named), ``owner``
    is that phrase where it is not the source's own ("CNN" in "CNN's analysis says"). ``content`` are the words said, as
    far as the parse tells; ``negation`` is the word that says that nothing was said. ``unreal``: it is planned,
    wished or possible that it be said. ``by`` is the kind of word that tells of it: ``verb``, ``noun``, ``adjective``.
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
    by: str = "verb"

    @property
    def is_topic(self) -> bool:
        """True where something is spoken of, and nothing is said of it: "discussed the plan"."""
        return self.entry.act == cues.TOPIC

    @property
    def is_rumour(self) -> bool:
        """True where nobody is named who holds it: "is expected to seize the town"."""
        return self.source is None and self.frame not in {"clause", "label"}

    @property
    def speech(self) -> bool:
        """True where words were put forward in a clause, so that words in quotation marks can go on with them."""
        return self.entry.act == "assert" and self.frame == "clause" and self.negation is None and not self.unreal
