"""An article whose every text is hard to write down: what stores and parsers must hand back letter by letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from kg.build import build
from kg.model import Article, Attribution, Content, Entity, Grounding, Groundings, Mention, Span, Statement
from kg.vocabulary import Quad

TEXTS = {
    "quotation marks": """She said "it's 'over'" and “gone”""",
    "only a quotation mark": '"',
    "triple quotation marks": '""" and \'\'\' and """',
    "a backslash at the end": "C:\\new\\table\\",
    "what looks like an escape": r"\u0041 \n \" \\ \U0001F600 \x \'",
    "line ends": "one\ntwo\r\nthree\rfour\n",
    "tabs and blanks": "  \tindented \t ",
    "control characters": "bell\x07 escape\x1b[31m delete\x7f feed\x0c unit\x1f",
    "line ends of Unicode": "next\x85line\u2028separator\u2029paragraph",
    "emoji": "\U0001f1f3\U0001f1f4 \U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001d54f ☂\ufe0f",
    "combining characters": "e\u0301 beside é, Z\u0335a\u0300\u0301l\u0317go, 한글 beside \u1112\u1161\u11ab",
    "right to left": "\u202eevil\u202c \u200fשלום\u200e \u2067مرحبا\u2069",
    "invisible": "a\u200bb\u00adc\ufeffd\u2060e\u00a0f",
    "no characters": "\ufdd0 \U0010ffff \ue000",
    "markup": "<script>alert(1)</script> &amp; & ]]> <!-- <![CDATA[",
    "turtle": '" . <urn:x> a <urn:y> ; @en ^^xsd:integer # [] () _:b kg:a\\/b',
    "sparql": "} ; DROP ALL ; SELECT ?x {{ $y ?z",
    "percent": "%20 %zz %% 100%",
}
TITLE = '\\“Odd” <titles>\t"of" \U0001f600 & \u202enews\u202c\\'
NAME = 'Ana "Annie" O\'Véll\\ <ana@example.org> \U0001f600\u200f'

_TEXT = "\n\n".join(f"{NAME} said {text}" for text in TEXTS.values())
ARTICLE = Article(
    _TEXT,
    path="odd.txt",
    stem="odd",
    title=TITLE,
    publisher='The "Daily" \\ \n Gazette',
    authors=("Cara \\ 'Lind'", "\u0627\u0646\u0627 \u200f(AFK)"),
    url="https://example.org/news/“odd” {x}|y^z`\\<>?q=a b&é=\U0001f600#part",
    published=date(2024, 5, 6),
    modified=datetime(2024, 5, 6, 7, 0, tzinfo=UTC),
)


def odd_quads() -> list[Quad]:
    """The article's quads: each text is quoted, said, a name of the speaker, and the words of what is claimed."""
    speaker = Entity("ana-vell", NAME, ("foaf:Person", "kg:Actor"), tuple(TEXTS.values()))
    statements, groundings, start = [], {}, 0
    for text in TEXTS.values():
        sentence = Span(start, start + len(f"{NAME} said {text}"))
        who = Mention(Span(start, start + len(NAME)), NAME, NAME, "PERSON")
        said = Span(sentence.end - len(text), sentence.end)
        claim = Content("Claim", (), text, said)
        statement = Statement(claim, (sentence,), speaker=who, cue=f"said\\ {text[:9]}", quotes=(said,))
        attribution = Attribution((who.span,), (Span(who.span.end + 1, who.span.end + 5),), (said,), "direct")
        statements.append(replace(statement, attribution=attribution))
        groundings[who] = Grounding(speaker, 1.0, f"odd: {text}")
        start = sentence.end + 2
    return list(build(ARTICLE, statements, Groundings(groundings, {})))
