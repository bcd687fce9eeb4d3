"""Mentions grounded against a small gazetteer of invented states and people."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kg.ground import ground, publisher
from kg.ground.people import without_titles
from kg.model import Article, Content, Entity, Mention, Skipped, Span, Statement, Term, Time
from kg.vocabulary import Gazetteer, GazetteerEntry, Office

DAY = date(2031, 3, 17)
STATE = ("kg:Actor", "kg:State", "kg:Territory")
BODY = ("kg:Actor", "org:Organization")
HUMAN = ("foaf:Person", "kg:Actor")

OSTVARA = Entity("ostvara", "Ostvara", STATE, ("Republic of Ostvara", "O.R."))
VASTRIA = Entity("vastria", "Vastria", STATE, ("Federal Vastria",))
VASTRIA_MINOR = Entity("vastria-minor", "Vastria Minor", STATE)
SENATE = Entity("vastrian-senate", "Vastrian Senate", BODY)
CITADEL = Entity("citadel", "Citadel", BODY)
LEAGUE = Entity("harbour-league", "Harbour League", BODY, ("HL",))
VELL = Entity("ana-vell", "Ana Vell", HUMAN, ("Ana M. Vell", "Vell"))
OMMER = Entity("bo-ommer", "Bo Ommer", HUMAN, ("Ommer",))
OMMER_OLD = Entity("eli-ommer", "Eli Ommer", HUMAN, ("Ommer",))
RUNE = Entity("ivo-rune", "Ivo Rune", HUMAN)
SENN = Entity("kai-senn", "Kai Senn", HUMAN, ("Senn",))


def office(member: Entity, role: str, body: Entity, first: int, last: int) -> Office:
    return Office(member, role, body, date(first, 1, 20), date(last, 1, 20))


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(
        [
            GazetteerEntry(OSTVARA, demonyms=("Ostvaran", "Ostvarans"), capitals=("Ostgrad",)),
            GazetteerEntry(VASTRIA, demonyms=("Vastrian",), capitals=("Vast City",)),
            GazetteerEntry(VASTRIA_MINOR, demonyms=("Vastrian",)),
            GazetteerEntry(SENATE, seat_of=VASTRIA),
            GazetteerEntry(CITADEL, seat_of=OSTVARA),
            GazetteerEntry(LEAGUE),
            GazetteerEntry(VELL, offices=(office(VELL, "president", OSTVARA, 2029, 2033),)),
            GazetteerEntry(OMMER, offices=(office(OMMER, "senator", SENATE, 2025, 2035),)),
            GazetteerEntry(OMMER_OLD, offices=(office(OMMER_OLD, "senator", SENATE, 2019, 2035),)),
            GazetteerEntry(RUNE, offices=(office(RUNE, "president", OSTVARA, 1901, 1905),)),
            GazetteerEntry(SENN, offices=(office(SENN, "president", OSTVARA, 2021, 2025),)),
        ]
    )


def mention(name: str, kind: str, text: str = "", **more) -> Mention:
    at = max(text.find(name), 0)
    return Mention(Span(at, at + len(name)), name, name, kind, **more)


def said(speaker: Mention | None, *fields, **more) -> Statement:
    content = Content("Claim", tuple(fields), "{text}", Span(0, 1), about=more.pop("about", ()))
    return Statement(content, (Span(0, 1),), speaker=speaker, **more)


def grounded(gazetteer, found: Mention, *, text="", day: date | None = DAY, role="speaker"):
    article = Article(text=text, path="a.txt", stem="a", published=day)
    statement = {
        "speaker": lambda: said(found),
        "land": lambda: said(None, ("territory", found)),
        "party": lambda: said(None, ("party", found)),
        "about": lambda: said(None, about=(found,)),
    }[role]()
    return ground([statement], article, gazetteer).mentions[found]


KNOWN = [
    # name, kind, more, key, score
    ("Ostvara", "GPE", {}, "ostvara", 1.0),
    ("the Republic of Ostvara", "GPE", {}, "ostvara", 0.95),
    ("O.R.", "GPE", {}, "ostvara", 0.95),
    ("Ostvara’s", "GPE", {}, "ostvara", 1.0),
    ("Ostvaran", "NORP", {}, "ostvara", 0.75),
    ("Ostgrad", "GPE", {}, "ostvara", 0.65),
    ("the Citadel", "FAC", {}, "citadel", 1.0),
    ("HL", "ORG", {}, "harbour-league", 0.95),
    ("Harbour Union", "ORG", {"names": ("HL",)}, "harbour-league", 0.95),
    ("Ana Vell", "PERSON", {}, "ana-vell", 0.95),
    ("Ana M. Vell", "PERSON", {}, "ana-vell", 0.95),
    ("Ostvaran President Ana Vell", "PERSON", {}, "ana-vell", 0.95),
    ("Ana Vell", "PERSON", {"titles": ("Ostvaran President",)}, "ana-vell", 0.95),
    ("Ana Vell", "ORG", {}, "ana-vell", 0.7),
    ("Kai Senn", "PERSON", {"titles": ("former President",)}, "kai-senn", 0.95),
    ("Bo Ommer", "PERSON", {"titles": ("Sen.",)}, "bo-ommer", 0.95),
    ("Vell", "PERSON", {}, "ana-vell", 0.8),
    ("President Vell", "PERSON", {}, "ana-vell", 0.8),
    ("Ostvaran president", "PERSON", {"named": False}, "ana-vell", 0.8),
    ("president of Ostvara", "PERSON", {"named": False}, "ana-vell", 0.8),
    ("Ostvaran government", "ORG", {"named": False}, "ostvara", 0.75),
    ("the government of Ostvara", "GROUP", {"named": False}, "ostvara", 0.75),
    ("the Harbour League", "GROUP", {"named": False}, "harbour-league", 1.0),
]

OWN = [
    # name, kind, more, key, label, types, part of the reason
    ("Tia Brandt", "PERSON", {}, "tia-brandt", "Tia Brandt", HUMAN, "not in the gazetteer"),
    ("Mr. Tia Brandt", "PERSON", {}, "tia-brandt", "Tia Brandt", HUMAN, "not in the gazetteer"),
    ("Grain Board", "ORG", {}, "grain-board", "Grain Board", BODY, "not in the gazetteer"),
    ("Low Marsh", "GPE", {}, "low-marsh", "Low Marsh", ("kg:Actor", "kg:Territory"), "not in the gazetteer"),
    ("Marshers", "NORP", {}, "marshers", "Marshers", ("foaf:Group", "kg:Actor"), "not in the gazetteer"),
    # the person of that name is somebody else
    ("Ana Vell", "PERSON", {"titles": ("goalkeeper",)}, "ana-vell-person", "Ana Vell", HUMAN, "goalkeeper"),
    ("Bo Ommer", "PERSON", {"titles": ("Ostvaran lawmaker",)}, "bo-ommer-person", "Bo Ommer", HUMAN, "in Ostvara"),
    ("Ivo Rune", "PERSON", {}, "ivo-rune-person", "Ivo Rune", HUMAN, "until 1905"),
    # a family name that fits two people in office, or nobody in office
    ("Ommer", "PERSON", {}, "ommer", "Ommer", HUMAN, "2 known people"),
    ("Senn", "PERSON", {}, "senn", "Senn", HUMAN, "0 known people"),
    ("Vell", "PERSON", {"titles": ("goalkeeper",)}, "vell", "Vell", HUMAN, "titles do not fit"),
    # a person is no state
    ("Ostvara", "PERSON", {}, "ostvara-person", "Ostvara", HUMAN, "not in the gazetteer"),
    # two states of one demonym
    ("Vastrian", "NORP", {}, "vastrian", "Vastrian", ("foaf:Group", "kg:Actor"), "fits 2 known entities"),
]

UNNAMED = [
    ("Citadel spokesperson", "PERSON", "citadel-spokesperson", HUMAN),
    ("senior officials", "GROUP", "senior-officials", ("foaf:Group", "kg:Actor")),
    ("former Ostvaran president", "PERSON", "former-ostvaran-president", HUMAN),
    ("Vastrian president", "PERSON", "vastrian-president", HUMAN),
    ("Ostvaran minister", "PERSON", "ostvaran-minister", HUMAN),
    ("Ostvarans", "GROUP", "ostvarans", ("foaf:Group", "kg:Actor")),
]


@pytest.mark.parametrize(("name", "kind", "more", "key", "score"), KNOWN)
def test_known(gazetteer, name, kind, more, key, score):
    grounding = grounded(gazetteer, mention(name, kind, **more))
    assert (grounding.entity, grounding.score) == (gazetteer.entry(key).entity, score)
    assert grounding.reason


@pytest.mark.parametrize(("name", "kind", "more", "key", "label", "types", "reason"), OWN)
def test_own(gazetteer, name, kind, more, key, label, types, reason):
    grounding = grounded(gazetteer, mention(name, kind, **more))
    entity = grounding.entity
    assert (entity.key, entity.label, entity.types, entity.local) == (key, label, types, False)
    assert reason in grounding.reason


@pytest.mark.parametrize(("name", "kind", "key", "types"), UNNAMED)
def test_unnamed_source_belongs_to_its_article(gazetteer, name, kind, key, types):
    entity = grounded(gazetteer, mention(name, kind, named=False)).entity
    assert entity == Entity(key, name, types, local=True)


def test_what_was_possible_is_kept(gazetteer):
    assert grounded(gazetteer, mention("Vastrian", "NORP")).candidates == (VASTRIA, VASTRIA_MINOR)
    assert grounded(gazetteer, mention("Ommer", "PERSON")).candidates == (OMMER, OMMER_OLD)


def test_the_article_tells_which_of_two(gazetteer):
    grounding = grounded(gazetteer, mention("Vastrian", "NORP"), text="Vastrian ships left Federal Vastria.")
    assert (grounding.entity, grounding.candidates) == (VASTRIA, (VASTRIA, VASTRIA_MINOR))
    assert grounding.score < 0.75


@pytest.mark.parametrize(
    ("text", "role", "key"),
    [
        ("Ostgrad agreed.", "speaker", "ostvara"),
        ("It set terms for Ostgrad.", "about", "ostvara"),
        ("It rained in Ostgrad.", "about", "ostgrad"),
        ("It rained near Ostgrad.", "about", "ostgrad"),
        ("It took Ostgrad.", "land", "ostgrad"),
        ("In talks, Ostgrad agreed.", "party", "ostvara"),
    ],
)
def test_a_capital_is_a_government_or_a_city(gazetteer, text, role, key):
    assert grounded(gazetteer, mention("Ostgrad", "GPE", text), text=text, role=role).entity.key == key


def test_no_day_no_office(gazetteer):
    assert grounded(gazetteer, mention("Vell", "PERSON"), day=None).entity.key == "vell"
    assert grounded(gazetteer, mention("Ostvaran president", "PERSON", named=False), day=None).entity.local


def test_who_is_long_dead_is_spoken_about(gazetteer):
    assert grounded(gazetteer, mention("Ivo Rune", "PERSON"), role="about").entity == RUNE


def test_what_acts_and_is_land_has_both_types(gazetteer):
    acts, held = (
        Mention(Span(0, 9), "Low Marsh", "Low Marsh", "GPE"),
        Mention(Span(20, 29), "Low Marsh", "Low Marsh", "LOC"),
    )
    groundings = ground([said(acts), said(None, ("territory", held))], Article("", "a", "a"), gazetteer)
    assert {g.entity.types for g in groundings.mentions.values()} == {("kg:Actor", "kg:Territory")}


def test_everything_reachable_is_grounded(gazetteer):
    names = [Mention(Span(i, i + 1), str(i), f"Body {i}", "ORG") for i in range(8)]
    sunday, last_week, same = (
        Time(Span(50 + i, 51 + i), w) for i, w in enumerate(("Sunday", "last week", "that morning"))
    )
    inner = Content("Claim", (("agent", names[0]), ("asOf", sunday), ("percent", Decimal(11))), "", Span(0, 1))
    outer = said(names[1], said=last_week)
    statement = said(
        names[2],
        ("conditionFor", inner),
        ("controlRelation", Term("control", "lost")),
        addressee=names[3],
        based_on=(names[4],),
        about=(names[5],),
        said=same,
        outer=outer,
    )
    skipped = Skipped(Span(0, 1), "no content", speaker=names[6])
    article = Article("", "a.txt", "a", publisher="Harbour League", published=DAY)
    groundings = ground([statement, skipped], article, gazetteer)
    assert set(groundings.mentions) == {*names[:7], publisher(article)}
    assert groundings.mentions[publisher(article)].entity == LEAGUE
    assert {time: interval.precision for time, interval in groundings.times.items()} == {
        sunday: "day",
        last_week: "week",
        same: "day",
    }
    alone = replace(statement, content=outer.content, outer=None)
    assert ground([alone], article, gazetteer).skipped == (Skipped(same.span, "relative to another time of the text"),)
    assert same in ground([alone], article, gazetteer, times=[sunday]).times


def test_the_base_date_stands_in_for_a_missing_day(gazetteer):
    statement = said(None, said=Time(Span(0, 6), "Sunday"))
    undated, dated = Article("", "a", "a"), Article("", "a", "a", published=DAY)
    (skipped,) = ground([statement], undated, gazetteer).skipped
    assert skipped.reason == "relative date without a date of the article"
    (interval,) = ground([statement], undated, gazetteer, base_date=DAY).times.values()
    assert interval.first == date(2031, 3, 16)
    (interval,) = ground([statement], dated, gazetteer, base_date=date(2000, 1, 1)).times.values()
    assert interval.first == date(2031, 3, 16)


def test_no_publisher_no_mention():
    assert publisher(Article("", "a", "a")) is None


@pytest.mark.parametrize(
    ("name", "bare", "title"),
    [
        ("Ana Vell", "Ana Vell", ""),
        ("Mr. Vell", "Vell", "Mr."),
        ("Prime Minister Ana Vell", "Ana Vell", "Prime Minister"),
        ("Ostvaran President Ana Vell", "Ana Vell", "Ostvaran President"),
        ("Secretary of State Ana Vell", "Ana Vell", "Secretary of State"),
        ("King Ivo", "King Ivo", ""),
        ("John Major", "John Major", ""),
    ],
)
def test_titles_outside_the_name(name, bare, title):
    assert without_titles(name) == (bare, title)
