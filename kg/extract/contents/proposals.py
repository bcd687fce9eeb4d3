"""Proposals: who proposes, offers or suggests what to whom, as verbs, nouns and "Orland-proposed" tell."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract.bargain_words import ACTS, DEALS, GIFTS, LAWS, OFFERS, ONLY, PLANS, PROPOSING, TALKS
from kg.extract.found import Found, kept
from kg.extract.matters import (
    PAPERS,
    Matter,
    actor,
    is_aside,
    is_put,
    makers,
    objects,
    of_clause,
    of_noun,
    put,
    with_particle,
)
from kg.extract.offers import PEOPLES, is_proposal, lent, offered, participle, proposal_of, told_by_verb
from kg.extract.people import can_speak
from kg.model import Mention

LEADING = frozenset(word.partition("_")[0] for word in PROPOSING)
NAMES = OFFERS | PLANS
WORKS = PAPERS | NAMES
NOTHING = frozenset({"marriage", "toast"})


@kept
def find(doc: Doc) -> Iterator[Found]:
    """The proposals of a doc, in the order of its words."""
    for token in doc:
        lemma = token.lemma_.lower()
        if lemma in LEADING and syntax.is_verb(token):
            yield from _proposed(token, lemma)
        elif token.pos_ == "NOUN" and (lemma in NAMES or participle(token) is not None):
            made = proposal_of(token)
            if made is not None and is_proposal(token, made):
                yield Found(made, token, presupposed=True)
            elif made is None and lemma in OFFERS:
                yield from _lent(token)


def _lent(noun: Token) -> Iterator[Found]:
    """ "Orland made a fresh offer of talks"."""
    matter = offered(noun)
    for verb, agents in lent(noun):
        if matter.head.i != noun.i:
            yield Found(put("Proposal", "proposes", agents, matter, verb, _heard(verb, matter)), verb)


# --- "proposed a truce", "offered to open the archives", "suggested sharing the seat"


def _proposed(verb: Token, lemma: str) -> Iterator[Found]:
    known = with_particle(verb, lemma, PROPOSING)
    frames = PROPOSING.get(known, frozenset())
    agents = makers(verb, WORKS) if frames and is_put(verb) else ()
    if agents:
        for matter in _put_forward(verb, frames):
            told = syntax.is_noun_clause(verb) and told_by_verb(matter.head) is not None
            if not told and (known not in ONLY or matter.head.lemma_.lower() in ONLY[known]):
                heard = _heard(verb, matter)
                yield Found(put("Proposal", "proposes", agents, matter, verb, heard), verb, presupposed=is_aside(verb))


def _put_forward(verb: Token, frames: frozenset[str]) -> Iterator[Matter]:
    to, gerund = syntax.infinitive(verb), syntax.gerund(verb)
    clauses = [c for c in syntax.clause_complements(verb) if c.i > verb.i or "clause" in frames]
    nouns = [o for o in objects(verb) if o.ent_type_ not in {*PEOPLES, "PERSON"} and not syntax.stands_for_another(o)]
    nouns = [o for o in nouns if to is None or o.i < to.i]  # "offered to mediate, a proposal that Orland welcomed"
    if clauses and ("clause" in frames or ("wish" in frames and not syntax.is_finite(clauses[0]))):
        yield of_clause(clauses[0])
    elif gerund is not None and "gerund" in frames:
        yield of_clause(gerund)
    elif nouns and "noun" in frames and nouns[0].lemma_.lower() not in NOTHING:
        yield from (m for noun in nouns for m in of_noun(noun, verb))
    elif given := [m for noun in nouns for m in of_noun(noun, verb) if _is_offered(m.head, frames)]:
        yield from given
    elif to is not None and "infinitive" in frames and not syntax.is_passive(verb):
        yield of_clause(to)
    elif "with" in frames:  # "countered with a shorter list"; not "with a late goal"
        behind = [g for _, g in syntax.prepositions(verb, "with")]
        yield from (m for g in behind for m in of_noun(g)[:1] if m.head.lemma_.lower() in DEALS)
    elif to is not None and "invited" in frames and _invited(verb) is not None:
        yield of_clause(to, _invited(verb))
    elif "invited" in frames and _invited(verb) is not None:
        for _, governed in syntax.prepositions(verb, "to", "for"):
            yield from of_noun(governed) if governed.lemma_.lower() in TALKS else ()


def _is_offered(noun: Token, frames: frozenset[str]) -> bool:
    """ "offered a deal", "offered $5", "recommended a ban", "introduced a bill"; not "offered no deal"."""
    if syntax.is_absent(noun):
        return False
    lemma = noun.lemma_.lower()
    given = ("gift" in frames and (lemma in GIFTS or noun.ent_type_ == "MONEY")) or (
        "deal" in frames and lemma in DEALS
    )
    return given or ("act" in frames and lemma in ACTS) or ("law" in frames and lemma in LAWS)


def _invited(verb: Token) -> Token | None:
    return next((o for o in syntax.objects(verb) if can_speak(o)), None)


def _heard(verb: Token, matter: Matter) -> Mention | None:
    """ "offered Vessa a deal", "proposed it to Orland"."""
    behind = [g for _, g in syntax.prepositions(verb, "to") if g.i not in {t.i for t in matter.words}]
    return actor(next((t for t in [*syntax.objects(verb), *behind] if t.i != matter.head.i and can_speak(t)), None))
