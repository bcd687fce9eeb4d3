"""The sets that annotate names, in our entity types. What a set does not annotate, or does otherwise, is left open."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.english.names import TITLES
from kg.english.peoples import is_people

ENTITY_TYPES = ("PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "EVENT", "LAW", "MISC")
"""What the network tells apart. MISC are the works, products and other names that the sets do not tell apart."""
OPEN = "?"  # the entity tag of a word whose type its set does not tell

LAND = re.compile(
    r"(?i)\b(river|sea|ocean|mount|mountains?|mt\.?|lake|valley|desert|gulf|strait|peninsula|islands?|isle|coast|bay|"
    r"basin|canyon|forest|cape|continent|hemisphere|middle east|far east|west bank|gaza strip|"
    r"golan|sahara|sahel|sinai|balkans|caucasus|siberia|arctic|antarctica?|atlantic|pacific|mediterranean|caribbean)\b"
)
CONTINENTS = frozenset(
    "africa asia europe antarctica oceania eurasia scandinavia earth mars moon sun west east north south "
    "northeast northwest southeast southwest".split()
)
FACILITY = re.compile(
    r"(?i)\b(airport|bridge|hospital|street|st\.|avenue|ave\.?|road|rd\.?|highway|stadium|station|tower|building|museum|"
    r"prison|palace|castle|cathedral|church|mosque|temple|port|dam|park|square|center|centre|hall|house|base|camp|"
    r"theatre|theater|hotel|school|bay area mall|mall|plaza|cemetery|zoo|tunnel|pier|boulevard|interstate)\b"
)
HAPPENING = re.compile(r"\b(War|Battle|Siege|Olympics|Games|Revolution|Uprising|Championships?|World Cup|Festival)\b")
STATUTE = re.compile(
    r"\b(Acts?|Law|Bill|Treaty|Accords?|Agreement|Constitution|Convention|Resolution \d+|Amendment|Charter|Protocol)"
    r"(?: of \d{4}| \d{4})?$"
)
PAPER = re.compile(
    r"\b(Times|Post|Tribune|Herald|Gazette|Guardian|Journal|Daily|News|Chronicle|Telegraph|Observer|Independent|Press)$"
)


def typed(words: Sequence[str], tags: Sequence[str]) -> list[str]:
    """BIO tags of a set in our types: places split by their names, peoples by theirs, titles outside; the rest open."""
    out = ["O"] * len(words)
    i = 0
    while i < len(words):
        if tags[i] == "O":
            out[i] = OPEN if is_people(words[i]) else "O"  # sets differ in whether peoples are names
            i += 1
            continue
        end = i + 1
        while end < len(words) and tags[end].startswith("I-") and tags[end][2:] == tags[i][2:]:
            end += 1
        out[i:end] = our_name(words[i:end], tags[i].split("-", 1)[-1])
        i = end
    return out


def our_name(words: Sequence[str], kind: str) -> list[str]:
    """The BIO tags of a name's words in our types, for a set's type."""
    ours = entity_type(kind, " ".join(words))
    if ours in {OPEN, "O"}:
        return [ours] * len(words)
    start = 0
    while ours == "PERSON" and start < len(words) - 1 and words[start].lower() in TITLES:
        start += 1
    name = ["B-" + ours] + ["I-" + ours] * (len(words) - start - 1)
    return ["O"] * start + name


def entity_type(kind: str, name: str) -> str:
    """Our type for a set's type and a name.

    >>> entity_type("LOC", "Lake Orsa"), entity_type("LOC", "Vessa"), entity_type("LOC", "Norwegian")
    ('LOC', 'GPE', 'NORP')
    """
    kind = kind.lower()
    if kind in {"loc", "location", "country", "misc", "oth"} and is_people(name):
        return "NORP"
    match kind:
        case "per" | "person" | "politician":
            return "PERSON"
        case "org" | "organisation" | "organization" | "politicalparty":
            return "ORG"
        case "country":
            return "GPE"
        case "loc" | "location":
            if FACILITY.search(name):
                return "FAC"
            return "LOC" if LAND.search(name) or name.lower() in CONTINENTS else "GPE"
        case "event" | "election":
            return "EVENT"
        case "time" | "num":
            return "O"
    if HAPPENING.search(name):
        return "EVENT"
    if PAPER.search(name):
        return "ORG"
    return "LAW" if STATUTE.search(name) else "MISC" if kind in {"misc", "oth"} else OPEN


def tagged(path: Path, *, word: int, tag: int, separator: str | None) -> Iterator[tuple[list[str], list[str], str]]:
    """The sentences of a tag file as (words, tags, sentence id)."""
    words: list[str] = []
    tags: list[str] = []
    name = ""
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("# sent_id"):
            name = line.partition("=")[2].strip()
        if not line.strip():
            if words:
                yield words, tags, name
            words, tags = [], []
        elif not line.startswith("# "):
            parts = line.split(separator)
            words.append(parts[word])
            tags.append(parts[tag] if len(parts) > 1 else "O")


Named = tuple[list[str], list[str], str]  # words, our tags, the document


def wikigold(path: Path) -> Iterator[Named]:
    """WikiGold, whose tags do not tell where a name begins."""
    for words, tags, _ in tagged(path, word=0, tag=-1, separator=" "):
        bio = [t if t == "O" else ("B-" if i == 0 or tags[i - 1] != t else "I-") + t[2:] for i, t in enumerate(tags)]
        yield words, typed(words, bio), ""


def crossner(path: Path) -> Iterator[Named]:
    """CrossNER."""
    for words, tags, _ in tagged(path, word=0, tag=-1, separator="\t"):
        yield words, typed(words, tags), ""


def redocred(path: Path) -> Iterator[Named]:
    """Re-DocRED, a document at a time."""
    for article in json.loads(path.read_text("utf-8")):
        columns = [["O"] * len(words) for words in article["sents"]]
        for mention in (m for mentions in article["vertexSet"] for m in mentions):
            start, end = mention["pos"]
            row = columns[mention["sent_id"]]
            if all(x == "O" for x in row[start:end]):
                row[start:end] = ["B-" + mention["type"]] + ["I-" + mention["type"]] * (end - start - 1)
        for words, row in zip(article["sents"], columns, strict=True):
            if words:
                yield words, typed(words, row), article["title"]
