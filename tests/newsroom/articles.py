"""Articles with their statements, made by writing them: ``articles`` for the graph, ``texts`` for the whole line."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from kg.model import Article, Groundings, Statement
from kg.vocabulary import slug
from newsroom.clauses import clause, said_on
from newsroom.page import Clause, Page, Value, Way
from newsroom.world import GIVEN, REPORTERS, Story, World

FIRST, A_DAY = date(2021, 1, 4), 5
"""The day of the first article, and how many articles a day has."""
COPIED, RECENT = 0.05, 40
"""The share of articles that are another outlet's copy of one of so many last ones."""

OWN_VOICE = 0.2
"""The share of sentences in which nobody is made to say anything."""
WAYS = {
    Way("{who} {cue} that {clause}", "said"): 6,
    Way("{who} {cue} {when} that {clause}", "said"): 22,
    Way("{who} {cue} {to} that {clause}", "told"): 7,
    Way("{who} {cue} {to} {when} that {clause}", "told"): 6,
    Way("“{clause},” {cue} {who}", "said", kind="direct"): 34,
    Way("“{clause},” {who} {cue} {when}", "wrote", kind="direct"): 4,
    Way("{clause}, {cue} {who}", "according to"): 5,
    Way("{who} {cue} that {clause}", "denied", "deny", "CT-"): 7,
    Way("{who} {cue} that {clause}", "believed", "believe", "PR+"): 5,
    Way("{who} {cue} that perhaps {clause}", "said", "assert", "PS+"): 4,
    Way("{who} {cue} whether {clause}", "asked", "ask", "Uu"): 12,
    Way("{who} {cue} that {clause}", "estimated", "estimate"): 2,
    Way("{who} {cue}, citing data of {basis}, that {clause}", "estimated", "estimate"): 1,
    Way("{who} {cue} that {other} {again} that {clause}", "said"): 14,
}
"""How things are said, by how often."""
TWICE, REPEATED = 0.3, 0.04
"""How often a sentence has a second thing to say, and how often what is said was said before."""
NAMELESS = 0.03
"""How often the outlet is not told."""
LENGTH, SPREAD = 3.2, 0.4
"""Logarithm of the number of sentences, and its deviation."""


class Told(NamedTuple):
    """An article with what ``kg.build`` takes: its statements and their groundings."""

    article: Article
    statements: tuple[Statement, ...]
    groundings: Groundings


def articles(number: int, seed: int = 0) -> Iterator[Told]:
    """The first articles of an archive."""
    rng = random.Random(seed)
    desk = _Desk(rng)
    recent: list[Told] = []
    for at in range(number):
        day = FIRST + timedelta(at // A_DAY)
        if recent and rng.random() < COPIED:
            yield _copied(rng.choice(recent), desk.outlet(), at)
        else:
            recent = [*recent[1 - RECENT :], desk.written(day, at)]
            yield recent[-1]


def texts(number: int, seed: int = 0) -> Iterator[tuple[str, str]]:
    """The same articles as files of their own: names that end in .md, and texts with front matter."""
    for told in articles(number, seed):
        article = told.article
        head = {
            "title": article.title,
            "publisher": article.publisher,
            "author": article.authors[0],
            "published": str(article.published),
            "url": article.url,
        }
        lines = "".join(f"{name}: {value}\n" for name, value in head.items())
        yield article.path, f"---\n{lines}---\n\n{article.text}\n"


class _Desk:
    """Who writes the articles: knows the world, and what has been told of each story."""

    def __init__(self, rng: random.Random) -> None:
        self.world = World(rng)
        self._rng = rng
        self._told: dict[Story, list[Clause]] = {}

    def written(self, day: date, at: int) -> Told:
        rng, story = self._rng, self.world.stories.draw()
        page = Page()
        page.add(f"{story.home.capital.upper()}, {story.home.state.words} — ")
        sentences = max(6, round(rng.lognormvariate(LENGTH, SPREAD)))
        for left in range(sentences, 0, -1):
            self._sentence(page, story, day)
            if rng.random() < 0.5 or left == 1:
                page.end_paragraph()
        title = page.statements[-1].content.span.of(page.text)
        article = Article(
            page.text.rstrip(),
            path=f"{at:06}.md",
            stem=f"{at:06}",
            title=title[0].upper() + title[1:],
            authors=(f"{rng.choice(GIVEN)} {rng.choice(GIVEN)}son",),
            published=day,
            paragraphs=tuple(page.paragraphs),
        )
        told = Told(article, tuple(page.statements), Groundings(page.mentions, page.times))
        return _copied(told, self.outlet(), at)

    def _sentence(self, page: Page, story: Story, day: date) -> None:
        rng = self._rng
        if rng.random() < OWN_VOICE:
            page.stated(self._clause(story, day))
        else:
            self._spoken(page, story, day)
        if rng.random() < TWICE:
            page.add(", and ")
            self._spoken(page, story, day)
        page.end_sentence()

    def _spoken(self, page: Page, story: Story, day: date) -> None:
        (way,) = self._rng.choices(list(WAYS), list(WAYS.values()))
        who, other = story.cast.several(2)
        others: dict[str, Value] = {"other": other, "again": "had said"} if "{other}" in way.pattern else {}
        if "{to}" in way.pattern:
            others["to"] = REPORTERS
        if "{basis}" in way.pattern:
            others["basis"] = story.home.institute
        if "{when}" in way.pattern:
            others["when"] = said_on(self._rng, day)
        page.spoken(way, self._clause(story, day), who, **others)

    def _clause(self, story: Story, day: date) -> Clause:
        """Something new, or, more seldom, what an article has told before; a plan is then often confirmed."""
        told = self._told.setdefault(story, [])
        if not told or self._rng.random() >= REPEATED:
            told.append(clause(self._rng, story, day))
            return told[-1]
        told.append(self._rng.choice(told))
        confirmed = told[-1].status == "planned" and self._rng.random() < 0.5
        return replace(told[-1], status="confirmed", act="confirm") if confirmed else told[-1]

    def outlet(self) -> str:
        """The name of an outlet; a few articles do not tell it."""
        return "" if self._rng.random() < NAMELESS else self.world.outlets.draw()


def _copied(told: Told, outlet: str, at: int) -> Told:
    """The same text as another article."""
    url = f"https://example.org/{slug(outlet)}/{at:06}"
    return told._replace(article=replace(told.article, path=f"{at:06}.md", stem=f"{at:06}", publisher=outlet, url=url))
