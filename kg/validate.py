"""Does a graph keep the ontology's rules? SHACL shapes, checked by pySHACL."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from rdflib import RDF, SH, Graph, URIRef
from rdflib.term import Node

from kg.vocabulary import folder, ontology_files, shorten


class Violation(NamedTuple):
    """A node that breaks a rule: "Violation", "Warning" or "Info", the node, the property, the value and the rule."""

    severity: str
    node: str
    path: str
    value: str
    message: str


def validate(graph: Any) -> list[Violation]:
    """A graph in, what breaks the shapes out, sorted; only severity "Violation" is an error.

    ``graph`` is an rdflib graph or dataset, or an Oxigraph store (``Store.oxigraph``), which is ten times as fast.
    """
    from pyshacl import validate as check  # slow to import

    _, report, _ = check(
        graph,
        shacl_graph=_read([folder("ontology") / "shapes.ttl", *_blocks()]),
        ont_graph=_read(ontology_files()),
        allow_warnings=True,
    )
    assert isinstance(report, Graph)
    return sorted(_violation(report, node) for node in report.subjects(RDF.type, SH.ValidationResult))


def _blocks() -> list[Path]:
    return sorted((folder("ontology") / "contents").glob("*.ttl"))


def _read(paths: list[Path]) -> Graph:
    graph = Graph()
    for path in paths:
        graph.parse(path, format="turtle")
    return graph


def _violation(report: Graph, node: Node) -> Violation:
    def value(predicate: URIRef) -> str:
        found = report.value(node, predicate)
        return "" if found is None else str(found)

    return Violation(
        value(SH.resultSeverity).rpartition("#")[2],
        value(SH.focusNode),
        shorten(value(SH.resultPath)),
        value(SH.value),
        " ".join(value(SH.resultMessage).split()),
    )
