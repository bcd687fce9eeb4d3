"""A graph in, a file for another program out. What writes it is ``kg.export.writing``, which is slow to import."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from kg.errors import KgError


class Format(StrEnum):
    """What a graph can be written as."""

    turtle = "turtle"
    trig = "trig"
    nquads = "nquads"
    ntriples = "ntriples"
    jsonld = "jsonld"
    rdfxml = "rdfxml"
    rdf12 = "rdf12"
    graphml = "graphml"
    gexf = "gexf"
    csv = "csv"
    annotations = "annotations"


ENDINGS = {
    ".ttl": Format.turtle,
    ".trig": Format.trig,
    ".nq": Format.nquads,
    ".nt": Format.ntriples,
    ".jsonld": Format.jsonld,
    ".rdf": Format.rdfxml,
    ".graphml": Format.graphml,
    ".gexf": Format.gexf,
    ".csv": Format.csv,
}
"""What a file is by the ending of its name."""


def format_of(path: str | Path) -> Format:
    """A file's name in, its format out. KgError where the ending does not tell."""
    try:
        return ENDINGS[Path(path).suffix.lower()]
    except KeyError:
        raise KgError(f"{path}: the name does not tell the format; give --format {'|'.join(Format)}.") from None
