"""Conflict and cooperation: who attacked, arrested, sanctioned or helped whom, or protested, and how many died."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract.casualties import Casualties, casualties
from kg.extract.deed_nouns import of_noun
from kg.extract.deeds import Deed, of_verb
from kg.extract.fights import of_aim
from kg.extract.found import Found, kept
from kg.extract.inflection import third_person
from kg.extract.matters import text_of
from kg.extract.mentions import layers_of, mention_of
from kg.extract.parties import PLACES, kind, party, place_at
from kg.extract.pieces import span_of, tokens_in
from kg.extract.sides import is_event, objects
from kg.extract.standing import standing
from kg.model import Content, Mention, Skipped, Span, Term, Time

CONFLICT = frozenset({"assault", "coerce", "sanction", "mobilize", "protest", "threaten", "accuse"})
# Without who does it there is none: "the decision threatens to cost Vessa votes"
TOLD_OF = frozenset({"accuse", "threaten"})
# The word before whom it is done to: "imposes sanctions on", "sends aid to"
TOWARDS = {"sanction": "on", "concede": "on", "agree": "with", "cooperate": "with", "aid": "to", "support": "for",
           "clash": "with"}  # fmt: skip
INTRANSITIVE = frozenset({"agree", "protest", "demonstrate", "riot", "clash", "march", "rally"})
AT = (
    "in at on near outside off around across through along inside into from of to out over between above toward".split()
)
OF = frozenset({"of", "from"})


@kept
def find(doc: Doc) -> Iterator[Found | Skipped]:
    """The events of a doc; what is only wished, feared or supposed is skipped with that reason."""
    for token in doc:
        deed = _deed(token)
        content = _content(deed) if deed is not None else None
        if deed is None or content is None:
            continue
        stands = standing(deed.head)
        if stands == "unreal":
            yield Skipped(span_of([t for t in token.sent if not t.is_space]), "event: wished, feared or supposed")
        else:
            yield Found(content, deed.head, status=stands)


def _deed(token: Token) -> Deed | None:
    if is_event(token):
        return of_noun(token) or of_aim(token)
    if token.pos_ == "NOUN":
        return of_aim(token)
    return of_verb(token) if syntax.is_verb(token) and not syntax.is_helper(token) else None


# --- where, when


def _place(deed: Deed, taken: set[str]) -> Mention | None:
    for head in deed.scene:
        if head not in deed.recipients and head in deed.scene[1:] and kind(head) in {"FAC", "LOC"}:
            return mention_of(head)
        if not syntax.is_verb(head) and head == deed.head:
            inside = [
                c for c in syntax.compounds(head) if kind(c) in PLACES and c.pos_ == "PROPN" and c not in deed.agents
            ]
            if inside:
                return mention_of(inside[0])  # "the Osk protest"
        of_actor = kind(head) == "PERSON" or head in deed.agents
        for leading, governed in syntax.prepositions(head, *AT):
            if of_actor and leading.lower_ in OF:
                continue  # "President Dahl of Orland signed the accord"
            found = place_at(governed)
            if found is not None and found.name not in taken:
                return found
    return None


def _time(deed: Deed) -> Time | None:
    """The time of the clause or inside the noun phrase: "in 2022", "the 2022 invasion"."""
    verbs = {t.i for t in (deed.head, *deed.clauses)}
    if syntax.is_verb(deed.head) and any(c.lower_ in {"when", "as"} for c in deed.head.children):
        verbs.add(deed.head.head.i)  # "it began on Saturday, when a patrol was hit"
    below = {t.i for t in deed.head.subtree} if not syntax.is_verb(deed.head) else set()
    sentence = Span(deed.head.sent.start_char, deed.head.sent.end_char)
    for time in layers_of(deed.head).times:
        inside = tokens_in(deed.head.doc, time.span) if sentence.holds(time.span) else []
        governing = syntax.governing_verb(inside[-1]) if inside and not _is_modifier(inside[-1]) else None
        if inside and (inside[-1].i in below or (governing is not None and governing.i in verbs)):
            return time
    return None


def _is_modifier(time: Token) -> bool:
    """ "her rival in the November election", "December's vote": the time of something else."""
    return syntax.is_compound(time) or syntax.is_possessor(time)


# --- the content


def _content(deed: Deed) -> Content | None:
    """The event as fields; None where neither side is known and no place of the dead is."""
    agents = _mentions(deed.agents, anybody=True)
    recipients = [m for m in _mentions(deed.recipients) if m.name not in {a.name for a in agents}]
    place = _place(deed, {m.name for m in (*agents, *recipients)})
    lost = casualties(deed.clauses) if deed.concept in {"assault", "coerce", "protest"} else Casualties()
    if not (
        agents or (recipients and deed.concept not in TOLD_OF) or (place and deed.concept == "assault") or lost.dead
    ):
        return None
    fields: list[tuple[str, Mention | Time | int | str | Term]] = []
    if deed.concept:
        fields.append(("eventType", Term("plover", deed.concept)))
    fields += [("agent", m) for m in agents] + [("recipient", m) for m in recipients]
    fields.append(("action", deed.action))
    fields += [("place", place)] if place is not None else []
    time = _time(deed)
    fields += [("scheduledFor", time)] if time is not None else []
    if lost.dead is not None:
        fields += [
            ("fatalities", lost.dead.number),
            ("fatalitiesApproximation", Term("approximation", lost.dead.approximation)),
        ]
    if lost.hurt is not None:
        fields += [("injured", lost.hurt.number),
                   ("injuredApproximation", Term("approximation", lost.hurt.approximation))]  # fmt: skip
    words = sorted([*deed.scene, *deed.recipients, deed.head], key=lambda t: t.i)
    return Content(
        kind="ConflictEvent" if deed.concept in CONFLICT else "Event",
        fields=tuple(fields),
        gist=_gist(deed, _is_one(deed, agents), bool(agents), bool(recipients), place is not None),
        span=span_of(words),
    )


def _mentions(tokens: tuple[Token, ...], *, anybody: bool = False) -> list[Mention]:
    """The actors of some words, each once."""
    found = {m.name: m for t in tokens if (m := party(t, anybody=anybody)) is not None}
    return list(found.values())


def _is_one(deed: Deed, agents: list[Mention]) -> bool:
    return len(agents) == 1 and not any(syntax.is_plural(t) or t.lemma_.lower() == "police" for t in deed.agents)


def _gist(deed: Deed, one: bool, agents: bool, recipients: bool, placed: bool) -> str:
    """ "{agent} imposes sanctions on {recipient}", "shell {recipient}" where nobody is named."""
    words = third_person(deed.action) if one else deed.action
    if recipients and " to " in deed.action:
        words += " ({recipient})"
    elif recipients:
        joined = (
            TOWARDS.get(deed.action, TOWARDS.get(deed.concept, "against"))
            if " " in deed.action or deed.action in INTRANSITIVE
            else ""
        )
        words += f" {joined} {{recipient}}" if joined else " {recipient}"
    elif syntax.is_verb(deed.head) and " " not in deed.action:
        words = f"{words} {_things(deed.head)}".rstrip()
    return ("{agent} " if agents else "") + words + (" in {place}" if placed else "")


def _things(verb: Token) -> str:
    """ "welcomed the decision": what no field tells."""
    things = [text_of(syntax.clause(o, without=syntax.loose(o))) for o in objects(verb)]
    return " and ".join(things).replace("{", "(").replace("}", ")")
