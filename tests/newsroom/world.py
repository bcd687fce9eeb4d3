"""Who acts in the invented world: countries with their lands, offices and bodies; the stories that they meet in."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from itertools import islice

from kg.model import Entity
from kg.vocabulary import slug
from newsroom.urn import Urn, names

STARTS = (
    "Al Bar Cor Dal Em Fen Gor Hal Ild Jor Kes Lor Mar Nor Ond Pel Quil Ros Sel Tor Ul Var Wes Yor Zel Brem Hest Arn"
)
MIDDLES = "a o e i u an or el"
COUNTRIES, LANDS = "via ria nia land mark more dor sia", "den vik rel than sk dun wick mere bern tal"
FAMILIES = "sek ran mell horn vik son gard"
GIVEN = (
    "Ada Anna Bela Bram Bruno Cara Dario Dora Edith Emil Erik Freya Gita Hanna Hugo Ida Igor Ilse Iris Ivo Jana Jonas "
    "Kaja Karl Lea Lena Lise Luka Mara Marek Mira Nadia Nils Nora Odo Olga Otto Pavel Petra Rasmus Rita Rosa Sami "
    "Sonja Stefan Tamar Tobias Uma Vera Viktor Wanda Yara Zora"
).split()
ROLES = (
    "president, prime minister, foreign minister, defense minister, finance minister, interior minister, spokesman, "
    "spokeswoman, chief negotiator, army chief, ambassador, opposition leader, central bank governor, trade minister"
).split(", ")
POSTS = "director, analyst, researcher, chairman, economist, deputy director".split(", ")
GROUPS = (
    "two officials, a diplomat, residents, witnesses, aid workers, a senior officer, villagers, lawmakers, analysts, "
    "police, farmers, union leaders, a driver, teachers, protesters, rescuers, port workers, three ministers"
).split(", ")
OUTLETS = "Courier Herald Tribune Wire Post Gazette Observer Monitor".split()


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that is named: ``words`` as printed first, ``short`` later on, ``kind`` an OntoNotes type.

    ``role`` is held in ``body``.
    """

    entity: Entity
    words: str
    short: str
    kind: str
    role: str = ""
    body: Actor | None = None


@dataclass(frozen=True, slots=True)
class Country:
    """A state with its capital, its lands, and who speaks for it; persons are drawn as they are needed."""

    state: Actor
    capital: str
    lands: tuple[Actor, ...]
    bodies: tuple[Actor, ...]
    people: Urn[Actor] = field(compare=False)

    @property
    def army(self) -> Actor:
        return self.bodies[0]

    @property
    def institute(self) -> Actor:
        return self.bodies[1]

    @property
    def front(self) -> Actor:
        return self.bodies[2]


@dataclass(frozen=True, slots=True)
class Story:
    """What articles go on telling of: whose land it is about, who speaks, and who says how much of it is held."""

    home: Country
    abroad: Country
    land: Actor
    cast: Urn[Actor] = field(compare=False)
    share: int


class World:
    """Everything that exists, made as it is needed; ``stories``, ``countries`` and ``outlets`` are to be drawn from."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._countries = names(STARTS, MIDDLES, COUNTRIES)
        self._lands = names(STARTS, MIDDLES, LANDS)
        self._families = list(islice(names(STARTS, MIDDLES, FAMILIES), 400))
        self._owners: dict[str, str] = {}
        self.countries = Urn(rng, self._country, 4.0, 0.4)
        self.stories = Urn(rng, self._story, 6.0, 0.6)
        self.outlets = Urn(rng, self._outlet, 3.0, 0.5)

    def _country(self) -> Country:
        name, capital = next(self._countries), next(self._lands)
        state = Actor(Entity(slug(name), name, ("kg:Actor", "kg:State", "kg:Territory")), name, name, "GPE")
        lands = tuple(_place(land) for land in islice(self._lands, 4))
        ministry, institute, front, company = (
            _body(f"{name} {what}") for what in ("Defense Ministry", "Institute for Peace", "Liberation Front", "Ports")
        )
        bodies = (ministry, institute, front, company)
        people = Urn(self._rng, lambda: self._person(state, bodies), 5.0, 0.5)
        return Country(state, capital, lands, bodies, people)

    def _person(self, state: Actor, bodies: tuple[Actor, ...]) -> Actor:
        """Somebody with a role in the state or a body; a namesake in another country has a key of its own."""
        family = self._rng.choice(self._families)
        name = f"{self._rng.choice(GIVEN)} {family}"
        of_state = self._rng.random() < 0.6
        body = state if of_state else self._rng.choice(bodies)
        role = self._rng.choice(ROLES if of_state else POSTS)
        owner = self._owners.setdefault(name, state.words)
        key = slug(name) if owner == state.words else slug(f"{name} {state.words}")
        return Actor(Entity(key, name, ("foaf:Person", "kg:Actor")), name, family, "PERSON", role, body)

    def _story(self) -> Story:
        home, abroad = self.countries.several(2)
        cast = Urn(self._rng, lambda: self._speaker(home, abroad), 8.0, 0.5)
        return Story(home, abroad, self._rng.choice(home.lands), cast, self._rng.randint(8, 70))

    def _speaker(self, home: Country, abroad: Country) -> Actor:
        """Who speaks in a story: persons of both countries, now and then a body or a state, often nobody by name."""
        country = home if self._rng.random() < 0.7 else abroad
        kind = self._rng.random()
        if kind < 0.4:
            return country.people.draw()
        if kind < 0.5:
            return country.state
        return self._rng.choice(country.bodies) if kind < 0.62 else _group(self._rng.choice(GROUPS))

    def _outlet(self) -> str:
        return f"{self.countries.draw().capital} {self._rng.choice(OUTLETS)}"


def _place(name: str) -> Actor:
    return Actor(Entity(slug(name), name, ("kg:Territory",)), name, name, "GPE")


def _body(name: str) -> Actor:
    return Actor(Entity(slug(name), name, ("kg:Actor", "org:Organization")), name, name, "ORG")


def _group(words: str) -> Actor:
    label = words.removeprefix("a ")
    return Actor(Entity(slug(label), label, ("foaf:Group", "kg:Actor"), local=True), words, words, "GROUP")


REPORTERS = _group("reporters")
