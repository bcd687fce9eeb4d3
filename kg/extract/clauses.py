"""Clauses in the words of their sentence: a predicate and what it is said of and with (open information extraction).

After ClausIE (Del Corro and Gemulla 2013): a clause for each predicate with all its arguments; what is coordinated
makes a clause each, and an apposition tells what somebody is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from spacy.tokens import Doc, Token

from kg import syntax
from kg.syntax import arguments as grammar

Words = tuple[Token, ...]

# How sure a clause is, by where it stands: shares that were right, about
MAIN, DEPENDENT, REDUCED, BESIDE, GOVERNED = 0.9, 0.7, 0.5, 0.5, 0.3


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of a predicate and of its arguments, the subject first; no predicate stands for "is"."""

    predicate: Words
    arguments: tuple[Words, ...]
    confidence: float


def clauses(doc: Doc) -> Iterator[Clause]:
    """The clauses of a doc, in the order of their heads."""
    for token in doc:
        if syntax.is_verb(token):
            if not syntax.is_helper(token) and not grammar.goes_on(token):
                yield from _of_verb(token)
        elif syntax.is_apposition(token) and syntax.is_noun(token):
            yield Clause((), (_phrase(token.head, token), _phrase(token, token)), BESIDE)


def _of_verb(verb: Token) -> Iterator[Clause]:
    """One clause for each subject and each object: "Vessa and Dahl took Osk and Pellora" gives four."""
    verbs = grammar.predicate_verbs(verb)
    someone = syntax.subject(verb)
    found = [a for a in grammar.arguments(verbs) if not syntax.is_adverbial(a.head)]
    if someone is None or not found:
        return
    first, *others = found
    lead = {t.i: t for t in (*grammar.predicate_words(verbs), *first.lead)}
    predicate = tuple(lead[i] for i in sorted(lead))
    rest = [(*a.lead, *_phrase(a.head, verb)) for a in others]
    for one, other in product(_parts(syntax.antecedent(someone), verb), _parts(first.head, verb)):
        yield Clause(predicate, (one, other, *rest), _confidence(verb))


def _parts(head: Token, verb: Token) -> list[Words]:
    """A phrase, or the phrases that are joined in it."""
    parts = syntax.conjuncts(head)
    if len(parts) == 1 or syntax.is_verb(head):
        return [_phrase(head, verb)]
    return [tuple(syntax.clause(part, without=syntax.loose(part))) for part in parts]


def _phrase(head: Token, besides: Token) -> Words:
    return tuple(grammar.phrase_words(head, besides))


def _confidence(verb: Token) -> float:
    if syntax.is_main(verb):
        return MAIN
    if syntax.is_governed(verb):
        return GOVERNED
    return REDUCED if syntax.is_participle_clause(verb) else DEPENDENT
