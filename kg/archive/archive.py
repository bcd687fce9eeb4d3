"""A store of articles that are added, changed and taken out, one by one or many at once.

At any moment it is, byte for byte, what a new build of its articles would be (``kg.pipeline.assemble``). What one
article changes in others, and in what they share, is found by the topics that it tells of, so that the cost of adding
one does not grow with the store.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from kg.archive.entries import LABEL, NAMED, PERSON, entry
from kg.archive.notes import outcome, shape
from kg.archive.reports import SIGNED, same_reports
from kg.build import at_odds, conflict, copies, one_label, question
from kg.errors import KgError, check_text, did_you_mean
from kg.ground import Crowd, told
from kg.model import Article
from kg.pipeline import UNCORRECTED, UNDECIDED, Build, Outcome, in_light
from kg.query import pending
from kg.read import stem_of
from kg.store import Change, Entry, Ledger, Rewrite, Store, read_lines, write
from kg.vocabulary import Corrections, Decisions, Quad, article_iri, graph_of_article

NOBODY = Crowd()
SHAPE = "shape"
"""The name by which a ledger keeps the shape of its notes."""
View = Callable[[str], Collection[str]]
"""A topic in, what articles tell of it out."""
Pair = tuple[str, str]
"""IRIs of two that belong together."""


class Archive:
    """A store to write to, and what somebody decided about the entities and statements of its articles."""

    def __init__(self, store: Store, decisions: Decisions = UNDECIDED, corrections: Corrections = UNCORRECTED) -> None:
        ledger = store.ledger
        if not len(ledger):
            ledger.set(SHAPE, shape())
        elif ledger.setting(SHAPE) != shape():
            raise KgError("The store was made by another version of newskg; build it again, in a new folder.")
        self.store = store
        self._decisions = decisions
        self._corrections = corrections

    def add(self, entries: Sequence[Entry]) -> None:
        """Add articles, each in place of its older version. KgError where the store cannot be written."""
        self._change({one.article: one for one in entries})

    def remove(self, articles: Collection[str]) -> None:
        """Take articles out by their IRIs, with all that stands by their word alone."""
        self._change({}, removed=articles)

    def articles(self, name: str) -> list[str]:
        """The IRIs of the articles that go by an IRI, a URL or a file, with ending or not. KgError where none does."""
        check_text(name)
        ledger = self.store.ledger
        by_url = str(article_iri(Article("", "", "", url=name)))
        found = [one for one in (name, by_url) if ledger.has(one)] or ledger.of_stem(name)
        found = found or ledger.of_stem(stem_of(name))  # "a.b" may be a stem, or a stem with an ending
        if not found:
            otherwise = "give its IRI, its URL, or its file's name."
            raise KgError(f"{name}: no such article in the store; {did_you_mean(name, ledger.stems(), otherwise)}")
        return found

    def outcome(self, article: str) -> Outcome:
        """What was made of an article, by its IRI, in the light of all."""
        ledger = self.store.ledger
        found = outcome(ledger.note(article)[1])
        return in_light(found, _crowds(found, ledger.texts), self._decisions, self._corrections)

    def build(self, articles: Iterable[str], failed: Iterable[KgError] = ()) -> Build:
        """These articles with the graph of all, in memory."""
        return Build(tuple(map(self.outcome, articles)), tuple(failed), tuple(self.store.quads()))

    def refused(self) -> list[KgError]:
        """The corrections that cannot be applied to the statement that they are about."""
        found = pending(self.store, self._corrections)
        return [error for article in found for error in self.outcome(article).refused]

    def settle(self, articles: Collection[str]) -> None:
        """Make the entries of articles anew: decisions have changed."""
        self._change({}, again=articles)

    def _change(self, entries: dict[str, Entry], *, removed: Collection[str] = (), again: Collection[str] = ()) -> None:
        ledger = self.store.ledger
        texts = _Texts(ledger, ledger.change(list(entries.values()), removed))
        for article in dict.fromkeys((*again, *_in_new_light(entries, texts))):
            if article not in removed:
                entries[article] = self._made(*_kept(article, entries, ledger), texts)
        change = ledger.change(list(entries.values()), removed)
        before = self.store.supported(change.lines)
        after = {line: before.get(line, 0) + more for line, more in change.lines.items()}
        self.store.commit(change, _rewrite(change, ledger, before, after), after)

    def _made(self, source: str, note: bytes, texts: _Texts) -> Entry:
        """An article's entry in the light of all articles."""
        found = outcome(note)
        return entry(found, source, _crowds(found, texts.after), self._decisions, self._corrections)


