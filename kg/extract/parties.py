"""The parties and places of an event: who is named, described, or owns what is named; where it was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from kg import syntax
from kg.extract import deed_words as words
from kg.extract.mentions import BODIES, layers_of, mention_of
from kg.extract.people import can_speak
from kg.extract.pieces import span_of
from kg.model import Mention, Span

ACTORS, PLACES = frozenset({"PERSON", "ORG", "GPE", "NORP"}), frozenset({"GPE", "LOC", "FAC"})
PEOPLE = ("an", "ian", "ese", "ish", "ic", "i")


def kind(token: Token) -> str:
    """The type of the name at a word, as the whole article tells it; the parse's where it is no name's head."""
    found = layers_of(token).referents.get(token.i)
    return found.kind if found is not None else str(token.ent_type_)


def is_time(token: Token) -> bool:
    """True for a word of a time expression."""
    if token.ent_type_ in {"DATE", "TIME"}:
        return True
    return any(t.span.start <= token.idx < t.span.end for t in layers_of(token).times if not t.relation)


def actor(token: Token, *, anybody: bool = True) -> Mention | None:
    """The actor that a word names or describes; none for things and weapons, nor for "12 people" unless ``anybody``."""
    lemma = token.lemma_.lower()
    if lemma in words.WEAPONS | words.INDEFINITE or (lemma in words.ANYBODY and not anybody) or is_reflexive(token):
        return None
    if syntax.is_pronoun(token) or kind(token) in ACTORS or can_speak(token) or lemma in words.VICTIMS | words.ANYBODY:
        return _without_deed(token, mention_of(token))
    return None


def is_reflexive(token: Token) -> bool:
    """True for "himself", "themselves"."""
    return token.lower_.endswith(("self", "selves"))


def _without_deed(token: Token, found: Mention | None) -> Mention | None:
    """ "accused the regulator of rewriting the rules", where the parse hangs "of" on the regulator: the regulator."""
    of = next((p for p, g in syntax.prepositions(token) if syntax.is_verb(g)), None)
    if found is None or found.named or of is None:
        return found
    text = layers_of(token).text[found.span.start : of.idx].rstrip()
    return replace(found, span=Span(found.span.start, found.span.start + len(text)), text=text, name=text)


def party(token: Token, *, anybody: bool = False) -> Mention | None:
    """The actor, or whose the thing is: "Kestrian drones", "army helicopters", "a convoy of the army"."""
    found = actor(token, anybody=anybody)
    if found is not None:
        return found
    owner = syntax.possessor(token)
    if owner is not None and (kind(owner) in ACTORS or can_speak(owner)):
        return mention_of(owner)
    peoples = (_owning(t, token) for t in syntax.compounds(token))
    inside = (actor(g, anybody=False) for _, g in syntax.prepositions(token, "of", "from") if not is_time(g))
    return next((m for m in (*peoples, *inside) if m is not None), None)


def _owning(before: Token, thing: Token) -> Mention | None:
    """ "Kestrian drones", "army helicopters", "rebel rockets"."""
    armed = before.pos_ == "NOUN" and before.lemma_.lower() in words.FORCES | BODIES
    return mention_of(before) if armed and thing.lemma_.lower() in words.WEAPONS else people(before)


def people(token: Token) -> Mention | None:
    """ "Kestrian" before a noun: the country where the article names it, else its people."""
    if kind(token) in ACTORS:
        return mention_of(token)
    if not (token.text[:1].isupper() and token.text.endswith(PEOPLE)):
        return None
    places = (m for m in layers_of(token).referents.values() if m.kind == "GPE")
    place = next((m for m in places if syntax.is_people_of(token.text, m.name)), None)
    return place or Mention(span_of([token]), token.text, token.text, "NORP")


def place_at(token: Token) -> Mention | None:
    """ "in Osk", "in the town of Osk", "the bridge in Osk"; not "of firing at Osk", which tells of another deed."""
    if kind(token) in PLACES:
        return mention_of(token)
    if syntax.is_verb(token):
        return None
    inner = [g for _, g in syntax.prepositions(token, "of", "in", "near", "at")]
    return next((found for g in [*inner, *syntax.appositions(token)] if (found := place_at(g))), None)


def parties_below(head: Token, besides: Iterable[Token] = ()) -> list[Token]:
    """The first actor named or described below a word, in the order of the text, with those joined to it."""
    leave = {m.name for t in besides if (m := party(t)) is not None}
    for token in sorted(head.subtree, key=lambda t: t.i):
        found = actor(token, anybody=False) if _names(token) else None
        if found is None or found.name in leave:
            continue
        head = token.head
        if syntax.is_compound(token) and kind(head) == "PERSON":  # "the Kestrian minister Dahl"
            return [head]
        return syntax.conjuncts(token)
    return []


def _names(token: Token) -> bool:
    """True for the head of a name, or a noun that is nobody's own: not "her aides"."""
    if token.i in layers_of(token).referents:
        return not syntax.is_pronoun(token)
    owner = syntax.possessor(token)
    return (
        token.pos_ == "NOUN" and not syntax.is_compound(token) and not (owner is not None and syntax.is_pronoun(owner))
    )
