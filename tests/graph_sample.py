"""Two small articles about invented countries, with statements made by hand, for the tests of the graph's stages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kg.model import (
    Article,
    Attribution,
    Content,
    Entity,
    Grounding,
    Groundings,
    Interval,
    Mention,
    Span,
    Statement,
    Term,
    Time,
)

TEXT = (
    "Norvia’s President Ana Vell told reporters on Sunday that Selt had lost “the whole east” of its land.\n\n"
    "Since 2021, Selt has lost control of about 18% of its land, according to a Norvia Post analysis of data from"
    " the Coastal Institute. Selt denied it. Vell said Bruno Tarn claimed Norvia holds swathes of Selt.\n"
)

ANA = Entity("ana-vell", "Ana Vell", ("foaf:Person", "kg:Actor"), ("Vell", "President Vell"))
BRUNO = Entity("bruno-tarn", "Bruno Tarn", ("foaf:Person", "kg:Actor"))
NORVIA = Entity("norvia", "Norvia", ("kg:Actor", "kg:State", "kg:Territory"), same_as=("https://example.org/norvia",))
SELT = Entity("selt", "Selt", ("kg:State",), ("Republic of Selt",))
POST = Entity("norvia-post", "Norvia Post", ("kg:Actor", "org:Organization"), ("The Norvia Post",))
COAST = Entity("coastal-institute", "Coastal Institute", ("kg:Actor", "org:Organization"))
REPORTERS = Entity("reporters", "reporters", ("kg:Actor", "foaf:Group"), local=True)


def span(words: str, text: str = TEXT, nth: int = 0) -> Span:
    """Where words stand in the text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def mention(words: str, kind: str, nth: int = 0, text: str = TEXT) -> Mention:
    return Mention(span(words, text, nth), words, words, kind)


VELL = mention("Ana Vell", "PERSON")
VELL_AGAIN = mention("Vell", "PERSON", 1)
TARN = mention("Bruno Tarn", "PERSON")
TO_REPORTERS = mention("reporters", "GROUP")
NORVIA_POSSESSIVE = mention("Norvia", "GPE")
NORVIA_HOLDS = mention("Norvia", "GPE", 2)
SELT_FIRST = mention("Selt", "GPE")
SELT_LOST = mention("Selt", "GPE", 1)
SELT_DENIED = mention("Selt", "GPE", 2)
SELT_HELD = mention("Selt", "GPE", 3)
THE_POST = mention("Norvia Post", "ORG")
INSTITUTE = mention("Coastal Institute", "ORG")
SUNDAY = Time(span("Sunday"), "on Sunday")
SINCE = Time(span("Since 2021"), "2021", relation="since")

ARTICLE = Article(
    TEXT,
    path="norvia.txt",
    stem="norvia",
    title="Selt loses the east",
    publisher="The Norvia Post",
    authors=("Cara Lind",),
    url="https://example.org/news/selt?id=1",
    published=date(2024, 5, 6),
)

GROUNDINGS = Groundings(
    {
        where: Grounding(entity, 1.0, "test")
        for where, entity in (
            (VELL, ANA),
            (VELL_AGAIN, ANA),
            (TARN, BRUNO),
            (TO_REPORTERS, REPORTERS),
            (NORVIA_POSSESSIVE, NORVIA),
            (NORVIA_HOLDS, NORVIA),
            (SELT_FIRST, SELT),
            (SELT_LOST, SELT),
            (SELT_DENIED, SELT),
            (SELT_HELD, SELT),
            (THE_POST, POST),
            (INSTITUTE, COAST),
        )
    },
    {
        SUNDAY: Interval(date(2024, 5, 5), date(2024, 5, 5)),
        SINCE: Interval(date(2021, 1, 1), date(2021, 12, 31), "year"),
    },
)

ISSUE = ("party", "controlRelation", "territory")
EVIDENCE = (span(TEXT[: TEXT.index("\n")]),)
SHARE_SENTENCE = (span(TEXT[TEXT.index("Since") : TEXT.index(" Selt denied")]),)

