"""The country of an office that is told without one: "Orland has agreed, Prime Minister Vessa said".

Taken from what the sentence tells of a country that its holder speaks for, or else from the one country whose holder of
that office the article speaks of: "Orland's prime minister". Nobody else holds that office of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg import syntax
from kg.extract import office_words as words
from kg.extract.bearers import Name, names
from kg.extract.bodies import body_of
from kg.extract.mentions import STATE_BODIES
from kg.extract.offices import Office
from kg.model import Mention

# What a country itself does: not what is done to it or asked of it
DOING = frozenset(
    "accept agree reject refuse sign join make set want need seek offer propose plan welcome support ban recognise "
    "recognize recall close open expel demand insist condemn confirm deny declare announce expect intend have".split()
)
FRONT = 6  # words of "In the southern town of Pellora"
HEADS = frozenset({"head", "leader"})  # "a Kestrian head of government"


def state_told(place: Token, role: str, offices: Sequence[Office], taken: frozenset[str]) -> Mention | None:
    """The one country that a holder's sentence tells him to speak for, or whose holder of it the article speaks of."""
    near = _placed(place) if role.split()[-1] in words.OF_PLACE else _spoken_for(place)
    for found in (near, _unnamed(role, offices)):
        states = {body.name: body for body in found if body.name not in taken}
        if states:
            return next(iter(states.values())) if len(states) == 1 else None
    return None


def _placed(place: Token) -> Iterator[Mention]:
    """ "In Pellora, Mayor Ana Vessa said", "In the town of Pellora,": the place that a sentence opens with."""
    first = place.sent[0]
    for name in names(place.doc).headed.values():
        if first.lower_ == "in" and name.mention.kind == "GPE" and first.i < name.first < first.i + FRONT:
            yield name.mention


def _unnamed(role: str, offices: Sequence[Office]) -> Iterator[Mention]:
    """The bodies that the article speaks of a holder of: "Kestria's prime minister"."""
    plain = role.removeprefix("former ").removeprefix("acting ")
    for one in offices:
        definite = not syntax.is_plural(one.noun) and not syntax.is_indefinite(one.noun)
        if one.role == plain and definite and one.body is not None and one.body.kind in {"GPE", "NORP"}:
            yield one.body


def _spoken_for(place: Token) -> Iterator[Mention]:
    """The countries of a sentence that whoever is named at a place speaks for."""
    headed, sent = names(place.doc).headed, place.sent
    for name in (headed[i] for i in range(sent.start, sent.end) if i in headed):
        if name.first == name.last and name.mention.name.isalpha():
            body = body_of(name.head) if _is_own(name, place) else None
            if body is not None:
                yield body


def _is_own(name: Name, place: Token) -> bool:
    """True for "Orland has agreed", "for Orland, peace is near" that a holder says; "the Orlandian government said"."""
    head, kind = name.head, name.mention.kind
    above = head.head
    if kind not in {"GPE", "NORP", "PERSON"} or name.mention.titles or above.i == head.i:
        return False
    modifies = above.i > head.i and (syntax.is_possessor(head) or syntax.is_compound(head))
    if modifies and above.lemma_.lower() in STATE_BODIES:
        at_head = syntax.is_governed(above) and above.head.head.lemma_.lower() in {"head", "helm"}
        return at_head or (syntax.is_subject(above) and any(t.i == above.head.i for t in syntax.above(place)))
    if modifies:
        return kind != "PERSON" and above.lemma_.lower() in HEADS and above.i + 2 < len(above.doc)
    verb = syntax.governing_verb(head)
    if verb is None or not _is_told_by(verb, place):
        return False
    if syntax.is_subject(head) and above.i == verb.i:
        return verb.lemma_.lower() in DOING and not {"must", "should"} & {h.lower_ for h in syntax.auxiliaries(verb)}
    return kind == "GPE" and syntax.is_governed(head) and above.lower_ == "for"


def _is_told_by(verb: Token, place: Token) -> bool:
    """ "Orland has agreed, President Vessa said": the holder says the clause of the verb."""
    says = syntax.governing_verb(place)
    return (
        says is not None
        and syntax.is_subject(place)
        and verb.i != says.i
        and any(t.i == says.i for t in syntax.above(verb))
    )
