"""What an answer answers: the proposal or demand that a noun names, that it stands for, or that was told last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg import syntax
from kg.extract.bargain_words import ASKED, IN_PART, TAKEN_UP
from kg.extract.found import Found
from kg.extract.matters import Fields, claim, content, is_aside
from kg.extract.offers import proposal_of
from kg.model import Content, Mention, Term

Agents = tuple[Mention, ...]
NEAR = 120  # words back that an answer can look
SAYS = {
    "accept": "accepts",
    "reject": "rejects",
    "accept-with-conditions": "accepts on conditions",
    "counter": "counters",
    "no-answer": "has not answered",
}


def answer(
    agents: Agents, how: str, to: Content | None, head: Token | None, beside: Token | None = None
) -> Iterator[Found]:
    """The answers of some actors, each its own, to what is told; none where nothing is told."""
    if to is None or head is None:
        return
    words = [t for at in (head, beside or head) for t in ([at] if not syntax.is_verb(at) else syntax.clause(at))]
    for agent in agents:
        fields: Fields = [("agent", agent), ("responseType", Term("response", how)), ("respondsTo", to)]
        made = content("Response", fields, f"{{agent}} {SAYS[how]}: {{respondsTo}}", words)
        yield Found(made, head, presupposed=is_aside(head))


def addressee(before: Sequence[Found], at: Token) -> Agents:
    """ "it was asked to leave, and it refused": whom the last demand or proposal of the sentence was put to."""
    told = [f.content for f in before if at.sent.start <= f.head.i < at.i]
    heard = told[-1].get("recipient") if told else None
    return (heard,) if isinstance(heard, Mention) else ()


def answered(target: Token, agents: Agents, before: Sequence[Found]) -> Content | None:
    """The proposal that a noun names, the one it stands for, else its words as a claim."""
    made = proposal_of(target)
    if made is not None and made.get("agent") not in agents:
        return made
    found = last(before, target, agents, asked=target.lemma_.lower() in ASKED)
    if found is not None and _takes_up(target, found):
        return found
    if syntax.stands_for_another(target):
        return None
    terms = [p for p, g in syntax.prepositions(target, "on") if g.lemma_ in IN_PART]
    return claim(syntax.clause(target, without=[*syntax.additions(target), *terms]))


def last(before: Sequence[Found], at: Token, agents: Agents, *, asked: bool = False) -> Content | None:
    """The last proposal or demand that another put before a word, not far from it."""
    own = {agent.name for agent in agents}
    for found in reversed(before):
        made, away = found.content, at.i - found.head.i
        makers = {v.name for n, v in made.fields if n == "agent" and isinstance(v, Mention)}
        if 0 < away < NEAR and not makers & own and (not asked or made.kind != "Proposal"):
            return made
    return None


def is_inside(token: Token, told: Content) -> bool:
    """True for a word of a content."""
    return told.span.start <= token.idx < told.span.end


def _takes_up(target: Token, told: Content) -> bool:
    """True for "it", "the plan", "that demand"; a noun that tells itself what it is for does not stand for another."""
    if syntax.stands_for_another(target) or is_inside(target, told):
        return True
    if told.kind != "Proposal" and target.lemma_.lower() not in ASKED | {"idea"}:
        return False
    if syntax.is_indefinite(target) and told.span.end < target.sent.start_char:
        return False
    named = [g for _, g in syntax.prepositions(target, "for", "of", "to", "on")]
    named += [c for c in syntax.noun_clauses(target) if syntax.has_to(c) or any(map(syntax.opens_clause, c.children))]
    return target.lemma_.lower() in TAKEN_UP and not named
