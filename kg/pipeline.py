"""The line itself: from sources to a graph. Here alone a bad article is caught, so that it costs no other."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from spacy.language import Language

from kg.annotate import annotate
from kg.build import build, combine
from kg.corrections import corrected
from kg.errors import ArticleError, KgError
from kg.extract import extract
from kg.graph import Graph, graph_of
from kg.ground import Crowd, ground, settle, settled
from kg.likeness import alike_pairs
from kg.model import Article, Groundings, Item, Revision, Skipped, Span, Statement
from kg.models import load_model
from kg.noted import of_outcomes
from kg.query import unused
from kg.read import find, read
from kg.vocabulary import Corrections, Decisions, Gazetteer, Quad, article_iri

log = logging.getLogger(__name__)

UNDECIDED = Decisions()
"""Nobody decided anything about entities."""
UNCORRECTED = Corrections()
"""Nobody decided anything about statements."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the line made of one article.

    ``skipped`` is what was seen and not taken, in the order of the text. ``revisions`` is what people corrected,
    ``refused`` are corrections that cannot be applied.
    """

    article: Article
    statements: tuple[Statement, ...]
    groundings: Groundings
    skipped: tuple[Skipped, ...]
    quads: tuple[Quad, ...]
    revisions: tuple[Revision, ...] = ()
    refused: tuple[KgError, ...] = ()


@dataclass(frozen=True, slots=True)
class Build:
    """Articles made into one graph: its quads in order, and what could not be used."""

    outcomes: tuple[Outcome, ...]
    failed: tuple[KgError, ...]
    quads: tuple[Quad, ...]

    def graph(self) -> Graph:
        """The graph, in memory."""
        return graph_of(self.quads, of_outcomes(self.outcomes))


def build_graph(
    *sources: str | Path,
    model: str | Path | Language | None = None,
    gazetteers: Iterable[str | Path] = (),
    base_date: date | None = None,
    min_confidence: float = 0.0,
    same: str | Path | Iterable[str | Path] = (),
    different: str | Path | Iterable[str | Path] = (),
    corrections: str | Path | Iterable[str | Path] = (),
) -> Graph:
    """Files and folders in, their graph out; see ``kg.build``."""
    gazetteer = Gazetteer.load(gazetteers)
    decisions = Decisions.read(_several(same), _several(different), gazetteer)
    revised = Corrections.read(_several(corrections), gazetteer)
    nlp = model if isinstance(model, Language) else load_model(model)
    results = run(map(str, sources), nlp, gazetteer, base_date=base_date, min_confidence=min_confidence)
    made = assemble(results, decisions, revised)
    for error in made.failed:
        log.warning("left out: %s", error)
    if not made.outcomes and made.failed:
        raise made.failed[0]
    graph = made.graph()
    for line in unused(graph.store, revised):
        log.warning("%s", line)
    return graph


def _several(paths: str | Path | Iterable[str | Path]) -> Iterable[str | Path]:
    return [paths] if isinstance(paths, str | Path) else paths


def run(
    sources: Iterable[str],
    nlp: Language,
    gazetteer: Gazetteer,
    *,
    base_date: date | None = None,
    min_confidence: float = 0.0,
    fields: str = "",
) -> Iterator[Outcome | KgError]:
    """Sources in; for each article what became of it out, or the error that it cost.

    Statements less sure than ``min_confidence`` (0 to 1) are listed as skipped. ``fields``: see ``read.find``.
    """
    paths: dict[str, str] = {}
    for item in find(*sources, fields=fields):
        found = (
            item
            if isinstance(item, KgError)
            else made_of(item, nlp, gazetteer, base_date=base_date, min_confidence=min_confidence)
        )
        if isinstance(found, Outcome):
            iri, path = article_iri(found.article), found.article.path
            if iri in paths:
                found = twice(path, paths[iri])
            paths.setdefault(iri, path)
        yield found


def twice(path: str, other: str) -> ArticleError:
    """The error that an article met for the second time costs."""
    return ArticleError(path, f"the same article as {other}; leave one out, or give each an id of its own")


def assemble(
    results: Iterable[Outcome | KgError], decisions: Decisions = UNDECIDED, corrections: Corrections = UNCORRECTED
) -> Build:
    """What became of the articles in, one graph out, in which the decisions and corrections hold."""
    outcomes, failed = settle_all(results, decisions, corrections)
    copies = alike_pairs((article_iri(outcome.article), outcome.article.text) for outcome in outcomes)
    quads = combine((quad for outcome in outcomes for quad in outcome.quads), copies)
    return Build(outcomes, failed, tuple(quads))


def settle_all(
    results: Iterable[Outcome | KgError], decisions: Decisions = UNDECIDED, corrections: Corrections = UNCORRECTED
) -> tuple[tuple[Outcome, ...], tuple[KgError, ...]]:
    """What became of the articles in; out the same with what only all of them tell of entities, and as corrected.

    The errors are those of articles, and of corrections that cannot be applied.
    """
    every = list(results)
    outcomes = [one for one in every if isinstance(one, Outcome)]
    found = settle([(one.article, one.groundings) for one in outcomes], decisions)
    made = tuple(_finished(*pair, corrections) for pair in zip(outcomes, found, strict=True))
    errors = [one for one in every if isinstance(one, KgError)]
    return made, (*errors, *(error for one in made for error in one.refused))


def articles(sources: Iterable[str], fields: str = "") -> Iterator[Article | KgError]:
    """The articles of all sources; errors in place of those that cannot be read. ``fields``: see ``read.find``."""
    for item in find(*sources, fields=fields):
        yield item if isinstance(item, KgError) else _read(item)


def _read(item: Item) -> Article | KgError:
    try:
        return read(item)
    except ArticleError as error:
        return error
    except Exception as error:  # noqa: BLE001  (an item that no rule foresaw costs itself alone)
        return _unexpected(item.path, error)


def made_of(
    item: Item, nlp: Language, gazetteer: Gazetteer, *, base_date: date | None = None, min_confidence: float = 0.0
) -> Outcome | KgError:
    """An item in; what became of its article out, or the error that it cost. See ``run``."""
    article = _read(item)
    if isinstance(article, KgError):
        return article
    try:
        return _outcome(article, nlp, gazetteer, base_date, min_confidence)
    except Exception as error:  # noqa: BLE001  (whatever is wrong with one article, the others go on)
        return _unexpected(article.path, error)


def _outcome(
    article: Article, nlp: Language, gazetteer: Gazetteer, base_date: date | None, min_confidence: float
) -> Outcome:
    (doc, _) = next(annotate([article], nlp))
    found = [_sure(one, min_confidence) for one in extract(doc, article)]
    groundings = ground(found, article, gazetteer, times=doc.user_data["layers"].times, base_date=base_date)
    statements = tuple(one for one in found if isinstance(one, Statement))
    skipped = [*(one for one in found if isinstance(one, Skipped)), *groundings.skipped]
    return Outcome(
        article,
        statements,
        groundings,
        _in_order(skipped),
        tuple(build(article, statements, groundings)),
    )


def in_light(
    outcome: Outcome,
    people: Mapping[str, Crowd],
    decisions: Decisions = UNDECIDED,
    corrections: Corrections = UNCORRECTED,
) -> Outcome:
    """What became of one article in; the same in the light of all (``people``), as decided and as corrected, out."""
    return _finished(outcome, settled(outcome.article, outcome.groundings, people, decisions), corrections)


def _finished(outcome: Outcome, groundings: Groundings, corrections: Corrections) -> Outcome:
    """An article's outcome as settled and corrected."""
    article = outcome.article
    made = corrected(article, outcome.statements, groundings, corrections)
    if made.groundings == outcome.groundings and outcome.quads and not (made.revisions or made.failed):
        return outcome
    return Outcome(
        article,
        made.statements,
        made.groundings,
        _in_order([*outcome.skipped, *made.skipped]),
        tuple(build(article, made.statements, made.groundings, made.revisions)),
        made.revisions,
        made.failed,
    )


def _in_order(skipped: Iterable[Skipped]) -> tuple[Skipped, ...]:
    return tuple(sorted(skipped, key=lambda one: (one.span, one.reason)))


def _sure(one: Statement | Skipped, least: float) -> Statement | Skipped:
    """A statement that is sure enough, and so all that it stands inside of; in its place why it is left out."""
    if isinstance(one, Skipped):
        return one
    around: Statement | None = one
    lowest = 1.0
    while around is not None:
        lowest = min(lowest, around.confidence)
        around = around.outer
    if lowest >= least:
        return one
    span = Span(one.evidence[0].start, one.evidence[-1].end)
    return Skipped(span, f"less sure than {least:.2f}: {lowest:.2f}", one.attribution, one.speaker, one.cue)


def _unexpected(path: str, error: Exception) -> ArticleError:
    log.debug("%s", path, exc_info=error)
    words = " ".join(f"{type(error).__name__}: {error}".split())
    return ArticleError(path, f"an error in newskg ({words}); please report it, `kg --verbose` shows where")
