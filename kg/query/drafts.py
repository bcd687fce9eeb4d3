"""A file of corrections to start from: each statement is open, and what it says stands beside it as comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import XSD, Literal

from kg.query.uncertain import Said, Uncertain
from kg.vocabulary import PREFIXES, expand, range_of

HEAD = f"""\
# Corrections of statements, for `kg build --corrections FILE`. What is open stays as it is.
# Write verdict:right or verdict:wrong; or take out the line of the verdict and the # of a line below it, and write what
# is right. "kg:without kg:speaker" says that there is none. Then name yourself. docs/corrections.md tells the rest.

@prefix kg: <{PREFIXES["kg"]}> .
@prefix verdict: <https://w3id.org/newskg/scheme/verdict/> .
@prefix ent: <{PREFIXES["ent"]}> .
@prefix org: <{PREFIXES["org"]}> .
@prefix rdf: <{PREFIXES["rdf"]}> .
@prefix rdfs: <{PREFIXES["rdfs"]}> .
@prefix skos: <{PREFIXES["skos"]}> .
@prefix xsd: <{PREFIXES["xsd"]}> .
"""
PLAIN = (XSD.decimal, XSD.integer)


def draft(rows: Iterable[Uncertain]) -> str:
    """Statements in, Turtle out."""
    return "\n".join([HEAD, *(_block(number, row) for number, row in enumerate(rows, 1))])


def _block(number: int, row: Uncertain) -> str:
    by = f"{row.by}: " if row.by else ""
    name = row.statement.replace("/id/statement/", "/id/correction/")
    lines = [
        _comment(f"{number}. {row.confidence:.2f} {by}{row.says} ({row.certainty}), in {row.title or row.article}"),
        *(_comment(f"   {doubt}") for doubt in row.doubts),
        f"<{name}> a kg:Correction ;",
        f"    kg:corrects <{row.statement}> ;",
        *(f"    kg:evidence <{mention}> ;" for mention in row.evidence[:1]),
        f"    skos:note {Literal(_line(row.sentence)).n3()} ;",
        "    kg:verdict verdict:open ;",
        *_values(row.said),
        '#   kg:decidedOn "YYYY-MM-DD"^^xsd:date ;',
        '    rdfs:comment "" ; # why',
        '    kg:decidedBy "" . # who',
    ]
    return "\n".join(lines) + "\n"


def _values(said: Iterable[Said]) -> Iterator[str]:
    for one in said:
        label = f" {_comment(one.label)}" if one.label else ""
        yield f"#   {one.property} {_turtle(one)} ;{label}"


def _turtle(one: Said) -> str:
    """A value as it stands in Turtle, by the range of its property."""
    wanted = range_of(expand(one.property))
    if wanted in PLAIN:
        return one.value
    if one.is_iri:
        return f"<{one.value}>"
    datatype = f"^^xsd:{wanted.removeprefix(str(XSD))}" if wanted in (XSD.date, XSD.duration) else ""
    return Literal(_line(one.value)).n3() + datatype


def _comment(text: str) -> str:
    return f"# {_line(text)}"


def _line(text: str) -> str:
    """Words on one line, without what a terminal or a parser would obey."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())
