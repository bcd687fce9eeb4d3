"""Writes the shipped gazetteer: ``python seeds/gazetteer/generate.py DATA_DIR``.

In: the tables beside this file (ours), CLDR's English names of countries (babel), and ``DATA_DIR/gazetteer`` with
``executive.yaml`` and ``legislators-current.yaml`` of unitedstates/congress-legislators (CC0).
Out: five ``.ttl`` files beside this file, the same bytes for the same input.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from rdflib import FOAF, ORG, RDF, SKOS, XSD, Graph, Literal, Namespace, URIRef

from kg.vocabulary import role_iri, slug

HERE = Path(__file__).parent
KG = Namespace("https://w3id.org/newskg/ontology#")
ENTITY = Namespace("https://w3id.org/newskg/id/entity/")
OFFICE = Namespace("https://w3id.org/newskg/id/office/")
WIKIDATA = Namespace("http://www.wikidata.org/entity/")

# The role of a term in the data files, and the body that it is a role of.
ROLES = {
    "prez": ("president", "United States"),
    "viceprez": ("vice president", "United States"),
    "sen": ("senator", "US Senate"),
    "rep": ("representative", "US House of Representatives"),
    "Speaker of the House": ("speaker", "US House of Representatives"),
    "House Majority Leader": ("majority leader", "US House of Representatives"),
    "House Minority Leader": ("minority leader", "US House of Representatives"),
    "House Majority Whip": ("majority whip", "US House of Representatives"),
    "House Minority Whip": ("minority whip", "US House of Representatives"),
    "Senate Majority Leader": ("majority leader", "US Senate"),
    "Senate Minority Leader": ("minority leader", "US Senate"),
    "Senate Majority Whip": ("majority whip", "US Senate"),
    "Senate Minority Whip": ("minority whip", "US Senate"),
    "President Pro Tempore of the Senate": ("president pro tempore", "US Senate"),
}
GAP = timedelta(days=31)
"""A term that begins sooner after another of the same office goes on with it."""


@dataclass(frozen=True, slots=True)
class Term:
    """An office held from one day to another, "" where it still is; ``kind`` is a key of ROLES."""

    kind: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Person:
    """A holder of an office. ``surnames`` are family names that mean this person where they stand alone."""

    key: str
    name: str
    aliases: tuple[str, ...]
    surnames: tuple[str, ...]
    born: str
    wikidata: str
    terms: tuple[Term, ...]


def main(arguments: list[str]) -> None:
    """Command line in, files out."""
    if len(arguments) != 1:
        sys.exit("usage: python seeds/gazetteer/generate.py DATA_DIR")
    data = Path(arguments[0]) / "gazetteer"
    if not data.is_dir():
        sys.exit(f"{data}: no such folder; name the folder that holds gazetteer/executive.yaml")
    for name, text in gazetteer(data).items():
        (HERE / name).write_text(text, encoding="utf-8")


def gazetteer(data: Path) -> dict[str, str]:
    """The folder with the two data files in, each Turtle file's name and text out."""
    executive = list(_executive(data / "executive.yaml"))
    congress = list(_congress(data / "legislators-current.yaml"))
    executive, congress = _with_keys_apart(executive, congress)
    return {
        "bodies.ttl": _turtle(_bodies()),
        "countries.ttl": _turtle(_countries()),
        "regions.ttl": _turtle(_regions()),
        "us-congress.ttl": _turtle(_people(congress)),
        "us-executive.ttl": _turtle(_people(executive)),
    }


def _countries() -> Graph:
    cldr, graph = _cldr_names(), _graph()
    for row in _table("states.csv"):
        name = _state_name(row, cldr)
        entity = _entity(graph, name, [KG.State, KG.Actor, KG.Territory], _cell(row, "aliases"))
        _words(graph, entity, KG.demonym, _cell(row, "demonyms"))
        _words(graph, entity, KG.capital, _cell(row, "capitals"))
    return graph


def _regions() -> Graph:
    graph = _graph()
    for row in _table("regions.csv"):
        types = [KG.Territory, KG.Actor] if row["governed"] else [KG.Territory]
        entity = _entity(graph, row["name"], types, _cell(row, "aliases"))
        _words(graph, entity, KG.demonym, _cell(row, "demonyms"))
    return graph


def _bodies() -> Graph:
    cldr, graph = _cldr_names(), _graph()
    states = {row["code"]: _state_name(row, cldr) for row in _table("states.csv")}
    for row in _table("bodies.csv"):
        entity = _entity(graph, row["name"], [KG.Actor, ORG.Organization], _cell(row, "aliases"))
        if row["seat_of"]:
            graph.add((entity, KG.seatOf, ENTITY[slug(states[row["seat_of"]])]))
    return graph


def _people(people: Iterable[Person]) -> Graph:
    graph = _graph()
    for person in people:
        entity = _entity(graph, person.name, [KG.Actor, FOAF.Person], person.aliases, key=person.key)
        _words(graph, entity, SKOS.hiddenLabel, person.surnames)
        if person.wikidata:
            graph.add((entity, SKOS.exactMatch, WIKIDATA[person.wikidata]))
        for term in person.terms:
            _membership(graph, person, term)
    return graph


