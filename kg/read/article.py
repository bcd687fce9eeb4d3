"""One file, one Article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kg.errors import ArticleError
from kg.model import Article, Span
from kg.read.decode import NotTextError, decode
from kg.read.files import ENDINGS, PAGE_ENDINGS, STANDARD_INPUT, TEXT_ENDINGS, content
from kg.read.frontmatter import front_matter
from kg.read.head import Head, head
from kg.read.html import page
from kg.read.language import is_english
from kg.read.metadata import Metadata
from kg.read.paragraphs import paragraphs

LONGEST = 500_000  # characters of an article
LONGEST_TEXT = 4 * LONGEST + 4  # bytes: no charset here takes more than four for a character, a mark at the start four
LONGEST_PAGE = 5_000_000  # bytes of an HTML page, most of which is no text

TOO_LONG = f"the article has more than {LONGEST:,} characters; split it into several files"
TOO_LARGE = f"the page has more than {LONGEST_PAGE:,} bytes; save its article alone"

_PAGE = re.compile(r"\s*<(?:!doctype\s+html\b|html\b|head\b|body\b|!--)", re.IGNORECASE)


def read(path: str) -> Iterator[Article]:
    """A path, or ``-`` for standard input, comes in; its article goes out. Raises ArticleError.

    The text of a .txt or .md file is the Article's text unchanged, but for a byte order mark; that of an HTML page is
    its title and body, a blank line between paragraphs.
    """
    ending = Path(path).suffix.lower()
    if path != STANDARD_INPUT and ending not in ENDINGS:
        raise ArticleError(path, f"files ending in {', '.join(ENDINGS)} are read, not {ending or 'files without one'}")
    is_text = ending in TEXT_ENDINGS
    limit = LONGEST_TEXT if is_text else LONGEST_PAGE
    data = content(path, limit)
    if len(data) > limit:  # cut off, perhaps within a character
        raise ArticleError(path, TOO_LONG if is_text else TOO_LARGE)
    if not data.strip():
        raise ArticleError(path, "an empty file; put the article's text in it")
    try:
        text, notes = decode(data)
    except NotTextError as error:
        raise ArticleError(path, str(error)) from None
    if ending in PAGE_ENDINGS or (path == STANDARD_INPUT and _PAGE.match(text)):
        yield _from_page(path, text, notes)
    else:
        yield _from_text(path, text, notes)


def _from_text(path: str, text: str, notes: tuple[str, ...]) -> Article:
    _refuse_long(path, text)
    front = front_matter(text)
    found = head(text, front.end, front.metadata)
    return _article(path, text, found, front.metadata.or_else(found.metadata), (*notes, *front.notes))


def _from_page(path: str, source: str, notes: tuple[str, ...]) -> Article:
    found = page(source)
    if not found.text:
        raise ArticleError(path, "no article found on this page; save its text as a .txt file")
    _refuse_long(path, found.text)
    top = head(found.text, 0, found.metadata)
    return _article(path, found.text, top, found.metadata.or_else(top.metadata), notes)


def _article(path: str, text: str, head: Head, metadata: Metadata, notes: tuple[str, ...]) -> Article:
    body = (*head.decks, *paragraphs(text, head.end))
    _refuse_foreign(path, text, body)
    return Article(
        text=text,
        path=_shown(path),
        stem="stdin" if path == STANDARD_INPUT else _shown(Path(path).stem),
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


def _refuse_long(path: str, text: str) -> None:
    if len(text) > LONGEST:
        raise ArticleError(path, TOO_LONG)


def _refuse_foreign(path: str, text: str, body: tuple[Span, ...]) -> None:
    if not body:
        raise ArticleError(path, "no text below the head; put the article's text in it")
    if not is_english("\n".join(span.of(text) for span in body)):
        raise ArticleError(path, "the text is not English; only English is read")
