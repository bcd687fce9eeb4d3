"""The shipped gazetteer: complete, without clashes, and what its script writes."""

from __future__ import annotations

import importlib
import os
import re
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store
from rdflib import Graph

from kg.vocabulary import Gazetteer, fold, slug
from kg.vocabulary.turtle import Triple, triples

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "seeds" / "gazetteer"
FILES = sorted(FOLDER.glob("*.ttl"))
ENTITY = "https://w3id.org/newskg/id/entity/"
KG = "https://w3id.org/newskg/ontology#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
LABELS = {f"{SKOS}prefLabel", f"{SKOS}altLabel", f"{SKOS}hiddenLabel", f"{KG}demonym", f"{KG}capital"}

# Names that do stand for two: the article has to tell which.
AMBIGUOUS = {"RSF", "congolese", "dominican", "dominicans", "korean", "koreans", "george bush"}


@pytest.fixture(scope="module")
def known() -> list[Triple]:
    return [triple for path in FILES for triple in triples(path)]


def _values(known: list[Triple], key: str, predicate: str) -> list[str]:
    return sorted(t.object for t in known if t.subject == ENTITY + key and t.predicate == predicate)


def _states(known: list[Triple]) -> set[str]:
    return {t.subject.removeprefix(ENTITY) for t in known if t.object == f"{KG}State"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_rdflib_and_pyoxigraph_read_the_same_triples(path: Path) -> None:
    store = Store()
    store.load(path=str(path), format=RdfFormat.TURTLE)
    assert len(Graph().parse(path)) == len(store) > 0


def test_the_files_stay_small() -> None:
    assert sum(path.stat().st_size for path in FILES) < 1_500_000


def test_every_state_is_there_with_label_demonym_and_capital(known: list[Triple]) -> None:
    states = _states(known)
    assert len(states) == 197
    assert {"kosovo", "palestine", "taiwan", "turkey", "united-states", "vatican-city"} <= states
    assert {key for key in states if len(_values(known, key, f"{SKOS}prefLabel")) != 1} == set()
    assert {key for key in states if not _values(known, key, f"{KG}demonym")} == set()
    assert {key for key in states if not _values(known, key, f"{KG}capital")} == set()


def test_every_entity_has_one_label_and_the_key_that_follows_from_it(known: list[Triple]) -> None:
    labels = defaultdict(list)
    for triple in known:
        if triple.predicate == f"{SKOS}prefLabel":
            labels[triple.subject.removeprefix(ENTITY)].append(triple.object)
    assert {key: names for key, names in labels.items() if len(names) != 1} == {}
    odd = {key: label for key, (label,) in labels.items() if re.sub(r"-(17|18|19|20)\d\d$", "", key) != slug(label)}
    assert odd == {}


def test_no_entity_is_described_in_two_files() -> None:
    homes = defaultdict(set)
    for path in FILES:
        for key in re.findall(r"^entity:(\S+) a ", path.read_text(encoding="utf-8"), flags=re.MULTILINE):
            homes[key].add(path.name)
    assert homes
    assert {key: names for key, names in homes.items() if len(names) > 1} == {}


def test_whatever_is_pointed_at_is_described(known: list[Triple]) -> None:
    described = {triple.subject for triple in known if triple.predicate == f"{SKOS}prefLabel"}
    pointing = {f"{KG}seatOf", "http://www.w3.org/ns/org#member", "http://www.w3.org/ns/org#organization"}
    assert {triple.object for triple in known if triple.predicate in pointing} - described == set()


def test_wikidata_ids_stand_only_where_the_data_files_give_them() -> None:
    for path in FILES:
        ids = re.findall(r"skos:exactMatch (.*?) [;.]$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert bool(ids) == path.name.startswith("us-")
        assert all(re.fullmatch(r"<http://www\.wikidata\.org/entity/Q[1-9]\d*>", found) for found in ids)
        assert len(ids) == len(set(ids))


def test_only_the_names_listed_here_fit_two_entities(known: list[Triple]) -> None:
    fits = defaultdict(set)
    for triple in known:
        if triple.predicate in LABELS:
            fits[fold(triple.object)].add(triple.subject)
    assert {name for name, entities in fits.items() if len(entities) > 1} == AMBIGUOUS


@pytest.mark.parametrize(
    ("key", "predicate", "name"),
    [
        ("united-states", f"{SKOS}altLabel", "U.S."),
        ("united-states", f"{SKOS}altLabel", "America"),
        ("united-states", f"{KG}demonym", "Americans"),
        ("united-states", f"{KG}capital", "Washington, D.C."),
        ("united-kingdom", f"{SKOS}altLabel", "Britain"),
        ("united-kingdom", f"{KG}demonym", "Briton"),
        ("united-arab-emirates", f"{SKOS}altLabel", "UAE"),
        ("turkey", f"{SKOS}altLabel", "Türkiye"),
        ("russia", f"{SKOS}altLabel", "Russian Federation"),
        ("ukraine", f"{KG}capital", "Kiev"),
        ("netherlands", f"{KG}capital", "The Hague"),
        ("gaza-strip", f"{SKOS}altLabel", "Gaza"),
        ("institute-for-the-study-of-war", f"{SKOS}altLabel", "ISW"),
        ("donald-trump", f"{SKOS}hiddenLabel", "Trump"),
        ("bernie-sanders", f"{SKOS}altLabel", "Bernard Sanders"),
    ],
)
def test_names_that_news_uses(known: list[Triple], key: str, predicate: str, name: str) -> None:
    assert name in _values(known, key, predicate)


def test_the_kremlin_is_the_seat_of_russia(known: list[Triple]) -> None:
    assert _values(known, "kremlin", f"{KG}seatOf") == [f"{ENTITY}russia"]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("the UK", "united-kingdom"),
        ("the Emirates", "united-arab-emirates"),
        ("Burma", "myanmar"),
        ("the DRC", "democratic-republic-of-the-congo"),
        ("Cote d'Ivoire", "ivory-coast"),
        ("Holland", "netherlands"),
        ("Swaziland", "eswatini"),
        ("the Czech Republic", "czech-republic"),
        ("Turkiye", "turkey"),
        ("the Holy See", "vatican-city"),
        ("the Palestinian territories", "palestine"),
        ("the Republic of Kenya", "kenya"),
        ("Bosnia & Herzegovina", "bosnia-and-herzegovina"),
        ("the U.N. Security Council", "un-security-council"),
        ("OCHA", "un-office-for-the-coordination-of-humanitarian-affairs"),
        ("the U.N. nuclear watchdog", "international-atomic-energy-agency"),
        ("the Council of the EU", "council-of-the-european-union"),
        ("the AU", "african-union"),
        ("the IMF", "international-monetary-fund"),
        ("the WTO", "world-trade-organization"),
        ("ECOWAS", "economic-community-of-west-african-states"),
        ("the G-7", "g7"),
        ("the Red Cross", "red-cross"),
        ("the World Court", "international-court-of-justice"),
        ("the USSR", "soviet-union"),
    ],
)
def test_a_name_leads_to_one_entry(gazetteer: Gazetteer, name: str, key: str) -> None:
    assert [entry.entity.key for entry in gazetteer.candidates(name)] == [key]


