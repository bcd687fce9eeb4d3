"""Acts of saying in an article, by their cue: verbs, nouns, "according to", "as X put it"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract import cues
from kg.extract.cues import Cue
from kg.extract.people import can_speak, is_work


@dataclass(frozen=True, slots=True)
class Report:
    """One act of saying, in tokens.

    ``verb`` heads the cue, ``source`` heads the phrase that names the speaker (None where nobody is named), ``owner``
    is that phrase where it is not the source's own ("CNN" in "CNN's analysis says"). ``content`` are the words said, as
    far as the parse tells; ``negation`` is the word that says that nothing was said. ``unreal``: it is planned,
    wished or possible that it be said.
    """

    verb: Token
    cue: tuple[Token, ...]
    entry: Cue
    source: Token | None
    source_words: tuple[Token, ...]
    content: tuple[Token, ...]
    heads: tuple[Token, ...] = ()
    addressee: Token | None = None
    based_on: tuple[Token, ...] = ()
    negation: Token | None = None
    unreal: bool = False
    frame: str = "clause"


def reports(doc: Doc) -> Iterator[Report]:
    """The acts of saying of a doc, in no special order; one cue gives one report."""
    for token in doc:
        lemma = token.lemma_.lower()
        if token.lower_ == "according":
            yield from _according(token)
        elif syntax.is_verb(token):
            yield from _of_verb(token, lemma)
        elif token.pos_ == "NOUN" and lemma in cues.NOUNS:
            yield from _of_noun(token, cues.NOUNS[lemma][0])


TELLING = frozenset({"tell", "inform", "assure", "remind", "brief"})

# --- verbs


def _of_verb(verb: Token, lemma: str) -> Iterator[Report]:
    if lemma in {"make", "set"}:
        yield from _made_plain(verb)
    if lemma in cues.AS_CUES and _is_aside(verb):
        yield from _aside(verb, cues.SAY)
        return
    entries = cues.VERBS.get(lemma, ())
    if not entries or syntax.is_helper(verb) or _carries_noun(verb, lemma):
        return
    entry, heads, frame = _completed(verb, entries)
    source = _source(verb)
    if _anonymous(heads):
        return
    if source is None and not (frame == "clause" and syntax.is_passive(verb)):
        return
    if source is not None and not _speaks(source, entry, frame):
        return
    if lemma == "read" and not is_work(source if source is not None else verb):
        return  # "the statement read", not "she has read"
    if source is not None and is_work(source):
        source, _ = _maker(source)  # "a report by the chamber found": the chamber
    yield _report(verb, entry, source, heads, frame)


def _completed(verb: Token, entries: tuple[Cue, ...]) -> tuple[Cue, list[Token], str]:
    """The first reading of a verb that what stands beside it completes; the first of all where none does."""
    for entry in entries:
        heads, frame = _complements(verb, entry)
        if heads:
            return entry, heads, frame
    return entries[0], [], "clause"


def _anonymous(heads: list[Token]) -> bool:
    """ "asked not to be named"."""
    return bool(heads) and heads[0].lemma_ in cues.ANONYMOUS and syntax.is_passive(heads[0]) and syntax.has_to(heads[0])


def _carries_noun(verb: Token, lemma: str) -> bool:
    """ "repeated his claim that": the noun tells it."""
    if lemma not in cues.LIGHT:
        return False
    nouns = [o for o in syntax.objects(verb) if o.lemma_.lower() in cues.NOUNS]
    return any(_noun_complements(noun, cues.NOUNS[noun.lemma_.lower()][0]) for noun in nouns)


def _report(verb: Token, entry: Cue, source: Token | None, heads: list[Token], frame: str) -> Report:
    addressee = _addressee(verb, heads, source)
    source_words = _source_words(source, verb)
    content = [t for head in heads for t in _content_words(head, verb)]
    taken = {t.i for t in content} | {t.i for t in source_words}
    group = [t for t in syntax.verb_group(verb) if t.i not in taken] or [verb]
    return Report(
        verb=verb,
        cue=tuple(_with_preposition(verb, group, heads)),
        entry=entry,
        source=source,
        source_words=tuple(source_words),
        content=tuple(content),
        heads=tuple(heads),
        addressee=addressee,
        negation=syntax.negation(verb) or _declined(verb) or _mute(verb, heads),
        unreal=_unreal(verb),
        frame=frame,
    )


def _unreal(verb: Token) -> bool:
    """ "will say", "could accept", "wants to tell", "whether it agreed", "did she say?": nothing was surely said."""
    if syntax.is_conditional(verb) or syntax.tense(verb) == "future" or syntax.is_question(verb):
        return True
    if any(helper.lower_ in {"may", "might", "could"} for helper in syntax.auxiliaries(verb)):
        return True
    above = verb.head
    return syntax.has_to(verb) and syntax.is_dependent(verb) and above.lemma_ not in cues.SAID_TO | cues.DECLINING


def _complements(verb: Token, entry: Cue) -> tuple[list[Token], str]:
    """The heads of what completes a cue, and by which frame; none where only a quotation can."""
    if "clause" in entry.frames:
        clauses = [c for c in syntax.clause_complements(verb) if not _is_subject_clause(c)]
        if clauses:
            return clauses, "clause"
    gerund = syntax.gerund(verb)
    if gerund is not None and entry.frames & {"clause", "object"} and entry.act != "ask":
        return [gerund], "gerund"  # "denied holding the town"
    to = syntax.infinitive(verb)
    if "infinitive" in entry.frames and to is not None:
        return [to], "infinitive"
    if "as" in entry.frames:
        called = [*syntax.objects(verb), *(p for p, _ in syntax.prepositions(verb, "as"))]
        called += syntax.secondary_predicates(verb)
        if len(called) > 1:
            return called, "as"
    if "object" in entry.frames:
        found = [o for o in syntax.objects(verb) if o.pos_ in {"NOUN", "PROPN", "PRON"} or syntax.is_verb(o)]
        if not found and syntax.is_passive(verb) and syntax.agent(verb) is not None:
            passive = syntax.own_subject(verb)
            found = [passive] if passive is not None else []
        if found:
            return [*found, *(p for p, _ in syntax.prepositions(verb, "from") if entry.act == "demand")], "object"
    for preposition, governed in syntax.prepositions(verb, *sorted(entry.prepositions)) if entry.prepositions else ():
        if governed.ent_type_ in {"DATE", "TIME"} or (
            verb.lemma_ == "call" and preposition.lower_ == "on" and to is None
        ):
            continue
        if syntax.is_verb(governed) or governed.pos_ in {"NOUN", "PROPN", "PRON"}:
            return [governed if preposition.lower_ != "on" else preposition], "preposition"
    return [], "clause"


def _is_subject_clause(clause: Token) -> bool:
    return syntax.is_subject_clause(clause)


def _source(verb: Token) -> Token | None:
    if syntax.is_passive(verb):
        return syntax.agent(verb)
    found = syntax.subject(verb) or _misplaced(verb)
    if found is None or (found.lower_ in {"there", "what", "this", "that"} and found.tag_ not in {"WDT", "IN", "WP"}):
        return None
    return found


def _misplaced(verb: Token) -> Token | None:
    """ "...," Vessa wrote: the name right before the verb, where the parse hangs it on the words said."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else None
    if before is None or not syntax.is_subject(before):
        return None
    return before if before.head.i in {c.i for c in syntax.clause_complements(verb)} else None


