"""Words of control, and the expression that they make: who holds, takes or loses what.

``holding.py`` reads verbs, ``grips.py`` nouns, adjectives and phrases; what land it is, how much of it, and whether it
is so, is told by ``contents/territory.py``.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg import syntax
from kg.extract.mentions import amounts_near, layers_of
from kg.extract.people import can_speak
from kg.extract.pieces import span_of, tokens_in
from kg.extract.places import PLACES, kind
from kg.model import Amount

RELATIONS = {
    word: relation
    for relation, words in {
        "controls": "control hold occupy administer govern retain dominate rule run police carve_out",
        "gained": "seize capture take retake recapture liberate annex conquer overrun regain gain wrest grab reclaim "
        "take_back win_back take_over storm recover secure "
        "swallow claw_back snatch absorb clear free reoccupy repossess add",
        "lost": "lose cede surrender relinquish concede abandon forfeit give_up hand_over hand_back give_back leave "
        "quit vacate evacuate flee return transfer",
        "claims": "claim",
        "contests": "contest dispute",
    }.items()
    for word in words.split()
}
LEADING = frozenset(word.partition("_")[0] for word in RELATIONS)
# These say it of a place without any amount: "captured the town"
SEIZING = frozenset(
    "seize capture retake recapture liberate annex conquer overrun occupy cede control surrender reclaim take_back "
    "win_back abandon give_up hand_over hand_back give_back relinquish return transfer claw_back reoccupy "
    "repossess police carve_out".split()
)
# these of a place that is named, where no person does it: "the rebels held Osk"
NAMED = frozenset("hold take lose gain regain claim contest dispute govern administer take_over".split())
# and these only where a force does it: "the last soldiers left Osk"
OF_FORCES = frozenset("leave quit vacate evacuate flee recover secure clear free".split())
# and these only where it is told to whom: "returned Osk to Orland"
GIVING = frozenset({"return", "transfer"})
# What a person can do to a whole place: "Emperor Dahl conquered Osk"
CONQUERING = frozenset(
    "conquer overrun annex capture seize retake recapture occupy rule reign control liberate conquest annexation "
    "seizure occupation liberation".split()
)
# Of what a person leaves no land is lost: "the president has abandoned the province"
FORSAKING = frozenset({"abandon", "give_up"})
# What these are done to can be nothing but land, where it is a name and no person's: "Kestria annexed Osk"
OF_LAND = frozenset(
    "annex occupy liberate recapture retake reclaim conquer overrun cede take_back win_back hand_over".split()
)
# What is held can stand behind a preposition: "sits on 17 percent of Osk", "clings to the town"
HOLDING_ON = {"sit": ("on",), "cling": ("to", "on"), "hang": ("on", "to"), "hold": ("on", "to"), "preside": ("over",),
              "rule": ("over",), "reign": ("over",)}  # fmt: skip
# "withdrew from", "pulled out of": the land stands behind a preposition
MOVING = {"withdraw": ("from",), "retreat": ("from",), "pull": ("from", "of")}
# "drove the rebels from Osk", "was pushed out of the town": who is moved loses it
OUSTING = frozenset("expel drive push oust eject dislodge evict force chase flush clear sweep kick throw".split())
# "took control of", "has control over", "lost its hold on", "lays claim to", "in the hands of"
GRIP = frozenset("control hold grip possession occupation rule claim charge foothold sway sovereignty writ".split())
IN_CHARGE = frozenset({"charge", "possession", "control", "command"})
HANDS = frozenset({*GRIP, "hand", "sway", "authority", "command", "administration", "power"})
GRIP_VERBS = {
    word: relation
    for relation, words in {
        "lost": "lose cede surrender relinquish",
        "gained": "take gain wrest win seize regain retake assume establish consolidate recover",
        "controls": "have keep maintain retain hold exercise",
        "claims": "claim lay stake assert",
    }.items()
    for word in words.split()
}
# "the capture of Osk by", "Morvane's annexation of", "its loss of"
TAKING = {
    word: relation
    for relation, words in {
        "gained": "annexation capture seizure conquest takeover recapture liberation",
        "controls": "occupation",
        "lost": "loss surrender cession",
    }.items()
    for word in words.split()
}
# "claimed the capture of Osk": whoever says so took it
CLAIMING = frozenset("claim announce celebrate hail declare confirm".split())
# "Osk came under rebel control", "passed into the hands of the militia"
COMING = frozenset("come fall pass return revert bring place put transfer slip".split())
PUTTING = frozenset("bring place put leave keep show".split())
PASSING = frozenset("fall pass revert".split())
# "the share that the rebels hold grew from 18 to 20 percent"
CHANGING = frozenset(
    "grow rise increase climb expand widen jump double shrink fall drop decline decrease dwindle slip contract "
    "narrow slide slump swell go creep inch edge sink plunge".split()
)
SHARES = frozenset("share portion proportion territory land area holding slice stake ground".split())
"""Of these one has a share of land: "the rebels' share of Osk grew"."""
# "the junta's writ runs in half of Osk", "its control extends over"
REACHING = {
    "extend": ("over", "to", "across", "into"), "reach": ("into", "to", "across"), "run": ("in", "across"),
    "stretch": ("over", "to", "across"), "spread": ("over", "to", "across"),
}  # fmt: skip
SOVEREIGNTY = frozenset({"sovereignty"})
"""One claims it; who has it need not hold the land."""
REACH = GRIP - {"claim", "charge"} | {"authority"}
SHRINKING = frozenset("shrink fall drop decline decrease dwindle slip contract narrow slide sink plunge".split())
MAKING = frozenset("make score record post notch register".split())
"""Of these the subject has the gain: "made gains of 60 square miles"."""
# "Orland's gains in Osk came to 267 square kilometres"
GAINS = {"gain": "gained", "conquest": "gained", "advance": "gained", "loss": "lost"}
# "the land that it holds amounts to 640 sq km"
MEASURING = frozenset("amount total cover make equal represent measure comprise constitute account come be".split())
OWN_LAND = frozenset("territory soil land part".split())
# "regards the islet as part of its territory"
REGARDING = frozenset("regard consider see view treat describe".split())
# "rebel-held", "Kestrian-occupied"
HELD_BY = frozenset("held occupied controlled run administered governed annexed seized".split())
RUN_BY = frozenset("run controlled administered governed".split())
"""Of these a body can be too: "a state-run agency"."""
HYPHENS = frozenset("-‑–")
FIGHTING = frozenset("fight battle vie compete clash struggle contest".split())
FORCES = frozenset(
    "rebel insurgent troop force army militia fighter separatist militant soldier government junta guerrilla "
    "jihadist unit brigade marine paratrooper garrison battalion regiment militiaman gunman warlord insurgency "
    "faction regime authority emirate caliphate movement mutineer paramilitary gang cartel clan coalition "
    "group organisation organization "
    "alliance mercenary defender invader enemy column infantry commando division legion legionnaire peacekeeper tank "
    "offensive counteroffensive counter-offensive patrol police".split()
)
CIVIL = frozenset("group organisation organization".split())
"""As the last word of a name these tell of no arms: "Osk Building Group"."""
ARMED = frozenset("army front brigade brigades militia guard guards force forces legion corps fighters rebels".split())
"""Words in the name of a force: "Free Osk Army", "Harbor Front"."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Words of control: the verb or noun that says it, its relation, who holds, and the phrase of what is held.

    ``bare``: it says so of a place without any amount. ``presupposed``: an adjective, the writer's own words.
    ``sure``: what is held can be nothing but land ("rebel-held Osk"), whatever the parse takes the name for.
    ``shares``: amounts that are its own although they stand elsewhere ("grew from 18 to 20 percent").
    """

    head: Token
    relation: str
    party: Token | None
    held: Token
    bare: bool = True
    presupposed: bool = False
    sure: bool = False
    shares: tuple[Amount, ...] = ()


def is_force(token: Token | None) -> bool:
    """True for who takes land by arms: "the rebels", "the Free Osk Army"."""
    if token is None:
        return False
    token = syntax.antecedent(token)
    known = layers_of(token).referents.get(token.i)
    teller = teller_of(token) if known is None and syntax.is_pronoun(token) else None
    if teller is not None:
        return is_force(teller)
    named = known is not None and known.kind != "PERSON" and bool(ARMED & set(known.name.lower().split()))
    called = known.name.lower().split()[-1] if known is not None and syntax.is_pronoun(token) else token.lemma_.lower()
    company = token.pos_ == "PROPN" and called in CIVIL
    return named or (called in FORCES and not company)


def teller_of(pronoun: Token) -> Token | None:
    """Whom "it" stands for where nothing else is known: "the army said it had lost", the army."""
    tellers = (syntax.own_subject(verb) for verb in syntax.above(pronoun) if syntax.is_verb(verb))
    return next((t for t in tellers if t is not None and t.i != pronoun.i and can_speak(t)), None)


def can_hold(token: Token) -> bool:
    """True for who can hold land: actors and forces."""
    return can_speak(token) or token.lemma_.lower() in FORCES


def may_be_place(token: Token) -> bool:
    """True for a place, and for one word of a name that the parse may have taken for a person's or a body's."""
    known = layers_of(token).referents.get(token.i)
    if kind(token) in PLACES:
        return True
    name = known.name if known is not None else token.text
    named = token.pos_ == "PROPN" or (token.lower_ == "it" and known is not None)
    return named and kind(token) in {"PERSON", "ORG", ""} and " " not in name and name.istitle()


def hedged(verb: Token) -> Token | None:
    """ "controls about 18 percent", "up to 8 percent is", where the parse takes an amount for no object."""
    amounts = layers_of(verb).amounts
    for above in (verb, *syntax.adverbs(verb)):
        for preposition, governed in syntax.prepositions(above):
            both = span_of([preposition, governed]) if preposition.i < governed.i else None
            if both is not None and any(a.span.holds(both) for a in amounts):
                return governed
    if verb.i + 1 == len(verb.doc) or syntax.is_passive(verb):
        return None
    behind = verb.nbor().idx
    told = (tokens_in(verb.doc, a.span) for a in amounts if verb.idx < a.span.start <= behind)
    return next((inside[-1] for inside in told if inside and inside[0].i == verb.i + 1), None)


def figures_of(verb: Token, *, after: int) -> tuple[Amount, ...]:
    """The shares and areas a verb tells; not those of a clause with its own subject: "while the rebels hold 55"."""

    def own(amount: Amount) -> bool:
        told = syntax.governing_verb(tokens_in(verb.doc, amount.span)[0])
        return told is None or told.i == verb.i or syntax.own_subject(told) is None

    return tuple(filter(own, amounts_under(verb, after=after)))


def amounts_under(token: Token, *, after: int = -1) -> tuple[Amount, ...]:
    """The shares and areas in the words that hang on a word, those behind token ``after`` alone."""
    below = {t.i for t in token.subtree if t.i > after}
    near = amounts_near(token.left_edge, token.right_edge)
    own = (a for a in near if a.percent is not None or a.area_km2 is not None)
    return tuple(a for a in own if any(t.i in below for t in tokens_in(token.doc, a.span)))
