"""What the article page says of each statement, beside the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from kg.view.html import is_web
from kg.view.network import Row, words
from kg.view.tone import sureness, tone, verb, when
from kg.vocabulary import label_of, shorten

Triples = Mapping[str, Sequence[tuple[str, str]]]
"""Property and value of each subject as Turtle writes them, values that are nodes as <IRI>."""
_SPANS = ("source", "cueSpan", "contentSpan")


class Cards:
    """One article's rows, as they are looked up from its cards."""

    def __init__(
        self,
        article: Row,
        entities: Iterable[Row],
        statements: Iterable[Row],
        fields: Iterable[Row],
        triples: Triples,
        names: Iterable[Row],
    ) -> None:
        self._article = article
        self._entities = {row["iri"]: row for row in entities}
        self._statements = {str(row["statement"]): row for row in statements}
        self._around = {iri: str(row.get("within") or "") for iri, row in self._statements.items()}
        self._triples = triples
        self._names = sorted(names, key=lambda row: (row["begin"], row["end"], row["entity"]))
        self._fields: defaultdict[str, list[Row]] = defaultdict(list)
        for row in sorted(fields, key=lambda row: (str(row["property"]), str(row["value"]))):
            self._fields[row["content"]].append(row)
        self._inside: defaultdict[str, list[str]] = defaultdict(list)
        for iri in sorted(self._around):
            self._inside[self._around[iri]].append(iri)

    def label(self, value: Any) -> str:
        """The label of an entity by its IRI; any other value as it is."""
        return str(self._entities.get(value, {}).get("label") or value or "")

    def depth(self, statement: str) -> int:
        """How many statements a statement stands inside of."""
        around: dict[str, None] = {}
        outer = self._around[statement]
        while outer in self._statements and outer not in around:
            around[outer] = None
            outer = self._around[outer]
        return len(around)

    def statement(self, row: Row) -> dict[str, Any]:
        """Who said what, how and when, how sure that is, what it stands inside of, and its triples."""
        content = str(row["content"])
        return {
            "of": row["statement"],
            "id": _id(row["statement"]),
            "begin": min((int(begin) for begin, _ in _spans(row)), default=0),
            "depth": self.depth(row["statement"]),
            "who": self._who(row),
            "own": not row.get("speaker"),
            "verb": verb(row),
            "addressee": self.label(row.get("addressee")),
            "tone": tone(row),
            "sureness": sureness(row),
            "gist": row.get("gist") or words(row.get("kind") or "content"),
            "kind": words(row.get("kind") or "content"),
            "when": when(row),
            "status": row.get("status") or "",
            "quoted": bool(row.get("quotes")),
            "checked": row.get("checkedBy") or "",
            "confidence": row.get("confidence") or "",
            "facts": [(words(one["property"]), self._fact(one)) for one in self._fields[content] if _is_told(one)],
            "within": [self._link(one) for one in [self._around[row["statement"]]] if one in self._statements],
            "inside": [self._link(one) for one in self._inside[row["statement"]]],
            "names": [one for one in dict.fromkeys(self._named(row)) if one[2] or one[0] != one[1]],
            "triples": [(_short(f"<{one}>"), self._turtle(one)) for one in (row["statement"], *self._parts(content))],
        }

    def unread(self, gap: tuple[int, int], reasons: Sequence[str]) -> dict[str, Any]:
        """What was seen from one place to another and not understood, and why."""
        begin, end = gap
        return {
            "of": gap,
            "id": f"unread/{begin}-{end}",
            "begin": begin,
            "depth": 0,
            "reason": "; ".join(reasons),
            "text": " ".join(self._article["text"][begin:end].split()),
        }

    def _who(self, row: Row) -> str:
        return self.label(row.get("speaker") or self._article.get("publisher")) or "The article"

    def _link(self, statement: str) -> tuple[str, str]:
        """The place of another card, and what it says in a few words."""
        row = self._statements[statement]
        return _id(statement), f"{self._who(row)} {verb(row)}: {row.get('gist') or ''}"

    def _fact(self, field: Row) -> str:
        value = field["value"]
        return str(field.get("label") or label_of(value) or self.label(value))

    def _named(self, row: Row) -> Iterator[tuple[str, str, str, str]]:
        """Words of the statement's sentences that stand for somebody: words, label, link, and where that leads."""
        sentences = [(int(one["begin"]), int(one["end"])) for one in row.get("evidence") or ()]
        for name in self._names:
            if any(begin <= name["begin"] and name["end"] <= end for begin, end in sentences):
                entity = self._entities.get(name["entity"], {})
                link = next((one for one in sorted(entity.get("sameAs") or ()) if is_web(one)), "")
                said = " ".join(self._article["text"][name["begin"] : name["end"]].split())
                yield said, self.label(name["entity"]), link, (urlsplit(link).hostname or "").removeprefix("www.")

    def _parts(self, content: str) -> list[str]:
        """A content, and those that its fields are."""
        found = {content: None}
        for one in (waiting := [content]):
            values = [value[1:-1] for name, value in self._triples.get(one, ()) if value.startswith("<")]
            new = [value for value in values if value not in found and self._is_content(value)]
            found |= dict.fromkeys(new)
            waiting += new
        return list(found)

    def _is_content(self, iri: str) -> bool:
        return any(name == "kg:gist" for name, _ in self._triples.get(iri, ()))

    def _turtle(self, subject: str) -> list[tuple[str, str, str]]:
        """Property, value, and the card of a value that is a statement of the article."""
        return [
            (name, _short(value), _id(value[1:-1]) if value[1:-1] in self._statements else "")
            for name, value in self._triples.get(subject, ())
        ]


def _spans(row: Row) -> list[Sequence[Any]]:
    found = [span for key in _SPANS for span in row.get(key) or ()]
    return found or [(one["begin"], one["end"]) for one in row.get("evidence") or ()]


def _id(statement: str) -> str:
    return f"statement/{statement.rsplit('/', 1)[-1]}"


def _short(value: str) -> str:
    """A value of Turtle with its prefix, where it has one."""
    iri = value[1:-1]
    return value if not value.startswith("<") or shorten(iri) == iri else shorten(iri)


def _is_told(field: Row) -> bool:
    """True for a field that says something beside the gist: not whom the content concerns, which stands in it."""
    return field["property"] not in ("kg:about", "kg:conflictsWith", "about")
