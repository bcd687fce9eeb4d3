"""Offices told by another's: "her Morvani counterpart", "his predecessor", "Dahl succeeds Vessa"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg import syntax
from kg.extract.bearers import names, person
from kg.extract.bodies import is_compared
from kg.extract.offices import Office
from kg.extract.pieces import span_of
from kg.extract.posts import Post, former, holder, is_real, is_settled
from kg.model import Mention

NEAR = 400  # words back that a counterpart can stand from the other


def compared(one: Office, earlier: Sequence[Post], offices: Sequence[Office], found: list[Post]) -> list[Post]:
    """The posts of an office; of a counterpart, predecessor or successor it is that of the one compared with."""
    noun = one.noun
    if not is_compared(noun) or not found:
        return found
    other = _other(noun, earlier, {post.member.name for post in found})
    lemma = noun.lemma_.lower()
    if lemma in {"counterpart", "number"}:
        unnamed = [o for o in offices if o.noun.sent.start == noun.sent.start and not is_compared(o.noun)]
        role = other.role if other is not None else unnamed[-1].role if unnamed else "counterpart"
        return [replace(post, role=role.removeprefix("former ")) for post in found]
    if other is None:
        return []
    role = other.role.removeprefix("former ")
    role = former(role) if lemma == "predecessor" else role
    return [replace(post, role=role, body=other.body) for post in found]


def _other(noun: Token, earlier: Sequence[Post], members: set[str]) -> Post | None:
    """The post of whom a counterpart is compared with: its owner's, else the last one told."""
    owner = syntax.possessor(noun)
    whose = holder(owner) if owner is not None else None
    known = [p for p in earlier if noun.i - p.head.i < NEAR and p.member.kind == "PERSON"]
    known = [p for p in known if p.member.name not in members]
    of_owner = [p for p in known if whose is not None and p.member.name == whose.name]
    return next(reversed(of_owner or known), None)


def succession(verb: Token, earlier: Sequence[Post]) -> Iterator[Post]:
    """ "Dahl succeeds Vessa", "takes over from Vessa": the office of one is the other's too, before or after."""
    named = any(True for _ in syntax.prepositions(verb, "as"))
    if named or not (is_real(verb) or is_settled(verb)):
        return
    new, old = _pair(verb, earlier)
    if new is None or old is None or new.name == old.name:
        return
    near = [p for p in earlier if p.head.sent.start == verb.sent.start and p.member.name in {new.name, old.name}]
    known = min(near, key=lambda p: p.body is None, default=None)
    if known is None:
        return
    role, span = known.role.removeprefix("former "), span_of(sorted([verb, known.head], key=lambda t: t.i))
    if known.member.name != new.name:
        coming = role if is_real(verb) else f"incoming {role}"
        yield Post(new, coming, known.body, span, verb, presupposed=not is_real(verb), end="from")
    elif is_real(verb):
        yield Post(old, former(role), known.body, span, verb, end="to")


def _pair(verb: Token, earlier: Sequence[Post]) -> tuple[Mention | None, Mention | None]:
    """Who comes and who goes."""
    passive = syntax.is_passive(verb)
    if verb.lemma_ == "take":
        left = next((g for _, g in syntax.prepositions(verb, "from")), None)
    else:
        left = syntax.subject(verb) if passive else next(iter(syntax.direct_objects(verb)), None)
    came = syntax.agent(verb) if passive else syntax.subject(verb)
    new, old = holder(came), holder(left)
    if new is None and came is not None:  # "the premier, the economist Mirko Dahl, takes over"
        new = next((p.member for p in reversed(earlier) if came.i in {t.i for t in syntax.above(p.head)}), None)
    if old is None and left is not None:
        old = person(names(verb.doc).headed.get(left.i))
    return new, old
