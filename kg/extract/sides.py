"""The sides of a deed: who does it, what it is done to, and whether they are such as force is used by and on."""

from __future__ import annotations

from spacy.tokens import Token

from kg import syntax
from kg.extract import deed_words as words
from kg.extract.casualties import suffers
from kg.extract.deed_words import NOUNS
from kg.extract.mentions import BODIES, mention_of
from kg.extract.parties import ACTORS, PLACES, actor, is_reflexive, kind
from kg.extract.people import can_speak


def agent(verb: Token) -> Token | None:
    """Who does it: the subject, or the agent of a passive."""
    blamed = _blamed(verb)
    if blamed is not None:
        return blamed
    found = _doer_of_passive(verb) if syntax.is_passive(verb) else syntax.subject(verb)
    return syntax.antecedent(found) if found is not None else None


def _doer_of_passive(verb: Token) -> Token | None:
    """ "bombed and killed by the army": the army, of both."""
    joined = (t for t in syntax.conjuncts(verb) if t.i > verb.i and syntax.own_subject(t) is None)
    agents = (syntax.agent(t) for t in joined)
    return syntax.agent(verb) or next((a for a in agents if a is not None), None)


def _blamed(verb: Token) -> Token | None:
    """ "accused Orland of shelling Osk": Orland."""
    verb = syntax.first_conjunct(verb)
    if not syntax.is_governed(verb) or verb.head.lower_ not in {"of", "for"}:
        return None
    above = verb.head.head
    if syntax.is_verb(above) and above.lemma_.lower() not in words.OWNING:
        return next(iter(objects(above)), None)
    accusing = syntax.is_object(above) and above.head.lemma_.lower() in words.BLAMING
    return above if accusing else None


def objects(verb: Token) -> list[Token]:
    """What it is done to; of "scores of refugees" the refugees."""
    if syntax.is_passive(verb):
        found = suffers(verb)
    else:
        found = [t for o in syntax.direct_objects(verb) for t in syntax.conjuncts(syntax.antecedent(o))]
        own = syntax.own_subject(verb)
        if not found and syntax.is_noun_clause(verb) and own is not None and own.lower_ not in syntax.RELATIVE:
            found = [verb.head]
    return [_counted(t) for t in found]


def _counted(token: Token) -> Token:
    """ "scores of refugees" -> refugees, "200 tonnes of aid" -> aid."""
    if token.lemma_.lower() not in words.ANYBODY | words.LOADS:
        return token
    return next((g for _, g in syntax.prepositions(token, "of")), token)


def split(doer: Token) -> list[Token]:
    """ "Kestrian and Orlandish officials" are two parties."""
    peoples = [t for c in syntax.compounds(doer) for t in syntax.conjuncts(c) if kind(t) in {"NORP", "GPE"}]
    return peoples if len(peoples) > 1 else [doer]


def is_crowd(verb: Token) -> bool:
    """True for people who act, not a state or its forces."""
    doer = agent(verb)
    if doer is None or kind(doer) in {"GPE", "PERSON"}:
        return False
    lemma = doer.lemma_.lower()
    return (can_speak(doer) or lemma in words.ANYBODY | words.VICTIMS) and lemma not in words.FORCES - {"mob"}


def lives(token: Token) -> bool:
    """True for people, named, counted or described; not for a body or a thing."""
    lemma = token.lemma_.lower()
    if lemma in words.VICTIMS | words.ANYBODY:
        return True
    if kind(token) in {"GPE", "ORG"} or lemma in BODIES | words.LIFELESS | words.INDEFINITE or is_reflexive(token):
        return False
    return kind(token) in {"PERSON", "NORP"} or can_speak(token)


def is_armed(token: Token) -> bool:
    """A side, or a weapon: Morvane, its army, drones; no party."""
    if token.lemma_.lower() in words.WEAPONS | words.FORCES or kind(token) in {"GPE", "NORP"}:
        return True
    mention = mention_of(token) if kind(token) == "ORG" or syntax.is_pronoun(token) else None
    return mention is not None and mention.kind != "PERSON" and "Party" not in mention.name


def is_target(token: Token) -> bool:
    """True for what force can be used on: an actor, a place, a building."""
    lemma = token.lemma_.lower()
    return kind(token) in ACTORS | PLACES or lemma in words.STRUCK | words.SHIPS | words.LAND or lives(token)


def is_meant(verb: Token, met: list[Token]) -> bool:
    """ "killed in a crash": no deed; a killing with an agent, or with force in its clause, is one."""
    if verb.lemma_ not in words.KINDRED:
        return True
    doer = agent(verb)
    if syntax.is_accompanying(syntax.first_conjunct(verb)):
        return False  # "lost control of the car, killing two"
    if doer is not None and doer.i not in {m.i for m in met}:
        return actor(doer) is not None or doer.lemma_.lower() in words.WEAPONS
    return syntax.is_passive(verb) and any(t.lemma_.lower() in words.FORCEFUL for t in verb.subtree)


def is_struck(verb: Token, met: list[Token]) -> bool:
    """A blow of force: on an actor, a place or a building; not "attacked the budget", nor one critic another."""
    doer = agent(verb)
    killed = any(t.lemma_ in words.KINDRED for t in syntax.conjuncts(verb))  # "was struck and killed by a drone"
    if not any(is_target(m) for m in met) or (kind(met[0]) == "PERSON" and not killed):
        return False
    if doer is None:
        return syntax.is_passive(verb) and verb.lemma_ != "engage"  # "is engaged in"
    lemma = doer.lemma_.lower()
    crowd = syntax.is_plural(doer) and can_speak(doer) and lemma not in words.POLITICIANS | words.ANYBODY
    return is_armed(doer) or (kind(doer) != "PERSON" and (crowd or lemma in words.ATTACKERS))


def is_airborne(noun: Token) -> bool:
    """ "air strikes", "strikes on the port": not of workers, nor of a clock."""
    before = {c.lemma_.lower() for c in syntax.compounds(noun)}
    on = [g for _, g in syntax.prepositions(noun, "on", "against")]
    return bool(before & (words.WEAPONS | {"air"})) or any(is_target(g) for g in on)


def is_assault(token: Token) -> bool:
    """True for a noun of force: "attack", "shelling"."""
    return is_event(token) and NOUNS[noun_key(token)].concept == "assault"


def is_event(token: Token) -> bool:
    """True for a noun of an event; "shelling" also where the parse takes it for a verb without an object."""
    if noun_key(token) not in NOUNS:
        return False
    told = syntax.is_governed(token) or syntax.own_subject(token.head) == token
    gerund = token.lower_.endswith("ing") and told
    return token.pos_ == "NOUN" or (gerund and not objects(token))


def noun_key(token: Token) -> str:
    """The word under which a noun is listed."""
    return token.lower_ if token.lower_.endswith("ing") else token.lemma_.lower()
