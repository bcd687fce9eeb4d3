"""Deeds told by a noun: "the shelling of Osk", "Morvane's full invasion in 2022", "an airstrike killed 12"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg import syntax
from kg.extract.casualties import suffers
from kg.extract.deed_words import FIGHTS, HAPPENING, KILLING, NOUNS, POLITICIANS, WOUNDING
from kg.extract.deeds import Deed, of_phrase, of_verb
from kg.extract.fights import helped, is_force, waging
from kg.extract.mentions import mention_of
from kg.extract.parties import is_time, kind, party, people, place_at
from kg.extract.sides import agent, is_airborne, is_armed, is_event, is_target, noun_key

# "in an attack": the attack was
# "Dahl's arrest": whom it befell
SUFFERED = frozenset("assassinate arrest detain expel shoot massacre".split())
WORDY = frozenset({"attack", "assault", "offensive"})
# Before whom it is done to
UPON: dict[str, tuple[str, ...]] = {"protest": ("against",)}
DURING = frozenset("in after during following since by amid".split())


def of_noun(noun: Token) -> Deed | None:
    """The deed that a noun tells of as one that was; none for "no attack", "an assault on a market"."""
    if not is_event(noun) or syntax.is_compound(noun) or _is_told_by_verb(noun):
        return None
    concept, action = NOUNS[noun_key(noun)]
    if noun.lemma_ == "strike" and not is_airborne(noun):
        return None
    agents, upon = _sides(noun, concept)
    both = agents and any(party(t) is not None for t in upon)
    needs_both = concept == "sanction" or noun_key(noun) in FIGHTS
    if not _is_told(noun, bool(agents)) or (needs_both and not both):
        return None
    if concept in {"assault", "coerce"} and upon and not any(is_target(t) for t in upon):
        return None
    if noun_key(noun) in WORDY and any(_argues(a) for a in agents):
        return None  # "his attacks on the critic"
    clauses = tuple(_telling(noun))
    if concept == "assault" and not any(party(t) for t in upon):
        upon = [*upon, *(t for v in clauses if v.lemma_ in KILLING | WOUNDING for t in suffers(v))]
    return Deed(noun, concept, action, tuple(agents[:1]), tuple(upon), clauses, (noun, *clauses))


def _is_told_by_verb(noun: Token) -> bool:
    """ "launched an attack", "a raid conducted by the army"; "the rebels killed 12 in an attack on Osk"."""
    if any(syntax.is_passive(v) and (deed := of_phrase(v)) and deed.agents for v in syntax.relative_clauses(noun)):
        return True
    if syntax.is_by(noun.head) and any(of_verb(t) is not None for t in syntax.conjuncts(noun.head.head)):
        return True  # "was hit by a coalition airstrike"
    if syntax.is_object(noun):
        return syntax.is_verb(noun.head) and of_phrase(noun.head) is not None
    verb = noun.head.head if syntax.is_governed(noun) else noun
    deadly = syntax.is_verb(verb) and verb.lemma_ in KILLING | WOUNDING and not syntax.is_passive(verb)
    return deadly and (deed := of_verb(verb)) is not None and bool(deed.agents)


def _sides(noun: Token, concept: str) -> tuple[list[Token], list[Token]]:
    """Who acts on whom: "Morvane's attack", "the Kestrian attack", "shelling by Morvane", "of Osk"."""
    between = [t for _, g in syntax.prepositions(noun, "between") for t in syntax.conjuncts(g)]
    if len(between) > 1:
        return between[:1], between[1:]
    owner = syntax.possessor(noun)
    agents = [g for _, g in syntax.prepositions(noun, "by") if not is_time(g)]
    agents += [owner] if owner is not None and not is_time(owner) else []
    agents += [c for c in syntax.compounds(noun) if _is_side(c, concept)]
    if concept == "assault" and not agents:
        agents = _attacking(noun)
    over = ("against", "with") if noun_key(noun) in FIGHTS else UPON.get(concept, ("of", "on", "against", "at"))
    upon = [g for _, g in syntax.prepositions(noun, *over) if party(g) or place_at(g) or is_target(g)]
    if noun_key(noun) in FIGHTS and upon:
        agents = helped(noun) or [a for a in agents if party(a) is not None] or _at_war(noun, upon)
    if owner is not None and not upon and NOUNS[noun_key(noun)].needs in SUFFERED:
        return [a for a in agents if a.i != owner.i], [owner]
    if concept in {"retreat", "mobilize"}:
        return [*upon, *agents], []
    return agents, [t for g in upon[:1] for t in syntax.conjuncts(g)]


def _at_war(noun: Token, upon: list[Token]) -> list[Token]:
    """ "the army joined the fight against the militia": a force; against a person it is one of words."""
    return [t for t in waging(noun) if is_force(t) and all(kind(u) != "PERSON" for u in upon)]


def _is_side(before: Token, concept: str) -> bool:
    """ "the Kestrian attack", "the US attack"; "the Osk attack" was in Osk."""
    if kind(before) == "GPE" and before.pos_ == "PROPN" and concept in {"assault", "protest"}:
        return before.text.isupper() and concept == "assault"
    return kind(before) in {"GPE", "ORG"} or people(before) is not None


def _argues(doer: Token) -> bool:
    """True for a person or politician: their attacks are of words."""
    known = mention_of(doer)
    return (known is not None and known.kind == "PERSON") or doer.lemma_.lower() in POLITICIANS


def _attacking(noun: Token) -> list[Token]:
    """ "Morvane seized Osk in an offensive": Morvane."""
    above = noun.head
    if not syntax.is_governed(noun) or above.lower_ not in {"in", "during"} or not syntax.is_verb(above.head):
        return []
    if of_verb(above.head) is not None:
        return []  # "arrested them in raids": the arrest tells it
    doer = agent(above.head) if not syntax.is_passive(above.head) else None
    return [doer] if doer is not None and is_armed(doer) else []


def _is_told(noun: Token, by_whom: bool) -> bool:
    """True for "the shelling", "its invasion", "an attack killed", "in an attack"; not "no attack"."""
    if any(c.lower_ in {"no", "any", "every", "such"} for c in noun.children):
        return False
    above = noun.head
    if syntax.is_subject(noun):
        return above.lemma_.lower() in HAPPENING or syntax.is_definite(noun) or by_whom
    if syntax.is_governed(noun) and above.lower_ in DURING:
        return True
    named = any(c.lower_ in {"the", "this", "that"} for c in noun.children) or by_whom or noun.lower_.endswith("ing")
    return named and not syntax.is_predicative(noun)


def _telling(noun: Token) -> Iterator[Token]:
    """The verbs that tell of the event: "the attack killed", "killed in the attack", "an attack that killed"."""
    above = noun.head
    if syntax.is_subject(noun) and syntax.is_verb(above):
        yield from syntax.conjuncts(above)
    elif syntax.is_governed(noun) and above.lower_ in {"in", "during", "by"} and syntax.is_verb(above.head):
        yield from syntax.conjuncts(above.head)
    yield from syntax.relative_clauses(noun)
