"""Who can speak: names, people by their offices and callings, groups and bodies."""

from __future__ import annotations

import re

from spacy.tokens import Token

from kg import syntax

# Nouns of people and bodies that the endings below do not tell
SPEAKERS = frozenset(
    "official leader minister president spokesperson spokesman spokeswoman envoy ally aide chief head king queen "
    "prince government ministry army military police party group union court council parliament congress senate "
    "house administration agency authority commission committee office company bank board team opposition "
    "coalition alliance rebel side source people resident witness expert critic mayor judge general colonel "
    "diplomat delegate delegation chair chairman chairwoman secretary premier chancellor ambassador adviser "
    "advisor counterpart boss staff family relative friend neighbour neighbor student parent victim survivor "
    "farmer fisherman worker doctor nurse lawyer attorney prosecutor campaign lawmaker legislator deputy bloc "
    "force troop commander department bureau cabinet embassy foundation institute institution university "
    "newspaper outlet network monitor watchdog observatory service organization organisation charity association "
    "federation club body panel mission state nation country public majority voter citizen civilian refugee "
    "migrant soldier veteran activist protester demonstrator journalist reporter economist analyst scientist "
    "historian strategist specialist columnist nationalist separatist militant insurgent man woman child boy girl "
    "mother father brother sister son daughter wife husband couple pair some many several most both others "
    "everyone somebody someone who negotiator mediator representative participant member colleague rival "
    "supporter opponent backer investor shareholder executive founder owner manager director engineer firm "
    "insider guest passenger driver pilot captain crew caller reader writer author poet pope bishop priest cleric "
    "imam rabbi legend star celebrity mogul tycoon billionaire millionaire candidate nominee hopeful contender "
    "frontrunner front-runner runner governor senator republican democrat conservative liberal surrogate operative "
    "pollster staffer teacher coach player athlete actor actress singer artist comedian host anchor moderator "
    "commentator pundit editor publisher producer blogger organizer organiser volunteer donor fundraiser elector "
    "caucus electorate senior teen youth cop officer detective inspector sheriff marshal guard agent investigator "
    "regulator auditor commissioner superintendent professor scholar researcher academic fellow graduate intern "
    "folk guy lady gentleman kid teenager adult predecessor successor incumbent challenger heir partner cousin uncle "
    "aunt nephew niece grandfather grandmother customer client buyer seller vendor shopper employer landlord tenant "
    "loyalist hawk camp tribe community industry crowd audience few majority minority half third quarter percent one "
    "mainstream left right establishment outsider other rest palace presidency chancellery secretariat treasury "
    "radio station television tv broadcaster media press channel another admirer skeptic sceptic detractor doubter "
    "miner docker dockworker steelworker trucker baker logger trader grower builder picker settler fan "
    "campaigner striker captor kidnapper hijacker taker "
    "jury juror patient client user consumer motorist commuter "
    "pensioner tribunal inquest inquiry regime junta militia "
    "unit patrol warlord contingent battalion brigade regiment division squadron garrison clan faction wing leadership "
    "command headquarters creditor lender coastguard navy rescuer firefighter paramedic".split()
)
WRITTEN = frozenset(
    "report statement study survey poll letter document memo article analysis post tweet message data figure "
    "email review filing indictment lawsuit complaint ruling law treaty agreement text poster sign release "
    "website paper notice assessment estimate account picture photo photograph image footage video tape recording clip "
    "evidence record average polling finding audit census count transcript rule constitution bill act order book "
    "ad advertisement headline op-ed column editorial story piece interview speech source reply response note caption "
    "banner slogan inscription motto manifesto communique communiqué".split()
)
ENDING = re.compile(
    r"(?:man|men|woman|women|person|people|ists?|ians?|ees?|crats?|keepers?|holders?|makers?|workers?)$"
)
# "71 percent of the ballots", "a third of the land": parts that are nobody, unlike "a third of voters"
PARTS = frozenset("percent half third quarter majority minority few rest one".split())
COUNTED = frozenset("ballot vote seat precinct area territory land region money budget market".split())
PRONOUNS = frozenset({"i", "he", "she", "they", "we", "you", "who", "it"})


def can_speak(token: Token) -> bool:
    """True where the head of a phrase can be the source of words: a name, a person, a body.

    Not "the war", "the plan"; works ("the report") are asked for with ``is_work``.
    """
    if token.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}:
        return True
    if any(beside.ent_type_ == "PERSON" for beside in syntax.appositions(token)):  # "its whip, Ana Vessa,"
        return True
    word = token.lower_
    if syntax.is_pronoun(token):
        return word in PRONOUNS or word in {"his", "her", "their", "its", "him", "them", "us", "me"}
    if token.tag_ in {"WP", "WDT", "IN"}:
        head = syntax.antecedent(token)
        return word in {"who", "whom"} or (head.i != token.i and can_speak(head))
    if token.pos_ == "PROPN":
        return token.ent_type_ in {"", "FAC", "LOC"}
    if token.pos_ in {"NOUN", "DET", "ADJ", "PRON", "NUM"}:
        lemma = token.lemma_.lower()
        if lemma in PARTS and any(g.lemma_.lower() in COUNTED for _, g in syntax.prepositions(token, "of")):
            return False
        return lemma in SPEAKERS or word in SPEAKERS or bool(token.pos_ == "NOUN" and ENDING.search(word))
    return False


def is_work(token: Token) -> bool:
    """True for a work that can say something: "the report said", "the data show"."""
    return token.lemma_.lower() in WRITTEN
