"""Who is named as the source of words: the subject of a cue, the maker of a work."""

from __future__ import annotations

from spacy.tokens import Token

from kg import syntax
from kg.extract import cues
from kg.extract.cues import Cue
from kg.extract.people import can_speak, is_work

# What a work can do by its words: "the petition accuses", "the law requires"; it wants and believes nothing
WRITTEN_ACTS = frozenset({"assert", "estimate", "warn", "confirm", "accuse", "demand", "deny", "decree"})
TIMED = frozenset({"DATE", "TIME", "MONEY"})


def source_of(verb: Token) -> Token | None:
    """Who says what a verb reports: its subject, or the agent of a passive; None for "there", "what"."""
    if syntax.is_passive(verb):
        return syntax.agent(verb)
    found = _noun(syntax.subject(verb) or _misplaced(verb) or _opening(verb))
    if found is None or (found.lower_ in {"there", "what", "this", "that"} and found.tag_ not in {"WDT", "IN", "WP"}):
        return None
    return found


def _noun(found: Token | None) -> Token | None:
    """ "an official familiar with it said", where the parse takes the adjective for the head: the noun before it."""
    if found is None or found.pos_ != "ADJ":
        return found
    return next((c for c in reversed(syntax.compounds(found)) if c.pos_ == "NOUN"), found)


def _opening(verb: Token) -> Token | None:
    """The noun phrase that fills a sentence up to its verb, whatever the parse takes it for."""
    group = syntax.verb_group(verb)
    stretch = verb.doc[verb.sent.start : group[0].i]
    if not syntax.is_root(verb) or not len(stretch) or not stretch[-1].is_alpha:
        return None
    tops = [t for t in stretch if not stretch.start <= t.head.i < stretch.end and not t.is_punct]
    return tops[0] if len(tops) == 1 and tops[0].pos_ in {"NOUN", "PROPN"} else None


def _misplaced(verb: Token) -> Token | None:
    """Who stands right beside the verb, where the parse hangs the name on other words.

    "...," Vessa wrote; "...," said an Iowa envoy; at the board's house, Ana Vessa, 70, said.
    """
    at = verb.i - 1
    if at > verb.sent.start + 2 and verb.doc[at].text == verb.doc[at - 2].text == "," and verb.doc[at - 1].like_num:
        at -= 3
    before = verb.doc[at] if at >= verb.sent.start else None
    if before is not None and syntax.is_subject(before):
        inside = {c.i for c in syntax.clause_complements(verb)}
        return before if before.head.i in inside else None
    if before is not None and before.ent_type_ == "PERSON" and at < verb.i - 1:
        return before
    if before is not None and before.text == "," and syntax.is_finite(verb):
        return _parenthesised(before)
    if before is not None and before.text in syntax.CLOSING and verb.i + 1 < verb.sent.end:
        return syntax.phrase_head(verb.nbor())
    return None


def _parenthesised(comma: Token) -> Token | None:
    """ "after her partner, the Rural League, warned": the noun whose apposition or relative clause a comma closes."""
    at = comma.nbor(-1)
    while at.head.i != at.i and at.head.left_edge.i < comma.i and at.head.right_edge.i <= comma.i:
        if syntax.is_apposition(at) or syntax.is_noun_clause(at):
            return at.head
        at = at.head
    return None


def speaks(source: Token, verb: Token, entry: Cue, frame: str) -> bool:
    """Names, people and bodies speak; works only say clauses ("the report said that"); what plainly says is a source.

    "One magazine said that", "six in ten said that", but not "the war said": things have no clause to say.
    """
    if can_speak(source):
        return source.lower_ != "it" or source.head.lemma_ not in {"show", "find"}
    plainly = frame == "clause" and entry is cues.SAY and syntax.own_subject(verb) == source
    if plainly and source.pos_ in {"NOUN", "NUM"} and source.ent_type_ not in TIMED:
        return True
    return is_work(source) and frame in {"clause", "object"} and entry.act in WRITTEN_ACTS


def speaking(verb: Token) -> list[Token]:
    """ "Speaking in Pellora on Sunday, Vessa said": the clause that tells to whom, when and where."""
    return [s for s in syntax.accompanying(verb) if s.lemma_ in {"speak", "talk"}]


def source_words(source: Token | None, verb: Token) -> list[Token]:
    """The phrase of a source, without the words that report: "officials" of "officials saying so"."""
    if source is None:
        return []
    reporting = {t.i for t in verb.subtree} if verb.i != source.i and source.is_ancestor(verb) else set()
    words = [t for t in _source_phrase(source) if t.i not in reporting]
    return words[1:] if len(words) > 1 and words[0].lower_ == "what" else words  # "what critics call"


def _source_phrase(source: Token) -> list[Token]:
    words = syntax.phrase(source)
    title = syntax.title_before(source)
    if title is not None:
        words = [*(t for t in syntax.phrase(title) if t.i < words[0].i), *words]
    joined = syntax.conjuncts(source)
    if len(joined) > 1:
        last = syntax.phrase(joined[-1])
        words = list(source.doc[words[0].i : last[-1].i + 1]) if words and last else words
    return words


def maker(work: Token) -> tuple[Token | None, list[Token]]:
    """Who stands behind a work, and the data it rests on: "a Vessa Post analysis of data from the census office".

    A source that is no work is itself.
    """
    if work.lemma_.lower() not in cues.WORKS:
        return work, []
    names = [t for t in work.subtree if t.i != work.i and can_speak(t) and _is_source_name(t)]
    before = [t for t in names if t.i < work.i]
    after = [t for t in names if t.i > work.i]
    by = [t for t in after if t.head.lower_ in {"by", "from"} or syntax.is_by(t.head)]
    by += [t for t in after if t.head.lower_ == "of" and t.ent_type_]  # not "a study of patients"
    if before:
        return before[-1], by
    if by:
        own = next((t for t in by if t.head.lower_ == "by"), by[0])
        rest = [t for t in by if t.i != own.i]
        return own, rest or ([own] if own.head.lower_ == "from" else [])
    return work, []


def named_by(work: Token, source: Token | None, verb: Token) -> list[Token]:
    """The words that name the source of a work: "the mayor's" of "the mayor's report", else the whole phrase."""
    if source is not None and syntax.is_possessor(source):
        return source_words(source, verb)
    return source_words(work, verb)


def _is_source_name(token: Token) -> bool:
    """The head of a name or of a described source, not a word inside one."""
    if syntax.is_compound(token) and token.head.ent_type_ == token.ent_type_ and token.ent_type_:
        return token.head.ent_iob_ == "O"
    if token.pos_ == "PROPN" and not token.ent_type_ and syntax.is_compound(token):
        return True  # "a Vessa Post analysis", where no entity was seen
    return bool(token.ent_type_ in {"PERSON", "ORG", "GPE"} or (token.tag_ in {"NNS", "NN"} and can_speak(token))) and (
        token.head.ent_type_ == "" or token.head.ent_type_ != token.ent_type_ or not syntax.is_compound(token)
    )
