"""Graphs that are built conform to the shapes; graphs that break them are caught."""

from __future__ import annotations

import graph_sample as sample
import pytest
from rdflib import RDF, Literal, URIRef

from kg.build import build
from kg.store import open_store
from kg.validate import Violation, validate
from kg.vocabulary import KG, NIF, Quad

QUADS = list(build(sample.ARTICLE, sample.STATEMENTS, sample.GROUNDINGS))


def violations(quads: list[Quad]) -> list[Violation]:
    store = open_store()
    store.put(quads)
    return validate(store.oxigraph)


def test_a_built_graph_conforms() -> None:
    store = open_store()
    store.put(QUADS)
    assert validate(store.oxigraph) == validate(store.dataset()) == []


@pytest.mark.parametrize(
    ("predicate", "value", "path"),
    [
        (KG.percent, Literal("118", datatype=URIRef("http://www.w3.org/2001/XMLSchema#decimal")), "kg:percent"),
        (KG.percent, Literal("18"), "kg:percent"),
        (KG.controlRelation, URIRef("https://w3id.org/newskg/scheme/control/loosened"), "kg:controlRelation"),
        (KG.party, URIRef("https://w3id.org/newskg/id/role-type/president"), "kg:party"),
        (KG.speechAct, URIRef("https://w3id.org/newskg/scheme/speech-act/sing"), "kg:speechAct"),
        (NIF.anchorOf, Literal("other words"), ""),
    ],
)
def test_a_wrong_value_is_caught(predicate: URIRef, value: URIRef | Literal, path: str) -> None:
    found = violations([(s, p, value if p == predicate else o, g) for s, p, o, g in QUADS])
    assert found
    assert any(one.path == path for one in found)
    assert all(one.severity == "Violation" for one in found)


@pytest.mark.parametrize("predicate", [KG.evidence, KG.content, KG.gist, KG.factuality, KG.issue, RDF.type])
def test_a_missing_value_is_caught(predicate: URIRef) -> None:
    kept = [quad for quad in QUADS if quad[1] != predicate or (predicate == RDF.type and quad[2] != KG.Actor)]
    assert violations(kept)


def test_a_property_on_a_node_of_another_class_is_caught() -> None:
    role = next(s for s, p, o, _ in QUADS if p == RDF.type and o == KG.RoleHolding)
    party = next(quad for quad in QUADS if quad[1] == KG.party)
    assert [one.path for one in violations([*QUADS, (role, *party[1:])])] == ["kg:party"]
