"""The words that offices are told by: their nouns, how one is held, how one is entered, left, handed on and told."""

from __future__ import annotations

# Nouns that name an office or a calling when they stand beside a name
OFFICES = frozenset(
    "president vice-president minister undersecretary secretary chancellor vice-chancellor premier taoiseach king "
    "queen emperor empress prince princess duke duchess pope envoy ambassador spokesman spokeswoman spokesperson "
    "director chief mayor mayoress governor viceroy regent general commander senator chairman chairwoman chair "
    "executive ceo cfo coo cto founder co-founder cofounder leader co-leader ringleader ruler strongman warlord "
    "head analyst professor lawyer barrister attorney editor coach captain colonel major lieutenant brigadier "
    "commodore sergeant corporal marshal admiral bishop archbishop cardinal patriarch pastor mufti ayatollah abbot "
    "judge justice magistrate prosecutor commissioner representative congressman congresswoman lawmaker legislator "
    "parliamentarian mp mep councillor councilor councilman councilwoman councilmember alderman assemblyman "
    "assemblywoman whip deputy speaker negotiator mediator adviser advisor counsel counselor counsellor aide "
    "economist strategist pollster scientist researcher historian expert fellow manager owner co-owner proprietor "
    "engineer forecaster diplomat counterpart candidate nominee treasurer comptroller auditor regulator "
    "superintendent sheriff constable officer official member activist campaigner author journalist correspondent "
    "reporter columnist president-elect rapporteur coordinator inspector administrator principal provost registrar "
    "dean rector chairperson ombudsman ombudswoman warden consul attache attaché delegate nuncio legate "
    "plenipotentiary referee goalkeeper keeper striker midfielder defender winger skipper pundit specialist "
    "cryptographer physicist biologist virologist epidemiologist geologist psychologist sociologist surgeon "
    "technician supervisor foreman investigator detective witness broker trader banker industrialist entrepreneur "
    "emir sultan sheikh monarch sovereign vicar priest imam rabbi nun secretary-general director-general "
    "governor-general lecturer curator conductor playwright novelist convener convenor organiser organizer trustee "
    "patron boss tsar czar supremo steward predecessor successor".split()
)
# "Gen. Vessa", "Sen. Dahl"
SHORT = {
    "gen.": "general", "gen": "general", "sen.": "senator", "rep.": "representative", "gov.": "governor",
    "col.": "colonel", "capt.": "captain", "lt.": "lieutenant", "maj.": "major", "sgt.": "sergeant",
    "adm.": "admiral", "prof.": "professor", "pres.": "president", "cmdr.": "commander", "amb.": "ambassador",
    "brig.": "brigadier",
}  # fmt: skip
# "former Kestrian president", "outgoing premier": how a role is held
HELD = frozenset(
    "former outgoing acting interim incoming ex then late retired longtime long-time newly caretaker departing "
    "ousted deposed ailing erstwhile onetime sometime".split()
)
PLAIN = frozenset({"longtime", "long-time", "newly", "ailing", "then"})  # what tells nothing of the office
TELLING_NOTHING = frozenset(
    "new current next woman female male first second third powerful popular embattled controversial influential "
    "veteran famous prominent leading respected hardline hard-line young old elderly jailed imprisoned exiled "
    "fugitive disgraced charismatic longstanding fiery outspoken conservative liberal rightwing leftwing right-wing "
    "left-wing socialist two-time".split()
)
# "a would-be president", "possible prime minister": nobody's office
UNREAL = frozenset(
    "aspiring would-be wannabe potential possible prospective likely hopeful fictional fictitious imaginary mock "
    "pretend would-have-been putative alleged supposed".split()
)
TITLE_WORDS = frozenset(
    "prime foreign defense defence interior finance home deputy vice special chief senior junior former acting "
    "interim first lady press national security economy trade transport health justice education energy environment "
    "agriculture labor labour general executive managing assistant associate under permanent state attorney lead co "
    "vice- president opposition majority minority field lord crown grand public works police fire military naval "
    "campaign shadow outgoing incoming chancellor right-hand head cabinet high then second third political economic "
    "presidential parliamentary honorary caretaker retired late minister secretary federal regional provincial "
    "municipal local district county city village chief-of-staff culture tourism housing water mines mining oil "
    "petroleum planning development industry commerce budget treasury technology science sports sport youth family "
    "social affairs digital communications information media religious tribal spiritual supreme commercial medical "
    "legal technical scientific financial monetary personal private principal joint main top resident co-founding "
    "founding central self ceremonial nonresident humanitarian diplomatic investment intelligence europe climate "
    "maritime rural fisheries fishing railways roads aviation infrastructure veterans women children equality "
    "reform lieutenant colonel major brigadier air wing rear advocate solicitor inspector detective archbishop".split()
)
SENT = frozenset({"ambassador", "envoy", "consul", "representative", "delegate", "attache", "attaché", "nuncio"})
SPOKES = frozenset({"spokesman", "spokeswoman", "spokesperson"})
# Nouns of people and of bodies: "market leader Fenwick Foods"
OF_BOTH = frozenset("leader owner member partner broker trader manager regulator founder supplier specialist".split())
# Offices that go on with what they are for: "head of state", "minister of defence"; not "professor of history"
GOING_ON = frozenset(
    "minister undersecretary secretary head chief director deputy commissioner officer adviser advisor".split()
)
OF_MATTERS = GOING_ON | frozenset(
    "president professor lecturer fellow manager specialist expert analyst editor".split()
)
COMPARED = frozenset({"counterpart", "predecessor", "successor"})
HONORIFICS = frozenset("mr mr. mrs mrs. ms ms. miss dr dr. sir lord lady dame".split())
# Offices of a place: "In Pellora, Mayor Ana Vessa said"
OF_PLACE = frozenset("mayor governor prefect sheriff".split())
# Offices that a country has one of
OF_STATE = frozenset("president premier chancellor king queen emperor empress emir sultan monarch taoiseach".split())
# What a body can be called: "the Vessa Institute, a conflict monitor"
BODIES = frozenset(
    "monitor watchdog tank charity company group party agency union organization organisation firm bank institute "
    "network outlet newspaper broadcaster coalition alliance militia faction think-tank nonprofit observatory body "
    "association federation maker producer retailer publisher university".split()
)
# Bodies without a name that somebody can be at the head of: "the space agency", "its ailing railway"
INSTITUTIONS = BODIES | frozenset(
    "ministry department army navy force police unit brigade battalion division regiment garrison squadron fleet "
    "ship frigate railway airline airport port board commission committee council court tribunal embassy consulate "
    "mission school hospital clinic service office bureau authority movement front government cabinet "
    "administration parliament assembly senate chamber congress foundation museum gallery paper magazine station "
    "channel subsidiary branch command staff panel secretariat club church diocese parish society league fund "
    "treasury regulator region province district county city town village municipality state country republic "
    "kingdom nation delegation opposition bloc caucus team squad orchestra theatre theater shipyard steelworks mill "
    "factory plant cooperative syndicate cartel gang network wing inquiry project laboratory lab centre center "
    "corporation conglomerate exchange operator utility lender insurer brewery academy college faculty guard "
    "militia rebels junta leadership presidency chancellery intelligence".split()
)

