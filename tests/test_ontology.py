"""The ontology keeps its own rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from kg.vocabulary import KG, folder, ontology_files

FILES = ontology_files()
TERMS = [
    (path.name, term)
    for path in FILES
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    for term in sorted(Graph().parse(path).subjects(RDF.type, kind))
]
# Their subjects are of several classes with nothing but this in common.
ANY_SUBJECT = {"inArticle", "evidence", "validFrom", "validTo", "timePrecision", "conflictsWith"}
# Contents on both sides, or statements on both; any entity.
ANY_VALUE = {"about", "conflictsWith", "refersTo", "candidate"}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph()
    for path in FILES:
        graph.parse(path)
    return graph


@pytest.mark.parametrize(("file", "term"), TERMS)
def test_every_term_is_described(ontology: Graph, file: str, term: URIRef) -> None:
    assert term.startswith(str(KG)), file
    for predicate in (RDFS.label, RDFS.comment):
        assert [text.language for text in ontology.objects(term, predicate)] == ["en"], (file, predicate)
    assert ontology.value(term, RDFS.isDefinedBy) == URIRef(str(KG).rstrip("#"))
    name = term.removeprefix(str(KG))
    if (term, RDF.type, OWL.Class) not in ontology:
        assert (term, RDFS.domain, None) in ontology or name in ANY_SUBJECT
        assert (term, RDFS.range, None) in ontology or name in ANY_VALUE


def test_every_class_is_under_a_known_vocabulary(ontology: Graph) -> None:
    for term in ontology.subjects(RDF.type, OWL.Class):
        assert any(not str(top).startswith(str(KG)) for top in ontology.transitive_objects(term, RDFS.subClassOf)), term


def test_domains_and_ranges_exist(ontology: Graph) -> None:
    for predicate in (RDFS.domain, RDFS.range, RDFS.subClassOf, RDFS.subPropertyOf):
        for target in ontology.objects(None, predicate):
            assert not str(target).startswith(str(KG)) or (target, RDF.type, None) in ontology, target


def test_every_scheme_value_has_a_label_and_its_scheme(ontology: Graph) -> None:
    for concept in ontology.subjects(RDF.type, SKOS.Concept):
        scheme = ontology.value(concept, SKOS.inScheme)
        assert (scheme, RDF.type, SKOS.ConceptScheme) in ontology
        assert str(concept).startswith(f"{scheme}/")
        assert ontology.value(concept, SKOS.prefLabel)


def test_queries_name_only_terms_that_exist(ontology: Graph) -> None:
    for path in sorted((folder("ontology") / "queries").rglob("*.rq")):
        for name in re.findall(r"(?<![\w:])kg:(\w+)", path.read_text(encoding="utf-8")):
            assert (KG[name], RDF.type, None) in ontology, (path.name, name)


def test_blocks_are_used_beside_the_general_file() -> None:
    assert [path.parent.name for path in FILES[2:]] == ["contents"] * len(FILES[2:])
    assert Path(folder("seeds")).is_dir()