def _speaks(source: Token, entry: Cue, frame: str) -> bool:
    """Names, people and bodies speak; works only say clauses ("the report said that")."""
    if can_speak(source):
        return source.lower_ != "it" or source.head.lemma_ not in {"show", "find"}
    return is_work(source) and frame in {"clause", "object"} and entry.act in {"assert", "estimate", "warn", "confirm"}


def _source_words(source: Token | None, verb: Token) -> list[Token]:
    """The phrase of a source, without the words that report: "officials" of "officials saying so"."""
    if source is None:
        return []
    reporting = {t.i for t in verb.subtree} if verb.i != source.i and source.is_ancestor(verb) else set()
    return [t for t in _source_phrase(source) if t.i not in reporting]


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


def _content_words(head: Token, verb: Token) -> list[Token]:
    """The words below a head; of words said before the cue, none stand after it ("..., she said as she left")."""
    words = syntax.clause(head, without=[verb])
    return [t for t in words if t.i < verb.i] if head.i < verb.i else words


def _with_preposition(verb: Token, group: list[Token], heads: list[Token]) -> list[Token]:
    """The cue with the preposition that leads to the content: "called for", "warned of"."""
    for head in heads:
        above = head.head
        if syntax.is_governed(head) and above.head.i == verb.i and above.i == group[-1].i + 1:
            return [*group, above]
    return group


