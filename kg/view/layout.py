"""The layout: which nodes a page opens with, and where they stand."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import zip_longest

import networkx as nx
import numpy as np
from numpy.typing import NDArray

_LOOSE = 1.0  # a part begins with this many times the area that its nodes take
_STRETCH = 2.0  # labels are wider than tall, and so are windows: moving apart goes more easily to the side
_GAP = 90.0  # between unconnected parts
_SPEAKERS = 40  # at a time bring what they said
_ROUNDS = 300  # of moving apart what overlaps


def opening(graph: nx.MultiDiGraph, limit: int) -> list[str]:
    """The nodes that a page opens with, sorted, ``limit`` at most.

    They are the speakers with most statements, what they said and whom that concerns, one content of each speaker
    after the other. Actors come before articles.
    """
    linked = [node for node in graph if graph.degree(node)]
    if len(linked) <= limit:
        return sorted(linked or list(graph)[:limit])
    speakers = [node for node in linked if graph.nodes[node]["family"] != "content" and graph.out_degree(node)]
    voice = {node: graph.nodes[node]["family"] == "article" for node in speakers}
    speakers.sort(key=lambda node: (voice[node], -graph.nodes[node]["statements"], node))
    chosen: dict[str, None] = {}
    for first in range(0, len(speakers), _SPEAKERS):
        for node, content in _in_turn(graph, speakers[first : first + _SPEAKERS]):
            chosen.update(dict.fromkeys([node, content, *sorted(set(nx.all_neighbors(graph, content)))]))
            if len(chosen) >= limit:
                return sorted(list(chosen)[:limit])
    return sorted(chosen)


def _in_turn(graph: nx.MultiDiGraph, speakers: list[str]) -> Iterator[tuple[str, str]]:
    """Each speaker with the most linked content that it made, then each with its second, and so on."""
    made = [sorted(set(graph.successors(node)), key=lambda one: (-graph.degree(one), one)) for node in speakers]
    for contents in zip_longest(*made):
        for node, content in zip(speakers, contents, strict=True):
            if content is not None:
                yield node, content


def positions(graph: nx.MultiDiGraph, sizes: dict[str, tuple[float, float]]) -> dict[str, tuple[int, int]]:
    """A place for every node, in whole units of the canvas, the same in every process.

    ``sizes`` is the width and height that each node and its label take; no two overlap. Connected parts are laid out
    alone and set in rows, the largest first.
    """
    plain = nx.Graph()
    plain.add_nodes_from(sorted(graph))
    plain.add_edges_from(sorted({(min(ends), max(ends)) for ends in graph.edges() if ends[0] != ends[1]}))
    parts = [sorted(part) for part in nx.connected_components(plain)]
    parts.sort(key=lambda part: (-len(part), part[0]))
    placed = []
    for part in parts:
        boxes = np.array([sizes[node] for node in part])
        placed.append((part, boxes, _apart(_drawn(plain.subgraph(part), boxes), boxes)))
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
    placed: list[tuple[list[str], NDArray[np.float64], NDArray[np.float64]]],
) -> dict[str, tuple[int, int]]:
    """Sets the parts beside each other in rows, and rounds."""
    extents = [(points + boxes / 2).max(axis=0) - (points - boxes / 2).min(axis=0) for _, boxes, points in placed]
    area = sum(float((width + _GAP) * (height + _GAP)) for width, height in extents)
    widest = max([1.2 * math.sqrt(area), *(float(width) for width, _ in extents)])
    found: dict[str, tuple[int, int]] = {}
    left = top = tallest = 0.0
    for (part, boxes, points), (width, height) in zip(placed, extents, strict=True):
        if left and left + width > widest:
            left, top, tallest = 0.0, top + tallest + _GAP, 0.0
        moved = points - (points - boxes / 2).min(axis=0) + np.array([left, top])
        found.update((node, (round(float(x)), round(float(y)))) for node, (x, y) in zip(part, moved, strict=True))
        left, tallest = left + width + _GAP, max(tallest, height)
    return found
