"""An archive that grows: `make bench` measures what an article more costs, one worker against two, and the memory.

Nothing of it is asserted; in ordinary runs the same code fills a small store, to see that it runs.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median

import pytest
from newsroom import articles, texts

from kg.archive import Archive, Line, Settings, by_cluster, by_one, by_several, entry, fill
from kg.archive.filling import Worked
from kg.build import build
from kg.pipeline import Outcome
from kg.read import find
from kg.store import Entry, open_store

WINDOW = 50
"""Articles over which the cost of one is taken, its median."""
TOGETHER = 64
"""Articles that are added at once where their cost is not measured."""
MEMORY = """
import resource, sys
from functools import partial
from kg.archive import *
from kg.read import find
from kg.store import open_store

line = Line(Settings())
archive = Archive(open_store(sys.argv[1] + "/store"))
for fate in fill(archive, find(sys.argv[1] + "/news"), line, partial(by_one, line=line)):
    pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def tell(capsys: pytest.CaptureFixture[str], words: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{words}\n")


def entries(number: int) -> Iterator[Entry]:
    """Entries of generated articles, as the line would make them."""
    for told in articles(number, seed=1):
        made = Outcome(told.article, told.statements, told.groundings, (), tuple(build(*told)))
        yield entry(made, told.article.stem)


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def news(folder: Path, number: int) -> Path:
    """A folder of generated articles."""
    folder.mkdir(parents=True)
    for name, text in texts(number, seed=1):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def measured(request: pytest.FixtureRequest) -> bool:
    """True in `make bench`."""
    return bool(request.config.getoption("benchmark_enable"))


def test_what_an_article_more_costs(tmp_path: Path, measured: bool, capsys: pytest.CaptureFixture[str]) -> None:
    places = (100, 500, 1_000, 2_000, 5_000, 10_000) if measured else (60,)
    archive, coming, costs = Archive(open_store(tmp_path / "store")), entries(places[-1]), dict[int, float]()
    for place in places:
        while len(archive.store.ledger) < place - WINDOW:  # what comes between is added many at once
            archive.add(list(islice(coming, min(TOGETHER, place - WINDOW - len(archive.store.ledger)))))
        costs[place] = median(seconds(partial(archive.add, [one])) for one in islice(coming, WINDOW))
    assert len(archive.store.ledger) == places[-1]
    if measured:
        told = ", ".join(f"{place:,}th {cost * 1000:.1f} ms" for place, cost in costs.items())
        last = f"the last costs {costs[places[-1]] / costs[100]:.2f} times the 100th (at most 1.2 is asked for)"
        tell(capsys, f"adding to a store: {told}; {len(archive.store):,} triples; {last}")
    archive.store.close()


def test_the_line_is_as_fast_and_as_small_on_many_articles(
    tmp_path: Path, measured: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    told = []
    for number in (100, 5_000) if measured else (3,):
        folder = news(tmp_path / str(number) / "news", number)
        words = sum(len(path.read_text(encoding="utf-8").split()) for path in folder.iterdir())
        command = [sys.executable, "-c", MEMORY, str(folder.parent)]
        began = time.perf_counter()
        memory = float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        told.append((number, words / (time.perf_counter() - began), memory))
    if measured:
        rows = (f"{number:,} articles: {rate:,.0f} words a second, {memory:,.0f} MB" for number, rate, memory in told)
        tell(capsys, "; ".join(rows))


def test_one_worker_two_and_a_cluster(tmp_path: Path, measured: bool, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("distributed", reason="Dask is not installed (newskg[cluster])")
    folder, line = news(tmp_path / "news", 400 if measured else 4), Line(Settings())
    assert line.stamp  # its pipeline is loaded
    ways: dict[str, Worked] = {
        "one process": partial(by_one, line=line),
        "two workers": partial(by_several, settings=line.settings, workers=2),
        "Dask local": partial(by_cluster, settings=line.settings, address="local"),
    }
    stores, took = [], dict[str, float]()
    for way, worked in ways.items():
        archive = Archive(open_store(tmp_path / way))
        fates = fill(archive, find(str(folder)), line, worked)
        took[way] = seconds(lambda fates=fates: list(islice(fates, None)))  # type: ignore[misc]
        stores.append(archive.store.export(".nq"))
        archive.store.close()
    assert stores[0] == stores[1] == stores[2]
    if measured:
        one, two, cluster = took.values()
        told = ", ".join(f"{way} {cost:.1f} s" for way, cost in took.items())
        faster = f"two workers are {one / two:.2f} times as fast as one (at least 1.7 is asked for)"
        tell(capsys, f"{told}: {faster}, Dask takes {cluster / two:.2f} times the workers' time (at most 1.2)")
