"""Who can take part in a meeting or call: people by name or office, bodies, countries, and several at once."""

from __future__ import annotations

from spacy.tokens import Token

from kg import syntax
from kg.extract.mentions import layers_of
from kg.extract.people import can_speak

OFFICIALS = frozenset(
    "delegation envoy ambassador minister president leader counterpart mediator negotiator premier chancellor diplomat "
    "official mayor governor lawmaker commissioner secretary king queen pope chairman chairwoman chief director "
    "founder representative general commander inspector owner senator treasurer head boss".split()
)
BODIES = frozenset("committee council cabinet parliament board commission panel assembly caucus delegation".split())
AUDIENCE = frozenset(
    "reporter journalist crowd supporter audience camera newspaper magazine radio broadcaster media press "
    "student".split()
)
PAIR = frozenset("pair duo".split())


def can_meet(token: Token) -> bool:
    """True for people, bodies and places that act: not "the sea", "the threshold"."""
    token = syntax.antecedent(token)
    known = layers_of(token).referents.get(token.i)
    if known is not None:
        return known.kind != "LOC"
    return (can_speak(token) or token.lemma_.lower() in OFFICIALS) and token.ent_type_ != "LOC"


def is_somebody(token: Token) -> bool:
    """True for a person by name, by office or by a pronoun."""
    token = syntax.antecedent(token)
    known = layers_of(token).referents.get(token.i)
    if token.i in layers_of(token).joint or (known is not None and known.kind == "PERSON"):
        return True
    return token.lemma_.lower() in OFFICIALS or any(c.ent_type_ == "PERSON" for c in syntax.appositions(token))


def is_party(token: Token) -> bool:
    """True for somebody by name or office, or a country."""
    known = layers_of(token).referents.get(syntax.antecedent(token).i)
    return is_somebody(token) or (known is not None and known.kind in {"GPE", "NORP"})


def is_several(token: Token) -> bool:
    """True for two or more, or a body of several: "the ministers", "the committee"."""
    token = syntax.antecedent(token)
    several = (
        len(syntax.conjuncts(token)) > 1
        or token.lemma_.lower() in PAIR
        or syntax.is_plural(token)
        or token.lower_ in {"they", "we"}
    )
    return several or token.i in layers_of(token).joint or token.lemma_.lower() in BODIES


def is_both(token: Token) -> bool:
    """True for two who can be told apart: "the two leaders", "both envoys", "the pair"; what they do, each does."""
    before = {c.lower_ for c in token.children if c.i < token.i}
    two = token.lemma_.lower() in PAIR or token.lower_ == "both" or (bool(before & {"two", "both"}) and can_meet(token))
    return two and bool(before & {"the", "both"})


def is_meeting_body(token: Token) -> bool:
    """ "a meeting of ministers", "a summit of the Southern Alliance"."""
    known = layers_of(token).referents.get(token.i)
    body = known is not None and known.kind in {"ORG", "NORP"}
    return body or (can_speak(token) and is_several(token)) or (token.pos_ == "NOUN" and syntax.is_plural(token))


def listens(token: Token) -> bool:
    """True for who is spoken to in public: "spoke to reporters"."""
    return token.lemma_.lower() in AUDIENCE
