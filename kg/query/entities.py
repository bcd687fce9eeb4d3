"""The entities of a graph with how each was chosen, so that every merge of names and articles can be reviewed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from rdflib import RDF, RDFS, SKOS, Graph, Literal, URIRef

from kg.query.questions import Answering, Result, conforming, query_text, run
from kg.query.table import Table
from kg.vocabulary import PREFIXES, shorten

COLUMNS = ("label", "entity", "types", "names", "links", "statements", "articles", "chosen", "candidates")
"""The columns of the table and of CSV, one entity a row."""

PRONOUNS = frozenset("he him his she her hers it its they them their we us our i me my you your who which".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a mention could have been, too."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class Met:
    """A mention of an entity: where it stands (code points), its words, and how sure and why the entity was chosen."""

    article: str
    begin: int
    end: int
    text: str
    score: float
    reason: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """One entity of a graph. ``links`` are its matches in other data sets (Wikidata); ``types`` prefixed names."""

    iri: str
    label: str
    types: tuple[str, ...]
    links: tuple[str, ...]
    statements: int
    articles: tuple[str, ...]
    mentions: tuple[Met, ...]

    @property
    def names(self) -> list[str]:
        """The other names it was met by, pronouns left out; the most frequent first."""
        texts = (" ".join(met.text.split()) for met in self.mentions)
        met = Counter(text for text in texts if text != self.label and text.casefold() not in PRONOUNS)
        return sorted(met, key=lambda name: (-met[name], name))

    @property
    def chosen(self) -> list[str]:
        """How it was chosen: "3 × 0.95 another of its names", the most frequent first."""
        ways = Counter((met.score, met.reason) for met in self.mentions)
        ordered = sorted(ways.items(), key=lambda way: (-way[1], -way[0][0], way[0][1]))
        return [f"{count} × {score:.2f} {reason}" for (score, reason), count in ordered]

    @property
    def candidates(self) -> list[Candidate]:
        """What else its mentions could have been, each once, by IRI."""
        found = {other for met in self.mentions for other in met.candidates}
        return sorted(found, key=lambda other: other.iri)


@dataclass(frozen=True, slots=True, repr=False)
class Entities(Table):
    """The entities of a graph, by label."""

    rows: tuple[Listed, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Listed]:
        return iter(self.rows)

    def table(self) -> Result:
        """One entity a row, as ``COLUMNS`` say; several values of a column are joined by "; ", ways by " | "."""
        return Result(COLUMNS, tuple(tuple(map(_cell, _columns(row))) for row in self.rows))

    def to_json(self) -> str:
        """Everything as JSON, every mention included."""
        rows = [{**asdict(row), "names": row.names, "chosen": row.chosen} for row in self.rows]
        return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"

    def to_ttl(self) -> str:
        """The entities as SKOS, to start a file of decisions from.

        ``skos:note`` tells how each was chosen, ``rdfs:seeAlso`` names the candidates. As it is the file changes
        nothing; with ``skos:exactMatch`` in place of a ``rdfs:seeAlso`` it says that the two are one (``--same``).
        """
        graph = Graph(bind_namespaces="none")
        for prefix, namespace in PREFIXES.items():
            graph.bind(prefix, namespace)
        for row in self.rows:
            entity = URIRef(row.iri)
            graph.add((entity, SKOS.prefLabel, Literal(row.label, lang="en")))
            for name in row.types:
                prefix, _, local = name.partition(":")
                graph.add((entity, RDF.type, URIRef(PREFIXES[prefix] + local if prefix in PREFIXES else name)))
            for name in row.names:
                graph.add((entity, SKOS.altLabel, Literal(name, lang="en")))
            for link in row.links:
                graph.add((entity, SKOS.exactMatch, URIRef(link)))
            for way in row.chosen:
                graph.add((entity, SKOS.note, Literal(way, lang="en")))
            for other in row.candidates:
                graph.add((entity, RDFS.seeAlso, URIRef(other.iri)))
        return graph.serialize(format="turtle")


@conforming()
def entities(dataset: Answering | Graph) -> Entities:
    """A graph in, the entities that its articles speak of out."""
    described: dict[str, dict[str, list[str]]] = {}
    for iri, key, value in _rows(dataset, "described"):
        described.setdefault(str(iri), {}).setdefault(str(key), []).append(str(value))
    mentions = _mentions(dataset)
    found = [
        Listed(
            iri,
            next(iter(values["label"])),
            tuple(shorten(name) for name in values.get("types", ())),
            tuple(values.get("links", ())),
            len(values.get("statements", ())),
            tuple(values.get("articles", ())),
            tuple(mentions.get(iri, ())),
        )
        for iri, values in described.items()
        if "label" in values
    ]
    return Entities(tuple(sorted(found, key=lambda row: (row.label.casefold(), row.iri))))


def _columns(row: Listed) -> tuple[str | int, ...]:
    others = [f"{other.label} ({shorten(other.iri)})" for other in row.candidates]
    types, names, links, candidates = map("; ".join, (row.types, row.names, row.links, others))
    counts = row.statements, len(row.articles)
    return row.label, shorten(row.iri), types, names, links, *counts, " | ".join(row.chosen), candidates


def _cell(value: str | int) -> Literal | None:
    return None if value == "" else Literal(value)


def _mentions(dataset: Answering | Graph) -> dict[str, list[Met]]:
    """The mentions of each entity, by article and place."""
    found: dict[tuple[str, ...], list[Candidate]] = {}
    for row in _rows(dataset, "mentions"):
        *mention, candidate, label = row
        others = found.setdefault(tuple(map(str, mention)), [])
        if candidate is not None:
            others.append(Candidate(str(candidate), str(label)))
    mentions: dict[str, list[Met]] = {}
    for (iri, article, begin, end, text, score, reason), others in found.items():
        met = Met(article, int(begin), int(end), text, float(score), reason, tuple(others))
        mentions.setdefault(iri, []).append(met)
    return mentions


def _rows(dataset: Answering | Graph, name: str) -> list[tuple[URIRef | Literal | None, ...]]:
    text = query_text(f"entities/{name}")
    return run(dataset, text)[1]
