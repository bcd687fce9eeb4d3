"""The words of bargaining: what demands, proposes, accepts, refuses and leaves open, with the frames they stand in.

The lists are ours. A verb with its particle or preposition is written with a low line: "turn_down", "agree_to".
"""

from __future__ import annotations


def _table(rows: str) -> dict[str, frozenset[str]]:
    """Rows of "frames | words" as frames by word; a word of several rows has the frames of all."""
    out: dict[str, frozenset[str]] = {}
    for row in rows.strip().splitlines():
        frames, words = (frozenset(part.split()) for part in row.split("|"))
        out |= {word: out.get(word, frozenset()) | frames for word in words}
    return out


# --- demanding

# What is demanded: "noun" an object, "right" an object of RIGHTS, "clause" any clause, "wish" one that tells what is
# to be, "small" a clause without a verb of its own, "infinitive" what somebody is to do ("public": somebody known,
# "person": not things), what stands behind a preposition ("claim": only what is of RIGHTS), "deadline" a time to do it
DEMANDING = _table(
    """
    noun clause infinitive    | demand
    infinitive                | call appeal plead ask urge press order instruct tell require beg implore beseech entreat
    infinitive person         | exhort petition push pressure lobby lean direct command
    infinitive public         | warn challenge
    infinitive pressure       | put pile heap exert
    for                       | call appeal plead ask press push clamor clamour hold_out
    for claim                 | campaign lobby agitate rally march petition
    on                        | insist
    wish                      | insist urge order require request ask beg stipulate
    noun                      | urge request
    right                     | seek want
    small infinitive          | want
    deadline                  | give have set
    """
)
# Nouns of demanding by themselves; and all that can be answered as a demand
DEMANDS = frozenset("demand call appeal insistence ultimatum plea".split())
ASKED = DEMANDS | frozenset("request condition term requirement".split())
# Verbs that put a noun of demanding: "led calls for"; beside those that put any word
PRESSING = frozenset("step lead join intensify amplify press push submit lodge table stick stand send hand add".split())
# "wants guarantees", "seeks the return of": what is wanted of somebody else
RIGHTS = frozenset(
    "guarantee compensation release return apology withdrawal pullback removal reparation freeze halt explanation "
    "inquiry enquiry probe investigation reform recognition assurance concession ceasefire cease-fire truce pardon "
    "resignation extradition restitution refund recount rerun repeal abolition lifting cancellation autonomy "
    "independence handover surrender pullout dismissal ouster clemency amnesty raise rise end repayment protection "
    "safeguard clarification damages ban moratorium".split()
)
LEAVING = frozenset("withdrawal pullback pullout retreat removal return resignation".split())
# What a condition is called, and what sets it; a rider is attached
TERMS = frozenset("condition precondition requirement prerequisite term price".split())
LISTED = TERMS - {"price"} | {"demand", "ultimatum", "rider", "string", "proviso", "caveat", "stipulation"}
LISTING = frozenset("set make lay impose issue spell attach present repeat reiterate renew list outline name".split())
# "tied aid to reform", "made its signature conditional on": what binds one to the other
TYING = {"condition": "on", "tie": "to", "link": "to", "peg": "to", "hinge": "on", "depend": "on"}
DEPENDENT = frozenset("conditional contingent dependent".split())
STAKES = frozenset(
    "aid support backing vote signature approval consent loan money funding help assistance membership relief lifting "
    "release recognition participation ratification return deal agreement talk sanction payment cooperation".split()
)
# "demand for oil rose": what is bought
MARKET = frozenset(
    "oil gas fuel energy electricity power steel coal grain wheat rice food car vehicle home housing house good "
    "product service loan credit gold copper metal water export import travel ticket flight chip worker labor labour "
    "property bond dollar currency timber fish meat milk coffee cotton equipment technology software".split()
)
TRADED = frozenset("rise fall grow drop boost meet outstrip exceed soar weaken slow cool surge slump fuel".split())

# --- proposing

