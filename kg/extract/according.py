"""Acts of saying by "according to": the source and, behind a work, its maker and its data."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg import syntax
from kg.extract import cues
from kg.extract.report import Report
from kg.extract.sources import maker, named_by


def according(token: Token) -> Iterator[Report]:
    """The act of saying that "according" at a token tells of; none where no source follows it."""
    governed = syntax.governed_by(token) or syntax.phrase_after(token, "to")
    if governed is None:
        return
    at = token.head
    verb = syntax.governing_verb(at) if at.i != token.i else None
    head = verb if verb is not None else at
    if closes_sentence(token):
        head = next((t for t in syntax.above(head) if syntax.is_root(t) and t.i < token.i), head)
    source, based_on = maker(governed)
    if head.i == token.i or source is None:
        return
    phrase = {t.i for t in token.subtree} | {t.i for t in governed.subtree}
    if head.i in phrase:
        return
    named = named_by(governed, source, token)
    content = [t for t in syntax.clause(head, without=[token]) if t.i not in phrase]
    yield Report(
        verb=token,
        cue=tuple(_cue(token)),
        entry=cues.SAY if not based_on and source is governed else cues.ACCOUNT,
        source=source,
        source_words=tuple(named),
        content=tuple(content),
        heads=(head,),
        based_on=tuple(based_on),
        frame="according",
    )


def closes_sentence(token: Token) -> bool:
    """ "..., according to Vessa": behind a comma, with nothing but its own phrase after it."""
    before = token.nbor(-1).text if token.i > token.sent.start else ""
    return before == "," and all(not t.is_alpha for t in token.doc[token.right_edge.i + 1 : token.sent.end])


def _cue(token: Token) -> list[Token]:
    """ "according to"."""
    words = [token]
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if following is not None and following.lower_ == "to":
        words.append(following)
    return words
