"""Every change of a graph or of its text is noticed."""

from __future__ import annotations

from dataclasses import replace

import graph_sample as sample
import pytest
from rdflib import XSD, Literal, URIRef

from kg.build import build, combine
from kg.model import Article
from kg.store import open_store
from kg.verify import verify
from kg.vocabulary import KG, NIF, SCHEMA, Quad

QUADS = combine(
    [
        *build(sample.ARTICLE, sample.STATEMENTS, sample.GROUNDINGS),
        *build(sample.SECOND_ARTICLE, sample.SECOND_STATEMENTS, sample.SECOND_GROUNDINGS),
    ]
)
SOURCES = (sample.ARTICLE, sample.SECOND_ARTICLE)


def problems(quads: list[Quad], articles: tuple[Article, ...] = SOURCES) -> str:
    store = open_store()
    store.put(quads)
    return "\n".join(verify(store, articles))


def test_a_built_graph_is_right_with_and_without_its_sources() -> None:
    assert problems(QUADS) == problems(QUADS, ()) == ""


def test_an_article_without_its_source_is_named() -> None:
    assert "its text is not among the sources given" in problems(QUADS, SOURCES[:1])


def test_a_changed_text_is_noticed() -> None:
    changed = replace(sample.ARTICLE, text=sample.TEXT.replace("18%", "81%"))
    found = problems(QUADS, (changed, sample.SECOND_ARTICLE))
    assert "the text has changed" in found
    assert "not 'Selt has lost control of about 18% of its land'" in found


@pytest.mark.parametrize(
    ("predicate", "value", "reason"),
    [
        (NIF.anchorOf, Literal("other words"), "not 'other words'"),
        (NIF.beginIndex, Literal("1", datatype=XSD.integer), "its offsets are 1 to"),
        (NIF.endIndex, Literal("x"), "it has no offsets"),
        (NIF.referenceContext, URIRef("https://example.org/a"), "it stands in no article"),
        (SCHEMA.text, Literal("other words", lang="en"), "is not the text of its evidence"),
        (SCHEMA.sha256, Literal("0" * 64), "the text has changed"),
        (KG.percent, Literal("12", datatype=XSD.decimal), "they were changed"),
        (KG.content, URIRef("https://example.org/c"), "is not in the graph"),
        (KG.speaker, URIRef("https://example.org/x"), "has no name"),
    ],
)
def test_a_changed_value_is_noticed(predicate: URIRef, value: URIRef | Literal, reason: str) -> None:
    assert reason in problems([(s, p, value if p == predicate else o, g) for s, p, o, g in QUADS])


@pytest.mark.parametrize(
    ("predicate", "reason"),
    [(KG.evidence, "it has no evidence"), (KG.content, "no statement says this"), (KG.gist, "is not in the graph")],
)
def test_a_missing_value_is_noticed(predicate: URIRef, reason: str) -> None:
    assert reason in problems([quad for quad in QUADS if quad[1] != predicate])


def test_a_fact_that_no_article_affirms_is_noticed() -> None:
    subject, _, content, graph = next(quad for quad in QUADS if quad[1] == KG.stated and "territorial" in quad[2])
    assert "no statement of any article supports this" in problems([*QUADS, (subject, KG.denied, content, graph)])
