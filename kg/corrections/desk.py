"""One article's groundings with what corrections add to them: entities and days that no words of the text stand for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kg.build import gist_of
from kg.errors import KgError
from kg.model import Article, Content, Correction, Entity, Grounding, Groundings, Interval, Mention, Span, Term, Time
from kg.vocabulary import article_iri, entity_iri, fold, label_of, scheme_value, slug, term

NOWHERE = Span(0, 0)
"""Where no words stand for it: such a mention is no node of the graph."""

Field = Mention | Time | Decimal | int | str | Term | Content


class Desk:
    """Where the statements of one article are corrected."""

    def __init__(self, article: Article, groundings: Groundings) -> None:
        self.article = article
        self.iri = article_iri(article)
        self._given = groundings
        self._mentions = dict(groundings.mentions)
        self._times = dict(groundings.times)

    @property
    def groundings(self) -> Groundings:
        """The groundings by now."""
        return replace(self._given, mentions=self._mentions, times=self._times)

    def mention(self, entity: Entity, correction: Correction) -> Mention:
        """A mention that stands for an entity. KgError where several of the article go by its label."""
        meant = self._meant(entity, correction)
        mention = Mention(NOWHERE, str(entity_iri(meant, self.iri)), meant.label, "")
        self._mentions[mention] = Grounding(meant, 1.0, f"corrected by {correction.by}")
        return mention

    def time(self, first: date | None, last: date | None, precision: str = "day") -> Time:
        """A time that stands for these days."""
        text = "/".join(day.isoformat() if day else ".." for day in dict.fromkeys((first, last)))
        time = Time(NOWHERE, text if precision == "day" else f"{text} ({precision})")
        self._times[time] = Interval(first, last, precision)
        return time

    def interval(self, time: Time) -> Interval:
        """The days that a time stands for; none where that is not known."""
        return self._times.get(time, Interval(None, None))

    def entity(self, mention: Mention) -> str:
        """The IRI of the entity that a mention stands for; "" where it is not grounded."""
        grounding = self._mentions.get(mention)
        return str(entity_iri(grounding.entity, self.iri)) if grounding else ""

    def label(self, value: Field) -> str:
        """A field's value in words."""
        match value:
            case Mention():
                grounding = self._mentions.get(value)
                return grounding.entity.label if grounding else value.name
            case Content():
                return gist_of(value, self.article, self.groundings)
            case Term():
                return label_of(scheme_value(value))
            case Time():
                return value.text
            case Decimal():
                return format(value.normalize(), "f")
        return str(value)

    def _meant(self, entity: Entity, correction: Correction) -> Entity:
        """The article's entity of this IRI or label where it has one, else this one."""
        known = {str(entity_iri(one, self.iri)): one for one in self._entities()}
        if entity.key:
            return known.get(str(entity_iri(entity, self.iri)), entity)
        so_called = {
            iri: one for iri, one in known.items() if fold(entity.label) in map(fold, (one.label, *one.aliases))
        }
        if len(so_called) > 1:
            choice = " or ".join(f"<{iri}>" for iri in sorted(so_called))
            raise refused(correction, f'several go by "{entity.label}" in {self.article.path}; give {choice}.')
        return next(iter(so_called.values()), replace(entity, key=slug(entity.label)))

    def _entities(self) -> Iterator[Entity]:
        return (grounding.entity for grounding in self._given.mentions.values())


def refused(correction: Correction, reason: str) -> KgError:
    """The error for a correction that cannot be applied."""
    return KgError(f"{correction.place}: {reason}")


def words(name: str) -> str:
    """A property's local name in, its label out."""
    return label_of(term(name)) or name
