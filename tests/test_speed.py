"""How fast the line is: run by `make test` once, to see that it runs, and measured by `make bench`."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from reading import read_all
from spacy.language import Language

from kg.annotate import annotate
from kg.extract import extract
from kg.pipeline import Build, assemble, run
from kg.store import open_store, parts_of, serialize, write
from kg.vocabulary import Gazetteer


def test_the_line_keeps_its_share_of_the_bare_pipelines_speed(
    benchmark: BenchmarkFixture,
    root: Path,
    english: Language,
    gazetteer: Gazetteer,
    capsys: pytest.CaptureFixture[str],
) -> None:
    texts = [article.text for article in read_all(root / "seeds")]
    words = sum(len(text.split()) for text in texts)
    bare: list[float] = []

    def measure_bare() -> None:
        began = time.perf_counter()
        for text in texts:
            english(text)
        bare.append(time.perf_counter() - began)

    def line() -> Build:
        return assemble(run([str(root / "seeds")], english, gazetteer))

    made = benchmark.pedantic(line, setup=measure_bare, rounds=7, warmup_rounds=1)
    assert len(made.outcomes) == len(texts)
    if benchmark.enabled:
        whole = benchmark.stats.stats.min
        with capsys.disabled():
            sys.stdout.write(
                f"\nwords a second: bare pipeline {words / min(bare):,.0f}, whole line {words / whole:,.0f}"
                f" ({min(bare) / whole:.0%}; at least 60% is asked for)\n"
            )


def test_extraction_adds_little_to_the_bare_pipeline(
    benchmark: BenchmarkFixture, root: Path, english: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = read_all(root / "seeds")
    docs = [doc for doc, _ in annotate(articles, english)]
    bare: list[float] = []

    def measure_bare() -> None:
        began = time.perf_counter()
        for article in articles:
            english(article.text)
        bare.append(time.perf_counter() - began)

    def extraction() -> int:
        return sum(len(list(extract(doc, article))) for doc, article in zip(docs, articles, strict=True))

    found = benchmark.pedantic(extraction, setup=measure_bare, rounds=7, warmup_rounds=1)
    assert found
    if benchmark.enabled:
        share = benchmark.stats.stats.min / min(bare)
        with capsys.disabled():
            sys.stdout.write(f"\nextraction takes {share:.0%} of the bare pipeline's time (at most 25% is asked for)\n")


def test_a_cold_build_of_one_article(benchmark: BenchmarkFixture, root: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kg", "build", str(root / "seeds" / "flood-osk.txt"), "-o", str(tmp_path)]

    def build() -> None:
        subprocess.run(command, check=True, capture_output=True)

    benchmark.pedantic(build, rounds=3, warmup_rounds=1)
    assert (tmp_path / "graph.html").is_file()


def copy(nquads: bytes, number: int) -> bytes:
    """A graph in, one out that is alike but for the hashes in its IRIs."""
    return re.sub(
        rb"(?<=/)[0-9a-f]{16}\b", lambda found: b"%016x" % (int(found[0], 16) * (2 * number + 1) % 16**16), nquads
    )


@pytest.mark.parametrize("suffix", [".ttl", ".nq"])
def test_a_store_is_written(
    benchmark: BenchmarkFixture,
    root: Path,
    english: Language,
    gazetteer: Gazetteer,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    suffix: str,
) -> None:
    made = assemble(run([str(root / "seeds")], english, gazetteer))
    many = tmp_path / "many.nq"
    one = write(made.quads, ".nq")
    many.write_bytes(b"".join(copy(one, number) for number in range(50 if benchmark.enabled else 2)))
    store = open_store(tmp_path / "store")
    store.load(many)

    def written() -> int:
        with (tmp_path / f"graph{suffix}").open("wb") as file:
            serialize(parts_of(store.oxigraph), suffix, file)
            return file.tell()

    assert benchmark.pedantic(written, rounds=3, warmup_rounds=1)
    if benchmark.enabled:
        speed = len(store) / benchmark.stats.stats.min
        with capsys.disabled():
            sys.stdout.write(
                f"\n{suffix}: {speed:,.0f} of {len(store):,} triples a second (at least 150,000 are asked for)\n"
            )
