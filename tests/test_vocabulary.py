"""Names, IRIs and gazetteers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import URIRef

from kg.errors import KgError
from kg.model import Article, Entity, Term
from kg.vocabulary import Gazetteer, article_iri, entity_iri, scheme_value, slug, term

HEAD = """@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix ent: <https://w3id.org/newskg/id/entity/> .
@prefix role: <https://w3id.org/newskg/id/role-type/> .
"""
NORVIA = """
ent:norvia a kg:State, kg:Actor, kg:Territory ; skos:prefLabel "Norvia"@en ; skos:altLabel "N.V."@en ;
  kg:demonym "Norvian"@en ; kg:capital "Olm"@en .
ent:old-mill a kg:Actor, org:Organization ; skos:prefLabel "Old Mill"@en ; kg:seatOf ent:norvia .
ent:ana-vell a kg:Actor, foaf:Person ; skos:prefLabel "Ana Vell"@en .
<https://w3id.org/newskg/id/office/ana-vell-president-2020> a org:Membership ; org:member ent:ana-vell ;
  org:role role:president ; org:organization ent:norvia ; kg:validFrom "2020-01-01"^^xsd:date .
"""


def gazetteer(tmp_path: Path, text: str) -> Gazetteer:
    path = tmp_path / "own.ttl"
    path.write_text(HEAD + text, encoding="utf-8")
    return Gazetteer.read([path])


@pytest.mark.parametrize(
    ("name", "key", "way"),
    [
        ("the Norvia’s", "norvia", "label"),
        ("NORVIA", "norvia", "label"),
        ("NV", "norvia", "alias"),
        ("Norvian", "norvia", "demonym"),
        ("Olm", "norvia", "capital"),
    ],
)
def test_a_name_finds_its_entity_with_the_way_it_is_one(tmp_path: Path, name: str, key: str, way: str) -> None:
    (entry,) = gazetteer(tmp_path, NORVIA).candidates(name)
    assert (entry.entity.key, entry.known_as(name)) == (key, way)


def test_initials_are_no_word_in_lower_case(tmp_path: Path) -> None:
    assert gazetteer(tmp_path, NORVIA).candidates("nv") == ()


def test_offices_and_seats(tmp_path: Path) -> None:
    known = gazetteer(tmp_path, NORVIA)
    mill, ana = known.entry("old-mill"), known.entry("ana-vell")
    assert mill
    assert mill.seat_of
    assert mill.seat_of.key == "norvia"
    assert ana
    assert ana.offices[0].role == "president"
    assert [e.key for e in known.holders("president", "norvia", date(2024, 1, 1))] == ["ana-vell"]
    assert known.holders("president", "norvia", date(2019, 12, 31)) == ()


@pytest.mark.parametrize(
    ("text", "line", "advice"),
    [
        ("ent:x a kg:Actor ; .. .", 8, "correct that line"),
        ("ent:x a kg:Actor .", 8, "add skos:prefLabel"),
        ('\nent:x skos:prefLabel "X"@en .', 9, "has no type"),
        ('<http://example.org/x> a kg:Actor ; skos:prefLabel "X"@en .', 8, "is no entity"),
        ('ent:x a kg:Actor ; skos:prefLabel "X"@en ; kg:seatOf ent:y .', 8, "give an entity of a gazetteer"),
        ('ent:x a kg:Actor ; skos:prefLabel "X"@en .\n<urn:o> a org:Membership ; org:member ent:x .', 9, "has no role"),
        (
            'ent:x a kg:Actor ; skos:prefLabel "X"@en .\n<urn:o> a org:Membership ; org:member ent:x ;'
            ' org:role role:king ; kg:validTo "soon" .',
            9,
            "write a day as",
        ),
    ],
)
def test_a_broken_gazetteer_is_named_with_its_line(tmp_path: Path, text: str, line: int, advice: str) -> None:
    with pytest.raises(KgError) as error:
        gazetteer(tmp_path, text)
    message = str(error.value)
    assert f"own.ttl, line {line}:" in message
    assert advice in message
    assert "\n" not in message


def test_a_missing_gazetteer_is_one_line() -> None:
    with pytest.raises(KgError, match=r"nowhere\.ttl: cannot be read"):
        Gazetteer.read(["nowhere.ttl"])


def test_a_later_file_adds_names_and_its_label_is_preferred(tmp_path: Path) -> None:
    first, second = tmp_path / "first.ttl", tmp_path / "second.ttl"
    first.write_text(HEAD + NORVIA, encoding="utf-8")
    second.write_text(HEAD + 'ent:norvia a kg:State ; skos:prefLabel "New Norvia"@en .', encoding="utf-8")
    entry = Gazetteer.read([first, second]).entry("norvia")
    assert entry
    assert entry.entity.label == "New Norvia"
    assert "Norvia" in entry.entity.aliases


def test_an_article_is_the_same_whatever_its_text() -> None:
    first = Article("One.", "a.txt", "a", url="https://example.org/a")
    assert article_iri(first) == article_iri(Article("Two.", "b.txt", "b", url="https://example.org/a"))
    assert article_iri(first) != article_iri(Article("One.", "a.txt", "a"))


def test_an_unnamed_source_belongs_to_its_article() -> None:
    article = URIRef("https://w3id.org/newskg/id/article/0123456789abcdef")
    official = Entity("officials", "officials", ("kg:Actor",), local=True)
    assert str(entity_iri(official, article)).endswith("/entity/0123456789abcdef/officials")


def test_names_that_are_none_are_refused() -> None:
    with pytest.raises(ValueError, match="no term"):
        term("speeker")
    with pytest.raises(ValueError, match="no value"):
        scheme_value(Term("control", "lots"))


@given(st.text())
def test_slugs_are_stable_and_fit_into_iris(text: str) -> None:
    key = slug(text)
    assert key
    assert slug(key) == key
    assert not set(key) & set(' <>"{}|\\^`/#?')
