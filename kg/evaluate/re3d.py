"""Measures relations between actors against re3d: defence and security texts on Syria and Iraq (Dstl, 2017).

Five of its types say what our typed contents say: who fights, leads, talks to, belongs to and helps whom. What of ours
stands for which type is ``relations``; the types are those of the data:

- FightingAgainst, in either direction: an assault or coercion (ConflictEvent) of an agent on a recipient, and control
  of a territory that two contest;
- InChargeOf, from who is to what is led: control of a territory by who holds or took it, and a role that leads
  (RoleHolding: "commander", "president") in an organization;
- CommWith, in either direction: the first who is named in a Meeting with each of the others, who says something to whom
  (Statement), demands and proposals to somebody, and an agreement (Event) between two;
- BelongsTo, from the member: any other role in an organization;
- AlliesOf, in either direction: support, aid and cooperation (Event) of an agent with a recipient.

A role in a state is none of these: the data calls it an attribute. The data marks what is done, intended and supposed
alike ("a campaign to defeat them"), so all contents count but those that are only denied.

Two relations are the same where their types are and each argument of one shares a character with that of the other,
or with what the data calls its synonym. What is marked, or found, twice in the same words counts once. P is the share
of ours that are marked, R the share of the marked that are ours, F their harmonic mean.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product
from pathlib import Path
from typing import Any

from spacy.language import Language

from kg.errors import KgError
from kg.evaluate.told import Told, told
from kg.model import Content, Mention, Span
from kg.vocabulary import Gazetteer

Figures = dict[str, float]

TYPES = ("FightingAgainst", "InChargeOf", "CommWith", "BelongsTo", "AlliesOf")
DIRECTED = frozenset({"InChargeOf", "BelongsTo"})

DENIED = frozenset({"CT-", "PR-", "PS-"})
EVENTS = {
    "assault": "FightingAgainst",
    "coerce": "FightingAgainst",
    "agree": "CommWith",
    "support": "AlliesOf",
    "aid": "AlliesOf",
    "cooperate": "AlliesOf",
}
HOLDERS = {"controls": "party", "gained": "party", "lost": "counterparty"}
"""Who is in charge of the territory, by the relation."""
STATES = frozenset({"GPE", "NORP", "LOC"})
LEADING = frozenset(
    "leader head chief commander president premier chairman chairwoman chair director founder co-founder governor "
    "mayor king queen emperor emir sultan ruler dictator prince general-secretary secretary-general executive ceo boss "
    "caliph operator warlord captain principal rector dean superintendent manager owner".split()
)
UNDER = frozenset("deputy vice assistant associate former ex".split())
"""Not the first, or no longer: "vice president", "former commander"."""


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """One of the five types between two arguments: where each stands in the text, first here, then in other words."""

    source: Spans
    target: Spans
    kind: str

    def meets(self, other: Relation) -> bool:
        """True where the types are the same and the arguments overlap, in either direction where there is none."""
        if self.kind != other.kind:
            return False
        ends = [(other.source, other.target)]
        if self.kind not in DIRECTED:
            ends.append((other.target, other.source))
        return any(_overlap(self.source, source) and _overlap(self.target, target) for source, target in ends)

    def shown(self, text: str) -> str:
        """The relation with the words of its arguments."""
        return " ".join(f"{self.kind}: {self.source[0].of(text)} > {self.target[0].of(text)}".split())


def _overlap(one: Spans, other: Spans) -> bool:
    return any(mine.meets(yours) for mine, yours in product(one, other))


@dataclass(frozen=True, slots=True)
class Measured:
    """A document with the relations that are marked and found in it."""

    name: str
    text: str
    marked: tuple[Relation, ...]
    found: tuple[Relation, ...]

    def missed(self) -> list[Relation]:
        """What is marked and not found."""
        return _others(self.marked, self.found)

    def false(self) -> list[Relation]:
        """What is found and not marked."""
        return _others(self.found, self.marked)

    def errors(self) -> Iterator[tuple[str, str, str]]:
        """(error, relation, the lines it stands in): missed ones, and found ones that are not marked."""
        for error, relations in (("missed", self.missed()), ("not marked", self.false())):
            for one in relations:
                yield error, one.shown(self.text), self._around(one)

    def _around(self, one: Relation) -> str:
        first, last = sorted((one.source[0], one.target[0]))
        start, end = self.text.rfind("\n", 0, first.start) + 1, self.text.find("\n", last.end)
        return " ".join(self.text[start : end if end >= 0 else None].split())


def _others(some: Iterable[Relation], relations: Sequence[Relation]) -> list[Relation]:
    return [one for one in some if not any(one.meets(other) for other in relations)]


def measure(data: Path, nlp: Language) -> list[Measured]:
    """Each document of ``data/eval/re3d`` with what is marked and found in it. KgError where it is not there."""
    gazetteer = Gazetteer.load(())
    return [
        Measured(name, text, marked, _once(chain.from_iterable(map(relations, told(text, nlp, gazetteer, name)))))
        for name, text, marked in _documents(data / "eval" / "re3d")
    ]


def figures(measured: Sequence[Measured]) -> Iterator[tuple[str, Figures]]:
    """(what, figures): how many relations are marked and found, precision, recall and F in percent; all, by type."""
    yield "relations of re3d", {"documents": len(measured), **_figures(measured, TYPES)}
    for kind in TYPES:
        yield f"relations of re3d: {kind}", _figures(measured, (kind,))


def _figures(measured: Iterable[Measured], kinds: Sequence[str]) -> Figures:
    counts = Counter[str]()
    for one in measured:
        for side, relations in (
            ("marked", one.marked),
            ("found", one.found),
            ("missed", one.missed()),
            ("false", one.false()),
        ):
            counts[side] += sum(relation.kind in kinds for relation in relations)
    marked, found = counts["marked"], counts["found"]
    precision = 100 * (found - counts["false"]) / max(1, found)
    recall = 100 * (marked - counts["missed"]) / max(1, marked)
    f = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"marked": marked, "found": found, "P": precision, "R": recall, "F": f}


def _once(every: Iterable[Relation]) -> tuple[Relation, ...]:
    """Each relation once, in the order of the text; of those in overlapping words the first."""
    out: list[Relation] = []
    for one in sorted(every):
        if not any(one.meets(other) for other in out):
            out.append(one)
    return tuple(out)


# --- from contents to relations


def relations(one: Told) -> Iterator[Relation]:
    """The relations that a content stands for, and those between who says it and who is told it."""
    for said in one.statements:
        if said.speaker is not None and said.addressee is not None:
            yield Relation((said.speaker.span,), (said.addressee.span,), "CommWith")
    if all(said.factuality in DENIED for said in one.statements):
        return
    for kind, sources, targets in _ends(one):
        for source, target in product(sources, targets):
            if not source.meets(target):
                yield Relation((source,), (target,), kind)


def _ends(one: Told) -> Iterator[tuple[str, list[Span], list[Span]]]:
    """(type, sources, targets) for a content."""
    content = one.content
    agents, recipients = _spans(content, "agent"), _spans(content, "recipient")
    match content.kind:
        case "ConflictEvent" | "Event" if one.key("eventType") in EVENTS:
            yield EVENTS[one.key("eventType")], agents, recipients
        case "TerritorialControl" if one.key("controlRelation") in HOLDERS:
            yield "InChargeOf", _spans(content, HOLDERS[one.key("controlRelation")]), _spans(content, "territory")
        case "TerritorialControl" if one.key("controlRelation") == "contests":
            yield "FightingAgainst", _spans(content, "party"), _spans(content, "counterparty")
        case "RoleHolding":
            kind = "InChargeOf" if is_leading(one.key("role")) else "BelongsTo"
            yield kind, _spans(content, "member"), _spans(content, "organization", besides=STATES)
        case "Meeting":
            people = sorted(_spans(content, "participant"))
            yield "CommWith", people[:1], people[1:]
        case "Demand" | "Condition" | "Proposal":
            yield "CommWith", agents, recipients


def _spans(content: Content, field: str, besides: Container[str] = ()) -> list[Span]:
    """Where the mentions of a field stand, those of some kinds left out."""
    mentions = (value for name, value in content.fields if name == field and isinstance(value, Mention))
    return [mention.span for mention in mentions if mention.kind not in besides]


def is_leading(role: str) -> bool:
    """True for the role of who leads.

    >>> is_leading("army chief of staff"), is_leading("deputy commander"), is_leading("spokesperson")
    (True, False, False)
    """
    words = role.lower().replace("secretary general", "secretary-general").replace("prime minister", "premier").split()
    head = words[: words.index("of")] if "of" in words else words
    return bool(head) and head[-1] in LEADING and not UNDER & set(words)


# --- the documents


def _documents(folder: Path) -> Iterator[tuple[str, str, tuple[Relation, ...]]]:
    """(name, text, what is marked) of each document of each part."""
    parts = sorted(path.parent for path in folder.glob("*/documents.json"))
    if not parts:
        raise KgError(f"{folder}: no documents of re3d here; give the folder that holds eval/re3d")
    for part in parts:
        rows = list(_rows(part / "relations.json"))
        for document in _rows(part / "documents.json"):
            own = [row for row in rows if row["documentId"] == document["_id"]]
            yield document["_id"], document["text"], _marked(own)


def _marked(rows: Sequence[Mapping[str, Any]]) -> tuple[Relation, ...]:
    """The relations of one document of the five types, each argument with its synonyms."""
    ends = [(Span(row["sourceBegin"], row["sourceEnd"]), Span(row["targetBegin"], row["targetEnd"])) for row in rows]
    same: dict[Span, set[Span]] = {span: {span} for pair in ends for span in pair}
    for row, (source, target) in zip(rows, ends, strict=True):
        if row["type"] == "IsSynonymOf":
            together = same[source] | same[target]
            same.update(dict.fromkeys(together, together))
    return _once(
        Relation(_first(source, same[source]), _first(target, same[target]), row["type"])
        for row, (source, target) in zip(rows, ends, strict=True)
        if row["type"] in TYPES
    )


def _first(span: Span, spans: set[Span]) -> Spans:
    return span, *sorted(spans - {span})


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise KgError(f"{path}: cannot be read ({error.strerror}); give the folder that holds eval/re3d") from error
    return map(json.loads, filter(str.strip, text.split("\n")))
