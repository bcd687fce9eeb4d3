"""IRIs as functions of content: the same thing gets the same IRI on every machine and in every run.

A hash is the first 16 hex digits of SHA-256 over compact JSON with sorted keys, its text in NFC.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Sequence
from ipaddress import AddressValueError, IPv6Address
from urllib.parse import quote

from rdflib import URIRef

from kg.model import Article, Entity, Span

ID = "https://w3id.org/newskg/id/"
LONGEST_SLUG = 120
"""Characters; a longer name goes by its beginning and a hash, because stores bound IRIs (Virtuoso: 1,900 bytes)."""
LONGEST_ADDRESS = 8_000
"""Characters; RFC 9110, section 4.1, asks no more of anybody than so many octets."""

# What may stand in a part of a URI unescaped: unreserved characters and delimiters (RFC 3986, section 2).
_PART = "!$&'()*+,;=:@~-._%"
_ADDRESS = re.compile(
    r"(?P<scheme>https?://)(?:[^/?#]*@)?(?:\[(?P<ip>[0-9A-Fa-f:.]+)\]|(?P<host>(?:[^\x00-\x20\x7f/?#@:\[\]%]|%[0-9A-F]{2})+))(?P<port>:\d{0,5})?"
    r"(?P<path>(?:/[^?#]*)?(?:\?[^#]*)?)(?P<fragment>#.*)?",
    re.IGNORECASE | re.DOTALL,
)


def slug(text: str) -> str:
    """A name in, its key in IRIs out: lower case, words joined by hyphens, accents, dots and apostrophes gone.

    >>> slug("Institute for the Study of War"), slug("U.S. Senate"), slug("Côte d'Ivoire")
    ('institute-for-the-study-of-war', 'us-senate', 'cote-divoire')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    joined = re.sub(r"(?<=\w)[.'’](?=\w|$)|\.(?=\s|$)", "", plain)
    key = re.sub(r"[\W_]+", "-", joined).strip("-") or digest(text)
    return key if len(key) <= LONGEST_SLUG else f"{key[: LONGEST_SLUG - 17].strip('-')}-{digest(key)}"


def digest(value: object) -> str:
    r"""A JSON value in, 16 hex digits out.

    >>> digest({"b": 1, "a": "é"}) == digest({"a": "e\u0301", "b": 1})
    True
    """
    compact = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(unicodedata.normalize("NFC", compact).encode()).hexdigest()[:16]


def web_iri(address: str) -> URIRef | None:
    """An address as printed in, its IRI out; None where it is none that a browser could open over http or https.

    What may not stand in an address (RFC 3986) is percent-encoded; a user's name and password are left out.

    >>> str(web_iri("http://ida:secret@example.org/a b?c[]=50%#d#e"))
    'http://example.org/a%20b?c%5B%5D=50%25#d%23e'
    >>> web_iri("javascript:alert(1)") is None, web_iri("http://[") is None
    (True, True)
    """
    found = _ADDRESS.fullmatch(address)
    if found is None or len(address) > LONGEST_ADDRESS:
        return None
    try:
        host = f"[{IPv6Address(found['ip'])}]" if found["ip"] else quote(found["host"], safe="!$&'()*+,;=~-._%")
        path, fragment = (
            quote(found["path"], safe=f"/?{_PART}"),
            quote((found["fragment"] or "")[1:], safe=f"/?{_PART}"),
        )
    except (AddressValueError, UnicodeEncodeError):  # halves of surrogate pairs
        return None
    whole = f"{found['scheme'].lower()}{host}{found['port'] or ''}{path}{f'#{fragment}' if found['fragment'] else ''}"
    return URIRef(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", whole))


def article_iri(article: Article) -> URIRef:
    """The article's IRI: from its URL, else its identifier, else publisher and file stem; never from its text."""
    if article.url:
        identity = {"url": article.url}
    elif article.identifier:
        identity = {"id": article.identifier}
    else:
        identity = {"publisher": article.publisher, "stem": article.stem}
    return URIRef(f"{ID}article/{digest(identity)}")


def graph_iri(article: Article) -> URIRef:
    """The IRI of the named graph that holds what one article says."""
    return graph_of_article(article_iri(article))


def graph_of_article(article: str) -> URIRef:
    """The IRI of an article in, that of its named graph out."""
    return URIRef(f"{ID}graph/{_last(article)}")


def mention_iri(article: URIRef, span: Span) -> URIRef:
    """A span of an article by RFC 5147: ``article#char=b,e`` in code points."""
    return URIRef(f"{article}#char={span.start},{span.end}")


def statement_iri(article: URIRef, span: Span, speaker: URIRef | None, content: URIRef) -> URIRef:
    """A statement: the article, where in it, who said it (None: the article itself) and what."""
    return _hashed("statement", {"article": article, "span": _ends(span), "speaker": speaker, "content": content})


def quotation_iri(article: URIRef, span: Span) -> URIRef:
    """The words inside one pair of quotation marks."""
    return _hashed("quotation", {"article": article, "span": _ends(span)})


def content_iri(kind: str, fields: Sequence[tuple[str, str]]) -> URIRef:
    """A content: its kind ("TerritorialControl") and its own fields as (property, value), in any order."""
    return _hashed(kind.lower(), {"kind": kind, "fields": sorted(set(fields))})


def issue_iri(kind: str, fields: Sequence[tuple[str, str]]) -> URIRef:
    """What competing contents compete over: the fields that make the question."""
    return _hashed("issue", {"kind": kind, "fields": sorted(set(fields))})


def entity_iri(entity: Entity, article: URIRef) -> URIRef:
    """An entity by its key; a local one (an unnamed source) belongs to its article."""
    owner = f"{_last(article)}/" if entity.local else ""
    return URIRef(f"{ID}entity/{owner}{entity.key}")


def correction_iri(fields: Sequence[tuple[str, str]]) -> URIRef:
    """What somebody decided about a statement: all that the decision says as (property, value), in any order."""
    return _hashed("correction", {"fields": sorted(set(fields))})


def role_iri(role: str) -> URIRef:
    """A role's name in ("special envoy"), the IRI of its type out (``role-type/special-envoy``)."""
    return URIRef(f"{ID}role-type/{slug(role)}")


def relation_iri(predicate: str) -> URIRef:
    """A predicate in its base form in ("border on"), its IRI out (``relation/border-on``)."""
    return URIRef(f"{ID}relation/{slug(predicate)}")


def _hashed(kind: str, identity: object) -> URIRef:
    return URIRef(f"{ID}{kind}/{digest(identity)}")


def _ends(span: Span) -> list[int]:
    return [span.start, span.end]


def _last(iri: str) -> str:
    return iri.rsplit("/", 1)[1]
