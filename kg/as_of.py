"""A graph as of a day: of what was published by then, of what had been said by then, or of what held on the day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from rdflib import RDF, URIRef

from kg.build import combine
from kg.build.figures import EARLIEST, Facts, said_days, told_days
from kg.errors import KgError
from kg.store.support import unsupported
from kg.vocabulary import DERIVED, KG, NIF, SCHEMA, SHARED, Quad

OF_STATEMENTS = (KG.inArticle, KG.content, KG.within, KG.saidOn, KG.saidFrom, KG.saidTo)
OF_CONTENTS = (KG.asOf, KG.validFrom, KG.validTo, KG.scheduledFor)
OF_TEXTS = (SCHEMA.datePublished, NIF.referenceContext, NIF.beginIndex, NIF.endIndex)
WANTED = frozenset((*OF_STATEMENTS, *OF_CONTENTS, *OF_TEXTS))
SPANS = frozenset((KG.evidence, KG.sourceSpan, KG.cueSpan, KG.contentSpan, KG.quote))


TIMES = ("published", "said", "valid")


def as_of(quads: Iterable[Quad], day: date, time: str = "published") -> list[Quad]:
    """A whole graph in, the graph as of a day out, with nothing in it that only what is left out supports.

    ``published``: the articles published up to the day, what one could have known. ``said``: the statements said up to
    the day, whenever they were printed. ``valid``: the statements that tell of the day, by the valid time of their
    contents; an end that is not given is the day of saying. What has no day of saying was said on that of its article.
    What has no date at all is left out, and so is what is said within it. KgError for another ``time``.
    """
    if time not in TIMES:
        raise KgError(f"{time}: no such time; choose {', '.join(TIMES)}.")
    whole = list(quads)
    facts, linked = _facts(whole)
    if time == "published":
        articles = _published(facts, day.isoformat())
        nodes = articles | _of(facts, articles)
    else:
        statements = _told(facts, day.isoformat(), _said_by if time == "said" else _holds_on)
        articles = {facts[KG.inArticle][one] for one in statements}
        nodes = articles | statements | _words(facts, linked, statements)
    kept = [quad for quad in whole if quad[3] == SHARED or (quad[3] != DERIVED and quad[0] in nodes)]
    gone, same_report = set(unsupported(kept)), KG.sameReportAs
    copies = (
        (one, other)
        for one, predicate, other, _ in whole
        if predicate == same_report and isinstance(other, URIRef) and one in articles and other in articles
    )
    return combine((quad for quad in kept if quad not in gone), copies)


def _facts(quads: Iterable[Quad]) -> tuple[Facts, Mapping[URIRef, set[URIRef]]]:
    """The values that tell of times and places, and the mentions and quotations of each statement and quotation."""
    facts: defaultdict[URIRef, dict[URIRef, Any]] = defaultdict(dict)
    linked: defaultdict[URIRef, set[URIRef]] = defaultdict(set)
    for subject, predicate, value, _ in quads:
        if predicate in WANTED:
            facts[predicate][subject] = value
        elif predicate in SPANS and isinstance(value, URIRef):
            linked[subject].add(value)
        elif value == KG.Article:
            facts[RDF.type][subject] = value
    return facts, linked


def _published(facts: Facts, day: str) -> set[URIRef]:
    """The articles up to a day."""
    printed = facts[SCHEMA.datePublished]
    return {article for article in facts[RDF.type] if article in printed and str(printed[article]) <= day}


def _told(facts: Facts, day: str, is_there: Callable[[Facts, URIRef, str], bool]) -> set[URIRef]:
    """The statements that are there on a day, as all are that they are within."""
    there = {one for one in facts[KG.content] if is_there(facts, one, day)}
    return {one for one in there if _around(facts, one) <= there}


def _around(facts: Facts, statement: URIRef) -> set[URIRef]:
    found: set[URIRef] = set()
    outer = facts[KG.within].get(statement)
    while outer is not None and outer not in found:
        found.add(outer)
        outer = facts[KG.within].get(outer)
    return found


def _said_by(facts: Facts, statement: URIRef, day: str) -> bool:
    return said_days(facts, statement)[1] <= day


def _holds_on(facts: Facts, statement: URIRef, day: str) -> bool:
    planned = facts[KG.scheduledFor].get(facts[KG.content][statement])
    first, last = (str(planned), str(planned)) if planned else told_days(facts, statement)
    return EARLIEST != first <= day <= last


def _of(facts: Facts, articles: set[URIRef]) -> set[URIRef]:
    """All mentions, quotations and statements of articles."""
    owners = (*facts[NIF.referenceContext].items(), *facts[KG.inArticle].items())
    return {node for node, article in owners if article in articles}


def _words(facts: Facts, linked: Mapping[URIRef, set[URIRef]], statements: Iterable[URIRef]) -> set[URIRef]:
    """The mentions and quotations of statements, and the mentions that stand inside these."""
    direct = {node for one in statements for node in linked.get(one, ())}
    direct |= {node for one in direct for node in linked.get(one, ())}
    places: defaultdict[URIRef, list[tuple[int, int]]] = defaultdict(list)
    for node in direct:
        if node in facts[NIF.referenceContext]:
            places[facts[NIF.referenceContext][node]].append(_ends(facts, node))
    inside = {
        node
        for node, article in facts[NIF.referenceContext].items()
        if article in places and _is_inside(_ends(facts, node), places[article])
    }
    return direct | inside


def _ends(facts: Facts, mention: URIRef) -> tuple[int, int]:
    return int(facts[NIF.beginIndex][mention]), int(facts[NIF.endIndex][mention])


def _is_inside(place: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(begin <= place[0] and place[1] <= end for begin, end in others)
