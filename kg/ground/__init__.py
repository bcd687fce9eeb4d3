"""ground: statements to what their names and times stand for, each with a score and a reason. Nothing is rewritten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kg.ground.names import Setting, ground_name
from kg.ground.own import Use
from kg.ground.times import reason_open, resolve
from kg.model import Article, Content, Groundings, Mention, Skipped, Span, Statement, Time
from kg.vocabulary import Gazetteer

# Fields of a content whose value is land, and those whose value may be either; in all others, who is named acts.
LAND = frozenset(("territory", "place"))
EITHER = frozenset(("subject", "object"))
ACTS, IS_LAND, IS_NAMED = Use(acts=True), Use(land=True), Use()


def ground(
    found: Iterable[Statement | Skipped],
    article: Article,
    gazetteer: Gazetteer,
    *,
    base_date: date | None = None,
) -> Groundings:
    """What extraction found in an article in, groundings of all its mentions and times out.

    Relative dates count from the article's day; ``base_date`` stands in where it gives none. A time that stays open is
    listed as skipped, with the reason. The publisher is grounded too, as the mention that ``publisher`` gives.
    """
    day = article.published or base_date
    setting = Setting(gazetteer, day, article.text)
    used: dict[Mention, Use] = {}
    times: dict[Time, None] = {}
    for value, use in _values(found, article):
        if isinstance(value, Time):
            times[value] = None
        else:
            used[value] = used.get(value, IS_NAMED) | use
    anywhere = _by_name(used)
    return Groundings(
        mentions={mention: ground_name(mention, use, anywhere[mention.name], setting) for mention, use in used.items()},
        times={time: interval for time in times if (interval := resolve(time, day))},
        skipped=tuple(Skipped(time.span, reason) for time in times if (reason := reason_open(time, day))),
    )


def publisher(article: Article) -> Mention | None:
    """The article's publisher as a mention: of no width, at the start of the text."""
    name = " ".join(article.publisher.split())
    return Mention(Span(0, 0), name, name, "ORG") if name else None


def _by_name(used: dict[Mention, Use]) -> dict[str, Use]:
    """What each name does in the whole article."""
    uses: dict[str, Use] = {}
    for mention, use in used.items():
        uses[mention.name] = uses.get(mention.name, IS_NAMED) | use
    return uses


def _values(found: Iterable[Statement | Skipped], article: Article) -> Iterator[tuple[Mention | Time, Use]]:
    """Every mention and time that can be reached, with what a mention does there."""
    own = publisher(article)
    if own:
        yield own, ACTS
    for item in found:
        yield from _of_statement(item) if isinstance(item, Statement) else _of_skipped(item)


def _of_skipped(skipped: Skipped) -> Iterator[tuple[Mention | Time, Use]]:
    if skipped.speaker:
        yield skipped.speaker, ACTS


def _of_statement(statement: Statement) -> Iterator[tuple[Mention | Time, Use]]:
    for actor in (statement.speaker, statement.addressee):
        if actor:
            yield actor, ACTS
    for basis in statement.based_on:
        yield basis, IS_NAMED
    if statement.said:
        yield statement.said, IS_NAMED
    yield from _of_content(statement.content)
    if statement.outer:
        yield from _of_statement(statement.outer)


def _of_content(content: Content) -> Iterator[tuple[Mention | Time, Use]]:
    for name, value in content.fields:
        if isinstance(value, Content):
            yield from _of_content(value)
        elif isinstance(value, Mention):
            yield value, IS_LAND if name in LAND else IS_NAMED if name in EITHER else ACTS
        elif isinstance(value, Time):
            yield value, IS_NAMED
    for mention in content.about:
        yield mention, IS_NAMED
