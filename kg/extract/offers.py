"""Proposals that a noun names together with who made them: "Vessa’s offer of amnesty", "a Kestria-drafted truce"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg import syntax
from kg.extract import cues
from kg.extract.bargain_words import ASKED, MAKING, MAKING_CLAUSES, OFFERS, PLANS, PROPOSING, TOLD_BY
from kg.extract.matters import Matter, actor, actors, is_put, named, of_clause, of_noun, put, with_particle
from kg.extract.people import can_speak
from kg.extract.sources import source_of
from kg.model import Content, Mention

# "its plan would cost jobs": what comes of a plan is not what it is
EFFECTS = frozenset(
    "be have make cost hurt harm cause jeopardize jeopardise fail lead mean result destroy face reach save leave help "
    "bring impact affect require violate threaten undermine benefit work pass go come add hit risk weaken "
    "strengthen".split()
)
# "its second bid, a 4% raise"
SPELLED = frozenset({"bid", "plan", "draft"})
PEOPLES = frozenset({"GPE", "ORG", "NORP"})
ANSWERING = frozenset(
    "accept agree back reject turn dismiss rebuff spurn refuse decline reply respond take study consider weigh".split()
)


def proposal_of(noun: Token) -> Content | None:
    """The proposal or demand that a noun names together with who made it; None where that is not told."""
    if syntax.is_absent(noun) or any(c.lemma_.lower() in {"job", "book"} for c in syntax.compounds(noun)):
        return None
    maker = _maker(noun)
    agents = actors(maker)
    if not agents and maker is not None and not syntax.is_possessor(maker) and (of := named(maker)) is not None:
        agents = (of,)
    if not agents:
        return None
    kind, says = ("Demand", "demands") if noun.lemma_.lower() in ASKED else ("Proposal", "proposes")
    return put(kind, says, agents, told_by_verb(noun) or offered(noun), noun)


def _maker(noun: Token) -> Token | None:
    """Whose proposal it is: by a possessive, "by X", "from X", or a clause of proposing."""
    owner = syntax.possessor(noun)
    by = [g for _, g in syntax.prepositions(noun, "by", "from") if can_speak(g)]
    clauses = [v for c in syntax.relative_clauses(noun) for v in syntax.conjuncts(c) if syntax.is_verb(v)]
    by += [s for v in clauses if _makes(v) and (s := source_of(v)) is not None]
    by = [s for s in by if syntax.antecedent(s).i != noun.i]  # not "a deal that raises pay"
    made = participle(noun)
    of_people = [
        c for c in syntax.compounds(noun) if c.ent_type_ in PEOPLES and noun.lemma_.lower() in OFFERS | ASKED | PLANS
    ]
    near = [owner] if owner is not None else [made] if made is not None else [*by, *of_people]
    return next(iter(near), None)


def _makes(verb: Token) -> bool:
    known = with_particle(verb, verb.lemma_, MAKING_CLAUSES)
    return known in MAKING_CLAUSES or with_particle(verb, verb.lemma_, PROPOSING) in PROPOSING


def participle(noun: Token) -> Token | None:
    """ "an Orland-proposed truce": Orland."""
    for c in syntax.compounds(noun):
        if c.lemma_.lower() in MAKING and c.i >= noun.sent.start + 2 and c.nbor(-1).text == "-":
            return c.nbor(-2)
        if c.lower_.endswith("-proposed"):
            return c
    return None


def offered(noun: Token) -> Matter:
    """What a proposal is for: "for joint patrols", "of amnesty", "to resume talks", "that the seat be shared"."""
    made = participle(noun)
    if made is None:
        for c in syntax.relative_clauses(noun):
            that = any(t.lower_ == "that" and t.i < c.i and not syntax.is_relative(t) for t in c.children)
            if c.i > noun.i and (syntax.has_to(c) or that):
                return of_clause(c)  # not "an offer that Orland welcomed"
        for leading, governed in syntax.prepositions(noun, "for", "of", "on"):
            if noun.lemma_.lower() in OFFERS | ASKED | {"plan", "idea", "bill"} and not (
                leading.lower_ == "of" and actor(governed) is not None
            ):
                return of_clause(governed) if syntax.is_verb(governed) else of_noun(governed)[0]
        for beside in syntax.appositions(noun):
            if actor(beside) is None:  # "its second bid, a 4% raise"
                return of_noun(beside)[0]
    owner = syntax.possessor(noun)
    leave = [*syntax.additions(noun), *([owner] if owner is not None else []), *syntax.relative_clauses(noun)]
    leave += [c for c in syntax.compounds(noun) if c.ent_type_ in PEOPLES]
    leave += [p for p, _ in syntax.prepositions(noun, "by", "from")]
    words = [t for t in syntax.clause(noun, without=leave) if made is None or not made.i <= t.i <= made.i + 2]
    return Matter(noun, tuple(t for t in words if t.lower_ not in {"the", "a", "an"} or t.head.i != noun.i) or (noun,))


def told_by_verb(noun: Token) -> Matter | None:
    """ "Orland’s plan would split the strait", "under its plan the port would be shared": what a plan is, by a verb."""
    if noun.lemma_.lower() not in OFFERS | PLANS | ASKED or participle(noun) is not None:
        return None
    verb = noun.head
    if syntax.is_subject(noun) and not syntax.is_passive(verb) and not _is_said(verb):
        would = any(h.lower_ == "would" for h in syntax.auxiliaries(verb)) and verb.lemma_ not in EFFECTS
        if would:
            return _without_subject(verb, noun)
        if verb.lemma_ in TOLD_BY and syntax.is_finite(verb):
            things = [*syntax.direct_objects(verb), *(g for _, g in syntax.prepositions(verb, "for"))]
            return of_noun(things[0])[0] if things and not syntax.is_verb(things[0]) else None
    if verb.lower_ == "under" and syntax.is_verb(verb.head):
        would = any(h.lower_ == "would" for h in syntax.auxiliaries(verb.head))
        leave = [verb, *(t for t in verb.head.children if syntax.is_beside(t))]
        return Matter(verb.head, tuple(syntax.clause(verb.head, without=leave))) if would else None
    return None


def _is_said(verb: Token) -> bool:
    """ "said its plan would hurt farmers": what somebody else says of it."""
    return syntax.is_complement(syntax.first_conjunct(verb))


def _without_subject(verb: Token, noun: Token) -> Matter:
    helpers = syntax.auxiliaries(verb)
    return Matter(verb, tuple(t for t in of_clause(verb, noun).words if t not in helpers))


def is_proposal(noun: Token, made: Content) -> bool:
    """True where a noun tells what it is about, or is answered: "rejected its offer"."""
    lemma = noun.lemma_.lower()
    if lemma not in OFFERS and participle(noun) is None:
        spelled = lemma in SPELLED and any(actor(a) is None for a in syntax.appositions(noun))
        return lemma in PLANS and (spelled or told_by_verb(noun) is not None)
    verb = syntax.governing_verb(noun)
    answered = verb is not None and verb.lemma_ in ANSWERING
    return answered or participle(noun) is not None or not str(made.get("matter")).lower().endswith(noun.lower_)


def lent(noun: Token) -> Iterator[tuple[Token, tuple[Mention, ...]]]:
    """ "Orland made a fresh offer of talks", "made Kestria an offer": the verb and who offers."""
    verb = noun.head
    held = syntax.is_object(noun) or noun in syntax.secondary_predicates(verb)
    light = held and verb.lemma_.lower() in cues.LIGHT | {"extend", "float"} and is_put(verb)
    agents = actors(source_of(verb)) if light and not syntax.is_absent(noun) else ()
    if agents and syntax.possessor(noun) is None:
        yield verb, agents
