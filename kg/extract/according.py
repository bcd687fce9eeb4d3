"""Acts of saying by a phrase: "according to Vessa", "by her account", "in the view of the union", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg import syntax
from kg.extract import cues
from kg.extract.cues import Cue
from kg.extract.people import can_speak
from kg.extract.report import Report
from kg.extract.sources import maker, named_by, source_words


def according(token: Token) -> Iterator[Report]:
    """The act of saying that "according" at a token tells of; none where no source follows it."""
    governed = syntax.governed_by(token) or syntax.phrase_after(token, "to")
    if governed is None:
        return
    source, based_on = maker(governed)
    if source is None:
        return
    entry = cues.SAY if not based_on and source is governed else cues.ACCOUNT
    named = named_by(governed, source, token)
    phrase = {t.i for t in token.subtree} | {t.i for t in governed.subtree}
    yield from _of_phrase(token, _cue(token), entry, source, named, phrase, based_on)


def by_account(noun: Token) -> Iterator[Report]:
    """The act of saying that "account" or "view" tells of, behind "by" or "in"; none where it is nobody's."""
    preposition = noun.head
    leads = cues.ACCOUNTS.get(noun.lemma_.lower())
    if not syntax.is_governed(noun) or leads is None or preposition.lower_ not in leads:
        return
    owner = syntax.possessor(noun)
    of = next(((p, governed) for p, governed in syntax.prepositions(noun, "of") if can_speak(governed)), None)
    source = owner if owner is not None and can_speak(owner) else of[1] if of is not None else None
    if source is None:
        return
    cue = [noun] if of is None or source is owner else list(noun.doc[preposition.i : of[0].i + 1])
    phrase = {t.i for t in preposition.subtree}
    yield from _of_phrase(preposition, cue, cues.SAY, source, source_words(source, preposition), phrase)


def by_adverb(adverb: Token) -> Iterator[Report]:
    """ "reportedly": somebody says so, who is not named."""
    head = syntax.governing_verb(adverb) or adverb.head
    if head.i != adverb.i:
        content = syntax.clause(head, without=[adverb])
        yield Report(adverb, (adverb,), cues.RUMOUR, None, (), tuple(content), (head,), frame="rumour")


def _of_phrase(
    token: Token,
    cue: list[Token],
    entry: Cue,
    source: Token,
    named: list[Token],
    phrase: set[int],
    based_on: list[Token] | None = None,
) -> Iterator[Report]:
    """The act of saying of a phrase: what it stands beside is what was said."""
    verb = syntax.governing_verb(token.head)
    head = verb if verb is not None else token.head
    if closes_sentence(token):
        head = next((t for t in syntax.above(head) if syntax.is_root(t) and t.i < token.i), head)
    if head.i in phrase:
        return
    yield Report(
        verb=token,
        cue=tuple(cue),
        entry=entry,
        source=source,
        source_words=tuple(named),
        content=tuple(t for t in syntax.clause(head, without=[token]) if t.i not in phrase),
        heads=(head,),
        based_on=tuple(based_on or ()),
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
