"""Somebody in an office: who is meant by the words for a holder, and whether an office is told to be held."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg import syntax
from kg.extract.bearers import names, person
from kg.extract.mentions import mention_of
from kg.extract.standing import standing
from kg.model import Mention, Span


@dataclass(frozen=True, slots=True)
class Post:
    """Somebody in an office: ``head`` is the word that tells it, ``noun`` that of the office.

    ``end`` is what a plain time tells of it: its start ("from"), its end ("to") or nothing.
    """

    member: Mention
    role: str
    body: Mention | None
    span: Span
    head: Token
    presupposed: bool = False
    end: str = ""
    noun: Token | None = None


def holder(token: Token | None) -> Mention | None:
    """The person by name that a word stands for, "who" and pronouns included."""
    if token is None:
        return None
    token = syntax.antecedent(token)
    name = names(token.doc).headed.get(token.i)
    if name is not None:
        return person(name) if name.mention.kind != "ORG" else None
    known = mention_of(token)
    if known is not None and known.named and known.kind == "PERSON":
        return known
    return _known_as(token)


def _known_as(noun: Token) -> Mention | None:
    """ "a man known only as Hazil"."""
    for verb in syntax.relative_clauses(noun):
        if verb.lemma_ in {"know", "call", "name", "identify"}:
            for _, governed in syntax.prepositions(verb, "as"):
                name = names(noun.doc).headed.get(governed.i)
                return person(name) or (name.mention if name is not None else None)
    return None


def doer(verb: Token) -> Token | None:
    """The subject of a verb; of "became the first woman to command" the one who became it."""
    who = next((t for t in verb.children if t.lower_ == "who" and syntax.is_relative(t)), None)
    found = who if who is not None else syntax.subject(verb)
    found = syntax.antecedent(found) if found is not None else None
    if found is not None and syntax.is_predicative(found) and syntax.is_verb(found.head):
        return syntax.own_subject(found.head) or found
    if found is not None and syntax.is_apposition(found):  # "Dahl, the deputy who replaced her"
        return found.head if found.head.i in names(verb.doc).headed else found
    return found


def patient(verb: Token) -> Mention | None:
    """Who is put into an office or out of it: "Orland named Vessa", "Vessa was named", "Vessa, named in May,"."""
    doc, known = verb.doc, names(verb.doc).ending
    if syntax.own_subject(verb) is None and verb.i > 1 and doc[verb.i - 1].text == "," and verb.i - 2 in known:
        return person(known[verb.i - 2])  # where the parse takes the participle for a past tense
    if syntax.is_passive(verb):
        return holder(syntax.subject(verb))
    return next((m for o in syntax.objects(verb) if (m := holder(o)) is not None), None)


def former(role: str) -> str:
    """A role as one that is over."""
    return role if role.startswith(("former ", "ousted ", "late ")) else f"former {role}"


def is_real(verb: Token) -> bool:
    """True for what is told to be so: not denied, to come, wished or supposed."""
    settled = syntax.negation(verb) is None and standing(verb) == "" and not syntax.is_future(verb)
    return settled and not syntax.is_counterfactual(verb)


def is_settled(verb: Token) -> bool:
    """True for "will take over": told as settled, on no condition."""
    will = any(h.lower_ in {"will", "’ll", "'ll"} for h in syntax.auxiliaries(verb))
    return will and syntax.negation(verb) is None and not syntax.conditions(verb) and not syntax.is_conditional(verb)
