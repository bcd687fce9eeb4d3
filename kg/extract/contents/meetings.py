"""Meetings and contacts: who meets, calls, visits or writes to whom, when and where, and whether it took place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract.days import event_times
from kg.extract.found import Found, kept
from kg.extract.matters import teller
from kg.extract.mentions import layers_of, speakers
from kg.extract.participants import can_meet, is_both, is_meeting_body, is_party, is_several, is_somebody, listens
from kg.extract.people import can_speak
from kg.extract.pieces import span_of
from kg.extract.status import COMING, TRAVEL, Presented, core, of_noun, of_verb
from kg.model import Content, Mention, Skipped, Term, Time

# Two or more do it together: "Vessa and Dahl met", "Vessa met Dahl", "Vessa met with Dahl"
MEETING = frozenset("meet reconvene confer huddle".split())
TALKING = frozenset("speak talk negotiate".split())
# One does it to another; the object must be a person by name or office
RECEIVING = frozenset("host receive welcome greet visit see".split())
CALLING = frozenset("phone telephone call ring".split())
NOUNS = {
    word: channel
    for channel, words in {
        "in-person": "meeting summit audience visit dinner lunch breakfast encounter reception",
        "call": "call phonecall teleconference videoconference",
        "written": "letter",
        "": "talk conversation negotiation consultation discussion session",
    }.items()
    for word in words.split()
}
# "a dinner with friends", "a letter to his staff": these count between people by name or office
PRIVATE = frozenset("visit dinner lunch breakfast encounter reception letter call conversation discussion".split())
# Calls and sessions that are no contact: "the call for a vote", "a training session"
OTHER_CALLS = frozenset("close wake-up wake roll curtain rallying margin training trading opening court photo".split())
GATHERINGS = frozenset("meeting summit negotiation talk".split())
SINGLE = frozenset("meeting summit call visit audience lunch dinner".split())
NEAR = 200  # words back that "the meeting" can stand from the meeting
REMOTE = frozenset("phone telephone video videolink link telephonic zoom videoconference teleconference".split())
VIRTUAL = frozenset("virtual online remote phone telephone video conference".split())
FACING = frozenset({"person", "face"})
KIN = frozenset("husband wife spouse partner girlfriend boyfriend fiance fiancee friend fan".split())
SPORT = frozenset(
    "final semifinal semi-final quarterfinal quarter-final match championship tournament cup playoff stadium arena "
    "kickoff kick-off goal halftime pitch derby innings referee striker goalkeeper".split()
)
PLACES = frozenset({"GPE", "LOC", "FAC"})
WHERE = ("in", "at", "near", "outside", "aboard")
VERBS = {"write": "written"} | dict.fromkeys(TALKING, "")
WORDS = {"call": "call between", "written": "letter between"}


@dataclass(frozen=True, slots=True)
class Expression:
    """Words of a contact: the word that says it, how it is presented, its participants' words, and its channel."""

    word: Token
    presented: Presented
    parties: tuple[Token, ...]
    channel: str
    alone: bool = False  # one body or group is enough: "the ministers met"
    taken_up: bool = False  # "the meeting", told of before


@dataclass(frozen=True, slots=True)
class Meeting:
    """A contact with who takes part, when and where."""

    expression: Expression
    participants: list[Mention]
    times: list[Time]
    place: Mention | None

    def again(self, other: Expression) -> Meeting:
        """The same contact as words that take it up tell it: what they leave untold stays."""
        same = replace(other, channel=self.expression.channel)
        return Meeting(same, self.participants, _days(other) or self.times, _where(other, []) or self.place)


@kept
def find(doc: Doc) -> Iterator[Found | Skipped]:
    """The contacts of a doc, each once a sentence; one with too few participants is skipped with that reason."""
    seen: set[tuple[int, str, frozenset[str]]] = set()
    last: Meeting | None = None
    for expression in _expressions(doc):
        if expression.taken_up:
            if last is not None and expression.word.i - last.expression.word.i < NEAR:
                yield _found(last.again(expression))
            continue
        participants = _participants(expression, last)
        span = span_of([t for t in expression.word.sent if not t.is_space])
        if not _enough(participants, expression):
            yield Skipped(span, "meeting: fewer than two participants are named")
            continue
        meeting = Meeting(expression, participants, _days(expression), _where(expression, participants))
        names = frozenset(m.name for m in participants)
        key = (expression.word.sent.start, expression.presented.status, names)
        if key in seen and not meeting.times:
            continue
        seen.add(key)
        last = meeting
        yield _found(meeting)


def _expressions(doc: Doc) -> Iterator[Expression]:
    for token in doc:
        found = None
        if syntax.is_verb(token) and not syntax.is_helper(token):
            found = _of_verb(token)
        elif token.pos_ == "NOUN" and token.lemma_.lower() in NOUNS:
            found = _of_noun(token)
        if found is not None:
            yield found


# --- "Vessa met Dahl", "Vessa and Dahl spoke by phone", "Vessa received Dahl"


