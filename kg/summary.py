"""What a build found, in figures."""

from __future__ import annotations

from collections import Counter

from rdflib import RDF, URIRef

from kg.pipeline import Build
from kg.vocabulary import KG, Gazetteer, article_iri, entity_iri, label_of


def figures(build: Build, gazetteer: Gazetteer) -> dict[str, int]:
    """A build and the gazetteer it was made with in; names and numbers for its table out."""
    kinds = {subject: URIRef(value) for subject, name, value, _ in build.quads if name == RDF.type}
    contents = Counter(label_of(kinds[subject]) for subject, name, _, _ in build.quads if name == KG.gist)
    known, own = _entities(build, gazetteer)
    return {
        "articles": len(build.outcomes),
        "statements": sum(kind == KG.Statement for kind in kinds.values()),
        "speakers": len({value for _, name, value, _ in build.quads if name == KG.speaker}),
        **{f"contents: {label}": count for label, count in sorted(contents.items())},
        "entities grounded": len(known),
        "entities not grounded": len(own),
    }


def reasons(build: Build) -> list[tuple[str, int]]:
    """What was seen and not understood, by reason, the most frequent first; a reason's details stand behind a colon."""
    counts = Counter(one.reason.partition(":")[0] for outcome in build.outcomes for one in outcome.skipped)
    return sorted(counts.items(), key=lambda row: (-row[1], row[0]))


def notes(build: Build) -> list[str]:
    """What was odd about articles that were read all the same, a line each."""
    return [f"{outcome.article.path}: {note}" for outcome in build.outcomes for note in outcome.article.notes]


def _entities(build: Build, gazetteer: Gazetteer) -> tuple[set[URIRef], set[URIRef]]:
    """The entities that are in the gazetteer, and the others."""
    known: set[URIRef] = set()
    own: set[URIRef] = set()
    for outcome in build.outcomes:
        for grounding in outcome.groundings.mentions.values():
            entity = grounding.entity
            listed = not entity.local and gazetteer.entry(entity.key) is not None
            (known if listed else own).add(entity_iri(entity, article_iri(outcome.article)))
    return known, own
