"""Accounts that give away more than there is: the shares of one territory that one claimant says several control."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from rdflib import URIRef

from kg.build.figures import EARLIEST, LATEST, WHOLE, Facts, days, figure
from kg.model import Term
from kg.vocabulary import KG, SCHEMA, factuality_value, scheme_value


@dataclass(frozen=True, slots=True, order=True)
class _Share:
    """At least so many percent, by one statement, for a party; the first and last day that it holds for."""

    least: Decimal
    statement: str
    party: str
    first: str
    last: str


def accounts(facts: Facts) -> Iterator[tuple[str, URIRef, str]]:
    """Claimant, territory, and a share of it that the claimant affirms (CT+) somebody to control, as text (JSON).

    A claimant is a speaker, or an article in its own voice; a share is taken for the least that it can mean.
    """
    least, affirmed = dict(_controlled(facts)), factuality_value("CT+")
    for statement, content in facts[KG.content].items():
        if content in least and facts[KG.factuality].get(statement) == affirmed:
            claimant = facts[KG.speaker].get(statement) or facts[KG.inArticle].get(statement, "")
            share = (str(least[content]), statement, facts[KG.party][content], *_time(facts, statement, content))
            yield claimant, facts[KG.territory][content], json.dumps(share)


def overdrawn(texts: Iterable[str]) -> set[tuple[str, str]]:
    """The shares of one territory by one claimant in; pairs of statements that give its parties more than 100 percent.

    At any time, what a party has is the greatest of its shares.
    """
    shares = sorted(_Share(Decimal(least), *rest) for least, *rest in map(json.loads, texts))
    pairs: set[tuple[str, str]] = set()
    for day in {share.first for share in shares}:
        greatest = {share.party: share for share in shares if share.first <= day <= share.last}
        if sum(share.least for share in greatest.values()) > WHOLE:
            pairs.update(combinations(sorted(share.statement for share in greatest.values()), 2))
    return pairs


def _controlled(facts: Facts) -> Iterator[tuple[URIRef, Decimal]]:
    """Each content by which a party controls a share of a territory, with the least that it can mean, above nothing."""
    controls = scheme_value(Term("control", "controls"))
    for content, relation in facts[KG.controlRelation].items():
        share = figure(facts, content).share if relation == controls else None
        if share is not None and share.low > 0:
            yield content, share.low


def _time(facts: Facts, statement: URIRef, content: URIRef) -> tuple[str, str]:
    """The days that a share is said to hold for: its valid time, up to the day of saying where that is open."""
    first, last = days(facts, content)
    said_first, said_last = _said(facts, statement)
    first = first if first != EARLIEST else min(said_first, last)
    return first, last if last != LATEST else max(said_last, first)


def _said(facts: Facts, statement: URIRef) -> tuple[str, str]:
    """The days of saying, else that of the article."""
    day, article = facts[KG.saidOn].get(statement), facts[KG.inArticle].get(statement)
    first, last = (day or facts[end].get(statement) for end in (KG.saidFrom, KG.saidTo))
    printed = facts[SCHEMA.datePublished].get(article) if article else None
    return str(first or printed or EARLIEST), str(last or printed or LATEST)