class _Texts:
    """What articles tell of a topic, before a change and after it."""

    def __init__(self, ledger: Ledger, change: Change) -> None:
        self._told = cache(ledger.texts)
        self.changed: dict[str, dict[str, int]] = {}
        for (topic, text), times in change.tellings.items():
            self.changed.setdefault(topic, {})[text] = times

    def before(self, topic: str) -> Collection[str]:
        return self._told(topic).keys()

    def after(self, topic: str) -> Collection[str]:
        times = dict(self._told(topic))
        for text, more in self.changed.get(topic, {}).items():
            times[text] = times.get(text, 0) + more
        return [text for text, number in times.items() if number]

    def topics(self, kind: str) -> list[str]:
        """The topics of a kind that change."""
        return [topic for topic in self.changed if topic.startswith(f"{kind} ")]


def _crowds(found: Outcome, view: View) -> dict[str, Crowd]:
    """What all articles tell of the people of one."""
    return {name: Crowd.of(view(f"{PERSON} {name}")) for name, _ in told(found.article, found.groundings)}


def _kept(article: str, entries: dict[str, Entry], ledger: Ledger) -> tuple[str, bytes]:
    """What an article's entry was made from, and its note."""
    new = entries.get(article)
    return (new.source, new.note) if new else ledger.note(article)


def _in_new_light(entries: dict[str, Entry], texts: _Texts) -> Iterator[str]:
    """The articles that name people who are others, or several, now; new ones that name people who are several."""
    for topic in texts.topics(PERSON):
        before, after = Crowd.of(texts.before(topic)), Crowd.of(texts.after(topic))
        if before != after:
            yield from sorted(texts.after(f"{NAMED} {topic.removeprefix(f'{PERSON} ')}"))
    for one in entries.values():
        named = (topic for topic, _ in one.tellings if topic.startswith(f"{PERSON} "))
        if any(Crowd.of(texts.after(topic)) != NOBODY for topic in named):
            yield one.article


def _rewrite(change: Change, ledger: Ledger, before: Mapping[str, int], after: Mapping[str, int]) -> Rewrite:
    """What becomes of the graph where a change is made; how many supported a line before, and do after."""
    articles = (*(one.article for one in change.entries), *change.removed)
    graphs = tuple(graph_of_article(one) for one in articles if ledger.has(one))
    less, more = _compared(_Texts(ledger, change))
    gone = [f"{line}\n".encode() for line, times in after.items() if not times]
    new = [f"{line}\n".encode() for line in after if line not in before]
    own = [one.own for one in change.entries]
    return Rewrite(graphs, b"".join([*gone, write(less, ".nq")]), b"".join([*own, *new, write(more, ".nq")]))


def _compared(texts: _Texts) -> tuple[set[Quad], set[Quad]]:
    """Of the labels chosen, of conflicts and of copies: what goes by a change of what articles tell, and what comes."""
    worded, signed = texts.topics(LABEL), texts.topics(SIGNED)
    questions = {asked for topic in texts.changed if (asked := question(topic))}

    def labels(view: View) -> set[Quad]:
        return set(one_label(read_lines(line for topic in worded for line in view(topic))))

    def odds(view: View) -> set[Pair]:
        return {pair for asked in questions for pair in at_odds(asked, view, texts.changed.get(asked))}

    def reports(view: View) -> set[Pair]:
        return {pair for topic in signed for pair in same_reports(topic, view)}

    pairs_before, pairs_after = odds(texts.before), odds(texts.after)
    reports_before, reports_after = reports(texts.before), reports(texts.after)
    labels_before, labels_after = labels(texts.before), labels(texts.after)
    less = (quad for pair in pairs_before - pairs_after for quad in conflict(pair))
    more = (quad for pair in pairs_after - pairs_before for quad in conflict(pair))
    return (
        {*(labels_before - labels_after), *less, *copies(reports_before - reports_after)},
        {*(labels_after - labels_before), *more, *copies(reports_after - reports_before)},
    )
