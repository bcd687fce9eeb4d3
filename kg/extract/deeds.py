"""Deeds told by a verb: "imposed sanctions on Kestria", "shelled Osk", "threatened to cut the supply"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg import syntax
from kg.extract import deed_words as words
from kg.extract.deed_words import PARTICLES, PHRASES, VERBS, Needs
from kg.extract.parties import ACTORS, PLACES, actor, is_time, kind, parties_below, party
from kg.extract.sides import (
    agent,
    is_airborne,
    is_armed,
    is_assault,
    is_crowd,
    is_meant,
    is_struck,
    is_target,
    lives,
    objects,
    split,
)

PHRASAL = frozenset({*words.STREAMING, "fire", "go", "walk", "pull", "call", *(verb for verb, _ in PHRASES)})
HOSTILE = frozenset({"assault", "coerce", "sanction", "mobilize"})
ALONE = frozenset({*VERBS, *words.TAKING, *(verb for verb, _ in PARTICLES)})
TAKEN = Needs("assault", "place")
UPON = ("on", "against", "with", "to", "for", "at", "into", "of", "from", "between", "over")


@dataclass(frozen=True, slots=True)
class Deed:
    """Words of an event: its head, PLOVER concept and verb phrase, who acts on whom, and the words that tell more.

    ``clauses`` are the verbs that tell its time and casualties, ``scene`` the words that its place can stand at.
    """

    head: Token
    concept: str
    action: str
    agents: tuple[Token, ...]
    recipients: tuple[Token, ...]
    clauses: tuple[Token, ...]
    scene: tuple[Token, ...]


def of_verb(verb: Token) -> Deed | None:
    """The deed that a verb tells, if it tells one."""
    return of_phrase(verb) or _of_verb_alone(verb)


# --- verb and object: "imposed sanctions on Kestria"


def of_phrase(verb: Token) -> Deed | None:
    """The deed of a verb with its object or particle."""
    lemma = verb.lemma_.lower()
    if lemma == "be":
        return _willing(verb)
    if lemma not in PHRASAL:
        return None
    particle = _particle(verb)
    if lemma == "go" and any(g.lemma_ == "strike" for _, g in syntax.prepositions(verb, "on")):
        return _made(verb, "protest", "go on strike", [])
    if lemma in words.STREAMING and _in_the_streets(verb):
        return _made(verb, "protest", "protest", _aimed_at(verb)) if is_crowd(verb) else None
    if lemma == "walk" and particle == "out":
        return _made(verb, "protest", "walk out", []) if is_crowd(verb) else None
    if lemma == "fire" and not objects(verb):
        return _fired(verb)
    if lemma == "pull" and particle == "out":
        return _pulled_out(verb)
    if lemma == "call" and particle == "off":
        lemma = "cancel"
    for noun in objects(verb):
        noun = _of_state(noun)
        concept = PHRASES.get((lemma, noun.lemma_.lower()))
        if concept is not None and not is_time(noun):
            return _of_object(verb, lemma, noun, concept)
    return None


def _fired(verb: Token) -> Deed | None:
    """ "fired on the convoy", "fired at the patrol"; what is fired is told as an object."""
    doer = agent(verb)
    upon = [g for _, g in syntax.prepositions(verb, "on", "at") if is_target(g) and not is_time(g)]
    armed = doer is not None and (is_armed(doer) or doer.lemma_.lower() in words.ATTACKERS)
    fits = armed and not syntax.is_passive(verb)
    return _made(verb, "assault", "fire", upon) if fits and upon else None


def _in_the_streets(verb: Token) -> bool:
    """ "poured into the streets to demand", "took to the streets over": not "marched on the town"."""
    streets = any(t.lemma_.lower() in words.STREETS for t in verb.subtree)
    inner = syntax.infinitive(verb)
    aim = inner is not None and inner.lemma_ in words.DEMANDING
    return streets and (aim or any(True for _ in syntax.prepositions(verb, "against", "over")))


def _of_state(noun: Token) -> Token:
    """ "a state of emergency" -> emergency."""
    if noun.lemma_.lower() != "state":
        return noun
    return next((g for _, g in syntax.prepositions(noun, "of") if g.lemma_ in {"emergency", "siege"}), noun)


def _willing(verb: Token) -> Deed | None:
    """ "is willing to send troops to Orland", "is prepared to lift the ban"."""
    told = syntax.predicate(verb)
    inner = syntax.infinitive(told) if told is not None and told.lemma_.lower() in words.WILLING else None
    doer = agent(verb)
    if told is None or inner is None or doer is None or inner.lemma_ in words.MEETING:
        return None
    concept = "threaten" if _is_hostile(inner) else "agree"
    return _made(verb, concept, f"be {told.lower_} to {inner.lemma_}", parties_below(inner, [doer]))


def _is_hostile(verb: Token) -> bool:
    """True for what is done to somebody's harm: "to bomb", "to impose sanctions"."""
    done = of_verb(verb)
    return done is not None and done.concept in HOSTILE


