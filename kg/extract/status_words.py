"""The words that tell how an event stands: planned, confirmed, held, postponed, cancelled; lists are ours."""

from __future__ import annotations

# What a verb hangs on: "is due to meet", "plans to meet", "flew out to meet"
PLANNING = frozenset(
    "plan schedule due set expect agree arrange prepare intend slate decide likely be commit poise promise pledge vow "
    "book earmark".split()
)
ADJECTIVES = frozenset("due set likely expected scheduled slated certain poised bound".split())
TRAVEL = frozenset(
    "travel fly go come arrive head return leave visit gather assemble drive sail depart jet land journey".split()
)
MOVING = frozenset(
    "slip cross rush hurry race sneak board walk step stop pause interrupt break use detour dash send dispatch".split()
)
BEGUN = frozenset("begin start continue manage go".split())
# "the snow forced Vessa to put off her visit": it was done
CAUSING = frozenset("force cause lead prompt compel oblige drive push".split())
# "pictures show Vessa meeting Dahl": it was done
SHOWING = frozenset("show depict capture film photograph".split())
# "has been moved to September"
MOVED = frozenset("move shift push".split())
# "admitted meeting": the others of this form ("considered meeting") leave open whether anybody met
OWNING = frozenset("deny admit confirm recall acknowledge remember report describe begin start finish".split())
ALLOWED_MODALS = frozenset({"will", "wo", "'ll", "’ll", "shall", "would", "may", "might", "could", "'d", "’d"})

# What is done to an event: "called off a summit", "put off a visit", "pulled out of talks"
CALLED_OFF = frozenset(
    "cancel scrap abandon skip shelve abort nix call-off pull-out drop ditch axe spike boycott snub back-out drop-out "
    "fall-through cry-off scupper torpedo derail pull-from withdraw-from".split()
)
PUT_OFF = frozenset(
    "postpone delay put-off push-back reschedule defer adjourn put-back hold-over move-back suspend push-off".split()
)
HOLDING = frozenset(
    "hold have conduct begin open start resume conclude finish end complete continue join attend enter convene lead "
    "wrap-up take make pay include feature send write deliver address exchange trade swap get receive field place hand "
    "hand-over pen pass fire-off dispatch host mediate broker moderate chair facilitate oversee "
    "break-off cut-short restart reopen stage launch kick-off enjoy share give grant sign quit".split()
)
ARRANGING = frozenset(
    "plan schedule arrange set set-up organise organize fix pencil pencil-in penciled slate book line-up call "
    "bring-forward move-forward".split()
)
CONFIRMING = frozenset({"confirm"})
TELLING = frozenset("tell brief".split())
WISHING = frozenset(
    "propose offer seek demand request want suggest urge reject refuse consider need decline oppose avoid deny support "
    "like rule-out welcome prefer require favor favour await block prevent resist invite".split()
)
ACTIONS = {
    verb: key
    for key, verbs in (
        ("open", WISHING),
        ("told", TELLING),
        ("held", HOLDING),
        ("confirmed", CONFIRMING),
        ("planned", ARRANGING),
        ("postponed", PUT_OFF),
        ("cancelled", CALLED_OFF),
    )
    for verb in verbs
}
# "will not go ahead", "did not take place"
HAPPENING = frozenset("go happen take hold proceed occur come materialise materialize".split())
# "are off", "on hold", "in doubt": what an event is said to be
BEING = {"off": "cancelled", "dead": "cancelled", "hold": "postponed", "ice": "postponed", "doubt": "planned",
         "jeopardy": "planned", "limbo": "planned", "balance": "planned", "question": "planned", "card": "planned",
         "agenda": "planned", "way": "held", "imminent": "planned", "horizon": "planned"}  # fmt: skip

# What stands before the noun
POSSIBLE = frozenset("possible potential proposed hypothetical prospective eventual no any hoped-for such".split())
COMING = frozenset("planned upcoming scheduled forthcoming coming future next expected impending".split())
DROPPED = frozenset("cancelled canceled aborted abandoned scrapped".split())
DELAYED = frozenset("postponed delayed".split())
PAST = frozenset("last previous recent past earlier failed".split())
QUALIFIED = (("planned", COMING), ("cancelled", DROPPED), ("postponed", DELAYED), ("held", PAST))

# Nouns that an event is only wished or asked for with: "a call for talks", "the prospect of a summit"
OPEN = frozenset(
    "call proposal request demand offer hope prospect possibility chance idea invitation push bid appeal need question "
    "suggestion refusal readiness willingness notion risk threat desire wish lack absence condition basis".split()
)
PLANS = frozenset(
    "term plan preparation arrangement date agreement intention decision schedule deal venue agenda".split()
)
# "the cancellation of a summit"
OUTCOMES = {"cancellation": "cancelled", "scrapping": "cancelled", "abandonment": "cancelled",
            "postponement": "postponed", "delay": "postponed", "deferral": "postponed", "adjournment": "postponed",
            "suspension": "postponed"}  # fmt: skip
ROUNDS = frozenset(
    "round series day set phase start beginning resumption end conclusion stage lot exchange string flurry bout "
    "hour session week".split()
)
# "a visit that will include an audience": the visitor is received
TRIPS = frozenset("visit trip tour journey stay stop stopover".split())

DURING = frozenset("in during after at following since amid despite throughout".split())
# "told Dahl over dinner", "asked him in a call": by which way
WAYS = frozenset("by over on via through".split())
ON_THE_WAY = frozenset(
    "phone telephone line call conference videolink dinner lunch breakfast letter email videoconference".split()
)
RETURNING = frozenset("return come emerge".split())
LEAVING = frozenset("walk storm".split())
GOING_TO = frozenset("meet sit prepare host receive expect join be remain stay send dispatch".split())
ALMOST = frozenset("almost nearly".split())
FICTION = frozenset("novel film movie play book series story drama scene".split())
UNSURE = frozenset("possible likely unlikely probable improbable planned expected due near close ahead".split())
