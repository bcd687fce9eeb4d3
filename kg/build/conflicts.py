"""Contents that cannot both hold, and statements that contradict each other: derived over all articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product
from typing import Any

from rdflib import Literal, URIRef

from kg.build.accounts import overdrawn
from kg.build.figures import Facts, figure
from kg.vocabulary import DERIVED, KG, NUMBERS, SCHEMA, Quad, factuality_value

Pair = tuple[URIRef, URIRef]

OF_FIGURES = (*NUMBERS, KG.approximation, KG.asOf, KG.validFrom, KG.validTo)
OF_CONTENTS = (KG.issue, KG.party, KG.controlRelation, KG.territory)
OF_STATEMENTS = (KG.content, KG.speaker, KG.factuality, KG.inArticle, KG.saidOn, KG.saidFrom, KG.saidTo)
WANTED = frozenset((*OF_FIGURES, *OF_CONTENTS, *OF_STATEMENTS, SCHEMA.datePublished))


def conflicts(quads: Iterable[Quad]) -> Iterator[Quad]:
    """The quads of all articles in, ``kg:conflictsWith`` out, each pair in both directions.

    Two contents of one issue conflict where their figures cannot both be meant and their valid times overlap, but for
    those that one claimant gives in one sentence, who tells of a change ("grew from 10 to 18 percent"). Two
    statements do where one affirms (CT+) and the other denies (CT-) one content, one pair for each two speakers, and
    where one claimant gives the parties of one territory more than 100 percent by them (``overdrawn``).
    """
    facts: defaultdict[URIRef, dict[URIRef, Any]] = defaultdict(dict)
    sentences: defaultdict[URIRef, set[URIRef | Literal]] = defaultdict(set)
    evidence = KG.evidence
    for subject, predicate, value, _ in quads:
        if predicate in WANTED:
            facts[predicate][subject] = value
        elif predicate == evidence:
            sentences[subject].add(value)
    for one, other in sorted({*_disagreeing(facts, sentences), *_denied(facts), *overdrawn(facts)}):
        yield one, KG.conflictsWith, other, DERIVED
        yield other, KG.conflictsWith, one, DERIVED


def _disagreeing(facts: Facts, sentences: Mapping[URIRef, set[URIRef | Literal]]) -> Iterator[Pair]:
    """Contents of one issue whose figures conflict."""
    issues = list(_grouped(facts, KG.issue))
    told: dict[URIRef, set[object]] = {content: set() for members in issues for content in members}
    for statement, content in facts[KG.content].items():
        if content in told:
            told[content] |= {(facts[KG.speaker].get(statement), sentence) for sentence in sentences.get(statement, ())}
    for members in issues:
        figures = {content: figure(facts, content) for content in members}
        for one, other in combinations(members, 2):
            if figures[one].conflicts(figures[other]) and told[one].isdisjoint(told[other]):
                yield one, other


def _denied(facts: Facts) -> Iterator[Pair]:
    """Statements of which one affirms and the other denies one content."""
    for members in _grouped(facts, KG.content):
        affirming, denying = (_by_speaker(facts, members, factuality) for factuality in ("CT+", "CT-"))
        for one, other in product(affirming, denying):
            yield min(one, other), max(one, other)


def _grouped(facts: Facts, name: URIRef) -> Iterator[list[URIRef]]:
    """The nodes that share a value of a property, sorted, for each value that several have."""
    groups: defaultdict[URIRef | Literal, list[URIRef]] = defaultdict(list)
    for subject, value in facts[name].items():
        groups[value].append(subject)
    yield from (sorted(members) for members in groups.values() if len(members) > 1)


def _by_speaker(facts: Facts, statements: Iterable[URIRef], factuality: str) -> list[URIRef]:
    """One statement of each speaker that has this factuality, the articles' own voice being one speaker."""
    value = factuality_value(factuality)
    first: dict[URIRef | Literal | None, URIRef] = {}
    for statement in statements:
        if facts[KG.factuality].get(statement) == value:
            first.setdefault(facts[KG.speaker].get(statement), statement)
    return list(first.values())
