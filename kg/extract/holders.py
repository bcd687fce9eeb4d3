"""Who holds the land that an expression of control tells of."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from kg import syntax
from kg.extract.control import FORCES, HYPHENS, Expression, can_hold
from kg.extract.mentions import BODIES, layers_of, mention_of
from kg.extract.people import can_speak
from kg.extract.places import kind
from kg.model import Mention

TWO = 2
NOBODY = frozenset({"each", "both", "neither", "either", "no"})
PEOPLE = re.compile(r"(?:er|or|man|men|eer|ist|ian)s?$")
OURS = frozenset({"we", "us", "our"})
THEIRS = frozenset({"it", "its", "they", "their"})


def holders(expression: Expression) -> list[Mention]:
    """Who holds; of "both countries claim Osk" each. Empty where nobody is named."""
    token = expression.party
    if token is None:
        return []
    if expression.relation in {"claims", "contests"}:
        joint = layers_of(token).joint.get(token.i)
        if joint is not None:
            return list(joint)
        if syntax.is_plural(token) and any(c.lower_ in {"both", "two"} for c in token.children):
            return _two(token, without=expression.held)
    party = _party(token)
    return [party] if party is not None else []


def _two(states: Token, *, without: Token) -> list[Mention]:
    """ "which both countries claim": the two that the sentence names before, other than the land itself."""
    inside = {t.i for t in without.subtree}
    named = layers_of(states).referents
    before = [named[i] for i in named if states.sent.start <= i < states.i and i not in inside]
    out = {m.name: m for m in before if m.kind in {"GPE", "NORP"} and m.named}
    return list(out.values()) if len(out) == TWO else []


def _party(token: Token) -> Mention | None:
    """ "its forces" are the state's, "rebel" of "rebel-held" are the rebels; "each side" is nobody."""
    if len(syntax.conjuncts(token)) == 1 and any(c.lower_ in NOBODY for c in token.children):
        return None
    owner = syntax.possessor(token)
    if owner is not None and token.lemma_.lower() in FORCES:
        state = _party(owner)
        if state is not None and state.kind != "PERSON":
            return state
    found = mention_of(token)
    if found is None and syntax.is_pronoun(token):
        found = _of_pronoun(token)
    if found is not None and not found.named and not (can_hold(token) or PEOPLE.search(token.lower_)):
        return None  # "locusts have overrun"
    beside = syntax.is_compound(token) or token.nbor().text in HYPHENS
    if found is None or found.named or not beside or token.lemma_.lower() in BODIES:
        return found
    return replace(found, name=f"{found.name}s", kind="GROUP")


def _of_pronoun(pronoun: Token) -> Mention | None:
    """A pronoun that stands for nobody with a name.

    "The army says it holds": the army; "we hold it, the Kestrian general said": the Kestrians; "The junta is losing. It
    holds half of Osk": the junta.
    """
    tellers = [s for s in map(syntax.own_subject, filter(syntax.is_verb, syntax.above(pronoun))) if s is not None]
    teller = next((t for t in tellers if t.i != pronoun.i and can_speak(t)), None)
    if pronoun.lower_ in OURS:
        return _side(teller) if teller is not None else None
    if pronoun.lower_ not in THEIRS:
        return None
    if teller is not None:
        return mention_of(teller)
    return _before(pronoun)


def _side(teller: Token) -> Mention | None:
    """Whose somebody is: "the Kestrian general", "Kestria's president"; a body or a force speaks for itself."""
    for person in (teller, *syntax.appositions(teller)):
        owner = syntax.possessor(person)
        for word in [*([owner] if owner is not None else []), *syntax.compounds(person)]:
            if kind(word) in {"NORP", "GPE", "ORG"}:
                return mention_of(word)
    return mention_of(teller) if kind(teller) in {"GPE", "ORG", "NORP"} or teller.lemma_.lower() in FORCES else None


def _before(pronoun: Token) -> Mention | None:
    """The subject of the sentence before, where it can hold land and is as many."""
    if pronoun.sent.start == 0:
        return None
    root = pronoun.doc[pronoun.sent.start - 1].sent.root
    subject = syntax.own_subject(root) if syntax.is_verb(root) else None
    if subject is None or not can_hold(subject) or syntax.is_plural(subject) != (pronoun.lower_ in {"they", "their"}):
        return None
    found = mention_of(subject)
    return found if found is not None and found.kind != "PERSON" else None