def _of_object(verb: Token, lemma: str, noun: Token, concept: str) -> Deed | None:
    named = noun.lemma_.lower()
    upon = _upon(noun, verb) if lemma not in words.BLOCKING else []
    doer = agent(verb)
    by_force = doer is not None and doer.lemma_.lower() in words.FORCES | words.WEAPONS
    by_force = by_force or any(is_target(u) for u in upon)
    if concept == "assault" and named == "strike" and not (is_airborne(noun) or by_force):
        concept = "protest"
    if concept == "assault" and named in {"attack", "assault", "offensive"} and any(kind(u) == "PERSON" for u in upon):
        return None  # words: "mounted an attack on the minister Dahl"
    if concept == "cooperate" and not (_is_joint(noun, verb) or upon):
        concept = "mobilize"
    if concept == "protest" and lemma in words.BLOCKING and not is_crowd(verb):
        concept = "coerce"
    if named in {"rally", "march"} and doer is not None and kind(doer) == "PERSON":
        return None  # a candidate's rallies
    if concept in {"protest", "assault"} and not upon:
        upon = _aimed_at(verb) or _killed_in(noun)
    printed = noun.text.lower() if syntax.is_plural(noun) else named
    return _made(verb, concept, f"{lemma} {printed}", upon, (noun,))


def _killed_in(noun: Token) -> list[Token]:
    """ "Dahl was killed in a raid conducted by the army": Dahl."""
    verb = noun.head.head if syntax.is_governed(noun) and noun.head.lower_ == "in" else noun
    deadly = syntax.is_verb(verb) and verb.lemma_ in words.KILLING | words.WOUNDING and syntax.is_passive(verb)
    return objects(verb) if deadly else []


def _particle(verb: Token) -> str:
    """ "called off", "pulled its troops out of", "walked out"."""
    apart = next((c.lower_ for c in verb.children if c.lower_ in {"out", "up", "off", "back"} and c.i > verb.i), "")
    return syntax.particle(verb) or apart


def _pulled_out(verb: Token) -> Deed | None:
    moved = objects(verb)
    if any(m.lemma_.lower() not in words.TROOPS for m in moved) or not (moved or _left_place(verb)):
        return None
    return _made(verb, "retreat", "pull out", [])


def _is_joint(noun: Token, verb: Token) -> bool:
    doer = agent(verb)
    together = doer is not None and len(syntax.conjuncts(doer)) > 1
    return together or any(c.lower_ == "joint" for c in syntax.compounds(noun))


def _upon(noun: Token, verb: Token) -> list[Token]:
    """Whom it is done to: behind a preposition of the object or the verb; a receiver ("gave Kestria aid")."""
    found = [g for head in (noun, verb) for _, g in syntax.prepositions(head, *UPON)]
    received = [o for o in syntax.objects(verb) if o.i < noun.i and not o.is_ancestor(noun)]
    named = [g for g in [*received, *found] if party(g) is not None and not is_time(g)]
    return [t for g in named[:1] for t in syntax.conjuncts(g)]


def _aimed_at(verb: Token) -> list[Token]:
    """Whom a protest is against: "to demand Dahl's resignation", "over Orland's decision"."""
    doer = agent(verb)
    besides = [doer] if doer is not None else []
    inner = syntax.infinitive(verb)
    told = [g for p, g in syntax.prepositions(verb, "against", "over", "at") if not is_time(g)]
    told += [g for _, g in syntax.prepositions(verb, "in") if g.lemma_.lower() in {"protest", "defiance"}]
    for head in [*told, *([inner] if inner is not None else [])]:
        found = parties_below(head, besides)
        if found:
            return found
    return []


# --- a verb alone: "shelled Osk", "arrested the envoy"


