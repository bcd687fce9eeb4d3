"""People of one name: one person across articles, unless what the articles tell of them contradicts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ground import ground, settle
from kg.ground.bodies import is_common
from kg.ground.namesakes import Namesakes
from kg.ground.roles import contradict
from kg.model import Article, Content, Entity, Grounding, Groundings, Mark, Mention, Span, Statement
from kg.vocabulary import Decisions, Gazetteer, GazetteerEntry, Office

STATE = ("kg:Actor", "kg:State", "kg:Territory")
OSTVARA = Entity("ostvara", "Ostvara", STATE)
VASTRIA = Entity("vastria", "Vastria", STATE)
PALACE = Entity("palace", "Palace", ("kg:Actor", "org:Organization"))
SENATE = Entity("vastrian-senate", "Vastrian Senate", ("kg:Actor", "org:Organization"), ("Senate",))
COURT = Entity("ostvaran-court", "Ostvaran Supreme Court", ("kg:Actor", "org:Organization"))
BRANN = Entity("ivo-brann", "Ivo Brann", ("foaf:Person", "kg:Actor"))
CARR = Entity("lena-carr", "Lena Carr", ("foaf:Person", "kg:Actor"))
CARR_TOO = Entity("otto-carr", "Otto Carr Jr.", ("foaf:Person", "kg:Actor"))
DAY = date(2031, 3, 17)


def office(member: Entity, role: str, body: Entity) -> tuple[Office, ...]:
    return (Office(member, role, body, date(2029, 1, 1), date(2033, 1, 1)),)


GAZETTEER = Gazetteer(
    [
        GazetteerEntry(OSTVARA, demonyms=("Ostvaran",), capitals=("Ostgrad",)),
        GazetteerEntry(VASTRIA, demonyms=("Vastrian",), capitals=("Vast City",)),
        GazetteerEntry(PALACE, seat_of=OSTVARA),
        GazetteerEntry(SENATE, seat_of=VASTRIA),
        GazetteerEntry(COURT),
        GazetteerEntry(BRANN, offices=office(BRANN, "senator", SENATE)),
        GazetteerEntry(CARR, offices=office(CARR, "senator", SENATE)),
        GazetteerEntry(CARR_TOO, offices=office(CARR_TOO, "representative", SENATE)),
    ]
)


def mention(name: str, at: int, kind: str = "PERSON", **more) -> Mention:
    return Mention(Span(at, at + len(name)), name, name, kind, **more)


def holding(member: Mention, role: str, body: str = "", kind: str = "GPE") -> Statement:
    organization = [("organization", mention(body, member.span.start + 500, kind))] if body else []
    content = Content("RoleHolding", (("member", member), ("role", role), *organization), "", Span(0, 1))
    return Statement(content, (Span(0, 1),))


def saying(speaker: Mention) -> Statement:
    return Statement(Content("Claim", (), "", Span(0, 1)), (Span(0, 1),), speaker=speaker)


def article(*statements: Statement, text: str = "", day: date | None = DAY, stem: str = "a"):
    item = Article(text=text, path=f"{stem}.txt", stem=stem, published=day)
    return item, ground(statements, item, GAZETTEER)


def keys(groundings: Groundings, name: str = "Ana Vell") -> list[str]:
    found = sorted(groundings.mentions.items(), key=lambda pair: pair[0].span)
    return [grounding.entity.key for mention, grounding in found if mention.name == name]


def settled(*articles) -> list[list[str]]:
    return [keys(groundings) for groundings in settle(articles, Decisions())]


ROLES = [
    # two roles, and whether they tell of two people
    (("mayor", "Ostgrad"), ("finance minister", "Vastria"), True),
    (("mayor", "Ostgrad"), ("finance minister", "Ostvaran"), False),
    (("president", "Ostvara"), ("foreign minister", "Vastrian"), True),
    (("spokesman", "Palace"), ("minister", "Vastria"), False),  # a spokesman serves whom he will
    (("secretary", "Palace"), ("minister", "Vastria"), True),
    (("minister", "Ostvaran army"), ("minister", "Vastria"), True),
    (("envoy", "Ostvara"), ("envoy", "Vastria"), False),
    (("president", "Grain Board"), ("minister", "Vastria"), False),
    (("goalkeeper", ""), ("minister", "Vastria"), True),
    (("former goalkeeper", ""), ("minister", "Vastria"), False),
    (("goalkeeper", ""), ("singer", ""), False),
    # countries that no gazetteer knows
    (("minister", "Norvia"), ("minister", "Selt"), True),
    (("minister", "Norvia"), ("president", "Norvian"), False),
    (("mayor", "Osk"), ("minister", "Selt"), False),  # Osk may lie in Selt
    (("minister", "Norvia"), ("minister", "Vastria"), False),  # Norvia may be a part of Vastria
    (("foreign minister", "Norvia"), ("minister", "Vastria"), True),
]


def role(member: Mention, role: str, body: str) -> Statement:
    return holding(member, role, body, "ORG" if body in {"Palace", "Grain Board", "Ostvaran army"} else "GPE")


@pytest.mark.parametrize(("one", "other", "two"), ROLES)
def test_roles_that_nobody_has_both_in_one_article(one, other, two):
    first, second = mention("Ana Vell", 0), mention("Ana Vell", 100)
    _, groundings = article(role(first, *one), role(second, *other), saying(first), saying(second))
    assert (len(set(keys(groundings))) == 2) is two
    if not two:
        assert keys(groundings) == ["ana-vell", "ana-vell"]


@pytest.mark.parametrize(("one", "other", "two"), ROLES)
def test_roles_that_nobody_has_both_in_two_articles(one, other, two):
    vell = mention("Ana Vell", 0)
    found = settled(article(role(vell, *one)), article(role(vell, *other), stem="b"))
    assert (found[0] != found[1]) is two
    if not two:
        assert found == [["ana-vell"], ["ana-vell"]]


def test_a_mention_is_whoever_was_told_of_last():
    first, again, second, later = (mention("Ana Vell", at) for at in (100, 200, 300, 400))
    before = mention("Ana Vell", 50)
    _, groundings = article(
        *map(saying, (before, again, later)), holding(first, "mayor", "Ostgrad"), holding(second, "minister", "Vastria")
    )
    assert keys(groundings) == ["ana-vell", *["ana-vell-ostvara"] * 2, *["ana-vell-vastria"] * 2]
    open_one = groundings.mentions[before]
    assert [candidate.key for candidate in open_one.candidates] == ["ana-vell-ostvara", "ana-vell-vastria"]
    assert "the article does not tell which" in open_one.reason
    assert groundings.mentions[second].reason.endswith("Vastria by role, another of that name by Ostvara")
    assert groundings.mentions[later].reason.endswith("the one told of last")
    assert groundings.mentions[later].score < groundings.mentions[second].score


def test_an_article_that_tells_no_role_stays_open():
    vell = mention("Ana Vell", 0)
    articles = [
        article(holding(vell, "mayor", "Ostgrad")),
        article(holding(vell, "minister", "Vastria"), stem="b"),
        article(saying(vell), stem="c"),
    ]
    assert settled(*articles) == [["ana-vell-ostvara"], ["ana-vell-vastria"], ["ana-vell"]]
    open_one = settle(articles, Decisions())[2].mentions[vell]
    assert [candidate.key for candidate in open_one.candidates] == ["ana-vell-ostvara", "ana-vell-vastria"]
    assert open_one.score < 0.5


def test_one_person_in_several_articles_is_one():
    vell = mention("Ana Vell", 0)
    articles = [
        article(holding(vell, "minister", "Vastria")),
        article(holding(vell, "president", "Vastrian"), stem="b"),
        article(saying(vell), stem="c"),
    ]
    assert settled(*articles) == [["ana-vell"]] * 3


def test_articles_of_two_ages_speak_of_two_people():
    vell = mention("Ana Vell", 0)
    old = article(saying(vell), day=date(1911, 5, 1), stem="b")
    assert settled(article(saying(vell)), old) == [["ana-vell-2031"], ["ana-vell-1911"]]
    assert settled(article(saying(vell)), article(saying(vell), day=date(1981, 5, 1), stem="b")) == [["ana-vell"]] * 2


def test_a_known_person_and_a_namesake_in_one_article():
    senator, player = (mention("Ivo Brann", at, titles=("Sen.", "goalkeeper")) for at in (0, 100))
    _, groundings = article(holding(senator, "senator", "Vastria"), holding(player, "goalkeeper"))
    assert keys(groundings, "Ivo Brann") == ["ivo-brann", "ivo-brann-person-sport"]


@pytest.mark.parametrize("title", ["rival", "opponent", "owner", "presidents", "action", "star", "former goalkeeper"])
def test_whatever_an_article_calls_a_known_person_it_is_them(title):
    _, groundings = article(saying(mention("Ivo Brann", 0, titles=(title,))))
    assert keys(groundings, "Ivo Brann") == ["ivo-brann"]


def test_an_initial_makes_no_other_person():
    plain, full, other = mention("Ana Vell", 0), mention("Ana B. Vell", 0), mention("Ana C. Vell", 0)
    two = [article(saying(plain)), article(saying(full), stem="b")]
    joined = settle(two, Decisions())[1].mentions[full]
    assert (joined.entity.key, joined.entity.label, joined.entity.aliases) == ("ana-vell", "Ana Vell", ("Ana B. Vell",))
    assert joined.reason.endswith("the same name without its initial")
    three = settle([*two, article(saying(other), stem="c")], Decisions())
    assert [one.entity.key for groundings in three for one in groundings.mentions.values()] == [
        "ana-vell",
        "ana-b-vell",
        "ana-c-vell",
    ]
    assert settle(two[1:], Decisions())[0].mentions[full].entity.key == "ana-b-vell"


FAMILY_NAMES = [
    # family name, title, text, key, number of candidates
    ("Carr", "Sen.", "", "lena-carr", 0),
    ("Carr", "Rep.", "", "otto-carr", 0),
    ("Carr", "Senator", "The Vastrian vote went on.", "lena-carr", 0),
    ("Carr", "Senator", "The Ostvaran vote went on.", "carr", 0),  # a senator of another country
    ("Carr", "former Senator", "", "carr", 0),
    ("Carr", "Dr.", "", "carr", 0),
    ("Dorn", "Sen.", "", "dorn", 0),
]


@pytest.mark.parametrize(("name", "title", "text", "key", "candidates"), FAMILY_NAMES)
def test_a_family_name_and_a_title(name, title, text, key, candidates):
    _, groundings = article(saying(mention(name, 0, titles=(title,))), text=text)
    (grounding,) = groundings.mentions.values()
    assert (grounding.entity.key, len(grounding.candidates)) == (key, candidates)


BODIES = [
    # name, text, key, local
    ("Senate", "The Senate of Vastria met.", "vastrian-senate", False),
    ("Senate", "The Senate met.", "vastrian-senate", False),
    ("Senate", "The Senate met, and Ivo Brann of Ostvara spoke.", "vastrian-senate", False),
    ("Senate", "The Senate of Ostvara met.", "senate", True),
    ("Supreme Court", "The Ostvaran vote stands, the Supreme Court said.", "ostvaran-court", False),
    ("Supreme Court", "The Ostvaran vote stands, and the Vastrian one.", "supreme-court", True),
    ("Supreme Court", "The vote stands.", "supreme-court", True),
    ("Grain Board", "The Ostvaran vote stands.", "grain-board", False),
]


@pytest.mark.parametrize(("name", "text", "key", "local"), BODIES)
def test_a_body_that_every_country_has(name, text, key, local):
    _, groundings = article(saying(mention(name, 0, "ORG")), text=text)
    (grounding,) = groundings.mentions.values()
    assert (grounding.entity.key, grounding.entity.local) == (key, local)


def test_a_mayor_is_of_the_city_and_not_of_the_government():
    vell = mention("Ana Vell", 0)
    _, groundings = article(holding(vell, "deputy mayor", "Ostgrad"), holding(vell, "minister", "Ostvara"))
    assert {grounding.entity.key for grounding in groundings.mentions.values()} == {"ana-vell", "ostgrad", "ostvara"}


MARKS = st.builds(
    Mark, st.sampled_from(["ostvara", "vastria", "selt", "seltic", "sport"]), st.just("x"), st.booleans(), st.booleans()
)


@given(st.lists(MARKS))
def test_namesakes_do_not_depend_on_order_and_never_join_what_contradicts(marks):
    namesakes = Namesakes.of(marks)
    assert namesakes == Namesakes.of(reversed(marks))
    for one in namesakes.keys:
        for other in namesakes.keys:
            assert contradict(one, other) == contradict(other, one)
            assert not (contradict(one, other) and namesakes.keys[one] == namesakes.keys[other])


@given(st.permutations(range(4)))
def test_the_order_of_articles_does_not_matter(order):
    vell = mention("Ana Vell", 0)
    articles = [
        article(holding(vell, "mayor", "Ostgrad")),
        article(holding(vell, "minister", "Vastria"), stem="b"),
        article(saying(vell), stem="c"),
        article(saying(mention("Ana B. Vell", 0)), stem="d"),
    ]
    wanted = settle(articles, Decisions())
    assert settle([articles[at] for at in order], Decisions()) == [wanted[at] for at in order]


def test_names_of_common_words_are_no_names_of_one_body():
    assert is_common("Ministry of Foreign Affairs")
    assert not is_common("")


def test_where_nothing_contradicts_nothing_changes():
    vell = mention("Ana Vell", 0)
    item, groundings = article(holding(vell, "minister", "Vastria"))
    assert settle([(item, groundings)], Decisions()) == [groundings]
    assert isinstance(groundings.mentions[vell], Grounding)
