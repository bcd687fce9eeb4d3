"""What a site lets a crawler read: robots.txt by RFC 9309.

Python's own parser takes the first rule that fits and knows no ``*``; the RFC takes the longest, and sites use ``*``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

MOST_RULES = 5_000
"""Of one file; a hostile one is not read further. Sites have some hundred."""

_LINE = re.compile(r"\s*(?P<key>[A-Za-z-]+)\s*:\s*(?P<value>[^#]*)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A path as printed, with ``*`` for anything and ``$`` for the end, and whether it may be read."""

    path: str
    allow: bool

    def fits(self, target: str) -> bool:
        """True where the rule is about a path with its query. Takes time by their lengths, not by how many ``*``."""
        first, *others = self.path.removesuffix("$").split("*")
        if not target.startswith(first):
            return False
        at = len(first)
        last = others.pop() if others and self.path.endswith("$") else None
        for part in others:
            at = target.find(part, at)
            if at < 0:
                return False
            at += len(part)
        if last is not None:
            return target.endswith(last) and len(target) - len(last) >= at
        return at == len(target) or not self.path.endswith("$")


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for one crawler, and the seconds that it is asked to wait between requests."""

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0

    def allow(self, target: str) -> bool:
        """A path with its query in; whether it may be read out: by the longest rule, the kinder one of two as long."""
        path = _normal(target)
        fitting = [(len(rule.path), rule.allow) for rule in self.rules if rule.fits(path)]
        return max(fitting, default=(0, True))[1]


EVERYTHING = Robots()
NOTHING = Robots((Rule("/", allow=False),))


def robots(text: str, agent: str) -> Robots:
    r"""A robots.txt in, what it says to the crawler of this name out; what it says to all where it does not name it.

    >>> robots("User-agent: *\nDisallow: /*/print$", "newskg").allow("/world/print")
    False
    """
    named: list[tuple[str, str]] = []
    to_all: list[tuple[str, str]] = []
    groups: list[list[tuple[str, str]]] = []
    in_head = False
    for line in text.removeprefix("\ufeff").splitlines():
        found = _LINE.match(line)
        if found is None:
            continue
        key, value = found["key"].lower(), found["value"].strip()
        if key == "user-agent":
            groups = groups if in_head else []
            groups += [named] if value.partition("/")[0].lower() == agent else [to_all] if value == "*" else []
        for group in groups:
            group.append((key, value))
        in_head = key == "user-agent"
    return _robots(named or to_all)


def _robots(lines: list[tuple[str, str]]) -> Robots:
    rules = [Rule(_normal(value), key == "allow") for key, value in lines if key in ("allow", "disallow") and value]
    delays = [
        float(value) for key, value in lines if key == "crawl-delay" and re.fullmatch(r"\d{1,6}(?:\.\d+)?", value)
    ]
    return Robots(tuple(rules[:MOST_RULES]), max(delays, default=0.0))


def _normal(path: str) -> str:
    """A path in which what may be written with and without "%" is written in one way."""
    return quote(unquote(path), safe="/*$?&=:;,+@!'()~%#[]")
