"""Control told by figures: "its share grew from 18 to 20 percent", "gains of 60 square miles", "put its share at"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg import syntax
from kg.extract.control import (
    MAKING,
    MEASURING,
    REACH,
    RELATIONS,
    SHARES,
    SHRINKING,
    Expression,
    amounts_under,
    figures_of,
)
from kg.extract.grips import held_by, people_before, whose
from kg.extract.pieces import tokens_in
from kg.model import Amount


def changed(verb: Token) -> Iterator[Expression]:
    """ "the share of Osk held by rebels grew from 18 to 20 percent", "its hold has shrunk to 90 square miles"."""
    subject = syntax.own_subject(verb)
    grown = next((o for o in syntax.direct_objects(verb) if not syntax.is_passive(verb)), subject)
    told = figures_of(verb, after=grown.i) if grown is not None else ()
    by = {a.span for a in told if tokens_in(verb.doc, a.span)[0].nbor(-1).lower_ == "by"}  # "grew by 3 percent"
    shares = tuple(a for a in told if a.span not in by)
    added = tuple(a for a in told if a.span in by and a.area_km2 is not None)
    for token in grown.subtree if grown is not None and shares else ():
        lemma = token.lemma_.lower()
        if RELATIONS.get(lemma) == "controls" and syntax.is_verb(token):
            holder = syntax.agent(token) if syntax.is_passive(token) else syntax.subject(token)
            land = token.head
        elif lemma in REACH | SHARES:
            holder, land = syntax.possessor(token) if lemma in SHARES else whose(token), held_by(token)
            if holder is None:
                continue
            if subject is not None and grown != subject:
                holder = subject
        else:
            continue
        yield Expression(verb, "controls", holder, land, bare=False, shares=shares)
        if added:
            relation = "lost" if verb.lemma_ in SHRINKING else "gained"
            yield Expression(verb, relation, holder, land, bare=False, shares=added)


def of_share(noun: Token) -> Iterator[Expression]:
    """ "put Orland's share at no more than 40%"."""
    party, verb = syntax.possessor(noun), noun.head
    if party is None or not syntax.is_object(noun) or verb.lemma_ not in syntax.ESTIMATING:
        return
    shares = amounts_under(verb, after=noun.i)
    if shares and any(t.lower_ == "at" and t.i > noun.i for t in verb.subtree):
        yield Expression(noun, "controls", party, held_by(noun), bare=False, shares=shares)


def of_gains(noun: Token, relation: str) -> Iterator[Expression]:
    """ "Orland's gains in Osk came to 267 square kilometres", "its gains of 60 square miles in Osk"."""
    party = syntax.possessor(noun) or people_before(noun)
    made = noun.head if syntax.is_object(noun) and noun.head.lemma_ in MAKING else None
    if party is None and made is not None:
        party = syntax.subject(made)
    shares = (*measured(noun), *(a for _, g in syntax.prepositions(noun, "of") for a in amounts_under(g)))
    above = (noun, made) if made is not None else (noun,)
    land = next((g for t in above for _, g in syntax.prepositions(t, "in", "around")), None)
    if party is not None and shares and land is not None:
        yield Expression(noun, relation, party, land, shares=shares)


def measured(noun: Token) -> tuple[Amount, ...]:
    """ "the land amounts to 640 sq km, or 2.3 percent of Osk": 640 sq km, 2.3 percent."""
    verb = noun.head
    return amounts_under(verb, after=verb.i) if syntax.is_subject(noun) and verb.lemma_ in MEASURING else ()
