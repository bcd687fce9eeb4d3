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
    concessions"), ``as`` ("described it as"). ``prepositions`` lead to content too ("called for", "warned of").
    """

    act: str
    frames: frozenset[str]
    factuality: str = "CT+"
    prepositions: frozenset[str] = frozenset()


def _table(rows: str) -> dict[str, tuple[Cue, ...]]:
    """Rows of "act | factuality | frames | prepositions | words" as cues by word, in the order of the rows."""
    out: dict[str, tuple[Cue, ...]] = {}
    for row in rows.strip().splitlines():
        act, factuality, frames, prepositions, words = (part.strip() for part in row.split("|"))
        cue = Cue(act, frozenset(frames.split()), factuality, frozenset(prepositions.split()))
        for word in words.split():
            out[word] = (*out.get(word, ()), cue)
    return out


VERBS = _table(
    """
    assert   | CT+ | clause                   |               | say tell add note explain write state remark continue
    assert   | CT+ | clause                   |               | conclude reply respond answer recall joke quip testify
    assert   | CT+ | clause                   |               | shout whisper tweet post reason retort reiterate
    assert   | CT+ | clause                   |               | repeat stress emphasize emphasise underline underscore
    assert   | CT+ | clause                   |               | caution remind inform brief assure comment observe
    assert   | CT+ | clause                   |               | read
    assert   | CT+ | clause object            |               | announce declare reveal disclose report claim allege
    assert   | CT+ | clause object            |               | argue contend maintain insist assert acknowledge admit
    assert   | CT+ | clause object            |               | concede mention boast complain lament concur elaborate
    assert   | CT+ | clause object            |               | clarify
    assert   | CT+ | clause as object         |               | describe characterize characterise portray depict
    assert   | CT+ | clause as                |               | call brand dub label
    assert   | PR+ | clause                   |               | suggest hint imply signal indicate
    assert   | CT+ | clause                   |               | show find conclude warrant demonstrate
    confirm  | CT+ | clause object            |               | confirm verify corroborate
    deny     | CT- | clause object            |               | deny dispute refute rebut
    estimate | PR+ | clause object infinitive |               | estimate predict forecast project calculate reckon
    warn     | CT+ | clause                   | of against about | warn
    accuse   | CT+ | of                       | of            | accuse
    accuse   | CT+ | object                   | for over      | blame condemn criticize criticise denounce decry slam
    praise   | CT+ | object                   | for           | praise hail applaud commend thank welcome
    demand   | Uu  | clause object infinitive |               | demand
    demand   | Uu  | clause infinitive        |               | urge implore beg press
    demand   | Uu  | infinitive               | for on        | call
    demand   | Uu  |                          | on            | insist
    ask      | Uu  | clause infinitive        | for about     | ask wonder inquire question
    ask      | Uu  | clause object infinitive |               | request
    propose  | Uu  | clause object infinitive |               | propose recommend
    propose  | Uu  | infinitive               |               | offer
    accept   | CT+ | clause infinitive        | to on with    | agree
    accept   | CT+ | object                   |               | accept approve endorse
    reject   | CT+ | object clause            |               | reject dismiss oppose
    reject   | CT+ | infinitive               |               | refuse
    promise  | Uu  | clause infinitive object |               | promise vow pledge
    promise  | Uu  | infinitive               |               | swear commit
    threaten | Uu  | clause infinitive        |               | threaten
    order    | Uu  | clause infinitive object |               | order instruct command
    believe  | PR+ | clause infinitive        |               | believe think suspect feel consider suppose assume
    believe  | PR+ | clause infinitive        |               | expect
    believe  | CT+ | clause                   |               | know understand realize realise recognize recognise
    want     | Uu  | infinitive clause        |               | want hope wish
    intend   | Uu  | infinitive               |               | intend plan decide
    fear     | PS+ | clause                   |               | fear worry
    """
)

NOUNS = _table(
    """
    assert   | CT+ | clause             |                  | claim statement assertion announcement remark argument
    assert   | CT+ | clause             |                  | contention suggestion allegation comment insistence
    assert   | CT+ | clause             |                  | assurance
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
TERMS = frozenset({"condition", "precondition", "requirement", "priority", "prerequisite"})
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
    "say comment answer speak discuss elaborate disclose reveal respond talk identify name confirm explain".split()
)
DECLINING = frozenset({"decline", "refuse", "fail", "stop", "deny", "avoid", "refrain"})
SAY = VERBS["say"][0]
ACCOUNT = Cue("estimate", frozenset({"clause"}))
DEMAND = VERBS["demand"][0]
# "asked not to be named": how a source wants to be treated is not what it says
ANONYMOUS = frozenset({"name", "identify", "quote"})
# "went on to say", "was quick to add": the infinitive was said all the same
SAID_TO = frozenset("go continue rush begin start proceed hasten choose use quick come hurry add appear seem".split())
# "as X put it", "as X said"
AS_CUES = frozenset("put say note describe call write explain tell report announce state".split())