def _of_verb(verb: Token) -> Expression | None:
    found = _together(verb) or _directed(verb)
    if found is None or not all(map(can_meet, found)):
        return None
    presented = of_verb(verb)
    if presented is None:
        return None
    channel = "call" if verb.lemma_ in CALLING or _is_remote(verb) else VERBS.get(verb.lemma_, "in-person")
    return Expression(verb, presented, tuple(found), channel, alone=len(found) == 1)


def _together(verb: Token) -> list[Token] | None:
    """Who meets: subject, object and those behind "with"; None where the verb says something else."""
    lemma = verb.lemma_
    sits = lemma == "sit" and (syntax.particle(verb) == "down" or any(c.lower_ == "down" for c in verb.children))
    if lemma not in MEETING | TALKING and not sits:
        return None
    subject = _subject(verb)
    if subject is None or (lemma == "meet" and _is_sport(verb)):
        return None
    behind = [g for _, g in syntax.prepositions(verb, "with")]
    if lemma in TALKING:
        behind += [g for _, g in syntax.prepositions(verb, "to") if is_somebody(g)]
        mutual = _is_mutual(verb, subject) or (_is_remote(verb) and is_several(subject))
        if syntax.direct_objects(verb) or any(map(listens, behind)) or not (behind or mutual):
            return None
        return [subject, *behind]
    if syntax.is_passive(verb):
        host = syntax.agent(verb)
        return [subject, host] if host is not None and is_somebody(host) else None
    others = [*_objects(verb), *behind]
    if any(o.lemma_.lower() in KIN for o in others) or not (others or is_several(subject)):
        return None
    return [subject, *others]


def _is_mutual(verb: Token, subject: Token) -> bool:
    """ "the two leaders will speak on Friday"; not "the two leaders spoke at a rally"."""
    return is_both(subject) and all(g.ent_type_ in {"DATE", "TIME"} for _, g in syntax.prepositions(verb))


def _subject(verb: Token) -> Token | None:
    """Who meets: the subject, also where the parse hangs it on the verb of saying behind it."""
    presented = of_verb(verb)
    if presented is not None and presented.verbs[-1].pos_ == "NOUN":  # "her plans to meet", "announced plans to meet"
        plan = presented.verbs[-1]
        above = syntax.governing_verb(plan)
        return syntax.possessor(plan) or (syntax.subject(above) if above is not None else None)
    return syntax.subject(verb) or (syntax.displaced_subject(presented.verbs[-1]) if presented is not None else None)


def _directed(verb: Token) -> list[Token] | None:
    """Who calls, visits, receives or writes, and whom."""
    lemma = verb.lemma_
    if lemma not in RECEIVING | CALLING | {"write"}:
        return None
    subject = syntax.agent(verb) if syntax.is_passive(verb) else syntax.subject(verb)
    if lemma == "write" and subject is not None and not syntax.direct_objects(verb):
        readers = [g for _, g in syntax.prepositions(verb, "to")]
        return [subject, *readers] if readers and all(map(is_party, readers)) else None
    if subject is None or lemma not in RECEIVING | CALLING or syntax.secondary_predicates(verb):
        return None
    objects = [syntax.own_subject(verb)] if syntax.is_passive(verb) else _objects(verb)
    if len(objects) != 1 or objects[0] is None or not is_somebody(objects[0]) or syntax.particle(verb):
        return None
    if lemma == "see" and of_verb(verb) is not None and not _is_to_come(verb):
        return None
    if lemma == "call" and (objects[0].ent_type_ != "PERSON" or syntax.infinitive(verb) is not None):
        return None
    return [subject, objects[0]]


def _is_to_come(verb: Token) -> bool:
    """ "plans to see Dahl": seeing somebody is a meeting where it is planned."""
    presented = of_verb(verb)
    return presented is not None and presented.status in {"planned", "confirmed"}


def _objects(verb: Token) -> list[Token]:
    """The objects of a verb, or whom its relative clause is about: "the envoy she met"."""
    objects = [o for o in syntax.direct_objects(verb) if o.lemma_.lower() not in NOUNS]
    subject = syntax.own_subject(verb)
    asked = subject is not None and not syntax.is_relative(subject)
    if not objects and asked and syntax.is_noun_clause(verb) and can_speak(verb.head):
        return [verb.head]
    return objects


def _is_sport(verb: Token) -> bool:
    return any(t.lemma_.lower() in SPORT and t.pos_ != "PROPN" for t in verb.sent)


# --- "talks between Vessa and Dahl", "his meeting with Dahl", "held talks with Dahl"


