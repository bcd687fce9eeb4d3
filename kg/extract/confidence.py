"""How sure an act of saying is: a sum over the signs that its rule and its parse give.

A statement starts at ``START`` and each sign adds its points; the sum is kept within ``LOWEST`` and ``HIGHEST``.
The points are percent: 86 means that of a hundred such statements about 86 are right.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract.people import is_work
from kg.extract.pieces import tokens_in
from kg.extract.said import Said

# Fitted on attributions of gum_open that we marked by hand (``kg/evaluate/points.py``).
START = 77
POINTS = {
    "clause": 14,
    "by according": 13,
    "clause with that": 13,
    "attitude": 6,
    "by adjective": 6,
    "judgement": 6,
    "by infinitive": 5,
    "content of over 40 words": 4,
    "source by pronoun": 3,
    "by noun": -2,
    "move": -2,
    "sentence of over 40 words": -2,
    "source by relative pronoun": -2,
    "by as": -5,
    "source far from its cue": -6,
    "by object": -10,
    "by label": -13,
    "cue in a dependent clause": -15,
    "quotation beside its cue": -17,
    "content of one or two words": -19,
}
LOWEST, HIGHEST = 5, 99
# What the article itself says has no source to be mistaken; a round figure, not fitted
OWN_VOICE = 0.9
ATTITUDES = frozenset("believe want intend fear perceive evaluate decree".split())
JUDGEMENTS = frozenset("accuse praise warn".split())
MOVES = frozenset("demand ask propose accept reject promise threaten order".split())
LONG_SENTENCE = 40  # tokens
SHORT, LONG = 3, 40  # words of a content
NEAR = 3  # tokens between source and cue


def confidence(signs: tuple[str, ...]) -> float:
    """The signs of an act of saying in, how likely it is right out: 0 to 1, to two decimals."""
    points = START + sum(POINTS.get(sign, 0) for sign in signs)
    return min(max(points, LOWEST), HIGHEST) / 100


def signs(doc: Doc, said: Said) -> tuple[str, ...]:
    """What speaks for and against an act of saying, as named in ``POINTS``."""
    return (*_rule(said), *_source(said), *_parse(doc, said))


def _rule(said: Said) -> Iterator[str]:
    report = said.report
    if report is None:
        yield "quotation without a cue"
        return
    if report.by != "verb":
        yield f"by {report.by}"
    elif report.frame != "clause":
        yield f"by {report.frame}"
    elif not report.heads:
        yield "quotation beside its cue"
    elif (mark := syntax.marker(report.heads[0])) is not None and mark.lower_ == "that":
        yield "clause with that"
    else:
        yield "clause"
    act = report.entry.act
    if act in ATTITUDES:
        yield "attitude"
    elif act in JUDGEMENTS:
        yield "judgement"
    elif act in MOVES:
        yield "move"


def _source(said: Said) -> Iterator[str]:
    source = said.source
    if source is None or not said.attribution.source:
        yield "no source"
        return
    if syntax.is_possessor(source):
        yield "possessive source"
    elif syntax.is_pronoun(source):
        yield "source by pronoun"
    elif syntax.stands_for_another(source):
        yield "source by relative pronoun"
    elif is_work(source):
        yield "source is a work"
    elif not source.ent_type_:
        yield "described source"


def _parse(doc: Doc, said: Said) -> Iterator[str]:
    report, attribution = said.report, said.attribution
    content = [token for span in attribution.content for token in tokens_in(doc, span) if token.is_alpha]
    if len(content) < SHORT:
        yield "content of one or two words"
    elif len(content) > LONG:
        yield "content of over 40 words"
    if report is None:
        return
    if len(report.verb.sent) > LONG_SENTENCE:
        yield "sentence of over 40 words"
    if report.frame != "according" and syntax.is_verb(report.verb) and not syntax.is_main(report.verb):
        yield "cue in a dependent clause"
    if said.source is not None and _apart(said.source, report.cue) > NEAR:
        yield "source far from its cue"


def _apart(source: Token, cue: tuple[Token, ...]) -> int:
    """How many tokens stand between a source's phrase and its cue."""
    words = syntax.phrase(source)
    return max(words[0].i - cue[-1].i, cue[0].i - words[-1].i) - 1
