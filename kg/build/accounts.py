"""Accounts that give away more than there is: the shares of one territory that one claimant says several control."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from rdflib import URIRef

from kg.build.figures import WHOLE, Facts, figure, told_days
from kg.model import Term
from kg.vocabulary import KG, factuality_value, scheme_value


@dataclass(frozen=True, slots=True, order=True)
class _Share:
    """At least so many percent, by one statement, for a party; the first and last day that it holds for."""

    least: Decimal
    statement: URIRef
    party: URIRef
    first: str
    last: str


def overdrawn(facts: Facts) -> Iterator[tuple[URIRef, URIRef]]:
    """Pairs of statements by which a claimant gives the parties of one territory more than 100 percent at one time.

    A claimant is a speaker, or an article in its own voice; the shares are what is affirmed (CT+) to be controlled,
    each taken for the least that it can mean, and for its party the greatest of these.
    """
    least, affirmed = dict(_controlled(facts)), factuality_value("CT+")
    accounts: defaultdict[tuple[URIRef | None, URIRef], list[_Share]] = defaultdict(list)
    for statement, content in facts[KG.content].items():
        if content in least and facts[KG.factuality].get(statement) == affirmed:
            first, last = told_days(facts, statement)
            claimant = facts[KG.speaker].get(statement) or facts[KG.inArticle].get(statement)
            share = _Share(least[content], statement, facts[KG.party][content], first, last)
            accounts[claimant, facts[KG.territory][content]].append(share)
    for shares in accounts.values():
        for day in sorted({share.first for share in shares}):
            greatest = {share.party: share for share in sorted(shares) if share.first <= day <= share.last}
            if sum(share.least for share in greatest.values()) > WHOLE:
                yield from combinations(sorted(share.statement for share in greatest.values()), 2)


def _controlled(facts: Facts) -> Iterator[tuple[URIRef, Decimal]]:
    """Each content by which a party controls a share of a territory, with the least that it can mean, above nothing."""
    controls = scheme_value(Term("control", "controls"))
    for content, relation in facts[KG.controlRelation].items():
        share = figure(facts, content).share if relation == controls else None
        if share is not None and share.low > 0:
            yield content, share.low
