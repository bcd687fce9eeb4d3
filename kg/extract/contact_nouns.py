"""Contacts that a noun tells: "talks between Vessa and Dahl", "a visit to Orland", "said in a letter to Dahl"."""

from __future__ import annotations

from spacy.tokens import Token

from kg import syntax
from kg.extract import contact_verbs, cues
from kg.extract import contact_words as words
from kg.extract.contacts import Expression, is_remote
from kg.extract.participants import (
    BODIES,
    can_meet,
    is_host,
    is_meeting_body,
    is_official,
    is_party,
    is_several,
    is_somebody,
    listens,
)
from kg.extract.status import Presented
from kg.extract.status_nouns import core, of_noun
from kg.extract.status_words import COMING, HOLDING, TRAVEL

THE = frozenset({"the", "this", "that"})
PICKED_UP = frozenset("get be come jump stay remain".split())


def find(noun: Token) -> Expression | None:
    """The contact that a noun tells, if it tells one."""
    lemma = noun.lemma_.lower()
    if _is_other(noun, lemma):
        return None
    if lemma in words.WAYS:
        return _of_way(noun)
    if lemma == "table":
        return _of_table(noun)
    presented = of_noun(noun)
    if presented is None:
        return None
    named = _named(noun)
    if not named and _is_taken_up(noun, presented):
        return Expression(noun, presented, (), "", taken_up=True)
    body = [] if named else _body(noun)
    parties = _parties(noun, presented, named, body)
    goes = lemma in words.TRIPS and any(v.lemma_ in TRAVEL for v in presented.verbs)
    told = named or body or _holds_together(noun, presented) or len(parties) > 1 or (goes and parties)
    counts = is_party if lemma in words.PERSONAL_ONLY else _is_known
    private = lemma in words.PRIVATE and not all(map(counts, parties))
    if private or not told or _is_unsent(noun, parties) or not all(map(can_meet, parties)):
        return None
    return Expression(noun, presented, tuple(parties), _channel(noun), alone=bool(body) or _is_of_several(noun, named))


def _parties(noun: Token, presented: Presented, named: list[Token], body: list[Token]) -> list[Token]:
    """Who takes part: by the phrase itself, by the verb it belongs to, and by the clause above."""
    parties, by = named or body, presented.by
    together = _holds_together(noun, presented)
    if by is not None and (_takes_part(noun, presented, alone=not named) or (together and not parties)):
        parties = [by, *parties]
    if not (named or body or together):
        parties = [*parties, *_hearers(noun)]
    if not named and by is not None:
        parties = [*parties, *(c for c in syntax.compounds(noun) if c.ent_type_ == "PERSON")]  # "cancels Dahl meeting"
    if len(parties) == 1 and not body and presented.status != "planned":
        parties = [*parties, *_above(noun)]
    return parties


def _body(noun: Token) -> list[Token]:
    """ "a meeting of ministers", "a summit of the League"; not "a session of parliament"."""
    lemma = noun.lemma_.lower()
    of = [g for _, g in syntax.prepositions(noun, "of") if lemma in words.GATHERINGS and is_meeting_body(g)]
    return [g for g in of if lemma != "session" or g.lemma_.lower() not in words.SITTING]


def _is_other(noun: Token, lemma: str) -> bool:
    """ "a press conference", "the call for a vote"; "gathered for a summit", told by its verb."""
    before = {c.lower_ for c in syntax.adjectives(noun)}
    if before & words.OTHERS or (lemma == "call" and any(syntax.prepositions(noun, "for"))):
        return True
    if lemma == "conference" and "video" not in before:
        return True
    if syntax.is_object(noun) and noun.head.lemma_ in words.MEETING:
        return True
    told = noun.head.head if noun.head.lower_ == "for" else noun
    tells = told.lemma_ in words.MEETING | words.GATHERING | words.RECEIVING | {"join", "sit"}
    return tells and not _named(noun) and not any(syntax.prepositions(noun, "of"))


def _is_taken_up(noun: Token, presented: Presented) -> bool:
    """ "The meeting, set for Monday, ...", "confirmed the summit": no words of its own but its status or day."""
    the = any(c.lower_ in THE for c in syntax.adjectives(noun))
    own = [c for c in syntax.adjectives(noun) if c.lower_ not in {*THE, *COMING}]
    if not the or own or syntax.is_plural(noun) or any(syntax.prepositions(noun, "of", "with", "between")):
        return False
    return (
        presented.status in {"planned", "confirmed", "postponed", "cancelled"} and noun.lemma_.lower() in words.SINGLE
    )