def _addressee(verb: Token, heads: list[Token], source: Token | None) -> Token | None:
    """ "told reporters", "said to Vessa", "urged Orland to", "was told by X"."""
    taken = {t.i for h in heads for t in h.subtree}
    for o in syntax.objects(verb):
        if o.i not in taken and can_speak(o):
            return o
    for c in verb.children:  # "... ," Vessa told reporters: the parse can take them for a second subject
        told = verb.lemma_ in TELLING and c.i > verb.i and c.pos_ in {"NOUN", "PROPN", "PRON"}
        if told and c.i not in taken and (source is None or c.i != source.i) and can_speak(c):
            return c
    for h in heads:  # "urged Orland to go": the parse makes Orland the subject of "go"
        inner = syntax.own_subject(h)
        if inner is not None and syntax.has_to(h) and inner.i > verb.i and can_speak(inner):
            return inner
    if syntax.is_passive(verb):
        passive = syntax.own_subject(verb)
        if passive is not None and passive.i not in taken and can_speak(passive):
            return passive
    for p, governed in syntax.prepositions(verb, "to", "on"):
        if p.lower_ == "on" and verb.lemma_ != "call":
            continue
        if governed.i not in taken and can_speak(governed) and (source is None or governed.i != source.i):
            return governed
    return None


def _declined(verb: Token) -> Token | None:
    """ "declined to say", "refused to comment": the verb above says that nothing was said."""
    above = verb.head
    if syntax.is_governed(verb):  # "stopped short of saying", "refrained from saying"
        above = next((t for t in syntax.above(verb) if syntax.is_verb(t)), above)
        return above if above.lemma_ in cues.DECLINING else None
    return above if syntax.is_open_complement(verb) and above.lemma_ in cues.DECLINING else None


def _mute(verb: Token, heads: list[Token]) -> Token | None:
    """ "refused to comment": the refusal to speak itself."""
    if verb.lemma_ in cues.DECLINING - {"deny"} and heads and heads[0].lemma_ in cues.MUTE:
        return verb
    return None


# --- "as X put it"


def _is_aside(verb: Token) -> bool:
    mark = syntax.opener(verb)
    return (
        syntax.is_dependent(verb)
        and mark is not None
        and mark.lower_ == "as"
        and mark.i < verb.i
        and not syntax.clause_complements(verb)
        and syntax.is_verb(verb.head)
    )


def _aside(verb: Token, entry: Cue) -> Iterator[Report]:
    source = syntax.own_subject(verb)
    if source is None or not can_speak(source):
        return
    head = verb.head
    yield Report(
        verb=verb,
        cue=tuple(syntax.verb_group(verb)),
        entry=entry,
        source=source,
        source_words=tuple(_source_words(source, verb)),
        content=tuple(syntax.clause(head, without=[verb])),
        heads=(head,),
        negation=syntax.negation(verb),
    )


# --- "made clear that", "made it a condition of"


def _made_plain(verb: Token) -> Iterator[Report]:
    source = _source(verb)
    if source is None or not can_speak(source):
        return
    below = list(verb.children)
    below += [c for b in below if not b.is_punct for c in b.children if b.lower_ in cues.PLAIN | cues.TERMS]
    plain = next((t for t in below if t.lower_ in cues.PLAIN and t.i > verb.i), None)
    term = next((t for t in below if t.lemma_.lower() in cues.TERMS and t.i > verb.i), None)
    if plain is not None:
        clauses = [c for c in [*syntax.clause_complements(verb), *syntax.clause_complements(plain)] if c.i > plain.i]
        if clauses:
            yield _with_words(verb, plain, cues.SAY, source, clauses)
    elif term is not None and verb.lemma_ == "make":
        it = [t for t in syntax.direct_objects(verb) if t.lower_ == "it" or t.i != term.i]
        own = [c for c in term.children if syntax.is_subject(c)]
        heads = [*it, *own, term]
        yield _with_words(verb, verb, cues.DEMAND, source, [h for h in heads if h.i > verb.i])


def _with_words(verb: Token, last: Token, entry: Cue, source: Token, heads: list[Token]) -> Report:
    group = syntax.verb_group(verb)
    words = list(verb.doc[group[0].i : last.i + 1]) if last.i > group[-1].i else group
    return Report(
        verb=verb,
        cue=tuple(words),
        entry=entry,
        source=source,
        source_words=tuple(_source_words(source, verb)),
        content=tuple(t for h in heads for t in syntax.clause(h, without=[verb]) if t.i > words[-1].i),
        heads=tuple(heads),
        negation=syntax.negation(verb),
    )


# --- nouns: "his claim that", "voiced concern about"


