"""One item, one Article."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.errors import ArticleError
from kg.model import Article, Item, Span
from kg.read.bounds import LONGEST, TOO_LARGE, TOO_LONG, longest
from kg.read.decode import NotTextError, decode
from kg.read.fields import said
from kg.read.fragment import fragment
from kg.read.frontmatter import front_matter
from kg.read.head import Head, head
from kg.read.html import Page, TooManyElementsError, form_of, page
from kg.read.language import is_english
from kg.read.metadata import Metadata
from kg.read.paragraphs import paragraphs

# "www.courier.example", "m.courier.example" and "amp.courier.example" are one site.
_SITE = re.compile(r"https?://(?:[^/?#@]*@)?(?:(?:www\d?|m|mobile|amp)\.)?(?P<host>[^/?#:]+)", re.IGNORECASE)


def read(item: Item) -> Article:
    """An item comes in; its article goes out. Raises ArticleError.

    A text is the Article's text unchanged, but for a byte order mark; the text of HTML is its title and body, a blank
    line between paragraphs.
    """
    if len(item.data) > longest(item.form):  # cut off, perhaps within a character
        raise ArticleError(item.path, TOO_LONG if item.form == "text" else TOO_LARGE)
    if not item.data.strip():
        raise ArticleError(item.path, "an empty file; put the article's text in it")
    try:
        text, notes = decode(item.data)
    except NotTextError as error:
        raise ArticleError(item.path, str(error)) from None
    known = said(item.head)
    form = item.form or form_of(text)
    if form == "text":
        return _from_text(item, text, known, notes)
    return _from_html(item, form, text, known, notes)


def _from_text(item: Item, text: str, known: Metadata, notes: tuple[str, ...]) -> Article:
    _refuse_long(item, text)
    front = front_matter(text)
    known = known.or_else(front.metadata)
    found = head(text, front.end, known)
    return _article(item, text, found, known.or_else(found.metadata), (*notes, *front.notes))


def _from_html(item: Item, form: str, source: str, known: Metadata, notes: tuple[str, ...]) -> Article:
    try:
        found = page(source) if form == "page" else Page(fragment(source, known.title), Metadata())
    except TooManyElementsError as error:
        raise ArticleError(item.path, str(error)) from None
    if not found.text:
        raise ArticleError(item.path, "no article found on this page; save its text as a .txt file")
    _refuse_long(item, found.text)
    metadata = found.metadata.or_else(known)
    if not _is_same_site(metadata.url, known.url):
        metadata = replace(metadata, url=known.url)
    top = head(found.text, 0, metadata)
    return _article(item, found.text, top, metadata.or_else(top.metadata), notes)


def _is_same_site(claimed: str, known: str) -> bool:
    """True where a page may say that it stands at the address: a page of one site takes the place of no other's."""
    here, there = _SITE.match(known), _SITE.match(claimed)
    return here is None or (there is not None and here["host"].lower() == there["host"].lower())


def _article(item: Item, text: str, head: Head, metadata: Metadata, notes: tuple[str, ...]) -> Article:
    body = (*head.decks, *paragraphs(text, head.end))
    _refuse_foreign(item, text, body)
    return Article(
        text=text,
        path=_shown(item.path),
        stem=_shown(item.stem),
        title=metadata.title,
        publisher=metadata.publisher,
        authors=metadata.authors,
        url=metadata.url,
        identifier=metadata.identifier,
        published=metadata.day,
        modified=metadata.modified,
        headline=head.headline,
        paragraphs=body,
        notes=notes,
    )


def _shown(name: str) -> str:
    """A file's name as text: bytes of it that are no UTF-8 are written out."""
    return name.encode("utf-8", "backslashreplace").decode()


def _refuse_long(item: Item, text: str) -> None:
    if len(text) > LONGEST:
        raise ArticleError(item.path, TOO_LONG)


def _refuse_foreign(item: Item, text: str, body: tuple[Span, ...]) -> None:
    if not body:
        raise ArticleError(item.path, "no text below the head; put the article's text in it")
    if not is_english("\n".join(span.of(text) for span in body)):
        raise ArticleError(item.path, "the text is not English; only English is read")
