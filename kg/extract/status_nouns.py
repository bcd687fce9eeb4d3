"""How an event told by a noun is presented: "held talks", "the talks collapsed", "the cancellation of a summit"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg import syntax
from kg.extract import status_words as words
from kg.extract.status import Presented, action, of_verb


def of_noun(noun: Token) -> Presented | None:
    """How an event told by a noun is presented: "held talks", "the talks collapsed", "their planned summit"."""
    top = core(noun)
    before = {c.lower_ for t in (noun, top) for c in syntax.adjectives(t)}
    if before & words.POSSIBLE:
        return None
    found = _placed(top)
    own = _own_status(noun, before) or _own_status(top, before)
    if own and (found is None or found.status not in {"cancelled", "postponed"}):
        return replace(found, status=own) if found is not None else Presented(own, noun)
    return found


def core(noun: Token) -> Token:
    """ "a second round of talks" -> round; any other noun is itself."""
    above = noun.head.head
    split = syntax.is_governed(noun) and noun.head.lower_ == "of" and above.lemma_.lower() in words.ROUNDS
    return above if split else noun


def _placed(noun: Token) -> Presented | None:
    """By the place of the noun: object, subject, behind a preposition or a form of "be"."""
    place = syntax.first_conjunct(noun)
    above = place.head
    if syntax.is_object(place) and syntax.is_verb(above):
        return _as_object(noun, above)
    if syntax.is_subject(place) and syntax.is_verb(above):
        return _as_subject(noun, _main(above))
    if syntax.is_governed(place):
        return _as_governed(noun, above)
    if syntax.is_root(place):
        return _as_title(noun)
    return of_verb(above) if syntax.is_predicative(place) and syntax.is_verb(above) else None


def _main(verb: Token) -> Token:
    """ "A summit planned for June has been put off", where the parse takes "planned" for the verb of the sentence."""
    inside = [c for c in syntax.clause_complements(verb) if syntax.own_subject(c) is None and syntax.auxiliaries(c)]
    return inside[0] if inside and action(verb) == "planned" and not syntax.auxiliaries(verb) else verb


# --- object: "called off a summit", "held talks"


def _as_object(noun: Token, verb: Token) -> Presented | None:
    base, key = of_verb(verb), action(verb)
    if base is None or key == "open":
        return None
    by = _traveller(syntax.subject(verb))
    if key in {"cancelled", "postponed"}:
        return replace(base, status=key, by=by)
    if key in {"planned", "confirmed"}:
        return replace(base, status=key, by=by)
    if key in {"held", "told"}:
        return replace(base, by=by)
    return Presented("reported", noun) if is_known(noun) else None


def _traveller(subject: Token | None) -> Token | None:
    """Who takes part: of "a visit that will include an audience" the visitor."""
    trip = syntax.antecedent(subject) if subject is not None else None
    if trip is None or trip.lemma_.lower() not in words.TRIPS:
        return subject
    verb = syntax.governing_verb(trip)
    owner = syntax.possessor(trip)
    return owner if owner is not None or verb is None else syntax.subject(verb)


# --- subject: "the talks collapsed", "the summit will not go ahead", "talks are off"


def _as_subject(noun: Token, verb: Token) -> Presented | None:
    below = syntax.infinitive(verb)
    if verb.lemma_ == "be" and below is not None and syntax.is_complement(below):  # "talks are to start"
        verb = below
    base, key = of_verb(verb), action(verb)
    if base is None:
        return None
    if _will_not_be(noun, verb):
        return Presented("cancelled", noun, base.verbs)
    if syntax.is_passive(verb) and key != "held":
        if key == "open":
            return None
        return replace(base, status=key or base.status)
    if key in {"cancelled", "postponed"}:  # "fell through"
        return replace(base, status=key)
    said = _being(verb)
    if said and syntax.negation(verb) is None:
        return replace(base, status=said)
    predicate = syntax.predicate(verb)
    if predicate is not None and predicate.lower_ in words.UNSURE and base.status in {"present", "held"}:
        return replace(base, status="planned")
    if syntax.negation(verb) is not None and base.status == "held" and not key and verb.lemma_ not in words.HAPPENING:
        return replace(base, head=noun)  # "the talks did not yield a deal": they were held
    if base.status == "present" and not key and verb.lemma_ not in words.HAPPENING | {"be"}:
        return replace(base, status="reported", head=noun)  # "the visit reminds her of another"
    ahead = any(c.lower_ == "ahead" for c in verb.children)
    return replace(base, status="confirmed") if ahead and base.status == "planned" else base


def _will_not_be(noun: Token, verb: Token) -> bool:
    """ "will not go ahead", "would no longer take place", "the planned call did not take place"."""
    gone = {a.lower_ for a in syntax.adverbs(verb)} & {"longer"}
    denied = syntax.negation(verb) is not None or bool(gone)
    was_to_be = _own_status(noun, {c.lower_ for c in syntax.adjectives(noun)}) == "planned"
    to_come = syntax.is_future(verb) or (syntax.is_progressive(verb) and syntax.tense(verb) == "present")
    return denied and (to_come or was_to_be) and verb.lemma_ in words.HAPPENING


def _being(verb: Token) -> str:
    """ "are off", "is on hold", "is in doubt", "are under way"."""
    if verb.lemma_ not in {"be", "remain", "hang", "look", "stay"}:
        return ""
    said = [c for c in verb.children if c.i > verb.i] + [g for _, g in syntax.prepositions(verb, "on", "in", "under")]
    return next((words.BEING[t.lemma_.lower()] for t in said if t.lemma_.lower() in words.BEING), "")


def _as_title(noun: Token) -> Presented | None:
    """ "Kestria-Orland talks postponed", "Talks between Kestria and Orland off": a headline without a verb."""
    last = next((t for t in reversed(list(noun.subtree)) if t.is_alpha), noun)
    if last.lower_ == "off" and last.i > noun.i:
        return Presented("cancelled", noun)
    return None


# --- behind a preposition: "said after talks", "left for talks", "pulled out of a summit"


def _as_governed(noun: Token, preposition: Token) -> Presented | None:
    word, above = preposition.lower_, preposition.head
    if above.lower_ in {"ahead", "out"} and not syntax.is_verb(above):
        word, above = {"ahead": "before", "out": "out"}[above.lower_], above.head
    if not syntax.is_verb(above):
        return _on_noun(noun, word, above)
    behind = syntax.is_complement(above) and above.i < above.head.i < noun.i
    if behind:  # "“We met,” she said after the talks"
        above = above.head
    if _stays_away(above):
        head = above.head if syntax.is_open_complement(above) else noun
        return Presented("cancelled", head, (above,), syntax.subject(above))
    base = of_verb(above)
    if base is None:
        return None
    by = syntax.agent(above) if syntax.is_passive(above) and word != "into" else None
    found = _on_verb(noun, word, above, replace(base, by=by or syntax.subject(above)))
    return replace(found, head=above) if found is not None and behind else found


def _stays_away(verb: Token) -> bool:
    """ "failed to turn up for the talks", "did not show up for the talks"."""
    failed = syntax.negation(verb) is not None or (syntax.is_open_complement(verb) and verb.head.lemma_ == "fail")
    return failed and verb.lemma_ in {"turn", "show"} and any(c.lower_ == "up" for c in verb.children)


def _on_verb(noun: Token, word: str, verb: Token, base: Presented) -> Presented | None:
    key = words.ACTIONS.get(f"{verb.lemma_}-{word}", "") or action(verb)
    if word in {"out", "of", "off", "from"} and key == "cancelled":  # "pulled out of", "calls off"
        return replace(base, status="cancelled")
    certain = len(base.verbs) > 1 and not any(map(syntax.negation, base.verbs))
    of_event = base if certain else replace(base, head=noun)
    back = word == "from" and verb.lemma_ in words.RETURNING
    left = word in {"out", "of"} and verb.lemma_ in words.LEAVING
    visiting = word == "on" and noun.lemma_.lower() in words.TRIPS
    way = word in words.WAYS and noun.lemma_.lower() in words.ON_THE_WAY
    if back or left or visiting or word == "into":
        return of_event
    if way or (word in words.DURING and verb.lemma_ != "believe"):
        return replace(of_event, status="held") if base.status == "present" and verb.lemma_ != "be" else of_event
    if word == "before":
        return replace(of_event, status="planned")
    if word == "for" and verb.lemma_ in words.TRAVEL | words.GOING_TO:
        return replace(base, status=_purpose(verb, base.status))
    if (
        word == "for" and key == "planned" and (syntax.is_passive(verb) or verb.lemma_ != "call")
    ):  # "are pencilled in for talks"
        return replace(base, status="planned")
    if word == "to" and verb.lemma_ in {"agree", "return", "go", "come", "reply", "respond"}:
        return replace(of_event, status="planned" if verb.lemma_ == "agree" else base.status)
    return Presented("reported", noun) if word in {"about", "of", "with", "against"} and is_known(noun) else None


def _purpose(verb: Token, status: str) -> str:
    """ "flew to Osk for talks", "is expected in Osk for talks", "will fly to Osk for talks"."""
    if status == "confirmed":
        return status
    if syntax.is_progressive(verb) and syntax.tense(verb) == "present":  # "are flying in for a summit"
        return "planned"
    return "planned" if verb.lemma_ in {"prepare", "expect"} or status not in {"held", "reported"} else "reported"


def _on_noun(noun: Token, word: str, above: Token) -> Presented | None:
    lemma = above.lemma_.lower()
    if word in {"at", "during"} and (found := _placed_by(noun, above)) is not None:
        return found
    if lemma in words.OPEN or word == "without":
        return None
    if lemma in words.OUTCOMES and word in {"of", "to"}:
        return Presented(words.OUTCOMES[lemma], noun)
    if word == "for":
        return _on_plan(noun, above)
    if word == "before":
        return Presented("planned", noun)
    return _placed_by(noun, above) or (Presented("reported", noun) if is_known(noun) else None)


def _on_plan(noun: Token, above: Token) -> Presented | None:
    """ "plans for a summit", "a date for the talks"; "Vessa, in Osk for talks"."""
    if above.lemma_.lower() in words.PLANS:
        verb = above.head if syntax.is_object(above) and syntax.is_verb(above.head) else None
        negated = any(c.lower_ == "no" for c in syntax.adjectives(above))
        by = syntax.subject(verb) if verb is not None else None
        return Presented("planned", noun, by=by) if not negated and (verb is None or of_verb(verb)) else None
    return Presented("reported", noun, by=above) if above.ent_type_ == "PERSON" else None


def _placed_by(noun: Token, above: Token) -> Presented | None:
    """ "made the offer at a meeting": told by the verb over both, whatever the parse hangs it on."""
    verb = syntax.governing_verb(above) if syntax.is_object(above) else None
    base = of_verb(verb) if verb is not None and noun.head.lower_ in {"at", "during", "in", "after"} else None
    if verb is None or base is None or action(verb) == "open":
        return None
    return replace(base, head=noun, by=syntax.subject(verb))


# --- by itself


def is_known(noun: Token) -> bool:
    """True where a phrase speaks of an event that is known to be: "the talks", "his call", "Friday's meeting"."""
    before = {c.lower_ for c in noun.children if c.i < noun.i}
    return bool(before & {"the", "this", "that", "these"}) or syntax.possessor(noun) is not None


def _own_status(noun: Token, before: set[str]) -> str:
    """ "the planned talks", "a summit set for June", "last week's call"."""
    owner = syntax.possessor(noun)
    before = before | ({t.lower_ for t in owner.subtree} if owner is not None and owner.ent_type_ == "DATE" else set())
    for key, known in words.QUALIFIED:
        if before & known:
            return key
    for verb in syntax.relative_clauses(noun):
        if syntax.tense(verb) == "past" and not syntax.auxiliaries(verb) and syntax.is_participle_clause(verb):
            key = action(verb)
            if key in {"planned", "cancelled", "postponed", "held"}:
                return key
    return ""
