"""Territorial control: who holds, lost, gained, claims or contests what share of which land, since when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract.found import Found, kept
from kg.extract.holding import FORCES, HYPHENS, Expression, expressions
from kg.extract.mentions import BODIES, layers_of, mention_of
from kg.extract.people import can_speak
from kg.extract.pieces import span_of, tokens_in
from kg.extract.places import LAND, PLACES, VAGUE, is_land, is_owned, kind, territory
from kg.model import Amount, Content, Mention, Skipped, Span, Term, Time

OUTWARD = frozenset({"gained", "claims", "contests"})
PLAIN = {"controls": "controls", "lost": "lostControlOf", "gained": "gainedControlOf"}
VERBS = {
    "controls": "controls",
    "lost": "lost control of",
    "gained": "gained control of",
    "claims": "claims",
    "contests": "contests",
}
BEGUN = frozenset("begin start manage continue go claim appear seem say believe report think understand".split())


@kept
def find(doc: Doc) -> Iterator[Found | Skipped]:
    """The control claims of a doc; one whose land or holder is not told is skipped with that reason."""
    last: Mention | None = None
    before: Token | None = None
    for expression in expressions(doc):
        amount = _amount(expression)
        land = _land(expression, amount)
        told = (amount is not None or expression.bare) and (land is not None or _is_area(amount))
        if not told and not _goes_on(expression, amount, before):
            continue
        party = _party(expression.party)
        held = territory(land, party, last) if land is not None else None
        if held is None:
            held = _beside(expression, amount) or (last if _is_area(amount) or land is None else None)
        if amount is None and party is not None and party.kind == "PERSON" and not party.named:
            continue  # "the painter captured Osk"
        span = span_of([t for t in expression.head.sent if not t.is_space])
        if not expression.presupposed and _unreal(expression.head):
            yield Skipped(span, "control of territory: wished, planned or feared, not stated")
            continue
        if held is not None and party is not None and held.name == party.name and expression.relation in OUTWARD:
            held = None  # nobody gains a part of itself
        if held is None or party is None:
            missing = "territory" if held is None else "holder"
            yield Skipped(span, f"control of territory: the {missing} is not named")
            continue
        last, before = held, expression.head
        for value, time in [(amount, _time(expression)), *_compared(expression)]:
            content = _content(expression, party, held, value, time)
            yield Found(content, expression.head, presupposed=expression.presupposed)


def _party(token: Token | None) -> Mention | None:
    """Who holds; "its forces" are the state's, "rebel" of "rebel-held" are the rebels; "each side" is nobody."""
    if token is None or any(c.lower_ in {"each", "both", "neither", "either", "no"} for c in token.children):
        return None
    owner = syntax.possessor(token)
    if owner is not None and token.lemma_.lower() in FORCES:
        state = _party(owner)
        if state is not None and state.kind != "PERSON":
            return state
    found = mention_of(token)
    if found is None and syntax.is_pronoun(token):
        found = _told_of(token)
    beside = syntax.is_compound(token) or token.nbor().text in HYPHENS
    if found is None or found.named or not beside or token.lemma_.lower() in BODIES:
        return found
    return replace(found, name=f"{found.name}s", kind="GROUP")


def _told_of(pronoun: Token) -> Mention | None:
    """ "the army says it holds", "officials said their troops held": who says so, where it is nobody with a name."""
    if pronoun.lower_ not in {"it", "its", "they", "their"}:
        return None
    subjects = (syntax.own_subject(t) for t in syntax.above(pronoun) if syntax.is_verb(t))
    return next((mention_of(s) for s in subjects if s is not None and s.i != pronoun.i and can_speak(s)), None)


def _goes_on(expression: Expression, amount: Amount | None, before: Token | None) -> bool:
    """ "gained 3 percent of Osk and lost 0.4 percent", "the other half belongs to": a share of the land just named."""
    if amount is None or amount.percent is None or before is None or before.sent.start != expression.head.sent.start:
        return False
    last = _words(expression.held)[-1]
    return last.lemma_.lower() in VAGUE or not last.is_alpha


