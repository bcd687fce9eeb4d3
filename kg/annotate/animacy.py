"""What common nouns stand for: people, bodies, places or things; and whether a name or noun is of a man or a woman.

The lists are our own. A noun of no list is a thing unless its ending is one of people ("economist", "lawmaker").
"""

from __future__ import annotations

import re

PERSON, BODY, PLACE, THING, TIME = "PERSON", "ORG", "GPE", "THING", "TIME"

PEOPLE = frozenset(
    "person people man woman child boy girl kid baby teenager adult human guy lady gentleman mother father "
    "parent brother sister sibling son daughter wife husband spouse widow widower uncle aunt cousin nephew "
    "niece grandfather grandmother grandson granddaughter partner friend neighbour neighbor colleague "
    "relative ancestor heir twin infant president minister premier chancellor king queen prince princess "
    "emperor empress monarch duke earl lord knight governor mayor senator deputy secretary ambassador envoy "
    "diplomat delegate official officer leader chief head chair chairman chairwoman director manager boss "
    "executive founder owner investor shareholder banker trader general colonel major captain commander "
    "lieutenant sergeant soldier troop guard veteran fighter rebel militant insurgent terrorist hostage "
    "prisoner refugee migrant immigrant citizen civilian resident villager voter elector candidate nominee "
    "politician lawmaker legislator aide adviser advisor ally opponent rival critic supporter backer "
    "spokesman spokeswoman spokesperson source witness victim survivor suspect defendant plaintiff criminal "
    "killer murderer thief attacker gunman judge lawyer attorney prosecutor juror detective policeman "
    "policewoman doctor physician nurse surgeon patient teacher professor lecturer student pupil scholar "
    "graduate scientist researcher engineer expert specialist analyst economist historian philosopher author "
    "writer poet novelist editor journalist reporter columnist correspondent photographer reader listener "
    "viewer artist painter sculptor musician singer composer actor actress star celebrity dancer filmmaker "
    "producer designer architect player athlete coach footballer runner swimmer champion winner loser fan "
    "spectator farmer fisherman worker employee employer miner driver pilot sailor passenger traveler "
    "traveller tourist visitor guest host customer consumer client buyer seller vendor merchant shopkeeper "
    "baker cook chef waiter waitress tailor carpenter mechanic fireman firefighter priest bishop archbishop "
    "pope cardinal monk nun imam rabbi cleric saint prophet god goddess protester demonstrator activist "
    "volunteer donor participant member representative negotiator mediator counterpart successor predecessor "
    "assistant apprentice servant slave master stranger hero enemy user developer speaker interviewer hunter "
    "settler pioneer explorer inventor astronaut amateur professional individual being crew team-mate "
    "teammate roommate classmate male female youth elder pensioner commuter rider cyclist pedestrian tenant "
    "landlord believer follower disciple everyone everybody someone somebody anyone anybody those".split()
)
BODIES = frozenset(
    "government ministry army navy military force police party group union court council company firm "
    "corporation business bank airline carmaker retailer manufacturer publisher parliament congress senate "
    "administration agency authority commission committee office department bureau board team club league "
    "association federation society organization organisation institute institution university college school "
    "faculty foundation charity church coalition alliance opposition embassy delegation campaign militia gang "
    "band orchestra newspaper magazine broadcaster network outlet hospital museum startup supplier brand "
    "watchdog panel jury regime dynasty empire movement front faction bloc staff family community tribe "
    "industry consortium laboratory lab".split()
)
PLACES = frozenset(
    "country nation state republic kingdom city town village capital province region district county "
    "municipality territory island continent neighbourhood neighborhood suburb area port borough".split()
)
TIMES = frozenset(
    "second minute hour day week month year decade century morning afternoon evening night today tomorrow "
    "yesterday time moment weekend spring summer autumn winter season monday tuesday wednesday thursday "
    "friday saturday sunday january february march april may june july august september october november "
    "december per percent cent".split()
)
# Bodies that are spoken of as several people: "the police said they ..."
COLLECTIVE = frozenset(
    "police team family group couple pair crew staff band government company army party crowd public audience "
    "community duo trio squad jury committee council majority gang militia military force".split()
)
OF_PEOPLE = re.compile(r"(?:man|men|woman|women|person|people|ists?|crats?|keepers?|holders?|makers?|goers?|workers?)$")

