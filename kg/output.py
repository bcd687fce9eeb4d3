"""What a build leaves in its output folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from kg.files import put_file
from kg.listing import line
from kg.pipeline import Build
from kg.store import write


def write_outputs(build: Build, folder: Path) -> None:
    """A build in, its files out: graph.ttl, graph.trig, statements.jsonl, graph.html. KgError."""
    contents = {
        "graph.ttl": write(build.quads, ".ttl"),
        "graph.trig": write(build.quads, ".trig"),
        "statements.jsonl": "".join(map(line, build.outcomes)).encode(),
        "graph.html": build.graph().html().encode(),
    }
    for name, data in contents.items():
        put_file(folder / name, data)


def write_provenance(provenance: Mapping[str, str], folder: Path) -> None:
    """Which pipeline a graph was made with in (see ``models.provenance``), model.json out. KgError."""
    put_file(folder / "model.json", (json.dumps(provenance, indent=1) + "\n").encode())
