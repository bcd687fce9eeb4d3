"""Writing an article: patterns with what fills them in, the text out, with where everything stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from string import Formatter

from kg.model import (
    Attribution,
    Content,
    Grounding,
    Interval,
    Mention,
    Span,
    Statement,
    Term,
    Time,
)
from newsroom.world import Actor


@dataclass(frozen=True, slots=True)
class When:
    """A time as printed, and the days that it stands for."""

    words: str
    days: Interval
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """What is said, to be written: a pattern over its fields, and what makes it a ``Content``.

    Fields that the pattern does not name are no words of the text. ``about`` are others whom it names.
    """

    kind: str
    pattern: str
    fields: Mapping[str, Value] = field(default_factory=dict)
    gist: str = ""
    about: Mapping[str, Actor] = field(default_factory=dict)
    issue: tuple[str, ...] = ()
    plain: tuple[str, str] | None = None
    status: str = ""
    act: str = "assert"


Value = Actor | When | Clause | Term | Decimal | int | str
Written = Mention | Time | Content | Term | Decimal | int | str


@dataclass(frozen=True, slots=True)
class Way:
    """A way to say something: a pattern with {who}, {cue} and {clause}; ``Page.spoken`` tells what else it may have."""

    pattern: str
    cue: str
    act: str = "assert"
    factuality: str = "CT+"
    kind: str = "indirect"


class Page:
    """An article under way: its text so far, what stands in it, and the statements of its finished sentences."""

    def __init__(self) -> None:
        self.statements: list[Statement] = []
        self.mentions: dict[Mention, Grounding] = {}
        self.times: dict[Time, Interval] = {}
        self.paragraphs: list[Span] = []
        self._parts: list[str] = []
        self._at = 0
        self._sentence, self._paragraph = 0, 0
        self._open: list[Statement] = []
        self._met: set[Actor] = set()

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def spoken(self, way: Way, clause: Clause, who: Actor, **others: Value) -> None:
        """Somebody says something: whom ``to``, ``when``, by data of ``basis``; ``other`` had said so first."""
        spans: dict[str, Span] = {}
        found = self._write(way.pattern, {"who": who, "cue": way.cue, "clause": clause, **others}, spans)
        content, speaker = found["clause"], found["who"]
        assert isinstance(content, Content)
        assert isinstance(speaker, Mention)
        to, when, basis = found.get("to"), found.get("when"), found.get("basis")
        inside = (spans["clause"],) if way.kind == "direct" else ()
        said = Statement(
            content,
            (),
            way.factuality,
            clause.act if way.act == "assert" else way.act,
            Attribution((spans["who"],), (spans["cue"],), (spans["clause"],), way.kind),
            speaker,
            to if isinstance(to, Mention) else None,
            way.cue,
            when if isinstance(when, Time) else None,
            quotes=inside,
            based_on=(basis,) if isinstance(basis, Mention) else (),
            status=clause.status,
            confidence=0.9,
        )
        self._open.append(self._nested(said, found, spans))

    def stated(self, clause: Clause) -> None:
        """The article says something in its own voice."""
        content = self._put(clause)[1]
        assert isinstance(content, Content)
        self._open.append(Statement(content, (), speech_act=clause.act, status=clause.status, confidence=0.9))

    def add(self, words: str) -> Span:
        """Words that say nothing of anybody."""
        start = self._at
        opens = start == self._sentence or (self._parts and self._parts[-1].endswith("“"))
        self._parts.append(words[:1].upper() + words[1:] if opens else words)
        self._at += len(words)
        return Span(start, self._at)

    def end_sentence(self) -> None:
        """The sentence is the evidence of what was said since the last one."""
        self.add(".")
        sentence = (Span(self._sentence, self._at),)
        for statement in self._open:
            outer = statement.outer and replace(statement.outer, evidence=sentence)
            self.statements.append(replace(statement, evidence=sentence, outer=outer))
        self._open.clear()
        self.add(" ")
        self._sentence = self._at

    def end_paragraph(self) -> None:
        self._parts[-1], self._at = "\n\n", self._at + 1
        self.paragraphs.append(Span(self._paragraph, self._at - 2))
        self._sentence = self._paragraph = self._at

    def _nested(self, said: Statement, found: Mapping[str, Written], spans: Mapping[str, Span]) -> Statement:
        """What somebody says that somebody else has said, inside what the first says."""
        other = found.get("other")
        if not isinstance(other, Mention):
            return said
        span = Span(spans["other"].start, spans["clause"].end)
        outer = replace(
            said, content=Content("Claim", (), span.of(self.text), span), attribution=_attributed(said, span)
        )
        source, cue, content = spans["other"], spans["again"], spans["clause"]
        return replace(
            said,
            speaker=other,
            cue="said",
            outer=outer,
            said=None,
            attribution=Attribution((source,), (cue,), (content,), "indirect"),
        )

    def _write(self, pattern: str, values: Mapping[str, Value], spans: dict[str, Span]) -> dict[str, Written]:
        found: dict[str, Written] = {}
        for words, name, _, _ in Formatter().parse(pattern):
            self.add(words)
            if name:
                spans[name], found[name] = self._put(values[name])
        return found

    def _put(self, value: Value) -> tuple[Span, Written]:
        match value:
            case Actor():
                return self._name(value)
            case When():
                time = Time(self.add(value.words), value.words, relation=value.relation)
                self.times[time] = value.days
                return time.span, time
            case Clause():
                return self._clause(value)
        return self.add(str(value)), value

    def _clause(self, clause: Clause) -> tuple[Span, Content]:
        start = self._at
        found = self._write(clause.pattern, {**clause.fields, **clause.about}, {})
        span = Span(start, self._at)
        fields = tuple((name.split("_")[0], found.get(name, value)) for name, value in clause.fields.items())
        about = tuple(found[name] for name in clause.about)
        return span, Content(
            clause.kind, fields, clause.gist or span.of(self.text), span, about, clause.issue, clause.plain
        )  # type: ignore[arg-type]

    def _name(self, actor: Actor) -> tuple[Span, Mention]:
        """Who is named: in full with the role where for the first time, by the family name from then on."""
        start = self._at
        if actor.role and actor.body and actor not in self._met:
            body = self._mention(actor.body, actor.body.words)
            self.add(f"’s {actor.role} ")
            mention = self._mention(actor, actor.words)
            fields = (("member", mention), ("role", actor.role), ("organization", body))
            holding = Content("RoleHolding", fields, "{member} is {role} of {organization}", Span(start, self._at))
            self._open.append(Statement(holding, (), confidence=0.9))
        else:
            mention = self._mention(actor, actor.short if actor in self._met else actor.words)
        self._met.add(actor)
        return Span(start, self._at), mention

    def _mention(self, actor: Actor, words: str) -> Mention:
        named = actor.kind != "GROUP"
        mention = Mention(self.add(words), words, actor.words if named else actor.entity.label, actor.kind, named)
        reason = "not in the gazetteer, an entity of its own" if named else "unnamed source, an entity of this article"
        self.mentions[mention] = Grounding(actor.entity, 0.5, reason)
        return mention


def _attributed(said: Statement, content: Span) -> Attribution:
    assert said.attribution is not None
    return replace(said.attribution, content=(content,))
