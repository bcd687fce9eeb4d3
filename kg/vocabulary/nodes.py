"""The subjects of Turtle files that a user or the package gives, with their values, and what to say of a wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError
from kg.vocabulary.terms import PREFIXES, shorten
from kg.vocabulary.turtle import triples


@dataclass(slots=True)
class Node:
    """A subject of one or more files with its values by prefixed property, and the last file that spoke of it."""

    iri: str
    path: Path
    values: dict[str, list[str]]

    @classmethod
    def all(cls, paths: Iterable[Path]) -> dict[str, Node]:
        """The subjects of all files; of a property's values those of later files come first."""
        nodes: dict[str, Node] = {}
        for path in paths:
            here: dict[str, dict[str, list[str]]] = {}
            for triple in triples(path):
                values = here.setdefault(triple.subject, {}).setdefault(shorten(triple.predicate), [])
                values.append(shorten(triple.object) if triple.predicate == PREFIXES["rdf"] + "type" else triple.object)
            for iri, properties in here.items():
                node = nodes.setdefault(iri, cls(iri, path, {}))
                node.path = path
                for name, found in properties.items():
                    node.values[name] = list(dict.fromkeys(found + node.values.get(name, [])))
        return nodes

    def first(self, name: str) -> str:
        """The first value of a property, or ""."""
        return next(iter(self.values.get(name, ())), "")

    def wrong(self, reason: str) -> KgError:
        """The error to raise: file, line of the subject, reason."""
        return KgError(f"{self.place()}: {reason}")

    def place(self) -> str:
        """The file and the line that begins with the subject, else the first that names it."""
        local = re.split(r"[/#:]", self.iri)[-1]
        subject = re.compile(rf"(<{re.escape(self.iri)}>|[\w-]*:{re.escape(local)})(?![\w-])")
        lines = list(enumerate(self.path.read_text(encoding="utf-8").splitlines(), 1))
        begun = [number for number, line in lines if subject.match(line.lstrip())]
        named = [number for number, line in lines if subject.search(line)]
        return f"{self.path}, line {next(iter(begun or named), 1)}"
