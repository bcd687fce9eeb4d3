"""Measures attribution: who is found to have said what, against articles in which people marked it.

Ours are the attributions of ``statements.jsonl`` that are not nested. An attribution is found where its content and
ours share half of their characters (Jaccard, one to one, white space left out), and attributed where the sources meet
too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.evaluate import polnear_tokens, reliability
from kg.evaluate.causes import CUES, Compared, Error, Rated, cue_of, errors_of
from kg.listing import entry
from kg.model import Attribution, Span
from kg.pipeline import Outcome

Figures = dict[str, float]

ROLES = ("Source", "Cue", "Content")
KINDS = ("direct", "indirect", "mixed")
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Measured:
    """The articles of a set with what is marked in them and what was found.

    ``items``: the same as token tags, where the set has them (``polnear_tokens.py``).
    """

    name: str
    articles: tuple[Compared, ...]
    items: tuple[polnear_tokens.Item, ...] = ()

    def figures(self) -> Iterator[tuple[str, Figures]]:
        """(what, figures): percentages, but for the numbers of articles, of attributions and of errors."""
        yield f"attributions of {self.name}", _whole(self.articles)
        kinds = ((g.kind, j, one) for one in self.articles for j, g in enumerate(one.gold))
        yield f"attributions of {self.name}: share found, by quotation marks", _shares(KINDS, kinds)
        types = ((cue_of(g, one.text)[1], j, one) for one in self.articles for j, g in enumerate(one.gold))
        yield f"attributions of {self.name}: share found, by cue", _shares(CUES, types)
        yield f"attributions of {self.name}: share right, by confidence", reliability.figures(self.rated())
        causes = Counter(f"{error.error}: {error.cause}" for error in self.errors())
        yield f"attributions of {self.name}: errors, by cause", dict(sorted(causes.items()))
        if self.items:
            texts = {one.stem: (one.text, one.found) for one in self.articles}
            yield f"attributions of {self.name}: exact match on tokens", polnear_tokens.score(self.items, texts)

    def rated(self) -> list[tuple[Rated, bool]]:
        """The attributions that became statements, each with whether content and source are right."""
        out = []
        for one in self.articles:
            right = {i for j, i in one.pairs.items() if one.attributed(j)}
            out += [(rated, i in right) for i, rated in enumerate(one.rated) if rated is not None]
        return out

    def errors(self) -> list[Error]:
        """All errors by what they are and their cause, frequent cues first."""
        found = [error for one in self.articles for error in errors_of(one)]
        often = Counter((e.error, e.cause, e.cue) for e in found)
        return sorted(
            found, key=lambda e: (e.error, e.cause, -often[e.error, e.cause, e.cue], e.cue, e.article, e.span)
        )


def found_in(outcome: Outcome) -> tuple[list[Attribution], list[Attribution], list[Rated | None]]:
    """The attributions with content that were found in an article, outermost and nested ones.

    Beside the outermost ones: their confidence and its signs, None for one that made no statement.
    """
    sides: tuple[list[Attribution], list[Attribution]] = [], []
    rated: list[Rated | None] = []
    for row in entry(outcome)["attributions"]:
        source, cue, content = (tuple(Span(*ends) for ends in row[role.lower()]) for role in ROLES)
        if characters(content, outcome.article.text):
            sides[row["nested"]].append(Attribution(source, cue, content, row["kind"]))
            if not row["nested"]:
                rated.append(Rated(row["confidence"], tuple(row["signs"])) if row["confidence"] is not None else None)
    return *sides, rated


def compared(stem: str, text: str, gold: Sequence[Attribution], outcome: Outcome | None) -> Compared:
    """An article with what is marked in it and what became of it; None where it was refused."""
    outermost, nested, rated = found_in(outcome) if outcome is not None else ([], [], [])
    pairs = paired([characters(a.content, text) for a in outermost], [characters(a.content, text) for a in gold])
    return Compared(
        stem, text, tuple(gold), tuple(outermost), tuple(nested), pairs, tuple(rated), refused=outcome is None
    )


# --- figures


def characters(spans: Iterable[Span], text: str) -> frozenset[int]:
    """The places of the characters of spans, white space left out."""
    return frozenset(i for s in spans for i in range(s.start, min(s.end, len(text))) if not text[i].isspace())


def paired(found: Sequence[frozenset[int]], gold: Sequence[frozenset[int]]) -> dict[int, int]:
    """The one of ``found`` for each of ``gold`` that has one: those that are most alike first, down to half."""
    alike = ((len(f & g) / len(f | g), i, j) for i, f in enumerate(found) for j, g in enumerate(gold) if f & g)
    out: dict[int, int] = {}
    taken: set[int] = set()
    for share, i, j in sorted(alike, reverse=True):
        if share >= HALF and i not in taken and j not in out:
            out[j] = i
            taken.add(i)
    return out


def _whole(articles: Sequence[Compared]) -> Figures:
    """Content characters, attributions, and attributions with their source."""
    content, attribution, attributed = Counter[str](), Counter[str](), Counter[str]()
    for one in articles:
        found = characters((span for a in one.found for span in a.content), one.text)
        gold = characters((span for a in one.gold for span in a.content), one.text)
        content.update(right=len(found & gold), found=len(found), gold=len(gold))
        attribution.update(right=len(one.pairs), found=len(one.found), gold=len(one.gold))
        attributed.update(right=sum(map(one.attributed, one.pairs)), found=len(one.found), gold=len(one.gold))
    return {
        "articles": len(articles),
        "refused": sum(one.refused for one in articles),
        **polnear_tokens.shares("content", content),
        **polnear_tokens.shares("attribution", attribution),
        **polnear_tokens.shares("attributed", attributed),
    }


def _shares(names: Sequence[str], gold: Iterable[tuple[str, int, Compared]]) -> Figures:
    """How many attributions each group has, which share of them is found, and which is found with its source."""
    of, right, attributed = Counter[str](), Counter[str](), Counter[str]()
    for name, j, one in gold:
        of[name] += 1
        right[name] += j in one.pairs
        attributed[name] += one.attributed(j)
    out: Figures = {}
    for name in names:
        out[f"{name}, how many"] = of[name]
        out[f"{name}, found"] = 100 * right[name] / max(1, of[name])
        out[f"{name}, attributed"] = 100 * attributed[name] / max(1, of[name])
    return out