def _of_noun(noun: Token) -> Expression | None:
    before = {c.lower_ for c in syntax.adjectives(noun)}
    if before & OTHER_CALLS or (noun.lemma_ == "call" and any(syntax.prepositions(noun, "for"))):
        return None
    if syntax.is_object(noun) and noun.head.lemma_ in MEETING:
        return None  # "will meet in Osk, their first talks": the verb tells it
    named = _named_parties(noun)
    presented = of_noun(noun)
    if presented is None:
        return None
    if not named and _is_taken_up(noun, presented):
        return Expression(noun, presented, (), "", taken_up=True)
    lemma, body = noun.lemma_.lower(), [g for _, g in syntax.prepositions(noun, "of") if is_meeting_body(g)]
    if lemma in GATHERINGS and not named:
        named = body
    parties = list(named)
    travels = any(v.lemma_ in TRAVEL for v in presented.verbs)
    held = (syntax.is_object(core(noun)) or travels) and (not parties or bool(body))
    if presented.by is not None and (_behind(noun, "with", "to", "from") or held):
        parties.insert(0, presented.by)
    private = lemma in PRIVATE and not all(map(is_party, parties))
    if private or not (named or _holds_together(presented)) or not all(map(can_meet, parties)):
        return None
    return Expression(noun, presented, tuple(parties), _channel(noun), alone=bool(body) and lemma in GATHERINGS)


def _is_taken_up(noun: Token, presented: Presented) -> bool:
    """ "The meeting, set for Monday, ...", "confirmed the summit": no words of its own but its status or day."""
    the = any(c.lower_ in {"the", "this", "that"} for c in syntax.adjectives(noun))
    own = [c for c in syntax.adjectives(noun) if c.lower_ not in {"the", "this", "that", *COMING}]
    if not the or own or syntax.is_plural(noun) or any(syntax.prepositions(noun, "of", "with", "between")):
        return False
    return presented.status in {"planned", "confirmed", "postponed", "cancelled"} and noun.lemma_.lower() in SINGLE


def _holds_together(presented: Presented) -> bool:
    """ "Vessa and Dahl held talks"."""
    return presented.by is not None and is_several(presented.by)


def _named_parties(noun: Token) -> list[Token]:
    """Who takes part by the words of the phrase itself: whose, with whom, between whom."""
    owner = syntax.possessor(noun)
    parties = [owner] if owner is not None and can_meet(owner) and owner.ent_type_ != "DATE" else []
    parties += syntax.hyphenated(noun)
    parties += _behind(noun, "between", "with")
    if NOUNS[noun.lemma_.lower()] in {"call", "written"} or noun.lemma_ == "visit":
        parties += _behind(noun, "from", "to", "by")
    return parties


def _behind(noun: Token, *words: str) -> list[Token]:
    """What prepositions govern on a noun, on the round it is part of, on what is told of it, or on its verb."""
    top = core(noun)
    heads = [noun, top] if top.i != noun.i else [noun]
    if syntax.is_object(top) and syntax.is_verb(top.head):
        heads.append(top.head)
    heads += [v for v in syntax.relative_clauses(noun) if v.lemma_ in {"send", "write", "address", "hold", "deliver"}]
    return [g for head in heads for _, g in syntax.prepositions(head, *words) if g.i > noun.i]


def _channel(noun: Token) -> str:
    words = {t.lower_ for t in noun.subtree if abs(t.i - noun.i) <= 4}
    known = NOUNS[noun.lemma_.lower()]
    if {c.lower_ for c in syntax.adjectives(noun)} & VIRTUAL or (syntax.is_object(noun) and _is_remote(noun.head)):
        return "call"
    return "in-person" if not known and FACING & words else known


def _is_remote(verb: Token) -> bool:
    """ "by phone", "over a video link"."""
    return any(
        t.lower_ in REMOTE
        for p, g in syntax.prepositions(verb, "by", "over", "on", "via", "through")
        for t in [g, *syntax.compounds(g)]
    )


# --- the participants


def _participants(expression: Expression, last: Meeting | None) -> list[Mention]:
    """All who take part, each once, in an order of their names; "the two leaders" are those who met last."""
    out: dict[str, Mention] = {}
    for party in expression.parties:
        same = last is not None and is_both(party) and len(last.participants) == 2 and not _joint(party)
        for mention in last.participants if last is not None and same else _actors(party):
            out.setdefault(mention.name, mention)
    if len(out) == 1 and (host := _host(expression)) is not None:
        out.setdefault(host.name, host)
    return sorted(out.values(), key=lambda m: (m.name.split()[-1:], m.name))


def _host(expression: Expression) -> Mention | None:
    """ "would travel to Orland for talks": the country that is gone to, known by its people in the text."""
    if expression.channel == "written" or expression.word.pos_ != "NOUN":
        return None
    for verb in expression.presented.verbs:
        for _, governed in syntax.prepositions(verb, "to", "in") if verb.lemma_ in TRAVEL else ():
            known = layers_of(governed).referents.get(governed.i)
            people = {t.text for t in verb.doc if t.text.istitle()}
            if known is not None and any(syntax.is_people_of(p.removesuffix("s"), known.name) for p in people):
                return known
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
    named = [syntax.name_beside(t) or t for t in syntax.conjuncts(token)]
    return [mention for t in named for mention in speakers(t)[:1]]


def _enough(participants: list[Mention], expression: Expression) -> bool:
    return len(participants) > 1 or (bool(participants) and (expression.alone or _holds_together(expression.presented)))


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
        status = "planned" if meeting.times else "held"
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