def _is_of_several(noun: Token, named: list[Token]) -> bool:
    """ "a meeting between Kestrian and Orlandi officers", "the League's annual summit"."""
    one = named[0] if len(named) == 1 else None
    if one is None or noun.lemma_.lower() not in words.GATHERINGS:
        return False
    between = one in _behind(noun, "between") and is_several(one)
    return between or (one == syntax.possessor(noun) and is_meeting_body(one))


def _holds_together(noun: Token, presented: Presented) -> bool:
    """ "Vessa and Dahl held talks", "the two exchanged letters"; not "the two read the letter"."""
    if presented.by is None or not is_several(presented.by):
        return False
    lemma = noun.lemma_.lower()
    if syntax.is_governed(core(noun)):  # "the ministers said after talks"
        return lemma in words.GATHERINGS | {"contact"} and presented.by.lemma_.lower() not in BODIES - {"delegation"}
    swapped = any(v.lemma_ in {"exchange", "swap", "trade"} for v in presented.verbs)
    return swapped or words.NOUNS[lemma] != "written"


def _takes_part(noun: Token, presented: Presented, *, alone: bool) -> bool:
    """True where who does something with a contact is part of it: "held talks with", "said after talks with"."""
    travels = any(v.lemma_ in TRAVEL for v in presented.verbs)
    if syntax.is_governed(noun) and noun.head.head.lemma_ in {"reply", "respond"}:
        return True
    lemma = noun.lemma_.lower()
    if lemma in words.TRIPS and syntax.possessor(noun) is not None:  # "shunned Dahl during his visit to Orland"
        return False
    leading = ("with", "to", "from", "for") if lemma in words.MEALS else ("with", "to", "from")
    return bool(_behind(noun, *leading)) or ((syntax.is_object(core(noun)) or travels) and alone)


# --- who takes part


def _is_known(token: Token) -> bool:
    """True for somebody by name or office, a country, or a body; not for the readers of a newspaper."""
    return is_party(token) or (is_official(token) and token.lower_ not in words.PAPERS)


def _named(noun: Token) -> list[Token]:
    """Who takes part by the words of the phrase itself: whose, with whom, between whom; of a visit whose guest."""
    owner = syntax.possessor(noun)
    parties = [owner] if owner is not None and can_meet(owner) and owner.ent_type_ != "DATE" else []
    parties += syntax.hyphenated(noun)
    parties += _behind(noun, "between", "with", "among")
    listed = (t for t in syntax.appositions(noun) if len(syntax.conjuncts(t)) > 1)
    parties += [t for t in listed if parties and t.i > parties[-1].i]  # "among Kestria, Orland and Morvane"
    if noun.lemma_.lower() in words.MEALS and syntax.is_object(noun):
        parties += _behind(noun, "for")
    tellers = [syntax.own_subject(v) for v in syntax.relative_clauses(noun) if v.lemma_ in HOLDING]
    parties += [t for t in tellers if t is not None and not syntax.is_relative(t) and can_meet(t)]
    lemma = noun.lemma_.lower()
    if lemma in words.TRIPS:
        return parties + _host(noun, owner)
    if words.NOUNS[lemma] in words.DIRECTED:
        to = _behind(noun, "to")
        parties += [*_behind(noun, "from"), *to, *(_behind(noun, "by") if to else [])]
    return parties


def _host(noun: Token, owner: Token | None) -> list[Token]:
    """ "a visit to Orland by the Kestrian queen", "a visit to President Dahl"."""
    presented = of_noun(noun)
    by = presented.by if presented is not None else None
    goes = by is not None and syntax.is_governed(noun)  # "arrives on the first visit by a Kestrian president"
    guests = [] if goes else _behind(noun, "by", "from") + [g for g in _behind(noun, "of") if is_somebody(g)]
    guest = next((g for g in [*guests, owner, by] if g is not None), noun)
    off = presented is not None and presented.status in {"cancelled", "postponed"}
    state = off or bool({c.lower_ for c in syntax.adjectives(noun)} & words.DIPLOMATIC)
    hosts = [
        g
        for g in _behind(noun, "to")
        if is_somebody(g) or is_host(g, guest, trip=noun.lemma_ == "trip") or (state and is_party(g))
    ]
    return [*guests, *hosts]


def _is_unsent(noun: Token, parties: list[Token]) -> bool:
    """ "letters to Vessa and Dahl": who wrote them is not told."""
    written = words.NOUNS[noun.lemma_.lower()] == "written"
    return written and bool(parties) and all(p in _behind(noun, "to") for p in parties)


