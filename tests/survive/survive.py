"""What becomes of mutated articles: whether the line stands them, and whether what it makes of them is right.

``python tests/survive/survive.py`` runs them all, goes on where it was stopped, and prints the table of
docs/robustness.md.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from articles import ALL_KINDS, Mutated, mutated
from pyoxigraph import RdfFormat, parse
from rdflib import BNode, Graph, Literal
from rdflib.term import Node
from spacy.language import Language

from kg.errors import KgError
from kg.listing import line
from kg.models import load_model
from kg.output import write_outputs
from kg.pipeline import Outcome, articles, assemble, run
from kg.store import write
from kg.validate import validate
from kg.verify import verify
from kg.vocabulary import Gazetteer, article_iri

SLOWEST = 30.0
"""Seconds of processor time that an article may take."""
AGAIN = 10
"""Every so-manieth article is made a second time, to see that it gives the same."""
CRASHED = "an error in newskg"
"""What the line says of an article that no rule foresaw (``kg.pipeline``)."""


class TooSlow(BaseException):
    """An article took longer than any should; no ``except Exception`` of the line holds it up."""


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one article: the reason where it was refused, and what is wrong."""

    number: int
    kind: str
    characters: int
    seconds: float
    statements: int
    refused: str
    wrong: tuple[str, ...]


def batch(numbers: Sequence[int], nlp: Language, gazetteer: Gazetteer) -> tuple[list[Row], list[str]]:
    """Numbers of articles in; a row for each, and what is wrong with the graph of all of them, out."""
    rows: list[Row] = []
    outcomes: dict[str, Outcome] = {}
    with tempfile.TemporaryDirectory() as folder:
        for article in map(mutated, numbers):
            path = Path(folder, f"{article.number}{article.ending}")
            path.write_bytes(article.data)
            row, outcome = _row(article, path, nlp, gazetteer)
            rows.append(row)
            if outcome:
                outcomes.setdefault(str(article_iri(outcome.article)), outcome)
        return rows, list(_wrong(list(outcomes.values()), Path(folder)))


def _row(article: Mutated, path: Path, nlp: Language, gazetteer: Gazetteer) -> tuple[Row, Outcome | None]:
    began = time.process_time()
    wrong: list[str] = []
    found: Outcome | KgError | None = None
    try:
        with _limit(4 * SLOWEST):
            found = _made(path, nlp, gazetteer)
    except TooSlow:
        wrong.append("stopped")
    except Exception as error:  # noqa: BLE001  (nothing should pass the line, and the others go on)
        wrong.append(f"passed the line: {error!r}")
    seconds = time.process_time() - began
    if seconds > SLOWEST:
        wrong.append(f"took {seconds:.0f} s")
    refused = ""
    if isinstance(found, KgError):
        refused = str(found).removeprefix(f"{path}: ")
        wrong.extend(_not_clear(str(found)))
    elif found and article.number % AGAIN == 0:
        again = _made(path, nlp, gazetteer)
        if not isinstance(again, Outcome) or (again.quads, line(again)) != (found.quads, line(found)):
            wrong.append("another graph the second time")
    outcome = found if isinstance(found, Outcome) else None
    characters = len(outcome.article.text) if outcome else len(article.data)
    statements = len(outcome.statements) if outcome else 0
    return Row(article.number, article.kind, characters, seconds, statements, refused, tuple(wrong)), outcome


def _made(path: Path, nlp: Language, gazetteer: Gazetteer) -> Outcome | KgError:
    [found] = run([str(path)], nlp, gazetteer)
    return found


def _not_clear(message: str) -> Iterator[str]:
    if CRASHED in message:
        yield message
    if not message.isprintable() or len(message) > 500:
        yield f"no clear line: {message[:500]!r}"


