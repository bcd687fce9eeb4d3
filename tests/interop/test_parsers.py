"""Every form of the graph reads in other people's parsers without a complaint, as the same quads."""

from __future__ import annotations

import subprocess

import pytest
from sameness import FORMS, Sample, same_quads
from servers import Run, program

# As each program calls the four forms.
NAMES = {
    ".ttl": ("turtle", "Turtle"),
    ".nt": ("ntriples", "N-Triples"),
    ".trig": ("trig", "TriG"),
    ".nq": ("nquads", "N-Quads"),
}
# JSON-LD and RDF/XML go here, for the programs that read them, once `kg export` writes them.

every_form = pytest.mark.parametrize("suffix", FORMS)


@every_form
@pytest.mark.parametrize(("name", "package"), [("rapper", "Debian's raptor2-utils"), ("serdi", "Debian's serdi")])
def test_a_parser_in_c(name: str, package: str, sample: Sample, suffix: str) -> None:
    options = ["-q"] if name == "rapper" else []
    command = [program(name, package), *options, "-i", NAMES[suffix][0], "-o", "nquads", str(sample.file(suffix))]
    same_quads(subprocess.run(command, capture_output=True, timeout=60), sample, suffix)


@every_form
def test_n3_js(node: Run, sample: Sample, suffix: str) -> None:
    same_quads(node("parse.cjs", NAMES[suffix][1], text=sample.file(suffix).read_bytes()), sample, suffix)
