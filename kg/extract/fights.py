"""Fights told by what they are for: "the campaign to defeat the Front", "an operation to retake Osk from the rebels".

An aim alone is no deed: somebody must own, lead or join the campaign, and it must be against a side that fights.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg import syntax
from kg.extract.deed_words import CAMPAIGNS, DEFEATING, DRIVING, FORCES, LAUNCHING, RETAKING, WARRING
from kg.extract.deeds import Deed
from kg.extract.parties import is_time, kind, people
from kg.extract.sides import agent, objects

ALLIED = frozenset("coalition alliance group movement network".split())


def of_aim(noun: Token) -> Deed | None:
    """The fight of a campaign with an aim; None where nobody is told to wage it, or none to be fought."""
    if noun.lemma_.lower() not in CAMPAIGNS or noun.pos_ != "NOUN" or syntax.is_absent(noun):
        return None
    aim = _aim(noun)
    foes = _foes(aim) if aim is not None else []
    doers = _doers(noun) if foes else []
    if aim is None or not doers or not _is_war(noun, aim, (*doers, *foes)):
        return None
    return Deed(noun, "assault", "fight", tuple(doers), tuple(foes), (noun,), (noun,))


def _aim(noun: Token) -> Token | None:
    """ "to defeat", on the noun or right behind it."""
    clauses = [verb for verb in syntax.relative_clauses(noun) if syntax.has_to(verb)]
    following = noun.nbor() if noun.i + 1 < noun.sent.end else noun
    behind = following.head if following.lower_ == "to" and syntax.is_verb(following.head) else None
    return next(iter(clauses), behind)


def _foes(aim: Token) -> list[Token]:
    """Whom an aim is against: "to defeat the Front", "to drive it out of Osk", "to retake Osk from it"."""
    lemma = aim.lemma_.lower()
    behind = [g for _, g in syntax.prepositions(aim, "from", "out", "of") if not is_time(g)]
    if lemma in DEFEATING or (lemma in DRIVING and behind):
        return objects(aim)
    return [t for g in behind[:1] for t in syntax.conjuncts(g)] if lemma in RETAKING else []


def _doers(noun: Token) -> list[Token]:
    """Who wages it: "Kestria's campaign", "the Kestrian campaign", "joined the campaign"."""
    owner = syntax.possessor(noun)
    if owner is not None and not is_time(owner):
        return helped(noun) or [owner]
    before = [c for c in syntax.compounds(noun) if kind(c) in {"GPE", "ORG"} or people(c) is not None]
    if before:
        return before[-1:]
    return waging(noun)


def waging(noun: Token) -> list[Token]:
    """ "launched a campaign", "is engaged in a war"; "in the campaign to defeat it, the army began"."""
    verb = _within(noun) or noun.head
    launched = syntax.is_object(noun) and noun.head.lemma_.lower() in LAUNCHING
    engaged = verb.lemma_ == "engage" and syntax.is_passive(verb)
    if not syntax.is_verb(verb) or not (launched or _within(noun)) or (syntax.is_passive(verb) and not engaged):
        return []
    doer = syntax.subject(verb) if engaged else agent(verb)
    return syntax.conjuncts(syntax.antecedent(doer)) if doer is not None else []


def helped(noun: Token) -> list[Token]:
    """ "backs Kestria in its fight": Kestria, whose fight it is."""
    owner, verb = syntax.possessor(noun), _within(noun)
    if verb is None or owner is None or not syntax.is_pronoun(owner):
        return []
    return [o for o in objects(verb) if o.i < noun.i and is_force(o)]


def _within(noun: Token) -> Token | None:
    """The verb of what is done in a fight: "in the campaign", "elsewhere in the campaign"."""
    if not syntax.is_governed(noun) or noun.head.lower_ not in {"in", "during"}:
        return None
    above = noun.head.head
    above = above.head if above.pos_ == "ADV" else above
    return above if syntax.is_verb(above) else None


def _is_war(noun: Token, aim: Token, sides: Sequence[Token]) -> bool:
    """True where all sides can fight, and one is a force or the noun is of war: no party's campaign.

    A state's effort "to defeat" a body is of war too, not one "to push it out of the market".
    """
    military = noun.lemma_.lower() in WARRING or any(c.lower_ == "military" for c in syntax.compounds(noun))
    able = all(is_force(s) or kind(s) in {"ORG", "NORP"} or s.lemma_.lower() in ALLIED for s in sides)
    state = aim.lemma_.lower() in DEFEATING and any(kind(s) == "GPE" for s in sides)
    return able and (military or state or any(_is_armed(s) for s in sides))


def is_force(side: Token) -> bool:
    """True for a state, its forces, or those who fight: "the army", "rebels", "the terrorist group"."""
    return kind(side) == "GPE" or _is_armed(side)


def _is_armed(side: Token) -> bool:
    return any(t.lemma_.lower() in FORCES for t in (side, *syntax.compounds(side)))
