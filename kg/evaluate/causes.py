"""Why attributions of PolNeAR are missed, found without need, or given to another source; and of what type a cue is.

The type is told by the words of the cue and our lexicon alone, so that it says the same whatever the parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from lemminflect import getAllLemmas

from kg.extract.cues import LIGHT, NOUNS, PLAIN, TERMS, VERBS
from kg.model import Attribution, Span

SAYING, THINKING, NOUN, ACCORDING, OTHER, NONE = CUES = (
    "verb of saying",
    "verb of thinking",
    "noun",
    "according to",
    "other words",
    "no cue",
)
THOUGHT = frozenset({"believe", "want", "intend", "fear"})  # acts of the lexicon
LEXICON = frozenset({*VERBS, *NOUNS, *PLAIN, *TERMS, ACCORDING})
WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*'?")
DETERMINERS = frozenset("a an the this that these those no any some my your his her its our their".split())
POSSESSIVES = frozenset("my your his her its our their whose".split())
# What stands beside the head of a cue: "has also been", "did not", "in", "to"
FUNCTION = DETERMINERS | frozenset(
    "be am is are was were been being have has had having do does did will would can could may might shall should must "
    "not never also even still just only already later then now again once both to of in on at for by with from about "
    "against as into over out up and or but there it who which what so very more s re ll ve d m isn't aren't wasn't "
    "weren't don't doesn't didn't haven't hasn't hadn't won't wouldn't can't cannot couldn't shouldn't".split()
)


@dataclass(frozen=True, slots=True)
class Rated:
    """How sure a statement is (0 to 1), and the signs that tell (``kg/extract/confidence.py``)."""

    confidence: float
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """An article: what is marked, what was found, outermost and nested; ``pairs`` gives the found one of a gold one.

    ``rated`` stands beside ``found``: None for what made no statement.
    """

    stem: str
    text: str
    gold: tuple[Attribution, ...]
    found: tuple[Attribution, ...]
    nested: tuple[Attribution, ...]
    pairs: Mapping[int, int]
    rated: tuple[Rated | None, ...] = ()
    refused: bool = False

    def attributed(self, j: int) -> bool:
        """True where a gold attribution is found and its source meets ours, or neither has one."""
        if j not in self.pairs:
            return False
        ours, marked = self.found[self.pairs[j]].source, self.gold[j].source
        return _meet(ours, marked) or not (ours or marked)


@dataclass(frozen=True, slots=True)
class Error:
    """One error: ``error`` is missed, spurious or source; ``cue`` the lemma, ``words`` the text from end to end."""

    error: str
    cause: str
    cue: str
    article: str
    span: Span
    words: str


def errors_of(article: Compared) -> Iterator[Error]:
    """The errors in an article: gold attributions first, then those found without need."""
    for j, gold in enumerate(article.gold):
        if j not in article.pairs:
            yield _error("missed", _why_missed(gold, article), gold, article)
        elif not article.attributed(j):
            yield _error("source", _why_elsewhere(gold, article.found[article.pairs[j]]), gold, article)
    for i, found in enumerate(article.found):
        if i not in article.pairs.values():
            yield _error("spurious", _why_spurious(found, article), found, article)


def _error(error: str, cause: str, of: Attribution, article: Compared) -> Error:
    parts = (*of.source, *of.cue, *of.content)
    span = Span(min(p.start for p in parts), max(p.end for p in parts))
    return Error(error, cause, cue_of(of, article.text)[0], article.stem, span, " ".join(span.of(article.text).split()))


def _why_missed(gold: Attribution, article: Compared) -> str:
    if any(_meet(gold.cue, found.cue) for found in article.found):
        return "contents share less than half"
    if any(_meet(gold.cue, found.cue) for found in article.nested):
        return "taken for nested"
    if any(_half(gold, found) for found in article.found):
        return "taken for what another cue says"
    lemma, kind = cue_of(gold, article.text)
    if kind == NONE:
        return "no cue"
    return "cue known, nothing found" if lemma in LEXICON else "cue not in the lexicon"


def _why_elsewhere(gold: Attribution, found: Attribution) -> str:
    if not gold.source:
        return "none is marked"
    return "another one found" if found.source else "none found"


def _why_spurious(found: Attribution, article: Compared) -> str:
    if any(_meet(found.cue, gold.cue) for gold in article.gold):
        return "contents share less than half"
    if any(_half(found, gold) for gold in article.gold):
        return "inside what another says"
    return "not marked"


def _meet(some: Iterable[Span], others: Iterable[Span]) -> bool:
    return any(one.meets(other) for one in some for other in others)


def _half(inner: Attribution, outer: Attribution) -> bool:
    """True where at least half of a content lies in another's."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in inner.content for b in outer.content)
    return 2 * shared >= sum(span.end - span.start for span in inner.content)


# --- cues


def cue_of(attribution: Attribution, text: str) -> tuple[str, str]:
    """The lemma that heads the cue and its type, one of ``CUES``."""
    words = _words(attribution.cue, text)
    source = _words(attribution.source, text)
    owned = bool(source) and (source[-1] in POSSESSIVES or source[-1].endswith(("'s", "s'")))
    return head(words, owned=owned)


def _words(spans: Iterable[Span], text: str) -> list[str]:
    return [word for span in spans for word in WORD.findall(span.of(text).lower().replace("’", "'"))]


def head(words: list[str], *, owned: bool = False) -> tuple[str, str]:
    """The head of a cue and its type. A noun of the lexicon is no verb behind a determiner or a verb that carries it.

    ``owned``: the source is a possessor ("the mayor's").

    >>> head("has repeatedly said".split()), head("repeated the claim".split()), head("claims".split(), owned=True)
    (('say', 'verb of saying'), ('claim', 'noun'), ('claim', 'noun'))
    """
    if not words:
        return "", NONE
    if "according" in words:
        return ACCORDING, ACCORDING
    nominal = owned
    for at, word in enumerate(words):
        noun, verb = _lemma(word, "NOUN"), _lemma(word, "VERB")
        if noun in NOUNS and (nominal or verb not in VERBS):
            return noun, NOUN
        carries = verb in LIGHT and any(_lemma(later, "NOUN") in NOUNS for later in words[at + 1 :])
        if verb in VERBS and not carries:
            return verb, THINKING if VERBS[verb][0].act in THOUGHT else SAYING
        nominal = nominal or carries or word in DETERMINERS
    telling = [word for word in words if word not in FUNCTION] or words
    carried = [word for word in telling if _lemma(word, "VERB") not in LIGHT] or telling
    return _lemma(carried[0], "VERB") or carried[0], OTHER


@cache
def _lemma(word: str, pos: str) -> str:
    """The word's lemma as a noun or verb; empty where it can be none."""
    lemmas: dict[str, tuple[str, ...]] = getAllLemmas(word)
    return lemmas.get(pos, ("",))[0]
