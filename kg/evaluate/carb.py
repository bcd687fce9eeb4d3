"""Measures clauses on CaRB: tuples (relation, arguments) that people wrote down for sentences.

Source: Bhardwaj, Aggarwal and Mausam, CaRB: A Crowdsourced Benchmark for Open IE (2019). Two tuples are compared by the
words that their slots share: relation, first argument, all other arguments as one. For precision each extraction is
matched with one tuple of its sentence at most, for recall a tuple with the extraction that covers it best. A threshold
on confidence gives the curve; the figures are those where F1 is best, and the area under the curve.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import KgError
from kg.extract.clauses import clauses

Figures = dict[str, float]

BEING = ("be", "is", "am", "are", "was", "were", "been", "being")
# Reported speech can stand on either side of these: who said it, and what
SAYING = ("said", "told", "added", "adds", "says")
# Brackets and quotation marks as treebanks write them
MARKS = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}


@dataclass(frozen=True, slots=True)
class Extraction:
    """One tuple: its words as they stand in the sentence, parted by spaces."""

    relation: str
    arguments: tuple[str, ...]
    confidence: float = 1.0


Extractions = Mapping[str, Sequence[Extraction]]  # by sentence


def evaluate(folder: Path, nlp: Language) -> Iterator[tuple[str, Figures]]:
    """The folder with ``eval/carb`` in, (set, percentages) out."""
    gold = read(folder / "eval" / "carb" / "dev.tsv")
    yield "CaRB, dev", score(gold, {sentence: extracted(sentence, nlp) for sentence in gold})


def read(path: Path) -> dict[str, list[Extraction]]:
    """The tuples of a file of lines "sentence, relation, argument, argument, ...", parted by tabs."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise KgError(f"{path}: cannot be read ({error.strerror}); name the folder that holds eval/carb") from error
    found: dict[str, list[Extraction]] = defaultdict(list)
    for line in lines:
        sentence, relation, *arguments = map(str.strip, line.split("\t"))
        found[sentence].append(Extraction(relation, tuple(arguments)))
    return dict(found)


def extracted(sentence: str, nlp: Language) -> list[Extraction]:
    """The clauses of a sentence whose words are given."""
    words = sentence.split()
    doc = nlp(Doc(nlp.vocab, [MARKS.get(word, word) for word in words]))
    return [
        Extraction(
            " ".join(words[t.i] for t in one.predicate) or "is",
            tuple(" ".join(words[t.i] for t in argument) for argument in one.arguments),
            one.confidence,
        )
        for one in clauses(doc)
    ]


# --- the measure


def score(gold: Extractions, found: Extractions) -> Figures:
    """Precision, recall and F1 where F1 is best, and the area under the curve of precision over recall; percent."""
    thresholds = sorted({one.confidence for extractions in found.values() for one in extractions})
    curve = [_point(gold, found, least) for least in thresholds]
    precision, recall = max(curve, key=lambda point: f1(*point), default=(0.0, 0.0))
    area = sum((r - s) * (p + q) / 2 for (p, r), (q, s) in pairwise([*curve, (1.0, 0.0)]))
    figures = {"P": precision, "R": recall, "F1": f1(precision, recall), "area under the curve": area}
    return {name: 100 * value for name, value in figures.items()}


def f1(precision: float, recall: float) -> float:
    """The harmonic mean of both."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _point(gold: Extractions, found: Extractions, least: float) -> tuple[float, float]:
    """Precision and recall of the extractions that are at least so sure."""
    right = covered = 0.0
    number = 0
    for sentence, tuples in gold.items():
        taken = [one for one in found.get(sentence, ()) if one.confidence >= least]
        scores = [[match(one, other) for other in taken] for one in tuples]
        number += len(taken)
        right += _paired([[precision for precision, _ in row] for row in scores])
        covered += sum(max((recall for _, recall in row), default=0.0) for row in scores)
    return right / number if number else 1.0, covered / max(1, sum(map(len, gold.values())))


def _paired(precisions: Sequence[Sequence[float]]) -> float:
    """The sum of precisions where the best pair is taken first, and each tuple and each extraction once."""
    rows, columns = set(range(len(precisions))), set(range(len(precisions[0]) if precisions else 0))
    total = 0.0
    while rows and columns:
        row, column = max(product(sorted(rows), sorted(columns)), key=lambda at: precisions[at[0]][at[1]])
        total += precisions[row][column]
        rows.remove(row)
        columns.remove(column)
    return total


def match(gold: Extraction, found: Extraction) -> tuple[float, float]:
    """Precision and recall of the words of one extraction against one tuple; reported speech matches turned round.

    >>> match(Extraction("is", ("Vessa", "the envoy")), Extraction("is", ("Vessa", "an envoy of Orland")))
    (0.5, 0.75)
    """
    straight = _compared(gold, _halves(found.arguments), found.relation)
    if not any(word in gold.relation for word in SAYING):
        return straight
    return max(straight, _compared(gold, _halves(found.arguments)[::-1], found.relation))


def _halves(arguments: Sequence[str]) -> list[str]:
    """The first argument, and all others as one."""
    return [arguments[0], " ".join(arguments[1:])] if len(arguments) > 1 else list(arguments)


def _compared(gold: Extraction, arguments: Sequence[str], relation: str) -> tuple[float, float]:
    expected = _halves(gold.arguments)
    common = _common(gold.relation, relation) + _being(gold.relation, relation)
    if not common or len(arguments) < min(2, len(expected)):
        return 0.0, 0.0
    slots = list(zip(expected, arguments, strict=False))
    common += sum(_common(one, other) for one, other in slots)
    given = len(relation.split()) + sum(len(other.split()) for _, other in slots)
    wanted = len(gold.relation.split()) + sum(len(one.split()) for one in expected)
    return common / given, common / wanted


def _common(one: str, other: str) -> int:
    return (Counter(one.split()) & Counter(other.split())).total()


def _being(gold: str, relation: str) -> int:
    """ "be" of an extraction, where it is not in the tuple itself, stands for any form of it."""
    left = Counter(relation.split()) - Counter(gold.split())
    return int("be" in left and any(form in gold.split() for form in BEING))
