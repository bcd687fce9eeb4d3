"""Proposals: who proposes, offers or suggests what to whom, as verbs, nouns and "Orland-proposed" tell."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract import cues
from kg.extract.bargain_words import ASKED
from kg.extract.found import Found, kept
from kg.extract.matters import (
    Matter,
    actor,
    actors,
    is_aside,
    is_put,
    named,
    objects,
    of_clause,
    of_noun,
    put,
    with_particle,
)
from kg.extract.people import can_speak
from kg.extract.sources import source_of
from kg.model import Content, Mention

PUBLIC = frozenset({"GPE", "ORG", "NORP"})
# Verbs that put something forward, with their particle; what of theirs it is
PROPOSING = {
    "propose": frozenset({"noun", "clause", "infinitive", "gerund"}),
    "suggest": frozenset({"gerund", "wish"}),
    "offer": frozenset({"deal", "infinitive"}),
    "float": frozenset({"deal"}),
    "table": frozenset({"deal"}),
    "put_forward": frozenset({"noun"}),
    "invite": frozenset({"invited"}),
    "counter": frozenset({"with"}),
}
# Nouns that name a proposal by themselves
OFFERS = frozenset("proposal offer invitation suggestion overture".split())
# What can be offered and floated: "offered a deal", not "offered a glimpse"
DEALS = OFFERS | frozenset(
    "plan idea draft bid deal truce ceasefire cease-fire amnesty compromise settlement mediation map timetable terms "
    "package initiative formula roadmap scheme option moratorium swap exchange raise bonus contract guarantee "
    "concession blueprint text resolution treaty agreement accord pact extension list version payment notion loan "
    "percent %".split()
)
ANSWERING = frozenset("accept agree back reject turn dismiss rebuff spurn refuse decline reply respond".split())
# What one is invited to: "invited Orland to talks"
TALKS = frozenset("talk negotiation summit meeting conference dialogue mediation".split())
LEADING = frozenset(word.partition("_")[0] for word in PROPOSING)
MAKING = frozenset("propose draft broker mediate table float suggest offer".split())


@kept
def find(doc: Doc) -> Iterator[Found]:
    """The proposals of a doc, in the order of its words."""
    for token in doc:
        lemma = token.lemma_.lower()
        if syntax.is_verb(token):
            yield from _proposed(token, lemma)
        elif token.pos_ == "NOUN" and (lemma in OFFERS or _participle(token) is not None):
            made = proposal_of(token)
            if made is not None and (made.get("matter") not in {lemma, token.lower_} or is_answered(token)):
                yield Found(made, token, presupposed=True)
            elif made is None:
                yield from _made(token)


def _made(noun: Token) -> Iterator[Found]:
    """ "Orland made a fresh offer of talks"."""
    verb = noun.head
    light = syntax.is_object(noun) and verb.lemma_.lower() in cues.LIGHT and is_put(verb)
    agents = actors(source_of(verb)) if light and not syntax.is_absent(noun) else ()
    if agents and syntax.possessor(noun) is None and (matter := _offered(noun)).head.i != noun.i:
        yield Found(put("Proposal", "proposes", agents, matter, verb, _heard(verb, matter)), verb)


# --- "proposed a truce", "offered to open the archives", "suggested sharing the seat"


def _proposed(verb: Token, lemma: str) -> Iterator[Found]:
    if lemma not in LEADING:
        return
    frames = PROPOSING.get(with_particle(verb, lemma, PROPOSING), frozenset())
    agents = actors(source_of(verb)) if frames and is_put(verb) else ()
    if agents:
        for matter in _put_forward(verb, frames):
            yield Found(
                put("Proposal", "proposes", agents, matter, verb, _heard(verb, matter)),
                verb,
                presupposed=is_aside(verb),
            )


def _put_forward(verb: Token, frames: frozenset[str]) -> Iterator[Matter]:
    to, gerund = syntax.infinitive(verb), syntax.gerund(verb)
    clauses = [c for c in syntax.clause_complements(verb) if c.i > verb.i]
    nouns = [o for o in objects(verb) if o.ent_type_ not in {*PUBLIC, "PERSON"} and not syntax.stands_for_another(o)]
    if clauses and ("clause" in frames or ("wish" in frames and not syntax.is_finite(clauses[0]))):
        yield of_clause(clauses[0])
    elif gerund is not None and "gerund" in frames:
        yield of_clause(gerund)
    elif nouns and "noun" in frames and nouns[0].lemma_.lower() not in {"marriage", "toast"}:
        yield from (m for noun in nouns for m in of_noun(noun, verb))
    elif nouns and "deal" in frames:
        yield from (m for noun in nouns for m in of_noun(noun, verb) if m.head.lemma_.lower() in DEALS)
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


def _invited(verb: Token) -> Token | None:
    return next((o for o in syntax.objects(verb) if can_speak(o)), None)


def _heard(verb: Token, matter: Matter) -> Mention | None:
    """ "offered Vessa a deal", "proposed it to Orland"."""
    behind = [g for _, g in syntax.prepositions(verb, "to") if g.i not in {t.i for t in matter.words}]
    return actor(next((t for t in [*syntax.objects(verb), *behind] if t.i != matter.head.i and can_speak(t)), None))


# --- "Vessa's offer of amnesty", "a proposal by Vessa that ...", "a US-proposed truce", "the plan drafted by Vessa"


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
    return put(kind, says, agents, _offered(noun), noun)


def _maker(noun: Token) -> Token | None:
    """Whose proposal it is: by a possessive, "by X", "from X", or a clause of proposing."""
    owner = syntax.possessor(noun)
    by = [g for _, g in syntax.prepositions(noun, "by", "from") if can_speak(g)]
    clauses = [v for c in syntax.relative_clauses(noun) for v in syntax.conjuncts(c) if syntax.is_verb(v)]
    putting = [v for v in clauses if v.lemma_ in MAKING or with_particle(v, v.lemma_, PROPOSING) in PROPOSING]
    by += [s for v in putting if (s := source_of(v)) is not None and s.i != noun.i]
    made = _participle(noun)
    of_people = [c for c in syntax.compounds(noun) if c.ent_type_ in PUBLIC and noun.lemma_.lower() in OFFERS | ASKED]
    near = [owner] if owner is not None else [made] if made is not None else [*by, *of_people]
    return next(iter(near), None)


def _participle(noun: Token) -> Token | None:
    """ "an Orland-proposed truce": Orland."""
    for c in syntax.compounds(noun):
        if c.lemma_.lower() in MAKING and c.i >= noun.sent.start + 2 and c.nbor(-1).text == "-":
            return c.nbor(-2)
        if c.lower_.endswith("-proposed"):
            return c
    return None


def _offered(noun: Token) -> Matter:
    """What a proposal is for: "for joint patrols", "of amnesty", "to resume talks", "that the seat be shared"."""
    made = _participle(noun)
    if made is None:
        for c in syntax.relative_clauses(noun):
            if c.i > noun.i and (syntax.has_to(c) or any(syntax.opens_clause(t) for t in c.children)):
                return of_clause(c)
        for _, governed in syntax.prepositions(noun, "for", "of", "on"):
            if noun.lemma_.lower() in OFFERS | ASKED | {"plan", "idea"}:
                return of_clause(governed) if syntax.is_verb(governed) else of_noun(governed)[0]
    owner = syntax.possessor(noun)
    leave = [*syntax.additions(noun), *([owner] if owner is not None else []), *syntax.relative_clauses(noun)]
    leave += [c for c in syntax.compounds(noun) if c.ent_type_ in PUBLIC]
    leave += [p for p, _ in syntax.prepositions(noun, "by", "from")]
    words = [t for t in syntax.clause(noun, without=leave) if made is None or not made.i <= t.i <= made.i + 2]
    return Matter(noun, tuple(t for t in words if t.lower_ not in {"the", "a", "an"} or t.head.i != noun.i) or (noun,))


def is_answered(noun: Token) -> bool:
    """ "rejected its offer": a proposal, though not told of what."""
    verb = syntax.governing_verb(noun)
    return verb is not None and verb.lemma_ in ANSWERING
