"""Contents that cannot both hold, and statements that contradict each other: derived over all articles.

What articles tell is kept by topic, as text, so that a store can hold it and add an article to many others: the
conflicts of a question (two contents of one issue, who affirms and denies one content, one account of a territory)
depend on the set of texts of its topics alone.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import combinations, product
from typing import Any

from rdflib import Literal, URIRef

from kg.build.accounts import accounts, overdrawn
from kg.build.figures import Facts, Figure, figure
from kg.vocabulary import DERIVED, KG, NUMBERS, SCHEMA, Quad, factuality_value

Pair = tuple[str, str]
"""IRIs of two contents or two statements, in order."""
Texts = Callable[[str], Collection[str]]
"""A topic in, what articles tell of it out."""

OF_FIGURES = (*NUMBERS, KG.approximation, KG.asOf, KG.validFrom, KG.validTo)
OF_CONTENTS = (KG.issue, KG.party, KG.controlRelation, KG.territory)
OF_STATEMENTS = (KG.content, KG.speaker, KG.factuality, KG.inArticle, KG.saidOn, KG.saidFrom, KG.saidTo)
WANTED = frozenset((*OF_FIGURES, *OF_CONTENTS, *OF_STATEMENTS, SCHEMA.datePublished))

ISSUE, CONTENT, ACCOUNT = "issue", "content", "account"
"""What two can be at odds about."""
AFFIRMED, DENIED = "affirmed", "denied"
"""The two topics of a content."""


def conflicts(quads: Iterable[Quad]) -> Iterator[Quad]:
    """The quads of all articles in, ``kg:conflictsWith`` out, each pair in both directions.

    Two contents of one issue conflict where their figures cannot both be meant and their valid times overlap, but for
    those that one claimant gives in one sentence, who tells of a change ("grew from 10 to 18 percent"). Two
    statements do where one affirms (CT+) and the other denies (CT-) one content, one pair for each two speakers, and
    where one claimant gives the parties of one territory more than 100 percent by them (``overdrawn``).
    """
    texts: defaultdict[str, set[str]] = defaultdict(set)
    for topic, text in tellings(quads):
        texts[topic].add(text)
    questions = sorted(set(map(question, texts)))
    for pair in sorted({pair for asked in questions for pair in at_odds(asked, lambda topic: texts.get(topic, ()))}):
        yield from conflict(pair)


def conflict(pair: Pair) -> Iterator[Quad]:
    """Two that are at odds in, the quads that say so out."""
    one, other = map(URIRef, pair)
    yield one, KG.conflictsWith, other, DERIVED
    yield other, KG.conflictsWith, one, DERIVED


def tellings(quads: Iterable[Quad]) -> Iterator[tuple[str, str]]:
    """The quads of one article or several in; topics, with what they tell of these, out."""
    facts: defaultdict[URIRef, dict[URIRef, Any]] = defaultdict(dict)
    sentences: defaultdict[URIRef, set[URIRef | Literal]] = defaultdict(set)
    evidence = KG.evidence
    for subject, predicate, value, _ in quads:
        if predicate in WANTED:
            facts[predicate][subject] = value
        elif predicate == evidence:
            sentences[subject].add(value)
    yield from _figures(facts)
    yield from _told_together(facts, sentences)
    yield from _certain(facts)
    for claimant, territory, share in accounts(facts):
        yield f"{ACCOUNT} {claimant} {territory}", share


def question(topic: str) -> str:
    """The question that a topic is part of; none where no conflict hangs on it."""
    kind, _, rest = topic.partition(" ")
    if kind in (AFFIRMED, DENIED):
        return f"{CONTENT} {rest}"
    return topic if kind in (ISSUE, ACCOUNT) else ""


def at_odds(asked: str, texts: Texts, changed: Collection[str] | None = None) -> set[Pair]:
    """A question and what articles tell in, the pairs that are at odds over it out.

    Where the texts that have ``changed`` are given, pairs of contents of which neither is told of in these may be left
    out: issues grow long.
    """
    kind, _, rest = asked.partition(" ")
    if kind == ISSUE:
        return _disagreeing(texts(asked), changed)
    if kind == CONTENT:
        denials = texts(f"{DENIED} {rest}")
        return _denied(texts(f"{AFFIRMED} {rest}"), denials) if denials else set()
    return overdrawn(texts(asked))


def _figures(facts: Facts) -> Iterator[tuple[str, str]]:
    """What each content gives for its issue, where that is a figure."""
    for content, issue in facts[KG.issue].items():
        values = {str(name): str(facts[name][content]) for name in OF_FIGURES if content in facts[name]}
        if any(str(name) in values for name in NUMBERS):
            yield f"{ISSUE} {issue}", json.dumps({"content": content, **values}, sort_keys=True)


def _told_together(facts: Facts, sentences: dict[URIRef, set[URIRef | Literal]]) -> Iterator[tuple[str, str]]:
    """Contents of one issue that one claimant tells in one sentence."""
    told: defaultdict[tuple[object, ...], set[str]] = defaultdict(set)
    for statement, content in facts[KG.content].items():
        if content in facts[KG.issue]:
            for sentence in sentences.get(statement, ()):
                told[facts[KG.issue][content], facts[KG.speaker].get(statement), sentence].add(content)
    for (issue, _, _), contents in told.items():
        for pair in combinations(sorted(contents), 2):
            yield f"{ISSUE} {issue}", json.dumps({"together": pair})


def _certain(facts: Facts) -> Iterator[tuple[str, str]]:
    """Who affirms (CT+) and who denies (CT-) a content, the articles' own voice being nobody."""
    topics = {factuality_value("CT+"): AFFIRMED, factuality_value("CT-"): DENIED}
    for statement, content in facts[KG.content].items():
        topic = topics.get(facts[KG.factuality].get(statement, KG.Factuality))
        if topic:
            yield f"{topic} {content}", f"{facts[KG.speaker].get(statement, '')} {statement}"


def _disagreeing(texts: Collection[str], changed: Collection[str] | None) -> set[Pair]:
    """Contents of one issue whose figures conflict, one of them told of in a changed text."""
    figures: dict[str, Figure] = {}
    together: set[Pair] = set()
    for row in map(json.loads, texts):
        if "together" in row:
            together.add(tuple(row["together"]))
        else:
            content = row.pop("content")
            figures[content] = figure({name: {content: row.get(str(name))} for name in OF_FIGURES}, content)
    told = figures.keys() if changed is None else figures.keys() & _contents(changed)
    pairs = ((one, other) for one in told for other in figures if one != other)
    found = ((min(pair), max(pair)) for pair in pairs if figures[pair[0]].conflicts(figures[pair[1]]))
    return set(found) - together


def _contents(texts: Iterable[str]) -> set[str]:
    """The contents that texts of an issue tell of."""
    rows = map(json.loads, texts)
    return {content for row in rows for content in row.get("together", (row.get("content"),))}


def _denied(affirmed: Iterable[str], denied: Iterable[str]) -> set[Pair]:
    """One statement of each who affirms, with one of each who denies."""
    pairs = product(_one_each(affirmed), _one_each(denied))
    return {(min(pair), max(pair)) for pair in pairs}


def _one_each(texts: Iterable[str]) -> list[str]:
    """The first statement of each speaker."""
    first: dict[str, str] = {}
    for text in sorted(texts):
        speaker, _, statement = text.partition(" ")
        first.setdefault(speaker, statement)
    return list(first.values())
