"""Names and titles of people: what is the name, which office a title means, what speaks against a namesake."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from kg.model import Entity
from kg.vocabulary import Gazetteer, GazetteerEntry, Office, fold, slug

# Words before a name that are no part of it. Kings and popes keep theirs: "Pope Francis".
TITLES = frozenset(
    "mr mrs ms miss dr sir dame lord lady rev president vice-president premier chancellor minister secretary senator "
    "sen governor gov mayor judge justice rep representative congressman congresswoman ambassador envoy professor prof "
    "general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm commander chief director "
    "spokesman spokeswoman spokesperson chairman chairwoman chairperson chair speaker leader candidate sheikh "
    "ayatollah coach".split()
)
# Callings that go with no public office, by field. Whoever is called anything else ("rival", "owner") may hold one.
CALLINGS = {
    **dict.fromkeys(
        "goalkeeper striker midfielder winger footballer cricketer quarterback linebacker pitcher shortstop outfielder "
        "halfback scrum-half golfer boxer cyclist swimmer sprinter jockey skier skater gymnast batsman bowler coach "
        "referee umpire".split(),
        "sport",
    ),
    **dict.fromkeys(
        "singer songwriter guitarist drummer pianist violinist rapper musician composer actor actress comedian dancer "
        "ballerina novelist playwright poet painter sculptor screenwriter".split(),
        "arts",
    ),
    **dict.fromkeys(
        "farmer fisherman baker butcher plumber electrician carpenter mechanic nurse midwife dentist "
        "schoolboy schoolgirl waiter waitress barista hairdresser shopkeeper librarian firefighter paramedic "
        "detective constable geologist biologist physicist chemist astronomer".split(),
        "work",
    ),
}
# "the former president", "the incoming president": not who holds the office
NOT_NOW = frozenset(("former", "ex", "then", "next", "incoming", "late", "acting", "would-be", "previous"))
# Roles by how their holders are called before a family name, the longer title first
SPOKEN_TO = {
    "vice president": "vice-president",
    "president": "president",
    "senator": "senator",
    "sen": "senator",
    "representative": "representative",
    "rep": "representative",
    "congressman": "representative",
    "congresswoman": "representative",
}
LONG_AGO = 60  # years after which the holder of an office no longer speaks


def without_titles(name: str) -> tuple[str, str]:
    """A name as found in, the bare name and its titles out.

    >>> without_titles("US President Ana Vell"), without_titles("Pope Ivo")
    (('Ana Vell', 'US President'), ('Pope Ivo', ''))
    """
    words = name.split()
    titled = [i for i, word in enumerate(words[:-1]) if _plain(word) in TITLES]
    start = titled[-1] + 1 if titled else 0
    if titled and words[start].lower() == "of" and len(words) > start + 2:  # "Secretary of State Ana Vell"
        start += 2
    return " ".join(words[start:]), " ".join(words[:start])


def office_holder(phrase: str, gazetteer: Gazetteer, day: date | None) -> Entity | None:
    """ "US president" or "president of the United States" in, who alone held that office on the day out."""
    if day is None or NOT_NOW.intersection(phrase.lower().split()):
        return None
    for role, body in _offices_named(phrase):
        bodies = [entry.entity for entry in gazetteer.candidates(body) if is_state(entry) or not entry.demonyms]
        holders = gazetteer.holders(slug(role), bodies[0].key, day) if len(bodies) == 1 else ()
        if len(set(holders)) == 1:
            return holders[0]
    return None


def of_that_title(title: str, name: str, gazetteer: Gazetteer, day: date | None) -> tuple[GazetteerEntry, ...]:
    """ "Sen." and a family name in, everybody of that name who held such an office of any body on the day out."""
    if day is None or NOT_NOW.intersection(title.lower().split()):
        return ()
    plain = " ".join(map(_plain, title.split()))
    role = next((role for words, role in SPOKEN_TO.items() if plain == words or plain.endswith(f" {words}")), "")
    holders = dict.fromkeys(gazetteer.holders(role, day=day)) if role else ()
    entries = (gazetteer.entry(holder.key) for holder in holders if fold(family_name(holder.label)) == fold(name))
    return tuple(entry for entry in entries if entry)


def family_name(name: str) -> str:
    """The last word of a name that is no "Jr.".

    >>> family_name("Ana Vell"), family_name("Bo Ommer Jr."), family_name("Bo Ommer III")
    ('Vell', 'Ommer', 'Ommer')
    """
    return re.sub(r",? (?:Jr\.?|Sr\.?|I{2,3}|IV)$", "", name).split()[-1]


def held_on(entry: GazetteerEntry, day: date | None) -> Office | None:
    """The office that a person held on a day."""
    return next((office for office in entry.offices if day and office.held_on(day)), None)


def speaks_against(
    entry: GazetteerEntry, titles: Iterable[str], gazetteer: Gazetteer, day: date | None, acts: bool
) -> str:
    """Why a person of that full name is somebody else ("the article calls them goalkeeper"); "" where nothing does."""
    if not entry.offices:
        return ""
    for title in titles:
        if calling(title):
            return f"the article calls them {title}"
        country = _other_country(title, entry, gazetteer)
        if country:
            return f"the article places them in {country}"
    last = max(office.last or date.max for office in entry.offices)
    if acts and day and last.year + LONG_AGO < day.year:
        return f"held office until {last.year}, too long ago to speak or act"
    return ""


def calling(title: str) -> str:
    """The field of a title that goes with no public office; "" for any other title, and for one of the past.

    >>> calling("Ostvaran goalkeeper"), calling("former goalkeeper"), calling("rival")
    ('sport', '', '')
    """
    words = [_plain(word) for word in title.split()]
    if NOT_NOW.intersection(words):
        return ""
    return next((CALLINGS[word] for word in words if word in CALLINGS), "")


def _other_country(title: str, entry: GazetteerEntry, gazetteer: Gazetteer) -> str:
    """The state that a title names ("British lawmaker") where it is none of those whose offices they held."""
    served = states_of(entry, gazetteer)
    for word in title.split():
        states = [known.entity for known in gazetteer.candidates(word) if is_state(known)]
        if served and len(states) == 1 and states[0] not in served:
            return states[0].label
    return ""


def states_of(entry: GazetteerEntry, gazetteer: Gazetteer) -> set[Entity]:
    """The states that an entry speaks of: itself, the one whose seat it is, those whose offices they held."""
    if is_state(entry):
        return {entry.entity}
    if entry.seat_of:
        return {entry.seat_of}
    bodies = (office.organization and gazetteer.entry(office.organization.key) for office in entry.offices)
    return {state for body in bodies if body for state in states_of(body, gazetteer)}


def is_state(entry: GazetteerEntry) -> bool:
    """True for the entry of a state."""
    return "kg:State" in entry.entity.types


def _offices_named(phrase: str) -> Iterator[tuple[str, str]]:
    """Each way to read a phrase as (role, body): ("president", "US")."""
    words = phrase.split()
    if "of" in words:
        at = words.index("of")
        yield " ".join(words[:at]), " ".join(words[at + 1 :])
    for at in range(1, len(words)):
        yield " ".join(words[at:]), " ".join(words[:at])


def _plain(word: str) -> str:
    return word.lower().rstrip(".,")
