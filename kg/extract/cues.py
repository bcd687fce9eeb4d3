"""The words that report: verbs and nouns of saying, thinking, wanting, with the act they are and what completes them.

The list is ours. The acts are those of the ontology's scheme. Factuality is the force of the cue itself (FactBank,
Saurí and Pustejovsky 2009): "said" leaves its content certain for its source, "believes" makes it probable.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cue:
    """How a word reports.

    ``frames``: what can complete it: ``clause`` ("said that"), ``infinitive`` ("vowed to"), ``object`` ("demanded
    concessions"), ``as`` ("described it as"). ``prepositions`` lead to content too ("called for", "warned of");
    what stands behind ``joined`` ones is content beside the object ("accused Orland of lying"); the frame of the
    same name asks for it ("charged Orland with fraud", not "charged a fee");
    ``evidence`` is an object that only a work shows ("the poll showed Orland ahead").
    """

    act: str
    frames: frozenset[str]
    factuality: str = "CT+"
    prepositions: frozenset[str] = frozenset()
    joined: frozenset[str] = frozenset()


def _table(rows: str) -> dict[str, tuple[Cue, ...]]:
    """Rows of "act | factuality | frames | prepositions | words" as cues by word, in the order of the rows.

    A preposition with a plus joins its phrase to the object.
    """
    out: dict[str, tuple[Cue, ...]] = {}
    for row in rows.strip().splitlines():
        act, factuality, frames, prepositions, words = (part.strip() for part in row.split("|"))
        leading = {p for p in prepositions.split() if not p.startswith("+")}
        joined = {p[1:] for p in prepositions.split() if p.startswith("+")}
        cue = Cue(act, frozenset(frames.split()), factuality, frozenset(leading), frozenset(joined))
        for word in words.split():
            out[word] = (*out.get(word, ()), cue)
    return out


# What is spoken of and not put forward: "discussed the plan", "spoke about the war"; no act of the ontology
TOPIC = "topic"
VERBS = _table(
    """
    assert   | CT+ | clause                   |               | say tell add note explain write state remark continue
    assert   | CT+ | clause                   |               | conclude reply respond answer recall joke quip testify
    order    | Uu  | infinitive               |               | tell
    assert   | CT+ | clause                   |               | shout whisper tweet post reason retort reiterate
    assert   | CT+ | clause                   |               | repeat stress emphasize emphasise underline underscore
    assert   | CT+ | clause                   |               | caution remind inform brief assure comment observe
    assert   | CT+ | clause                   |               | read point chime interject exclaim muse blog opine
    assert   | CT+ | clause                   |               | swear affirm reaffirm yell scream fume gush quote
    assert   | CT+ | clause                   |               | proclaim pronounce attest mutter murmur sigh bark snap
    assert   | CT+ | clause                   |               | counter volunteer intone thunder cry chant rejoin relate
    assert   | PS+ | clause                   |               | speculate theorize theorise hypothesize
    assert   | CT+ | clause object            |               | announce declare reveal disclose report allege
    assert   | CT+ | clause infinitive object |               | claim profess purport
    assert   | CT+ | clause                   |               | maintain hear
    assert   | CT+ | clause object            |               | argue contend insist assert acknowledge admit
    assert   | CT+ | clause object            |               | concede mention lament concur elaborate highlight
    assert   | CT+ | clause object            | about of      | boast brag complain
    assert   | CT+ | clause object            |               | clarify
    assert   | CT+ | clause infinitive        |               | convince persuade
    topic    | Uu  | object                   |               | recall reiterate repeat stress emphasize emphasise note
    topic    | Uu  | object                   |               | underscore underline explain tweet discuss recount
    reject   | CT+ | object clause            |               | turn_down rule_out brush_aside brush_off shrug_off
    reject   | CT+ | object clause            |               | shoot_down wave_away play_down
    propose  | Uu  | object                   |               | set_out lay_out lay_down spell_out
    accuse   | CT+ | object                   | +for +over    | call_out single_out
    accuse   | CT+ |                          | at            | hit_out lash_out
    topic    | Uu  |                          | about on      | speak_out
    reject   | CT+ |                          | against       | speak_out come_out
    evaluate | CT+ |                          | for           | speak_out come_out
    topic    | Uu  | object                   | +as           | cite reference invoke echo bemoan outline detail
    topic    | Uu  |                          | about of      | talk speak
    topic    | Uu  |                          | to            | refer point allude
    topic    | Uu  |                          | for           | apologize apologise
    assert   | CT+ | clause as object         |               | describe characterize characterise portray depict
    assert   | CT+ | clause as                |               | call brand dub label deem paint cast frame
    assert   | CT+ | as                       |               | declare pronounce proclaim
    assert   | CT+ | as                       |               | tout identify list
    propose  | Uu  | gerund                   |               | suggest
    assert   | PR+ | clause                   |               | suggest hint imply signal indicate
    assert   | CT+ | clause evidence          |               | show find demonstrate
    assert   | CT+ | clause                   |               | conclude warrant prove charge
    confirm  | CT+ | clause object            |               | confirm verify corroborate
    deny     | CT- | clause object            |               | deny dispute refute rebut
    deny     | PR- | clause                   |               | doubt
    estimate | PR+ | clause object infinitive |               | estimate predict forecast project calculate reckon
    estimate | PR+ | clause object            |               | foresee anticipate
    estimate | CT+ | clause                   |               | assess determine judge ascertain
    estimate | CT+ | joined                   | +at +near +above +below +around +between | put
    assert   | CT+ | clause                   |               | put
    warn     | CT+ | clause                   | of against about | warn
    warn     | Uu  | infinitive               |               | warn
    warn     | CT+ | object                   |               | warn
    accuse   | CT+ | object                   | +of           | accuse
    accuse   | CT+ | joined                   | +with         | charge
    accuse   | CT+ | object                   | +for +over +as | blame condemn criticize criticise denounce decry slam
    accuse   | CT+ | object                   | +for +over +as | blast assail deride mock rebuke chide bash lambaste
    accuse   | CT+ | object                   | +for +over +as | ridicule scold disparage fault castigate savage insult
    accuse   | CT+ | object                   | +for +over +as | excoriate skewer lampoon censure berate
    accuse   | CT+ | joined                   | +for +over +as | attack
    accuse   | CT+ |                          | at against    | lash rail
    praise   | CT+ | object                   | +for +as      | praise hail applaud commend thank welcome laud extol
    praise   | CT+ | object                   | +for +as      | tout trumpet champion congratulate
    praise   | CT+ | joined                   | +for +with    | credit
    praise   | CT+ | joined                   | +as           | defend
    praise   | CT+ |                          | for           | vouch
    evaluate | CT+ | object                   | +as           | support back favor favour
    evaluate | CT+ | as                       |               | see view regard consider perceive
    evaluate | CT+ | object                   | +as           | view regard downplay question
    evaluate | CT+ | joined                   | +to +with     | compare liken
    believe  | PR+ | joined                   | +to           | attribute
    evaluate | CT+ | object                   |               | express voice
    evaluate | CT+ | clause object            |               | regret resent
    demand   | Uu  | clause object infinitive |               | demand
    demand   | Uu  | clause infinitive        |               | urge implore beg press encourage exhort lobby
    demand   | Uu  | clause infinitive        |               | advise counsel petition
    demand   | Uu  | object                   |               | urge
    demand   | Uu  | infinitive               | for on        | call
    demand   | Uu  | infinitive               | for           | push lobby plead
    demand   | Uu  | object                   | for           | advocate
    demand   | Uu  |                          | on            | insist
    ask      | Uu  | clause infinitive        | for about     | ask wonder inquire question
    ask      | Uu  | clause object infinitive |               | request
    propose  | Uu  | clause object infinitive |               | propose recommend
    propose  | Uu  | infinitive               |               | offer
    accept   | CT+ | clause infinitive        | to on with    | agree
    assert   | CT+ | clause                   |               | accept
    accept   | CT+ | object                   |               | accept approve endorse
    reject   | CT+ | object clause            | +as           | reject dismiss
    reject   | CT+ | object                   |               | oppose disavow
    reject   | CT+ | infinitive               |               | refuse decline
    reject   | CT+ |                          | with          | disagree
    reject   | CT+ | clause                   | to            | object
    promise  | Uu  | clause infinitive object |               | promise vow pledge
    promise  | Uu  | infinitive               |               | swear commit
    promise  | Uu  | clause                   |               | guarantee
    threaten | Uu  | clause infinitive        |               | threaten
    order    | Uu  | clause infinitive object |               | order instruct
    order    | Uu  | clause infinitive        |               | command
    decree   | Uu  | clause infinitive        |               | require
    decree   | CT+ | clause                   |               | rule
    decree   | Uu  | infinitive               |               | vote
    evaluate | CT+ |                          | for against   | vote
    believe  | PR+ | clause infinitive        |               | believe think suspect consider assume expect
    believe  | PR+ | clause                   |               | feel suppose presume guess figure surmise infer
    believe  | CT+ | clause                   |               | know understand realize realise recognize recognise
    perceive | CT+ | clause                   |               | learn notice discover remember forget
    want     | Uu  | infinitive clause object |               | want prefer
    want     | Uu  | infinitive clause        | for           | hope
    want     | Uu  | infinitive clause        |               | wish
    want     | Uu  | infinitive               | for           | long yearn aspire
    intend   | Uu  | infinitive               |               | intend plan decide aim
    intend   | Uu  | object                   |               | consider contemplate ponder mull
    fear     | PS+ | clause object            |               | fear dread
    fear     | PS+ | clause                   | about         | worry
    """
)


LEADING = frozenset(word.partition("_")[0] for word in VERBS)
"""The verbs that tell of saying, alone or with a particle."""


def verb(lemma: str, particle: str) -> tuple[Cue, ...]:
    """The readings of a verb; with its particle it can be another one: "set the pace", "set out terms"."""
    return VERBS.get(f"{lemma}_{particle}") or VERBS.get(lemma, ())


NOUNS = _table(
    """
    assert   | CT+ | clause             |                  | claim assertion announcement argument
    assert   | CT+ | clause             |                  | contention suggestion allegation insistence
    assert   | CT+ | clause             |                  | assurance report
    assert   | PS+ | clause             |                  | rumor rumour speculation
    assert   | CT+ | clause             |                  | conclusion finding
    estimate | PR+ | clause             |                  | estimate prediction forecast projection
    deny     | CT- | clause             |                  | denial
    warn     | CT+ | clause             | of about         | warning
    accuse   | CT+ | clause             | of               | accusation
    demand   | Uu  | clause infinitive  | for              | demand call request appeal
    propose  | Uu  | clause infinitive  | for              | proposal offer
    promise  | Uu  | clause infinitive  |                  | promise vow pledge commitment
    threaten | Uu  | clause infinitive  |                  | threat
    believe  | PR+ | clause             | in that          | belief view opinion confidence conviction
    want     | Uu  | clause infinitive  | for of           | hope wish desire
    fear     | PS+ | clause             | of about over    | fear concern worry alarm
    ask      | Uu  | clause             | about over       | doubt question skepticism scepticism
    assert   | CT+ | clause             |                  | comment remark statement
    topic    | Uu  |                    | about on         | comment remark statement
    intend   | Uu  | clause infinitive  |                  | plan intention decision goal aim
    reject   | CT+ | infinitive         |                  | refusal
    reject   | CT+ | clause             | to               | opposition objection
    evaluate | CT+ | clause             | for of           | support endorsement
    accuse   | CT+ | clause             | of about         | criticism complaint critique
    praise   | CT+ |                    | for of           | praise
    """
)
ADJECTIVES = _table(
    """
    believe  | PR+ | clause             | about            | confident sure certain optimistic convinced hopeful
    believe  | CT+ | clause             | of               | aware mindful
    believe  | PS+ | clause             | of about         | skeptical sceptical doubtful unsure uncertain
    believe  | CT+ | clause             | about            | adamant
    evaluate | CT+ |                    | of               | supportive wary dismissive tolerant
    reject   | CT+ |                    | to               | opposed
    accept   | CT+ |                    | to               | open
    fear     | PS+ | clause             | about of         | worried concerned afraid fearful anxious nervous
    evaluate | CT+ | clause             | about with of    | glad happy proud pleased disappointed angry upset furious
    evaluate | CT+ | clause             | by about at      | surprised shocked alarmed appalled outraged frustrated
    accuse   | CT+ |                    | of               | critical
    intend   | Uu  | infinitive         |                  | eager keen willing
    reject   | CT+ | infinitive         |                  | unwilling
    """
)
# Verbs that carry a noun of saying: "voiced concern about", "repeated his claim that", "made the promise to"
LIGHT = frozenset(
    "voice express make issue repeat reiterate raise give offer set lay put state renew echo share air deliver "
    "release have hold restate".split()
)
# "dropped its demand for", "withdrew the offer to": taken back
REVOKING = frozenset({"drop", "withdraw", "abandon", "retract", "scrap", "renounce", "rescind"})
# "made it a condition of", "set conditions": a demand
TERMS = frozenset("condition precondition requirement priority prerequisite term demand ultimatum".split())
# "made clear that", "made it known that"
PLAIN = frozenset({"clear", "plain", "known", "public"})
# Works that speak for whoever made them: "an analysis by X", "X's report", "data from X"
WORKS = frozenset(
    "analysis report data figure estimate study survey poll statement count tally document record calculation map "
    "assessment research review article post tweet message letter filing memo transcript investigation dataset "
    "statistic number review paper release account briefing".split()
)
# Refusing to speak is no statement: "declined to comment", "refused to say"
MUTE = frozenset(
    "say comment answer speak discuss elaborate disclose reveal respond talk identify name confirm explain "
    "interview".split()
)
# "the court heard that", "jurors heard that": those to whom it was said
HEARERS = frozenset("court jury juror tribunal inquest inquiry hearing committee commission panel".split())
# "told a rally": occasions that stand for those who listen; "in an interview with": works that somebody hears
AUDIENCES = frozenset("conference rally meeting audience hearing gathering summit briefing session forum event".split())
ADDRESSED = frozenset("interview letter note message email speech address remark testimony call statement".split())
# "her message was simple: '...'": nouns whose owner speaks what follows
WORDS = frozenset("message answer response reply verdict advice motto explanation plea slogan warning word".split())
# What is denied where it is rejected
CLAIMED = frozenset("claim allegation accusation charge assertion suggestion rumor rumour report notion".split())
DECLINING = frozenset({"decline", "refuse", "fail", "stop", "deny", "avoid", "refrain"})
SAY = VERBS["say"][0]
# "seems to have left", "appears to be over": somebody's view, who is not named
SEEMING = frozenset({"seem", "appear"})
VIEW = Cue("believe", frozenset({"infinitive"}), "PR+")
# "by her account", "in the words of": nouns that lead to a source, with the prepositions before them
ACCOUNTS = {
    **dict.fromkeys("account reckoning estimate count calculation telling admission estimation".split(), ("by", "in")),
    **dict.fromkeys("view opinion word judgment judgement assessment version eye mind".split(), ("in",)),
}
# "reportedly": somebody says so
RUMOURED = frozenset("reportedly allegedly supposedly purportedly".split())
RUMOUR = Cue("assert", frozenset(), "PR+")
ACCOUNT = Cue("estimate", frozenset({"clause"}))
DEMAND = VERBS["demand"][0]
# "asked not to be named": how a source wants to be treated is not what it says
ANONYMOUS = frozenset({"name", "identify", "quote"})
# "went on to say", "was quick to add": the infinitive was said all the same
SAID_TO = frozenset("go continue rush begin start proceed hasten choose use quick come hurry add appear seem".split())
# "Vessa continued. '...'": sentences that do nothing but give somebody the word
GOING_ON = frozenset({"continue", "proceed", "go on", "have this to say"})
# "as X put it", "as X said"
AS_CUES = frozenset("put say note describe call write explain tell report announce state".split())
