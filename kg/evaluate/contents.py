"""Measures typed contents on sentences of our own (``tests/gold/*.jsonl``): control shares, offices, meetings.

A line is one text with its day of publication, the kinds it is about and, by kind, what must be found in it. A content
is right where its ends (by name, or a people for its country), its type and its figures are all right. Contents marked
``optional`` cost nothing either way; so does what is only denied, wished or supposed, as long as it is not told as a
fact.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from spacy.language import Language

from kg.errors import KgError
from kg.evaluate.polnear_tokens import shares
from kg.evaluate.told import AFFIRMED, Told, is_called, shown, tokens, told
from kg.vocabulary import Gazetteer

Figures = dict[str, float]
Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Compared:
    """One text and kind: how many contents are right, found, and to be found; what was wrong, in words."""

    right: int
    found: int
    gold: int
    notes: tuple[str, ...]


def figures(texts: Iterable[tuple[Item, Sequence[Told]]]) -> dict[str, Figures]:
    """Texts with what was found in them in; by kind, how many are to be found, precision, recall and F in percent."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row, found in texts:
        for kind in row["kinds"]:
            one = compare(kind, row.get(kind, []), found)
            counts[kind].update(right=one.right, found=one.found, gold=one.gold)
    return {
        kind: {"to be found": count["gold"], **{name.strip(): share for name, share in shares("", count).items()}}
        for kind, count in counts.items()
    }


def read(paths: Iterable[Path], nlp: Language) -> Iterator[tuple[Item, list[Told]]]:
    """Each line of the files with what is found in its text."""
    gazetteer = Gazetteer.load(())
    for path in paths:
        try:
            lines = path.read_text("utf-8").splitlines()
        except OSError as error:
            raise KgError(f"{path}: cannot be read ({error.strerror}); give a file of sentences") from error
        for row in map(json.loads, lines):
            published = date.fromisoformat(row["published"])
            yield row, told(row["text"], nlp, gazetteer, name=row["id"], published=published)


def compare(kind: str, gold: Iterable[Item], found: Iterable[Told]) -> Compared:
    """What is right in one text, what was found, and what is to be found; and what was wrong, in words."""
    classes, fits = KINDS[kind]
    left = [one for one in found if one.content.kind in classes and one.is_affirmed]
    required = [item for item in gold if not item.get("optional") and item.get("factuality", "CT+") in AFFIRMED]
    optional = [item for item in gold if item not in required]
    right, notes = 0, []
    for item in required:
        hit = next((one for one in left if fits(item, one)), None)
        if hit is None:
            notes.append(f"missed {dict(item)}")
        else:
            right += 1
            left.remove(hit)
    false = [one for one in left if not any(fits(item, one) for item in (*optional, *required))]
    notes += [f"false {shown(one.content)}" for one in false]
    return Compared(right, right + len(false), len(required), tuple(notes))


def _wanted(item: Item, field: str, any_field: str) -> list[str]:
    return [one for one in [item.get(field), *item.get(any_field, [])] if one]


def _end(item: Item, field: str, any_field: str, labels: list[set[str]]) -> bool:
    """True where an end is right; one that is not asked for may be anybody, one that is only suspected may be open."""
    wanted = _wanted(item, field, any_field)
    if item.get(field) is None and not labels:
        return True
    return not wanted or any(is_called(names, wanted) for names in labels)


def _has(item: Item, words: str) -> bool:
    keys = [key.lower() for key in item.get("keywords", [])]
    return all(key in words for key in keys)


# --- kinds


def _control(item: Item, one: Told) -> bool:
    return (
        _end(item, "party", "party_any", one.labels("party"))
        and one.key("controlRelation") == item["relation"]
        and _end(item, "territory", "territory_any", one.labels("territory"))
        and _amount(item, one)
    )


NUMBERS = {"percent": "percent", "percent_min": "percentMin", "percent_max": "percentMax", "area_km2": "areaKm2"}


def _amount(item: Item, one: Told) -> bool:
    numbers = [(item.get(mine), one.number(theirs)) for mine, theirs in NUMBERS.items()]
    if any(want is not None for want, _ in numbers):
        close = all((want is None) == (got is None) and (want is None or _near(want, got)) for want, got in numbers)
        hedge = item.get("approximation") or "exactly"
        return close and (hedge == "between" or (one.key("approximation") or "exactly") == hedge)
    return all(got is None for _, got in numbers)


def _near(want: Any, got: Decimal | None) -> bool:
    number = Decimal(str(want).replace(",", ""))
    return got is not None and abs(number - got) <= max(Decimal("0.5"), number * Decimal("0.01"))


def _role(item: Item, one: Told) -> bool:
    roles = [value for name, value in one.content.fields if name == "role" and isinstance(value, str)]
    fits = any(
        tokens(w) <= tokens(r) or tokens(r) <= tokens(w) for r in roles for w in _wanted(item, "role", "role_any")
    )
    bodies = one.labels("organization")
    body = not bodies or item.get("org_optional") or _end(item, "organization", "org_any", bodies)
    if item.get("organization") and not bodies and not item.get("org_optional"):
        body = False
    return fits and bool(body) and _end(item, "member", "member_any", one.labels("member"))


def _meeting(item: Item, one: Told) -> bool:
    wanted = [[name, *more] for name, more in zip(item["participants"], _more(item), strict=True)]
    labels = one.labels("participant")
    if not all(any(is_called(names, want) for names in labels) for want in wanted):
        return False
    status = {s.status for s in one.statements if s.status}
    return not status or bool(status & _statuses(item["status"]))


def _more(item: Item) -> list[list[str]]:
    given = item.get("participants_any", [])
    return [*given, *([[]] * (len(item["participants"]) - len(given)))][: len(item["participants"])]


def _statuses(status: str) -> set[str]:
    wanted = set(status.split("|"))
    if wanted & {"planned", "held"}:
        wanted |= {"confirmed"}
    return wanted | ({"reported"} if "held" in wanted else set())


def _demand(item: Item, one: Told) -> bool:
    ends = _end(item, "agent", "agent_any", one.labels("agent"))
    heard = one.labels("recipient")
    asked = not heard or item.get("rec_optional") or _end(item, "recipient", "rec_any", heard)
    return ends and bool(asked) and _has(item, one.words)


def _proposal(item: Item, one: Told) -> bool:
    return _end(item, "agent", "agent_any", one.labels("agent")) and _has(item, one.words)


def _response(item: Item, one: Told) -> bool:
    return one.key("responseType") in item["type"].split("|") and _proposal(item, one)


def _event(item: Item, one: Told) -> bool:
    dead = one.number("fatalities")
    counted = item.get("fatalities") is None or dead is None or dead == Decimal(str(item["fatalities"]))
    heard = one.labels("recipient")
    met = not heard or item.get("rec_optional") or _end(item, "recipient", "rec_any", heard)
    typed = one.key("eventType") in item["type"].split("|")
    return typed and counted and bool(met) and _demand({**item, "recipient": None}, one)


KINDS: dict[str, tuple[frozenset[str], Callable[[Item, Told], bool]]] = {
    "controls": (frozenset({"TerritorialControl"}), _control),
    "roles": (frozenset({"RoleHolding"}), _role),
    "meetings": (frozenset({"Meeting"}), _meeting),
    "demands": (frozenset({"Demand", "Condition"}), _demand),
    "proposals": (frozenset({"Proposal"}), _proposal),
    "responses": (frozenset({"Response"}), _response),
    "events": (frozenset({"ConflictEvent", "Event"}), _event),
}
