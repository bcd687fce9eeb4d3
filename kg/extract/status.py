"""How an event is presented: planned, confirmed, held, reported, postponed or cancelled; None where it is only wished.

A verb tells it by its tense and the verbs it hangs on ("is due to meet", "flew to Osk to meet"), a noun by what is said
of it ("held talks", "the talks collapsed") and by its own words ("the planned talks").
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg import syntax

PLANNING = frozenset("plan schedule due set expect agree arrange prepare intend slate decide likely be commit".split())
ADJECTIVES = frozenset("due set likely expected scheduled slated certain".split())
TRAVEL = frozenset(
    "travel fly go come arrive head return leave visit gather assemble drive sail depart jet land".split()
)
# "admitted meeting": the others of this form ("considered meeting") leave open whether anybody met
OWNING = frozenset("deny admit confirm recall acknowledge remember report describe begin start finish".split())
ALLOWED_MODALS = frozenset({"will", "wo", "'ll", "’ll", "shall", "would", "may", "might", "could", "'d", "’d"})
CALLED_OFF = frozenset("cancel scrap abandon skip shelve abort nix call-off pull-out".split())
PUT_OFF = frozenset("postpone delay put-off push-back reschedule defer adjourn".split())
HOLDING = frozenset(
    "hold have conduct begin open start resume conclude finish end complete continue join attend enter convene lead "
    "wrap-up take make pay include feature send write deliver address "
    "host mediate broker moderate chair facilitate oversee".split()
)
ARRANGING = frozenset("plan schedule arrange set set-up organise organize fix".split())
CONFIRMING = frozenset({"confirm"})
TELLING = frozenset("tell brief".split())
WISHING = frozenset(
    "propose offer seek demand request want suggest urge reject refuse consider need decline oppose avoid deny support "
    "like rule-out welcome prefer require favor favour await block prevent resist invite".split()
)
POSSIBLE = frozenset("possible potential proposed hypothetical prospective eventual no any hoped-for such".split())
COMING = frozenset("planned upcoming scheduled forthcoming coming future next expected impending".split())
DROPPED = frozenset("cancelled canceled aborted abandoned scrapped".split())
DELAYED = frozenset("postponed delayed".split())
PAST = frozenset("last previous recent past earlier failed".split())
# Nouns that an event is only wished or asked for with: "a call for talks", "the prospect of a summit"
OPEN = frozenset(
    "call proposal request demand offer hope prospect possibility chance idea invitation push bid appeal need question "
    "suggestion refusal readiness willingness notion risk threat desire wish lack absence condition basis".split()
)
# "a visit that will include an audience": the visitor is received
TRIPS = frozenset("visit trip tour journey stay stop stopover".split())
PLANS = frozenset("term plan preparation arrangement date agreement intention decision schedule deal".split())
DURING = frozenset("in during after at following since amid despite throughout".split())
RETURNING = frozenset("return come emerge".split())
ALMOST = frozenset("almost nearly".split())
FICTION = frozenset("novel film movie play book series story drama scene".split())
UNSURE = frozenset("possible likely unlikely probable improbable planned expected due near close ahead".split())
ROUNDS = frozenset("round series day set phase start beginning resumption end conclusion stage lot".split())


@dataclass(frozen=True, slots=True)
class Presented:
    """The status of an event, the word that vouches for it, the verbs it belongs to, and who takes part by them."""

    status: str
    head: Token
    verbs: tuple[Token, ...] = ()
    by: Token | None = None


def of_verb(verb: Token) -> Presented | None:
    """How an event told by a verb is presented; ``present`` where only its date can tell."""
    chain, status, at = [verb], "", _first(verb)
    while True:
        if _is_unreal(at):
            return None
        step = _step(at)
        if step is None:
            break
        at, found = step
        if found == "open" or at.i in {t.i for t in chain}:
            return None
        chain.append(at)
        status = status or found
        if not syntax.is_verb(at):  # "plans to meet"
            return _of_plan(at, chain)
    own = _of_tense(at)
    if status == "purpose":
        status = {"past": "reported", "held": "reported"}.get(own, "planned")
    status = status or {"future": "planned", "past": "held"}.get(own, own)
    if status == "planned" and _is_confirmed(at):
        status = "confirmed"
    head = chain[-1] if chain[-1].i != _first(verb).i else verb
    return Presented(status, head, tuple(chain))


def _first(verb: Token) -> Token:
    """ "plans to meet Dahl and host Vessa": what "host" hangs on is told by "meet"."""
    shared = syntax.is_joined(verb) and syntax.own_subject(verb) is None and syntax.is_bare(verb)
    return syntax.first_conjunct(verb) if shared and syntax.is_verb(verb.head) else verb


def _of_tense(verb: Token) -> str:
    if syntax.is_progressive(verb) and syntax.tense(verb) == "present":
        return "held"
    return syntax.tense(verb)


def _is_unreal(verb: Token) -> bool:
    """ "should meet", "if they meet", "would meet" outside a report, "demanded that she meet"."""
    helpers = {h.lower_ for h in syntax.auxiliaries(verb) if h.tag_ == "MD"}
    if helpers - ALLOWED_MODALS or syntax.is_conditional(verb) or syntax.is_bare(verb) or syntax.conditions(verb):
        return True
    if helpers & {"would", "'d", "’d"} and not _is_reported(verb):
        return True
    if _is_contrary(verb) or {a.lower_ for a in syntax.adverbs(verb)} & ALMOST:
        return True
    marks = {m.lower_ for m in verb.children if m.i < verb.i and not syntax.is_subject(m)}
    return syntax.is_adverbial(verb) and bool(marks & {"until", "unless", "lest", "till", "if"})


def _is_contrary(verb: Token) -> bool:
    """ "Had they met, ...", "was to have met"; "rumours that they met", "a novel in which they meet"."""
    subject = syntax.own_subject(verb)
    helpers = [h for h in syntax.auxiliaries(verb) if subject is not None and h.i < subject.i]
    if any(h.lower_ in {"had", "should", "were"} for h in helpers) and not syntax.is_question(verb):
        return True
    if syntax.has_to(verb) and any(h.lower_ == "have" for h in syntax.auxiliaries(verb)):
        return True
    on_noun = syntax.is_noun_clause(verb)
    told = any(syntax.opens_clause(c) for c in verb.children) and verb.head.pos_ in {"NOUN", "PROPN"}
    return told or (on_noun and verb.head.lemma_.lower() in FICTION)


def _is_reported(verb: Token) -> bool:
    """ "said she would meet": the past of "will"."""
    return any(
        syntax.is_complement(t) or syntax.is_beside(t) or syntax.is_noun_clause(t) for t in [verb, *syntax.above(verb)]
    )


def _is_confirmed(verb: Token) -> bool:
    above = syntax.first_conjunct(verb).head
    return syntax.is_complement(syntax.first_conjunct(verb)) and above.lemma_ in CONFIRMING


def _step(verb: Token) -> tuple[Token, str] | None:
    """What a verb without a tense hangs on, and how that presents it; None for a verb of its own tense."""
    infinitive, above = syntax.has_to(verb), verb.head
    if not (infinitive or syntax.is_gerund(verb)) or syntax.is_root(verb):
        return None
    if not infinitive:
        return _step_of_gerund(verb)
    if syntax.is_noun_clause(verb):
        return (above, "planned") if above.lemma_.lower() in PLANS else (verb, "open")
    if above.lemma_ in {"begin", "start", "continue", "manage", "go"} or above.lower_ == "going":
        return above, ""
    if above.lower_ in ADJECTIVES and not syntax.is_verb(above):
        upper = syntax.governing_verb(above)
        return (upper, "planned") if upper is not None else (verb, "open")
    if syntax.is_verb(above) and above.lemma_ in PLANNING:
        return above, "planned"
    purpose = syntax.is_adverbial(verb) or syntax.is_open_complement(verb)
    return (above, "purpose") if purpose and above.lemma_ in TRAVEL else (verb, "open")


def _step_of_gerund(verb: Token) -> tuple[Token, str] | None:
    """ "began meeting" is told by "began"; "after meeting", "denied meeting" by its own word, in the tense above it."""
    above = verb.head
    if syntax.is_governed(verb):
        return None if above.lower_ in DURING | {"before", "while", "when"} else (verb, "open")
    if syntax.is_complement(verb) and above.lemma_ in syntax.ASPECT:
        return above, ""
    return None if above.lemma_ in OWNING or not syntax.is_complement(verb) else (verb, "open")


def _of_plan(plan: Token, chain: list[Token]) -> Presented | None:
    """ "announced plans to meet", "cancelled plans to meet"."""
    verb = syntax.governing_verb(plan)
    if {c.lower_ for c in syntax.adjectives(plan)} & POSSIBLE or (verb is not None and syntax.negation(verb)):
        return None
    key = action(verb) if verb is not None and syntax.is_object(plan) else ""
    return Presented("cancelled" if key == "cancelled" else "planned", plan, tuple(chain))


# --- nouns


def of_noun(noun: Token) -> Presented | None:
    """How an event told by a noun is presented: "held talks", "the talks collapsed", "their planned summit"."""
    top = core(noun)
    words = {c.lower_ for t in (noun, top) for c in syntax.adjectives(t)}
    if words & POSSIBLE:
        return None
    place = syntax.first_conjunct(top)
    found = None
    if syntax.is_object(place) and syntax.is_verb(place.head):
        found = _as_object(top, place.head)
    elif syntax.is_subject(place) and syntax.is_verb(place.head):
        found = _as_subject(_main(place.head))
    elif syntax.is_governed(place):
        found = _as_governed(top, place.head)
    elif syntax.is_predicative(place) and syntax.is_verb(place.head):
        found = of_verb(place.head)
    own = _own_status(noun, words) or _own_status(top, words)
    if own and (found is None or found.status not in {"cancelled", "postponed"}):
        return replace(found, status=own) if found is not None else Presented(own, noun)
    return found


def core(noun: Token) -> Token:
    """ "a second round of talks" -> round; any other noun is itself."""
    above = noun.head.head
    split = syntax.is_governed(noun) and noun.head.lower_ == "of" and above.lemma_.lower() in ROUNDS
    return above if split else noun


def action(verb: Token) -> str:
    """What is done to an event by a verb: cancelled, postponed, planned, confirmed, held, told; "open", or ""."""
    particle = syntax.particle(verb)
    lemma = f"{verb.lemma_}-{particle}" if particle else verb.lemma_
    if lemma == "put" and any(c.lower_ == "off" for c in verb.children):
        lemma = "put-off"
    for key, words in (
        ("cancelled", CALLED_OFF),
        ("postponed", PUT_OFF),
        ("planned", ARRANGING),
        ("confirmed", CONFIRMING),
        ("held", HOLDING),
        ("told", TELLING),
        ("open", WISHING),
    ):
        if lemma in words:
            return key
    return ""


def _main(verb: Token) -> Token:
    """ "A summit planned for June has been put off", where the parse takes "planned" for the verb of the sentence."""
    inside = [c for c in syntax.clause_complements(verb) if syntax.own_subject(c) is None and syntax.auxiliaries(c)]
    return inside[0] if inside and action(verb) == "planned" and not syntax.auxiliaries(verb) else verb


def _as_object(noun: Token, verb: Token) -> Presented | None:
    base, key = of_verb(verb), action(verb)
    if base is None or key == "open":
        return None
    by = _traveller(syntax.subject(verb))
    if key in {"cancelled", "postponed"}:
        return replace(base, status=key, by=by) if base.status in {"held", "reported"} else None
    if key == "planned":
        return replace(base, status="planned", by=by)
    if key == "confirmed":
        return replace(base, status="confirmed", by=by)
    if key in {"held", "told"}:
        return replace(base, by=by)
    return Presented("reported", noun) if is_known(noun) else None


def _traveller(subject: Token | None) -> Token | None:
    """Who takes part: of "a visit that will include an audience" the visitor."""
    trip = syntax.antecedent(subject) if subject is not None else None
    if trip is None or trip.lemma_.lower() not in TRIPS:
        return subject
    verb = syntax.governing_verb(trip)
    owner = syntax.possessor(trip)
    return owner if owner is not None or verb is None else syntax.subject(verb)


def _as_subject(verb: Token) -> Presented | None:
    base, key = of_verb(verb), action(verb)
    if base is None:
        return None
    if syntax.is_passive(verb) and key != "held":
        if key == "open":
            return None
        if key in {"cancelled", "postponed"} and base.status == "planned":
            return None
        return replace(base, status=key or base.status)
    predicate = syntax.predicate(verb)
    if predicate is not None and predicate.lower_ in UNSURE and base.status in {"present", "held"}:
        return replace(base, status="planned")
    ahead = any(c.lower_ == "ahead" for c in verb.children)
    return replace(base, status="confirmed") if ahead and base.status == "planned" else base


def _as_governed(noun: Token, preposition: Token) -> Presented | None:
    word, above = preposition.lower_, preposition.head
    if above.lower_ == "ahead":
        word, above = "before", above.head
    if not syntax.is_verb(above):
        return _on_noun(noun, word, above)
    base = of_verb(above)
    if base is None:
        return None
    by = syntax.agent(above) if syntax.is_passive(above) else syntax.subject(above)
    back = word == "from" and above.lemma_ in RETURNING
    visiting = word == "on" and noun.lemma_.lower() in TRIPS
    if back or visiting or (word in DURING and above.lemma_ != "believe"):
        return Presented(base.status, noun, base.verbs, by)
    if word == "before":
        return Presented("planned", noun, base.verbs, by)
    if word == "for" and above.lemma_ in TRAVEL | {"meet", "sit", "prepare", "host", "receive", "expect", "join"}:
        status = "planned" if above.lemma_ == "prepare" or base.status not in {"held", "reported"} else "reported"
        return Presented(status, noun, base.verbs, by)
    if word == "to" and above.lemma_ in {"agree", "return", "go", "come"}:
        status = "planned" if above.lemma_ == "agree" else base.status
        return Presented(status, noun, base.verbs, by)
    return Presented("reported", noun) if word in {"about", "of", "with", "against"} and is_known(noun) else None


def _on_noun(noun: Token, word: str, above: Token) -> Presented | None:
    lemma = above.lemma_.lower()
    if lemma in OPEN or word == "without":
        return None
    if word == "for":
        verb = above.head if syntax.is_object(above) and syntax.is_verb(above.head) else None
        by = syntax.subject(verb) if verb is not None else None
        return Presented("planned", noun, by=by) if lemma in PLANS and (verb is None or of_verb(verb)) else None
    if word == "before":
        return Presented("planned", noun)
    return Presented("reported", noun) if is_known(noun) else None


def is_known(noun: Token) -> bool:
    """True where a phrase speaks of an event that is known to be: "the talks", "his call", "Friday's meeting"."""
    before = {c.lower_ for c in noun.children if c.i < noun.i}
    return bool(before & {"the", "this", "that", "these"}) or syntax.possessor(noun) is not None


def _own_status(noun: Token, words: set[str]) -> str:
    """ "the planned talks", "a summit set for June", "last week's call"."""
    owner = syntax.possessor(noun)
    words = words | ({t.lower_ for t in owner.subtree} if owner is not None and owner.ent_type_ == "DATE" else set())
    for key, known in (("planned", COMING), ("cancelled", DROPPED), ("postponed", DELAYED), ("held", PAST)):
        if words & known:
            return key
    for verb in syntax.relative_clauses(noun):
        if syntax.tense(verb) == "past" and not syntax.auxiliaries(verb) and syntax.is_participle_clause(verb):
            key = action(verb)
            if key in {"planned", "cancelled", "postponed", "held"}:
                return key
    return ""