def _of_noun(noun: Token, entry: Cue) -> Iterator[Report]:
    heads = _noun_complements(noun, entry)
    if not heads:
        return
    verb = noun.head
    light = syntax.is_object(noun) and verb.lemma_.lower() in cues.LIGHT
    owner = syntax.possessor(noun)
    source: Token | None = None
    if light:
        source = syntax.agent(verb) if syntax.is_passive(verb) else syntax.subject(verb)
    if owner is not None and (source is None or not can_speak(source)):
        source, light = owner, False
    if source is None or not can_speak(source):
        return
    words = _noun_cue(noun, verb if light else None, heads)
    yield Report(
        verb=verb if light else noun,
        cue=tuple(words),
        entry=entry,
        source=source,
        source_words=tuple(_source_words(source, verb)),
        content=tuple(t for h in heads for t in syntax.clause(h) if t.i > words[-1].i),
        heads=tuple(heads),
        negation=syntax.negation(verb) if light else None,
    )


def _noun_complements(noun: Token, entry: Cue) -> list[Token]:
    """ "claim that the deal is off", "fear of losing", "call for talks", "promise to leave"."""
    for c in noun.children:
        if c.i < noun.i:
            continue
        if syntax.is_dependent(c):
            mark = syntax.marker(c)
            if (mark is not None and mark.lower_ in {"that", "whether"}) or (
                "infinitive" in entry.frames and syntax.has_to(c)
            ):
                return [c]
    if noun.head.lemma_.lower() in cues.LIGHT and syntax.is_object(noun):
        clauses = [c for c in syntax.clause_complements(noun.head) if c.i > noun.i]
        if clauses and syntax.marker(clauses[0]) is not None:
            return clauses[:1]
        if entry.prepositions:
            for above in (noun, noun.head):
                for p, governed in syntax.prepositions(above, *sorted(entry.prepositions)):
                    if p.i == noun.i + 1:
                        return [governed]
    return []


def _noun_cue(noun: Token, verb: Token | None, heads: list[Token]) -> list[Token]:
    first = syntax.verb_group(verb)[0].i if verb is not None and verb.i < noun.i else noun.i
    last = noun.i
    head = heads[0]
    if syntax.is_governed(head):
        last = max(last, head.head.i)
    return list(noun.doc[first : last + 1])


# --- "according to"


def _according(token: Token) -> Iterator[Report]:
    governed = syntax.governed_by(token) or syntax.phrase_after(token, "to")
    if governed is None:
        return
    at = token.head
    verb = syntax.governing_verb(at) if at.i != token.i else None
    head = verb if verb is not None else at
    source, based_on = _maker(governed)
    if head.i == token.i or source is None:
        return
    phrase = {t.i for t in token.subtree} | {t.i for t in governed.subtree}
    if head.i in phrase:
        return
    source_words = _source_words(source, token)
    content = [t for t in syntax.clause(head, without=[token]) if t.i not in phrase]
    yield Report(
        verb=token,
        cue=tuple(_according_cue(token, source_words, governed, source)),
        entry=cues.SAY if not based_on and source is governed else cues.ACCOUNT,
        source=source,
        source_words=tuple(source_words),
        content=tuple(content),
        heads=(head,),
        based_on=tuple(based_on),
        frame="according",
    )


def _according_cue(token: Token, source_words: list[Token], governed: Token, source: Token) -> list[Token]:
    words = [token]
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if following is not None and following.lower_ == "to":
        words.append(following)
    return words


def _maker(work: Token) -> tuple[Token | None, list[Token]]:
    """Who stands behind a work, and the data it rests on: "a Vessa Post analysis of data from the census office".

    A source that is no work is itself.
    """
    if work.lemma_.lower() not in cues.WORKS:
        return work, []
    names = [t for t in work.subtree if t.i != work.i and can_speak(t) and _is_source_name(t)]
    before = [t for t in names if t.i < work.i]
    after = [t for t in names if t.i > work.i]
    by = [t for t in after if t.head.lower_ in {"by", "from", "of"} or syntax.is_by(t.head)]
    if before:
        return before[-1], by
    if by:
        own = next((t for t in by if t.head.lower_ == "by"), by[0])
        rest = [t for t in by if t.i != own.i]
        return own, rest or ([own] if own.head.lower_ == "from" else [])
    return work, []


def _is_source_name(token: Token) -> bool:
    """The head of a name or of a described source, not a word inside one."""
    if syntax.is_compound(token) and token.head.ent_type_ == token.ent_type_ and token.ent_type_:
        return token.head.ent_iob_ == "O"
    return bool(token.ent_type_ in {"PERSON", "ORG", "GPE"} or (token.tag_ in {"NNS", "NN"} and can_speak(token))) and (
        token.head.ent_type_ == "" or token.head.ent_type_ != token.ent_type_ or not syntax.is_compound(token)
    )
