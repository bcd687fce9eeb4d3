"""Contacts that a verb tells: "Vessa met Dahl", "the two spoke by phone", "Vessa was received by Dahl"."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from kg import syntax
from kg.extract import contact_words as words
from kg.extract.contacts import Expression, governed_by, is_remote, is_sport, objects_of, subject_of
from kg.extract.participants import (
    are_two,
    can_meet,
    is_both,
    is_host,
    is_official,
    is_party,
    is_place,
    is_several,
    is_somebody,
    listens,
)
from kg.extract.status import of_verb

Parties = list[Token]
# "spoke in private", "talked for an hour": how two talk, not where one speaks to others
BETWEEN_THEM = frozenset({"time", "private", "length", "person", "door", "margin", "sideline", "camera"})
# "called Dahl to the stand", "called Dahl a liar": no call
CALLED_TO = frozenset({"as", "onto", "into", "back"})
WITNESS = frozenset({"stand", "court", "account", "order", "stage"})


def find(verb: Token) -> Expression | None:
    """The contact that a verb tells, if it tells one."""
    frame = FRAMES.get(verb.lemma_)
    parties = frame(verb) if frame is not None else None
    parties = list(dict.fromkeys([*syntax.title_subjects(verb), *parties])) if parties else None
    if not parties or not all(map(can_meet, parties)):
        return None
    if not any(is_party(t) or is_official(t) or is_both(t) for t in parties):
        return None
    presented = of_verb(verb)
    if presented is None:
        return None
    return Expression(verb, presented, tuple(parties), _channel(verb), alone=len(parties) == 1)


def _channel(verb: Token) -> str:
    if verb.lemma_ in words.CALLING or is_remote(verb):
        return "call"
    if verb.lemma_ in words.WRITING:
        return "written"
    talks = verb.lemma_ in words.TALKING | {"discuss", "exchange"}
    return "" if talks and not _is_face_to_face(verb) else "in-person"


# --- together


def _meet(verb: Token) -> Parties | None:
    """ "Vessa and Dahl met", "Vessa met Dahl", "Vessa met with Dahl"."""
    subject = subject_of(verb)
    if subject is None or (verb.lemma_ == "meet" and is_sport(verb)):
        return None
    behind = governed_by(verb, "with")
    if syntax.is_passive(verb):
        host = syntax.agent(verb)
        return [subject, host] if host is not None and is_somebody(host) else None
    others = [*(objects_of(verb) if verb.lemma_ == "meet" else []), *behind]
    if any(o.lemma_.lower() in words.KIN for o in others) or not (others or _are_several(verb, subject)):
        return None
    return [subject, *others]


def _talk(verb: Token) -> Parties | None:
    """ "Vessa spoke with Dahl", "Vessa spoke to Dahl by phone", "the two leaders spoke on Friday"."""
    subject = subject_of(verb)
    if subject is None:
        return None
    objects = syntax.direct_objects(verb)
    if verb.lemma_ == "consult" and objects:
        return [subject, *objects] if all(map(is_somebody, objects)) else None
    behind = [*governed_by(verb, "with"), *(g for g in governed_by(verb, "to") if is_somebody(g))]
    if any(map(listens, behind)) or (objects and not (verb.lemma_ == "negotiate" and behind)):
        return None
    mutual = _is_mutual(verb, subject) or (_are_several(verb, subject) and is_remote(verb))
    return [subject, *behind] if behind or mutual else None


def _is_mutual(verb: Token, subject: Token) -> bool:
    """ "the two leaders will speak on Friday"; not "the two leaders spoke at a rally"."""
    if verb.lemma_ not in {"speak", "talk", "chat"}:
        return is_both(subject)
    both = is_both(subject) or are_two(subject) or bool(syntax.title_subjects(verb))
    both = both or (len(syntax.members(subject)) > 1 and all(map(is_somebody, syntax.members(subject))))
    ways = (g for p, g in syntax.prepositions(verb) if p.lower_ != "according")
    return both and all(g.ent_type_ in {"DATE", "TIME"} or g.lemma_.lower() in BETWEEN_THEM for g in ways)


def _gather(verb: Token) -> Parties | None:
    """ "Ministers gathered in Osk", "the council convened"; not "thousands gathered"."""
    subject = subject_of(verb)
    if subject is None or syntax.is_passive(verb) or syntax.direct_objects(verb) or not is_several(subject):
        return None
    named = subject.ent_type_ == "ORG" and verb.lemma_ == "gather"
    return [subject] if is_official(subject) and not named else None


def _discuss(verb: Token) -> Parties | None:
    """ "Vessa discussed the border with Dahl", "Vessa and Dahl discussed it by phone"."""
    subject, behind = subject_of(verb), governed_by(verb, "with")
    if subject is None or syntax.is_passive(verb):
        return None
    if behind:
        return [subject, *behind] if all(map(is_party, [subject, *behind])) else None
    several = _are_several(verb, subject) and is_party(subject)
    return [subject] if several and is_remote(verb) else None


def _exchange(verb: Token) -> Parties | None:
    """ "Vessa exchanged views with Dahl"."""
    subject, behind = subject_of(verb), governed_by(verb, "with")
    views = any(o.lemma_.lower() in {"view", "word", "pleasantry"} for o in syntax.direct_objects(verb))
    return [subject, *behind] if subject is not None and views and (behind or is_several(subject)) else None


def _sit(verb: Token) -> Parties | None:
    """ "sat down with Dahl", "sat across the table from Dahl", "sat opposite Dahl"."""
    if _is_face_to_face(verb):
        return _face(verb)
    subject = subject_of(verb)
    if subject is None:
        return None
    if any(c.lower_ == "down" for c in verb.children):
        others = governed_by(verb, "with", "opposite")
        heard = any(map(listens, others))
        return [subject, *others] if not heard and (others or is_several(subject)) else None
    across = any(p.lower_ in {"across", "opposite"} for p, _ in syntax.prepositions(verb))
    others = [g for g in governed_by(verb, "from", "opposite") if can_meet(g)]
    return [subject, *others] if across and others else None


def _come(verb: Token) -> Parties | None:
    """ "came face to face with Dahl", "the generals came together in Osk"."""
    if _is_face_to_face(verb):
        return _face(verb)
    return _gather(verb) if any(c.lower_ == "together" for c in verb.children) else None


def _face(verb: Token) -> Parties | None:
    subject, others = subject_of(verb), governed_by(verb, "with")
    others += [g for c in verb.children for _, g in syntax.prepositions(c, "with") if c.lower_ == "face"]
    return [subject, *others] if subject is not None and (others or is_several(subject)) else None


def _is_face_to_face(verb: Token) -> bool:
    """ "came face to face", "met face-to-face"."""
    near = " ".join(t.lower_ for t in verb.doc[verb.i + 1 : min(verb.i + 6, verb.sent.end)])
    return near.replace("-", " ").replace("  ", " ").startswith("face to face")


def _run(verb: Token) -> Parties | None:
    """ "ran into Dahl", "bumped into Dahl"."""
    subject = syntax.subject(verb)
    others = governed_by(verb, "into")
    return [subject, *others] if subject is not None and others and all(map(_is_person, [subject, *others])) else None


def _shake(verb: Token) -> Parties | None:
    """ "shook hands with Dahl", "crossed paths with Dahl"."""
    subject, things = subject_of(verb), [o for o in syntax.direct_objects(verb) if o.lower_ in {"hands", "paths"}]
    others = [*governed_by(verb, "with"), *(g for thing in things for _, g in syntax.prepositions(thing, "with"))]
    both = [subject, *others] if subject is not None else []
    people = bool(both) and all(map(is_somebody, both))
    return both if things and people and (others or is_several(both[0])) else None


def _spend(verb: Token) -> Parties | None:
    """ "spent two hours with Dahl"."""
    subject, others = syntax.subject(verb), governed_by(verb, "with")
    hours = any(o.lemma_.lower() in {"minute", "hour"} for o in syntax.direct_objects(verb))
    return [subject, *others] if subject is not None and hours and others and all(map(is_somebody, others)) else None


def _bring(verb: Token) -> Parties | None:
    """ "brought the two generals together"."""
    brought = [] if syntax.is_passive(verb) else syntax.direct_objects(verb)
    together = any(c.lower_ == "together" for c in verb.children)
    return brought if together and brought and is_several(brought[0]) and all(map(is_official, brought)) else None


def _shuttle(verb: Token) -> Parties | None:
    """ "Mediators shuttled between the two delegations"."""
    subject, sides = subject_of(verb), governed_by(verb, "between")
    places = any(side.ent_type_ == "GPE" for side in sides)
    return [subject, *sides] if subject is not None and sides and not places else None


# --- one to another


def _receive(verb: Token) -> Parties | None:
    """ "Vessa hosted Dahl", "Dahl was received by Vessa", "Vessa plans to see Dahl", "Vessa visited Orland"."""
    pair = _pair(verb)
    if pair is None or is_sport(verb):
        return None
    visitor, host = pair
    if verb.lemma_ == "visit" and (is_host(host, visitor) or (syntax.is_title_infinitive(verb) and is_place(host))):
        return pair
    if any(t.is_digit or t.like_num for t in syntax.compounds(host)) and verb.lemma_ == "receive":
        return None  # "received 40 delegates"
    would = verb.lemma_ == "welcome" and any(h.lower_ == "would" for h in syntax.auxiliaries(verb))
    seen = verb.lemma_ == "see" and not _is_to_come(verb) and syntax.particle(verb) != "off"
    return None if seen or would or not is_somebody(host) or host.lemma_.lower() in words.KIN else pair


def _call(verb: Token) -> Parties | None:
    """ "Vessa phoned Dahl"; not "called Dahl reckless", "called Dahl as a witness"."""
    pair = _pair(verb)
    if pair is None or is_sport(verb):
        return None
    if verb.lemma_ != "call":
        return pair if is_somebody(pair[1]) or pair[1].lemma_.lower() in words.FAMILIES else None
    named = is_somebody(pair[1]) and pair[1].ent_type_ == "PERSON" and syntax.infinitive(verb) is None
    other = any(p.lower_ in CALLED_TO or g.lemma_ in WITNESS for p, g in syntax.prepositions(verb))
    other = other or any(map(syntax.is_indefinite, syntax.appositions(pair[1])))
    return pair if named and not other else None


def _write(verb: Token) -> Parties | None:
    """ "Vessa wrote to Dahl", "Vessa has written Dahl a letter"; not "wrote a letter to", told by its noun."""
    subject = syntax.subject(verb)
    objects = syntax.direct_objects(verb)
    readers = [*governed_by(verb, "to"), *(o for o in objects if is_somebody(o))]
    told = not syntax.is_passive(verb) and len(objects) <= len(readers) and not any(map(listens, readers))
    return [subject, *readers] if told and subject is not None and readers and all(map(is_party, readers)) else None


def _join(verb: Token) -> Parties | None:
    """ "Vessa joined Dahl for talks", "Vessa was joined by Dahl for lunch"."""
    pair = _pair(verb)
    nouns = (g for _, g in syntax.prepositions(verb, "for", "at", "in", "over"))
    meets = any(g.lemma_.lower() in words.NOUNS for g in nouns)
    return pair if pair is not None and meets and all(map(is_party, pair)) else None


def _pair(verb: Token) -> Parties | None:
    """Who does it and to whom."""
    subject = syntax.agent(verb) if syntax.is_passive(verb) else syntax.subject(verb)
    if subject is None or syntax.secondary_predicates(verb) or syntax.particle(verb) not in {"", "off", "up"}:
        return None
    objects = [syntax.own_subject(verb)] if syntax.is_passive(verb) else objects_of(verb)
    return [subject, objects[0]] if len(objects) == 1 and objects[0] is not None else None


# --- who


def _are_several(verb: Token, subject: Token) -> bool:
    return is_several(subject) or bool(syntax.title_subjects(verb))


def _is_person(token: Token) -> bool:
    return is_somebody(token) and not syntax.is_plural(token)


def _is_to_come(verb: Token) -> bool:
    """ "plans to see Dahl", "flew out to see Dahl": seeing somebody is a meeting where it is meant to be."""
    presented = of_verb(verb)
    if (
        presented is None or syntax.is_gerund(verb) or any(v.lemma_ == "expect" for v in presented.verbs)
    ):  # "expect to see Dahl on the ballot"
        return False
    return presented.status in {"planned", "confirmed"} or len(presented.verbs) > 1


FRAMES: dict[str, Callable[[Token], Parties | None]] = {
    lemma: frame
    for frame, lemmas in (
        (_meet, words.MEETING),
        (_talk, words.TALKING),
        (_gather, words.GATHERING),
        (_receive, words.RECEIVING),
        (_call, words.CALLING),
        (_write, words.WRITING),
        (_come, {"come"}),
        (_spend, {"spend"}),
        (_bring, {"bring"}),
        (_run, {"run", "bump"}),
        (_discuss, {"discuss"}),
        (_exchange, {"exchange"}),
        (_sit, {"sit"}),
        (_shake, {"shake", "cross"}),
        (_shuttle, {"shuttle"}),
        (_join, {"join"}),
    )
    for lemma in sorted(lemmas)
}
