"""How a statement is meant, in a few plain words: whose word it is, and how sure they are of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# What each tone is called in the legend, in its order there.
TONES = {
    "own": "article’s own voice",
    "asserted": "claimed",
    "sought": "demanded, promised",
    "held": "believed, wanted",
    "hedged": "hedged",
    "denied": "denied",
}

# Speech acts that want something done, and those that are no speech but attitudes and rulings.
_SOUGHT = {"demand", "propose", "accept", "reject", "promise", "threaten", "ask", "order"}
_HELD = {"believe", "want", "intend", "fear", "perceive", "evaluate", "decree"}

_VERBS = {
    "assert": "said",
    "deny": "denied",
    "estimate": "estimated",
    "perceive": "saw",
    "evaluate": "judged",
    "decree": "ruled",
    "confirm": "confirmed",
    "demand": "demanded",
    "propose": "proposed",
    "accept": "accepted",
    "reject": "rejected",
    "promise": "promised",
    "threaten": "threatened",
    "ask": "asked",
    "order": "ordered",
    "accuse": "accused",
    "warn": "warned",
    "praise": "praised",
    "believe": "believed",
    "want": "wanted",
    "intend": "intended",
    "fear": "feared",
}

_SURENESS = {
    "CT+": "put as certain",
    "PR+": "put as likely",
    "PS+": "put as possible",
    "CT-": "denied",
    "PR-": "put as unlikely",
    "PS-": "doubted",
    "CTu": "settled, not said which way",
    "Uu": "left open",
}


def tone(statement: Mapping[str, Any]) -> str:
    """The key in ``TONES`` of a statement row: how its edge is drawn.

    >>> tone({"speaker": "vessa", "speechAct": "demand", "factuality": "CT+"})
    'sought'
    """
    factuality = statement.get("factuality") or "CT+"
    if factuality.endswith("-"):
        return "denied"
    if factuality != "CT+":
        return "hedged"
    if statement.get("speechAct") in _SOUGHT:
        return "sought"
    if statement.get("speechAct") in _HELD:
        return "held"
    return "asserted" if statement.get("speaker") else "own"


def relation(statement: Mapping[str, Any]) -> str:
    """What ties the speaker to the content: ``stated``, ``denied``, or ``held`` for an attitude or a ruling."""
    if tone(statement) == "denied":
        return "denied"
    return "held" if statement.get("speechAct") in _HELD else "stated"


def verb(statement: Mapping[str, Any]) -> str:
    """The speech act of a statement row as a verb in the past: ``demanded``."""
    act = statement.get("speechAct") or "assert"
    if act == "assert" and tone(statement) == "denied":
        return "denied"
    return _VERBS.get(act, act)


def sureness(statement: Mapping[str, Any]) -> str:
    """The factuality of a statement row in plain words: ``put as certain``, ``denied``."""
    factuality = statement.get("factuality") or "CT+"
    return _SURENESS.get(factuality, factuality)


def certainty(statement: Mapping[str, Any]) -> str:
    """How sure a statement row is, in one of four words: ``asserted``, ``denied``, ``hedged``, ``planned``.

    A planned event is no fact yet, however sure the speaker is of the plan.

    >>> certainty({"factuality": "CT+", "status": "planned"}), certainty({"factuality": "PR-"})
    ('planned', 'denied')
    """
    factuality = statement.get("factuality") or "CT+"
    if factuality.endswith("-"):
        return "denied"
    if statement.get("status") == "planned":
        return "planned"
    return "asserted" if factuality == "CT+" else "hedged"


def when(statement: Mapping[str, Any]) -> str:
    """The day of saying a statement row, or the days between which it lies."""
    day, first, last = (str(statement.get(key) or "") for key in ("saidOn", "saidFrom", "saidTo"))
    if first and last:
        return f"{first} to {last}"
    return day or (f"from {first}" if first else f"until {last}" if last else "")
