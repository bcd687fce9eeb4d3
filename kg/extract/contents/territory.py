"""Territorial control: who holds, lost, gained, claims or contests what share of which land, since when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract.found import Found
from kg.extract.mentions import layers_of, mention_of
from kg.extract.people import can_speak
from kg.extract.pieces import span_of, tokens_in
from kg.model import Amount, Content, Mention, Skipped, Span, Term, Time

RELATIONS = {
    word: relation
    for relation, words in {
        "controls": "control hold occupy administer govern retain dominate rule",
        "gained": "seize capture take retake recapture liberate annex conquer overrun regain gain wrest grab",
        "lost": "lose cede surrender relinquish concede abandon forfeit",
        "claims": "claim",
        "contests": "contest",
    }.items()
    for word in words.split()
}
# These say it of a place without any amount: "captured the town"
SEIZING = frozenset(
    "seize capture retake recapture liberate annex conquer overrun occupy cede control surrender".split()
)
# "withdrew from", "advanced into": the land stands behind a preposition
MOVING = {"withdraw": ("lost", ("from",)), "retreat": ("lost", ("from",)), "give": ("lost", ())}
# "took control of", "has control over", "lost its hold on"
GRIP = frozenset({"control", "hold", "grip", "possession", "occupation", "rule"})
GRIP_VERBS = {"lose": "lost", "cede": "lost", "surrender": "lost", "relinquish": "lost",
              "take": "gained", "gain": "gained",
              "seize": "gained", "regain": "gained", "retake": "gained", "wrest": "gained", "have": "controls",
              "keep": "controls", "maintain": "controls", "retain": "controls", "hold": "controls", "claim": "claims",
              "assume": "gained", "establish": "gained", "exercise": "controls"}  # fmt: skip
LAND = frozenset(
    "land territory ground country region province district area county oblast state island peninsula city town "
    "village hamlet settlement suburb valley coast border zone strip swath swathe enclave stretch square "
    "kilometer kilometre mile hectare acre governorate prefecture soil highland delta basin part portion share "
    "expanse pocket tract north south east west east centre center homeland republic capital".split()
)
WATER = frozenset("river sea lake ocean gulf strait bay mount mountain mountains".split())
VAGUE = frozenset("part swath swathe portion share stretch pocket tract strip expanse area bit chunk slice".split())
PLAIN = {"controls": "controls", "lost": "lostControlOf", "gained": "gainedControlOf"}
VERBS = {
    "controls": "controls",
    "lost": "lost control of",
    "gained": "gained control of",
    "claims": "claims",
    "contests": "contests",
}
PLACES = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True)
class Expression:
    """Words of control: the verb or noun that says it, its relation, who holds, and the phrase of what is held."""

    head: Token
    relation: str
    party: Token | None
    held: Token
    vague: bool


def find(doc: Doc) -> Iterator[Found | Skipped]:
    """The control claims of a doc; one whose land or holder is not told is skipped with that reason."""
    last: Mention | None = None
    for expression in _expressions(doc):
        amount = _amount(expression)
        land = _land(expression, amount)
        if (amount is None and not expression.vague) or (land is None and not _is_area(amount)):
            continue
        territory = _territory(expression, land, last)
        if territory is None and amount is not None and amount.area_km2 is not None:
            territory = last
        party = mention_of(expression.party) if expression.party is not None else None
        if amount is None and party is not None and party.kind == "PERSON" and not party.named:
            continue  # "the painter captured Osk"
        span = span_of([t for t in expression.head.sent if not t.is_space])
        if _unreal(expression.head):
            yield Skipped(span, "control of territory: wished, planned or feared, not stated")
            continue
        if territory is None or party is None:
            missing = "territory" if territory is None else "holder"
            yield Skipped(span, f"control of territory: the {missing} is not named")
            continue
        last = territory
        yield Found(_content(expression, party, territory, amount), expression.head)


# --- the words of control


def _expressions(doc: Doc) -> Iterator[Expression]:
    for token in doc:
        lemma = token.lemma_.lower()
        if syntax.is_verb(token) and not syntax.is_helper(token):
            yield from _of_verb(token, lemma)
        elif lemma in GRIP and token.pos_ == "NOUN":
            yield from _of_grip(token)


def _of_verb(verb: Token, lemma: str) -> Iterator[Expression]:
    relation = RELATIONS.get(lemma)
    if lemma in MOVING:
        relation, words = MOVING[lemma]
        for _, governed in syntax.prepositions(verb, *words) if words else ():
            yield Expression(verb, relation, syntax.subject(verb), governed, vague=True)
        if lemma != "give" or not any(c.lower_ == "up" for c in verb.children):
            return
    if relation is None:
        return
    for held in _held(verb):
        if held.lemma_.lower() in GRIP:
            return  # "lost control of": the noun tells it
        party = syntax.agent(verb) if syntax.is_passive(verb) else syntax.subject(verb)
        if party is not None and party.i == held.i:
            party = None
        yield Expression(verb, relation, party, held, vague=lemma in SEIZING)


def _held(verb: Token) -> list[Token]:
    """What is held: the object, the subject of a passive, or the noun that a relative clause is about."""
    objects = syntax.direct_objects(verb)
    relative = [o for o in objects if o.lower_ in syntax.RELATIVE]
    if objects and not relative:
        return [t for o in objects for t in syntax.conjuncts(o)]
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


def _hedged_object(verb: Token) -> Token | None:
    """ "controls about 18 percent", where the parse takes "about" for a preposition of the verb."""
    for preposition, governed in syntax.prepositions(verb):
        both = span_of([preposition, governed]) if preposition.i < governed.i else None
        if both is not None and any(a.span.holds(both) for a in layers_of(verb).amounts):
            return governed
    return None


def _of_grip(noun: Token) -> Iterator[Expression]:
    """ "lost control of X", "X's control of Y", "is under Y's control"."""
    verb = noun.head
    owner = syntax.possessor(noun)
    if owner is None:
        owner = next((c for c in syntax.compounds(noun) if c.ent_type_ or can_speak(c)), None)
    held = [g for p, g in syntax.prepositions(noun, "of", "over", "on")]
    if syntax.is_object(noun) and verb.lemma_ in GRIP_VERBS and held:
        for land in held:
            for part in syntax.conjuncts(land):
                yield Expression(verb, GRIP_VERBS[verb.lemma_], syntax.subject(verb), part, vague=True)
    elif syntax.is_governed(noun) and verb.lower_ == "under" and owner is not None:
        above = syntax.governing_verb(verb)
        subject = syntax.own_subject(above) if above is not None else None
        land_head = subject if subject is not None else verb.head
        if land_head.i != noun.i and not syntax.is_verb(land_head):
            yield Expression(above or noun, "controls", owner, syntax.antecedent(land_head), vague=True)
    elif owner is not None and held:
        for land in held:
            yield Expression(noun, "controls", owner, land, vague=True)


def _unreal(head: Token) -> bool:
    """ "will seize", "need to cede", "if it took": no control that anybody states."""
    verb = syntax.governing_verb(head)
    if verb is None:
        return False
    if syntax.is_future(verb) or syntax.is_conditional(verb):
        return True
    return syntax.has_to(verb) and syntax.is_dependent(verb) and not _began(verb.head)


def _began(token: Token) -> bool:
    return token.lemma_ in {
        "begin",
        "start",
        "manage",
        "continue",
        "go",
        "claim",
        "appear",
        "seem",
        "say",
        "believe",
        "report",
    }


# --- what is held


def _kind(token: Token) -> str:
    """The type of the name at a word, as the whole article tells it; the parse's where it is no name's head."""
    found = layers_of(token).referents.get(token.i)
    return found.kind if found is not None else str(token.ent_type_)


def _words(held: Token) -> list[Token]:
    """The words of the held phrase; clauses on it left out, so that their amounts are not taken for its own."""
    leave = syntax.loose(held)
    return syntax.clause(held, without=leave)


def _amount(expression: Expression) -> Amount | None:
    words = _words(expression.held)
    if not words:
        return None
    places = {t.i for t in words}
    for amount in layers_of(expression.head).amounts:
        inside = tokens_in(expression.head.doc, amount.span)
        if any(t.i in places for t in inside):
            return amount
    return None


def _land(expression: Expression, amount: Amount | None) -> Token | None:
    """The word for the land: a place name, or a noun like "territory"; the last of a chain of "of"."""
    chain, at = [expression.held], expression.held
    for _ in range(4):
        inside = at.lemma_.lower() in LAND or _kind(at) in PLACES  # "the hills in Osk", not "the market in Osk"
        below = next((g for _, g in syntax.prepositions(at, "of", *(("in",) if inside else ()))), None)
        if below is None:
            break
        chain.append(below)
        at = below
    for token in reversed(chain):
        if (_kind(token) in PLACES or token.lemma_.lower() in LAND or _kind(token) == "NORP") and (
            amount is None or amount.area_km2 is not None or len(chain) > 1 or _kind(token) in PLACES or _owned(token)
        ):
            return token
    return None


def _owned(token: Token) -> bool:
    return syntax.possessor(token) is not None or any(c.ent_type_ in {"NORP", "GPE", "LOC"} for c in token.children)


def _is_area(amount: Amount | None) -> bool:
    return amount is not None and amount.area_km2 is not None


def _territory(expression: Expression, land: Token | None, last: Mention | None) -> Mention | None:
    """The place that the share is a share of: named, owned ("its land"), or called by a people ("Orlandish soil").

    "the region" is the one spoken of last.
    """
    if land is None:
        return None
    if _kind(land) in PLACES:
        return mention_of(land)
    owner = syntax.possessor(land)
    if owner is not None and owner.ent_type_ != "PERSON":
        found = mention_of(owner)
        if found is not None and found.kind in PLACES | {"NORP"}:
            return found
        party = mention_of(expression.party) if expression.party is not None else None
        if syntax.is_pronoun(owner) and party is not None and party.kind in PLACES:
            return party
    for word in [
        *syntax.compounds(land),
        *(g for _, g in syntax.prepositions(land, "of", "in")),
        *syntax.appositions(land),
    ]:
        if _kind(word) in PLACES | {"NORP"}:
            return mention_of(word)
    above = land.head.head if syntax.is_governed(land) else None
    if above is not None and above.lemma_.lower() in LAND | VAGUE:
        owned = syntax.possessor(above)
        if owned is not None:
            return mention_of(owned)
    if land.lemma_.lower() in {"country", "nation", "state", "region", "province", "island", "territory", "land"}:
        if land.lemma_.lower() in {"region", "province", "island", "territory"} and last is not None:
            return last
        return _the_country(land) if syntax.is_definite(land) else None
    return None


def _the_country(land: Token) -> Mention | None:
    """ "the country": the one whose people are named too, else the one named most often; "the land": the last one."""
    referents = layers_of(land).referents
    earlier = [m for i, m in referents.items() if i < land.i and m.kind in {"GPE", "LOC"} and m.named]
    earlier = [m for m in earlier if not WATER & set(m.name.lower().split())]
    states = [m for m in earlier if m.kind == "GPE"]
    if land.lemma_.lower() not in {"country", "nation", "state"} or not states:
        return next(reversed(states or earlier), None)
    peoples = {t.text for t in land.doc if t.text.istitle() and len(t) > 4}
    with_people = [m for m in states if any(syntax.is_people_of(p, m.name) for p in peoples)]
    often = Counter(m.name for m in with_people or states).most_common(1)[0][0]
    return next(m for m in states if m.name == often)


# --- the content


def _content(e: Expression, party: Mention, territory: Mention, amount: Amount | None) -> Content:
    fields: list[tuple[str, Mention | Time | Decimal | int | str | Term | Content]] = [
        ("party", party),
        ("controlRelation", Term("control", e.relation)),
        ("territory", territory),
    ]
    if amount is not None:
        for name, value in (
            ("percent", amount.percent),
            ("percentMin", amount.percent_min),
            ("percentMax", amount.percent_max),
            ("areaKm2", amount.area_km2),
        ):
            if value is not None:
                fields.append((name, value))
        if _numeric(amount):
            fields.append(("approximation", Term("approximation", amount.approximation)))
        if not any(c.isdigit() for c in amount.text):
            fields.append(("amountText", amount.text))
    else:
        fields.append(("amountText", span_of(_words(e.held)).of(layers_of(e.held).text)))
    time = _time(e)
    if time is not None:
        fields.append((_time_field(e, time), time))
    hull = sorted([e.head, *_words(e.held)], key=lambda t: t.i)
    return Content(
        kind="TerritorialControl",
        fields=tuple(fields),
        gist=f"{{party}} {VERBS[e.relation]} {_amount_words(amount)}",
        span=Span(hull[0].idx, hull[-1].idx + len(hull[-1])),
        issue=("party", "controlRelation", "territory"),
        plain=("party", PLAIN[e.relation]) if e.relation in PLAIN else None,
    )


def _numeric(amount: Amount) -> bool:
    values = (amount.percent, amount.percent_min, amount.percent_max, amount.area_km2)
    return any(value is not None for value in values)


def _amount_words(amount: Amount | None) -> str:
    """The amount in normal form, for the gist: "about 11 % of {territory}"."""
    if amount is None:
        return "{amountText}"
    hedge = "" if amount.approximation in {"exactly", "between"} else amount.approximation.replace("-", " ") + " "
    if amount.percent is not None:
        return f"{hedge}{amount.percent.normalize():f} % of {{territory}}"
    if amount.percent_min is not None and amount.percent_max is not None:
        return f"{amount.percent_min.normalize():f} to {amount.percent_max.normalize():f} % of {{territory}}"
    if amount.area_km2 is not None:
        return f"{hedge}{amount.area_km2.normalize():f} km2 of {{territory}}"
    return f"{{amountText}} {'' if amount.text.endswith(' of') else 'of '}{{territory}}"


def _time(e: Expression) -> Time | None:
    """The time of the clause: "since 2022" first, then one on its verb or the one above ("began seizing in 2014")."""
    verb = syntax.governing_verb(e.head)
    if verb is None:
        return None
    verbs = {verb.i}
    while syntax.is_open_complement(verb) and syntax.is_verb(verb.head):
        verb = verb.head
        verbs.add(verb.i)
    sentence = Span(verb.sent.start_char, verb.sent.end_char)
    near = []
    for time in layers_of(verb).times:
        if not sentence.holds(time.span):
            continue
        inside = tokens_in(verb.doc, time.span)
        governing = syntax.governing_verb(inside[0]) if inside else None
        if governing is not None and governing.i in verbs:
            near.append(time)
    since = [t for t in near if t.relation == "since"]
    return next(iter(since or near), None)


def _time_field(e: Expression, time: Time) -> str:
    if time.relation in {"until", "before", "by"}:
        return "validTo"
    return "asOf" if e.relation in {"controls", "claims", "contests"} and time.relation != "since" else "validFrom"
