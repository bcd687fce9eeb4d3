"""ground: statements to what their names and times stand for, each with a score and a reason. Nothing is rewritten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kg.ground.crowds import Crowd, crowds, in_crowds, told
from kg.ground.decided import decide
from kg.ground.names import Setting, ground_name
from kg.ground.namesakes import told_apart
from kg.ground.own import Use
from kg.ground.roles import holdings, is_local
from kg.ground.times import resolved
from kg.model import Article, Content, Grounding, Groundings, Interval, Mention, Skipped, Span, Statement, Time
from kg.vocabulary import Decisions, Gazetteer

__all__ = ["Crowd", "ground", "publisher", "settle", "settled", "told"]

# Fields of a content whose value is land, and those whose value may be either; in all others, who is named acts.
LAND = frozenset(("territory", "place"))
EITHER = frozenset(("subject", "object"))
ACTS, IS_LAND, IS_NAMED = Use(acts=True), Use(land=True), Use()
IS_TOWN = ACTS | IS_LAND  # "the mayor of Osk"


def ground(
    found: Iterable[Statement | Skipped],
    article: Article,
    gazetteer: Gazetteer,
    *,
    times: Iterable[Time] = (),
    base_date: date | None = None,
) -> Groundings:
    """What extraction found in an article in, groundings of all its mentions and times out.

    Relative dates count from the article's day; ``base_date`` stands in where it gives none. "A day earlier" counts
    from what was named last before it, so ``times`` are all that the text names. A time that stays open and that a
    statement tells of is listed as skipped, with the reason. The publisher is grounded too, as the mention that
    ``publisher`` gives.
    """
    found = list(found)
    day = article.published or base_date
    setting = Setting(gazetteer, day, article.text)
    used: dict[Mention, Use] = {}
    told: dict[Time, None] = {}
    for value, use in _values(found, article):
        if isinstance(value, Time):
            told[value] = None
        else:
            used[value] = used.get(value, IS_NAMED) | use
    anywhere = _by_name(used)
    read = resolved([*told, *times], day)

    def choose(mention: Mention, titles: tuple[str, ...]) -> Grounding:
        return ground_name(replace(mention, titles=titles), used[mention], anywhere[mention.name], setting)

    chosen = {mention: choose(mention, mention.titles) for mention in used}
    mentions, marks = told_apart(chosen, holdings(found), choose, gazetteer)
    return Groundings(
        mentions=mentions,
        times={time: days for time, days in read.items() if isinstance(days, Interval)},
        skipped=tuple(Skipped(time.span, reason) for time in told if isinstance(reason := read[time], str)),
        marks=marks,
    )


def settle(found: Sequence[tuple[Article, Groundings]], decisions: Decisions) -> list[Groundings]:
    """The groundings of all articles in; out the same with namesakes of different articles apart and decisions applied.

    Where articles do not contradict each other and nothing was decided, nothing changes.
    """
    people = crowds(found)
    return [settled(article, groundings, people, decisions) for article, groundings in found]


def settled(article: Article, groundings: Groundings, people: Mapping[str, Crowd], decisions: Decisions) -> Groundings:
    """The groundings of one article in; out the same in the light of all articles (``people``) and with decisions."""
    return replace(groundings, mentions=decide(article, in_crowds(article, groundings, people), decisions))


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
    role = content.get("role")
    of_a_place = isinstance(role, str) and is_local(role)
    for name, value in content.fields:
        if isinstance(value, Content):
            yield from _of_content(value)
        elif isinstance(value, Mention):
            yield value, _use(name, of_a_place)
        elif isinstance(value, Time):
            yield value, IS_NAMED
    for mention in content.about:
        yield mention, IS_NAMED


def _use(field: str, of_a_place: bool) -> Use:
    """What a field has its value do; ``of_a_place``: an office of a town ("the mayor of Osk")."""
    if field in LAND:
        return IS_LAND
    if field in EITHER:
        return IS_NAMED
    return IS_TOWN if of_a_place and field == "organization" else ACTS