def _behind(noun: Token, *prepositions: str) -> list[Token]:
    """What prepositions govern on a noun, on the round it is part of, on what is told of it, or on its verb."""
    top = core(noun)
    heads = [noun, top] if top.i != noun.i else [noun]
    if syntax.is_object(top) and syntax.is_verb(top.head):
        heads.append(top.head)
    heads += _carriers(top)
    heads += [v for v in syntax.relative_clauses(noun) if v.lemma_ in HOLDING]
    found = [g for head in heads for _, g in syntax.prepositions(head, *prepositions) if g.i > noun.i and can_meet(g)]
    apart = "between" in prepositions and not found and syntax.is_subject(top)  # "talks will resume on Monday between"
    return found + [g for _, g in syntax.prepositions(top.head, "between") if can_meet(g)] if apart else found


def _carriers(noun: Token) -> list[Token]:
    """ "pulled out of a summit with Dahl", where the parse hangs "with" on the verb."""
    if not syntax.is_governed(noun):
        return []
    above = [t for t in syntax.above(noun) if t.pos_ != "ADP"][:1]
    return [v for v in above if syntax.is_verb(v)]


def _above(noun: Token) -> list[Token]:
    """Whose talks they are by the clause above: "talks with Orland were called off, Kestria said"."""
    verb = noun.head
    if not syntax.is_subject(noun) or not (syntax.is_complement(verb) or syntax.is_adverbial(verb)):
        return []
    if not any(syntax.prepositions(noun, "with")):
        return []
    subject = syntax.subject(verb.head)
    return [subject] if subject is not None and _is_known(subject) else []


def _hearers(noun: Token) -> list[Token]:
    """Whom something is told in a call, letter or meeting: "urged Dahl in a letter", "asked Dahl at a meeting"."""
    given = syntax.receivers(noun.head) if syntax.is_object(noun) else []
    if given and (giver := syntax.subject(noun.head)) is not None:
        return [giver, *given]
    verb = noun.head.head if syntax.is_governed(noun) and not syntax.is_definite(noun) else noun
    if words.NOUNS[noun.lemma_.lower()] not in words.DIRECTED:
        return []
    if verb.lemma_ not in cues.VERBS or verb.lemma_ in contact_verbs.FRAMES:
        return []
    heard = [*syntax.objects(verb), *(g for _, g in syntax.prepositions(verb, "to", "with"))]
    subject = syntax.agent(verb) if syntax.is_passive(verb) else syntax.subject(verb)
    parties = [h for h in heard if is_somebody(h) and not listens(h)]
    return [subject, *parties] if subject is not None and is_party(subject) and parties else []


def _of_way(noun: Token) -> Expression | None:
    """ "briefed Dahl by phone", "got on the phone to Dahl"; where a verb of talking tells it, nothing."""
    verb = noun.head.head if syntax.is_governed(noun) else noun
    presented = of_noun(noun)
    if not syntax.is_verb(verb) or presented is None or noun.head.lower_ not in words.OVER:
        return None
    if verb.lemma_ in PICKED_UP and presented.by is not None:
        parties = [presented.by, *(g for h in (verb, noun) for _, g in syntax.prepositions(h, "to", "with"))]
        parties = parties if all(map(is_party, parties)) else []
    else:
        parties = _hearers(noun)
    return Expression(noun, presented, tuple(parties), "call") if len(parties) > 1 else None


def _of_table(table: Token) -> Expression | None:
    """ "are back at the negotiating table", "will return to the table with Orland"."""
    verb, presented = table.head.head, of_noun(table)
    if not syntax.is_governed(table) or not syntax.is_verb(verb) or verb.lemma_ not in words.RETURNING or not presented:
        return None
    bargaining = any(c.lower_ in {"negotiating", "bargaining"} for c in syntax.adjectives(table))
    subject = syntax.subject(verb)
    others = [g for head in (verb, table) for _, g in syntax.prepositions(head, "with")]
    back = verb.lemma_ == "return" or any(c.lower_ == "back" for c in verb.children)
    parties = [subject, *others] if subject is not None else []
    told = (bargaining or (back and parties)) and (others or (bool(parties) and is_several(parties[0])))
    return (
        Expression(table, presented, tuple(parties), "", alone=True) if told and all(map(can_meet, parties)) else None
    )


# --- how


def _channel(noun: Token) -> str:
    near = {t.lower_ for t in noun.subtree if abs(t.i - noun.i) <= 4}
    known = words.NOUNS[noun.lemma_.lower()]
    if {c.lower_ for c in syntax.adjectives(noun)} & words.VIRTUAL or (syntax.is_object(noun) and is_remote(noun.head)):
        return "call" if known != "written" else known
    return "in-person" if not known and words.PERSONAL & near else known
