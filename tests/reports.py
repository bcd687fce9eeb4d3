"""Reports made of lines, "by: what", about invented people; for the tests of the lists that compare them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kg.build import build, combine
from kg.graph import Graph, graph_of
from kg.model import Article, Content, Entity, Grounding, Groundings, Interval, Mention, Span, Statement, Time
from kg.vocabulary import Quad, article_iri, slug


@dataclass(frozen=True)
class Line:
    """One statement: ``by`` a speaker, or the article itself; a small name is an unnamed source's."""

    what: str
    by: str = ""
    factuality: str = "CT+"
    act: str = "assert"
    said: str = ""
    holds: str = ""
    since: str = ""
    rests_on: str = ""
    via: str = ""


@dataclass(frozen=True)
class Report:
    """An article of an outlet."""

    outlet: str
    day: str
    lines: tuple[Line, ...]
    name: str = ""

    @property
    def article(self) -> Article:
        text = "".join(f"{_sentence(line)}\n" for line in self.lines)
        published = date.fromisoformat(self.day) if self.day else None
        stem = self.name or slug(self.outlet)
        return Article(text, f"{stem}.txt", stem, title=f"{stem} news", publisher=self.outlet, published=published)

    def quads(self) -> list[Quad]:
        maker = _Maker(self.article.text)
        statements = [maker.statement(line) for line in self.lines]
        return list(build(self.article, statements, Groundings(maker.known, maker.times)))


def report(outlet: str, day: str, *lines: Line, name: str = "") -> Report:
    return Report(outlet, day, lines, name)


def graph(*reports: Report, copies: Iterable[tuple[Report, Report]] = ()) -> Graph:
    """The graph of reports, of which some pairs are copies."""
    pairs = [(article_iri(one.article), article_iri(other.article)) for one, other in copies]
    return graph_of(combine([quad for one in reports for quad in one.quads()], pairs))


def _sentence(line: Line) -> str:
    said = (
        f"{line.via} said that {line.by} said that" if line.via else f"{line.by} said that" if line.by else "It is so:"
    )
    when = " ".join(filter(None, (line.said, line.holds, line.since, line.rests_on)))
    return " ".join(filter(None, (said, line.what, when))) + "."


class _Maker:
    """One article's statements under way."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.known: dict[Mention, Grounding] = {}
        self.times: dict[Time, Interval] = {}

    def statement(self, line: Line) -> Statement:
        sentence = self._span(_sentence(line))
        self.at = sentence.start
        outer = None
        if line.via:
            claim = Content("Claim", (), f"{line.by} said that {line.what}", sentence)
            outer = Statement(claim, (sentence,), speaker=self._someone(line.via), cue="said")
        fields = tuple(
            (field, self._time(day)) for field, day in (("asOf", line.holds), ("validFrom", line.since)) if day
        )
        made = Statement(
            Content("Claim", (("matter", line.what), *fields), line.what, self._span(line.what)),
            (sentence,),
            factuality=line.factuality,
            speech_act=line.act,
            speaker=self._someone(line.by) if line.by else None,
            cue="said" if line.by else "",
            said=self._time(line.said) if line.said else None,
            based_on=(self._someone(line.rests_on),) if line.rests_on else (),
            outer=outer,
        )
        self.at = sentence.end
        return made

    def _span(self, words: str) -> Span:
        start = self.text.index(words, self.at)
        return Span(start, start + len(words))

    def _someone(self, name: str) -> Mention:
        mention = Mention(self._span(name), name, name, "PERSON")
        entity = Entity(slug(name), name, ("kg:Actor",), local=name.islower())
        self.known[mention] = Grounding(entity, 1.0, "test")
        return mention

    def _time(self, day: str) -> Time:
        time = Time(self._span(day), day)
        self.times[time] = Interval(date.fromisoformat(day), date.fromisoformat(day))
        return time
