"""Which earlier mention a pronoun stands for: agreement and binding rule out, salience ranks the rest.

The signs are those of Lappin and Leass (1994) and of Lee et al. (2013): nearness, the part a mention plays in its
sentence, how often an actor was mentioned, who speaks. ``salience.py`` holds their weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg import syntax
from kg.annotate.animacy import COLLECTIVE
from kg.annotate.names import Referent
from kg.annotate.salience import WEIGHTS

FIRST = frozenset({"i", "me", "my", "mine", "myself"})
FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
KINDS = {word: kind for kind, words in {"he": HE, "she": SHE, "it": IT, "they": THEY}.items() for word in words}
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})

WINDOW = 4  # sentences that a pronoun looks back
GENDERED = 2  # sentences within which a known gender counts for an actor: few names from elsewhere tell theirs
FAR = 400  # words that "he" and "she" look back for a name
SPEECH = frozenset(
    "say tell add claim announce insist warn argue note explain state write suggest admit deny declare report believe "
    "think know hope fear expect promise vow ask reply answer acknowledge confirm stress recall describe".split()
)
WILL = frozenset(
    "want agree decide plan try refuse intend need like love hate wish feel see hear learn understand remember forget "
    "meet visit marry vote elect fight demand urge call accept reject support oppose criticise criticize accuse blame "
    "thank help ask attend arrive seek choose live work move travel walk speak talk buy sell hire order attack invade "
    "withdraw negotiate sign lose win play join leave return study teach write read die kill arrest".split()
)
MINDED = SPEECH | WILL


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention in its place: ``form`` is how it names its actor (name, the, a, pronoun), ``role`` its part."""

    head: Token
    referent: Referent
    sentence: int
    role: str
    form: str
    quotation: int
    paragraph: int
    speaker: Referent | None = None


def antecedent(pronoun: Seen, earlier: Sequence[Seen]) -> Referent | None:
    """The likeliest of the earlier mentions' actors for a pronoun; None where likely none of them is meant."""
    weights = WEIGHTS[_group(pronoun)]
    best, best_score = None, weights["nobody"]
    for candidate, signs in ranked(pronoun, earlier):
        score = sum(weights.get(sign, 0.0) for sign in signs)
        if score > best_score:
            best, best_score = candidate, score
    return best


def ranked(pronoun: Seen, earlier: Sequence[Seen]) -> Iterator[tuple[Referent, list[str]]]:
    """The actors that a pronoun can stand for, nearest first, each with the signs for and against it.

    An actor comes once for each of its mentions in the last sentence that has one: the best of them counts.
    """
    kind, personal = KINDS[pronoun.head.lower_], _group(pronoun) == "he"
    passed: dict[int, tuple[int, int]] = {}  # by actor: its sentence, and how many others are nearer
    for seen in reversed(earlier):
        referent, distance = seen.referent, pronoun.sentence - seen.sentence
        if distance > WINDOW and not (personal and pronoun.head.i - seen.head.i < FAR):
            return
        sentence, nearer = passed.get(id(referent), (seen.sentence, len(passed)))
        if sentence != seen.sentence or not agrees(kind, referent) or (distance > WINDOW and not referent.named):
            continue
        if distance == 0 and not _can_bind(pronoun.head, seen.head):
            continue
        if not (pronoun.quotation or referent.outside):
            continue  # who is named only in what others say is not taken up outside it
        passed[id(referent)] = sentence, nearer
        if pronoun.quotation and pronoun.speaker is referent:
            continue  # "He is weak," she said: a speaker says I
        yield referent, list(_signs(pronoun, seen, distance, nearer))


def _group(pronoun: Seen) -> str:
    """The weights for a pronoun: he and she have the same."""
    kind = KINDS[pronoun.head.lower_]
    return "he" if kind == "she" else kind


