"""Who holds the land that an expression of control tells of."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract.control import CONQUERING, FORCES, HYPHENS, Expression, can_hold, is_force, teller_of
from kg.extract.mentions import BODIES, layers_of, mention_of
from kg.extract.pieces import span_of
from kg.extract.places import BUILDINGS, COUNTRY, kind
from kg.model import Mention

TWO = 2
PLACES = 20
NOBODY = frozenset({"each", "both", "neither", "either", "no"})
PEOPLE = re.compile(r"(?:man|men|eer|ist|ian)s?$")
OURS = frozenset({"we", "us", "our", "my", "his", "her"})
# Forces that are their country's: "Kestrian troops"
STATE_FORCES = frozenset("force troop soldier unit marine paratrooper military patrol commando infantry tank".split())
FOLLOWERS = frozenset({"man", "follower", "loyalist", "guard"})
THEIRS = frozenset({"it", "its", "they", "their"})


def holders(expression: Expression) -> list[Mention]:
    """Who holds; of "both countries claim Osk" each. Empty where nobody is named."""
    token = expression.party
    if token is None:
        return []
    if expression.relation in {"claims", "contests"}:
        joint = layers_of(token).joint.get(token.i)
        if joint is not None:
            return list(joint)
        if syntax.is_plural(token) and any(c.lower_ in {"both", "two"} for c in token.children):
            return _two(token, without=expression.held)
    party = _party(token)
    return [party] if party is not None else []


def _two(states: Token, *, without: Token) -> list[Mention]:
    """ "which both countries claim": the two that the sentence names before, other than the land itself."""
    inside = {t.i for t in without.subtree}
    named = layers_of(states).referents
    before = [named[i] for i in named if states.sent.start <= i < states.i and i not in inside]
    out = {m.name: m for m in before if m.kind in {"GPE", "NORP"} and m.named}
    return list(out.values()) if len(out) == TWO else []


def _party(token: Token) -> Mention | None:
    """ "its forces", "Kestrian troops" are the state's, "rebel" of "rebel-held" are the rebels; "no side" is nobody."""
    token = syntax.antecedent(token)
    if len(syntax.conjuncts(token)) == 1 and any(c.lower_ in NOBODY for c in token.children):
        return None
    if token.lemma_.lower() in FORCES | COUNTRY | FOLLOWERS:
        state = _state_of(token)
        if state is not None:
            return state
    found = mention_of(token)
    if found is None and syntax.is_pronoun(token):
        found = _of_pronoun(token)
    if (found is None or not found.named) and token.tag_ == "JJ" and token.is_title:  # "under Kestrian occupation"
        span = span_of([token])
        found = Mention(span, token.text, token.text, "NORP")
    if found is not None and not found.named and not (can_hold(token) or PEOPLE.search(token.lower_)):
        return None  # "locusts have overrun"
    beside = syntax.is_compound(token) or token.nbor().text in HYPHENS
    if found is None or found.named or not beside or token.lemma_.lower() in BODIES:
        return found
    return replace(found, name=f"{found.name}s", kind="GROUP")


def _state_of(force: Token) -> Mention | None:
    """Whose forces: "Orland's army", "its fighters", "Kestrian troops" where Kestria is named in the article too."""
    owner = syntax.possessor(force)
    if owner is not None:
        found = _party(owner)
        if found is not None and found.kind == "PERSON":
            return side_of(found, owner) or _as_state(found, owner)
        return found
    if force.lemma_.lower() not in STATE_FORCES:
        return None
    named = layers_of(force).referents
    for people in syntax.compounds(force):
        states = (m for m in named.values() if m.kind == "GPE" and syntax.is_people_of(people.text, m.name))
        state = next(states, None) if kind(people) in {"NORP", "GPE"} else None
        if state is not None:
            return state
    return None


def _of_pronoun(pronoun: Token) -> Mention | None:
    """A pronoun that stands for nobody with a name.

    "The army says it holds": the army; "we hold it, the Kestrian general said": the Kestrians; "The junta is losing. It
    holds half of Osk": the junta.
    """
    teller = teller_of(pronoun)
    told = mention_of(teller) if teller is not None else None
    if pronoun.lower_ in OURS and teller is not None and told is not None:
        return side_of(told, teller)
    if pronoun.lower_ not in THEIRS:
        return None
    if teller is None or told is None:
        return _before(pronoun)
    nobody = pronoun.lower_ not in {"it", "its"} or told.kind != "PERSON"
    return side_of(told, teller) or (told if nobody else _as_state(told, pronoun))


def _as_state(somebody: Mention, pronoun: Token) -> Mention | None:
    """What "it" is and "its troops" are of is no person: "Orland says it holds"."""
    name = pronoun.lower_ in {"it", "its", "whose"} and somebody.named and " " not in somebody.name
    return replace(somebody, kind="GPE") if name else None


