"""The archive as a graph."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from rdflib import URIRef

from kg.build import build, combine
from kg.vocabulary import SHARED, Quad, article_iri
from newsroom.articles import articles


def graph(triples: int, seed: int = 0) -> list[Quad]:
    """A graph of so many triples or some more, of as many whole articles as that takes, as newskg would make it.

    Articles of one text are one report. Likeness is not asked: where all is written after few patterns, much is alike.
    """
    own: list[Quad] = []
    shared: dict[Quad, None] = {}
    prints: defaultdict[str, list[URIRef]] = defaultdict(list)
    for told in articles(triples, seed):
        prints[told.article.text].append(article_iri(told.article))
        for quad in build(*told):
            if quad[3] == SHARED:
                shared[quad] = None
            else:
                own.append(quad)
        if len(own) + len(shared) >= triples:
            break
    return combine([*own, *shared], (pair for same in prints.values() for pair in combinations(same, 2)))
