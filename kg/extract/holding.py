"""Words of control: who holds, takes or loses what, told by verbs, nouns, adjectives and phrases.

What land it is, how much of it, and whether it is so, is told by ``contents/territory.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract.mentions import layers_of
from kg.extract.people import can_speak
from kg.extract.pieces import span_of, tokens_in
from kg.extract.places import LAND, PLACES, VAGUE, kind

RELATIONS = {
    word: relation
    for relation, words in {
        "controls": "control hold occupy administer govern retain dominate rule run",
        "gained": "seize capture take retake recapture liberate annex conquer overrun regain gain wrest grab reclaim "
        "take_back win_back take_over storm",
        "lost": "lose cede surrender relinquish concede abandon forfeit give_up hand_over",
        "claims": "claim",
        "contests": "contest",
    }.items()
    for word in words.split()
}
LEADING = frozenset(word.partition("_")[0] for word in RELATIONS)
# These say it of a place without any amount: "captured the town"
SEIZING = frozenset(
    "seize capture retake recapture liberate annex conquer overrun occupy cede control surrender reclaim take_back "
    "win_back abandon give_up hand_over relinquish".split()
)
# and these of a place that is named, where no person does it: "the rebels held Osk"
NAMED = frozenset("hold take lose gain regain claim contest govern administer".split())
# "withdrew from", "pulled out of", "advanced into": the land stands behind a preposition
MOVING = {"withdraw": ("from",), "retreat": ("from",), "pull": ("from", "of"), "expel": ("from",)}
# "took control of", "has control over", "lost its hold on", "lays claim to", "in the hands of"
GRIP = frozenset({"control", "hold", "grip", "possession", "occupation", "rule", "claim", "charge"})
HANDS = frozenset({*GRIP, "hand", "sway", "authority", "command", "administration", "power"})
GRIP_VERBS = {"lose": "lost", "cede": "lost", "surrender": "lost", "relinquish": "lost",
              "take": "gained", "gain": "gained", "wrest": "gained", "win": "gained",
              "seize": "gained", "regain": "gained", "retake": "gained", "have": "controls",
              "keep": "controls", "maintain": "controls", "retain": "controls", "hold": "controls", "claim": "claims",
              "assume": "gained", "establish": "gained", "exercise": "controls",
              "lay": "claims", "stake": "claims"}  # fmt: skip
# "the capture of Osk by", "Morvane's annexation of", "its loss of"
TAKING = {
    **dict.fromkeys("annexation capture seizure conquest takeover recapture liberation".split(), "gained"),
    **dict.fromkeys(("occupation",), "controls"),
    **dict.fromkeys(("loss", "surrender", "cession"), "lost"),
}
# "rebel-held", "Kestrian-occupied"
HELD_BY = frozenset("held occupied controlled run administered governed annexed seized".split())
HYPHENS = frozenset("-‑–")
FIGHTING = frozenset("fight battle vie compete clash struggle contest".split())
FORCES = frozenset(
    "rebel insurgent troop force army militia fighter separatist militant soldier government junta guerrilla "
    "jihadist unit brigade".split()
)


@dataclass(frozen=True, slots=True)
class Expression:
    """Words of control: the verb or noun that says it, its relation, who holds, and the phrase of what is held.

    ``bare``: it says so of a place without any amount. ``presupposed``: an adjective, the writer's own words.
    ``sure``: what is held can be nothing but land ("rebel-held Osk"), whatever the parse takes the name for.
    """

    head: Token
    relation: str
    party: Token | None
    held: Token
    bare: bool = True
    presupposed: bool = False
    sure: bool = False


def expressions(doc: Doc) -> Iterator[Expression]:
    """The expressions of control of a doc, in order of the text."""
    for token in doc:
        lemma = token.lemma_.lower()
        if token.lower_ in HELD_BY and token.i > 1 and token.nbor(-1).text in HYPHENS:
            yield from _of_adjective(token)
        elif syntax.is_verb(token) and not syntax.is_helper(token):
            yield from _of_verb(token, lemma)
        elif token.pos_ == "NOUN" and lemma in TAKING:
            yield from _of_taking(token, TAKING[lemma])
        if lemma in HANDS and (token.pos_ == "NOUN" or syntax.is_object(token)):
            yield from _of_grip(token, lemma)


def _of_verb(verb: Token, lemma: str) -> Iterator[Expression]:
    if lemma in MOVING:
        yield from _moved(verb, MOVING[lemma])
    elif lemma == "fall":
        yield from _fallen(verb)
    elif lemma == "belong":
        yield from _belonging(verb)
    elif lemma == "leave":
        yield from _left_with(verb)
    elif lemma in FIGHTING and not syntax.direct_objects(verb):
        yield from _fought_over(verb)
        return
    if lemma not in LEADING:
        return
    phrasal = f"{lemma}_{syntax.particle(verb)}"
    lemma = phrasal if phrasal in RELATIONS else lemma
    relation = RELATIONS.get(lemma)
    if relation is None or (lemma == "run" and syntax.particle(verb)):
        return
    for held in _held(verb):
        if held.lemma_.lower() in HANDS:
            return  # "lost control of": the noun tells it
        party = syntax.agent(verb) if syntax.is_passive(verb) else syntax.subject(verb)
        if party is not None and party.i == held.i:
            party = None
        bare = lemma in SEIZING or (lemma in NAMED and _is_plainly_held(verb, held, party))
        for one in _each(party, relation):
            yield Expression(verb, relation, one, held, bare=bare)
    for party, held in _gapped(verb):
        yield Expression(verb, relation, party, held, bare=False)


def _is_plainly_held(verb: Token, held: Token, party: Token | None) -> bool:
    """ "the rebels held Osk", "claims the plateau"; not "Vessa took Osk", "held Kestria responsible", "held Osk to"."""
    if party is None or syntax.secondary_predicates(verb):
        return False
    if held.lemma_.lower() in LAND - VAGUE and verb.lemma_ in {"claim", "contest"}:
        return True
    led = {p.lower_ for p, _ in syntax.prepositions(verb)}
    return party.ent_type_ != "PERSON" and kind(held) in PLACES and not led & {"to", "against"}


def _each(party: Token | None, relation: str) -> list[Token | None]:
    """Of "Morvane and Orland claim Osk" both, each for itself; who holds together holds as one."""
    if party is None or relation not in {"claims", "contests"}:
        return [party]
    return list(syntax.conjuncts(party))


def _moved(verb: Token, words: tuple[str, ...]) -> Iterator[Expression]:
    """ "withdrew from Osk", "pulled out of the town", "pulled back from parts of Osk"."""
    if verb.lemma_ == "pull" and not any(c.lower_ in {"out", "back"} for c in verb.children):
        return
    for above in (verb, *(c for c in verb.children if c.lower_ in {"out", "back"})):
        for _, governed in syntax.prepositions(above, *words):
            for held in syntax.conjuncts(governed):
                yield Expression(verb, "lost", syntax.subject(verb), held)


def _fallen(verb: Token) -> Iterator[Expression]:
    """ "Osk fell to the rebels"; not "Vessa fell to Dahl"."""
    land = syntax.own_subject(verb)
    taker = next((governed for _, governed in syntax.prepositions(verb, "to") if can_speak(governed)), None)
    if land is not None and taker is not None:
        sure = taker.lemma_.lower() in FORCES
        yield Expression(verb, "gained", taker, syntax.antecedent(land), bare=sure or kind(land) in PLACES, sure=sure)


def _belonging(verb: Token) -> Iterator[Expression]:
    """ "the other half belongs to the militia"."""
    land = syntax.own_subject(verb)
    for _, owner in syntax.prepositions(verb, "to"):
        if land is not None and can_speak(owner):
            yield Expression(verb, "controls", owner, land, bare=False)


def _left_with(verb: Token) -> Iterator[Expression]:
    """ "leaving the government with around 35 percent of Osk", "in charge of a third of it"."""
    for holder in syntax.direct_objects(verb):
        for above in (verb, holder):
            for _, held in syntax.prepositions(above, "with"):
                if can_speak(holder):
                    yield Expression(verb, "controls", holder, held, bare=False)


def _fought_over(verb: Token) -> Iterator[Expression]:
    """ "are fighting over the valley", "battle for control of Osk"; "is contested between Morvane and Orland"."""
    between = [g for _, g in syntax.prepositions(verb, "between", "by")]
    subject = syntax.own_subject(verb)
    if syntax.is_passive(verb) and subject is not None:
        for party in [t for g in between for t in syntax.conjuncts(g)]:
            yield Expression(verb, "contests", party, _gripped(subject))
        return
    for _, governed in syntax.prepositions(verb, "over", "for"):
        for fighter in _each(syntax.subject(verb), "contests"):
            yield Expression(verb, "contests", fighter, _gripped(governed))


def _gripped(noun: Token) -> Token:
    """ "control of Osk" -> Osk; what is no such noun is itself."""
    if noun.lemma_.lower() not in GRIP:
        return noun
    return next((g for _, g in syntax.prepositions(noun, "of", "over")), noun)


def _held(verb: Token) -> list[Token]:
    """What is held: the object, the subject of a passive, or the noun that a relative clause is about."""
    objects = syntax.direct_objects(verb)
    relative = [o for o in objects if o.lower_ in syntax.RELATIVE]
    if objects and not relative:
        gapped = {t.i for _, t in _gapped(verb)}
        shares = [t for o in objects for t in [*syntax.conjuncts(o), *_further_shares(o)] if t.i not in gapped]
        return [part for t in shares for part in _parts(t)]
    hedged = _hedged_object(verb)
    if hedged is not None and not relative:
        return [hedged]
    if syntax.is_passive(verb):
        subject = syntax.own_subject(verb)
        if subject is not None and not syntax.is_participle_clause(verb):
            return syntax.conjuncts(syntax.antecedent(subject))
        return [verb.head] if syntax.is_noun_clause(verb) else []
    subject = syntax.own_subject(verb)
    if syntax.is_noun_clause(verb) and (subject is None or subject.lower_ not in syntax.RELATIVE):
        return [verb.head]  # "the land it has occupied"
    return []


def _gapped(verb: Token) -> list[tuple[Token, Token]]:
    """ "held 71 percent of Osk, the rebels about 19 percent": who holds without a verb of its own, and its share."""
    out = []
    for amount in layers_of(verb).amounts:
        words = tokens_in(verb.doc, amount.span)
        if amount.percent is None or not words or not verb.i < words[0].i < verb.sent.end:
            continue
        holder = verb.doc[words[0].i - 1]
        first = syntax.phrase(holder)[0].i if holder.ent_type_ or can_speak(holder) else 0
        first -= first > 0 and verb.doc[first - 1].lower_ in {"the", "a"}
        if first > verb.i + 1 and verb.doc[first - 1].lower_ in {",", "and", ";", "but"}:
            out.append((holder, words[-1]))
    return out


def _further_shares(held: Token) -> list[Token]:
    """ "all of Osk, 75% of Pellora and most of Kestria": the shares that the parse hangs on a part of the first."""
    verb = syntax.governing_verb(held)
    others = _gapped(verb) if verb is not None else []
    own = {t.i for t in syntax.conjuncts(held)} | {t.i for _, t in others}
    return [t for t in held.subtree if t.i not in own and t.lemma_.lower() in VAGUE and syntax.is_listed(t)]


def _parts(held: Token) -> list[Token]:
    """ "the towns of Osk and Pellora" -> each; "17 villages in Osk" is itself."""
    if not syntax.is_plural(held) or held.lemma_.lower() not in LAND - VAGUE:
        return [held]
    named = [t for _, g in syntax.prepositions(held, "of") for t in syntax.conjuncts(g)]
    return named if len(named) > 1 and all(kind(t) in PLACES or t.pos_ == "PROPN" for t in named) else [held]


def _hedged_object(verb: Token) -> Token | None:
    """ "controls about 18 percent", where the parse takes "about" for a preposition of the verb."""
    for preposition, governed in syntax.prepositions(verb):
        both = span_of([preposition, governed]) if preposition.i < governed.i else None
        if both is not None and any(a.span.holds(both) for a in layers_of(verb).amounts):
            return governed
    return None


def _of_taking(noun: Token, relation: str) -> Iterator[Expression]:
    """ "Morvane's annexation of Osk", "the capture of Osk by the rebels"; whose loss it was can stand as a subject."""
    below = [noun, *(g for _, g in syntax.prepositions(noun, "of"))]
    by = next((g for n in below for _, g in syntax.prepositions(n, "by")), None)
    owner = syntax.possessor(noun)
    party = owner if owner is not None else by
    if party is None and relation == "lost" and syntax.is_object(noun):
        subject = syntax.subject(noun.head)
        body = subject is not None and kind(subject) != "PERSON" and not syntax.appositions(subject)
        party = subject if body else None
    for _, held in syntax.prepositions(noun, "of"):
        for part in syntax.conjuncts(held):
            yield Expression(noun, relation, party, part, bare=party is not None)


def _of_grip(noun: Token, lemma: str) -> Iterator[Expression]:
    """ "lost control of X", "X's control of Y", "is under Y's control", "in the hands of Y", "in charge of Y"."""
    verb = noun.head
    owner = _holder(noun)
    held = [g for p, g in syntax.prepositions(noun, "of", "over", "on", "to")]
    if lemma in GRIP and syntax.is_object(noun) and verb.lemma_ in GRIP_VERBS and held:
        for part in (t for land in held for t in syntax.conjuncts(land)):
            for party in _each(syntax.subject(verb), GRIP_VERBS[verb.lemma_]):
                yield Expression(verb, GRIP_VERBS[verb.lemma_], party, part)
    elif lemma == "charge" and syntax.is_governed(noun) and verb.lower_ == "in" and held:
        yield from _in_charge(noun, verb, held)
    elif syntax.is_governed(noun) and verb.lower_ in {"under", "in", "to"} and owner is not None:
        yield from _in_hands(noun, verb, owner)
    elif lemma in GRIP - {"charge", "claim"} and owner is not None and not syntax.is_governed(noun):
        for land in (one for one in held if one.i != owner.i):
            yield Expression(noun, "controls", owner, land)


def _holder(noun: Token) -> Token | None:
    """Whose control: "Orland's", "rebel" control, "the control of the junta"."""
    owner = syntax.possessor(noun)
    if owner is None:
        owner = next((c for c in syntax.compounds(noun) if c.ent_type_ or can_speak(c)), None)
    if owner is None:
        owner = next((g for _, g in syntax.prepositions(noun, "of") if can_speak(g) and kind(g) not in {"LOC"}), None)
    return owner


def _in_charge(noun: Token, preposition: Token, held: list[Token]) -> Iterator[Expression]:
    """ "is in charge of a third of Osk", "leaves the army in charge of Osk"."""
    above = syntax.governing_verb(preposition)
    if above is None:
        return
    left = next((o for o in syntax.direct_objects(above) if can_speak(o)), None)
    for land in held:
        holder = left if left is not None else syntax.subject(above)
        yield Expression(noun, "controls", holder, land, bare=kind(land) in PLACES)


def _in_hands(noun: Token, preposition: Token, owner: Token) -> Iterator[Expression]:
    """ "half of Osk is in rebel hands", "the land under its control", "was returned to Orland's control"."""
    above = syntax.governing_verb(preposition)
    subject = syntax.own_subject(above) if above is not None else None
    land = subject if subject is not None else preposition.head
    if land.i == noun.i or syntax.is_verb(land) or (preposition.lower_ == "to" and subject is None):
        return
    relation = "gained" if preposition.lower_ == "to" else "controls"
    if preposition.lower_ == "in" and noun.lemma_.lower() not in {"hand", "possession"}:
        return
    for part in syntax.conjuncts(syntax.antecedent(land)):
        yield Expression(above if above is not None else noun, relation, owner, part)


def _of_adjective(participle: Token) -> Iterator[Expression]:
    """ "rebel-held Osk", "half of the coast is Kestrian-occupied"."""
    holder = participle.doc[participle.i - 2]
    noun = participle.head
    if syntax.is_verb(noun) or syntax.is_predicative(participle):
        subject = syntax.own_subject(participle) or syntax.own_subject(noun)
        noun = subject if subject is not None else noun
    if (holder.ent_type_ or can_speak(holder)) and noun.i != participle.i and not syntax.is_verb(noun):
        predicative = noun.i < participle.i
        relation = "gained" if participle.lower_ in {"seized", "annexed"} else "controls"
        yield Expression(participle, relation, holder, noun, presupposed=not predicative, sure=True)