# What is put forward: "noun" anything, "deal" an object of DEALS, "gift" one of GIFTS too, "law" one of LAWS
PROPOSING = _table(
    """
    noun clause infinitive gerund | propose
    act clause gerund             | recommend
    gerund wish deal              | suggest
    deal gift infinitive          | offer
    infinitive                    | volunteer
    deal                          | float table moot unveil present outline circulate submit draft pitch extend tender
    with                          | present
    deal                          | lay_out set_out draw_up dangle advance raise sweeten improve deliver
    noun                          | put_forward
    law                           | introduce
    invited                       | invite
    with                          | counter come_up come_forward approach
    """
)
# Nouns that name a proposal by themselves; those that do where it is told what they are for or whose they are
OFFERS = frozenset("proposal offer invitation suggestion overture counterproposal counteroffer counter-offer".split())
PLANS = frozenset("plan blueprint roadmap initiative bid draft text paper resolution bill motion formula".split())
LAWS = frozenset("bill legislation motion amendment resolution measure".split())
# What can be offered and floated: "offered a deal", not "offered a glimpse"
DEALS = OFFERS | frozenset(
    "plan idea draft bid deal truce ceasefire cease-fire amnesty compromise settlement mediation map timetable terms "
    "package initiative formula roadmap scheme option moratorium swap exchange bonus contract guarantee pause "
    "concession blueprint text resolution treaty agreement accord pact extension list version payment notion loan "
    "bargain arrangement protocol armistice merger takeover amendment bill motion legislation referendum "
    "percent %".split()
)
# "offered safe passage", "offered a raise": what is given in return
GIFTS = frozenset(
    "passage asylum pardon immunity clemency reward protection talk negotiation dialogue raise dinar dollar "
    "share stake euro pound peso rupee recognition autonomy refuge sanctuary".split()
)
# "recommended a pause": not "recommended a restaurant"
ACTS = DEALS | frozenset(
    "adjustment change cut increase ban tax reduction reform closure delay raise limit inquiry "
    "investigation pullout withdrawal".split()
)
# "a proposal to share the port", "would share it": nouns of which only these words tell what they are
TOLD_BY = frozenset("call envisage envision foresee include require provide seek".split())
# "unveiled a plan": not "unveiled a list"
UNVEILED = DEALS - frozenset("list version contract payment loan percent %".split())
# "raised its bid", "unveiled a plan": with these only such deals
ONLY = {
    "raise": frozenset("idea bid offer".split()),
    "extend": OFFERS,
    "sweeten": OFFERS | {"bid", "deal", "package", "terms"},
    "improve": OFFERS | {"bid", "terms"},
    **dict.fromkeys(("unveil", "present", "outline", "submit", "lay_out", "set_out", "deliver"), UNVEILED),
    "advance": frozenset("plan proposal idea bill formula compromise".split()),
    "approach": OFFERS | {"plan", "deal", "idea"},
}
# Who had a hand in it: "a Kestria-drafted truce", "a plan drawn up by"
MAKING = frozenset("propose draft broker mediate table float suggest offer author devise present submit pitch".split())
MAKING_CLAUSES = MAKING | frozenset("draw_up put_forward put lay_out set_out write design introduce unveil".split())
# What one is invited to: "invited Orland to talks"
TALKS = frozenset("talk negotiation summit meeting conference dialogue mediation".split())

# --- answering

