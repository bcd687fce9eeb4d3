"""When an event is said to be: the times in its phrase, on its verbs, or right behind it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg import syntax
from kg.extract.mentions import layers_of
from kg.extract.pieces import tokens_in
from kg.extract.status_nouns import core
from kg.model import Span, Time

CLOSE = 12  # words


def event_times(word: Token, verbs: Sequence[Token]) -> list[Time]:
    """The time in the phrase of a noun, else on its verbs, the nearest first; two for "from Monday to Friday"."""
    near = [*verbs, *(v for h in (word, core(word)) for v in syntax.relative_clauses(h))]
    order = {v.i: place for place, v in enumerate([word, *near])}
    sentence = Span(word.sent.start_char, word.sent.end_char)
    found: list[tuple[int, Time]] = []
    for time in layers_of(word).times:
        inside = tokens_in(word.doc, time.span) if sentence.holds(time.span) else []
        if not inside or time.relation == "since":
            continue
        place = _place_of(inside[-1], word, order)
        if place is not None:
            found.append((place, time))
    times = [time for _, time in sorted(found, key=lambda pair: pair[0])] or _following(word)
    first = next((t for t in times if t.relation not in {"until", "by"}), None) or next(iter(times), None)
    ends = [t for t in times if first is not None and first.relation == "from" and t.relation == "until"]
    return [first, *ends[:1]] if first is not None else []


def _following(word: Token) -> list[Time]:
    """A day behind an event with no comma or verb between them, wherever the parse hangs it."""
    for time in layers_of(word).times:
        if word.idx < time.span.start < word.sent.end_char and time.relation != "since":
            between = tokens_in(word.doc, Span(word.idx + len(word), time.span.start))
            plain = not any(t.text in ",;" or (syntax.is_verb(t) and not syntax.is_helper(t)) for t in between)
            return [time] if plain and len(between) < CLOSE else []
    return []


def _place_of(token: Token, word: Token, order: dict[int, int]) -> int | None:
    """How near a time is to an event: within its phrase, on its verb, on the verb above; None on another's."""
    for at in [token, *syntax.above(token)]:
        if at.i == word.i:
            return 0
        if syntax.is_verb(at):
            return order.get(at.i)
    return None
