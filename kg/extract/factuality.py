"""How sure a source is of what it says: FactBank's values from cue, mood, modals, adverbs, negation.

Source: Saurí and Pustejovsky, FactBank (2009): certain, probable, possible, unknown, each with its polarity.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg import syntax
from kg.extract.cues import Cue

POSSIBLE = frozenset({"may", "might", "could"})
PROBABLY = frozenset(
    "likely probably presumably apparently seemingly expectedly reportedly allegedly supposedly".split()
)
POSSIBLY = frozenset("perhaps maybe possibly potentially conceivably".split())
THOUGHT = frozenset({"believe", "think", "estimate", "understand", "assume", "presume"})
SEEMING = frozenset({"seem", "appear", "look", "tend"})
UNDECIDED = frozenset({"whether", "if"})


def factuality(entry: Cue, head: Token | None, *, denied: bool) -> str:
    """The value for what a head word says under a cue: the weaker of the cue's force and the clause's own.

    ``denied``: the content's own negation was left out of its words, so that it is told by the value.
    """
    if entry.factuality == "Uu" or head is None:
        return entry.factuality
    strength, _ = clause_force(head)
    if strength == "U":
        return "CTu" if entry.factuality == "CT+" and _whether(head) else "Uu"
    weaker = max(entry.factuality[:2], strength, key=("CT", "PR", "PS").index)
    return f"{weaker}{'-' if entry.factuality.endswith('-') != denied else '+'}"


def clause_force(head: Token) -> tuple[str, bool]:
    """(CT, PR, PS or U; negated?) of a clause or noun by its own words."""
    verb = syntax.governing_verb(head) if not syntax.is_verb(head) else head
    if verb is None or (not syntax.is_verb(head) and head.i not in {t.i for t in verb.subtree}):
        return "CT", False
    if not syntax.is_verb(head) and not syntax.is_predicative(head):
        return "CT", False
    if _whether(verb) or _asks(verb):
        return "U", False
    negative = syntax.negation(verb) is not None
    helpers = {h.lower_ for h in syntax.auxiliaries(verb)}
    adverbs = {a.lower_ for a in syntax.adverbs(verb)}
    following = syntax.predicate(verb)
    called = {following.lower_} if following is not None else set()
    if helpers & POSSIBLE or adverbs & POSSIBLY or called & {"possible"}:
        return "PS", negative
    if syntax.conditions(verb):
        return "U", False
    if "must" in helpers and syntax.is_perfect(verb):
        return "PR", negative  # "must have left"
    likely = following is not None and called & {"likely", "probable"} and not syntax.is_compared(following)
    if adverbs & PROBABLY or likely or verb.lemma_ in SEEMING:
        return "PR", negative
    if called & {"unlikely", "improbable"}:
        return "PR", not negative
    return "CT", negative


def embedded_force(head: Token) -> str:
    """The force below verbs that do not vouch for it: PR for "is thought to hold", U for "hopes to", "is said to"."""
    verb = syntax.governing_verb(head)
    thought = verb is not None and syntax.is_open_complement(verb) and syntax.is_passive(verb.head)
    probably = thought and verb is not None and verb.head.lemma_ in THOUGHT and not syntax.is_embedded(verb.head)
    return "PR" if probably and clause_force(head)[0] in {"CT", "PR"} else "U"


def _whether(verb: Token) -> bool:
    mark = syntax.marker(verb)
    return mark is not None and mark.lower_ in UNDECIDED


def _asks(verb: Token) -> bool:
    return any(c.text == "?" for c in verb.children)
