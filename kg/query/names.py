"""The one entity of a graph that a user means by a name."""

from __future__ import annotations

from collections import defaultdict

from rdflib import Graph

from kg.errors import KgError, did_you_mean
from kg.query.questions import Answering, query_text, run
from kg.vocabulary import PREFIXES, shorten, slug


def entity_named(dataset: Answering | Graph, name: str) -> str:
    """A name, alias, key ("ana-vell", "ent:ana-vell") or IRI in, the entity's IRI out.

    KgError where nobody goes by it (with the names that come nearest), or several do (with their keys).
    """
    _, rows = run(dataset, query_text("compare/names"))
    labels: defaultdict[str, set[str]] = defaultdict(set)
    aliases: defaultdict[str, set[str]] = defaultdict(set)
    first: set[str] = set()
    others: set[str] = set()
    for entity, label, alias in rows:
        iri = str(entity)
        for known in (iri, shorten(iri), iri.removeprefix(PREFIXES["ent"]), str(label)):
            labels[known.casefold()].add(iri)
        first.add(str(label))
        if alias is not None:
            aliases[str(alias).casefold()].add(iri)
            others.add(str(alias))
    meant = name.casefold()
    found = labels.get(meant) or aliases.get(meant) or labels.get(slug(name)) or set()
    if len(found) > 1:
        keys = ", ".join(sorted(map(shorten, found))[:5])
        raise KgError(f"{name}: {len(found)} go by that name; give one of {keys}.")
    if not found:
        hint = did_you_mean(name, [*sorted(first), *sorted(others)], "`kg entities` lists who is in it.")
        raise KgError(f"{name}: nobody in the graph goes by that name; {hint}")
    return next(iter(found))


def keys(dataset: Answering | Graph) -> list[str]:
    """The keys of the entities ("ana-vell"), sorted."""
    _, rows = run(dataset, query_text("compare/names"))
    return sorted({str(entity).removeprefix(PREFIXES["ent"]) for entity, _, _ in rows})
