"""Quotation marks paired into quotations. An odd mark never costs more than its paragraph.

What a mark may do is told by its form and by what stands beside it; pairs are then found with a stack, so that they
nest. Plural possessives and measures look like closing marks: "‘The workers’ rights", '"a 6" pipe'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from kg.model import Quotation, Span

KEY = "quotations"
PARAGRAPHS = "paragraphs"
CHARACTERS = "characters"

DOUBLE, SINGLE, GUILLEMET, SINGLE_GUILLEMET = '"', "'", "«", "‹"
KINDS = {
    **dict.fromkeys(('"', "“", "”", "„", "‟", "``", "''", "‘‘", "’’"), DOUBLE),
    **dict.fromkeys(("'", "‘", "’", "‚", "`"), SINGLE),
    **dict.fromkeys("«»", GUILLEMET),
    **dict.fromkeys("‹›", SINGLE_GUILLEMET),
}
# don’t | ’90s, ’98, rock ’n’ roll, ’em | marks; of three, the first or the last is a single one: "'no'''", "'''No"
SCAN = re.compile(
    r"""(?<=\w)['‘’](?=\w) | (?<!\w)['‘’](?:n['’]?|\d\ds?|em|til|tis|twas)(?!\w)
    | (?P<mark> '(?=''(?![\w'])) | ’(?=’’(?![\w’])) | `` | '' | ‘‘ | ’’ | ["“”„‟«»‹›'‘’‚`] )""",
    re.VERBOSE | re.IGNORECASE,
)
OPENING = "“‘\"'„‚«‹`([{"
JOINING = "—–-"
STOPS = '.,!?…;—–-"”'
# the workers’ rights, fightin’ words, o’ the clock, 5' tall
APOSTROPHIZED = re.compile(r"(?:[sxz\d]|in|\b(?:o|th|an|ol))\Z", re.IGNORECASE)
EMPTY_LINE = re.compile(r"\n\s*\n")
DEPTH = 8  # marks that may be open at once: more of them are odd


class Mark(NamedTuple):
    """A mark in a paragraph: where it stands and what it may do."""

    start: int
    end: int
    kind: str
    opens: bool
    closes: bool
    doubtful: bool  # an apostrophe or a measure, where a certain mark closes later
    firm: bool  # behind a stop


