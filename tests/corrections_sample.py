"""Corrections of the statements of ``graph_sample``: their IRIs, files of corrections, and graphs made with them."""

from __future__ import annotations

from pathlib import Path

import graph_sample as sample

from kg.build import build, combine, statement_of
from kg.corrections import Corrected, corrected
from kg.graph import Graph, graph_of
from kg.model import Entity, Statement
from kg.vocabulary import Corrections, Gazetteer, GazetteerEntry, Quad

PREFIXES = """@prefix ent: <https://w3id.org/newskg/id/entity/> .
@prefix st: <https://w3id.org/newskg/id/statement/> .
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix v: <https://w3id.org/newskg/scheme/verdict/> .
@prefix act: <https://w3id.org/newskg/scheme/speech-act/> .
@prefix fact: <https://w3id.org/newskg/scheme/factuality/> .
@prefix status: <https://w3id.org/newskg/scheme/status/> .
@prefix control: <https://w3id.org/newskg/scheme/control/> .
@prefix channel: <https://w3id.org/newskg/scheme/channel/> .
@prefix c: <https://w3id.org/newskg/id/correction/> .
"""
GAZETTEER = Gazetteer(
    [
        GazetteerEntry(Entity("osk", "Osk", ("kg:Actor", "kg:Territory"), ("City of Osk",))),
        GazetteerEntry(Entity("vell-a", "A. Vell", ("foaf:Person", "kg:Actor"), ("Tia Vell",))),
        GazetteerEntry(Entity("vell-b", "B. Vell", ("foaf:Person", "kg:Actor"), ("Tia Vell",))),
    ]
)
WRONG = "kg:verdict v:wrong"
BY = 'kg:decidedBy "Ida Lund"'


def iri(statement: Statement) -> str:
    found = statement_of(statement, sample.ARTICLE, sample.GROUNDINGS)
    assert found
    return found


def name(statement: Statement) -> str:
    return f"st:{iri(statement).rpartition('/')[2]}"


EAST, SHARE, DENIAL, OUTER, INNER, ROLE = map(
    name,
    (
        sample.EAST_STATEMENT,
        sample.SHARE_STATEMENT,
        sample.DENIAL,
        sample.OUTER,
        sample.INNER,
        sample.ROLE_STATEMENT,
    ),
)
STATEMENTS = (sample.ROLE_STATEMENT, sample.EAST_STATEMENT, sample.SHARE_STATEMENT, sample.DENIAL)
STATEMENTS += (sample.OUTER, sample.INNER)


def apply(corrections: Corrections) -> Corrected:
    return corrected(sample.ARTICLE, STATEMENTS, sample.GROUNDINGS, corrections)


def quads_of(made: Corrected) -> list[Quad]:
    return combine(build(sample.ARTICLE, made.statements, made.groundings, made.revisions))


def graph(corrections: Corrections) -> Graph:
    made = apply(corrections)
    assert made.failed == ()
    return graph_of(quads_of(made))


def read(folder: Path, *texts: str) -> Corrections:
    """Corrections of files with these texts."""
    paths = [folder / f"{number}.ttl" for number, _ in enumerate(texts)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(PREFIXES + text, encoding="utf-8")
    return Corrections.read(paths, GAZETTEER)


def now(made: Corrected, before: str) -> Statement:
    """What a statement has become."""
    [one] = [one for one in made.revisions if one.before.endswith(before.removeprefix("st:"))]
    assert one.after is not None
    return one.after
