"""One invented article and the rows of its statements, for the tests of its page."""

from __future__ import annotations

from typing import Any

ID = "https://example.org/id/"
TEXT = (
    "A storm 🌊 over Tavia\n\n"
    "Mara Vell said that Osric Tane had claimed it would rain 𝕏 days.\n"
    "She did not say why.\r\n\r\n"
    "Ida Korr, the mayor, denied it. “No rain & no <storm>,” she told reporters.\n"
)


def span(words: str, nth: int = 0) -> list[int]:
    """Where words stand in the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return [start, start + len(words)]


def sentence(words: str) -> dict[str, Any]:
    """A sentence as evidence."""
    begin, end = span(words)
    return {"text": words, "begin": begin, "end": end}


FIRST = "Mara Vell said that Osric Tane had claimed it would rain 𝕏 days."
LAST = "Ida Korr, the mayor, denied it."
INNER = "Osric Tane had claimed it would rain 𝕏 days"


def article(**changed: Any) -> dict[str, Any]:
    """The article itself."""
    head = {"iri": f"{ID}article/a1", "text": TEXT, "title": "A storm over Tavia", "url": "https://example.org/storm"}
    return head | {"publisher": f"{ID}courier", "published": "2031-03-17", "authors": ["Lea Orn"]} | changed


def entities() -> list[dict[str, Any]]:
    """Who is in it."""
    return [
        {"iri": f"{ID}vell", "label": "Mara Vell", "types": ["foaf:Person"], "sameAs": ["https://example.org/q/1"]},
        {"iri": f"{ID}tane", "label": "Osric Tane", "types": ["foaf:Person"], "sameAs": ["javascript:alert(1)"]},
        {"iri": f"{ID}korr", "label": "Ida Korr", "types": ["foaf:Person"]},
        {"iri": f"{ID}reporters", "label": "reporters", "types": ["foaf:Group"]},
        {"iri": f"{ID}courier", "label": "Tavian Courier", "types": ["org:Organization"]},
    ]


def statements() -> list[dict[str, Any]]:
    """Vell said that Tane claimed that it would rain; Korr denied that; she is mayor, as the article itself says."""
    common = {"article": f"{ID}article/a1", "kind": "Claim", "speechAct": "assert", "factuality": "CT+"}
    outer = {
        "statement": f"{ID}statement/aa",
        "speaker": f"{ID}vell",
        "content": f"{ID}claim/outer",
        "gist": INNER,
        "evidence": [sentence(FIRST)],
        "source": [span("Mara Vell")],
        "cueSpan": [span("said")],
        "contentSpan": [span(f"that {INNER}")],
        "confidence": "0.9",
    }
    inner = {
        "statement": f"{ID}statement/bb",
        "speaker": f"{ID}tane",
        "content": f"{ID}claim/rain",
        "gist": "it would rain 𝕏 days",
        "evidence": [sentence(FIRST)],
        "source": [span("Osric Tane")],
        "cueSpan": [span("claimed")],
        "contentSpan": [span("it would rain 𝕏 days")],
        "within": f"{ID}statement/aa",
        "via": f"{ID}vell",
        "saidFrom": "2031-03-10",
        "saidTo": "2031-03-16",
        "factuality": "PS+",
    }
    denial = {
        "statement": f"{ID}statement/cc",
        "speaker": f"{ID}korr",
        "addressee": f"{ID}reporters",
        "content": f"{ID}claim/rain",
        "gist": "it would rain 𝕏 days",
        "evidence": [sentence(LAST)],
        "source": [span("Ida Korr, the mayor")],
        "cueSpan": [span("denied")],
        "contentSpan": [span("it", 1)],
        "speechAct": "deny",
        "factuality": "CT-",
    }
    own = {
        "statement": f"{ID}statement/dd",
        "content": f"{ID}role/mayor",
        "kind": "RoleHolding",
        "gist": "Ida Korr is mayor",
        "evidence": [sentence(LAST)],
    }
    return [common | row for row in (outer, inner, denial, own)]


def fields() -> list[dict[str, Any]]:
    """The fields of their contents."""
    return [
        {"content": f"{ID}role/mayor", "property": "org:member", "value": f"{ID}korr", "label": "Ida Korr"},
        {"content": f"{ID}role/mayor", "property": "kg:about", "value": f"{ID}korr", "label": "Ida Korr"},
    ]


def more() -> dict[str, Any]:
    """Triples, names and what was not understood."""
    return {
        "triples": {
            f"{ID}statement/bb": [
                ("a", "<https://w3id.org/newskg/ontology#Statement>"),
                ("kg:content", f"<{ID}claim/rain>"),
                ("kg:within", f"<{ID}statement/aa>"),
            ],
            f"{ID}claim/rain": [("kg:gist", '"it would rain 𝕏 days"@en')],
        },
        "names": [{"begin": span("Mara")[0], "end": span("Mara Vell")[1], "entity": f"{ID}vell"}],
        "unread": [(*span("She did not say why"), "negated: nothing was said")],
    }
