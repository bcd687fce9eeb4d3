"""Jena reads every form at its strictest, and its SHACL finds what ours finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, SH, Graph
from sameness import FORMS, Sample, same_quads
from servers import Run

from kg.validate import validate
from kg.vocabulary import folder, ontology_files


@pytest.mark.parametrize("suffix", FORMS)
def test_riot_reads_it(jena: Run, sample: Sample, suffix: str) -> None:
    # --strict and --check make it complain of IRIs and literals that others let pass.
    done = jena("riotcmd.riot", "--strict", "--check", "--output=nquads", sample.file(suffix))
    same_quads(done, sample, suffix)


def test_riot_validates_the_turtle_the_ontology_and_the_gazetteer(jena: Run, seeds: Sample, odd: Sample) -> None:
    ours = [*ontology_files(), folder("ontology") / "shapes.ttl", *(folder("seeds") / "gazetteer").glob("*.ttl")]
    done = jena("riotcmd.riot", "--validate", "--strict", seeds.file(".ttl"), odd.file(".ttl"), *ours)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_its_shacl_finds_what_ours_finds(jena: Run, seeds: Sample, tmp_path: Path) -> None:
    rules, data = tmp_path / "rules.ttl", tmp_path / "data.ttl"
    rules.write_bytes(b"".join(path.read_bytes() for path in [*ontology_files(), folder("ontology") / "shapes.ttl"]))
    data.write_bytes(seeds.file(".ttl").read_bytes() + rules.read_bytes())
    report = Graph().parse(data=jena("shacl.shacl", "validate", "--shapes", rules, "--data", data).stdout)
    found = [
        (str(report.value(node, SH.focusNode)), str(report.value(node, SH.resultMessage)))
        for node in report.subjects(RDF.type, SH.ValidationResult)
    ]
    assert sorted(found) == sorted((one.node, one.message) for one in validate(seeds.graph.store.oxigraph))