def _of_verb_alone(verb: Token) -> Deed | None:
    lemma = verb.lemma_.lower()
    if lemma not in ALONE:
        return None
    particle = _particle(verb)
    known = PARTICLES.get((lemma, particle)) or VERBS.get(lemma) or (TAKEN if lemma in words.TAKING else None)
    phrasal = syntax.particle(verb) != "" and (lemma, particle) not in PARTICLES  # "struck the rules down"
    if known is None or phrasal or _tells_of_another(verb):
        return None
    concept, needs = known
    if lemma in words.TAKING:
        taken = _taken(verb, lemma)
        if taken is not None:
            return taken
    action = f"{lemma} {particle}" if (lemma, particle) in PARTICLES else lemma
    if needs == "deed":
        return _of_deed(verb, concept, action)
    if needs in {"people", "armed", "weapon"}:
        return _of_subject(verb, known, action)
    if needs == "place":
        return _of_place(verb, concept, action)
    if needs in {"ships", "troops"}:
        fitting = words.SHIPS if needs == "ships" else words.TROOPS
        kept = [m for m in objects(verb) if m.lemma_.lower() in fitting]
        action = f"{action} {kept[0].text.lower()}" if kept else action
        upon = _taken_from(verb) or (kept if needs == "ships" else [])
        return _made(verb, concept, action, upon) if kept else None
    kept = _fitting(verb, needs)
    if concept == "coerce" and action == "expel" and kept and kept[0].lemma_.lower() in words.ENVOYS:
        concept = "sanction"
    return _made(verb, concept, action, kept) if kept else None


def _taken(verb: Token, lemma: str) -> Deed | None:
    """ "captured the town": land that a side takes by force, or whom it is taken from."""
    doer = agent(verb)
    land = [m for m in objects(verb) if kind(m) in PLACES or m.lemma_.lower() in words.LAND]
    if doer is None or not land or not is_armed(doer):
        return None
    return _made(verb, "assault", lemma, _taken_from(verb) or land)


def _fitting(verb: Token, needs: str) -> list[Token]:
    """The objects that a verb must have to be meant so."""
    met = objects(verb) or [g for _, g in syntax.prepositions(verb, "off")]  # "fought off", by some parses
    if needs == "living":
        met = [m for m in met if lives(m) or (m.pos_ == "NUM" and verb.lemma_ in words.KINDRED)]
        return met if met and is_meant(verb, met) else []
    if needs == "held":
        told = any(t.lemma_.lower() in words.HELD for t in verb.subtree)
        return [m for m in met if lives(m)] if told else []
    if needs == "struck":
        return met if is_struck(verb, met) else []
    if needs == "policy":
        return [m for m in met if actor(m) is not None or m.lemma_.lower() in words.POLICIES]
    return [m for m in met if needs == "thing" or party(m) is not None]


def _taken_from(verb: Token) -> list[Token]:
    return [g for _, g in syntax.prepositions(verb, "from") if party(g) is not None and not is_time(g)]


def _of_subject(verb: Token, known: Needs, action: str) -> Deed | None:
    """ "the crowd marched", "the rebels surrendered", "a car bomb exploded"."""
    concept, needs = known
    doer, met = agent(verb), objects(verb)
    if doer is None:
        return None
    if needs == "weapon":
        return _made(verb, concept, action, []) if doer.lemma_.lower() in words.WEAPONS else None
    if needs == "people":
        bare = not met or (action in {"protest", "picket"} and met[0].lemma_.lower() not in words.NOT_PROTESTED)
        told = parties_below(met[0], [doer]) if met else _aimed_at(verb)
        return _made(verb, concept, action, told) if bare and is_crowd(verb) else None
    both = syntax.conjuncts(doer)
    if not (is_armed(doer) or (len(both) > 1 and actor(doer) is not None)):
        return None
    against = [g for _, g in syntax.prepositions(verb, "with", "against") if party(g) is not None]
    against += [m for m in met if party(m) is not None]
    if concept == "assault" and any(kind(t) == "PERSON" for t in (*both, *against)):
        return None
    if action in {"fight", "battle", "combat"} and not against:
        return None  # "fight inflation"
    return _made(verb, concept, action, (against or both[1:]) if concept == "assault" else [])


