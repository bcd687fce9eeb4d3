"""Attribution beside other systems on the same articles and the same parse: `make bench` prints the table.

textacy (https://textacy.readthedocs.io) finds direct quotations. Where it is not installed, or the data is not there,
nothing is compared.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from reading import read_all
from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate import annotate
from kg.evaluate.attributions import Measured, characters, found_in, paired
from kg.evaluate.causes import Compared
from kg.evaluate.polnear import marked
from kg.extract import extract
from kg.model import Article, Attribution, Groundings, Skipped, Span, Statement
from kg.pipeline import Outcome

textacy = pytest.importorskip("textacy", reason="textacy is not installed (make bench installs it)")

DATA = Path(os.environ.get("NEWSKG_DATA") or Path(__file__).parents[2] / "shared" / "data")
FIGURES = ("refused", "content F", "attribution P", "attribution R", "attribution F", "attributed F")

System = Callable[[Doc, Article], Sequence[Attribution]]


def ours(doc: Doc, article: Article) -> list[Attribution]:
    found = list(extract(doc, article))
    statements = tuple(one for one in found if isinstance(one, Statement))
    skipped = tuple(one for one in found if isinstance(one, Skipped))
    return found_in(Outcome(article, statements, Groundings(), skipped, ()))[0]


def direct_quotations(doc: Doc, article: Article) -> list[Attribution]:
    triples = textacy.extract.direct_quotations(doc)
    return [Attribution(_span(t.speaker), _span(t.cue), _span(t.content), "direct") for t in triples]


def _span(tokens: Sequence[object]) -> tuple[Span, ...]:
    words = list(tokens)
    return (Span(words[0].idx, words[-1].idx + len(words[-1])),) if words else ()  # type: ignore[attr-defined]


def compared(system: System, doc: Doc, article: Article, gold: Sequence[Attribution]) -> Compared:
    """An article with what a system found in it; a ValueError is a refusal."""
    try:
        found, refused = list(system(doc, article)), False
    except ValueError:
        found, refused = [], True
    sides = ([characters(a.content, article.text) for a in side] for side in (found, gold))
    return Compared(article.stem, article.text, tuple(gold), tuple(found), (), paired(*sides), refused=refused)


@pytest.mark.skipif(not (DATA / "eval" / "polnear").is_dir(), reason="no attribution data beside the project")
def test_attribution_beside_others(
    benchmark: BenchmarkFixture, english: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    if not benchmark.enabled:
        pytest.skip("measured by make bench")
    articles = read_all(*(path for path, _ in marked(DATA)))
    docs = [doc for doc, _ in annotate(articles, english)]
    gold = [one for _, one in marked(DATA)]
    words = sum(len(article.text.split()) for article in articles)

    def run(system: System) -> tuple[dict[str, float], float]:
        began = time.perf_counter()
        done = [compared(system, *each) for each in zip(docs, articles, gold, strict=True)]
        took = time.perf_counter() - began
        return dict(Measured("PolNeAR, dev", tuple(done)).figures())["attributions of PolNeAR, dev"], words / took

    rows = {"newskg": run(ours), "textacy": run(direct_quotations)}
    benchmark.pedantic(run, args=(ours,), rounds=1)
    with capsys.disabled():
        for name, (figures, speed) in rows.items():
            told = ", ".join(f"{figure} {figures[figure]:.1f}" for figure in FIGURES)
            sys.stdout.write(f"\n{name}: {told}; {speed:,.0f} words a second on a given parse")
        sys.stdout.write("\n")
    assert rows["newskg"][0]["attributed F"] > rows["textacy"][0]["attributed F"]
