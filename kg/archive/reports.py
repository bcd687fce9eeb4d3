"""Which articles of a store are one report, by topic: an article is compared with those that share a key with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from kg.likeness import alike, bands, signature
from kg.model import Article
from kg.vocabulary import article_iri

SIGNED, KEY = "signature", "report"
"""Topics: an article's signature (hex), and the articles that have a key."""


def signed(article: Article) -> Iterator[tuple[str, str]]:
    """An article in, the topics and texts that others are compared with it by out."""
    iri, own = str(article_iri(article)), signature(article.text)
    yield f"{SIGNED} {iri}", own.hex()
    for key in bands(own):
        yield f"{KEY} {key}", iri


def same_reports(topic: str, view: Callable[[str], Collection[str]]) -> Iterator[tuple[str, str]]:
    """The topic of an article's signature, and what articles tell, in; the article with each that is one report out."""
    article = topic.removeprefix(f"{SIGNED} ")
    for own in map(bytes.fromhex, view(topic)):
        near = {other for key in bands(own) for other in view(f"{KEY} {key}")} - {article}
        for other in sorted(near):
            if any(alike(own, bytes.fromhex(theirs)) for theirs in view(f"{SIGNED} {other}")):
                yield article, other
