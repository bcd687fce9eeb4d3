"""A contact in words: what tells it, how it is presented, who takes part, and by which channel."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg import syntax
from kg.extract import contact_words as words
from kg.extract.people import can_speak
from kg.extract.status import Presented, of_verb


@dataclass(frozen=True, slots=True)
class Expression:
    """Words of a contact: the word that says it, how it is presented, its participants' words, and its channel."""

    word: Token
    presented: Presented
    parties: tuple[Token, ...]
    channel: str
    alone: bool = False  # one body or group is enough: "the ministers met"
    taken_up: bool = False  # "the meeting", told of before


def is_remote(verb: Token) -> bool:
    """ "spoke by phone", "met over a video link"."""
    ways = (g for _, g in syntax.prepositions(verb, *words.OVER))
    return any(t.lower_ in words.REMOTE for way in ways for t in [way, *syntax.compounds(way)])


def is_sport(verb: Token) -> bool:
    """ "Osk United met Pellora Rovers", "they meet in the semifinal", "Kestria meet Orland"."""
    told = any(t.lemma_.lower() in words.SPORT and t.pos_ != "PROPN" for t in verb.sent)
    side = syntax.subject(verb)
    if told or side is None:
        return told
    team = side.ent_type_ in {"GPE", "ORG"} and not syntax.is_plural(side) and len(syntax.conjuncts(side)) == 1
    return side.lower_ in words.CLUBS or (team and verb.tag_ == "VBP" and side.ent_type_ == "GPE")


def subject_of(verb: Token) -> Token | None:
    """Who meets: the subject, also where the parse hangs it on the verb of saying behind it."""
    presented = of_verb(verb)
    if presented is None:
        return syntax.subject(verb)
    last = presented.verbs[-1]
    if last.pos_ == "NOUN" and not syntax.is_title_infinitive(verb):  # "her plans to meet", "announced plans to meet"
        above = syntax.governing_verb(last)
        return syntax.possessor(last) or (syntax.subject(above) if above is not None else None)
    sent = syntax.direct_objects(verb.head) if syntax.has_to(verb) and verb.head.lemma_ in {"send", "dispatch"} else []
    return next(iter(sent), None) or syntax.subject(verb) or syntax.displaced_subject(last)


def objects_of(verb: Token) -> list[Token]:
    """The objects of a verb, or whom its relative clause is about: "the envoy she met"."""
    objects = [o for o in syntax.direct_objects(verb) if o.lemma_.lower() not in words.NOUNS and o.lower_ != "face"]
    subject = syntax.own_subject(verb)
    asked = subject is not None and not syntax.is_relative(subject)
    where = any(c.lower_ in {"where", "when"} for c in verb.children)
    if not objects and asked and not where and syntax.is_noun_clause(verb) and can_speak(verb.head):
        return [verb.head]
    return objects


def governed_by(verb: Token, *prepositions: str) -> list[Token]:
    """What prepositions govern on a verb."""
    governed = [g for _, g in syntax.prepositions(verb, *prepositions)]
    return [next(iter(syntax.direct_objects(g)), g) for g in governed]  # "striking miners", taken for a clause