# "ruled out talks", "rejected mediation": what one is asked into
STEPS = frozenset(
    "talk negotiation mediation meeting summit election withdrawal pullback retreat resignation return ceasefire "
    "cession partition debate referendum concession inspection visit inquiry pause exchange handover swap".split()
)
ANSWERABLE = DEALS | ASKED | STEPS | {"raise"}
# "said the plan was unacceptable": what is called so
PLANNED = DEALS | OFFERS | frozenset("demand condition term ultimatum request".split())
ACCEPTING = frozenset(
    "accept approve endorse back embrace agree ratify adopt support welcome green-light greenlight okay take_up "
    "grant heed concede agree_to agree_with agree_on assent_to consent_to accede_to sign_up sign_on sign_off "
    "bow_to yield_to give_in cave_to cave_in submit_to acquiesce_to acquiesce_in come_round go_along comply_with "
    "wave_through vote_for relent".split()
)
# "welcomed the offer", "signed the deal": of these only where the noun is such
BACKED = (DEALS | ASKED | STEPS) - frozenset("percent % payment contract loan map election return term bid".split())
FITTING = {
    "welcome": OFFERS | {"plan", "idea", "initiative", "overture"},
    "grant": frozenset({"request", "demand", "appeal"}),
    "heed": frozenset({"call", "demand", "appeal", "plea"}),
    "concede": frozenset({"demand", "point"}),
    **dict.fromkeys(("support", "endorse", "back"), BACKED),
    "ignore": frozenset("call demand appeal ultimatum request plea offer proposal".split()),
    "defy": frozenset("call demand ultimatum order".split()),
    "resist": frozenset("call demand plan pressure proposal idea".split()),
    "block": frozenset("deal resolution motion bill proposal plan treaty".split()),
    **dict.fromkeys(("pull_out", "back_out", "walk_away"), DEALS),
}
REJECTING = frozenset(
    "reject dismiss rebuff spurn oppose refuse decline veto resist defy ignore shun scorn repudiate snub disregard "
    "block turn_down rule_out brush_aside brush_off wave_away shoot_down throw_out vote_down knock_back shrug_off "
    "shut_down slap_down laugh_off swat_away swat_aside cast_aside balk_at baulk_at object_to walk_away back_out "
    "pull_out push_back vote_against".split()
)
REPLYING = frozenset("reply respond answer".split())
# "is studying the plan", "will weigh the offer"
PONDERING = frozenset("study consider weigh examine review ponder mull assess evaluate scrutinise scrutinize".split())
# "a pause that Kestria approved": the verbs that answer, without their particles
LEADING = frozenset(
    word.partition("_")[0] for word in ACCEPTING | REJECTING | REPLYING | PONDERING | {"counter", "call", "brand"}
)
REFUSING = frozenset("will would wo can could ca cannot 'll ’ll".split())
# "refused to cede land", "agreed to pay": what one is asked to do
CONCEDING = frozenset(
    "give cede surrender concede withdraw pull hand accept back support recognise recognize sign join negotiate talk "
    "meet release free lift leave end halt stop drop pay allow grant agree step resign extradite lower raise cut "
    "open close endorse approve consider compromise attend return disarm retreat yield abandon relinquish let "
    "call dismantle vacate quit apologise apologize cease reopen restore extend delay postpone scrap remove suspend "
    "repay reinstate cooperate comply honour honor hold take share publish ratify reverse repeal limit freeze".split()
)
# What an agreement is told by apart from an answer: "agreed to meet"
AGREED = CONCEDING - frozenset("meet talk hold take give join attend raise consider accept agree leave close".split())
# "will not give up Osk": what one refuses by saying that one will not
WITHHELD = frozenset(
    "cede surrender concede withdraw recognise recognize sign negotiate release lift hand_over give_up "
    "pull_out pull_back step_down step_aside back_down give_in bow yield budge compromise extradite resign "
    "relinquish abandon retreat disarm dismantle hand_back tolerate agree".split()
)
# "gave its blessing to", "won the backing of": nouns of accepting and refusing, with the answer they give
VERDICTS = {
    **dict.fromkeys(
        "blessing consent approval backing assent support endorsement go-ahead nod acceptance agreement "
        "ratification light welcome".split(),
        "accept",
    ),
    **dict.fromkeys("rejection refusal veto dismissal rebuff opposition objection shrift".split(), "reject"),
}
BESTOWING = frozenset("give lend grant offer express voice signal declare".split())
WINNING = frozenset("win receive get gain secure earn meet draw obtain".split())
# "needs Vessa’s approval": not given yet
LACKING = frozenset("seek need want require await lack demand expect".split())
# "dug in its heels over", "poured cold water on", "gave ground on": verb and object with the answer they give
PHRASES = {
    ("dig", "heel"): "reject",
    ("pour", "scorn"): "reject",
    ("pour", "water"): "reject",
    ("throw", "water"): "reject",
    ("shut", "door"): "reject",
    ("slam", "door"): "reject",
    ("close", "door"): "reject",
    ("throw", "weight"): "accept",
    ("put", "name"): "accept",
    ("give", "ground"): "accept-with-conditions",
}
# "a nonstarter for Vessa", "unacceptable to Vessa": words of refusal; those that refuse with a "not"; what leads to who
NEVER = frozenset(
    "nonstarter non-starter starter dealbreaker breaker unacceptable unthinkable inconceivable question line insult "
    "non-negotiable nonnegotiable".split()
)
NOT_SO = frozenset("option negotiable negotiation table acceptable discussion".split())
CALLING = frozenset("call brand label declare deem".split())
UNWILLING = frozenset({"unwilling", "loath"})
WILLING = frozenset("willing ready prepared".split())
# "declined to give her name": what is kept back there is no matter of anybody's
DETAILS = frozenset(
    "detail name information figure number statement identity reason evidence document record result data date "
    "interview view hand photo image video footage transcript".split()
)
WISHES = frozenset("desire intention interest appetite".split())
IN_PART = frozenset("theory principle part condition".split())
IN_PART_ADVERBS = frozenset("tentatively provisionally conditionally partly partially cautiously".split())
# "the plan", "that demand": nouns that can stand for what was told before
TAKEN_UP = OFFERS | ASKED | frozenset("plan idea bid deal draft".split())
