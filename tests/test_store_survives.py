"""What a store survives: its writer killed at any moment, a full disk, a second writer."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import writer

from kg.store import open_graph, open_store
from kg.verify import verify

ARTICLES = 150
KILLS = 30
WRITER = [sys.executable, str(Path(writer.__file__))]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The store of a writer that nobody disturbed."""
    folder = tmp_path_factory.mktemp("whole") / "store"
    writer.write(str(folder), ARTICLES)
    return open_graph(folder).export(".nq")


def articles(folder: Path) -> int:
    store = open_store(folder)
    there = len(store.ledger)
    store.close()
    return there


def test_killed_at_random_moments_nothing_is_lost_and_nothing_doubled(tmp_path: Path, whole: bytes) -> None:
    folder, moments, there = tmp_path / "store", random.Random(1), 0
    for _ in range(KILLS):
        process = subprocess.Popen([*WRITER, str(folder), str(ARTICLES)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()  # it begins
        time.sleep(moments.uniform(0.0, 0.2))
        process.send_signal(signal.SIGKILL)
        process.wait()
        before, there = there, articles(folder)
        assert there >= before
    writer.write(str(folder), ARTICLES)
    store = open_graph(folder)
    assert store.export(".nq") == whole
    assert verify(store) == []


def workers_of(process: subprocess.Popen[bytes]) -> list[Path]:
    """What the system tells of the processes that a build reads articles in."""
    told = ((stat.parent, stat.read_text().rpartition(")")[2].split()) for stat in Path("/proc").glob("[0-9]*/stat"))
    return [place for place, fields in told if fields[1] == str(process.pid) and b"spawn_main" in command(place)]


def command(place: Path) -> bytes:
    return (place / "cmdline").read_bytes() if (place / "cmdline").exists() else b""


def until(true: Callable[[], bool]) -> None:
    """Wait for a minute at most."""
    end = time.monotonic() + 60
    while not true() and time.monotonic() < end:
        time.sleep(0.1)
    assert true()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="the system does not tell of processes in /proc")
def test_workers_end_when_their_build_was_killed(tmp_path: Path, root: Path) -> None:
    build = [sys.executable, "-m", "kg", "build", str(root / "seeds"), "--store", str(tmp_path / "store"), "--workers"]
    process = subprocess.Popen([*build, "2"])
    until(lambda: bool(workers_of(process)))
    workers = workers_of(process)
    process.send_signal(signal.SIGKILL)
    process.wait()
    until(lambda: not any(b"spawn_main" in command(place) for place in workers))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if (
        os.geteuid()
        or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], check=False).returncode
    ):
        pytest.skip("a small disk cannot be mounted here")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_a_full_disk_costs_one_line_and_nothing_that_was_stored(small_disk: Path, whole: bytes) -> None:
    folder = small_disk / "store"
    process = subprocess.run([*WRITER, str(folder), str(ARTICLES)], capture_output=True, text=True, check=False)
    assert process.returncode == 1
    [line] = process.stderr.splitlines()
    assert "no space is left" in line
    subprocess.run(["mount", "-o", "remount,size=200m", small_disk], check=True)
    assert articles(folder) > 0
    writer.write(str(folder), ARTICLES)
    assert open_graph(folder).export(".nq") == whole


def test_a_second_writer_is_told_so_and_nothing_breaks(tmp_path: Path, whole: bytes) -> None:
    folder = tmp_path / "store"
    first = subprocess.Popen([*WRITER, str(folder), str(ARTICLES)], stdout=subprocess.PIPE)
    assert first.stdout is not None
    first.stdout.readline()
    second = subprocess.run([*WRITER, str(folder), str(ARTICLES)], capture_output=True, text=True, check=False)
    assert second.returncode == 1
    assert "open in another process" in second.stderr
    assert first.wait() == 0
    assert open_graph(folder).export(".nq") == whole
