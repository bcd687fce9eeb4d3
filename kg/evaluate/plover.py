"""Measures events against the gold records of PLOVER: one sentence each, with an event class, source and target actors.

PLOVER (Halterman, Bagozzi, Beger, Schrodt, Scarborough: "PLOVER and POLECAT", 2023) names what one actor does to
another. The records use names of its first version, which are read by those of today: DEMAND is request, FIGHT assault,
DISAPPROVE and INVESTIGATE accuse.

What is counted is a class in a sentence: right where the sentence has a record of it and we find a content of it that
somebody tells as a fact. A class is right with its actors where one such content has one of the record's sources and
one of its targets. Two actors are the same where all the telling words of one are among those of the other, a people
standing for its country ("Norvian officials", "Norvia"). The target of an answer is whose proposal or demand it
answers; PLOVER's target may also be where something was done ("shelled Osk"), so our place counts as one. A record
without a target names one actor, or several who act together: all of them must take part.

A record marks one event where the sentence may tell of more, so the share of the found that is right is a lower bound.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from spacy.language import Language

from kg.errors import KgError
from kg.evaluate.polnear_tokens import shares
from kg.evaluate.told import Told, is_same, shown, told
from kg.model import Content
from kg.vocabulary import Gazetteer

Figures = dict[str, float]

RENAMED = {"demand": "request", "fight": "assault", "disapprove": "accuse", "investigate": "accuse"}
KINDS = {"Demand": "request", "Condition": "request", "Proposal": "agree"}
ANSWERS = {"accept": "agree", "accept-with-conditions": "agree", "reject": "reject"}
TALKS = {"planned": "agree", "confirmed": "agree", "postponed": "", "cancelled": ""}
"""Meetings that were not held: to be willing to meet is to agree."""
SOURCES = ("agent", "participant")
TARGETS = ("recipient", "participant", "place")


@dataclass(frozen=True, slots=True)
class Record:
    """What is marked in a sentence: the class, and the actors as they are called in it."""

    event: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.event}: {', '.join(self.sources)} > {', '.join(self.targets)}".strip(" >")


@dataclass(frozen=True, slots=True)
class Measured:
    """A sentence with its records and the contents found in it that are of a class of PLOVER."""

    text: str
    records: tuple[Record, ...]
    found: tuple[Told, ...]

    def classes(self) -> frozenset[str]:
        """The classes found."""
        return frozenset(map(event_class, self.found))

    def right(self) -> frozenset[str]:
        """The classes found that are marked."""
        return self.classes() & {record.event for record in self.records}

    def attributed(self) -> frozenset[str]:
        """The classes found that are marked, with the actors of a record."""
        return frozenset(
            record.event
            for record in self.records
            for one in self.found
            if event_class(one) == record.event and has_actors(one, record)
        )

    def errors(self) -> Iterator[tuple[str, str]]:
        """(error, what was marked or found): missed, found with other actors, found though not marked."""
        for record in self.records:
            if record.event not in self.classes():
                yield "missed", str(record)
            elif record.event not in self.attributed():
                found = [shown(one.content) for one in self.found if event_class(one) == record.event]
                yield "other actors", f"{record} | {' | '.join(found)}"
        for one in self.found:
            if event_class(one) not in self.right():
                yield "not marked", f"{event_class(one)}: {shown(one.content)}"


def measure(data: Path, nlp: Language) -> list[Measured]:
    """Each sentence of ``data/eval/plover`` with what is marked and found in it. KgError where it is not there."""
    gazetteer = Gazetteer.load(())
    out = []
    for text, records in _sentences(data).items():
        found = (one for one in told(text, nlp, gazetteer, name="plover") if event_class(one) and one.is_affirmed)
        out.append(Measured(text, records, tuple(found)))
    return out


def figures(measured: Iterable[Measured]) -> Iterator[tuple[str, Figures]]:
    """(what, figures): precision, recall and F of classes, without and with actors, in percent; counts by class."""
    marked, found, right, attributed = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    sentences = 0
    for one in measured:
        sentences += 1
        marked.update({record.event for record in one.records})
        found.update(one.classes())
        right.update(one.right())
        attributed.update(one.attributed())
    both = {"found": found.total(), "gold": marked.total()}
    yield (
        "events of PLOVER",
        {
            "sentences": sentences,
            "classes marked": marked.total(),
            "classes found": found.total(),
            **shares("class", {"right": right.total(), **both}),
            **shares("class with both actors", {"right": attributed.total(), **both}),
        },
    )
    for event in sorted(marked | found):
        yield (
            f"events of PLOVER: {event}",
            {
                "marked": marked[event],
                "found": found[event],
                "right": right[event],
                "with both actors": attributed[event],
            },
        )


def event_class(one: Told) -> str:
    """PLOVER's class for a content, empty where it has none."""
    match one.content.kind:
        case "Event" | "ConflictEvent":
            return one.key("eventType")
        case "Response":
            return ANSWERS.get(one.key("responseType"), "")
        case "Meeting":
            return TALKS.get(one.statements[0].status, "consult")
    return KINDS.get(one.content.kind, "")


def has_actors(one: Told, record: Record) -> bool:
    """True where a content has one of a record's sources and one of its targets; without a target, all its actors."""
    agents, others = one.labels(*SOURCES), [*one.labels(*TARGETS), *_answered(one)]
    if not record.targets:
        return all(any(is_same(names, [actor]) for names in (*agents, *others)) for actor in record.sources)
    return any(
        is_same(agent, record.sources) and is_same(other, record.targets)
        for agent in agents
        for other in others
        if agent != other
    )


def _answered(one: Told) -> list[set[str]]:
    """Who made the proposal or demand that a content answers, by their names."""
    answered = one.content.get("respondsTo")
    return replace(one, content=answered).labels("agent") if isinstance(answered, Content) else []


# --- the records


def _sentences(data: Path) -> dict[str, tuple[Record, ...]]:
    """The records of each sentence, in the file's order."""
    path = data / "eval" / "plover" / "gold_records.json"
    try:
        rows = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise KgError(f"{path}: cannot be read ({error.strerror}); give the folder that holds eval/plover") from error
    out: dict[str, tuple[Record, ...]] = {}
    for row in rows:
        event = row["event"].lower()
        text = row["text"].strip(" {}")
        record = Record(RENAMED.get(event, event), _actors(row["source"]), _actors(row.get("target")))
        out[text] = (*out.get(text, ()), record)
    return out


def _actors(given: Any) -> tuple[str, ...]:
    """The actors of a record as printed; none where the field is absent, empty or a stray word."""
    return tuple(actor["actorText"].strip() for actor in given) if isinstance(given, list) else ()
