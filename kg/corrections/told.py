"""What a statement says, property by property, in words."""

from __future__ import annotations

from kg.build import gist_of
from kg.corrections.contents import DAYS, PRECISION, days_of
from kg.corrections.desk import Desk
from kg.model import Statement, Term, Time
from kg.vocabulary import factuality_value, label_of, scheme_value, slug

NODES = frozenset(("role", "predicate"))
"""Fields whose words are the name of a node, however they are written."""


def what_is_said(statement: Statement, desk: Desk) -> str:
    """A statement in a line: who says what; the article where nobody does."""
    gist = gist_of(statement.content, desk.article, desk.groundings)
    return f"{desk.label(statement.speaker)}: {gist}" if statement.speaker else gist


def told(statement: Statement, name: str, desk: Desk) -> str:
    """A property of a statement or of its content in words; "" where it has none."""
    match name:
        case "speaker" | "addressee":
            someone = statement.speaker if name == "speaker" else statement.addressee
            return desk.label(someone) if someone else ""
        case "basedOn":
            return ", ".join(map(desk.label, statement.based_on))
        case "factuality":
            return label_of(factuality_value(statement.factuality))
        case "speechAct":
            return _term("speech-act", statement.speech_act)
        case "eventStatus":
            return _term("status", statement.status)
        case "setting":
            return statement.setting
        case "within":
            return what_is_said(statement.outer, desk) if statement.outer else ""
        case "saidOn" | "saidFrom" | "saidTo":
            return _said(statement, name, desk)
        case "gist":
            return gist_of(statement.content, desk.article, desk.groundings)
    times = [(field, value) for field, value in statement.content.fields if isinstance(value, Time)]
    days = {day: found for field, value in times for day, found in days_of(field, value, desk).items()}
    if name in DAYS:
        return str(days[name][0]) if name in days else ""
    if name == PRECISION:
        return ", ".join(dict.fromkeys(precision for _, precision in days.values()))
    labels = [desk.label(value) for field, value in statement.content.fields if field == name]
    return ", ".join(slug(label).replace("-", " ") if name in NODES else label for label in labels)


def _term(scheme: str, key: str) -> str:
    return label_of(scheme_value(Term(scheme, key))) if key else ""


def _said(statement: Statement, name: str, desk: Desk) -> str:
    if statement.said is None:
        return ""
    interval = desk.interval(statement.said)
    if interval.first == interval.last:
        return str(interval.first or "") if name == "saidOn" else ""
    return str({"saidFrom": interval.first, "saidTo": interval.last}.get(name) or "")
