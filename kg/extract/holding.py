"""Control told by verbs: who holds, takes or loses what; and where all expressions of control are found."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract.changes import changed, measured, of_gains, of_share
from kg.extract.control import (
    CHANGING,
    FIGHTING,
    FORSAKING,
    GAINS,
    GIVING,
    HANDS,
    HELD_BY,
    HOLDING_ON,
    LEADING,
    MOVING,
    NAMED,
    OF_FORCES,
    OF_LAND,
    OUSTING,
    OWN_LAND,
    PASSING,
    REGARDING,
    RELATIONS,
    SEIZING,
    SHARES,
    TAKING,
    Expression,
    can_hold,
    hedged,
    is_force,
    may_be_place,
)
from kg.extract.grips import (
    each,
    further_shares,
    given_to,
    gripped,
    is_adjective,
    lands,
    of_adjective,
    of_fall,
    of_grip,
    of_taking,
    parts,
)
from kg.extract.mentions import amounts_near
from kg.extract.moves import advanced, fallen, moved, ousted
from kg.extract.people import can_speak
from kg.extract.pieces import tokens_in
from kg.extract.places import LAND, PLACES, VAGUE, is_part_of_place, kind, name_of
from kg.model import Amount

OTHER_VERBS = frozenset({*MOVING, *OUSTING, *FIGHTING, *CHANGING, *PASSING, *HOLDING_ON, *REGARDING}) | {
    "belong", "answer", "leave", "advance",
}  # fmt: skip


def expressions(doc: Doc) -> Iterator[Expression]:
    """The expressions of control of a doc, in order of the text."""
    for token in doc:
        lemma = token.lemma_.lower()
        if is_adjective(token, HELD_BY):
            yield from of_adjective(token)
        elif (lemma in LEADING or lemma in OTHER_VERBS) and syntax.is_verb(token) and not syntax.is_helper(token):
            yield from _of_verb(token, lemma)
        elif lemma in TAKING and token.pos_ == "NOUN":
            yield from of_taking(token, TAKING[lemma])
        if token.pos_ == "NOUN":
            yield from _of_noun(token, lemma)
        if lemma in HANDS and (token.pos_ == "NOUN" or syntax.is_object(token)):
            yield from of_grip(token, lemma)


def _of_noun(noun: Token, lemma: str) -> Iterator[Expression]:
    if lemma in GAINS:
        yield from of_gains(noun, GAINS[lemma])
    elif lemma == "fall":
        yield from of_fall(noun)
    elif lemma in SHARES:
        yield from of_share(noun)
    if lemma in OWN_LAND:
        yield from _called_own(noun)


def _of_verb(verb: Token, lemma: str) -> Iterator[Expression]:
    if lemma in MOVING:
        yield from moved(verb, MOVING[lemma])
    elif lemma in OUSTING:
        yield from ousted(verb)
    elif lemma in FIGHTING and not syntax.direct_objects(verb):
        yield from _fought_over(verb)
        return
    elif lemma in OTHER_VERBS:
        yield from _of_other(verb, lemma)
    if lemma in HOLDING_ON:
        yield from _held_on(verb, HOLDING_ON[lemma])
    if lemma in LEADING:
        yield from _done_to_land(verb, lemma)


def _of_other(verb: Token, lemma: str) -> Iterator[Expression]:
    if lemma in PASSING:
        yield from fallen(verb)
    elif lemma in {"belong", "answer"}:
        yield from _belonging(verb)
    elif lemma == "leave":
        yield from _left_with(verb)
    elif lemma == "advance":
        yield from advanced(verb)
    elif lemma in REGARDING:
        yield from _regarded(verb)
    if lemma in CHANGING:
        yield from changed(verb)


def _done_to_land(verb: Token, lemma: str) -> Iterator[Expression]:
    """ "holds 20 percent of Osk", "Osk was captured by the rebels", "the land it has occupied"."""
    phrasal = f"{lemma}_{_particle(verb)}"
    lemma = phrasal if phrasal in RELATIONS else lemma
    relation = RELATIONS.get(lemma)
    if relation is None or syntax.particle(verb) in {"in", "on"}:
        return  # "take in the mosque"
    for held in _held(verb):
        if held.lemma_.lower() in HANDS:
            return  # "lost control of": the noun tells it
        party = _agent(verb) if syntax.is_passive(verb) else syntax.subject(verb)
        if party is not None and party.i == held.i:
            party = None
        by_force = is_force(party)
        if party is not None and kind(party) == "PERSON" and lemma in FORSAKING:
            continue
        if (lemma in OF_FORCES and not by_force) or (lemma in GIVING and not list(syntax.prepositions(verb, "to"))):
            continue
        bare = lemma in SEIZING or lemma in OF_FORCES or (lemma in NAMED and _is_plainly_held(verb, held, party))
        sure = (by_force or (lemma in OF_LAND and party is not None)) and may_be_place(held)
        sure = sure or (bare and held.lower_ == "it")
        shares = _measured(verb, held)
        for one in each(party, relation, verb):
            yield Expression(verb, relation, one, held, bare=bare, sure=sure, shares=shares)
        yield from given_to(verb, relation, held, bare=bare, sure=sure)
    for party, held in _gapped(verb):
        yield Expression(verb, relation, party, held, bare=False)


def _agent(verb: Token) -> Token | None:
    """ "are policed and taxed by the rebels": who does both."""
    shared = (v for v in syntax.conjuncts(verb) if v.i >= verb.i and (v.i == verb.i or syntax.own_subject(v) is None))
    return next((by for v in shared if (by := syntax.agent(v)) is not None), None)


def _particle(verb: Token) -> str:
    """ "handed over", "gave back"."""
    return syntax.particle(verb) or next((c.lower_ for c in verb.children if c.lower_ in {"back", "over"}), "")


def _is_plainly_held(verb: Token, held: Token, party: Token | None) -> bool:
    """ "the rebels held Osk", "claims the plateau"; not "Vessa took Osk", "held Kestria responsible", "held Osk to"."""
    if party is None or syntax.secondary_predicates(verb):
        return False
    if held.lemma_.lower() in LAND - VAGUE and verb.lemma_ in {"claim", "contest", "dispute"}:
        return True
    if not (is_force(party) or kind(party) or syntax.is_pronoun(party) or party.lemma_.endswith("ist")):
        return False  # "the oath of office holding the book"
    if held.lower_ == "it" and syntax.first_conjunct(verb).i != verb.i:
        return is_force(party) or kind(party) in {"GPE", "ORG"}  # "took Osk and have held it since"
    led = {p.lower_ for p, _ in syntax.prepositions(verb)}
    if is_force(party) and may_be_place(held):
        return "against" not in led
    inside = is_part_of_place(held) or _is_ground(held, verb, party)
    named = kind(held) in PLACES or (inside and (is_force(party) or kind(party) in {"GPE", "ORG", "PERSON"}))
    states = inside or verb.lemma_ in {"administer", "govern", "claim", "contest", "dispute"}
    somebody = kind(party) == "PERSON" and (" " in name_of(party) or not states)
    given = "to" in led and not (is_force(party) or (inside and verb.lemma_ == "lose"))
    return named and not somebody and not given and "against" not in led


def _is_ground(held: Token, verb: Token, party: Token) -> bool:
    """ "in Osk, the rebels hold the north bank of the river"."""
    where = [g for p, g in syntax.prepositions(verb, "in", "at") if kind(g) in PLACES]
    return is_force(party) and held.lemma_.lower() in LAND - VAGUE and bool(where)


def _regarded(verb: Token) -> Iterator[Expression]:
    """ "regards the islet as a part of its territory", "sees Osk as its own": who claims it."""
    holder = syntax.subject(verb)
    own = any(t.lower_ == "its" and (t.nbor().lower_ == "own" or t.nbor().lemma_ in LAND) for t in verb.subtree)
    if holder is not None and own:
        for held in syntax.direct_objects(verb):
            yield Expression(verb, "claims", holder, syntax.antecedent(held))


def _called_own(noun: Token) -> Iterator[Expression]:
    """ "says the islands are its territory", "insists Osk is a part of its land": who claims them."""
    owners = [syntax.possessor(t) for t in (noun, *(g for _, g in syntax.prepositions(noun, "of")))]
    owner = next((o for o in owners if o is not None and o.lower_ in {"its", "their"}), None)
    verb = noun.head
    land = syntax.own_subject(verb) if syntax.predicate(verb) == noun else None
    if owner is not None and land is not None and syntax.is_embedded(verb):
        head = verb.head if verb.head.lemma_ in REGARDING else verb  # "considers Osk to be part of its territory"
        yield Expression(head, "claims", syntax.subject(verb.head) or owner, syntax.antecedent(land))


def _held_on(verb: Token, words: tuple[str, ...]) -> Iterator[Expression]:
    """ "sits on 17 percent of Osk", "clings to the town", "holds on to Osk"."""
    holder = syntax.subject(verb)
    by_force = is_force(holder)
    if holder is None or not (by_force or kind(holder) in {"GPE", "ORG", "NORP"}):
        return
    for _, governed in syntax.prepositions(verb, *words):
        for held in lands(governed):
            yield Expression(verb, "controls", holder, held, bare=by_force, sure=by_force and may_be_place(held))


def _belonging(verb: Token) -> Iterator[Expression]:
    """ "the other half belongs to the militia"."""
    land = syntax.own_subject(verb)
    for _, owner in syntax.prepositions(verb, "to"):
        if land is not None and can_hold(owner):
            yield Expression(verb, "controls", owner, land, bare=False)


def _left_with(verb: Token) -> Iterator[Expression]:
    """ "leaving the government with around 35 percent of Osk"."""
    for holder in syntax.direct_objects(verb):
        for above in (verb, holder):
            for _, held in syntax.prepositions(above, "with"):
                if can_hold(holder):
                    yield Expression(verb, "controls", holder, held, bare=False, sure=is_force(holder))


def _fought_over(verb: Token) -> Iterator[Expression]:
    """ "are fighting over the valley", "battle for control of Osk"; "is contested between Morvane and Orland"."""
    between = [g for _, g in syntax.prepositions(verb, "between", "by")]
    subject = syntax.own_subject(verb)
    if syntax.is_passive(verb) and subject is not None:
        land = gripped(subject)
        for party in [t for g in between for t in syntax.conjuncts(g)]:
            yield Expression(verb, "contests", party, land, sure=land.i != subject.i)
        return
    for _, governed in syntax.prepositions(verb, "over", "for"):
        land = gripped(governed)
        for fighter in each(syntax.subject(verb), "contests", verb):
            yield Expression(verb, "contests", fighter, land, sure=land.i != governed.i and is_force(fighter))


def _measured(verb: Token, held: Token) -> tuple[Amount, ...]:
    """ "the land that Orland has occupied amounts to 640 sq km, or 2.3 percent of Osk": 640 sq km, 2.3 percent."""
    return measured(held) if syntax.is_noun_clause(verb) else ()


def _held(verb: Token) -> list[Token]:
    """What is held: the object, the subject of a passive, or the noun that a relative clause is about."""
    objects = syntax.direct_objects(verb)
    relative = [o for o in objects if o.lower_ in syntax.RELATIVE]
    if objects and not relative:
        gapped = {t.i for _, t in _gapped(verb)}
        shares = [t for o in objects for t in [*syntax.conjuncts(o), *further_shares(o)] if t.i not in gapped]
        included = [t for o in (verb, *objects) for _, g in syntax.prepositions(o, "including") for t in lands(g)]
        return [*(part for t in shares for part in parts(t)), *(t for t in included if t not in shares)]
    behind = hedged(verb)
    if behind is not None and not relative:
        return [behind]
    if syntax.is_passive(verb):
        subject = syntax.subject(verb) if syntax.is_open_complement(verb) else syntax.own_subject(verb)
        if subject is not None and not syntax.is_participle_clause(verb):
            return syntax.conjuncts(syntax.antecedent(subject))
        first = syntax.first_conjunct(verb)  # "held by Orland and claimed by Morvane"
        shared = syntax.own_subject(first) if first.i != verb.i and syntax.is_passive(first) else None
        if shared is not None and not syntax.is_noun_clause(first):
            return syntax.conjuncts(syntax.antecedent(shared))
        return [first.head] if syntax.is_noun_clause(first) else []
    subject = syntax.own_subject(verb)
    if syntax.is_noun_clause(verb) and (subject is None or subject.lower_ not in syntax.RELATIVE):
        return [verb.head]  # "the land it has occupied"
    return []


def _gapped(verb: Token) -> list[tuple[Token, Token]]:
    """ "held 71 percent of Osk, the rebels about 19 percent": who holds without a verb of its own, and its share."""
    out = []
    for amount in amounts_near(verb, verb.doc[verb.sent.end - 1]):
        words = tokens_in(verb.doc, amount.span)
        if amount.percent is None or not words or not verb.i < words[0].i < verb.sent.end:
            continue
        holder = verb.doc[words[0].i - 1]
        first = syntax.phrase(holder)[0].i if holder.ent_type_ or can_speak(holder) else 0
        first -= first > 0 and verb.doc[first - 1].lower_ in {"the", "a"}
        if first > verb.i + 1 and verb.doc[first - 1].lower_ in {",", "and", ";", "but"}:
            out.append((holder, words[-1]))
    return out
