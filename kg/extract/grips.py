"""Control told by nouns, adjectives and phrases: "the capture of Osk", "rebel-held Osk", "in rebel hands"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg import syntax
from kg.extract.control import (
    CHANGING,
    CLAIMING,
    COMING,
    GRIP,
    GRIP_VERBS,
    HYPHENS,
    IN_CHARGE,
    OF_FORCES,
    PUTTING,
    REACH,
    REACHING,
    RUN_BY,
    SOVEREIGNTY,
    Expression,
    can_hold,
    figures_of,
    hedged,
    is_force,
    may_be_place,
)
from kg.extract.places import LAND, PLACES, REGION, VAGUE, is_part_of_place, kind, name_of

NEAR = 4  # words from "eleven villages in Osk" to "among them"


def of_taking(noun: Token, relation: str) -> Iterator[Expression]:
    """ "Morvane's annexation of Osk", "the capture of Osk by the rebels", "acknowledged the loss of Osk"."""
    below = [noun, *(g for _, g in syntax.prepositions(noun, "of"))]
    by = next((g for n in below for _, g in syntax.prepositions(n, "by")), None)
    owner = syntax.possessor(noun)
    party = owner if owner is not None else by if by is not None else people_before(noun)
    claimed = syntax.is_object(noun) and noun.head.lemma_ in CLAIMING
    if party is None and (relation == "lost" or claimed):
        party = _whose_loss(noun)
    for _, held in syntax.prepositions(noun, "of"):
        for part in syntax.conjuncts(held):
            sure = (is_force(party) or relation == "lost") and may_be_place(part)
            yield Expression(noun, relation, party, part, bare=party is not None, sure=sure)


def people_before(noun: Token) -> Token | None:
    """ "the rebel capture of Osk", "the Kestrian occupation of"."""
    return next((c for c in syntax.compounds(noun) if kind(c) in {"NORP", "GPE", "ORG"} or is_force(c)), None)


def _whose_loss(noun: Token) -> Token | None:
    """ "Orland admitted the loss of Osk", "Orland's president did"; "its loss leaves the army with"."""
    if not (syntax.is_object(noun) or syntax.is_subject(noun)):
        return None
    verb = noun.head
    if syntax.is_subject(noun):
        left = syntax.direct_objects(verb) if verb.lemma_ in {"leave", "deprive", "cost"} else []
        return next((o for o in left if is_force(o) or kind(o) in {"GPE", "ORG"}), None)
    subject = syntax.subject(verb)
    if subject is None:
        return None
    for holder in (subject, *syntax.appositions(subject)):
        state = syntax.possessor(holder) or next((c for c in syntax.compounds(holder) if kind(c) == "NORP"), None)
        if state is not None and kind(state) in {"GPE", "NORP", "ORG", "PERSON"}:
            return state
    body = kind(subject) != "PERSON" and not syntax.appositions(subject)
    return subject if body else None


def of_fall(noun: Token) -> Iterator[Expression]:
    """ "the fall of Osk to the rebels"."""
    taker = next((g for _, g in syntax.prepositions(noun, "to") if can_hold(g)), None)
    for below in (g for _, g in syntax.prepositions(noun, "of")):
        taker = taker or next((g for _, g in syntax.prepositions(below, "to") if can_hold(g)), None)
        if taker is not None:
            yield Expression(noun, "gained", taker, below, sure=below.pos_ == "PROPN")


def of_grip(noun: Token, lemma: str) -> Iterator[Expression]:
    """ "lost control of X", "X's control of Y", "is under Y's control", "in the hands of Y", "in charge of Y"."""
    verb = noun.head
    owner = whose(noun)
    held = [g for _, g in syntax.prepositions(noun, "of", "over", "on", "to")]
    if lemma in GRIP and syntax.is_object(noun):  # "claim sovereignty over", where it hangs on the verb
        held += [g for p, g in syntax.prepositions(verb, "of", "over") if p.i > noun.i]
    links = [p for p, _ in syntax.prepositions(noun, "of")] + ([verb] if syntax.is_governed(noun) else [])
    held += [g for p in links for more in syntax.conjuncts(p)[1:] if (g := syntax.governed_by(more)) is not None]
    held += [
        g for p, _ in syntax.prepositions(noun, "of") for c in syntax.conjuncts(p)[1:] if (g := syntax.governed_by(c))
    ]
    if lemma in REACH and syntax.is_subject(noun) and owner is not None:
        yield from _reached(noun, verb, owner)
    if lemma in SOVEREIGNTY and GRIP_VERBS.get(verb.lemma_) != "claims" and not syntax.is_governed(noun):
        return
    if lemma in GRIP and syntax.is_object(noun) and verb.lemma_ in GRIP_VERBS and held:
        for part in (t for land in held for t in syntax.conjuncts(land)):
            for party in each(syntax.subject(verb), GRIP_VERBS[verb.lemma_], verb):
                sure = is_force(party) and may_be_place(part)
                yield Expression(verb, GRIP_VERBS[verb.lemma_], party, part, sure=sure)
            yield from given_to(verb, GRIP_VERBS[verb.lemma_], part, bare=True, sure=may_be_place(part))
    elif _is_in_charge(noun, lemma) and held:
        yield from _in_charge(noun, verb, held)
    elif syntax.is_governed(noun) and verb.lower_ == "under" and owner is None:
        above = syntax.governing_verb(verb)
        by = next(
            (g for t in (noun, above) if t is not None for p, g in syntax.prepositions(t, "by") if p.i > noun.i), None
        )
        if by is not None:  # "under occupation by Orland"
            yield from _in_hands(noun, verb, by)
    elif syntax.is_governed(noun) and verb.lower_ in {"under", "in", "to", "into", "from"} and owner is not None:
        yield from _in_hands(noun, verb, owner)
    elif lemma in GRIP - {"charge", "claim", "occupation"} and owner is not None and not syntax.is_governed(noun):
        if verb.lemma_ in CHANGING and figures_of(verb, after=noun.i):
            return  # "Orland's control of Osk grew from"
        for land in (one for one in held if one.i != owner.i):
            yield Expression(noun, "controls", owner, land)


def _reached(noun: Token, verb: Token, owner: Token) -> Iterator[Expression]:
    """ "the junta's writ runs in half of Osk", "its control extends over 40 percent of the coast"."""
    for _, governed in syntax.prepositions(verb, *REACHING.get(verb.lemma_, ("",))):
        for land in lands(governed):
            yield Expression(noun, "controls", owner, land, bare=False, sure=is_force(owner) and may_be_place(land))


def given_to(verb: Token, relation: str, held: Token, *, bare: bool, sure: bool) -> Iterator[Expression]:
    """ "ceded Osk to Orland", "lost a third of Osk to the rebels": whoever gets it gained it."""
    if relation != "lost" or verb.lemma_ in OF_FORCES:
        return
    for above in (verb, held, *(g for _, g in syntax.prepositions(held, "of"))):
        for _, taker in syntax.prepositions(above, "to"):
            if is_force(taker) or kind(taker) in {"GPE", "ORG", "NORP"}:
                yield Expression(verb, "gained", taker, held, bare=bare, sure=sure)


def whose(noun: Token) -> Token | None:
    """Whose control: "Orland's", "rebel", "Kestrian" control, "the control of the junta"."""
    owner = syntax.possessor(noun)
    if owner is None:
        before = syntax.compounds(noun)
        owner = next(
            (c for c in before if c.ent_type_ or can_hold(c) or (c.tag_ == "JJ" and c.text[:1].isupper())), None
        )
    if owner is None:
        behind = (g for _, g in syntax.prepositions(noun, "of") if g.lemma_.lower() not in VAGUE)
        owner = next((g for g in behind if can_hold(g) and kind(g) not in {"LOC"}), None)
    return owner


def _is_in_charge(noun: Token, lemma: str) -> bool:
    """ "in charge of", "in possession of"; not "in the possession of"."""
    joined = noun.head.i > 0 and noun.head.nbor(-1).text in HYPHENS  # "the officer-in-charge of"
    return (
        lemma in IN_CHARGE
        and not joined
        and noun.head.lower_ == "in"
        and syntax.is_governed(noun)
        and not syntax.is_definite(noun)
    )


def _in_charge(noun: Token, preposition: Token, held: list[Token]) -> Iterator[Expression]:
    """ "is in charge of a third of Osk", "leaves the army in charge of Osk", "with Orland in possession of Osk"."""
    above = syntax.governing_verb(preposition)
    if above is None:
        return
    left = next((o for o in syntax.direct_objects(above) if can_hold(o)), None)
    beside = [g for _, g in syntax.prepositions(above, "with") if g.i < preposition.i]
    if preposition.head.i != above.i and can_hold(preposition.head):
        beside.append(preposition.head)
    for land in (part for one in held for part in lands(one)):
        holder = beside[-1] if beside else left if left is not None else syntax.subject(above)
        if holder is not None and kind(holder) == "PERSON" and (noun.lemma_ == "charge" or " " in name_of(holder)):
            continue  # "was in charge of Orland for six years"
        yield Expression(noun, "controls", holder, land, bare=_is_all_named(land, holder))


def _is_all_named(land: Token, holder: Token | None) -> bool:
    """ "in control of Osk", "of the Osk region"; of a force, "of the city" too."""
    the_city = is_force(holder) and land.lemma_.lower() in REGION and syntax.is_definite(land)
    return kind(land) in PLACES or is_part_of_place(land) or the_city


def _in_hands(noun: Token, preposition: Token, owner: Token) -> Iterator[Expression]:
    """ "half of Osk is in rebel hands", "the land under its control", "came under Orland's control"."""
    above = syntax.governing_verb(preposition)
    subject = syntax.own_subject(above) if above is not None else None
    moved = syntax.direct_objects(above) if above is not None and above.lemma_ in PUTTING else []
    if moved:  # "brought Osk under its control", "the map puts all of Osk in rebel hands"
        subject = moved[0]
    if subject is None and above is not None:
        subject = hedged(above)  # "up to 8 percent of Osk is in the hands of"
    land = subject if subject is not None else preposition.head
    if land.i == noun.i or syntax.is_verb(land):
        return
    relation = _direction(noun, preposition, above if subject is not None else None)
    if not relation:
        return
    included = [t for _, g in syntax.prepositions(land, "including") for t in syntax.conjuncts(g)]
    for part in [*lands(syntax.antecedent(land)), *further_shares(land), *included]:
        sure = (is_force(owner) or noun.lemma_ == "occupation") and may_be_place(part)
        yield Expression(above if above is not None else noun, relation, owner, part, sure=sure)


def _direction(noun: Token, preposition: Token, verb: Token | None) -> str:
    """The relation of a phrase: "under", "in" what is so, "to", "into" what came about, "slipped from" what went."""
    if verb is not None and verb.lemma_ in CHANGING and preposition.head.i != verb.i:
        return ""  # "the land under its control has shrunk to"
    if noun.lemma_.lower() == "power" and syntax.is_plural(noun):
        return ""  # "in debt to European powers"
    word, coming = preposition.lower_, verb is not None and verb.lemma_ in COMING
    if word == "in" and noun.lemma_.lower() not in {"hand", "possession", "grip"}:
        return ""
    if word in {"to", "into"}:
        return "gained" if verb is not None else ""
    if word == "from":
        return "lost" if coming else ""
    return "gained" if coming and verb is not None and verb.lemma_ != "put" else "controls"


def of_adjective(participle: Token) -> Iterator[Expression]:
    """ "rebel-held Osk", "half of the coast is Kestrian-occupied"."""
    holder = participle.doc[participle.i - 2]
    noun = participle.head
    if syntax.is_verb(noun) or syntax.is_predicative(participle):
        subject = syntax.own_subject(participle) or syntax.own_subject(noun)
        noun = subject if subject is not None else noun
    if kind(noun) in {"ORG", "FAC"} and participle.lower_ in RUN_BY:
        return  # "the state-run agency"
    if (holder.ent_type_ or can_hold(holder)) and noun.i != participle.i and not syntax.is_verb(noun):
        predicative = noun.i < participle.i
        relation = "gained" if participle.lower_ in {"seized", "annexed"} else "controls"
        yield Expression(participle, relation, holder, noun, presupposed=not predicative, sure=True)


def is_adjective(token: Token, words: frozenset[str]) -> bool:
    """True for the participle of "rebel-held"."""
    return token.lower_ in words and token.i > 1 and token.nbor(-1).text in HYPHENS


def gripped(noun: Token) -> Token:
    """ "control of Osk" -> Osk; what is no such noun is itself."""
    if noun.lemma_.lower() not in GRIP:
        return noun
    return next((g for _, g in syntax.prepositions(noun, "of", "over")), noun)


def further_shares(held: Token) -> list[Token]:
    """ "all of Osk, 75% of Pellora and most of Kestria": the shares that the parse hangs on a part of the first."""
    own = {t.i for t in syntax.conjuncts(held)}
    return [t for t in held.subtree if t.i not in own and t.lemma_.lower() in VAGUE and syntax.is_listed(t)]


def held_by(share: Token) -> Token:
    """ "its share of Osk" -> Osk; what has no land behind it is itself."""
    return next((g for _, g in syntax.prepositions(share, "of", "over", "on", "in")), share)


def each(party: Token | None, relation: str, verb: Token) -> list[Token | None]:
    """Of "Morvane and Orland claim Osk", "each hold half of it" both; who holds together holds as one."""
    if party is None:
        return [party]
    apart = relation in {"claims", "contests"} or any(c.lower_ == "each" for c in (*verb.children, *party.subtree))
    return list(syntax.conjuncts(party)) if apart else [party]


def lands(noun: Token) -> list[Token]:
    """A noun and those coordinated with it, each told by its parts where they are named."""
    return [part for t in syntax.conjuncts(noun) for part in parts(t)]


def parts(held: Token) -> list[Token]:
    """ "the towns of Osk and Pellora", "two towns, Osk and Pellora" -> each; "17 villages in Osk" is itself."""
    if not syntax.is_plural(held) or held.lemma_.lower() not in LAND - VAGUE:
        return [held]
    listed = [t for c in syntax.compounds(held) if kind(c) in PLACES for t in syntax.conjuncts(c)]
    if len(listed) > 1:  # "Osk and Pellora regions"
        return listed
    lists = [g for _, g in syntax.prepositions(held, "of", "including")]
    lists += [g for _, p in syntax.prepositions(held, "such") for _, g in syntax.prepositions(p, "as")]
    named = [t for g in (*lists, *syntax.appositions(held)) for t in syntax.conjuncts(g)]
    among = [t for t in named if kind(t) in PLACES or t.pos_ == "PROPN"]
    return among if len(among) > 1 and len(among) == len(named) else _among_them(held) or [held]


def _among_them(held: Token) -> list[Token]:
    """ "eleven villages, among them Osk and Pellora": those that are named."""
    behind = held.doc[held.i + 1 : held.sent.end - 2]
    them = next((t for t in behind if t.lower_ == "among" and t.nbor().lower_ == "them"), None)
    if them is None or them.i - held.i > NEAR:
        return []
    first = next(
        (t for t in held.doc[them.i + 2 : held.sent.end] if t.pos_ == "PROPN" and not syntax.is_compound(t)), None
    )
    return list(syntax.conjuncts(first)) if first is not None else []
