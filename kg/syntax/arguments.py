"""What a verb is said of and with: the verbs that make one predicate, and the phrases that complete it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from kg.syntax import (
    RELATIVE,
    SUBJECT,
    antecedent,
    child,
    children,
    clause,
    governed_by,
    is_verb,
    own_subject,
    verb_group,
)

OBJECTS = frozenset({"dobj", "dative"})
COMPLETING = OBJECTS | {"attr", "acomp", "oprd", "ccomp", "xcomp"}
ADVERBIAL = frozenset({"advmod", "npadvmod", "advcl", "prep", "agent"})
PREPOSITIONAL = frozenset({"prep", "agent", "dative"})


class Argument(NamedTuple):
    """A phrase by its head, with the preposition that leads to it: "to the port" -> (to,), port."""

    lead: tuple[Token, ...]
    head: Token


def predicate_verbs(verb: Token) -> list[Token]:
    """The verbs of one predicate: "wants to leave" -> wants, leave; "asked her to leave" -> asked."""
    verbs = [verb]
    while (following := child(verbs[-1], "xcomp")) is not None and is_verb(following):
        if following.i < verbs[-1].i or child(verbs[-1], *OBJECTS) is not None:
            break
        verbs.append(following)
    return verbs


def goes_on(verb: Token) -> bool:
    """True for a verb that makes one predicate with the verb above it: "leave" in "wants to leave"."""
    return verb.dep_ == "xcomp" and is_verb(verb.head) and verb in predicate_verbs(verb.head)


def predicate_words(verbs: list[Token]) -> list[Token]:
    """Verbs with their helpers, negation, particles and the adverbs between: "has not begun to leave"."""
    words = {t.i: t for verb in verbs for t in (*verb_group(verb), *children(verb, "prt"))}
    words |= {t.i: t for verb in verbs[1:] for t in children(verb, "aux")}
    return [words[i] for i in sorted(words)]


def arguments(verbs: list[Token]) -> list[Argument]:
    """What completes a predicate: objects and complements, then what follows, then what stands before."""
    own = {t.i for t in (*predicate_words(verbs), *verbs)}
    below = [c for verb in verbs for c in verb.children if c.i not in own and not _opens_relative(c)]
    found = [_argument(c) for c in below if c.dep_ in COMPLETING | ADVERBIAL]
    objects = [a for a in found if not a.lead and a.head.dep_ in COMPLETING]
    found = [a for a in found if a not in objects]
    after = [a for a in found if a.lead and a.head.i > verbs[0].i]
    return [*_relative_object(verbs), *objects, *after, *(a for a in found if a not in after)]


def _argument(token: Token) -> Argument:
    governed = governed_by(token) if token.dep_ in PREPOSITIONAL and token.pos_ == "ADP" else None
    if governed is None:
        return Argument((), token)
    first = governed.left_edge.i
    return Argument(tuple(t for t in clause(token, without=[governed]) if t.i < first), governed)


def _opens_relative(token: Token) -> bool:
    """ "which", "when", "where" before a clause: what they stand for is said outside."""
    return token.tag_ in {"WDT", "WP", "WRB"}


def _relative_object(verbs: list[Token]) -> list[Argument]:
    """ "the land it has occupied", "the land which it seized": the land is what was occupied."""
    verb, someone = verbs[0], own_subject(verbs[0])
    if verb.dep_ != "relcl" or someone is None or antecedent(someone).i == verb.head.i or someone.lower_ in RELATIVE:
        return []
    if any(c.dep_ in OBJECTS and not _opens_relative(c) for v in verbs for c in v.children):
        return []
    return [Argument((), verb.head)]


def phrase_words(head: Token, besides: Token) -> list[Token]:
    """A phrase without the clauses and names that only go on from it, nor the one that ``besides`` heads."""
    if is_verb(head):
        return clause(head)
    leave = [c for c in head.children if c.dep_ in {"relcl", "appos", "parataxis"} or c.i == besides.i]
    return clause(head, without=leave)
