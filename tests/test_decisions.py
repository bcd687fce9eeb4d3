"""Decisions about entities, by hand: read from SKOS, applied, listed, and undone by leaving the file out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

import kg
from kg.errors import KgError
from kg.ground import settle
from kg.model import Article, Entity, Grounding, Groundings, Mention, Span
from kg.vocabulary import Decisions, Gazetteer, GazetteerEntry, article_iri

PREFIXES = """@prefix ent: <https://w3id.org/newskg/id/entity/> .
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
"""
HUMAN = ("foaf:Person", "kg:Actor")
VELL = Entity("ana-vell", "Ana Vell", HUMAN, ("Ana M. Vell",), ("http://www.wikidata.org/entity/Q1",))
OSTVARA = Entity("ostvara", "Ostvara", ("kg:Actor", "kg:State", "kg:Territory"))
GAZETTEER = Gazetteer([GazetteerEntry(VELL), GazetteerEntry(OSTVARA, capitals=("Ostgrad",))])
FIRST, SECOND = (Article("", f"{stem}.txt", stem) for stem in "ab")

Read = Callable[..., Decisions]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Decisions of files with this text."""

    def run(same: str = "", different: str = "") -> Decisions:
        paths = {name: tmp_path / f"{name}.ttl" for name in ("same", "different")}
        for name, text in (("same", same), ("different", different)):
            paths[name].write_text(PREFIXES + text, encoding="utf-8")
        given = [[paths[name]] if text else [] for name, text in (("same", same), ("different", different))]
        return Decisions.read(*given, GAZETTEER)

    return run


def grounded(*names: str, **known: Entity) -> Groundings:
    """Each name as a mention of its own; an entity of its own where none is given by key."""
    mentions = {}
    for at, name in enumerate(names):
        key = name.casefold().replace(" ", "-").replace(".", "")
        entity = known.get(key.replace("-", "_"), Entity(key, name, HUMAN))
        mentions[Mention(Span(10 * at, 10 * at + 5), name, name, "PERSON")] = Grounding(entity, 0.5, "test")
    return Groundings(mentions)


def told(decisions: Decisions, first: Groundings, second: Groundings | None = None) -> list[Entity]:
    articles = [(FIRST, first), *([(SECOND, second)] if second else [])]
    return [one.entity for found in settle(articles, decisions) for one in found.mentions.values()]


SAME = [
    # the file, the names met, the keys of what they become
    ("ent:bo-senn skos:exactMatch ent:robert-senn .", ("Bo Senn", "Robert Senn"), ["bo-senn", "bo-senn"]),
    ("ent:robert-senn skos:exactMatch ent:bo-senn .", ("Bo Senn", "Robert Senn"), ["bo-senn", "bo-senn"]),
    # the gazetteer's one wins
    ("ent:a-vell skos:exactMatch ent:ana-vell .", ("A. Vell",), ["ana-vell"]),
    ("ent:a-vell skos:exactMatch wd:Q1 .", ("A. Vell",), ["ana-vell"]),
    ("ent:a-vell skos:exactMatch <https://www.wikidata.org/wiki/Q1> .", ("A. Vell",), ["ana-vell"]),
    # by way of others
    ("ent:a skos:exactMatch ent:b . ent:c skos:exactMatch ent:b .", ("C", "B", "A"), ["a", "a", "a"]),
    ("ent:b skos:exactMatch wd:Q7 . ent:c skos:exactMatch wd:Q7 .", ("C", "B"), ["b", "b"]),
    # nobody is met who is meant, or it is one already
    ("ent:a skos:exactMatch ent:b .", ("Tia Brandt",), ["tia-brandt"]),
    ("ent:ana-vell skos:exactMatch wd:Q1 .", ("Tia Brandt",), ["tia-brandt"]),
]


@pytest.mark.parametrize(("text", "names", "keys"), SAME)
def test_two_are_one(read: Read, text: str, names: tuple[str, ...], keys: list[str]) -> None:
    assert [entity.key for entity in told(read(same=text), grounded(*names))] == keys


def test_the_names_of_the_other_become_its_names(read: Read) -> None:
    (entity,) = told(read(same="ent:a-vell skos:exactMatch ent:ana-vell ."), grounded("A. Vell"))
    assert (entity.label, entity.aliases, entity.same_as) == ("Ana Vell", ("Ana M. Vell", "A. Vell"), VELL.same_as)
    first, second = told(read(same="ent:bo-senn skos:exactMatch ent:robert-senn ."), grounded("Bo Senn", "Robert Senn"))
    assert (first.label, second.label, second.aliases) == ("Bo Senn", "Bo Senn", ("Robert Senn",))