MEN = frozenset(
    "mr mr. sir lord king prince pope emperor duke baron father brother son husband uncle nephew grandfather "
    "grandson man boy guy gentleman chairman spokesman congressman businessman policeman fireman salesman "
    "statesman emir sultan actor widower monk priest waiter father-in-law son-in-law brother-in-law landlord "
    "god".split()
)
WOMEN = frozenset(
    "mrs mrs. ms ms. miss dame lady queen princess empress duchess baroness mother sister daughter wife aunt "
    "niece grandmother granddaughter woman girl chairwoman spokeswoman congresswoman businesswoman "
    "policewoman saleswoman actress widow nun waitress mother-in-law daughter-in-law sister-in-law goddess "
    "heroine hostess".split()
)
MALE_NAMES = frozenset(
    "aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alejandro alexander alexei alfred ali "
    "amir anders andre andrei andrew andy angelo anthony antonio antony arnold arthur barack ben benjamin "
    "bernard bill bob boris brad brandon brian bruce carl carlos charles chris christian christopher claude "
    "craig daniel dave david dennis derek diego dimitri dmitry dominic donald doug douglas edgar edmund "
    "eduardo edward eli elias emmanuel emil eric ernest eugene evan felix ferdinand fernando francesco "
    "francisco frank franz fred frederick friedrich gabriel gary geoffrey george gerald giovanni gordon greg "
    "gregory guillermo gustav hans harold harry hassan hector heinrich henri henry herbert herman howard hugh "
    "hugo hussein ian ibrahim igor isaac ivan jack jacob jacques jake jakob james jan jason javier jean jeff "
    "jeffrey jeremy jerry jim jimmy joe joel johann johannes john johnny jon jonas jonathan jorge jose joseph "
    "joshua juan juergen julian julius justin karl keith ken kenneth kevin khalid klaus konrad kurt kyle "
    "lance larry lars lawrence leo leon leonard leonardo lewis liam lloyd louis lucas luigi luis luke mahmoud "
    "malcolm manuel marc marcel marco mario mark marko martin marvin matt matthew maurice max michael michel "
    "miguel mike mikhail milan mirko mohamed mohammad mohammed moses muhammad mustafa nathan neil nelson "
    "nicholas nicolas nick nigel nikolai noah norman oleg oliver omar oscar otto owen pablo patrick paul "
    "pavel pedro pete peter phil philip pierre rafael ralph ramon ray raymond ricardo richard rick rob robert "
    "roberto rodney roger roland ron ronald roy rudolf rupert russell ryan sam samuel scott sean sebastian "
    "sergei sergey sergio seth simon stan stanley stefan stephen steve steven stuart ted terry theodore "
    "thomas tim timothy todd tom tommy tony travis trevor tyler umar victor viktor vincent vladimir vladislav "
    "volodymyr walter warren wayne wilhelm will william winston wolfgang xavier yuri yusuf zachary zoran".split()
)
FEMALE_NAMES = frozenset(
    "abigail ada agnes aisha alejandra alexandra alice alicia alison amalia amanda amber amelia amy ana "
    "andrea angela anita ann anna anne annette annie astrid aurora barbara beatrice becky bella beth "
    "betty brenda bridget camilla candice carla carmen carol caroline carolyn catherine cathy cecilia "
    "charlotte cheryl chloe christina christine cindy claire clara claudia colleen cynthia daisy dana daniela "
    "danielle deborah denise diana diane dolores donna doris dorothy edith elaine eleanor elena elisabeth "
    "eliza elizabeth ella ellen elsa emily emma erica erika esther eva eve evelyn fatima fiona florence "
    "frances gabriela georgia gina gladys gloria grace greta hannah harriet heather heidi helen helena "
    "hillary ida ingrid irene iris irina isabel isabella jackie jane janet janice jasmine jennifer jenny "
    "jessica jill joan joanna joanne josephine joyce juanita judith judy julia juliana julie karen katarina "
    "kate katherine kathleen kathryn kathy katie katrina kelly kimberly kirsten kristen kristin laura lauren "
    "layla leah leila lena lidia lillian linda lisa louise lucia lucy lydia madeleine maggie mandy margaret "
    "margarita maria mariam marie marilyn marina marion marjorie martha mary matilda maya megan melania "
    "melanie melinda melissa mercedes mia michelle mildred miranda miriam molly monica nadia nancy naomi "
    "natalia natalie natasha nicole nina nora norma olga olivia pamela patricia paula pauline penelope petra "
    "phoebe phyllis priscilla rachel rebecca renee rita roberta rosa rose rosemary ruth sabrina sally "
    "samantha sandra sara sarah selena sharon sheila shirley silvia simone sofia sonia sophia sophie stella "
    "stephanie susan susanna suzanne svetlana sylvia tamara tanya tatiana teresa theresa tina tracy ursula "
    "valentina valerie vanessa vera veronica victoria virginia vivian wanda wendy yasmin yolanda yvonne zara "
    "zoe".split()
)
# Names of men on "a"; other first names on "a" are taken for those of women
ON_A = frozenset(
    "akira andrea attila costa elisha esa ezra hamza ilya isa issa joshua jukka juma kota luca luka misha moussa musa "
    "mustafa nikita nikola noa pekka rama sasha sava shota taha yahya yuta zakaria".split()
)


def stands_for(noun: str) -> str:
    """What a noun (its lemma, small letters) stands for: ``PERSON``, ``ORG``, ``GPE``, ``TIME`` or ``THING``.

    >>> stands_for("farmer"), stands_for("economist"), stands_for("company"), stands_for("plan")
    ('PERSON', 'PERSON', 'ORG', 'THING')
    """
    if noun in PEOPLE:
        return PERSON
    if noun in BODIES:
        return BODY
    if noun in PLACES:
        return PLACE
    if noun in TIMES:
        return TIME
    return PERSON if OF_PEOPLE.search(noun) else THING


def gender_of_noun(noun: str) -> str:
    """ "he" for "chairman", "she" for "wife", else nothing; the noun in small letters."""
    return "he" if noun in MEN else "she" if noun in WOMEN else ""


def gender_of_name(name: str) -> str:
    """ "he" for "Mirko Dahl", "she" for "Ana Vessa", by the first name; else nothing.

    >>> [gender_of_name(name) for name in ("Mirko Dahl", "Orsola Dahl", "Dorv Terek", "Vessa")]
    ['he', 'she', '', '']
    """
    first, *rest = name.lower().replace("-", " ").split()
    if first in MALE_NAMES:
        return "he"
    return "she" if first in FEMALE_NAMES or (rest and first.endswith("a") and first not in ON_A) else ""
