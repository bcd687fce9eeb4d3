"""Small articles about invented countries that bear on each other, each in several versions, as the line makes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kg.build import build
from kg.ground import ground
from kg.model import Article, Content, Mention, Span, Statement, Term
from kg.pipeline import Outcome
from kg.vocabulary import Gazetteer

GAZETTEER = Gazetteer([])


@dataclass
class Draft:
    """An article under way: every name that is written gets words of its own in the text."""

    stem: str
    day: date
    words: list[str] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)

    def name(self, name: str, kind: str = "PERSON") -> Mention:
        start = sum(len(word) + 1 for word in self.words)
        self.words.append(name)
        return Mention(Span(start, start + len(name)), name, name, kind)

    def state(self, content: Content, **more: object) -> None:
        evidence = (Span(content.span.start, sum(len(word) + 1 for word in self.words) - 1),)
        self.statements.append(Statement(content, evidence, **more))  # type: ignore[arg-type]

    def role(self, member: str, role: str, body: str) -> None:
        who, where = self.name(member), self.name(body, "GPE")
        fields = (("member", who), ("role", role), ("organization", where))
        self.state(Content("RoleHolding", fields, "{member} is {role} of {organization}", who.span))

    def share(
        self, speaker: str, party: str, percent: str, factuality: str = "CT+", relation: str = "controls"
    ) -> None:
        who = self.name(speaker) if speaker else None
        holder, land = self.name(party, "GPE"), self.name("Selt", "GPE")
        fields = (
            ("party", holder),
            ("controlRelation", Term("control", "controls")),
            ("territory", land),
            ("percent", Decimal(percent)),
            ("approximation", Term("approximation", "exactly")),
        )
        content = Content(
            "TerritorialControl",
            fields,
            "{party} controls {percent} % of {territory}",
            holder.span,
            issue=("party", "controlRelation", "territory"),
            plain=("party", "controls"),
        )
        act = "deny" if factuality == "CT-" else "assert"
        self.state(content, speaker=who, factuality=factuality, speech_act=act)

    def said(self, speaker: str, words: str) -> None:
        who = self.name(speaker)
        self.state(Content("Claim", (), words, who.span), speaker=who)

    def outcome(self) -> Outcome:
        article = Article(
            " ".join(self.words), f"{self.stem}.txt", self.stem, publisher="Norvia Post", published=self.day
        )
        groundings = ground(self.statements, article, GAZETTEER)
        return Outcome(
            article, tuple(self.statements), groundings, (), tuple(build(article, self.statements, groundings))
        )


def versions() -> list[list[Outcome]]:
    """Articles, each with what became of its versions."""
    day = date(2024, 5, 6)
    drafts: list[list[Draft]] = []

    def draft(stem: str, day: date = day) -> Draft:
        one = Draft(stem, day)
        if not drafts or drafts[-1][0].stem != stem:
            drafts.append([])
        drafts[-1].append(one)
        return one

    one = draft("vell")
    one.role("Ana Vell", "president", "Norvia")
    one.said("Ana Vell", "the bridge is open")
    one = draft("vell")
    one.role("ANA VELL", "foreign minister", "Selt")
    one.share("Ana Vell", "Norvia", "18")
    one = draft("other-vell")
    one.role("Ana Vell", "foreign minister", "Selt")
    one.said("Ana Vell", "The Bridge is open")
    one = draft("other-vell")
    one.said("Ana Vell", "the bridge is open")
    one = draft("initial")
    one.role("Ana B. Vell", "president", "Norvia")
    one.share("Ana B. Vell", "Norvia", "27")
    one = draft("initial")
    one.said("Ana C. Vell", "the bridge is open")
    one = draft("long-ago", date(1911, 2, 3))
    one.said("Ana Vell", "the bridge is closed")
    one = draft("shares")
    one.share("", "Norvia", "27")
    one.share("Bo Tarn", "Norvia", "70")
    one.share("Bo Tarn", "Orland", "45")
    one = draft("shares")
    one.share("Bo Tarn", "Norvia", "70")
    one.share("Bo Tarn", "Norvia", "18", "CT-")
    one = draft("denied")
    one.share("Cara Lind", "Norvia", "18", "CT-")
    one.share("Bo Tarn", "Orland", "45")
    one = draft("denied")
    one.share("CARA LIND", "Norvia", "18")
    one.share("Bo Tarn", "Kestria", "12")
    one = draft("nothing")
    return [[one.outcome() for one in group] for group in drafts]
