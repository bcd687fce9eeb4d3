"""robots.txt by RFC 9309: groups, the longest rule, signs for anything and for the end."""

from __future__ import annotations

import time

import pytest

from kg.read.robots import robots

NAMED = """User-agent: *
Disallow: /

User-Agent: Other
User-agent: NewsKG/2.0
Allow: /news
Disallow: /news/x # no
"""


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        ("<html>no robots.txt</html>", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("Disallow: /", "/a", True),  # of no group
        (NAMED, "/a", True),  # its own group counts alone
        (NAMED, "/news/x/1", False),
        (NAMED, "/news/y", True),
        ("User-agent: newskg\nDisallow: /a\nUser-agent: *\nDisallow: /\nUser-agent: newskg\nDisallow: /b", "/b", False),
        ("User-agent: *\nDisallow: /\nAllow: /news", "/news/1", True),  # the longest, not the first
        ("User-agent: *\nAllow: /\nDisallow: /news", "/news/1", False),
        ("User-agent: *\nDisallow: /news\nAllow: /news", "/news", True),  # the kinder of two as long
        ("User-agent: *\nDisallow: /*?print", "/news/1?print=1", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", True),
        ("User-agent: *\nDisallow: /*/a/*/b$", "/x/a/b", True),
        ("User-agent: *\nDisallow: /*/a/*b$", "/x/a/b", False),
        ("User-agent: *\nDisallow: /a$", "/a", False),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("User-agent: *\nDisallow: /caf%C3%A9", "/café/1", False),
        ("User-agent: *\nDisallow: /café", "/caf%c3%a9", False),
        ("\ufeffUser-agent: *\r\nDisallow: /\r\n", "/a", False),
    ],
)
def test_rules(text: str, path: str, allowed: bool) -> None:
    assert robots(text, "newskg").allow(path) is allowed


@pytest.mark.parametrize(
    ("text", "delay"), [("Crawl-delay: 2.5", 2.5), ("Crawl-delay: soon", 0), ("Crawl-delay: -1", 0), ("", 0)]
)
def test_delay(text: str, delay: float) -> None:
    assert robots(f"User-agent: *\n{text}", "newskg").delay == delay


@pytest.mark.parametrize("rule", ["/" + "*a" * 1000, "/" + "a" * 500_000, "/*" * 100_000, "\nDisallow: /*a*b" * 50_000])
def test_hostile_rules_take_bounded_time(rule: str) -> None:
    start = time.perf_counter()
    robots(f"User-agent: *\nDisallow: {rule}$", "newskg").allow("/" + "a" * 2000 + "b")
    assert time.perf_counter() - start < 20
