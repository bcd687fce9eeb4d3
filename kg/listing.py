"""The statements of one article as a line of JSON: spans, speakers, contents, and what was not taken."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kg.build import content_of, statement_of
from kg.model import Attribution, Content, Interval, Mention, Skipped, Span, Statement, Term, Time
from kg.vocabulary import KG, article_iri, entity_iri

if TYPE_CHECKING:
    from kg.pipeline import Outcome

NEGATED = "negated"
"""How the reason begins where a cue says that nothing was said ("did not say")."""


_UNPRINTABLE = re.compile(r"[^\x20-\x7e]")


def line(outcome: Outcome) -> str:
    """What became of an article in, one line of statements.jsonl out, its line end included.

    What is no printable character is escaped, so that a line is one to every reader (U+2028 ends lines for some) and
    no order to a terminal.
    """
    return written(entry(outcome)) + "\n"


def written(value: object) -> str:
    """A value as it stands in a line of statements.jsonl."""
    return _UNPRINTABLE.sub(_escaped, json.dumps(value, ensure_ascii=False))


def _escaped(found: re.Match[str]) -> str:
    return found[0] if found[0].isprintable() else json.dumps(found[0])[1:-1]


def entry(outcome: Outcome) -> dict[str, Any]:
    """What became of an article in, its entry out. All spans are code points of the text whose hash is ``sha256``."""
    article = outcome.article
    lister = _Lister(outcome)
    return {
        "id": article.stem,
        "path": article.path,
        "article_iri": str(article_iri(article)),
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "attributions": list(lister.attributions()),
        "contents": list(lister.contents()),
        "skipped": [{"span": _ends(one.span), "reason": one.reason} for one in outcome.skipped],
        "corrections": list(lister.corrections()),
        "sha256": article.sha256,
    }


@dataclass(frozen=True, slots=True)
class _Lister:
    """One article's outcome, under way to JSON."""

    outcome: Outcome

    def attributions(self) -> Iterator[dict[str, Any]]:
        """The acts of saying in the order of the text: those that gave statements, and those that were not taken."""
        taken: dict[Attribution, list[Statement]] = {}
        for statement in self.outcome.statements:
            if statement.attribution:
                taken.setdefault(statement.attribution, []).append(statement)
        skipped = {one.attribution: one for one in self.outcome.skipped if one.attribution}
        for attribution in sorted({**skipped, **taken}, key=_place):
            nested = any(_inside(attribution, other) for other in (*taken, *skipped))
            if attribution in taken:
                yield _spans(attribution) | self._said(taken[attribution], nested)
            else:
                yield _spans(attribution) | self._unsaid(skipped[attribution], nested)

    def contents(self) -> Iterator[dict[str, Any]]:
        """The contents, each once, with those inside them."""
        gists = {str(subject): str(value) for subject, name, value, _ in self.outcome.quads if name == KG.gist}
        found: dict[str, tuple[Content, list[str]]] = {}
        for statement in self.outcome.statements:
            for content in _with_parts(statement.content):
                iri = self._content(content)
                if iri:
                    found.setdefault(iri, (content, []))[1].extend(self._iris([statement]))
        for iri, (content, statements) in found.items():
            yield {
                "type": content.kind,
                "iri": iri,
                "span": _ends(content.span),
                "statement_iris": list(dict.fromkeys(statements)),
                "gist": gists.get(iri, ""),
                **self._fields(content),
            }

    def corrections(self) -> Iterator[dict[str, Any]]:
        """What people decided about statements: each by its IRI before that, and the one that it has now."""
        for revision in self.outcome.revisions:
            for one in revision.corrections:
                yield {
                    "iri": one.iri,
                    "corrects": revision.before,
                    "verdict": one.verdict,
                    "statement_iri": next(iter(self._iris([revision.after])), None) if revision.after else None,
                    "evidence": [_ends(span) for span in revision.evidence],
                    "changes": list(revision.notes),
                    "by": one.by,
                    "why": one.why or None,
                    "on": one.day.isoformat() if one.day else None,
                }

    def _said(self, statements: list[Statement], nested: bool) -> dict[str, Any]:
        """What the statements of one act of saying share; they differ in speaker and content."""
        first = statements[0]
        return {
            "speakers": self._someone(one.speaker for one in statements),
            "addressee": next(iter(self._someone([first.addressee])), None),
            "speech_act": first.speech_act,
            "factuality": first.factuality,
            "said_on": _days(self.outcome.groundings.times, first.said),
            "confidence": max(one.confidence for one in statements),
            "signs": list(first.signs),
            "nested": nested or first.outer is not None,
            "negated_cue": False,
            "statement_iris": self._iris(statements),
        }

    def _unsaid(self, skipped: Skipped, nested: bool) -> dict[str, Any]:
        return {
            "speakers": self._someone([skipped.speaker]),
            "addressee": None,
            "speech_act": None,
            "factuality": None,
            "said_on": None,
            "confidence": None,
            "signs": [],
            "nested": nested,
            "negated_cue": skipped.reason.startswith(NEGATED),
            "statement_iris": [],
        }

    def _someone(self, mentions: Iterable[Mention | None]) -> list[dict[str, str | None]]:
        """Mentions in, label and IRI of what they are grounded to out, each once."""
        article = article_iri(self.outcome.article)
        found: dict[str, dict[str, str | None]] = {}
        for mention in mentions:
            if mention is None:
                continue
            grounding = self.outcome.groundings.mentions.get(mention)
            if grounding:
                iri = str(entity_iri(grounding.entity, article))
                found.setdefault(iri, {"label": grounding.entity.label, "iri": iri})
            else:
                found.setdefault(mention.name, {"label": mention.name, "iri": None})
        return list(found.values())

    def _fields(self, content: Content) -> dict[str, Any]:
        """A content's fields by name; several values of one name as a list."""
        found: dict[str, list[Any]] = {}
        for name, value in content.fields:
            found.setdefault(name, []).append(self._value(value))
        return {name: values[0] if len(values) == 1 else values for name, values in found.items()}

    def _value(self, value: Mention | Time | Decimal | int | str | Term | Content) -> Any:
        match value:
            case Mention():
                return self._someone([value])[0]
            case Time():
                return {"text": value.text, "days": _days(self.outcome.groundings.times, value)}
            case Decimal():
                return int(value) if value == value.to_integral_value() else float(value)
            case Term():
                return value.key
            case Content():
                return self._content(value)
        return value

    def _iris(self, statements: Iterable[Statement]) -> list[str]:
        """The IRIs of the statements that are in the graph."""
        article, groundings = self.outcome.article, self.outcome.groundings
        iris = (statement_of(one, article, groundings) for one in statements)
        return list(dict.fromkeys(iri for iri in map(_text, iris) if iri))

    def _content(self, content: Content) -> str | None:
        return _text(content_of(content, self.outcome.article, self.outcome.groundings))