PRESIDENT = Content(
    "RoleHolding",
    (("member", VELL), ("role", "President"), ("organization", NORVIA_POSSESSIVE)),
    "{member} is {role} of {organization}",
    span("Norvia’s President Ana Vell"),
)
EAST = Content(
    "TerritorialControl",
    (
        ("party", SELT_FIRST),
        ("controlRelation", Term("control", "lost")),
        ("territory", SELT_FIRST),
        ("amountText", "the whole east"),
        ("approximation", Term("approximation", "exactly")),
    ),
    "{party} lost {amountText} of {territory}",
    span("Selt had lost “the whole east” of its land"),
    about=(SELT_FIRST,),
    issue=ISSUE,
    plain=("party", "lostControlOf"),
)
SHARE = Content(
    "TerritorialControl",
    (
        ("party", SELT_LOST),
        ("controlRelation", Term("control", "lost")),
        ("territory", SELT_LOST),
        ("percent", Decimal("18.0")),
        ("approximation", Term("approximation", "about")),
        ("amountText", "about 18%"),
        ("validFrom", SINCE),
    ),
    "{party} lost {amountText} of {territory}",
    span("Selt has lost control of about 18% of its land"),
    about=(SELT_LOST,),
    issue=ISSUE,
    plain=("party", "lostControlOf"),
)
SWATHES = Content(
    "TerritorialControl",
    (
        ("party", NORVIA_HOLDS),
        ("controlRelation", Term("control", "controls")),
        ("territory", SELT_HELD),
        ("amountText", "swathes"),
    ),
    "{party} controls {amountText} of {territory}",
    span("Norvia holds swathes of Selt"),
    issue=ISSUE,
    plain=("party", "controls"),
)
CLAIM = Content(
    "Claim",
    (),
    "Bruno Tarn claimed Norvia holds swathes of Selt",
    span("Bruno Tarn claimed Norvia holds swathes of Selt"),
)

ROLE_STATEMENT = Statement(PRESIDENT, EVIDENCE)
EAST_STATEMENT = Statement(
    EAST,
    EVIDENCE,
    attribution=Attribution(
        (span("Norvia’s President Ana Vell"),),
        (span("told"),),
        (span("that Selt had lost “the whole east” of its land"),),
        "mixed",
    ),
    speaker=VELL,
    addressee=TO_REPORTERS,
    cue="told",
    said=SUNDAY,
    quotes=(span("the whole east"),),
)
SHARE_STATEMENT = Statement(
    SHARE,
    SHARE_SENTENCE,
    speech_act="estimate",
    attribution=Attribution(
        (span("Norvia Post"),),
        (span("according to"),),
        (span("Selt has lost control of about 18% of its land"),),
        "indirect",
    ),
    speaker=THE_POST,
    cue="according to",
    based_on=(INSTITUTE,),
)
DENIAL = Statement(
    SHARE, (span("Selt denied it."),), factuality="CT-", speech_act="deny", speaker=SELT_DENIED, cue="denied"
)
LAST = (span(TEXT[TEXT.index("Vell said") : -1]),)
OUTER = Statement(CLAIM, LAST, speaker=VELL_AGAIN, cue="said")
INNER = Statement(SWATHES, LAST, speaker=TARN, cue="claimed", outer=OUTER)

STATEMENTS = (ROLE_STATEMENT, EAST_STATEMENT, SHARE_STATEMENT, DENIAL, INNER)

SECOND_TEXT = "Selt has lost 27% of its land since 2021, and it has kept its president, Ana Vell.\n"
SECOND_SELT = mention("Selt", "GPE", 0, SECOND_TEXT)
SECOND_TIME = Time(span("since 2021", SECOND_TEXT), "2021", relation="since")
SECOND_ARTICLE = Article(SECOND_TEXT, "second.txt", "second", publisher="Selt Daily", published=date(2024, 5, 7))
SECOND_GROUNDINGS = Groundings(
    {SECOND_SELT: Grounding(SELT, 1.0, "test")}, {SECOND_TIME: Interval(date(2021, 1, 1), date(2021, 12, 31), "year")}
)
SECOND_STATEMENTS = (
    Statement(
        Content(
            "TerritorialControl",
            (
                ("party", SECOND_SELT),
                ("controlRelation", Term("control", "lost")),
                ("territory", SECOND_SELT),
                ("percent", Decimal(27)),
                ("approximation", Term("approximation", "exactly")),
                ("amountText", "27%"),
                ("validFrom", SECOND_TIME),
            ),
            "{party} lost {amountText} of {territory}",
            span("Selt has lost 27% of its land since 2021", SECOND_TEXT),
            issue=ISSUE,
            plain=("party", "lostControlOf"),
        ),
        (Span(0, len(SECOND_TEXT) - 1),),
    ),
)
