"""Lines of a news page that are neither its head nor its body: credits of pictures, buttons, section names."""

from __future__ import annotations

import re

_TABLE = """
    ad feedback, advertisement, advertising, africa, americas, analysis, asia, audio, breaking news, business, comment,
    comments, copy link, email, europe, facebook, follow, follow us, gift this article, home, international,
    latest news, link copied!, listen, listen to article, listen to this article, live, live updates, loading...,
    middle east, more news, most read, national, news, opinion, photos, play video, politics, print, read more,
    recommended stories, related, related articles, related stories, related topics, save, see all topics, share,
    share this, share this article, sign up, skip to main content, story highlights, subscribe, top stories, topics,
    tweet, video, video ad feedback, watch, whatsapp, world, world news
"""
_BUTTONS = frozenset(line.strip() for line in _TABLE.split(","))
# "3 minute read", "4 min read", "Reading time: 3 minutes"
_READING_TIME = re.compile(
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)[\s-]*min(?:ute)?s?\.?\s+(?:to\s+)?read"
    r"|reading\s+time:?\s*\d+\s*min(?:ute)?s?\.?",
    re.IGNORECASE,
)
_HOUSES = (
    r"(?:getty(?:\s+images)?|reuters|afp|ap(?:\s+photo)?|epa(?:-efe)?|anadolu|shutterstock|handout|bloomberg|file)"
)
_CREDIT = re.compile(
    # "Jane Doe/Getty Images", "John Roe/Pool/AFP/Getty Images/File"
    rf"[^.!?\n]{{2,80}}/\s*{_HOUSES}(?:/[^./!?\n]{{2,40}})*"
    # "(AP Photo/Jane Doe)", "AP Photo/Jane Doe, File"
    rf"|\(?{_HOUSES}\s*/[^.!?\n]{{2,60}}\)?"
    # "Photo: Jane Doe / AFP", "Photograph by John Roe", "Image source, Reuters", "Image caption, The bridge"
    r"|(?:photo(?:graph)?|picture|image|video)\s*(?:credit|source|courtesy|caption)?\s*(?:[:,©]|\b(?:by|of)\b)\s*[^\n]{2,200}"
    r"|getty\s+images",
    re.IGNORECASE,
)
# "(Reporting by Jane Doe in Vessa; Editing by John Roe)": the last line of an agency's report.
_STAFF = re.compile(r"\(?(?:additional\s+)?(?:reporting|writing|editing|compiled)\s+by\s+[A-Z][^\n]{2,300}")
# "-----", "* * *", " — ", "![the bridge](bridge.jpg)"
_RULE = re.compile(r"[-=*_~#·•–—\s]+|!\[[^\]\n]*\]\([^)\n]*\)")


def is_furniture(words: str) -> bool:
    """True for a whole line that no paragraph of the body is."""
    if len(words) > 320:
        return False
    return is_reading_time(words) or words.lower() in _BUTTONS or _is(words, _CREDIT, _STAFF, _RULE)


def is_reading_time(words: str) -> bool:
    """True for "3 minute read"."""
    return _READING_TIME.fullmatch(words) is not None


def _is(words: str, *patterns: re.Pattern[str]) -> bool:
    return any(pattern.fullmatch(words) for pattern in patterns)
