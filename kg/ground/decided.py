"""Somebody's decisions, applied to groundings: two entities are one, or a mention means another than it seems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.ground.own import TYPES
from kg.model import Article, Entity, Grounding, Mention
from kg.vocabulary import Another, Decisions, One, article_iri, entity_iri, fold, mention_iri

Mentions = Mapping[Mention, Grounding]


def decide(article: Article, mentions: Mentions, decisions: Decisions) -> Mentions:
    """What the mentions of an article were grounded to in, the same with the decisions applied out.

    First what is another, then what is the same. A decided mention has score 1, and a reason that names the file.
    """
    return _together(article, _apart(article, mentions, decisions.different), decisions)


def _apart(article: Article, mentions: Mentions, different: Iterable[Another]) -> Mentions:
    decided = dict(mentions)
    for mention, grounding in mentions.items():
        for one in different:
            if _means(one, mention, grounding.entity, article):
                reason = f"decided to be another than ent:{grounding.entity.key} ({one.file})"
                entity = replace(one.entity, types=_types(one.entity, mention, grounding.entity))
                decided[mention] = Grounding(entity, 1.0, reason, (grounding.entity,))
                break
    return decided


def _types(entity: Entity, mention: Mention, other: Entity) -> tuple[str, ...]:
    """The types that the file gives, else those of the mention's kind; an actor or territory stays one."""
    kept = {"kg:Actor", "kg:Territory"}.intersection(other.types)
    return tuple(sorted({*(entity.types or TYPES.get(mention.kind, ())), *kept}))


def _means(one: Another, mention: Mention, entity: Entity, article: Article) -> bool:
    iri = article_iri(article)
    places = {str(iri), str(mention_iri(iri, mention.span))}
    return (
        not one.others.isdisjoint((str(entity_iri(entity, iri)), *entity.same_as))
        and not one.names.isdisjoint(map(fold, (mention.text, mention.name, *mention.names)))
        and (not one.places or not one.places.isdisjoint(places))
    )


def _labels(article: Article, mentions: Mentions) -> dict[str, str]:
    """What the article calls each entity."""
    labels: dict[str, str] = {}
    for grounding in mentions.values():
        iri = str(entity_iri(grounding.entity, article_iri(article)))
        labels[iri] = min(labels.get(iri, grounding.entity.label), grounding.entity.label)
    return labels


def _together(article: Article, mentions: Mentions, decisions: Decisions) -> Mentions:
    decided = dict(mentions)
    labels = _labels(article, mentions)
    for mention, grounding in mentions.items():
        iri = str(entity_iri(grounding.entity, article_iri(article)))
        one = decisions.of.get(iri)
        if one is None:
            continue
        entity = _joined(grounding.entity, one, labels)
        if iri == one.iri:
            decided[mention] = replace(grounding, entity=replace(grounding.entity, same_as=entity.same_as))
        else:
            reason = f"decided to be ent:{entity.key} ({one.file}); before that: {grounding.reason}"
            decided[mention] = Grounding(entity, 1.0, reason, grounding.candidates)
    return decided


def _joined(entity: Entity, one: One, labels: Mapping[str, str]) -> Entity:
    """The entity that several are, with this one's names among its own."""
    base = one.known or Entity(one.iri.rsplit("/entity/", 1)[1], _label(one, labels), entity.types)
    names = dict.fromkeys((*base.aliases, entity.label, *entity.aliases))
    links = {*base.same_as, *entity.same_as, *one.links}
    aliases = tuple(name for name in names if name != base.label)
    return replace(base, aliases=aliases, same_as=tuple(sorted(links)))


def _label(one: One, labels: Mapping[str, str]) -> str:
    """The name the file gives, else what the article calls it, or the first of those that are it."""
    return one.label or next(labels[iri] for iri in (one.iri, *one.members) if iri in labels)