def _of_deed(verb: Token, concept: str, action: str) -> Deed | None:
    """ "threatened to cut the supply to Orland", "agreed to free the sailors", "agreed with Orland on"."""
    inner, doer = syntax.infinitive(verb), agent(verb)
    heard = [o for o in objects(verb) if party(o) is not None]
    heard += [g for _, g in syntax.prepositions(verb, "with") if actor(g) is not None]
    if inner is not None and inner.lemma_ not in words.MEETING:
        upon = heard or parties_below(inner, [doer] if doer is not None else [])
        concept = "threaten" if _is_hostile(inner) else concept
        return _made(verb, concept, f"{action} to {inner.lemma_}", upon)
    threat = next((o for o in objects(verb) if o.lemma_.lower() in words.THREATS), None)
    if threat is not None and concept == "threaten":
        return _made(verb, concept, f"{action} {threat.lemma_}", _upon(threat, verb))
    subjects = [g for _, g in syntax.prepositions(verb, "on", "to") if not is_time(g)]
    fits = inner is None and (heard if concept == "threaten" else subjects)
    about = parties_below(subjects[0], [doer] if doer is not None else []) if subjects and not heard else []
    return _made(verb, concept, action, heard or about) if fits else None


def _of_place(verb: Token, concept: str, action: str) -> Deed | None:
    """ "invaded Kestria", "blockaded the port", "withdrew from Osk", "withdrew its troops"."""
    met = objects(verb)
    if concept == "retreat":
        troops = any(m.lemma_.lower() in words.TROOPS for m in met)
        return _made(verb, concept, action, []) if troops or (not met and _left_place(verb)) else None
    kept = [m for m in met if kind(m) in ACTORS | PLACES or m.lemma_.lower() in words.LAND | words.STRUCK]
    return _made(verb, concept, action, kept) if kept and kind(kept[0]) != "PERSON" else None


def _left_place(verb: Token) -> bool:
    behind = [g for _, g in syntax.prepositions(verb, "from", "out")]
    return any(kind(g) in PLACES or g.lemma_.lower() in words.LAND for g in behind)


# --- whether another tells it


def _tells_of_another(verb: Token) -> bool:
    """ "the attack killed 12", "killed in an attack", "struck the port, killing 12": no event beside the attack."""
    if verb.lemma_ not in words.KINDRED | {"hit", "strike"}:
        return False
    subject = syntax.subject(verb)
    if subject is not None and not syntax.is_passive(verb) and is_assault(syntax.antecedent(subject)):
        return True
    told_by = [g for p, g in syntax.prepositions(verb, "in", "by", "during", "from") if is_assault(g)]
    doer = agent(verb)
    acts = doer is not None and not syntax.is_passive(verb) and actor(doer) is not None
    if told_by and not (acts and verb.lemma_ in words.KILLING | words.WOUNDING):
        return True
    first = syntax.first_conjunct(verb)
    beside = [t for t in syntax.above(first) if syntax.is_verb(t)] if syntax.is_accompanying(first) else []
    above = [*beside, *([first] if first.i != verb.i and syntax.is_verb(first) else [])]
    return verb.lemma_ in words.KINDRED and any(_is_force(t) for t in above)


def _is_force(verb: Token) -> bool:
    deed = of_verb(verb)
    return deed is not None and deed.concept in {"assault", "coerce"}


# --- who, whom


def _made(verb: Token, concept: str, action: str, upon: list[Token], about: tuple[Token, ...] = ()) -> Deed:
    doer = agent(verb)
    agents = tuple(syntax.conjuncts(doer)) if doer is not None and doer.i not in {r.i for r in upon} else ()
    if concept in words.RECIPROCAL or action == "clash":
        agents = tuple(t for a in agents for t in split(a))
        agents, upon = agents[:1], upon or list(agents[1:])
    joined = [c for c in verb.subtree if c.lemma_ in words.KINDRED and _goes_with(c, verb)]
    above = [verb.head] if verb.head.lemma_ in words.KINDRED and syntax.is_dependent(verb) else []
    return Deed(
        verb, concept, action, agents, tuple(upon), (verb, *joined, *above), (verb, *about, *objects(verb), *agents)
    )


def _goes_with(tells: Token, verb: Token) -> bool:
    """ "shelled Osk, killing 12", "shelled Osk and wounded 12"."""
    first = syntax.first_conjunct(tells)
    return tells.i != verb.i and (first.i == verb.i or syntax.is_accompanying(first))
