"""A server of the tests, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import graph_sample as sample

from kg.build import build, combine
from kg.store import write

QUADS = combine(
    [
        *build(sample.ARTICLE, sample.STATEMENTS, sample.GROUNDINGS),
        *build(sample.SECOND_ARTICLE, sample.SECOND_STATEMENTS, sample.SECOND_GROUNDINGS),
    ]
)
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def graph_file(folder: Path) -> Path:
    """A small graph on disk."""
    path = folder / "graph.trig"
    path.write_bytes(write(QUADS, ".trig"))
    return path


@contextmanager
def serving(path: Path, bounds: str = "") -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The URL of a server (without the last stroke) and its process; ``bounds`` as the arguments of kg.serve.Bounds."""
    code = (
        "import sys; from kg.serve import Bounds, serve; "
        f"serve(sys.argv[1], port=0, bounds=Bounds({bounds}), ready=lambda url: print(url, flush=True))"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        yield process.stdout.readline().strip().removesuffix("/"), process
    finally:
        process.terminate()
        process.wait(10)


def children(process: subprocess.Popen[str]) -> list[int]:
    """The processes that a server answers with."""
    return [
        int(stat.parent.name)
        for stat in Path("/proc").glob("[0-9]*/stat")
        if stat.read_text().rpartition(")")[2].split()[1] == str(process.pid)
    ]
