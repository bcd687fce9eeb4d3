"""The entities of a graph as a reviewer sees them: every merge of names and articles, how and why, and what else."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import graph_sample as sample
import pytest
from rdflib import RDF, RDFS, SKOS, Graph, URIRef

from kg.build import build, combine
from kg.graph import graph_of
from kg.model import Entity, Grounding
from kg.query import Entities
from kg.query.entities import COLUMNS
from kg.vocabulary import Decisions, Gazetteer, article_iri

ENT = "https://w3id.org/newskg/id/entity/"
ANA_OLD = Entity("ana-vell-1911", "Ana Vell", ("foaf:Person",), same_as=("https://example.org/vell",))


@pytest.fixture(scope="module")
def found() -> Entities:
    mentions = dict(sample.GROUNDINGS.mentions)
    mentions[sample.VELL_AGAIN] = Grounding(sample.ANA, 0.8, "a family name alone", (sample.ANA, ANA_OLD))
    first = build(sample.ARTICLE, sample.STATEMENTS, replace(sample.GROUNDINGS, mentions=mentions))
    second = build(sample.SECOND_ARTICLE, sample.SECOND_STATEMENTS, sample.SECOND_GROUNDINGS)
    return graph_of(combine([*first, *second])).entities()


def row(found: Entities, label: str) -> dict[str, str | None]:
    return next(one for one in found.table().records() if one["label"] == label)


def test_everybody_is_listed_once_by_label(found: Entities) -> None:
    labels = [one.label for one in found]
    assert labels == sorted(labels, key=str.casefold)
    assert len({one.iri for one in found}) == len(found)
    assert {"Ana Vell", "Norvia", "Selt", "reporters", "Norvia Post"} <= set(labels)


def test_a_merge_of_names_shows_each_with_score_and_reason(found: Entities) -> None:
    one = row(found, "Ana Vell")
    assert one["names"] == "Vell"
    assert one["chosen"] is not None
    assert "1 × 0.80 a family name alone" in one["chosen"].split(" | ")
    assert one["candidates"] == "Ana Vell (ent:ana-vell-1911)"
    assert one["entity"] == "ent:ana-vell"


def test_links_types_and_counts(found: Entities) -> None:
    one = row(found, "Norvia")
    assert one["links"] == "https://example.org/norvia"
    assert set((one["types"] or "").split("; ")) == {"kg:Actor", "kg:State", "kg:Territory"}
    assert int(one["statements"] or 0) > 0
    selt = next(one for one in found if one.label == "Selt")
    assert set(selt.articles) == {str(article_iri(a)) for a in (sample.ARTICLE, sample.SECOND_ARTICLE)}
    for met in selt.mentions:
        text = {str(article_iri(a)): a.text for a in (sample.ARTICLE, sample.SECOND_ARTICLE)}[met.article]
        assert text[met.begin : met.end] == met.text


def test_a_publisher_is_there_without_a_statement(found: Entities) -> None:
    assert row(found, "Norvia Post")["articles"] is not None


def test_who_is_a_candidate_only_is_no_entity_of_the_graph(found: Entities) -> None:
    assert ENT + "ana-vell-1911" not in {one.iri for one in found}


def test_csv_and_json_hold_the_same(found: Entities) -> None:
    rows = list(csv.DictReader(io.StringIO(found.to_csv())))
    assert tuple(rows[0]) == COLUMNS
    listed = json.loads(found.to_json())
    assert [one["iri"].removeprefix(ENT) for one in listed] == [one["entity"].removeprefix("ent:") for one in rows]
    assert [met["text"] for one in listed if one["label"] == "reporters" for met in one["mentions"]] == ["reporters"]


def test_turtle_is_skos_that_changes_nothing_as_decisions(found: Entities, tmp_path: Path) -> None:
    path = tmp_path / "same.ttl"
    path.write_text(found.to_ttl(), encoding="utf-8")
    graph = Graph().parse(path)
    ana = URIRef(ENT + "ana-vell")
    assert [str(label) for label in graph.objects(ana, SKOS.altLabel)] == ["Vell"]
    assert list(graph.objects(ana, RDFS.seeAlso)) == [URIRef(ENT + "ana-vell-1911")]
    assert set(graph.subjects(SKOS.prefLabel)) == set(graph.subjects(RDF.type)) == {URIRef(one.iri) for one in found}
    decisions = Decisions.read([path], [], Gazetteer())
    assert all(one.members == (one.iri,) for one in decisions.same)