def side_of(somebody: Mention, token: Token) -> Mention | None:
    """Whom somebody holds land for: "the Kestrian general", "a spokeswoman for the Front"; a body, for itself."""
    if somebody.kind != "PERSON" and (somebody.named or token.lemma_.lower() in FORCES):
        return somebody
    for place in (token, *_first_named(token.doc).get(somebody.name, ())):
        for person in (place, *syntax.appositions(place), *([place.head] if syntax.is_apposition(place) else [])):
            owner = syntax.possessor(person)
            behind = [g for _, g in syntax.prepositions(person, "of", "for")]
            for word in [*([owner] if owner is not None else []), *syntax.compounds(person), *behind]:
                inner = syntax.possessor(word)  # "the chief of Orland's general staff"
                for name in (word, *([inner] if inner is not None else [])):
                    if kind(name) in {"NORP", "GPE", "ORG"} and (found := mention_of(name)) is not None:
                        return found
    return None


@lru_cache(maxsize=1)
def _first_named(doc: Doc) -> dict[str, list[Token]]:
    """Where each name first stands, and a few times after that: there an article tells what somebody is."""
    found: dict[str, list[Token]] = {}
    for i, mention in layers_of(doc).referents.items():
        places = found.setdefault(mention.name, [])
        if len(places) < PLACES:
            places.append(doc[i])
    return found


def homeland(land: Token, party: Token | None) -> Mention | None:
    """Whose "her country", "our land" is; whose "its provinces" are, where "the government of Kestria" holds them."""
    owner = syntax.possessor(land)
    if owner is None or not syntax.is_pronoun(owner):
        return None
    known = mention_of(owner)
    if owner.lower_ in THEIRS:
        inside = [*(g for _, g in syntax.prepositions(party, "of")), *syntax.compounds(party)] if party else []
        return next((m for t in inside if kind(t) in {"GPE", "NORP"} and (m := mention_of(t)) is not None), None)
    if land.lemma_.lower() not in COUNTRY | {"land", "homeland"}:
        return None
    return (side_of(known, owner) or _chiefs_country(known, owner)) if known is not None else _of_pronoun(owner)


def _chiefs_country(chief: Mention, pronoun: Token) -> Mention | None:
    """ "Kestria's president, Ana Corl": Kestria, also where it is taken for a person's name."""
    for token in _first_named(pronoun.doc).get(chief.name, ()):
        for office in [*syntax.appositions(token), *([token.head] if syntax.is_apposition(token) else [])]:
            owner = syntax.possessor(office)
            found = mention_of(owner) if owner is not None else None
            if found is not None and found.named and " " not in found.name:
                return replace(found, kind="GPE")
    return None


def is_holder(expression: Expression, party: Mention, place: Mention, *, amount: bool) -> bool:
    """False for what holds no land: a person without arms or throne, who is given a building, who owns a company."""
    by_force = is_force(expression.party)
    last = place.name.lower().split()[-1]
    thing = expression.held.pos_ == "PROPN" and syntax.is_indefinite(expression.held)
    handed = not by_force or expression.head.lemma_ in {"hand", "give", "return", "transfer"}
    if (last in BUILDINGS and handed) or (thing and not by_force):
        return False  # "handed over the conference centre", "a certificate"
    held = mention_of(expression.held) if syntax.is_pronoun(expression.held) else None
    if held is not None and held.kind == "ORG" and (not by_force or expression.relation == "controls"):
        return False  # "it is controlled by the government", of a company
    somebody = party.kind == "PERSON" and " " in party.name
    return not somebody or amount or by_force or expression.head.lemma_.lower() in CONQUERING


def _before(pronoun: Token) -> Mention | None:
    """The subject of its sentence, where it stands before, or of the sentence before; it must be as many."""
    roots = [pronoun.sent.root, *([pronoun.doc[pronoun.sent.start - 1].sent.root] if pronoun.sent.start else [])]
    subjects = [syntax.own_subject(root) for root in roots if syntax.is_verb(root)]
    several = pronoun.lower_ in {"they", "their"}
    for subject in subjects:
        if subject is None or subject.i >= pronoun.i or not can_hold(subject) or syntax.is_pronoun(subject):
            continue
        found = mention_of(subject)
        return found if syntax.is_plural(subject) == several and found and found.kind != "PERSON" else None
    if several:
        return None
    later = (t for t in pronoun.sent if t.i > pronoun.i and syntax.is_subject(t) and kind(t) in {"GPE", "ORG"})
    return next((mention_of(t) for t in later), None)  # "with the land it holds, Orland can wait"
