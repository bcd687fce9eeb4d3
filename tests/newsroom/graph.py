"""The archive as a graph."""

from __future__ import annotations

from rdflib import URIRef

from kg.build import build, combine
from kg.likeness import alike_pairs
from kg.vocabulary import SHARED, Quad, article_iri
from newsroom.articles import articles


def graph(triples: int, seed: int = 0) -> list[Quad]:
    """A graph of so many triples or some more, of as many whole articles as that takes, as newskg would make it."""
    own: list[Quad] = []
    shared: dict[Quad, None] = {}
    texts: list[tuple[URIRef, str]] = []
    for told in articles(triples, seed):
        texts.append((article_iri(told.article), told.article.text))
        for quad in build(*told):
            if quad[3] == SHARED:
                shared[quad] = None
            else:
                own.append(quad)
        if len(own) + len(shared) >= triples:
            break
    return combine([*own, *shared], alike_pairs(texts))
