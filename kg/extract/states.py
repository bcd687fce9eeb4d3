"""The country of an office that is told without one: "Orland has agreed, Prime Minister Vessa said".

Taken from what the article tells elsewhere: the same office of the same person, or else the one country that it shows
as a state (by its people, its government or what it does) and nobody else holds that office of.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract import office_words as words
from kg.extract.bearers import Name, names
from kg.extract.mentions import STATE_BODIES
from kg.extract.offices import body_of
from kg.model import Mention

STATE_NOUNS = frozenset(
    "government army parliament ministry troop force capital border president minister premier embassy official "
    "lawmaker citizen soldier navy cabinet constitution head chancellor ambassador diplomat territory soil".split()
)
# What a country itself does: not what is done to it or asked of it
DOING = frozenset(
    "accept agree reject refuse sign join make set want need seek offer propose plan welcome support ban recognise "
    "recognize recall close open expel demand insist insist condemn confirm deny declare announce expect intend".split()
)


def is_of_state(role: str) -> bool:
    """True for an office that a country has one of: "president", "foreign minister"; not "deputy", "former" ones."""
    last = role.removesuffix("-elect").split()[-1] if role else ""
    return last in words.OF_STATE or (last == "minister" and len(role.split()) > 1)


def state_around(doc: Doc, place: Token, taken: frozenset[str]) -> Mention | None:
    """The one country that a sentence, or else the article, shows as a state; none of those named in ``taken``."""
    found = [(name, body) for name, body in _states(doc) if body.name not in taken]
    near = {body.name: body for name, body in found if name.sent.start == place.sent.start}
    anywhere = {body.name: body for _, body in found}
    for some in (near, anywhere):
        if some:
            return next(iter(some.values())) if len(some) == 1 else None
    return None


def _states(doc: Doc) -> Iterator[tuple[Token, Mention]]:
    for name in names(doc).headed.values():
        if name.first == name.last and _is_state(name):
            body = body_of(name.head)
            if body is not None:
                yield name.head, body


def _is_state(name: Name) -> bool:
    """ "Orland's army", "the Kestrian government", "Orland has agreed", "for Orland, peace is near"."""
    head, kind = name.head, name.mention.kind
    above = head.head
    if above.i > head.i and above.lemma_.lower() in (STATE_NOUNS if kind in {"GPE", "NORP"} else STATE_BODIES):
        return syntax.is_possessor(head) or syntax.is_compound(head)
    placed = kind in {"GPE", "PERSON"} and not name.mention.titles
    if placed and syntax.is_subject(head) and syntax.is_verb(above):
        return above.lemma_.lower() in DOING and not {"must", "should"} & {h.lower_ for h in syntax.auxiliaries(above)}
    return placed and kind == "GPE" and syntax.is_governed(head) and above.lower_ == "for"
