"""How much is read of one article and of one record, each with the reason. What is over a bound costs itself alone."""

from __future__ import annotations

LONGEST = 500_000
"""Characters of an article: a long book chapter; the longest news reports have a tenth of it."""

LONGEST_TEXT = 4 * LONGEST + 4
"""Bytes of a text: no charset here takes more than four for a character, a mark at the start four."""

LONGEST_PAGE = 5_000_000
"""Bytes of an HTML page, unpacked, most of which is no text; news pages have up to a million."""

LONGEST_RECORD = 2 * LONGEST_PAGE
"""Bytes of a line of JSON: a page in which every second character is escaped."""

LONGEST_LINE = 1_000_000_000
"""Bytes that are passed over to reach the end of a line that is too long; then it is no file of lines."""

LONGEST_FEED = 20_000_000
"""Bytes of a feed: a hundred entries in full have one or two million."""

MOST_ENTRIES = 1_000
"""Of a feed at an address, so that none keeps us fetching what it likes; feeds have up to some hundred."""

TOO_LONG = f"the article has more than {LONGEST:,} characters; split it into several files"
TOO_LARGE = f"the page has more than {LONGEST_PAGE:,} bytes; save its article alone"


def longest(form: str) -> int:
    """The most bytes that are read of an item of this form."""
    return LONGEST_TEXT if form == "text" else LONGEST_PAGE
