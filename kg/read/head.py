"""The head of a saved news page: title, bylines, dates, reading time, outlet; everything before the first sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import IntEnum
from itertools import islice

from kg.model import Span
from kg.read.bylines import Byline, byline, names
from kg.read.dates import Stamp, is_label, is_labelled, stamps
from kg.read.furniture import is_furniture, is_reading_time
from kg.read.metadata import Metadata, dated
from kg.read.opening import opening
from kg.read.outlets import is_known_outlet
from kg.read.paragraphs import blocks, ends_sentence, lines, runs_on, unmarked

LONGEST_HEAD = 24  # lines
LONGEST_LINE = 400  # characters
LONGEST_TITLE = 200
# A line below the title that could be of the body is of the head where a sure line of it follows so soon.
REACH = 3

# "Source: Reuters", "Author: Jane Doe" are fields of a head; "By" and "Published:" have files of their own.
_LABELLED = re.compile(
    r"(?P<key>title|headline|authors?|source|publisher|outlet|publication|url|link)\s*:\s+(?P<value>\S.*)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_BARS = re.compile(r"\s*[|·•]\s*")
_HEADING = re.compile(r"#{1,6}\s")
_EMPHASIS = "*_"
_DASHES = "-–—"


class Weight(IntEnum):
    """How surely a line is of a head: a button or a bare name, then a bare date, then a byline or a labelled date."""

    WEAK = 0
    DATE = 1
    SURE = 2


@dataclass(frozen=True, slots=True)
class HeadLine:
    """What one line of a head says."""

    weight: Weight
    metadata: Metadata = field(default_factory=Metadata)


@dataclass(frozen=True, slots=True)
class Head:
    """What a head says, the span of its title, sentences that stand in it, and where the body begins."""

    metadata: Metadata
    headline: Span | None
    decks: tuple[Span, ...]
    end: int


def head(text: str, start: int = 0, known: Metadata | None = None) -> Head:
    """A text comes in; its head from ``start`` on goes out, an empty one where the body begins at once.

    ``known`` is what other places say; where it holds a title, only that line is taken for the headline.
    """
    known = known or Metadata()
    top = _top(text, start)
    result = Head(Metadata(), None, (), start)
    for number, line in enumerate(top):
        longer = _with(result, text, line, top[number + 1 :], known)
        if longer is None:
            break
        result = replace(longer, end=line.end)
    return _opened(result, text, known)


def _top(text: str, start: int) -> list[Span]:
    """The first lines that are not blank; "Published" and the date below it count as one."""
    top: list[Span] = []
    for line in islice((line for line in lines(text, start) if line.start < line.end), LONGEST_HEAD):
        if top and is_label(top[-1].of(text)) and stamps(line.of(text)) is not None:
            line = Span(top.pop().start, line.end)
        top.append(line)
    return top


def _with(head: Head, text: str, line: Span, below: list[Span], known: Metadata) -> Head | None:
    """The head with one more line, or None where the line is of the body."""
    titled = bool(head.headline or known.title)
    says = _says(line.of(text), named=titled and _stands_above_text(text, below))
    if not head.headline and (headline := _headline(text, line, below, known.title, says)):
        return replace(head, headline=headline, metadata=_joined(head.metadata, Metadata(title=headline.of(text))))
    if says:
        return replace(head, metadata=_joined(head.metadata, says.metadata))
    if titled and len(head.decks) < REACH and not opening(text, line.start) and _reaches(text, below, Weight.DATE):
        return replace(head, decks=(*head.decks, unmarked(text, line)))
    return None


def _headline(text: str, line: Span, below: list[Span], title: str, says: HeadLine | None) -> Span | None:
    """The span of the title where the line holds it."""
    bare = unmarked(text, line)
    words = bare.of(text)
    if says and says.metadata.title:
        return Span(line.end - len(says.metadata.title), line.end)
    if _HEADING.match(line.of(text)) or (title and _same(words, title)):
        return bare
    if title or says or not below or len(words) > LONGEST_TITLE:
        return None
    return bare if _reaches(text, below, Weight.SURE) or _looks_like_title(text, line, below) else None


def _looks_like_title(text: str, line: Span, below: list[Span]) -> bool:
    """True for a first line that is no sentence, does not run on into the next one, and stands above sentences."""
    words = line.of(text)
    if words[-1] in ",;:!" or (ends_sentence(words) and not words.endswith("?")):
        return False
    block = next(blocks(text, line.start))
    return not runs_on(text, block) and any(ends_sentence(lower.of(text)) for lower in below)


def _reaches(text: str, below: list[Span], weight: Weight) -> bool:
    """True where one of the next lines is as surely of a head as ``weight``, or the next one is a report's opening."""
    found = (_says(line.of(text), named=False) for line in below[:REACH])
    opens = bool(below) and opening(text, below[0].start) is not None
    return opens or any(line.weight >= weight for line in found if line)


