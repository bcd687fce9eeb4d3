"""The words of meetings and contacts: verbs by who stands where, nouns by their channel; lists are ours."""

from __future__ import annotations

# Two or more do it together: "Vessa and Dahl met", "Vessa met Dahl", "Vessa met with Dahl"
MEETING = frozenset("meet reconvene confer huddle lunch dine breakfast parley rendezvous".split())
TALKING = frozenset("speak talk negotiate chat consult converse liaise haggle bargain".split())
# Who does it must be officials or a body: "the ministers gathered", not "the crowd gathered"
GATHERING = frozenset("gather assemble convene".split())
# One does it to another; the object must be a person by name or office
RECEIVING = frozenset("host receive welcome greet visit see entertain buttonhole".split())
CALLING = frozenset("phone telephone call ring".split())
WRITING = frozenset("write email cable".split())

NOUNS = {
    word: channel
    for channel, words in {
        "in-person": "meeting summit audience visit trip dinner lunch luncheon breakfast banquet supper encounter "
        "reception gathering sit-down sitdown get-together rendezvous conclave roundtable",
        "call": "call phonecall teleconference videoconference phone telephone videolink line conference",
        "written": "letter note missive telegram correspondence",
        "": "talk conversation negotiation consultation discussion session dialogue dialog contact table",
    }.items()
    for word in words.split()
}
# "gave a dinner for ambassadors": the guests take part
MEALS = frozenset("dinner lunch luncheon breakfast banquet supper reception".split())
TRIPS = frozenset("visit trip".split())
DIPLOMATIC = frozenset("state official diplomatic working bilateral goodwill".split())
# "by phone", "over a video link", "on the line to": no contact by themselves, but the way of one
RETURNING = frozenset("return come get go sit bring be".split())
WAYS = frozenset("phone telephone videolink line".split())
OVER = ("by", "over", "on", "via", "through")
REMOTE = frozenset(
    "phone telephone video videolink telephonic zoom videoconference teleconference hotline line".split()
)
VIRTUAL = frozenset("virtual online remote phone telephone video conference telephonic three-way".split())
PERSONAL = frozenset({"person", "face"})
# "a dinner with friends", "a letter to his staff": these count between people by name or office
PRIVATE = frozenset(
    "visit trip dinner lunch luncheon breakfast banquet supper encounter reception gathering letter note "
    "missive telegram correspondence call conversation discussion session conference contact".split()
)
# "a call to the broadcaster": these count between people alone
PERSONAL_ONLY = frozenset({"call"})
# What is done in them tells who gets them: "urged Dahl in a letter", "asked Dahl in a phone call"
DIRECTED = frozenset({"call", "written"})
# Calls and sessions that are no contact: "the call for a vote", "a training session", "a field trip"
OTHERS = frozenset(
    "close wake-up wake roll curtain rallying margin training trading opening closing court photo press news book "
    "earnings robo cold crank hoax recording therapy practice bank credit suicide pep sales cover thank-you school "
    "field power assembly fishing shopping business boat bus road".split()
)
# A body can hold these alone: "a meeting of ministers"
GATHERINGS = frozenset("meeting summit negotiation talk session gathering conclave roundtable".split())
# "a session of parliament": no contact of anybody's
SITTING = frozenset("parliament congress senate assembly court house legislature".split())
# One that was told of before: "the meeting, set for Monday"
SINGLE = frozenset("meeting summit call visit trip audience lunch dinner".split())

FAMILIES = frozenset("family relative parent widow widower survivor".split())
# "met his wife at school", "people I have met": nobody's business
KIN = frozenset(
    "husband wife spouse partner girlfriend boyfriend fiance fiancee friend fan brother sister mother father son "
    "daughter people person man woman someone somebody anyone guy girl boy".split()
)
SPORT = frozenset(
    "final semifinal semi-final quarterfinal quarter-final match championship tournament cup playoff stadium arena "
    "kickoff kick-off goal halftime pitch derby innings referee striker goalkeeper season league fixture qualifier "
    "wicket scrum".split()
)
CLUBS = frozenset("united rovers city athletic wanderers town fc rangers albion county".split())
PAPERS = frozenset("tribune times courier post herald news gazette journal guardian telegraph globe star".split())
