"""From the network's scores to sentences, trees and entities (numpy; no spaCy, no network)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Numbers = NDArray[np.int64]
NEVER = np.float32(-1e9)


def sentences(starts: Scores, known: list[bool | None]) -> list[tuple[int, int]]:
    """Sentence bounds (first word, end) from the start scores of a window's words; what is known of a word wins.

    >>> sentences(np.array([0.0, -3.0, 4.0, 4.0], dtype=np.float32), [True, None, None, False])
    [(0, 2), (2, 4)]
    """
    firsts = [i for i, score in enumerate(starts) if i == 0 or known[i] or (known[i] is None and score > 0)]
    return list(zip(firsts, [*firsts[1:], len(starts)], strict=True))


def tree(scores: Scores) -> Numbers:
    """The heads of one sentence from its arc scores (dependents, heads); the root is its own head.

    The best head of each word where these make a tree, else the best tree (Chu and Liu 1965, Edmonds 1967).
    """
    heads: Numbers = scores.argmax(axis=1)
    if _single_rooted(heads) and not any(True for _ in _cycles(heads)):
        return heads
    scores = scores.copy()
    root = _best_root(scores)
    diagonal = np.arange(len(scores))
    scores[diagonal, diagonal] = NEVER
    scores[root, :] = NEVER
    heads = _arborescence(scores, root)
    heads[root] = root
    return heads


def _single_rooted(heads: Numbers) -> bool:
    return int((heads == np.arange(len(heads))).sum()) == 1


def _best_root(scores: Scores) -> int:
    others = scores.copy()
    np.fill_diagonal(others, NEVER)
    gain = scores.diagonal() - (others.max(axis=1) if len(scores) > 1 else 0)
    return int(gain.argmax())


def _cycles(heads: Numbers) -> Iterator[list[int]]:
    """The cycles among heads; a word that is its own head is a root, not a cycle."""
    color = [0] * len(heads)
    for start in range(len(heads)):
        path, at = [], start
        while color[at] == 0:
            color[at] = start + 1
            path.append(at)
            if heads[at] == at:
                break
            at = int(heads[at])
        if color[at] == start + 1 and at in path and heads[at] != at:
            yield path[path.index(at) :]


def _arborescence(scores: Scores, root: int) -> Numbers:
    """The best tree under a given root; ``scores`` has no self arcs. Cycles are contracted one at a time."""
    heads: Numbers = scores.argmax(axis=1)
    heads[root] = root
    cycle = next(_cycles(heads), None)
    if cycle is None:
        return heads
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    members = np.array(cycle)
    kept = scores[members, heads[members]]
    # what it gains to enter the cycle at a member from outside, and to leave it from a member
    enter = scores[np.ix_(members, rest)] - kept[:, None]
    leave = scores[np.ix_(rest, members)]
    small = np.full((len(rest) + 1, len(rest) + 1), NEVER, dtype=np.float32)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[-1, :-1] = enter.max(axis=0)
    small[:-1, -1] = leave.max(axis=1)
    found = _arborescence(small, int(np.flatnonzero(rest == root)[0]))
    out: Numbers = heads.copy()
    for i, word in enumerate(rest):
        if word == root:
            continue
        out[word] = members[leave[i].argmax()] if found[i] == len(rest) else rest[found[i]]
    entry = int(found[-1])
    broken = int(enter[:, entry].argmax())
    out[members[broken]] = rest[entry]
    return out


def flat(pairs: Scores) -> Scores:
    """The biaffine weights of the labels (labels, width, width) as one matrix (width, labels x width)."""
    count, width, _ = pairs.shape
    return np.ascontiguousarray(pairs.transpose(1, 0, 2).reshape(width, count * width))


def labels(dependents: Scores, heads: Scores, weights: Scores) -> Scores:
    """Label scores (words, labels) from the label vectors of words and of their heads, and the ``flat`` weights."""
    one = np.ones((len(dependents), 1), dtype=np.float32)
    d, h = np.hstack([dependents, one]), np.hstack([heads, one])
    width = d.shape[1]
    mixed = (d @ weights).reshape(len(d), weights.shape[1] // width, width)
    found: Scores = np.matmul(mixed, h[:, :, None])[:, :, 0]
    return found


def entity_tags(scores: Scores, names: Sequence[str]) -> list[str]:
    """The best BIO tags of one sentence in which an I follows a B or an I of its type (Viterbi, 1967).

    ``scores`` (words, tags); the best tag of each word where these follow each other rightly.
    """
    chosen: list[int] = scores.argmax(axis=1).tolist()
    may_follow = _may_follow(tuple(names))
    if all(may_follow[a, b] for a, b in pairwise((0, *chosen))):
        return [names[i] for i in chosen]
    barred = np.where(may_follow, np.float32(0), NEVER)
    best = scores[0] + barred[0]
    came_from = np.zeros(scores.shape, dtype=np.int64)
    for i in range(1, len(scores)):
        paths = best[:, None] + barred
        came_from[i] = paths.argmax(axis=0)
        best = paths.max(axis=0) + scores[i]
    at = int(best.argmax())
    tags = [at]
    for i in range(len(scores) - 1, 0, -1):
        at = int(came_from[i, at])
        tags.append(at)
    return [names[i] for i in reversed(tags)]


@cache
def _may_follow(names: tuple[str, ...]) -> NDArray[np.bool_]:
    """(tag, next tag): false for an I after anything but its own type; the first name is O."""
    inside = np.array([name.startswith("I-") for name in names])
    kinds = np.array([name.partition("-")[2] for name in names])
    allowed: NDArray[np.bool_] = ~inside[None, :] | (kinds[:, None] == kinds[None, :])
    return allowed


def entities(tags: list[str]) -> list[tuple[int, int, str]]:
    """(first word, end, type) of the entities in BIO tags; an I after another type or nothing opens one.

    >>> entities(["B-GPE", "O", "I-ORG", "I-ORG"])
    [(0, 1, 'GPE'), (2, 4, 'ORG')]
    """
    out: list[tuple[int, int, str]] = []
    for i, tag in enumerate(tags):
        if tag == "O":
            continue
        prefix, kind = tag.split("-", 1)
        if prefix == "I" and out and out[-1][1] == i and out[-1][2] == kind:
            out[-1] = (out[-1][0], i + 1, kind)
        else:
            out.append((i, i + 1, kind))
    return out
