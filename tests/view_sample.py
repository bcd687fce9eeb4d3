"""Invented actors and what they say: the rows that tests give the page, from two tables beside this file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

_ID = "https://example.org/id/"

_ARTICLES = {
    "a1": ("Talks on the valley", "Tavian Courier", "2031-03-17"),
    "a2": ("A corridor to the sea", "Ansel Gazette", "2031-03-19"),
    "a3": ("Belmark counts again", "Belmark Post", "2031-04-02"),
    "a4": ("Two ferries for the bay", "Ansel Gazette", "2031-04-05"),
}


def entities() -> list[dict[str, Any]]:
    """Twenty actors and places."""
    rows = []
    for line in _lines("view_entities.txt"):
        key, label, types, aliases = (part.strip() for part in line.split("|"))
        rows.append(
            {
                "iri": _ID + key,
                "label": label,
                "types": types.split(),
                "aliases": [name.strip() for name in aliases.split(",") if name],
                "sameAs": ["https://example.org/other/tavia"] if key == "tavia" else [],
            }
        )
    return rows


def statements() -> list[dict[str, Any]]:
    """Forty statements in four articles."""
    return [_statement(number, *line.split("|")) for number, line in enumerate(_lines("view_statements.txt"))]


def fields() -> list[dict[str, Any]]:
    """The fields of their contents, once each."""
    keys = {row["iri"] for row in entities()}
    found = {}
    for line in _lines("view_statements.txt"):
        content, pairs = line.split("|")[5], line.split("|")[7]
        for pair in pairs.split():
            name, value = pair.split("=")
            full = _ID + value if _ID + value in keys else value.replace("+", " ")
            found[content, name, full] = {"content": f"{_ID}content/{content}", "property": name, "value": full}
    return list(found.values())


def _lines(name: str) -> list[str]:
    """The lines of a table, without its head."""
    return Path(__file__).with_name(name).read_text("utf-8").splitlines()[1:]


def _statement(number: int, *parts: str) -> dict[str, Any]:
    article, speaker, act, factuality, kind, content, gist, _, sentence = parts
    begin = number * 1000
    text, spans = _read(sentence, begin)
    title, publisher, published = _ARTICLES[article]
    return {
        "statement": f"{_ID}statement/{number:02}",
        "speaker": _ID + speaker if speaker else None,
        "addressee": "supporters" if "supporters" in text else None,
        "content": f"{_ID}content/{content}",
        "kind": kind,
        "gist": gist,
        "speechAct": act,
        "factuality": factuality,
        "cue": "",
        "saidOn": published if speaker else None,
        "status": "planned" if kind == "Meeting" else "",
        "evidence": [{"text": text, "begin": begin, "end": begin + len(text)}],
        "source": spans["s"],
        "cueSpan": spans["c"],
        "contentSpan": spans["t"],
        "quotes": re.findall("“(.+?)”", text),
        "article": f"{_ID}article/{article}",
        "title": title,
        "url": f"https://example.org/news/{article}",
        "publisher": publisher,
        "published": published,
    }


def _read(sentence: str, begin: int) -> tuple[str, dict[str, list[list[int]]]]:
    """The words of a marked sentence, and where its source (s), cue (c) and content (t) stand."""
    text, spans = "", {"s": [], "c": [], "t": []}
    for role, inside, outside in re.findall(r"\[([sct]) (.*?)\]|([^\[]+)", sentence):
        if role:
            spans[role].append([begin + len(text), begin + len(text) + len(inside)])
        text += inside + outside
    return text, spans
