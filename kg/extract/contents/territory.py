"""Territorial control: who holds, lost, gained, claims or contests what share of which land, since when."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract.control import Expression, is_force
from kg.extract.extent import Extent, extents, words
from kg.extract.found import Found, kept
from kg.extract.holders import holders, is_holder
from kg.extract.holding import expressions
from kg.extract.mentions import layers_of
from kg.extract.pieces import span_of, tokens_in
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
        parties = holders(expression)
        goes_on = before is not None and before.sent.start == expression.head.sent.start
        told = extents(expression, next(iter(parties), None), last, goes_on=goes_on)
        if not told or (told[0].amount is None and _is_somebody(expression, parties)):
            continue  # "the painter captured Osk"
        span = span_of([t for t in expression.head.sent if not t.is_space])
        if not expression.presupposed and _unreal(expression.head):
            yield Skipped(span, "control of territory: wished, planned or feared, not stated")
            continue
        found = [(party, one) for one in told for party in parties if _is_told(expression, party, one)]
        if not found:
            missing = "holder" if not parties else "territory"
            yield Skipped(span, f"control of territory: the {missing} is not named")
            continue
        last, before = found[0][1].place, expression.head
        for party, one in found:
            yield Found(_content(expression, party, one), expression.head, presupposed=expression.presupposed)


def _is_somebody(expression: Expression, parties: list[Mention]) -> bool:
    """True for a person without a name or arms."""
    return any(p.kind == "PERSON" and not p.named for p in parties) and not is_force(expression.party)


def _is_told(expression: Expression, party: Mention, told: Extent) -> bool:
    """True where the land is known, and who holds it can; nobody gains a part of itself."""
    if told.place is None or (expression.relation in OUTWARD and told.place.name == party.name):
        return False
    return is_holder(expression, party, told.place, amount=told.amount is not None)


def _unreal(head: Token) -> bool:
    """ "will seize", "need to cede", "if it took": no control that anybody states."""
    verb = syntax.governing_verb(head)
    if verb is None:
        return False
    if syntax.is_verb(head) or syntax.is_predicative(head):
        supposed = any(map(syntax.is_conditional, (verb, syntax.first_conjunct(verb))))
        if syntax.is_future(verb) or supposed or syntax.is_subjunctive(verb):
            return True
        came_of_it = any(t.lower_ == "only" and t.i < verb.i for t in syntax.adverbs(verb))  # "only to lose it again"
        return syntax.has_to(verb) and syntax.is_dependent(verb) and not came_of_it and verb.head.lemma_ not in BEGUN
    return False


def _content(e: Expression, party: Mention, told: Extent) -> Content:
    amount = told.amount
    time = told.time or (_time(e) if not told.earlier else None)
    assert told.place is not None
    fields: list[tuple[str, Mention | Time | Decimal | int | str | Term | Content]] = [
        ("party", party),
        ("controlRelation", Term("control", e.relation)),
        ("territory", told.place),
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
        whole = told.place.name if syntax.is_pronoun(e.held) else span_of(words(e.held)).of(layers_of(e.held).text)
        fields.append(("amountText", whole))
    if time is not None:
        fields.append((_time_field(e, time), time))
    hull = sorted([e.head, *words(e.held)], key=lambda t: t.i)
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
