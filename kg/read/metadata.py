"""What is known of an article beside its text, from one place or from several."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from kg.read.dates import Stamp

# Control characters, halves of surrogate pairs and noncharacters: escapes in JSON and YAML can spell them.
_NO_TEXT = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def one_line(words: str) -> str:
    r"""A value as markup gives it in, its words with single spaces out, without characters that no text holds.

    >>> one_line(" Army holds\n\tbridge\x1b \ud800")
    'Army holds bridge'
    """
    return " ".join(_NO_TEXT.sub("", " ".join(words.split())).split())


@dataclass(frozen=True, slots=True)
class Metadata:
    """What one place (front matter, head lines, JSON-LD, meta tags) says of an article.

    ``updated`` is the day of the last change as printed, ``modified`` its full time where a zone is given.
    """

    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    identifier: str = ""
    published: date | None = None
    updated: date | None = None
    modified: datetime | None = None

    def or_else(self, other: Metadata) -> Metadata:
        """This, its gaps filled from ``other``."""
        return Metadata(
            title=self.title or other.title,
            publisher=self.publisher or other.publisher,
            authors=self.authors or other.authors,
            url=self.url or other.url,
            identifier=self.identifier or other.identifier,
            published=self.published or other.published,
            updated=self.updated or other.updated,
            modified=self.modified or other.modified,
        )

    @property
    def day(self) -> date | None:
        """The day of publication; where only an update is dated, the local day of that."""
        return self.published or self.updated


def dated(stamps: Iterable[Stamp]) -> Metadata:
    """Dates as printed come in; the first day of publication and the first update go out."""
    result = Metadata()
    for stamp in stamps:
        if stamp.updated:
            result = result.or_else(Metadata(updated=stamp.day, modified=stamp.moment))
        else:
            result = result.or_else(Metadata(published=stamp.day))
    return result