def quotations(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """The quotations of a text, in order, inner ones after those that hold them.

    A paragraph that opens a mark and does not close it continues in the next one where that opens with the same mark
    (the rule of English typography); else the quotation ends with its paragraph.
    """
    out: list[Quotation] = []
    marks = [_marks(paragraph.of(text)) for paragraph in paragraphs]
    for paragraph, own, following in zip(paragraphs, marks, [*marks, []][1:], strict=True):
        out += _paragraph(text, paragraph, own, list(_leading(following)))
    return sorted(out, key=lambda q: (q.span.start, -q.span.end))


@Language.component("kg_quotations", assigns=["doc.spans"])
def set_quotations(doc: Doc) -> Doc:
    """Set ``doc.spans["quotations"]``: quotations with their marks, in order, inner ones after those that hold them.

    Paragraphs are those of ``doc.spans["paragraphs"]`` where that is set, else what empty lines part.
    """
    text = doc.text
    found = quotations(text, [_trimmed(text, span) for span in _paragraphs(doc, text)])
    spans = (doc.char_span(*_ends(q.span), label="QUOTATION", alignment_mode="expand") for q in found)
    characters = [[*_ends(q.span), *_ends(q.words), q.continues, q.single] for q in found]
    group = SpanGroup(doc, name=KEY, spans=[span for span in spans if span], attrs={CHARACTERS: characters})
    doc.spans[KEY] = group
    return doc


def quotations_of(doc: Doc) -> tuple[Quotation, ...]:
    """The quotations of a doc by characters; paired now where its pipeline has no ``kg_quotations``."""
    if KEY not in doc.spans:
        set_quotations(doc)
    rows = doc.spans[KEY].attrs[CHARACTERS]
    return tuple(Quotation(Span(*row[:2]), Span(*row[2:4]), continues=row[4], single=row[5]) for row in rows)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _paragraphs(doc: Doc, text: str) -> Iterator[Span]:
    """Those that are set, else what empty lines part."""
    if PARAGRAPHS in doc.spans:
        yield from (Span(span.start_char, span.end_char) for span in doc.spans[PARAGRAPHS])
        return
    at = 0
    for gap in EMPTY_LINE.finditer(text):
        yield Span(at, gap.start())
        at = gap.end()
    yield Span(at, len(text))


def _trimmed(text: str, span: Span) -> Span:
    """The span without the white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


# --- what a mark may do


def _marks(words: str) -> list[Mark]:
    """The marks of a paragraph in order, apostrophes left out."""
    return [_mark(words, *found.span()) for found in SCAN.finditer(words) if found["mark"]]


def _mark(words: str, start: int, end: int) -> Mark:
    mark, before, after = words[start:end], words[max(0, start - 1) : start], words[end : end + 1]
    kind = KINDS[mark]
    opens, closes = _turns(mark, before, after)
    follows = after.isspace() and words[end + 1 : end + 2].isalnum()
    apostrophized = kind == SINGLE and APOSTROPHIZED.search(words[max(0, start - 4) : start]) is not None
    doubtful = follows and (apostrophized or before.isdigit())
    return Mark(start, end, kind, opens, closes, doubtful, firm=before in STOPS)


def _turns(mark: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether a mark may open and may close, by its form and what stands beside it."""
    gap_before, gap_after = not before or before.isspace(), not after or after.isspace()
    leads = after.isalnum() or (after != "" and after in OPENING)
    glued = not (gap_before or before in OPENING or leads)  # it has no place to open at
    looks_opening = not gap_after and after not in ",;:!?)]}" and (
        (gap_before or before in "([{/") or (leads and before in OPENING + JOINING)
    )  # fmt: skip
    match mark:
        case "``" | "„" | "‟":
            return True, False
        case "‚" | "`":
            return looks_opening, False
        case "“" | "‘‘" | "«" | "‹":  # German „x“ and »x« close with them
            return not glued, glued
        case "‘":
            return not glued and not gap_after, glued
        case "”" | "’’" | "»" | "›":  # Swedish ”x” and German »x« open with them
            return looks_opening, True
        case "’":
            return False, not gap_before
        case "'":
            return looks_opening, not looks_opening and not gap_before
        case _:
            return looks_opening, not looks_opening


# --- pairs


def _paragraph(text: str, paragraph: Span, marks: Sequence[Mark], reopened: list[str]) -> Iterator[Quotation]:
    pairs, still_open = _paired(marks)
    for opener, closer in pairs:
        yield from _quotation(text, paragraph.start, opener, closer.start, closer.end)
    end = paragraph.end - paragraph.start
    for opener in _unclosed(pairs, still_open):
        continues = reopened[:1] == [opener.kind]
        if continues or opener.kind != SINGLE:  # a single mark that nothing closes was an apostrophe
            yield from _quotation(text, paragraph.start, opener, end, end, continues=continues)
            reopened = reopened[1:] if continues else []


def _quotation(
    text: str, offset: int, opener: Mark, words_end: int, end: int, *, continues: bool = False
) -> Iterator[Quotation]:
    """The quotation from a mark on, its places counted from ``offset``; none where no words stand in it."""
    words = _trimmed(text, Span(offset + opener.end, offset + words_end))
    if words.start < words.end:
        single = opener.kind in {SINGLE, SINGLE_GUILLEMET}
        yield Quotation(Span(offset + opener.start, offset + end), words, continues=continues, single=single)


def _paired(marks: Sequence[Mark]) -> tuple[list[tuple[Mark, Mark]], list[Mark]]:
    """Pairs that nest, and the marks that stay open."""
    pairs: list[tuple[Mark, Mark]] = []
    still_open: list[Mark] = []
    for mark, closed_later in zip(marks, _closed_later(marks), strict=True):
        closes = mark.closes and not (mark.doubtful and closed_later)
        at = _opener(still_open, mark) if closes else None
        if at is not None:
            pairs.append((still_open[at], mark))
            del still_open[at:]
        elif mark.opens:
            still_open.append(mark)
            del still_open[:-DEPTH]
    return pairs, still_open


def _closed_later(marks: Sequence[Mark]) -> list[bool]:
    """For each mark, whether the next certain one of its kind closes."""
    later: dict[str, bool] = {}
    out = []
    for mark in reversed(marks):
        out.append(later.get(mark.kind, False))
        if not mark.doubtful:
            later[mark.kind] = mark.closes
    return out[::-1]


def _opener(still_open: Sequence[Mark], mark: Mark) -> int | None:
    """The place of the open mark that this one closes: the nearest of its kind.

    A single mark without a stop before it closes nothing across an open double mark: it is rather an apostrophe.
    """
    for at in range(len(still_open) - 1, -1, -1):
        if still_open[at].kind == mark.kind:
            return at
        if mark.kind == SINGLE and not mark.firm:
            return None
    return None


def _unclosed(pairs: Sequence[tuple[Mark, Mark]], still_open: Sequence[Mark]) -> list[Mark]:
    """What a paragraph leaves open. A mark was odd where one of its kind has opened since."""
    last = {mark.kind: mark for mark in sorted([*(opener for opener, _ in pairs), *still_open])}
    return [mark for mark in still_open if last[mark.kind] == mark]


def _leading(marks: Sequence[Mark]) -> Iterator[str]:
    """The kinds of the marks that a paragraph opens with."""
    at = 0
    for mark in marks:
        if mark.start != at or not mark.opens:
            return
        yield mark.kind
        at = mark.end