def _compared(expression: Expression) -> Iterator[tuple[Amount, Time | None]]:
    """ "20 percent, compared with 14 percent in January", "down from two thirds in 2030": the other share."""
    verb = syntax.governing_verb(expression.head)
    for leading, other in syntax.comparisons(verb) if verb is not None and expression.relation == "controls" else ():
        inside, beside = span_of(list(other.subtree)), span_of(list(leading.subtree))
        amount = next((a for a in layers_of(other).amounts if inside.holds(a.span)), None)
        if amount is not None and amount.percent is not None:
            yield amount, next((t for t in layers_of(other).times if beside.holds(t.span)), None)


def _beside(expression: Expression, amount: Amount | None) -> Mention | None:
    """ "ceded 5,000 hectares in Osk", "captured 17 villages in Osk", where the parse hangs the place on the verb."""
    counted = amount is not None or expression.held.lemma_.lower() in LAND
    verb = syntax.governing_verb(expression.head)
    if not counted or verb is None:
        return None
    places = (g for _, g in syntax.prepositions(verb, "in", "around", "near"))
    return next((mention_of(g) for g in places if kind(g) in PLACES), None)


def _unreal(head: Token) -> bool:
    """ "will seize", "need to cede", "if it took": no control that anybody states."""
    verb = syntax.governing_verb(head)
    if verb is None:
        return False
    if syntax.is_verb(head) or syntax.is_predicative(head):
        if syntax.is_future(verb) or syntax.is_conditional(verb) or syntax.is_subjunctive(verb):
            return True
        return syntax.has_to(verb) and syntax.is_dependent(verb) and verb.head.lemma_ not in BEGUN
    return False


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
        if any(t.i in places for t in inside) and not any(t.pos_ == "PROPN" for t in inside):
            return amount
    return None


def _land(expression: Expression, amount: Amount | None) -> Token | None:
    """The word for the land: a place name, or a noun like "territory"; the last of a chain of "of".

    All of the chain must be land or a share: not "the hearts of half of Osk", "12 percent of the shares in Osk".
    """
    chain, at = [expression.held], expression.held
    for _ in range(4):
        inside = at.lemma_.lower() in LAND or kind(at) in PLACES  # "the hills in Osk", not "the market in Osk"
        words = ("of", *(("in", "around") if inside else ()))
        below = next((g for _, g in syntax.prepositions(at, *words)), None)
        if below is None or not is_land(at):
            break
        chain.append(below)
        at = below
    share = len(chain) > 1 and chain[-2].lemma_.lower() in VAGUE
    if ((share and kind(chain[-1]) in {"PERSON", ""}) or expression.sure) and chain[-1].pos_ == "PROPN":
        return chain[-1]
    for token in reversed(chain):
        named = kind(token) in PLACES or token.lemma_.lower() in LAND or kind(token) == "NORP"
        counted = amount is None or amount.area_km2 is not None or len(chain) > 1 or kind(token) in PLACES
        if named and (counted or is_owned(token)):
            return token
    return None


def _is_area(amount: Amount | None) -> bool:
    return amount is not None and amount.area_km2 is not None


def _content(e: Expression, party: Mention, territory: Mention, amount: Amount | None, time: Time | None) -> Content:
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
    compared = [span_of(list(leading.subtree)) for leading, _ in syntax.comparisons(verb)]
    near = []
    for time in layers_of(verb).times:
        if not sentence.holds(time.span):
            continue
        inside = tokens_in(verb.doc, time.span)
        governing = syntax.governing_verb(inside[0]) if inside else None
        if governing is not None and governing.i in verbs and not any(span.holds(time.span) for span in compared):
            near.append(time)
    since = [t for t in near if t.relation == "since"]
    return next(iter(since or near), None)


def _time_field(e: Expression, time: Time) -> str:
    if time.relation in {"until", "before", "by"}:
        return "validTo"
    return "asOf" if e.relation in {"controls", "claims", "contests"} and time.relation != "since" else "validFrom"