def test_the_first_is_called_as_articles_call_it_or_as_the_file_says(read: Read) -> None:
    text = "ent:senn skos:exactMatch ent:robert-senn ."
    (entity,) = told(read(same=text.replace("ent:senn", "ent:b-senn")), grounded("Robert Senn"))
    assert (entity.key, entity.label) == ("b-senn", "Robert Senn")
    (entity,) = told(read(same=f'{text} ent:robert-senn skos:prefLabel "Robert Senn"@en .'), grounded("Senn"))
    assert (entity.key, entity.label) == ("robert-senn", "Robert Senn")


def test_a_link_alone_is_added(read: Read) -> None:
    ((grounding,),) = (
        found.mentions.values()
        for found in settle([(FIRST, grounded("Bo Senn"))], read(same="ent:bo-senn skos:exactMatch wd:Q7 ."))
    )
    assert grounding.entity.same_as == ("http://www.wikidata.org/entity/Q7",)
    assert (grounding.score, grounding.reason) == (0.5, "test")


def test_an_unnamed_source_of_one_article_can_be_somebody(read: Read) -> None:
    local = Entity("the-minister", "the minister", HUMAN, local=True)
    owner = article_iri(FIRST).rsplit("/", 1)[1]
    iri = f"<https://w3id.org/newskg/id/entity/{owner}/the-minister>"
    one = grounded("the minister", the_minister=local)
    entities = told(read(same=f"{iri} skos:exactMatch ent:bo-senn ."), one, one)
    assert [(entity.key, entity.local) for entity in entities] == [("bo-senn", False), ("the-minister", True)]


def test_a_decided_mention_says_so(read: Read) -> None:
    decisions = read(same="ent:a-vell skos:exactMatch ent:ana-vell .")
    (groundings,) = settle([(FIRST, grounded("A. Vell"))], decisions)
    (grounding,) = groundings.mentions.values()
    assert (grounding.score, grounding.reason) == (1.0, "decided to be ent:ana-vell (same.ttl); before that: test")


ANOTHER = 'ent:vell-baker a skos:Concept, foaf:Person ; skos:prefLabel "Ana Vell"@en ; owl:differentFrom ent:ana-vell'


def test_one_name_is_two_people(read: Read) -> None:
    ana = grounded("Ana Vell", ana_vell=VELL)
    decisions = read(different=f"{ANOTHER} ; kg:inArticle <{article_iri(SECOND)}> .")
    assert [entity.key for entity in told(decisions, ana, ana)] == ["ana-vell", "vell-baker"]
    grounding = next(iter(settle([(FIRST, ana), (SECOND, ana)], decisions)[1].mentions.values()))
    assert (grounding.entity.label, grounding.entity.types) == ("Ana Vell", HUMAN)
    assert (grounding.score, grounding.reason) == (1.0, "decided to be another than ent:ana-vell (different.ttl)")
    assert grounding.candidates == (VELL,)


DIFFERENT = [
    # the file, the key that a mention of "Ana Vell" at 0 to 5 in the first article gets
    (f"{ANOTHER} .", "vell-baker"),
    (f"{ANOTHER.replace('ent:ana-vell', 'wd:Q1')} .", "vell-baker"),
    (f"{ANOTHER} ; kg:evidence <{article_iri(FIRST)}#char=0,5> .", "vell-baker"),
    (f"{ANOTHER} ; kg:evidence <{article_iri(FIRST)}#char=7,9> .", "ana-vell"),
    (f"{ANOTHER} ; kg:inArticle <{article_iri(SECOND)}> .", "ana-vell"),
    (f'{ANOTHER.replace("Ana Vell", "A. Vell")} ; skos:altLabel "ana vell"@en .', "vell-baker"),
    (ANOTHER.replace("Ana Vell", "A. Vell") + " .", "ana-vell"),  # by another name
    (ANOTHER.replace("ent:ana-vell", "ent:bo-senn") + " .", "ana-vell"),  # than somebody else
]


@pytest.mark.parametrize(("text", "key"), DIFFERENT)
def test_a_mention_means_another(read: Read, text: str, key: str) -> None:
    assert [entity.key for entity in told(read(different=text), grounded("Ana Vell", ana_vell=VELL))] == [key]


def test_a_city_is_not_its_government(read: Read) -> None:
    text = 'ent:ostgrad-city a kg:Territory ; skos:prefLabel "Ostgrad"@en ; owl:differentFrom ent:ostvara .'
    (entity,) = told(read(different=text), grounded("Ostgrad", ostgrad=OSTVARA))
    assert (entity.key, entity.types) == ("ostgrad-city", ("kg:Actor", "kg:Territory"))


