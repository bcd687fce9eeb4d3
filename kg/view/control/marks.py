"""The marks of a chart of control: claims that say the same are one, with its words for readers and listeners."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kg.model import ControlClaim, Interval
from kg.view.tone import TONES, sureness, tone, verb

SIGNS = {"about": "≈ ", "at-least": "≥ ", "more-than": "> ", "at-most": "≤ ", "less-than": "< "}
RELATIONS = {"controls": "holds", "lost": "lost", "gained": "gained", "claims": "lays claim to", "contests": "contests"}
UP, DOWN = ("at-least", "more-than"), ("at-most", "less-than")
_TOLD = 6  # claims in a tooltip
_ACCOUNTS = {"denied": "denied by", "hedged": "hedged by", "sought": "demanded by", "held": "wanted or believed by"}


@dataclass(frozen=True, slots=True)
class Mark:
    """Claims that say the same of one holder, in one tone, by whomever; ``tone`` is a key of ``TONES``."""

    claims: tuple[ControlClaim, ...]
    tone: str

    @property
    def first(self) -> ControlClaim:
        """The claim that stands for all."""
        return self.claims[0]

    @property
    def share(self) -> tuple[float, float] | None:
        """The least and greatest percent that are named; None for an amount that is no share."""
        claim = self.first
        named = [one for one in (claim.percent, claim.least, claim.greatest) if one is not None]
        return (_percent(min(named)), _percent(max(named))) if named else None

    @property
    def ranged(self) -> bool:
        """True where two figures are its ends."""
        return self.share is not None and self.share[0] < self.share[1]

    @property
    def comparator(self) -> str:
        """How the figure is meant: a key of its scheme. One end of a range alone is "at-least" or "at-most"."""
        claim = self.first
        if claim.percent is None and (claim.least is None) != (claim.greatest is None):
            return "at-most" if claim.least is None else "at-least"
        return claim.comparator

    @property
    def to_scale(self) -> bool:
        """True for a share with a date: it has a place on both axes."""
        return self.share is not None and self.first.when is not None

    @property
    def claimants(self) -> list[str]:
        """Whose accounts these are, each once."""
        return list(dict.fromkeys(claim.claimant or "no name" for claim in self.claims))

    @property
    def told(self) -> date | None:
        """The last day that any of it was told on."""
        return max((day for claim in self.claims if claim.told and (day := _end(claim.told))), default=None)

    @property
    def at_odds(self) -> bool:
        """True where it conflicts with what another mark says."""
        return any(claim.conflicts for claim in self.claims)

    @property
    def label(self) -> str:
        """The figure in short: "≈ 18 %", "18–22 %", "swathes"."""
        if self.share is None:
            return self.first.figure or "an amount"
        return f"{SIGNS.get(self.comparator, '')}{'–'.join(dict.fromkeys(f'{end:g}' for end in self.share))} %"

    @property
    def by(self) -> str:
        """Whose account it is, in short, and that it is none that affirms."""
        first, *others = self.claimants
        who = f"{first} and {len(others)} more" if others else first
        return f"{_ACCOUNTS.get(self.tone, '')} {who}".lstrip()

    def days(self) -> Iterator[date]:
        """The days that the scale has to show."""
        when = self.first.when
        if when:
            yield from (day for day in (when.first, when.last) if day)
            if when.last is None and self.told and when.first and self.told > when.first:
                yield self.told


def merged(claims: Iterable[ControlClaim]) -> list[Mark]:
    """Claims in; marks out, those first that were told last."""
    same: defaultdict[tuple[object, ...], list[ControlClaim]] = defaultdict(list)
    for claim in claims:
        numbers = (claim.percent, claim.least, claim.greatest, claim.area_km2)
        words = claim.figure if numbers == (None,) * 4 else ""
        meant = (claim.holder, claim.relation, numbers, words, claim.comparator)
        same[(*meant, claim.when, claim.time, tone_of(claim))].append(claim)
    marks = [
        Mark(tuple(sorted(told, key=lambda one: (one.claimant, one.statement))), str(key[-1]))
        for key, told in same.items()
    ]
    return sorted(marks, key=lambda mark: (-(mark.told or date.min).toordinal(), mark.first.statement))


def tone_of(claim: ControlClaim) -> str:
    """The key in ``TONES`` of a claim."""
    return tone(_row(claim))


def tooltip(mark: Mark) -> str:
    """What a mark says in words: who says what, of when, where it is printed, and in which sentence."""
    told = ["\n".join(_lines(claim)) for claim in mark.claims[:_TOLD]]
    others = len(mark.claims) - _TOLD
    return "\n\n".join([*told, *([f"and {others} more that say the same"] if others > 0 else [])])


def spoken(mark: Mark) -> str:
    """What a screen reader says of a mark."""
    relation = RELATIONS.get(mark.first.relation, mark.first.relation)
    odds = ", conflicts with others" if mark.at_odds else ""
    what = f"{mark.first.holder_label} {relation} {mark.first.figure}"
    return f"{what}, {mark.by}, {TONES[mark.tone]}, {_time(mark.first)}{odds}"


def _lines(claim: ControlClaim) -> Iterator[str]:
    row = _row(claim)
    by = f"{claim.claimant or 'no name'}{f' (told by {claim.via})' if claim.via else ''}"
    relation = RELATIONS.get(claim.relation, claim.relation)
    manner = "in its own voice" if claim.own_voice else verb(row)
    yield f"{by} {manner}: {claim.holder_label} {relation} {claim.figure} ({claim.territory_label})"
    yield f"{_time(claim)}; {sureness(row)}"
    yield ", ".join(filter(None, (claim.outlet, str(claim.published or ""))))
    if claim.conflicts:
        yield f"Conflicts with {len(claim.conflicts)} other{'s' if len(claim.conflicts) > 1 else ''}"
    if claim.sentence:
        yield f"“{claim.sentence}”"


def _time(claim: ControlClaim) -> str:
    """When it holds; else when it was said or printed, and that this is it."""
    when = claim.when
    if when is None:
        return "no date"
    exact = "" if when.precision == "day" else f" (to the {when.precision})"
    if when.first == when.last:
        days = f"{when.first}"
    elif when.first and when.last:
        days = f"{when.first} to {when.last}"
    else:
        days = f"since {when.first}" if when.first else f"until {when.last}"
    return {"valid": days, "said": f"said {days}", "published": f"printed {days}"}[claim.time] + exact


def _percent(number: Decimal) -> float:
    return min(max(float(number), 0.0), 100.0)


def _end(when: Interval) -> date | None:
    return when.last or when.first


def _row(claim: ControlClaim) -> dict[str, str]:
    speaker = "" if claim.own_voice else claim.claimant or "somebody"
    return {"speaker": speaker, "factuality": claim.factuality, "speechAct": claim.speech_act}
