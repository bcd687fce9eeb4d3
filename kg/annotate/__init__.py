"""annotate: articles with a spaCy pipeline to docs that carry what grammar rules need beside the parse.

A doc is as long as its article's text, so that its offsets are the article's; paragraphs are sentence bounds.
``doc.user_data["layers"]`` holds the ``Layers`` of ``model.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.clusters import joint
from kg.annotate.coreference import referents
from kg.annotate.counts import counts
from kg.annotate.quantities import amounts
from kg.annotate.quotations import PARAGRAPHS, quotations_of
from kg.annotate.times import times
from kg.model import Article, Layers

NO_WORD = re.compile(r"\S{500,}")


def annotate(articles: Iterable[Article], nlp: Language) -> Iterator[tuple[Doc, Article]]:
    """Articles to (doc, article): parsed, with quotations, actors, amounts and times."""
    for article in articles:
        doc = nlp(_with_paragraphs(_with_bounds(nlp.make_doc(_prose(article)), article), article))
        doc.user_data["layers"] = layers(doc, article)
        yield doc, article


def layers(doc: Doc, article: Article) -> Layers:
    """What is known of a parsed article beside its parse."""
    found = quotations_of(doc)
    known = referents(doc)
    shares, named = amounts(doc), times(doc)
    return Layers(
        text=article.text,
        quotations=found,
        referents=known,
        joint=joint(doc, known),
        amounts=shares,
        quantities=counts(doc.text, [*(share.span for share in shares), *(time.span for time in named)]),
        times=named,
    )


def _prose(article: Article) -> str:
    """The text with all but headline and paragraphs blanked out: bylines and datelines are no sentences.

    So are runs of signs too long for a word (data, drawn lines), for which spaCy's tokenizer takes quadratic time.
    It is as long as the article's text, so that offsets hold.
    """
    spans = sorted([*article.paragraphs, *([article.headline] if article.headline else [])])
    out, at = [], 0
    for span in spans:
        out += [" " * (span.start - at), NO_WORD.sub(lambda found: " " * len(found[0]), span.of(article.text))]
        at = span.end
    return "".join(out) + " " * (len(article.text) - at)


def _with_bounds(doc: Doc, article: Article) -> Doc:
    """Set a sentence start at each paragraph, and at the first word after one."""
    spans = sorted([*article.paragraphs, *([article.headline] if article.headline else [])])
    bounds = sorted({at for span in spans for at in (span.start, span.end)})
    following = 0
    for token in doc:
        if token.is_space:
            continue
        passed = False
        while following < len(bounds) and bounds[following] <= token.idx:
            following, passed = following + 1, True
        if passed or token.i == 0:
            token.is_sent_start = True
    return doc


def _with_paragraphs(doc: Doc, article: Article) -> Doc:
    """Set ``doc.spans["paragraphs"]``, which quotations keep to."""
    spans = (doc.char_span(span.start, span.end, alignment_mode="expand") for span in article.paragraphs)
    doc.spans[PARAGRAPHS] = [span for span in spans if span is not None]
    return doc
