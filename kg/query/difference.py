"""What two graphs say differently, statement by statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher

from rdflib import Graph, Literal, URIRef

from kg.query.questions import Answering, Result, conforming
from kg.query.told import Told, days, statements
from kg.vocabulary import label_of, shorten

COLUMNS = ("in", "by", "what", "changed", "certainty", "date", "article", "sentence")
FIRST, SECOND, BOTH = "first", "second", "both"
AROUND = 3
"""Words shown before and after what differs in a sentence."""

SAME_STATEMENT: tuple[Callable[[Told], tuple[str, ...]], ...] = (
    lambda one: (one.article, one.speaker, one.content, one.sentence),
    lambda one: (one.article, one.speaker, one.content),
    lambda one: (one.article, one.sentence, one.content),
    lambda one: (one.article, one.speaker, one.issue) if one.issue else (one.statement,),
    lambda one: (one.article, one.sentence, one.kind, one.speaker),
    lambda one: (one.article, one.sentence, one.kind),
)
"""What two statements have in common that are one, the surest first; no places in the text, which one word may move."""


@conforming()
def difference(dataset: Answering | Graph, other: Answering | Graph) -> Result:
    """Two graphs in, what differs out: a row for each statement in one of them alone, or that has changed.

    ``in``: "first", "second", or "both" for a statement of one article, by one speaker or in one sentence, of which
    ``changed`` tells what was and what is ("certainty: certain → probable"); the other columns show it as it is in the
    second. Graphs that state the same give no rows, whatever their labels, offsets and metadata are.
    """
    first, second = _ordered(statements(dataset)), _ordered(statements(other))
    rows = []
    for common in SAME_STATEMENT:
        pairs = list(_pairs(first, second, common))
        rows += [(BOTH, new, changes) for old, new in pairs if (changes := "; ".join(_changes(old, new)))]
        first = _without(first, (old for old, _ in pairs))
        second = _without(second, (new for _, new in pairs))
    rows += [(FIRST, one, "") for one in first] + [(SECOND, one, "") for one in second]
    rows.sort(key=lambda row: (*_place(row[1]), row[0]))
    return Result(COLUMNS, tuple(tuple(Literal(text) if text else None for text in _cells(*row)) for row in rows))


def _ordered(found: Iterable[Told]) -> list[Told]:
    return sorted(found, key=_place)


def _place(one: Told) -> tuple[str, str, int, str]:
    return one.published, one.article, one.begin, one.statement


def _pairs(
    first: Iterable[Told], second: Iterable[Told], common: Callable[[Told], tuple[str, ...]]
) -> Iterator[tuple[Told, Told]]:
    """Statements of both sides that have a key in common, each with one, in the order of the text."""
    groups: defaultdict[tuple[str, ...], list[Told]] = defaultdict(list)
    for one in second:
        groups[common(one)].append(one)
    for one in first:
        same = groups[common(one)]
        if same:
            yield one, same.pop(0)


def _without(found: Iterable[Told], gone: Iterable[Told]) -> list[Told]:
    taken = {one.statement for one in gone}
    return [one for one in found if one.statement not in taken]


def _changes(old: Told, new: Told) -> list[str]:
    """ "certainty: certain → probable" for each field that differs."""
    fields = zip(_fields(old), _fields(new), strict=True)
    changed = [f"{name}: {was or '-'} → {now or '-'}" for (name, was), (_, now) in fields if was != now]
    if old.sentence != new.sentence:
        changed.append("sentence: {} → {}".format(*_apart(old.sentence.split(), new.sentence.split())))
    if old.content != new.content and not changed:
        changed.append(f"content: {shorten(old.content)} → {shorten(new.content)}")
    return changed


def _fields(one: Told) -> Iterator[tuple[str, str]]:
    yield "by", one.by
    yield "speaker", shorten(one.speaker)
    yield "what", one.gist
    yield "valid", days(*one.valid)
    yield "scheduled", one.scheduled
    yield "speech act", label_of(URIRef(one.act))
    yield "certainty", one.certainty
    yield "status", one.status
    yield "date", one.date
    yield "via", one.via


def _apart(old: list[str], new: list[str]) -> tuple[str, str]:
    """Two sentences' words in, the part of each that differs out, with a few words around."""
    groups = list(SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(AROUND))
    (_, old_begin, _, new_begin, _), (_, _, old_end, _, new_end) = groups[0][0], groups[-1][-1]
    return _part(old, old_begin, old_end), _part(new, new_begin, new_end)


def _part(words: list[str], begin: int, end: int) -> str:
    before, after = "… " if begin else "", " …" if end < len(words) else ""
    return f"{before}{' '.join(words[begin:end])}{after}"


def _cells(where: str, one: Told, changes: str) -> tuple[str, ...]:
    return where, one.by, one.gist, changes, one.certainty, one.date, one.headline, one.sentence
