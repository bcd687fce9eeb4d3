"""Ways to spoil what stands around an article: HTML, JSON-LD, front matter, head lines."""

from __future__ import annotations

import json
import re
from html import escape
from random import Random
from typing import Any

from mutations import NO_WIDTH, TURNS, Mutation, bytes_flipped

TITLES = (
    "</script><script>alert(1)</script>", '"><img src=x onerror=alert(2)>', "{{7*7}}", "{party} {0} {", "%s %n %d",
    "\\",
    "\x1b]0;owned\x07\x1b[31m", "=cmd|' /C calc'!A0", "a\nb\rc", '"', "'''", '"""', "\u2028x\u2029", "\u202etxt.exe",
    "\x00", "\ud800", "<!--", "]]>", "<https://w3id.org/newskg/id/entity/x>", "' . } DROP ALL ; #", "x" * 30_000,
    "&#0;&#x1b;&lt;b&gt;", "../../etc/passwd", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "\ufffe\uffff", "é" * 500, "a" + "\u0301" * 500,
    "$(reboot) `id`", NO_WIDTH, TURNS,
)  # fmt: skip
"""Titles, names of publishers and of authors that are more than names to somebody."""

ADDRESSES = (
    "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "file:///etc/passwd",
    "http://user:pass@example.org/",
    "http://[::1]", "http://[", "http://]", "http://example.org:port/", "http://example.org/%zz",
    "http://example.org/%",
    "http://example.org/a b", 'http://example.org/"><script>', "http://bücher.example/ü", "http://example.org/#a#b",
    "http://example.org/?a[]=1", "http://example.org/\\..\\", "https://", "http:///x", "//example.org",
    "HTTP://EXAMPLE.ORG",
    "http://example.org/\x00\x1b", "http://example.org/\u202e", "http://example.org/\ud800",
    "http://example.org/> } DROP ALL",
    "http://127.0.0.1:99999/", "http://" + "a" * 5_000 + ".org", "http://example.org/" + "a/" * 5_000,
    "http://xn--a.example",
    "http://example.org/{}|^`", "http://1.2.3.4.5.6", "http://example.org/%2e%2e/%00", "ftp://example.org", "?",
    "http://%31/",
)  # fmt: skip
"""Addresses that an article may be said to have."""

DAYS = ("2025-03-17", "99999-99-99", "0000-00-00T99:99:99Z", "yesterday", "", "2025-03-17T10:00:00+99:00", "١٧/٣/٢٠٢٥")


def page(text: str, head: str = "") -> str:
    """A text as an HTML page."""
    title, *body = [line for line in text.splitlines() if line.strip()] or [""]
    paragraphs = "\n".join(f"<p>{escape(line)}</p>" for line in body)
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{escape(title)}</title>{head}</head>'
        f"<body><article><h1>{escape(title)}</h1>\n{paragraphs}\n</article></body></html>"
    )


def linked_data(chance: Random) -> dict[str, Any]:
    """JSON-LD of an article, some of it hostile."""
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": chance.choice(TITLES),
        "url": chance.choice(ADDRESSES),
        "mainEntityOfPage": {"@id": chance.choice(ADDRESSES)},
        "datePublished": chance.choice(DAYS),
        "dateModified": chance.choice(DAYS),
        "author": [{"@type": "Person", "name": chance.choice(TITLES)}, chance.choice(TITLES)],
        "publisher": {"@type": "Organization", "name": chance.choice(TITLES)},
    }


