"""The layout: which nodes a page opens with, and where they stand."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

_LOOSE = 1.0  # a part begins with this many times the area that its nodes take
_STRETCH = 2.0  # labels are wider than tall, and so are windows: moving apart goes more easily to the side
_GAP = 90.0  # between unconnected parts
_ROUNDS = 300  # of moving apart what overlaps


Said = tuple[int, list[int]]
"""The content of a statement, and the actors that the statement ties: who says it, to whom, and whom it concerns."""


def opening(said: Sequence[Said], limit: int) -> list[int]:
    """The nodes that a page opens with: all actors and what they said, where these are ``limit`` at most.

    Else as many actors: those whom most statements tie.
    """
    concerned = Counter(actor for _, actors in said for actor in actors)
    contents = {content for content, actors in said if actors}
    if len(concerned) + len(contents) <= limit:
        return sorted({*concerned, *contents})
    return sorted(sorted(concerned, key=lambda actor: (-concerned[actor], actor))[:limit])


def ties(said: Sequence[Said], shown: Iterable[int]) -> nx.Graph:
    """The network as it is drawn: a content that is shown is tied to the actors, the other contents tie these."""
    drawn = nx.Graph()
    drawn.add_nodes_from(shown)
    for content, actors in said:
        those = [actor for actor in actors if actor in drawn]
        drawn.add_edges_from([(actor, content) for actor in those] if content in drawn else combinations(those, 2))
    return drawn


def room(node: Mapping[str, Any]) -> tuple[float, float]:
    """The width and height that a node takes with its label, as labels.js paints it, at the zoom that shows all."""
    if node["family"] == "content":
        return 7.1 * min(len(node["label"]), 25) + 31, 17.4 * min(math.ceil(len(node["label"]) / 22), 3) + 19
    return max(2.0 * node["size"], 9.2 * min(len(node["label"]), 26)) + 12, 2.0 * node["size"] + 34


def positions(graph: nx.Graph, sizes: Mapping[int, tuple[float, float]]) -> dict[int, tuple[int, int]]:
    """A place for every node, in whole units of the canvas, the same in every process.

    ``sizes`` is the width and height that each node and its label take; no two overlap. Connected parts are laid out
    alone and set in rows, the largest first.
    """
    parts = [sorted(part) for part in nx.connected_components(graph)]
    parts.sort(key=lambda part: (-len(part), part[0]))
    placed = []
    for part in parts:
        boxes = np.array([sizes[node] for node in part])
        placed.append((part, boxes, _apart(_drawn(graph.subgraph(part), boxes), boxes)))
    return _rows(placed)


def _drawn(part: nx.Graph, boxes: NDArray[np.float64]) -> NDArray[np.float64]:
    """One connected part by its springs, from a fixed start, its nodes in sorted order."""
    ordered = nx.Graph()
    ordered.add_nodes_from(sorted(part))
    ordered.add_edges_from(sorted((min(ends), max(ends)) for ends in part.edges()))
    spring = nx.spring_layout(ordered, k=2.2 / math.sqrt(len(ordered)), iterations=400, seed=1)
    points = np.array([spring[node] for node in ordered], dtype=np.float64)
    extent = np.ptp(points, axis=0)
    area = _LOOSE * float(boxes.prod(axis=1).sum())
    side = np.sqrt(area * np.array([_STRETCH, 1 / _STRETCH]))
    return points * side / np.where(extent > 0, extent, 1)


def _apart(points: NDArray[np.float64], boxes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Moves boxes that overlap apart, each pair along the axis where that takes least."""
    reach = (boxes[:, None, :] + boxes[None, :, :]) / 2
    order = np.arange(len(points))
    sign_of_ties = np.sign(order[:, None] - order[None, :])
    for _ in range(_ROUNDS):
        away = points[:, None, :] - points[None, :, :]
        overlap = np.clip(reach - np.abs(away), 0, None)
        overlap[order, order] = 0
        both = overlap.min(axis=2) > 0
        if not both.any():
            break
        narrow = (overlap * np.array([1.0, _STRETCH])).argmin(axis=2)
        for axis in (0, 1):
            sign = np.where(away[:, :, axis] == 0, sign_of_ties, np.sign(away[:, :, axis]))
            points[:, axis] += np.where(both & (narrow == axis), overlap[:, :, axis] * sign, 0).sum(axis=1) * 0.3
    return points


def _rows(
    placed: list[tuple[list[int], NDArray[np.float64], NDArray[np.float64]]],
) -> dict[int, tuple[int, int]]:
    """Sets the parts beside each other in rows, and rounds."""
    extents = [(points + boxes / 2).max(axis=0) - (points - boxes / 2).min(axis=0) for _, boxes, points in placed]
    area = sum(float((width + _GAP) * (height + _GAP)) for width, height in extents)
    widest = max([1.2 * math.sqrt(area), *(float(width) for width, _ in extents)])
    found: dict[int, tuple[int, int]] = {}
    left = top = tallest = 0.0
    for (part, boxes, points), (width, height) in zip(placed, extents, strict=True):
        if left and left + width > widest:
            left, top, tallest = 0.0, top + tallest + _GAP, 0.0
        moved = points - (points - boxes / 2).min(axis=0) + np.array([left, top])
        found.update((node, (round(float(x)), round(float(y)))) for node, (x, y) in zip(part, moved, strict=True))
        left, tallest = left + width + _GAP, max(tallest, height)
    return found
