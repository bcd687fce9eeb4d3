"""A content with other fields: its dates, figures, terms and entities, and the gist that tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kg.corrections.desk import Desk, Field, refused, words
from kg.model import Content, Correction, Mention, Term, Time
from kg.vocabulary import domain_of, is_under, label_of, term

DAYS = ("asOf", "scheduledFor", "validFrom", "validTo")
"""Properties whose value is a day."""
PRECISION = "timePrecision"
INSTEAD = {"percent": ("percentMin", "percentMax"), "percentMin": ("percent",), "percentMax": ("percent",)}
"""Figures in whose place another one stands."""

Values = Mapping[str, Sequence[Field | date]]
"""By property what a content has instead; nothing where it does not have it."""


def changed_content(content: Content, values: Values, desk: Desk, correction: Correction) -> Content:
    """A content in, the same as somebody corrected it out. KgError where it cannot be corrected so."""
    _check(content, values, correction)
    [*gist] = values.get("gist", ())
    dated = {name: values[name] for name in (*DAYS, PRECISION) if name in values}
    changes = {
        name: [value for value in found if not isinstance(value, date)]
        for name, found in values.items()
        if name not in dated and name != "gist"
    }
    for name, others in INSTEAD.items():
        if changes.get(name):
            changes.update({other: [] for other in others if other not in changes and content.get(other) is not None})
    fields = list(_dated(content, dated, desk) if dated else content.fields)
    for name, new_values in changes.items():
        fields = list(_with(fields, name, new_values))
    new = replace(content, fields=tuple(fields), about=_about(content, fields, desk))
    if any(isinstance(content.get(name), Term) for name in changes):
        new = replace(new, plain=None)  # which plain triple says it, only its extraction knows
    return replace(new, gist=str(gist[0]) if gist else _gist(content, new, changes, desk))


def _check(content: Content, values: Values, correction: Correction) -> None:
    kind = term(content.kind)
    for name, found in values.items():
        domain = domain_of(term(name))
        if domain is not None and not is_under(kind, domain):
            raise refused(correction, f"a {label_of(kind)} has no {words(name)}; leave that out.")
        if not content.fields and name != "gist":
            raise refused(correction, f"a {label_of(kind)} of words alone has no {words(name)}; correct kg:gist.")
        old = content.get(name)
        if isinstance(old, Term) and any(isinstance(one, Term) and one.scheme != old.scheme for one in found):
            raise refused(correction, f"kg:{name} takes values of {old.scheme}; give the IRI of one.")


def _with(fields: Sequence[tuple[str, Field]], name: str, values: Sequence[Field]) -> Iterator[tuple[str, Field]]:
    """The fields with these values of one of them, where it stood; at the end where it was not there."""
    new = [(name, value) for value in values]
    for field in fields:
        if field[0] != name:
            yield field
        else:
            yield from new
            new = []
    yield from new


def _dated(content: Content, dated: Values, desk: Desk) -> Iterator[tuple[str, Field]]:
    """The fields with other days, each day now a field of its own."""
    precision = next((value.key for value in dated.get(PRECISION, ()) if isinstance(value, Term)), "")
    days: dict[str, tuple[date, str]] = {}
    for name, value in content.fields:
        if isinstance(value, Time):
            days.update(days_of(name, value, desk))
        else:
            yield name, value
    for name in dated:
        days.pop(name, None)
        for day in dated[name]:
            if isinstance(day, date):
                days[name] = day, "day"
    for name, (day, old) in days.items():
        kept = "day" if PRECISION in dated and not precision else precision or old
        yield name, desk.time(day, day, kept)


def days_of(name: str, time: Time, desk: Desk) -> dict[str, tuple[date, str]]:
    """A field's time in, the days that stand for it in the graph by property out, with their precision."""
    interval = desk.interval(time)
    ends = {"validFrom": interval.first, "validTo": interval.last}
    if name in ends:
        ends = {name: ends[name]}
    elif interval.first == interval.last:
        ends = {name: interval.first}
    return {key: (day, interval.precision) for key, day in ends.items() if day is not None}


def _about(content: Content, fields: Sequence[tuple[str, Field]], desk: Desk) -> tuple[Mention, ...]:
    """Who is named in it: those whom a correction took out are not, those whom it brought in are."""

    def entities(of: Sequence[tuple[str, Field]]) -> dict[str, Mention]:
        return {desk.entity(value): value for _, value in of if isinstance(value, Mention)}

    before, after = entities(content.fields), entities(fields)
    kept = [one for one in content.about if desk.entity(one) not in before.keys() - after.keys()]
    return (*kept, *(after[iri] for iri in after if iri not in before))


def _gist(content: Content, new: Content, changes: Mapping[str, Sequence[Field]], desk: Desk) -> str:
    """The gist's words with the new values for the old ones; where that cannot be, the fields one by one."""
    gist = content.gist
    for name, values in changes.items():
        if f"{{{name}}}" not in gist:
            gist = _reworded(gist, content.get(name), values, desk)
    names = list(dict.fromkeys(name for name, _ in new.fields))
    if gist and set(re.findall(r"\{(\w+)\}", gist)) <= set(names):
        return gist
    return f"{label_of(term(content.kind))}: " + ", ".join(f"{words(name)} {{{name}}}" for name in names)


def _reworded(gist: str, old: Field | None, values: Sequence[Field], desk: Desk) -> str:
    """The gist with a new value's words in place of the old one's; "" where it may say what is no longer so."""
    if old is None:
        return gist
    told = rf"(?<![\w.]){re.escape(desk.label(old))}(?!\w|\.\w)"
    count = len(re.findall(told, gist))
    if count == 0 and not isinstance(old, Term):
        return gist
    return re.sub(told, lambda _: desk.label(values[0]), gist) if count == len(values) == 1 else ""