def _script(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def hostile_linked_data(chance: Random, text: str) -> str:
    return page(text, _script(json.dumps(linked_data(chance)).replace("</", "<\\/")))


def broken_linked_data(chance: Random, text: str) -> str:
    """Cut, of other types than it should be, or nested deeply."""
    whole = linked_data(chance)
    odd: tuple[Any, ...] = (None, 1, 1e308, True, [], {}, [[[["x"]]]], {"name": {"name": ["x", None, 2]}}, "x")
    for key in chance.sample(sorted(whole), 4):
        whole[key] = chance.choice(odd)
    written = json.dumps(whole)
    way = chance.randrange(4)
    if way == 0:
        written = written[: chance.randrange(len(written))]
    elif way == 1:
        written = "[" * 5_000 + written + "]" * 5_000
    elif way == 2:
        written = json.dumps([whole] * 3_000)
    return page(text, _script(written))


def broken_tags(chance: Random, text: str) -> str:
    source = page(text)
    way = chance.randrange(5)
    if way == 0:
        return re.sub(r"[<>/\"]", lambda sign: "" if chance.random() < 0.2 else sign[0], source)
    if way == 1:
        return re.sub(
            r"</?p>", lambda tag: chance.choice((tag[0], "", "<div>", "</body>", "<table><tr>", "<!--")), source
        )
    if way == 2:
        depth = chance.choice((10, 300, 3_000))
        return source.replace("<article>", "<div>" * depth + "<article>").replace(
            "</article>", "</article>" + "</div>" * depth
        )
    if way == 3:
        return source[: chance.randrange(len(source))]
    return source.replace("<p>", "<p " + 'a="b" ' * chance.choice((3, 2_000)) + ">")


def broken_page(chance: Random, text: str) -> bytes:
    return bytes_flipped(chance, page(text))


def hostile_tags(chance: Random, text: str) -> str:
    """Meta tags that hold what they should not, bare or escaped."""
    names = ("og:title", "og:site_name", "author", "article:published_time", "og:url", "twitter:url", "date")
    written = escape if chance.random() < 0.7 else str
    tags = "".join(
        f'<meta property="{name}" content="{written(chance.choice((*TITLES, *ADDRESSES, *DAYS)))}">' for name in names
    )
    link = f'<link rel="canonical" href="{written(chance.choice(ADDRESSES))}">'
    return page(text, tags + link)


def odd_markup(chance: Random, text: str) -> str:
    """What stands in pages beside paragraphs: references, sections, scripts, other charsets."""
    extra = (
        "&#0;&#xD800;&#x110000;&bogus;&amp;amp;", "<![CDATA[x]]>", "<?php echo 1 ?>", "<script>if (a<b) {}</script>",
        "<style>p{}</style>", "<svg><p>x</svg>", "<template><p>x</template>", "<iframe srcdoc='<p>x'>", "<plaintext>",
        '<meta charset="utf-16">', "<base href='javascript:'>", "<p>" * 500, "<b><i>" * 200, "<select><option>",
        "<textarea>",
        "<frameset>", "<noscript><p>", "<math><mi>", "<a href='x'>" * 300, "<!DOCTYPE x [<!ENTITY a 'b'>]>&a;",
    )  # fmt: skip
    return re.sub("<p>", lambda _: chance.choice(extra) + "<p>" if chance.random() < 0.3 else "<p>", page(text))


def front_matter(chance: Random) -> str:
    """Front matter, some of it hostile."""
    fields = {
        "title": chance.choice(TITLES),
        "publisher": chance.choice((*TITLES, *ADDRESSES)),
        "author": chance.choice(TITLES),
        "url": chance.choice(ADDRESSES),
        "date": chance.choice(DAYS),
        "id": chance.choice((*TITLES, "")),
    }
    return "".join(f"{key}: {json.dumps(value)}\n" for key, value in fields.items() if chance.random() < 0.8)


def hostile_front_matter(chance: Random, text: str) -> str:
    return f"---\n{front_matter(chance)}---\n\n{text}"


def broken_front_matter(chance: Random, text: str) -> str:
    bombs = (
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "title: [", "? {[a]: b}\n",
        "title: !!python/object:os.system x\n",
        "\ttitle: x\n", "title: {a: {b: [c]}}\n", "[" * 9_000 + "\n", "title: 'x\n", "- - - x\n", "%YAML 9.9\n",
        "title: *x\n",
        "title: |\n  a\n  b\n", "a: b: c\n", "title:\n", "1: 2\n", "title: \x00\n", "---\n---\n", "&a [*a]\n",
        "&a {title: *a}\n",
        "<<: *a\n", "title: \U0001f600\ufeff\n", "author: [[a, [b]], {name: {name: c}}]\n",
    )  # fmt: skip
    block = front_matter(chance) + chance.choice(bombs) + front_matter(chance)
    end = chance.choice(("---\n", "...\n", "", "--\n"))
    return f"---\n{block}{end}\n{text}"


def hostile_head(chance: Random, text: str) -> str:
    """Head lines of a saved page that hold what they should not."""
    lines = [
        chance.choice(TITLES), f"By {chance.choice(TITLES)}, CNN", f"Published {chance.choice(DAYS)}",
        f"URL: {chance.choice(ADDRESSES)}", f"Source: {chance.choice(TITLES)}", chance.choice(ADDRESSES), "3 min read",
    ]  # fmt: skip
    chance.shuffle(lines)
    whole = "\n\n".join(lines) + f"\n\n{text}"
    return whole.encode("utf-8", "replace").decode()


MARKUP: dict[str, tuple[str, Mutation]] = {
    "JSON-LD: hostile": (".html", hostile_linked_data),
    "JSON-LD: broken": (".html", broken_linked_data),
    "HTML: tags broken": (".html", broken_tags),
    "HTML: bytes flipped": (".html", broken_page),
    "HTML: meta tags hostile": (".htm", hostile_tags),
    "HTML: odd markup": (".html", odd_markup),
    "front matter: hostile": (".md", hostile_front_matter),
    "front matter: broken": (".md", broken_front_matter),
    "head lines: hostile": (".txt", hostile_head),
}
"""What is done around texts, by name, with the ending of the file."""
