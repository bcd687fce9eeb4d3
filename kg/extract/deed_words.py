"""The words of political events, each with its PLOVER concept: verbs, verbs with an object, nouns; lists are ours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Needs(NamedTuple):
    """The PLOVER concept of a verb, and what must stand beside it for the verb to be meant so.

    ``living`` people as its object, ``struck`` an actor, place or building as its object and force as its subject,
    ``party`` an actor as its object, ``troops`` or ``ships`` as its object, ``place`` a place as its object or behind
    "from", ``people`` as its subject, ``armed`` a side that fights as its subject, ``held`` people
    as its object, with a word of HELD, ``policy`` an actor or plan as its object, ``weapon`` a weapon as its subject,
    ``deed`` another verb.
    """

    concept: str
    needs: str


def _words(lines: Mapping[str, str]) -> dict[str, Needs]:
    found = {}
    for head, words in lines.items():
        concept, needs = head.split()
        found.update({word: Needs(concept, needs) for word in words.split()})
    return found


VERBS = _words({
    "assault living": "kill wound injure shoot assassinate murder execute torture behead stab kidnap abduct massacre "
    "maim slaughter torture abuse rape lynch",
    "assault struck": "attack bomb bombard shell strike hit storm raid torpedo besiege strafe ambush pound engage "
    "destroy torch ransack firebomb target repel repulse",
    "assault place": "invade overrun",
    "assault weapon": "explode detonate",
    "assault armed": "clash skirmish fight battle combat",
    "coerce living": "arrest detain jail imprison deport expel interrogate handcuff evict apprehend intern banish "
    "exile disperse capture sentence convict",
    "coerce ships": "seize intercept impound confiscate board",
    "coerce held": "hold",
    "coerce place": "blockade",
    "coerce party": "ban outlaw",
    "sanction party": "sanction blacklist boycott bar",
    "mobilize troops": "deploy mobilize mobilise mass amass station redeploy",
    "protest people": "demonstrate riot protest picket march rally",
    "retreat place": "withdraw retreat",
    "retreat armed": "surrender",
    "retreat living": "free release",
    "support policy": "back support endorse praise welcome applaud hail commend salute laud recognise "
    "recognize champion",
    "support party": "assist",
    "accuse party": "accuse condemn denounce blame sue indict investigate criticize criticise slam rebuke castigate "
    "decry lambast prosecute fault",
    "aid living": "evacuate rescue",
    "agree deed": "agree consent",
    "threaten deed": "threaten",
})  # fmt: skip

# Verb and object: "imposed sanctions", "signed a treaty"
PHRASES = {
    (verb, noun): concept
    for concept, verbs, nouns in (
        ("sanction", "impose reimpose slap announce place tighten extend adopt approve widen expand",
         "sanction embargo"),
        ("sanction", "sever cut break suspend downgrade freeze", "tie relation link contact cooperation talk"),
        ("sanction", "deny refuse", "entry visa overflight"),
        ("support", "upgrade restore establish reestablish re-establish normalize normalise resume strengthen",
         "tie relation"),
        ("sanction", "recall withdraw", "ambassador envoy"),
        ("sanction", "halt suspend cut freeze withhold stop prohibit reduce ban",
         "aid assistance export import supply delivery asset account"),
        ("coerce", "impose reimpose declare enforce tighten begin",
         "curfew blockade emergency siege censorship blackout"),
        ("coerce", "close shut seal", "border strait airspace crossing frontier"),
        ("concede", "lift ease remove drop scrap suspend relax end cancel shorten",
         "sanction embargo curfew ban restriction blockade emergency"),
        ("concede", "drop abandon", "insistence demand objection"),
        ("concede", "suspend cancel", "strike protest"),
        ("agree", "sign reach strike conclude seal ratify clinch initial",
         "agreement deal treaty accord pact truce ceasefire memorandum protocol convention armistice"),
        ("retreat", "declare announce", "ceasefire truce"),
        ("protest", "block obstruct barricade occupy",
         "road highway street bridge railway motorway route square entrance"),
        ("protest", "hold stage organize organise join launch begin start continue",
         "protest rally demonstration march strike sit-in vigil walkout"),
        ("protest", "stop shun down", "work tools"),
        ("protest", "throw hurl", "stone"),
        ("protest", "fill throng crowd flood", "street square avenue boulevard road"),
        ("cooperate", "hold stage launch begin conduct", "exercise drill maneuver manoeuvre patrol game"),
        ("assault", "launch carry conduct mount stage unleash begin make renew step start",
         "attack offensive assault invasion strike airstrike raid incursion bombardment bombing"),
        ("assault", "open fire launch lob hurl", "fire missile rocket shell gas bullet mortar round drone shot bomb"),
        ("assault", "use", "gas"),
        ("assault", "exchange trade", "fire gunfire"),
        ("aid", "send deliver provide donate ship supply give airlift dispatch",
         "aid assistance food vaccine medicine relief tent blanket hospital rescuer doctor medic ammunition "
         "equipment arm weapon grain intelligence"),
        ("aid", "grant", "asylum refuge"),
        ("mobilize", "send dispatch call", "troop soldier warship reservist tank battalion brigade reinforcement"),
        ("support", "voice express declare reaffirm", "support backing solidarity"),
        ("accuse", "open launch begin order complete", "investigation probe inquiry"),
        ("accuse", "file lodge bring", "lawsuit complaint charge protest"),
        ("threaten", "issue give", "ultimatum"),
        ("", "call", "election"),
        ("", "lose", "election"),
    )
    for verb in verbs.split()
    for noun in nouns.split()
}  # fmt: skip

# Verb and particle, with what its object must be: "blew up the bridge"
PARTICLES = {
    ("shoot", "down"): Needs("assault", "thing"),
    ("blow", "up"): Needs("assault", "thing"),
    ("burn", "down"): Needs("assault", "thing"),
    ("go", "off"): Needs("assault", "weapon"),
    ("beat", "up"): Needs("assault", "living"),
    ("force", "out"): Needs("coerce", "living"),
    ("drive", "out"): Needs("coerce", "living"),
    ("round", "up"): Needs("coerce", "living"),
    ("fight", "off"): Needs("assault", "struck"),
    ("beat", "back"): Needs("assault", "struck"),
    ("drive", "back"): Needs("assault", "struck"),
    ("push", "back"): Needs("assault", "struck"),
}

BLOCKING = frozenset("block obstruct barricade occupy".split())

# Nouns of events, each with the verb that says the same
NOUNS = {
    noun: Needs(concept, verb)
    for concept, pairs in {
        "assault": "attack:attack airstrike:bomb bombing:bomb bombardment:bombard shelling:shell invasion:invade "
        "offensive:attack assault:attack raid:raid ambush:ambush incursion:invade massacre:massacre shooting:shoot "
        "assassination:assassinate siege:besiege onslaught:attack strike:strike fight:fight fighting:fight war:fight "
        "battle:fight struggle:fight campaign:fight clash:clash counterattack:attack counteroffensive:attack",
        "coerce": "blockade:blockade arrest:arrest detention:detain seizure:seize expulsion:expel crackdown:suppress",
        "sanction": "sanction:sanction embargo:sanction",
        "protest": "protest:protest demonstration:protest riot:riot",
        "retreat": "withdrawal:withdraw retreat:retreat",
        "mobilize": "deployment:deploy mobilization:mobilize mobilisation:mobilize",
    }.items()
    for noun, verb in (pair.split(":") for pair in pairs.split())
}

# Of these only who fights whom tells that force is meant: "their fight against the militia"
FIGHTS = frozenset("fight fighting war battle struggle campaign clash".split())
# What is waged to an end: "the campaign to defeat the militia"; of WARRING no party has one
CAMPAIGNS = frozenset("campaign operation effort offensive mission war battle fight push drive struggle".split())
WARRING = frozenset("operation offensive mission war".split())
LAUNCHING = frozenset(
    "launch begin start lead join continue wage mount conduct intensify resume support fight open pursue".split()
)
# "to defeat the militia", "to drive it out of Osk", "to retake Osk from it"
DEFEATING = frozenset("defeat destroy fight combat crush eliminate vanquish rout repel degrade".split())
DRIVING = frozenset("drive push force dislodge expel oust flush clear".split())
RETAKING = frozenset("retake recapture liberate rid clear cleanse wrest".split())
# "poured into the streets to demand": a protest where it says against or for what
STREAMING = frozenset("pour take throng flood march gather descend converge flock".split())
STREETS = frozenset("street square avenue boulevard road".split())
DEMANDING = frozenset("protest demand denounce oppose condemn call urge decry reject".split())
# "200 tonnes of aid", "a planeload of vaccines": how much of it
LOADS = frozenset("ton tonne kilo truckload planeload shipment consignment batch load convoy boatload".split())
# Land is taken by force: "captured the town"
TAKING = frozenset("seize capture recapture retake occupy annex conquer liberate".split())
# "is willing to send": what somebody agrees to
WILLING = frozenset("willing ready prepared".split())

WEAPONS = frozenset(
    "drone missile rocket shell bomb mine artillery mortar fire gunfire airstrike strike bullet plane jet warplane "
    "helicopter aircraft bomber gunboat warship projectile explosive grenade".split()
)
FORCEFUL = WEAPONS | {noun for noun, known in NOUNS.items() if known.concept == "assault"}
FORCES = frozenset(
    "force troop soldier airman army navy militia militant rebel insurgent fighter gunman commando guerrilla sniper "
    "reservist regiment brigade battalion division unit patrol boat ship fleet military police officer guard marine "
    "paratrooper mob extremist terrorist separatist infantry coastguard raider attacker assailant bomber gang "
    "garrison peacekeeper legion contingent".split()
)
TROOPS = (
    FORCES - {"mob", "gang", "terrorist"} | WEAPONS | frozenset("tank weapon system battery launcher vehicle".split())
)
SHIPS = frozenset(
    "ship vessel boat trawler tanker freighter ferry cargo plane aircraft truck asset property passport weapon drug "
    "cocaine yacht barge equipment hostage sailor crew office document".split()
)
STRUCK = frozenset(
    "base convoy camp town village city port plant terminal grid hospital school building home house ship vessel "
    "tanker dam depot warehouse market bridge airport airfield refinery train bus position target checkpoint "
    "capital courthouse church mosque temple embassy station barracks factory district suburb neighborhood "
    "neighbourhood apartment block headquarters consulate boat trawler truck car vehicle pipeline facility outpost "
    "garrison parliament palace stadium hotel tower substation frontier border shelter post".split()
)
# "troops left the town": land that a side comes to or goes from
LAND = frozenset(
    "town village city region valley province district territory island land area border country peninsula zone "
    "coast position base enclave outpost".split()
)
VICTIMS = frozenset(
    "sailor hostage prisoner suspect dissident crew cleric trawlerman villager fan marcher detainee captive crowd "
    "inmate teenager baby driver people docker dockworker miner steelworker picketer islamist".split()
) | FORCES  # fmt: skip
# What is backed beside actors: "backed the plan"
POLICIES = frozenset(
    "plan proposal bid claim effort call resolution decision policy right move initiative statement".split()
)
# Who is only counted: "killed 12 people"
ANYBODY = frozenset("people person other one number dozen score hundred thousand million group pair couple".split())
# Whose attacks are words
POLITICIANS = frozenset(
    "lawmaker opposition critic minister senator party candidate columnist president mayor economist analyst deputy "
    "commentator pundit leader politician rival reviewer editor team coach striker side player batsman nominee "
    "businessman".split()
)
# Of whom, singular and unnamed, an attack is told; a nominee's is of words
ATTACKERS = frozenset("man woman suspect driver teenager boy youth".split())
# Who accuses, blames: the deed is that of the accused
BLAMING = frozenset("accuse suspect blame condemn criticize criticise charge convict fault".split())
# "held the crew hostage"
HELD = frozenset("hostage captive prisoner shield custody detention incommunicado".split())
# "threatened action against Orland"
THREATS = frozenset("action war strike retaliation sanction tariff force attack response measure reprisal".split())
# "apologized for shelling Osk": who speaks did it
OWNING = frozenset("apologize apologise admit confess claim boast use".split())
# Bodies and acts that cannot be killed or jailed
LIFELESS = frozenset("it act campaign house state nation country service body bill deal order sentence".split())
# Nobody in particular
INDEFINITE = frozenset("everyone everybody anyone someone somebody nobody one many most some all both".split())
# What the words are not meant of: "protested his innocence"
NOT_PROTESTED = frozenset("innocence love".split())

# An event that these speak of is none, or not yet
UNREAL = frozenset(
    "fear expect plan threaten prevent avoid avert prepare want seek consider stop risk warn demand urge rule "
    "contemplate propose oppose deter envisage anticipate discourage reject deny suggest mull weigh need hope call "
    "postpone allow simulate rehearse".split()
)
UNREAL_NOUNS = frozenset(
    "threat risk fear possibility prospect plan call warning likelihood danger chance preparation talk rumour rumor "
    "film book novel game idea proposal suspicion attempt case anniversary".split()
)
PLANNING = frozenset("plan agree vow pledge promise decide intend prepare order approve authorize authorise".split())
WITNESSED = frozenset("see watch hear make let have".split())
BEGUN = frozenset("begin start continue manage go help keep proceed resume".split())
HAPPENING = frozenset(
    "kill wound injure leave hit destroy damage strike target occur happen begin take break follow erupt trigger come "
    "start continue drive force push displace turn draw cause spark set knock claim".split()
)
RECIPROCAL = frozenset({"agree", "cooperate"})
# The meeting tells it: "agreed to meet"
MEETING = frozenset("meet talk speak discuss hold continue".split())
ENVOYS = frozenset({"diplomat", "ambassador", "envoy", "attaché", "attache", "consul"})
KILLING, WOUNDING = frozenset({"kill", "murder", "massacre"}), frozenset({"wound", "injure", "hurt", "maim"})
KINDRED = KILLING | WOUNDING | {"leave", "die"}
"""Verbs that tell how an event went for people."""
