"""What is said in a story: claims, and contents of every kind of the ontology, as clauses to be written."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from kg.model import Interval, Term
from newsroom.page import Clause, Value, When
from newsroom.world import Actor, Country, Story

VERBS = (
    "reopen, close, repair, inspect, sell, enlarge, guard, clear, rebuild, finance, tax, evacuate, search, supply, "
    "lease, modernize, abandon, connect, share, insure"
).split(", ")
THINGS = (
    "harbor, railway, border post, power station, grain store, hospital, airfield, old bridge, copper mine, school, "
    "dam, pipeline, market hall, customs office, coastal road, radio mast, fuel depot, water works, prison, shipyard, "
    "archive, reservoir, bus line, quarry, ferry, lighthouse, canal, tunnel, refinery, court"
).split(", ")
ENDS = (
    "before winter",
    "within {n} days",
    "at a cost of {n} million crowns",
    "for {n} months",
    "with {n} workers",
    "in spite of the strike",
    "after the harvest",
    "without a vote",
    "for the first time in {n} years",
    "at night",
)
MODALS = (
    "will, would, must, should, has begun to, had refused to, plans to, promised to, wants to, was ready to"
).split(", ")
DEEDS = {"shell": "assault", "attack": "assault", "raid": "assault", "blockade": "coerce", "sanction": "sanction"}
DEEDS |= {"arrest": "coerce", "accuse": "accuse", "threaten": "threaten"}
HEDGES = (("about", "about"), ("at least", "at-least"), ("more than", "more-than"), ("less than", "less-than"))
MOVES = (("controls", "controls"), ("lost", "lost control of"), ("gained", "gained control of"))
PLAIN = {"controls": "controls", "lost": "lostControlOf", "gained": "gainedControlOf"}
ANSWERS = (
    ("accept", "accepted", "accepts"),
    ("reject", "rejected", "rejects"),
    ("no-answer", "did not answer", "has not answered"),
)

Maker = Callable[[random.Random, Story, date], Clause]


def _claim(rng: random.Random, story: Story, day: date) -> Clause:
    who, where = _party(rng, story), rng.choice((story.land, *_of(rng, story).lands))
    words = f"{rng.choice(MODALS)} {rng.choice(VERBS)} the {rng.choice(THINGS)}"
    end = rng.choice(ENDS).format(n=rng.randint(2, 90))
    if rng.random() < 0.5:
        return Clause("Claim", f"it {words} {end}", gist=f"it {words} {end}")
    gist = f"{who.entity.label} {words} of {where.entity.label} {end}"
    return Clause("Claim", f"{{a}} {words} of {{b}} {end}", gist=gist, about={"a": who, "b": where})


def _control(rng: random.Random, story: Story, day: date) -> Clause:
    """The share of the story's land that one of two parties holds; estimates of it scatter and drift with the days."""
    relation, words = rng.choices(MOVES, (6, 2, 2))[0]
    party = rng.choice((story.home.army, story.home.front))
    drift = (day.toordinal() % 400) // 40 + rng.choice((0, 0, 0, 1, 3))
    held = story.share + drift if party is story.home.front else 100 - story.share - drift
    share = held if relation == "controls" else drift + 3
    printed, hedge = rng.choice(HEDGES) if rng.random() < 0.5 else ("", "exactly")
    fields: dict[str, Value] = {
        "party": party,
        "controlRelation": Term("control", relation),
        "territory": story.land,
        "percent": Decimal(share),
        "approximation": Term("approximation", hedge),
    }
    amount = f"{printed} {share} percent".strip()
    when = ""
    if rng.random() < 0.6:
        first = date(day.year, day.month, 1) - timedelta(31 * rng.randint(1, 12))
        fields["validFrom"] = _month(first) if relation != "controls" else _since(first)
        when = " {validFrom}"
    gist = f"{{party}} {words} {amount} of {{territory}}"
    issue = ("party", "controlRelation", "territory")
    return Clause(
        "TerritorialControl", f"{{party}} {words} {amount} of {{territory}}{when}", fields, gist, {}, issue,
        ("party", PLAIN[relation]),
    )  # fmt: skip


def _event(rng: random.Random, story: Story, day: date) -> Clause:
    agent, recipient = rng.sample([*story.home.bodies, story.abroad.state, *story.abroad.bodies], 2)
    deed = rng.choice(sorted(DEEDS))
    fields: dict[str, Value] = {
        "eventType": Term("plover", DEEDS[deed]),
        "agent": agent,
        "recipient": recipient,
        "action": deed,
    }
    pattern = f"{{agent}} {_past(deed)} {{recipient}}"
    if rng.random() < 0.5:
        fields["place"] = rng.choice(story.home.lands)
        pattern += " in {place}"
    if rng.random() < 0.4:
        fields["scheduledFor"] = _weekday(day - timedelta(rng.randint(1, 6)))
        pattern += " {scheduledFor}"
    if DEEDS[deed] == "assault" and rng.random() < 0.5:
        fields["fatalities"] = rng.randint(2, 40)
        pattern += ", killing {fatalities} people"
    return Clause("ConflictEvent", pattern, fields, f"{{agent}} {deed}s {{recipient}}")