def agrees(kind: str, referent: Referent) -> bool:
    """True where an actor can be taken up by a kind of pronoun: number, gender, and a person or not."""
    if kind in {"he", "she"}:
        return referent.kind == "PERSON" and not referent.plural and referent.gender in {"", kind}
    if kind == "it":
        return referent.kind not in {"PERSON", "NORP", "TIME"} and not referent.plural
    if referent.plural or referent.kind in {"ORG", "NORP", "GPE"}:
        return referent.kind != "TIME"
    return referent.name in COLLECTIVE or (referent.kind == "PERSON" and not referent.named and not referent.gender)


def _signs(pronoun: Seen, seen: Seen, distance: int, nearer: int) -> Iterator[str]:
    referent = seen.referent
    yield f"distance {min(distance, 5)}"
    yield f"{'here' if distance == 0 else 'before'} {seen.role}"
    yield f"paragraph {min(pronoun.paragraph - seen.paragraph, 2)}"
    if seen.form != "joint":
        yield f"form {seen.form}"
    several = referent.plural or syntax.is_plural(seen.head)
    yield f"kind {referent.kind if referent.named else referent.kind.lower()}{' plural' if several else ''}"
    if KINDS[pronoun.head.lower_] in {"it", "they"} and _acts(pronoun.head):
        yield f"acts {referent.kind.lower()}"
    yield f"mentions {min(referent.count, 4)}"
    yield f"nearer {min(nearer, 3)}"
    if seen.role == pronoun.role:
        yield "same role"
    if seen.form == "pronoun" and KINDS.get(seen.head.lower_) == KINDS[pronoun.head.lower_]:
        yield "same pronoun"
    if referent.gender and referent.kind == "PERSON" and not several and distance <= GENDERED:
        yield "gender"
    if bool(pronoun.quotation) != bool(seen.quotation):
        yield "quotation left" if seen.quotation else "quotation entered"
    if distance == 0 and _is_own(pronoun.head, seen.head):
        yield "own"


def _acts(pronoun: Token) -> bool:
    """ "they say", "it lost money": people and bodies do, things seldom."""
    if not syntax.is_subject(pronoun) or syntax.is_passive(pronoun.head):
        return False
    return pronoun.head.lemma_ in MINDED or bool(syntax.direct_objects(pronoun.head))


def _is_own(pronoun: Token, head: Token) -> bool:
    """ "Vessa lost her job", "Vessa, who lost her job": the subject of the verb whose clause the pronoun stands in."""
    verb, at = syntax.governing_verb(pronoun), syntax.first_conjunct(head)
    if verb is None or not (syntax.is_possessor(pronoun) or pronoun.lower_ in REFLEXIVE):
        return False
    subject = syntax.own_subject(verb)
    if subject is not None and syntax.antecedent(subject).i == at.i:
        return True
    return syntax.is_subject(at) and at.head.i in {verb.i, syntax.first_conjunct(verb).i}


def _can_bind(pronoun: Token, head: Token) -> bool:
    """False where grammar keeps the two apart: "Vessa met her", "the plan for its end"."""
    if pronoun.lower_ in REFLEXIVE:
        return True
    if not syntax.is_possessor(pronoun):
        mine, other = _verb_of(pronoun), _verb_of(syntax.first_conjunct(head))
        if mine is not None and other is not None and mine.i == other.i:
            return False
    return not _is_inside(pronoun, head)


def _verb_of(token: Token) -> Token | None:
    """The verb that a word is subject or object of, or the object of a preposition on it."""
    if syntax.is_subject(token) or syntax.is_object(token):
        return token.head
    if syntax.is_governed(token) and syntax.is_verb(token.head.head):
        return token.head.head
    return None


def _is_inside(pronoun: Token, head: Token) -> bool:
    """True for a pronoun inside the phrase of the head, with no clause, "and" or comma ("Kestria, for its part")."""
    at = pronoun
    while at.i != head.i:
        if at.head.i == at.i or syntax.is_verb(at) or syntax.first_conjunct(at).i != at.i:
            return False
        at = at.head
    return all(token.text != "," for token in pronoun.doc[head.i : pronoun.i])
