"""Meetings and contacts: who meets, calls, visits or writes to whom, when and where, and whether it took place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract import contact_nouns, contact_verbs
from kg.extract.contact_verbs import FRAMES
from kg.extract.contact_words import DIPLOMATIC, NOUNS, TRIPS
from kg.extract.contacts import Expression
from kg.extract.days import event_times
from kg.extract.found import Found, kept
from kg.extract.matters import teller
from kg.extract.mentions import layers_of, speakers
from kg.extract.participants import BODIES, OFFICIALS, PAIR, SIDES, is_both, is_country, is_host, is_several
from kg.extract.pieces import span_of
from kg.extract.status_nouns import core
from kg.extract.status_words import TRAVEL
from kg.model import Content, Mention, Skipped, Term, Time

NEAR = 200  # words back that "the meeting" can stand from the meeting
PLACES = frozenset({"GPE", "LOC", "FAC"})
WHERE = ("in", "at", "near", "outside", "aboard")
WORDS = {"call": "call between", "written": "letter between"}


@dataclass(frozen=True, slots=True)
class Meeting:
    """A contact with who takes part, when and where."""

    expression: Expression
    participants: list[Mention]
    times: list[Time]
    place: Mention | None

    @property
    def key(self) -> tuple[int, str, frozenset[str]]:
        """What is told once a sentence: who meets, and how it stands."""
        names = frozenset(m.name for m in self.participants)
        return self.expression.word.sent.start, self.expression.presented.status, names

    def is_undone_by(self, other: Expression) -> bool:
        """ "had been due to meet, but the meeting was called off": told as one."""
        off = other.presented.status in {"cancelled", "postponed"}
        return off and self.expression.presented.status == "planned" and self.expression.word.sent == other.word.sent

    def can_be(self, other: Expression) -> bool:
        """True where words that take up a contact can mean this one: it is near, and no call is a visit."""
        channel = NOUNS[other.word.lemma_.lower()]
        same = (channel == "call") == (self.expression.channel == "call")
        return same and other.word.i - self.expression.word.i < NEAR

    def again(self, other: Expression) -> Meeting:
        """The same contact as words that take it up tell it: what they leave untold stays."""
        same = replace(other, channel=self.expression.channel)
        return Meeting(same, self.participants, _days(other) or self.times, _where(other, []) or self.place)


@kept
def find(doc: Doc) -> Iterator[Found | Skipped]:
    """The contacts of a doc, each once a sentence; one with too few participants is skipped with that reason."""
    met: list[Meeting] = []
    for expression in _expressions(doc):
        last = met[-1] if met else None
        if expression.taken_up:
            if last is not None and last.can_be(expression):
                met += [last.again(expression)]
                if last.is_undone_by(expression):
                    met.remove(last)
            continue
        participants = _participants(expression, last)
        if not _enough(participants, expression):
            sentence = span_of([t for t in expression.word.sent if not t.is_space])
            yield Skipped(sentence, "meeting: fewer than two participants are named")
            continue
        meeting = Meeting(expression, participants, _days(expression), _where(expression, participants))
        if meeting.times or all(meeting.key != one.key for one in met):
            met.append(meeting)
    yield from map(_found, met)


def _expressions(doc: Doc) -> Iterator[Expression]:
    for token in doc:
        found = None
        if token.lemma_ in FRAMES and syntax.is_verb(token) and not syntax.is_helper(token):
            found = contact_verbs.find(token)
        elif token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in NOUNS:
            found = contact_nouns.find(token)
        if found is not None:
            yield found


# --- the participants


def _participants(expression: Expression, last: Meeting | None) -> list[Mention]:
    """All who take part, each once, in an order of their names; "the two leaders" are those who met last."""
    out: dict[str, Mention] = {}
    for party in expression.parties:
        same = last is not None and _are_meant(party, last) and not _joint(party)
        for mention in last.participants if last is not None and same else _actors(party):
            out.setdefault(mention.name, mention)
    if len(out) == 1 and (host := _host(expression)) is not None:
        out.setdefault(host.name, host)
    return sorted(out.values(), key=lambda m: (m.name.split()[-1:], m.name))


def _are_meant(party: Token, last: Meeting) -> bool:
    """True for "the two leaders", who met last; "both delegations" are bodies and no two people."""
    people = any(one.kind == "PERSON" for one in last.participants)
    bodies = party.lemma_.lower() in BODIES | SIDES
    return is_both(party) and len(last.participants) == 2 and not (people and bodies)


def _host(expression: Expression) -> Mention | None:
    """ "would travel to Orland for talks", "arrived in Orland for a state visit": the country that is gone to."""
    if expression.channel == "written" or expression.word.pos_ != "NOUN":
        return None
    visitor = expression.parties[0]
    word = expression.word
    trip = word.lemma_.lower() in TRIPS
    state = trip and bool({c.lower_ for c in syntax.adjectives(word)} & DIPLOMATIC)
    for verb in expression.presented.verbs:
        for _, place in syntax.prepositions(verb, "to", "in") if verb.lemma_ in TRAVEL else ():
            if state or is_country(place) or (trip and is_host(place, visitor)):
                return layers_of(place).referents.get(place.i)
    return None


def _joint(token: Token) -> tuple[Mention, ...]:
    return layers_of(token).joint.get(token.i, ())


def _actors(token: Token) -> Iterable[Mention]:
    """The mentions of a phrase; of "the two leaders" those who are meant."""
    token = syntax.antecedent(token)
    several = _joint(token)
    if several:
        return several
    if token.lower_ in {"i", "me"}:
        token = teller(token)  # "“I’ll meet Dahl,” Vessa said"
    named = [syntax.name_beside(one) or one for t in syntax.members(token) for one in _each(t)]
    return [mention for t in named for mention in speakers(t)[:1]]


def _each(officials: Token) -> list[Token]:
    """ "the ministers of Osk, Pellora and Orland": each country stands for its own."""
    if not (syntax.is_plural(officials) and officials.lemma_.lower() in OFFICIALS):
        return [officials]
    states = [t for _, g in syntax.prepositions(officials, "of") for t in syntax.conjuncts(g)]
    return states if len(states) > 1 and all(t.pos_ == "PROPN" for t in states) else [officials]


def _enough(participants: list[Mention], expression: Expression) -> bool:
    if len(participants) > 1 or not participants:
        return len(participants) > 1
    by = expression.presented.by
    together = (by is not None and is_several(by)) or expression.alone
    return together and not any(t.lemma_.lower() in PAIR for t in expression.parties)  # "the pair met in 1998"


# --- when and where


def _days(expression: Expression) -> list[Time]:
    """When it is said to be."""
    return event_times(expression.word, expression.presented.verbs)


def _where(expression: Expression, participants: list[Mention]) -> Mention | None:
    """The place it is said to be in; of a journey to it ("flew to Osk to meet Dahl") its end."""
    word, verbs = expression.word, expression.presented.verbs
    for head in dict.fromkeys([word, core(word), *verbs, *syntax.relative_clauses(word)]):
        words = (*WHERE, "to") if head.lemma_ in TRAVEL else WHERE
        for _, governed in syntax.prepositions(head, *words):
            known = layers_of(governed).referents.get(governed.i)
            if known is not None and known.named and known.kind in PLACES and known not in participants:
                return known
    return None


# --- the content


def _found(meeting: Meeting) -> Found:
    expression, participants, place = meeting.expression, meeting.participants, meeting.place
    status = expression.presented.status
    if status == "present":
        status = "planned" if meeting.times and expression.channel != "written" else "held"
    fields: list[tuple[str, Mention | Time | Term]] = [("participant", one) for one in participants]
    if expression.channel:
        fields.append(("channel", Term("channel", expression.channel)))
    fields += _dates(meeting.times, status)
    if place is not None:
        fields.append(("place", place))
    hull = sorted([expression.word, *expression.parties], key=lambda t: t.i)
    words = WORDS.get(expression.channel, "talks between" if len(participants) > 1 else "meeting of")
    content = Content(
        kind="Meeting",
        fields=tuple(fields),
        gist=f"{words} {{participant}}" + (" in {place}" if place is not None else ""),
        span=span_of(hull),
    )
    return Found(content, expression.presented.head, status=status)


def _dates(times: list[Time], status: str) -> Iterator[tuple[str, Time]]:
    """A time as the event's day or days; its tense is that of the event, whatever verb it hangs on."""
    tense = {"held": "past", "planned": "future", "confirmed": "future", "cancelled": "future", "postponed": "future"}
    told = [replace(time, tense=tense.get(status, time.tense)) for time in times]
    if len(told) > 1:
        yield from zip(("validFrom", "validTo"), told, strict=True)
    elif told:
        plain = status == "postponed" and told[0].relation == "until"  # "put off until Friday"
        yield "scheduledFor", replace(told[0], relation="") if plain else told[0]
