"""What a verb is said of and with: the verbs that make one predicate, and the phrases that complete it."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Token

from kg import syntax
from kg.syntax import (
    RELATIVE,
    antecedent,
    child,
    children,
    clause,
    first_conjunct,
    governed_by,
    infinitive,
    is_conditional,
    is_counterfactual,
    is_verb,
    own_subject,
    verb_group,
)

OBJECTS = frozenset({"dobj", "dative"})
COMPLETING = OBJECTS | {"attr", "acomp", "oprd", "ccomp", "xcomp"}
ADVERBIAL = frozenset({"advmod", "npadvmod", "advcl", "prep", "agent"})
BESIDE = frozenset({",", "(", "—", "–", "--"})
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
    if (
        verb.dep_ not in {"relcl", "acl"}
        or someone is None
        or antecedent(someone).i == verb.head.i
        or someone.lower_ in RELATIVE
    ):
        return []
    if any(c.tag_ == "WRB" or (c.dep_ in OBJECTS and not _opens_relative(c)) for v in verbs for c in v.children):
        return []
    return [Argument((), verb.head)]


def phrase_words(head: Token, besides: Token) -> list[Token]:
    """A phrase without the clauses and names that only go on from it, nor the one that ``besides`` heads."""
    if is_verb(head):
        return clause(head)
    leave = [c for c in head.children if c.dep_ in {"relcl", "appos", "parataxis"} or c.i == besides.i]
    return clause(head, without=leave)


class Place(NamedTuple):
    """Where a phrase stands below a verb: the verb, the noun or adjective between them, the preposition before it.

    "signed a treaty with Orland" -> signed, treaty, with; "is Orland's ally" -> is, ally, no preposition.
    """

    verb: Token
    between: Token | None = None
    preposition: Token | None = None


def place_of(noun: Token) -> Place | None:
    """The place of a phrase as the object of a verb, or of what completes a verb; None where it stands elsewhere."""
    first = first_conjunct(noun)
    above = first.head
    if _is_excluded(noun):
        return None
    if first.dep_ in OBJECTS and is_verb(above):
        return Place(above)
    if first.dep_ == "poss" and above.dep_ == "attr" and is_verb(above.head):
        return Place(above.head, above)
    if first.dep_ != "pobj":
        return None
    if is_verb(above.head) and above.dep_ in PREPOSITIONAL:
        return Place(above.head, _between(above), above)
    if above.head.dep_ in {"dobj", "attr", "acomp"} and is_verb(above.head.head):
        return Place(above.head.head, above.head, above)
    return None


def _is_excluded(noun: Token) -> bool:
    """ "Osk, not Pellora", "all but Osk", "the mayor Ana Vessa": joined only to be set against, or a title."""
    first = noun.left_edge.i
    before = noun.doc[noun.head.i : noun.i] if noun.dep_ == "conj" else noun.doc[max(0, first - 1) : first]
    title = any(c.dep == noun.dep and c.pos_ == "PROPN" and c.left_edge.i == noun.i + 1 for c in noun.head.children)
    return title or any(t.lower_ in {"not", "than", "but", "except"} for t in before)


def _between(preposition: Token) -> Token | None:
    """What stands between a verb and a preposition of its own: "won the vote in Osk", "the threat it poses to Osk"."""
    missing = _relative_object([preposition.head])
    if missing:
        return missing[0].head
    found = child(preposition.head, "attr", "acomp", "oprd")
    if found is None or found.i > preposition.i:
        found = child(preposition.head, "dobj")
    fronted = preposition.i < preposition.head.i
    return found if found is not None and (fronted or found.i < preposition.i) else None


def apposed_place(noun: Token) -> Place | None:
    """The same below an apposition, which has no verb but names somebody: "Kestria, an ally of Orland" -> ally, of."""
    first = first_conjunct(noun)
    if first.dep_ == "poss":
        preposition, head = None, first.head
    elif first.dep_ == "pobj":
        preposition, head = first.head, first.head.head
    else:
        return None
    if head.dep_ != "appos" or head.i < head.head.i:
        return None
    first = head.left_edge
    return Place(head.head, head, preposition) if {first.text, first.nbor(-1).text} & BESIDE else None


def is_interrupted(preposition: Token) -> bool:
    """ "broke through the wall in Osk": what stands between a verb and its preposition and is part of what is told."""
    verb = preposition.head
    before = [c for c in verb.children if verb.i < c.i < preposition.i and c.dep_ in PREPOSITIONAL]
    governed = [child(c, "pobj") for c in before]
    return any(noun is not None and not noun.ent_type_ for noun in governed)


def accompanies(noun: Token) -> bool:
    """ "with Vessa leading the pack": what goes on beside, no company."""
    lead = noun.head
    return noun.dep_ == "pobj" and lead.lower_ == "with" and bool(child(noun, "acl") or child(lead, "pcomp"))


def is_passive(verb: Token) -> bool:
    """True for a passive, one that shares its helper too: "was born and raised"."""
    if verb.dep_ == "acl" and child(verb, "nsubj") is not None:  # "the deadline Orland set"
        return False
    first = first_conjunct(verb)
    shared = first.i != verb.i and verb.tag_ == "VBN" and own_subject(verb) is None and not children(verb, "aux")
    return syntax.is_passive(verb) or (shared and syntax.is_passive(first))


def tells_of_another(verb: Token) -> bool:
    """ "drove Vessa to resign", "saw Vessa leave": the object is the subject of what follows."""
    following = infinitive(verb)
    object_at = child(verb, *OBJECTS)
    close = following is not None and object_at is not None and following.left_edge.i == object_at.right_edge.i + 1
    return close or child(verb, "xcomp", "ccomp") is not None


def is_set_aside(verb: Token) -> bool:
    """ "rather than leaving", "if it rains and Vessa leaves", "the event that Vessa leaves": not told as what is."""
    first = verb.left_edge
    than = first.lower_ in {"than", "rather"} or (first.i > 0 and first.nbor(-1).lower_ == "than")
    if than or is_conditional(first_conjunct(verb)) or is_counterfactual(verb):
        return True
    return verb.dep_ in {"ccomp", "acl"} and verb.head.pos_ == "NOUN" and child(verb, "mark") is not None


def relative_places(noun: Token) -> list[Place]:
    """The same for what a clause on it tells of: "Osk, which Orland annexed" -> annexed."""
    return [Place(verb) for verb in children(noun, "relcl", "acl") if _relative_object([verb])]