def _stands_above_text(text: str, below: list[Span]) -> bool:
    """True where the next line is no dash ("Vessa Herald" above " — " is the outlet's opening)."""
    return bool(below) and text[below[0].start] not in _DASHES


def _says(words: str, *, named: bool) -> HeadLine | None:
    """What a line of a head says, or None where it is none; ``named``: bare names may stand here."""
    if len(words) > LONGEST_LINE:
        return None
    parts = [_part(part.strip(_EMPHASIS), named=named) for part in _BARS.split(words.strip(_EMPHASIS)) if part]
    said = [part for part in parts if part]
    if len(said) < len(parts):
        return None
    metadata = Metadata()
    for part in said:
        metadata = _joined(metadata, part.metadata)
    return HeadLine(max((part.weight for part in said), default=Weight.WEAK), metadata)


def _part(words: str, *, named: bool) -> HeadLine | None:
    if (dates := stamps(words)) is not None:
        return HeadLine(_weight(words, dates), dated(dates))
    if is_reading_time(words):
        return HeadLine(Weight.SURE)
    if is_furniture(words):
        return HeadLine(Weight.WEAK)
    if by := byline(words):
        return HeadLine(Weight.SURE, _by(by))
    if labelled := _LABELLED.fullmatch(words):
        return HeadLine(Weight.SURE, _field(labelled["key"].lower(), labelled["value"]))
    if _ADDRESS.fullmatch(words):
        return HeadLine(Weight.WEAK, Metadata(url=words))
    if is_known_outlet(words):
        return HeadLine(Weight.WEAK, Metadata(publisher=words))
    people = names(words) if named else None
    return HeadLine(Weight.WEAK, _by(people)) if people else None


def _weight(words: str, dates: tuple[Stamp, ...]) -> Weight:
    if is_labelled(words):
        return Weight.SURE
    return Weight.DATE if dates else Weight.WEAK  # "2:10 p.m." stands between the entries of a running report, too


def _field(key: str, value: str) -> Metadata:
    if key in ("author", "authors"):
        return _by(names(value) or Byline(authors=(value,)))
    if key in ("title", "headline"):
        return Metadata(title=value)
    return Metadata(url=value) if _ADDRESS.fullmatch(value) else Metadata(publisher=value)


def _by(found: Byline) -> Metadata:
    return Metadata(authors=found.authors, publisher=found.outlet)


def _joined(first: Metadata, second: Metadata) -> Metadata:
    """Both, the names of all authors in order."""
    authors = tuple(dict.fromkeys((*first.authors, *second.authors)))
    return replace(first.or_else(second), authors=authors)


def _opened(head: Head, text: str, known: Metadata) -> Head:
    """The head with the opening of the first sentence, where there is one."""
    opened = opening(text, head.end, known.publisher or head.metadata.publisher)
    if opened is None:
        return head
    return replace(head, metadata=_joined(head.metadata, opened.metadata), end=opened.end)


def _same(words: str, title: str) -> bool:
    return re.sub(r"[\W_]+", " ", words).casefold().strip() == re.sub(r"[\W_]+", " ", title).casefold().strip()
