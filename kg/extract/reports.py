"""Acts of saying in an article, by their cue: verbs, nouns, adjectives, "according to", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from kg import syntax
from kg.extract import cues
from kg.extract.according import according, by_account, by_adverb
from kg.extract.adjectives import of_adjective
from kg.extract.nouns import of_noun
from kg.extract.report import Report
from kg.extract.verbs import of_verb


def reports(doc: Doc) -> Iterator[Report]:
    """The acts of saying of a doc, in no special order; one cue gives one report."""
    for token in doc:
        lemma, word = token.lemma_.lower(), token.lower_
        if word == "according":
            yield from according(token)
        elif word in cues.RUMOURED:
            yield from by_adverb(token)
        elif syntax.is_verb(token):
            yield from of_verb(token, lemma)
        elif token.pos_ == "NOUN" and lemma in cues.NOUNS:
            yield from of_noun(token, cues.NOUNS[lemma])
        if lemma in cues.ACCOUNTS:
            yield from by_account(token)
        if word in cues.ADJECTIVES:  # "surprised", "worried" can be tagged as verbs
            yield from of_adjective(token, cues.ADJECTIVES[word][0])