def _spans(attribution: Attribution) -> dict[str, Any]:
    return {
        "source": [_ends(span) for span in attribution.source],
        "cue": [_ends(span) for span in attribution.cue],
        "content": [_ends(span) for span in attribution.content],
        "kind": attribution.kind,
    }


def _inside(one: Attribution, other: Attribution) -> bool:
    """True where all of an act of saying lies within what is said in another."""
    parts = (*one.source, *one.cue, *one.content)
    return one != other and all(any(content.holds(part) for content in other.content) for part in parts)


def _place(attribution: Attribution) -> tuple[Span, ...]:
    return tuple(sorted((*attribution.content, *attribution.cue, *attribution.source)))


def _with_parts(content: Content) -> Iterator[Content]:
    yield content
    for _, value in content.fields:
        if isinstance(value, Content):
            yield from _with_parts(value)


def _days(times: Mapping[Time, Interval], time: Time | None) -> str | None:
    """A day, or an interval as in ISO 8601 ("2025-03-10/2025-03-16", ".." where open); None where it is not known."""
    interval = times.get(time) if time else None
    if interval is None or (interval.first is None and interval.last is None):
        return None
    first, last = (day.isoformat() if day else ".." for day in (interval.first, interval.last))
    return first if first == last else f"{first}/{last}"


def _ends(span: Span) -> list[int]:
    return [span.start, span.end]


def _text(iri: object) -> str | None:
    return None if iri is None else str(iri)
