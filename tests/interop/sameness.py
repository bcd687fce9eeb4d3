"""What is compared between programs: a graph as a set of its quads, an answer as its rows."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.graph import Graph
from kg.store import SUFFIXES

FORMS = {suffix: ox.RdfFormat.from_extension(suffix[1:]) for suffix in SUFFIXES}

Rows = list[tuple[str, ...]]


@dataclass(frozen=True)
class Sample:
    """A graph with its files, graph.ttl, graph.nt, graph.trig and graph.nq, in a folder of its own."""

    graph: Graph
    folder: Path

    def file(self, suffix: str) -> Path:
        return self.folder / f"graph{suffix}"

    def quads(self, suffix: str) -> set[ox.Quad]:
        """What the file says; the flat ones in the default graph."""
        return set(ox.parse(path=str(self.file(suffix)), format=FORMS[suffix]))


def saved(graph: Graph, folder: Path) -> Sample:
    """The graph's files, written into the folder."""
    found = Sample(graph, folder)
    for suffix in FORMS:
        graph.save(found.file(suffix))
    return found


def quads(text: bytes) -> set[ox.Quad]:
    """N-Triples or N-Quads in, the set of their quads out, terms letter by letter."""
    return set(ox.parse(text, format=ox.RdfFormat.N_QUADS))


def rows(answer: bytes) -> Rows:
    """SPARQL Query Results JSON in, rows of terms as N-Triples out, "" where there is no value."""
    solutions = ox.parse_query_results(answer, format=ox.QueryResultsFormat.JSON)
    assert isinstance(solutions, ox.QuerySolutions)
    return [tuple("" if term is None else str(term) for term in solution) for solution in solutions]


def same_quads(done: subprocess.CompletedProcess[bytes], sample: Sample, suffix: str) -> None:
    """A program that was given a file has nothing to complain of, and says what the file says."""
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert quads(done.stdout) == sample.quads(suffix)
