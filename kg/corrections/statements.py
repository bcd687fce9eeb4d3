"""Statements as people corrected them: those that were changed, and those that were taken out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from kg.build import statement_of
from kg.corrections.contents import PRECISION, changed_content
from kg.corrections.desk import Desk, Field, refused, words
from kg.corrections.told import told, what_is_said
from kg.errors import KgError
from kg.model import Article, Correction, Entity, Groundings, Mention, Revision, Skipped, Span, Statement, Term
from kg.vocabulary import Corrections, factuality_notation, scheme_value

SAID = ("saidOn", "saidFrom", "saidTo")
WITHIN = "within"
OF_STATEMENTS = frozenset(
    ("speaker", "addressee", "basedOn", "factuality", "speechAct", "eventStatus", "setting", WITHIN, *SAID)
)
"""Properties of the statement itself; all others are its content's."""

Given = Mapping[str, Sequence[Field | date]]
"""What a correction gives, by property; nothing where it takes it away."""


class Corrected(NamedTuple):
    """What corrections made of one article.

    ``skipped`` are the statements that were taken out, ``revisions`` all that a correction was applied to, and
    ``failed`` the corrections that could not be.
    """

    statements: tuple[Statement, ...]
    groundings: Groundings
    skipped: tuple[Skipped, ...] = ()
    revisions: tuple[Revision, ...] = ()
    failed: tuple[KgError, ...] = ()


def corrected(
    article: Article, statements: Sequence[Statement], groundings: Groundings, corrections: Corrections
) -> Corrected:
    """One article's statements and groundings, settled, in; the same with the corrections applied out.

    It depends on this article and the corrections alone. A statement inside one that is taken out goes with it, so
    that nobody's report becomes the article's own word. What is applied once is not there to be applied again.
    """
    if not corrections:
        return Corrected(tuple(statements), groundings)
    hand = _Hand(article, groundings, corrections)
    kept = tuple(new for one in statements if (new := hand.revised(one)) is not None)
    return Corrected(
        kept, hand.desk.groundings, tuple(hand.skipped), tuple(hand.revisions.values()), tuple(hand.failed.values())
    )


