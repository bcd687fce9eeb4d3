"""When an office was held: "since 2019", "until last month", "was sworn in on Sunday", "resigned in March"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg import syntax
from kg.extract import office_words as words
from kg.extract.mentions import layers_of
from kg.extract.pieces import tokens_in
from kg.model import Span, Time

FIRST = {"since": "validFrom", "from": "validFrom", "until": "validTo", "by": "validTo"}
PLAIN = {"from": "validFrom", "to": "validTo"}


def tenure(heads: Sequence[Token], end: str, *, over: bool) -> tuple[tuple[str, Time], ...]:
    """The first and last time of an office told by some words: its noun, its verb, the name of who holds it.

    ``end`` is what a time without a word that leads to it tells: its start ("from"), its end ("to") or nothing. Where
    an office is ``over``, a clause beside it tells of another: "a former judge who took office in 2020".
    """
    found: dict[str, Time] = {}
    sentence = Span(heads[0].sent.start_char, heads[0].sent.end_char)
    for time in layers_of(heads[0]).times:
        inside = tokens_in(heads[0].doc, time.span) if sentence.holds(time.span) else []
        told = _tells(inside, heads, end, over=over) if inside else None
        if told is not None and not (told == "to" and time.relation == "since"):
            field = FIRST.get(time.relation) or (PLAIN.get(told) if not time.relation else None)
            if field is not None:
                found.setdefault(field, time)
    return tuple(sorted(found.items()))


def _tells(time: Sequence[Token], heads: Sequence[Token], end: str, *, over: bool) -> str | None:
    """What a time tells of an office that it hangs on; None where it hangs on something else."""
    own = {h.i for h in heads}
    if own & {t.i for t in time}:
        return None  # "since President Vessa's election in 2008"
    token, noun = time[-1], heads[-1]
    if noun.i < token.i and not any(t.text in ",;" or syntax.is_verb(t) for t in noun.doc[noun.i + 1 : token.i]):
        return end  # "head of the board until 2030,": in its phrase, wherever the parse hangs it
    for at in syntax.above(token):
        if at.i in own:
            return end
        if syntax.is_verb(at):
            return _of_clause(at) if not over and syntax.is_noun_clause(at) and at.head.i in own else None
    return None


def _of_clause(verb: Token) -> str | None:
    """ "Dahl, who was appointed in March,": a clause on the name that tells the start or the end of its office."""
    if any(p.lower_ in {"as", "to"} for p, _ in syntax.prepositions(verb)) or syntax.secondary_predicates(verb):
        return None
    lemma = verb.lemma_.lower()
    if lemma in words.APPOINTING and syntax.is_passive(verb):
        return "from"
    taken = lemma in {"take", "assume"} and any(o.lower_ in {"office", "power"} for o in syntax.direct_objects(verb))
    return "from" if taken else "to" if lemma in {"resign", "retire"} else None