# What nobody holds an office of: "president of the day", "captain for the match"
NO_BODIES = frozenset(
    "day moment time year week night season match game hour table rich poor queue race line hand hands".split()
)
# Sentences open with them in capitals: "Rebel leader Mirko Dahl"
COMMON = INSTITUTIONS | frozenset("coup rebel market strike protest union opposition student resistance".split())
SEEKING = frozenset({"candidate", "nominee"})  # "a candidate for president"
LEADING = {
    "lead": "leader",
    "head": "head",
    "chair": "chair",
    "run": "head",
    "command": "commander",
    "direct": "director",
    "govern": "governor",
    "rule": "ruler",
    "coach": "coach",
    "captain": "captain",
    "manage": "manager",
    "edit": "editor",
    "found": "founder",
    "co-found": "co-founder",
    "cofound": "co-founder",
}
# "speaks for the army", "presides over the court": with the word that leads to the body
LEADING_WITH = {("speak", "for"): "spokesperson", ("preside", "over"): "president"}
POSTS = frozenset("post position office role job title rank portfolio seat throne".split())
# "was sworn in as", "elected her speaker": who is put into an office is the object
APPOINTING = frozenset(
    "elect reelect re-elect name appoint reappoint re-appoint swear install instal choose pick promote crown hire "
    "tap select designate confirm inaugurate ordain enthrone anoint proclaim draft recruit engage post assign "
    "reinstate elevate co-opt vote unveil announce introduce declare invest consecrate reconfirm keep retain".split()
)
# "served as", "took over as": who holds the office is the subject
SERVING = frozenset(
    "serve act work double continue return start begin rule govern preside train sit chair speak sign stay remain "
    "reign succeed qualify join rejoin".split()
)
TAKING = frozenset({"take", "assume", "hold", "accept", "fill", "enter", "inherit", "land", "get", "occupy"})
LEAVING = frozenset("resign step quit retire stand depart leave bow vacate relinquish abdicate exit".split())
LEAVING_WITH = {"step": {"down", "aside", "back"}, "stand": {"down", "aside"}, "bow": {"out"}}
REMOVING = frozenset(
    "oust remove sack fire dismiss depose topple suspend impeach force vote strip recall unseat overthrow axe drop "
    "relieve".split()
)
REPLACING = frozenset({"succeed", "replace", "follow", "relieve"})
# "the appointment of Vessa as envoy"; "Vessa's resignation as envoy"; "eleven years as envoy"
ENTRANCES = frozenset(
    "appointment reappointment election re-election reelection selection inauguration installation promotion return "
    "swearing-in coronation arrival".split()
)
EXITS = frozenset(
    "resignation departure dismissal removal ouster ousting sacking firing retirement exit abdication "
    "impeachment".split()
)
TERMS = frozenset(
    "tenure term stint time year years decade spell reign career role work job day days month months week capacity "
    "position post turn mandate".split()
)
# What is only sought: "opposed her appointment as envoy"
SOUGHT = frozenset("seek want oppose reject block demand urge propose support back consider discuss fear veto".split())
# What a person can be without holding an office: "a born leader"
# Names that go on from a person's: "President Marsh Avenue"
PLACES = frozenset("avenue street road square bridge airport hospital stadium boulevard prize award cup school".split())
VAGUE = frozenset("leader head chief member expert official fellow candidate witness captain partner boss".split())
# "at the head of the board", "in charge of the port"
HELMS = {"head": {"at"}, "helm": {"at"}, "charge": {"in"}, "command": {"in"}}