def test_every_entry_has_a_type_of_its_kind(known: list[Triple]) -> None:
    described = {t.subject for t in known if t.predicate == f"{SKOS}prefLabel"}
    typed = {t.subject for t in known if t.object in {f"{KG}Actor", f"{KG}Territory"}}
    assert described == typed


def test_members_of_congress_have_all_their_terms_and_posts(gazetteer: Gazetteer) -> None:
    entry = gazetteer.entry("john-thune")
    assert entry is not None
    assert [(office.role, office.first and office.first.year) for office in entry.offices][:2] == [
        ("representative", 1997),
        ("senator", 2005),
    ]
    assert gazetteer.holders("majority-leader", "us-senate", date(2025, 6, 1)) == (entry.entity,)


def test_presidents_have_their_terms(known: list[Triple]) -> None:
    office = "https://w3id.org/newskg/id/office/donald-trump-president-2025"
    days = {t.predicate: t.object for t in known if t.subject == office and t.predicate.startswith(KG)}
    assert days == {f"{KG}validFrom": "2025-01-20", f"{KG}validTo": "2029-01-20"}


def test_the_files_are_what_the_script_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    data = Path(os.environ.get("NEWSKG_DATA", ROOT.parent / "shared" / "data")) / "gazetteer"
    if not data.is_dir():
        pytest.skip("no data folder (NEWSKG_DATA): the files cannot be made anew")
    pytest.importorskip("babel", reason="babel holds CLDR's names of countries")
    monkeypatch.syspath_prepend(FOLDER)
    generate = importlib.import_module("generate")
    assert generate.gazetteer(data) == {path.name: path.read_text(encoding="utf-8") for path in FILES}