class _Hand:
    """The corrections at work on one article."""

    def __init__(self, article: Article, groundings: Groundings, corrections: Corrections) -> None:
        self.desk = Desk(article, groundings)
        self.given = groundings
        self.corrections = corrections
        self.done: dict[Statement, Statement | None] = {}
        self.gone: dict[Statement, tuple[Correction, ...]] = {}
        self.skipped: list[Skipped] = []
        self.revisions: dict[str, Revision] = {}
        self.failed: dict[str, KgError] = {}

    def revised(self, statement: Statement) -> Statement | None:
        """A statement as people decided it is; None where they took it out, or what it stands inside of."""
        if statement not in self.done:
            self.done[statement] = self._revised(statement)
        return self.done[statement]

    def _revised(self, statement: Statement) -> Statement | None:
        iri = statement_of(statement, self.desk.article, self.given) or ""
        corrections = self.corrections.of.get(iri, ())
        wrong = tuple(one for one in corrections if one.verdict == "wrong")
        if wrong:
            self._take_out(statement, iri, wrong)
            return None
        around = self.revised(statement.outer) if statement.outer else None
        after = replace(statement, outer=around or statement.outer)
        applied: list[Correction] = []
        notes: dict[str, None] = {}
        for correction in corrections:
            try:
                self._check(statement, correction)
                new = self._corrected(after, correction)
            except KgError as error:
                self.failed[str(error)] = error
                continue
            applied.append(correction)
            notes.update(dict.fromkeys(self._notes(after, new, correction)))
            after = new
        if after.outer and around is None:
            self._take_out(statement, iri, self.gone[after.outer])
            return None
        if applied:
            self.revisions[iri] = Revision(iri, tuple(applied), after, statement.evidence, tuple(notes))
        return after

    def _take_out(self, statement: Statement, iri: str, wrong: tuple[Correction, ...]) -> None:
        """Leave a statement out, and tell who decided so."""
        self.gone[statement] = wrong
        span = Span(statement.evidence[0].start, statement.evidence[-1].end)
        reason = "; ".join(f"{one.by}, {one.why}" if one.why else one.by for one in wrong)
        self.skipped.append(
            Skipped(span, f"taken out by hand: {reason}", statement.attribution, statement.speaker, statement.cue)
        )
        if iri:
            self.revisions[iri] = Revision(iri, wrong, None, statement.evidence, (what_is_said(statement, self.desk),))

    def _notes(self, before: Statement, after: Statement, correction: Correction) -> list[str]:
        """What a correction changed, a line each property."""
        names = dict.fromkeys((*(name for name, _ in correction.values), *correction.without))
        pairs = [(words(name), told(before, name, self.desk), told(after, name, self.desk)) for name in names]
        return [f"{name}: {old or 'none'} → {new or 'none'}" for name, old, new in pairs if old != new]

    def _check(self, statement: Statement, correction: Correction) -> None:
        """KgError where a correction takes away what the statement, as it was extracted, does not have."""
        for name in correction.without:
            if not told(statement, name, self.desk):
                raise refused(correction, f"the statement has no {words(name)} to take away.")

    def _corrected(self, statement: Statement, correction: Correction) -> Statement:
        """A statement as one correction has it. KgError where that cannot be."""
        given: dict[str, list[Field | date]] = {name: [] for name in correction.without}
        for name, value in correction.values:
            made = self.desk.mention(value, correction) if isinstance(value, Entity) else value
            given.setdefault(name, []).append(made)
        own = {name: found for name, found in given.items() if name in OF_STATEMENTS}
        if PRECISION in given and not own.keys().isdisjoint(SAID):
            own[PRECISION] = given[PRECISION]
        contents = {name: found for name, found in given.items() if name not in own}
        if contents:
            content = changed_content(statement.content, contents, self.desk, correction)
            statement = replace(statement, content=content)
        return self._of_statement(statement, own)

    def _of_statement(self, statement: Statement, given: Given) -> Statement:
        for name, found in given.items():
            value = next(iter(found), None)
            match name:
                case "speaker" if isinstance(value, Mention):
                    statement = replace(statement, speaker=value)
                case "speaker":  # the article says it itself: there is no act of saying
                    statement = replace(statement, speaker=None, attribution=None, cue="")
                case "addressee":
                    statement = replace(statement, addressee=value if isinstance(value, Mention) else None)
                case "basedOn":
                    statement = replace(statement, based_on=tuple(one for one in found if isinstance(one, Mention)))
                case "factuality" if isinstance(value, Term):
                    statement = replace(statement, factuality=factuality_notation(scheme_value(value)))
                case "speechAct" if isinstance(value, Term):
                    statement = replace(statement, speech_act=value.key)
                case "eventStatus":
                    statement = replace(statement, status=value.key if isinstance(value, Term) else "")
                case "setting":
                    statement = replace(statement, setting=value if isinstance(value, str) else "")
                case "within":
                    statement = replace(statement, outer=None)
        return self._said(statement, given) if not given.keys().isdisjoint(SAID) else statement

    def _said(self, statement: Statement, given: Given) -> Statement:
        """A statement with another time of saying: a day, or the first or last of several."""
        old = self.desk.interval(statement.said) if statement.said else None
        ends = {name: next((one for one in found if isinstance(one, date)), None) for name, found in given.items()}
        if "saidOn" in ends:
            first = last = ends["saidOn"]
        else:
            first = ends.get("saidFrom", old.first if old else None)
            last = ends.get("saidTo", old.last if old else None)
        terms = [one.key for one in given.get(PRECISION, ()) if isinstance(one, Term)]
        precision = terms[0] if terms else old.precision if old and "saidOn" not in ends else "day"
        said = self.desk.time(first, last, precision) if first or last else None
        return replace(statement, said=said)
