"""A contact in words: what tells it, how it is presented, who takes part, and by which channel."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg import syntax
from kg.extract import contact_words as words
from kg.extract.status import Presented


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
