"""Which words of an article stand for one actor: full and short names, titles, acronyms, pronouns.

Rules with agreement, recency and quotation context, after the order of precision of the sieve of Lee et al. (2013):
names first, then acronyms, then titles, pronouns last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from kg import syntax
from kg.annotate.names import Occurrence, Referent, named
from kg.model import Mention
from kg.model import Span as Stretch

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
NEAR = 400  # words that any name is looked for before what stands for it
WINDOW = 4  # sentences a pronoun looks back
COMPANY = frozenset({"company", "firm", "group", "bank", "airline", "carmaker", "retailer", "agency", "watchdog"})


def referents(doc: Doc, quoted: Sequence[bool]) -> dict[int, Mention]:
    """The mention at each head word (by token index): names and the pronouns that stand for them.

    ``quoted`` tells for each token whether it stands inside a quotation.
    """
    occurrences = list(named(doc))
    at_head = {o.head.i: o for o in occurrences}
    at_head |= {o.head.i: o for o in _described(doc, at_head)}
    for pronoun in _pronouns(doc):
        found = _antecedent(pronoun, at_head, quoted)
        if found is not None:
            at_head[pronoun.i] = Occurrence(pronoun, doc[pronoun.i : pronoun.i + 1], found)
            if pronoun.lower_ in MALE | FEMALE and not found.gender:
                found.gender = "he" if pronoun.lower_ in MALE else "she"
    return {i: _mention(o) for i, o in sorted(at_head.items())}


def _mention(o: Occurrence) -> Mention:
    return Mention(
        span=Stretch(o.words.start_char, o.words.end_char),
        text=o.words.text,
        name=o.referent.name,
        kind=o.referent.kind,
        named=o.referent.named,
        names=tuple(sorted(o.referent.names - {o.referent.name})),
        titles=tuple(o.referent.titles),
    )


def _described(doc: Doc, at_head: dict[int, Occurrence]) -> Iterator[Occurrence]:
    """ "the minister", "the commission", "the company": the actor named before it by that word, or the nearest body."""
    for token in doc:
        if token.pos_ != "NOUN" or syntax.is_plural(token) or token.i in at_head:
            continue
        modifiers = [c for c in token.children if c.i < token.i and not c.is_punct]
        if [m.lower_ for m in modifiers] != ["the"] or any(
            c.i > token.i and not c.is_punct and c.tag_ != "POS" for c in token.children
        ):
            continue
        found = _called(token, at_head)
        if found is not None:
            yield Occurrence(token, doc[token.i : token.i + 1], found)


def _called(token: Token, at_head: dict[int, Occurrence]) -> Referent | None:
    word = token.lower_
    earlier = [at_head[i] for i in range(token.i - 1, max(-1, token.i - NEAR), -1) if i in at_head]
    for occurrence in earlier:
        referent = occurrence.referent
        if referent.kind == "PERSON" and any(word == title.split()[-1].lower() for title in referent.titles):
            return referent
        if referent.kind == "ORG" and word == referent.name.split()[-1].lower():
            return referent
    if word in COMPANY:
        bodies = [o for o in earlier if o.referent.kind == "ORG" and syntax.is_subject(o.head)]
        return bodies[0].referent if bodies else None
    return None


def _pronouns(doc: Doc) -> Iterator[Token]:
    wanted = MALE | FEMALE | NEUTER | PLURAL
    for token in doc:
        if token.lower_ in wanted and syntax.is_pronoun(token) and not syntax.is_empty(token):
            yield token


def _antecedent(pronoun: Token, at_head: dict[int, Occurrence], quoted: Sequence[bool]) -> Referent | None:
    """The best candidate before a pronoun: agreeing, near, and high in its sentence."""
    best, best_score = None, 0.0
    sentence = pronoun.sent.start
    distance, counted = 0, sentence
    for i in range(pronoun.i - 1, max(-1, pronoun.i - NEAR), -1):
        occurrence = at_head.get(i)
        if occurrence is None:
            continue
        start = occurrence.head.sent.start
        if start < counted:
            distance, counted = distance + 1, start
        if distance > WINDOW:
            break
        if not _agrees(pronoun, occurrence) or (quoted[i] and not quoted[pronoun.i]):
            continue
        score = _salience(occurrence.head) * 0.7**distance
        if start == sentence and _same_clause(pronoun, occurrence.head):
            continue  # "Orland met him": him is somebody else
        if score > best_score:
            best, best_score = occurrence.referent, score
    return best


def _agrees(pronoun: Token, occurrence: Occurrence) -> bool:
    referent, word = occurrence.referent, pronoun.lower_
    if word in MALE | FEMALE:
        return referent.kind == "PERSON" and referent.gender in {"", "he" if word in MALE else "she"}
    if word in NEUTER:
        return referent.kind in {"ORG", "GPE", "FAC"} or (referent.kind == "LOC" and not referent.plural)
    return referent.kind in {"ORG", "GPE", "NORP"} and (referent.plural or referent.kind != "NORP")


def _salience(head: Token) -> float:
    """How much a mention stands in the foreground: the subject of a sentence most, a modifier least."""
    at = syntax.first_conjunct(head)
    if syntax.is_subject(at):
        return 10.0 if syntax.is_main(at.head) else 7.0
    if syntax.is_possessor(at):
        return 8.0 if syntax.is_subject(at.head) else 5.0
    if syntax.is_governed(at) and syntax.is_by(at.head):
        return 6.0
    if syntax.is_object(at):
        return 5.0
    if syntax.is_apposition(at):
        return _salience(at.head)
    if syntax.is_governed(at) and "according" in {at.head.lower_, at.head.head.lower_}:
        return 6.0
    if syntax.is_governed(at):
        return 4.0 if (syntax.is_verb(at.head.head) and syntax.is_main(at.head.head)) or at.head.head.i > at.i else 3.0
    return 2.5


def _same_clause(pronoun: Token, head: Token) -> bool:
    """True where the pronoun is an object or the like of the verb whose subject the mention is."""
    if pronoun.tag_ == "PRP$" or syntax.is_subject(pronoun):
        return False
    if pronoun.lower_.endswith("self"):
        return False
    mine, other = syntax.governing_verb(pronoun), syntax.governing_verb(head)
    return mine is not None and other is not None and mine.i == other.i