def _wrong(outcomes: list[Outcome], folder: Path) -> Iterator[str]:
    """What is wrong with the graph of a batch: blank nodes, rules broken, offsets, what cannot be read back."""
    try:
        made = assemble(outcomes)
        graph = made.graph()
        yield from (str(one) for one in validate(graph.store.oxigraph) if one.severity == "Violation")
        yield from verify(graph.store, articles(outcome.article.path for outcome in outcomes))
        (folder / "out").mkdir()
        write_outputs(made, folder / "out")
        flat = Graph().parse(data=write(made.quads, ".ttl"), format="turtle")
        if any(isinstance(node, BNode) for triple in flat for node in triple):
            yield "blank nodes"
        if {_normal(quad[:3]) for quad in made.quads} != set(flat):
            yield "the Turtle is not the graph"
        if len(list(parse(path=folder / "out" / "graph.trig", format=RdfFormat.TRIG))) != len(made.quads):
            yield "the TriG is not the graph"
        listed = (folder / "out" / "statements.jsonl").read_text(encoding="utf-8").splitlines()
        if [json.loads(one)["id"] for one in listed] != [outcome.article.stem for outcome in outcomes]:
            yield "the listing is not a line an article"
    except Exception as error:  # noqa: BLE001  (this is what is looked for)
        yield f"cannot be written or read back: {error!r}"[:1_000]


def _normal(triple: tuple[Node, ...]) -> tuple[Node, ...]:
    """A triple as rdflib reads it: the Z of a time is +00:00."""
    return tuple(node.normalize() if isinstance(node, Literal) else node for node in triple)


@contextmanager
def _limit(seconds: float) -> Iterator[None]:
    """TooSlow after so many seconds of processor time."""

    def late(*_: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


# --- all of them, with a record


def table(records: list[dict[str, Any]]) -> str:
    """The record in, the table of docs/robustness.md out."""
    rows = [row for record in records for row in record["rows"]]
    lines = [
        "| mutation | articles | refused | longest, characters | statements | slowest, s |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for kind in (*ALL_KINDS, "all"):
        own = [row for row in rows if kind in (row["kind"], "all")]
        if own:
            refused = sum(bool(row["refused"]) for row in own)
            longest, slowest = max(row["characters"] for row in own), max(row["seconds"] for row in own)
            said = sum(row["statements"] for row in own)
            lines.append(f"| {kind} | {len(own):,} | {refused:,} | {longest:,} | {said:,} | {slowest:.1f} |")
    reasons = Counter(row["refused"] for row in rows if row["refused"])
    lines += ["", "| refused because | articles |", "|---|--:|"]
    lines += [
        f"| {reason} | {count:,} |" for reason, count in sorted(reasons.items(), key=lambda one: (-one[1], one[0]))
    ]
    wrong = [f"article {row['number']} ({row['kind']}): {one}" for row in rows for one in row["wrong"]]
    wrong += [f"batch {record['batch']}: {one}" for record in records for one in record["wrong"]]
    return "\n".join([*lines, "", f"Wrong: {len(wrong)}", *wrong])


def recorded(path: Path) -> list[dict[str, Any]]:
    """The batches of a record; a line that was not written whole is none."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").split("\n")[:-1]
    return [json.loads(one) for one in lines if one.endswith("}")]


def main() -> int:
    """Run what is not in the record yet, and print the table. Exit status 1 where anything is wrong."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=5_000)
    options.add_argument("--record", type=Path, default=Path("build/survive.jsonl"))
    given = options.parse_args()
    given.record.parent.mkdir(parents=True, exist_ok=True)
    done = {record["batch"] for record in recorded(given.record)}
    size = len(ALL_KINDS)
    waiting = [at for at in range(0, given.articles, size) if at not in done]
    nlp, gazetteer = load_model(), Gazetteer.load(())
    began = time.perf_counter()
    with given.record.open("a", encoding="utf-8") as record:
        for count, at in enumerate(waiting, 1):
            rows, wrong = batch(range(at, min(at + size, given.articles)), nlp, gazetteer)
            record.write(json.dumps({"batch": at, "rows": [asdict(row) for row in rows], "wrong": wrong}) + "\n")
            record.flush()
            os.fsync(record.fileno())
            spent = time.perf_counter() - began
            bad = sum(len(row.wrong) for row in rows) + len(wrong)
            sys.stderr.write(
                f"{at + len(rows):,} of {given.articles:,} articles, {spent / count * (len(waiting) - count) / 60:.0f}"
                f" minutes left{f', {bad} wrong' if bad else ''}\n"
            )
    records = recorded(given.record)
    sys.stdout.write(table(records) + "\n")
    return int(any(record["wrong"] or any(row["wrong"] for row in record["rows"]) for record in records))


if __name__ == "__main__":
    sys.exit(main())