def test_first_apart_then_together(read: Read) -> None:
    decisions = read(different=f"{ANOTHER} .", same="ent:vell-baker skos:exactMatch ent:bo-senn .")
    assert [entity.key for entity in told(decisions, grounded("Ana Vell", ana_vell=VELL))] == ["bo-senn"]


WRONG = [
    # --same, --different, parts of the message
    ('ent:a skos:exactMatch "Ana Vell" .', "", ("same.ttl, line 7", '"Ana Vell" is no IRI', "name an entity as")),
    ("ent:a skos:closeMatch ent:b .", "", ("same.ttl, line 7", "is the same as nothing", "skos:exactMatch")),
    ("ent:a skos:exactMatch", "", ("same.ttl, line 7", "not valid Turtle")),
    ("", 'ent:a skos:prefLabel "A"@en .', ("different.ttl, line 7", "different from nothing", "owl:differentFrom")),
    ("", "ent:a owl:differentFrom ent:b .", ("different.ttl, line 7", "has no name", "skos:prefLabel")),
    ("", 'wd:Q5 skos:prefLabel "A"@en ; owl:differentFrom ent:b .', ("different.ttl, line 7", "is no entity")),
    ("", 'ent:a skos:prefLabel "A"@en ; owl:differentFrom ent:a .', ("different.ttl, line 7", "the same as")),
    (
        "ent:a skos:exactMatch ent:c . ent:c skos:exactMatch ent:b .",
        'ent:a skos:prefLabel "A"@en ; owl:differentFrom ent:b .',
        ("different.ttl, line 7", "the same as", "leave one of the two out"),
    ),
]


@pytest.mark.parametrize(("same", "different", "parts"), WRONG)
def test_a_wrong_file_is_one_clear_line(read: Read, same: str, different: str, parts: tuple[str, ...]) -> None:
    with pytest.raises(KgError) as error:
        read(same=same, different=different)
    assert "\n" not in str(error.value)
    assert all(part in str(error.value) for part in parts), str(error.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"none\.ttl: cannot be read"):
        Decisions.read([tmp_path / "none.ttl"], [], GAZETTEER)


PAIRS = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), min_size=1, max_size=6)


@settings(deadline=None, max_examples=40)
@given(PAIRS, st.randoms(use_true_random=False))
def test_same_does_not_depend_on_order_or_repetition(tmp_path_factory, pairs, random) -> None:
    folder = tmp_path_factory.mktemp("same")
    lines = [f"ent:{one} skos:exactMatch ent:{other} ." for one, other in pairs]
    mixed = [f"ent:{other} skos:exactMatch ent:{one} ." for one, other in random.sample(pairs, len(pairs))]
    for name, text in (("one", lines), ("two", [*mixed, *lines])):
        (folder / f"{name}.ttl").write_text(PREFIXES + "\n".join(text), encoding="utf-8")
    found = [(FIRST, grounded(*"ABCDEF"))]
    keys = [
        [one.entity for one in settle(found, Decisions.read([folder / name], [], GAZETTEER))[0].mentions.values()]
        for name in ("one.ttl", "two.ttl")
    ]
    assert keys[0] == keys[1]
    again = settle(found, Decisions.read([folder / "one.ttl", folder / "one.ttl"], [], GAZETTEER))
    assert [one.entity for one in again[0].mentions.values()] == keys[0]
    assert all(keys[0]["ABCDEF".index(a.upper())].key == keys[0]["ABCDEF".index(b.upper())].key for a, b in pairs)


def test_nothing_decided_changes_nothing() -> None:
    found = grounded("Ana Vell", "Bo Senn")
    assert settle([(FIRST, found)], Decisions()) == [found]


def test_python_takes_a_file_or_several(tmp_path: Path, english: Language) -> None:
    news, same = tmp_path / "news.txt", tmp_path / "same.ttl"
    news.write_text("Ana Vell said the bridge at Osk was lost.\n", encoding="utf-8")
    same.write_text(f"{PREFIXES}ent:ana-vell skos:exactMatch ent:ana .", encoding="utf-8")
    one, several = (kg.build(news, model=english, same=given) for given in (same, [str(same)]))
    assert [row.iri.rpartition("/")[2] for row in one.entities() if row.label == "Ana Vell"] == ["ana"]
    assert one.store.export(".ttl") == several.store.export(".ttl")
    assert "ana-vell" in {row.iri.rpartition("/")[2] for row in kg.build(news, model=english).entities()}