def _demand(rng: random.Random, story: Story, day: date) -> Clause:
    fields: dict[str, Value] = {"agent": _party(rng, story), "recipient": _party(rng, story), "matter": _matter(rng)}
    words = "{agent} demands that {recipient} {matter}"
    return Clause("Demand", words, fields, words, act="demand")


def _condition(rng: random.Random, story: Story, day: date) -> Clause:
    fields: dict[str, Value] = {
        "agent": _party(rng, story),
        "conditionFor": Clause("Claim", f"a truce in {story.land.words}"),
        "matter": _matter(rng),
    }
    gist = "{agent} makes it a condition for {conditionFor}: {matter}"
    return Clause("Condition", "{agent} agreed to {conditionFor} if the other side would {matter}", fields, gist)


def _proposal(rng: random.Random, story: Story, day: date) -> Clause:
    days = rng.choice((10, 14, 30, 60, 90))
    what = rng.choice(("a truce", "an exchange of prisoners", "a corridor", "a survey", "joint patrols", "tolls"))
    fields: dict[str, Value] = {
        "agent": _party(rng, story),
        "matter": f"{what} in {story.land.words} for {days} days",
        "duration": f"P{days}D",
    }
    return Clause("Proposal", "{agent} proposed {matter}", fields, "{agent} proposes {matter}", act="propose")


def _response(rng: random.Random, story: Story, day: date) -> Clause:
    key, past, present = rng.choice(ANSWERS)
    fields: dict[str, Value] = {
        "agent": _party(rng, story),
        "responseType": Term("response", key),
        "respondsTo": _proposal(rng, story, day),
    }
    act = key if key in ("accept", "reject") else "assert"
    gist = f"{{agent}} {present}: {{respondsTo}}"
    return Clause("Response", f"{{agent}} {past} after {{respondsTo}}", fields, gist, act=act)


def _meeting(rng: random.Random, story: Story, day: date) -> Clause:
    one, other = story.home.people.draw(), story.abroad.people.draw()
    fields: dict[str, Value] = {
        "participant": one,
        "participant_2": other,
        "channel": Term("channel", rng.choice(("in-person", "in-person", "call"))),
    }
    ahead = rng.random() < 0.7
    pattern = f"{{participant}} {'will meet' if ahead else 'met'} {{participant_2}}"
    status = "planned" if ahead else "held"
    if rng.random() < 0.7:
        next_tuesday = day + timedelta((1 - day.weekday()) % 7 or 7)
        fields["scheduledFor"] = _weekday(next_tuesday if ahead else next_tuesday - timedelta(7))
        pattern += " {scheduledFor}"
    return Clause("Meeting", pattern, fields, "talks between {participant}", status=status)


def _relation(rng: random.Random, story: Story, day: date) -> Clause:
    fields: dict[str, Value] = {
        "subject": rng.choice(story.home.bodies),
        "predicate": rng.choice(("border on", "supply", "own share of", "train")),
        "object": _party(rng, story),
    }
    words = "{subject} does {predicate} {object}"
    return Clause("RelationClaim", words, fields, words)


MAKERS: dict[Maker, float] = {
    _claim: 71, _control: 6.5, _event: 5.5, _demand: 4.5, _meeting: 4.2, _response: 3.5, _proposal: 2, _condition: 1.2,
    _relation: 1,
}  # fmt: skip
"""What is said, in percent without the roles that are told by the way."""


def clause(rng: random.Random, story: Story, day: date) -> Clause:
    """Something that can be said in a story on a day."""
    (make,) = rng.choices(list(MAKERS), list(MAKERS.values()))
    return make(rng, story, day)


def said_on(rng: random.Random, day: date) -> When:
    """When something was said: mostly a day of the week before, else last week."""
    if rng.random() < 0.75:
        return _weekday(day - timedelta(rng.randint(0, 5)))
    monday = day - timedelta(day.weekday() + 7)
    return When("last week", Interval(monday, monday + timedelta(6), "week"))


def _party(rng: random.Random, story: Story) -> Actor:
    country = _of(rng, story)
    return rng.choice((country.state, *country.bodies))


def _of(rng: random.Random, story: Story) -> Country:
    return story.home if rng.random() < 0.7 else story.abroad


def _matter(rng: random.Random) -> str:
    return f"{rng.choice(VERBS)} the {rng.choice(THINGS)} {rng.choice(ENDS)}".format(n=rng.randint(2, 90))


def _past(verb: str) -> str:
    return verb + ("d" if verb.endswith("e") else "ed")


def _weekday(day: date) -> When:
    return When(f"on {day:%A}", Interval(day, day))


def _month(first: date) -> When:
    last = (first.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)
    return When(f"in {first:%B} {first.year}", Interval(first, last, "month"))


def _since(first: date) -> When:
    return When(f"since {first:%B} {first.year}", Interval(first, None, "month"), "since")
