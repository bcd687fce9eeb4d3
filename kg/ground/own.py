"""Entities for what no gazetteer knows: by its full name, or, for an unnamed source, by what the article calls it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Entity, Mention
from kg.vocabulary import Gazetteer, slug

TYPES = {
    "PERSON": ("kg:Actor", "foaf:Person"),
    "ORG": ("kg:Actor", "org:Organization"),
    "NORP": ("kg:Actor", "foaf:Group"),
    "GROUP": ("kg:Actor", "foaf:Group"),
    "GPE": ("kg:Territory",),
    "LOC": ("kg:Territory",),
    "FAC": ("kg:Territory",),
}
# What is put behind a key that belongs to something else: the player Jordan is jordan-person, the state jordan.
KINDS = {"PERSON": "person", "ORG": "organization", "NORP": "group", "GROUP": "group"}


@dataclass(frozen=True, slots=True)
class Use:
    """What the statements have an entity do: speak or act, be land that is held or acted on."""

    acts: bool = False
    land: bool = False

    def __or__(self, other: Use) -> Use:
        """What either does."""
        return Use(self.acts or other.acts, self.land or other.land)


def own_entity(mention: Mention, name: str, use: Use, gazetteer: Gazetteer) -> Entity:
    """An entity of its own for a named mention; the same name gives the same entity in every article."""
    key = slug(name)
    if gazetteer.entry(key):
        key = f"{key}-{KINDS.get(mention.kind, 'place')}"
    aliases = tuple(sorted({known for known in mention.names if known != name}))
    return Entity(key, name, _types(mention.kind, use), aliases)


def unnamed_entity(mention: Mention, name: str, use: Use) -> Entity:
    """An entity of this article alone for an unnamed source ("two officials")."""
    return Entity(slug(name), name, _types(mention.kind, use), local=True)


def _types(kind: str, use: Use) -> tuple[str, ...]:
    types = {*TYPES.get(kind, ())}
    if use.acts:
        types.add("kg:Actor")
    if use.land:
        types.add("kg:Territory")
    return tuple(sorted(types))
