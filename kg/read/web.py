"""Pages, texts and feeds by their addresses: politely, within bounds, and never where only this machine can reach."""

from __future__ import annotations

import logging
import ssl
import time
from dataclasses import dataclass
from functools import cached_property

import httpcore
import httpx

from kg import __version__
from kg.errors import ArticleError
from kg.read.connections import ForbiddenAddressError, Guard, is_inside
from kg.read.packed import unzipped
from kg.read.robots import EVERYTHING, NOTHING, Robots, robots

AGENT = "newskg"
"""The name that robots.txt speaks to."""

LONGEST_FETCH = 60.0
"""Seconds for one answer, its last byte included."""

PAUSE = 1.0
"""Seconds between two requests to one host, where its robots.txt asks for no more."""

LONGEST_PAUSE = 30.0
"""Seconds: the longest pause that a robots.txt gets, so that it cannot hold up a run for good."""

MOST_REDIRECTS = 5
"""RFC 9309 wants five to be followed for robots.txt; pages need one or two."""

LONGEST_ROBOTS = 512_000
"""Bytes of a robots.txt that are read: RFC 9309 wants 500 KiB at least."""

_HEADERS: dict[bytes | str, bytes | str] = {
    "User-Agent": f"{AGENT}/{__version__}",
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain, */*;q=0.1",
    "Accept-Encoding": "gzip",  # what is unpacked within bounds here
}
_REDIRECTS = (301, 302, 303, 307, 308)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent: the address that it stood at in the end, its media type in lower case, its plain bytes."""

    url: str
    media: str
    data: bytes


@dataclass(frozen=True, slots=True)
class _Sent:
    """One answer as sent: its status, its headers (names in lower case), its bytes."""

    status: int
    headers: dict[str, str]
    data: bytes


class _FetchError(Exception):
    """What became of a request: the message says why."""


class Web:
    """Fetches addresses, one after another; knows of each host its robots.txt and when it was asked last."""

    def __init__(self) -> None:
        self._guard = Guard()
        self._robots: dict[str, Robots] = {}
        self._asked: dict[str, float] = {}

    def fetch(self, address: str, limit: int, *, private: bool) -> Answer:
        """An address in; what its server sends out, cut off after ``limit`` + 1 bytes. Raises ArticleError.

        ``private``: it may be of this machine or its network, and so may what it redirects to.
        """
        self._guard.private = private
        try:
            return self._followed(_parsed(address), limit)
        except (_FetchError, ForbiddenAddressError) as error:
            raise ArticleError(address, str(error)) from None

    @cached_property
    def _pool(self) -> httpcore.ConnectionPool:
        # A connection for each request, because the next one may be held to other rules. No proxy: it would choose the
        # address that is connected to.
        context = ssl.create_default_context()
        return httpcore.ConnectionPool(ssl_context=context, network_backend=self._guard, max_keepalive_connections=0)

    def _followed(self, url: httpx.URL, limit: int) -> Answer:
        for _ in range(MOST_REDIRECTS + 1):
            rules = self._rules(url)
            if rules is NOTHING:
                raise _FetchError(f"the robots.txt of {url.host} cannot be had, so nothing is read there; try later")
            if not rules.allow(url.raw_path.decode("ascii", "replace")):
                raise _FetchError(f"the robots.txt of {url.host} does not let {AGENT} read it")
            sent = self._sent(url, limit, rules.delay)
            if sent.status not in _REDIRECTS:
                return _answer(url, sent, limit)
            url = _joined(url, sent.headers.get("location", ""))
        raise _FetchError(f"more than {MOST_REDIRECTS} redirects")

    def _rules(self, url: httpx.URL) -> Robots:
        """What a site lets us read, asked once."""
        site = f"{url.scheme}://{url.netloc.decode('ascii', 'replace')}"
        if site not in self._robots:
            self._robots[site] = self._asked_rules(url.join("/robots.txt"))
        return self._robots[site]

    def _asked_rules(self, url: httpx.URL) -> Robots:
        """By RFC 9309, 2.3.1: all may be read where there is no robots.txt (4xx), nothing where none can be had."""
        for _ in range(MOST_REDIRECTS + 1):
            try:
                sent = self._sent(url, LONGEST_ROBOTS)
                if sent.status == 200:
                    return robots(_plain(sent, LONGEST_ROBOTS).decode("utf-8", "replace"), AGENT)
                if sent.status not in _REDIRECTS:
                    return EVERYTHING if 400 <= sent.status < 500 else NOTHING
                url = _joined(url, sent.headers.get("location", ""))
            except _FetchError as error:
                log.debug("%s: %s", url, error)
                return NOTHING
        return EVERYTHING

    def _sent(self, url: httpx.URL, limit: int, delay: float = 0.0) -> _Sent:
        """What the server sends, after a pause since it was asked last; cut off after ``limit`` + 1 bytes as sent."""
        self._wait(url.host, min(max(PAUSE, delay), LONGEST_PAUSE))
        self._guard.deadline = time.monotonic() + LONGEST_FETCH
        try:
            with self._pool.stream("GET", str(url), headers=_HEADERS) as response:
                data = bytearray()
                for piece in response.iter_stream():
                    data += piece
                    if len(data) > limit:
                        break
                headers = {key.lower().decode("latin-1"): value.decode("latin-1") for key, value in response.headers}
                return _Sent(response.status, headers, bytes(data[: limit + 1]))
        except httpcore.TimeoutException:
            raise _FetchError("the server did not send all in time; try later") from None
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise _FetchError(
                f"the server cannot be read ({error or type(error).__name__}); check the address"
            ) from None
        finally:
            self._asked[url.host] = time.monotonic()

    def _wait(self, host: str, pause: float) -> None:
        if host in self._asked:
            time.sleep(max(0.0, self._asked[host] + pause - time.monotonic()))


def is_private(address: str) -> bool:
    """True for an address written as one of this machine or its network; False for others, and for what is none."""
    try:
        return is_inside(_parsed(address).host)
    except _FetchError:
        return False


def _parsed(address: str) -> httpx.URL:
    """An address of the web. Raises _FetchError where it is none, or holds a password, which the graph would keep."""
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, UnicodeError):
        raise _FetchError("no address of the web; check it") from None
    if url.scheme not in ("http", "https") or not url.host:
        raise _FetchError("only addresses with http and https are read")
    if url.userinfo:
        raise _FetchError("an address with a name or a password in it; it would stand in the graph")
    return url.copy_with(fragment=None)


def _joined(url: httpx.URL, location: str) -> httpx.URL:
    try:
        return _parsed(str(url.join(location)))
    except (httpx.InvalidURL, UnicodeError):
        raise _FetchError("redirected to no address of the web") from None


def _answer(url: httpx.URL, sent: _Sent, limit: int) -> Answer:
    if sent.status != 200:
        raise _FetchError(f"the server answered with status {sent.status}")
    media = sent.headers.get("content-type", "").partition(";")[0].strip().lower()
    return Answer(str(url), media, _plain(sent, limit))


def _plain(sent: _Sent, limit: int) -> bytes:
    packing = sent.headers.get("content-encoding", "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip", ""):
        raise _FetchError(f"sent packed as {packing[:40]}, which was not asked for")
    try:
        return unzipped(sent.data, limit + 1) if "gzip" in packing else sent.data
    except ValueError as error:
        raise _FetchError(str(error)) from None