def _membership(graph: Graph, person: Person, term: Term) -> None:
    role, body = ROLES[term.kind]
    office = OFFICE[f"{person.key}-{slug(role)}-{term.first[:4]}"]
    graph.add((office, RDF.type, ORG.Membership))
    graph.add((office, ORG.member, ENTITY[person.key]))
    graph.add((office, ORG.role, role_iri(role)))
    graph.add((office, ORG.organization, ENTITY[slug(body)]))
    graph.add((office, KG.validFrom, Literal(term.first, datatype=XSD.date)))
    if term.last:
        graph.add((office, KG.validTo, Literal(term.last, datatype=XSD.date)))


def _executive(path: Path) -> Iterator[Person]:
    """Presidents and vice presidents with every term; the table says how news names them."""
    news = {row["govtrack"]: row for row in _table("us-executive.csv")}
    for record in _records(path):
        row = news.get(str(record["id"]["govtrack"]), {})
        person = _person(record, record["terms"], row.get("name"))
        surnames = (record["name"]["last"],) if row.get("surname_alone") else ()
        yield replace(person, aliases=(*person.aliases, *_cell(row, "aliases")), surnames=surnames)


def _congress(path: Path) -> Iterator[Person]:
    """Members of Congress with all their terms, terms that follow each other as one, and the posts they lead."""
    for record in _records(path):
        person = _person(record, record["terms"], None)
        led = [
            Term(role["title"], role["start"], role.get("end", ""))
            for role in record.get("leadership_roles", ())
            if role["title"] in ROLES
        ]
        yield replace(person, terms=(*_joined(person.terms), *_joined(led)))


def _joined(terms: Iterable[Term]) -> list[Term]:
    """Terms with those of one office that follow each other as one."""
    joined: list[Term] = []
    for term in sorted(terms, key=lambda term: (term.kind, term.first)):
        last = joined[-1] if joined else None
        if last and last.kind == term.kind and _days(last.last, term.first) <= GAP:
            joined[-1] = replace(last, last=term.last)
        else:
            joined.append(term)
    return joined


def _days(first: str, last: str) -> timedelta:
    return date.fromisoformat(last) - date.fromisoformat(first)


def _person(record: dict[str, Any], terms: list[dict[str, str]], news_name: str | None) -> Person:
    names = _names(record)
    label = news_name or names[0]
    return Person(
        key=slug(label),
        name=label,
        aliases=tuple(name for name in names if name != label),
        surnames=(),
        born=record["bio"]["birthday"],
        wikidata=record["id"].get("wikidata", ""),
        terms=tuple(Term(term["type"], term["start"], term["end"]) for term in terms),
    )


def _names(record: dict[str, Any]) -> list[str]:
    """The forms of a person's name, the one that news uses first: "Bernie Sanders", "Bernard Sanders"."""
    name = record["name"]
    title = re.sub(r" \(.*", "", record["id"].get("wikipedia", ""))  # "Jack Reed (Rhode Island politician)"
    first, last = name["first"], name["last"]
    given = [name[part] for part in ("nickname", "first") if part in name]
    middle = [f"{first} {name['middle']}"] if "middle" in name else []
    official = re.sub(r" [\"“].*[\"”]", "", name.get("official_full", "")).replace(", ", " ")
    forms = [title, *(f"{front} {last}" for front in [*given, *middle]), official]
    return list(dict.fromkeys(form for form in forms if form))


def _with_keys_apart(*groups: list[Person]) -> Iterator[list[Person]]:
    """The groups with no key twice: people of one label get their year of birth. No alias is another's label."""
    keys = Counter(person.key for group in groups for person in group)
    labels = {person.name for group in groups for person in group}
    for group in groups:
        yield [
            replace(
                person,
                key=person.key if keys[person.key] == 1 else f"{person.key}-{person.born[:4]}",
                aliases=tuple(alias for alias in person.aliases if alias not in labels),
            )
            for person in group
        ]


def _graph() -> Graph:
    graph = Graph(bind_namespaces="none")
    prefixes = {"kg": KG, "org": ORG, "foaf": FOAF, "skos": SKOS, "xsd": XSD, "entity": ENTITY, "office": OFFICE}
    for prefix, namespace in prefixes.items():
        graph.bind(prefix, namespace)
    return graph


def _turtle(graph: Graph) -> str:
    return graph.serialize(format="turtle")


def _entity(graph: Graph, name: str, types: list[URIRef], aliases: Iterable[str], key: str = "") -> URIRef:
    entity = ENTITY[key or slug(name)]
    for kind in types:
        graph.add((entity, RDF.type, kind))
    _words(graph, entity, SKOS.prefLabel, [name])
    _words(graph, entity, SKOS.altLabel, aliases)
    return entity


def _words(graph: Graph, entity: URIRef, kind: URIRef, words: Iterable[str]) -> None:
    for word in words:
        graph.add((entity, kind, Literal(word, lang="en")))


def _cldr_names() -> Mapping[str, str]:
    names: Mapping[str, str] = Locale("en").territories
    return names


def _state_name(row: dict[str, str], cldr: Mapping[str, str]) -> str:
    return row["name"] or _plain(cldr[row["code"]])


def _plain(name: str) -> str:
    """CLDR's short forms as news prints them: "Bosnia & Herzegovina" is "Bosnia and Herzegovina"."""
    return name.replace(" & ", " and ").replace("’", "'")


def _table(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _cell(row: dict[str, str], column: str) -> list[str]:
    return [word for word in row.get(column, "").split(";") if word]


def _records(path: Path) -> list[dict[str, Any]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml, where it is there, is ten times as fast
    records: list[dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    return records


if __name__ == "__main__":
    main(sys.argv[1:])
