"""Addresses: what is fetched from a server of the test's own, how politely, and what is refused."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from reading import read_all

from kg.errors import KgError
from kg.read import connections, find, read, web
from kg.read.bounds import LONGEST_PAGE

BOUND = 20  # seconds, on a busy machine
TEXT = "The army of Korval said on Sunday that it had lost the bridge, which it had held since May."
PAGE = f"""<!DOCTYPE html><html><head><title>Korval loses bridge</title></head>
<body><article><p>{TEXT}</p></article></body></html>"""
Answer = tuple[int, dict[str, str], bytes] | Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A server on this machine: what it answers, by path, and what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {"/robots.txt": (404, {}, b"")}
        self.asked: list[str] = []
        self.agents: set[str] = set()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                site.agents.add(self.headers["User-Agent"])
                answer = site.answers.get(self.path, (404, {}, b""))
                try:
                    answer(self) if callable(answer) else sent(self, *answer)
                except OSError:  # the client has had enough
                    self.close_connection = True

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.host = f"127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def page(self, path: str, body: str | bytes = PAGE, media: str = "text/html; charset=utf-8", **head: str) -> str:
        """Have a page, and give its address."""
        data = body.encode() if isinstance(body, str) else body
        self.answers[path] = (200, {"Content-Type": media, **head}, data)
        return f"http://{self.host}{path}"

    def redirect(self, path: str, location: str) -> str:
        self.answers[path] = (302, {"Location": location}, b"")
        return f"http://{self.host}{path}"


def sent(handler: BaseHTTPRequestHandler, status: int, headers: dict[str, str], body: bytes) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


@pytest.fixture
def site() -> Iterator[Site]:
    served = Site()
    yield served
    served.server.shutdown()
    served.server.server_close()


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that would have been made."""
    made: list[float] = []
    monkeypatch.setattr(web.time, "sleep", made.append)
    return made


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have this machine's own address count as a public one, and no other of it."""
    judged = connections._is_public
    monkeypatch.setattr(connections, "_is_public", lambda address: address == "127.0.0.1" or judged(address))


def refused(source: str | Path) -> str:
    (error,) = find(str(source))
    assert isinstance(error, KgError)
    assert "\n" not in str(error)
    return str(error).removeprefix(f"{source}: ")


def test_a_page(site: Site) -> None:
    address = site.page("/world/korval-loses-bridge.html?x=1")
    (found,) = read_all(address + "#top")
    assert found.text == f"Korval loses bridge\n\n{TEXT}"
    assert (found.url, found.stem) == (address, "korval-loses-bridge")
    assert site.asked == ["/robots.txt", "/world/korval-loses-bridge.html?x=1"]
    (agent,) = site.agents
    assert agent.startswith("newskg/")


def test_a_text(site: Site) -> None:
    (found,) = read_all(site.page("/a.txt", TEXT, "text/plain"))
    assert found.text == TEXT


def test_a_feed_without_end(site: Site) -> None:
    items = "".join(f"<item><link>/{number}</link></item>" for number in range(1_500))
    address = site.page("/feed", f"<rss version='2.0'><channel>{items}</channel></rss>", "application/rss+xml")
    assert len(list(find(address))) == 1_000


def test_what_is_named_twice_is_fetched_once(site: Site) -> None:
    address = site.page("/a")
    assert len(list(find(address, address))) == 1


def test_robots_are_asked_once_and_obeyed(site: Site, pauses: list[float]) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /*/print\nCrawl-delay: 7", "text/plain")
    one, two, three = site.page("/a"), site.page("/b"), site.page("/a/print")
    *good, bad = find(one, two, three)
    assert [item.data.decode() for item in good if not isinstance(item, KgError)] == [PAGE, PAGE]
    assert str(bad) == f"{three}: the robots.txt of 127.0.0.1 does not let newskg read it"
    assert site.asked == ["/robots.txt", "/a", "/b"]
    assert [round(pause) for pause in pauses] == [7, 7]


def test_one_host_gets_a_pause_and_no_robots_txt_holds_up_a_run(site: Site, pauses: list[float]) -> None:
    list(find(site.page("/a")))
    site.page("/robots.txt", "User-agent: *\nCrawl-delay: 100000", "text/plain")
    list(find(site.page("/b")))
    assert [round(pause) for pause in pauses] == [web.PAUSE, web.LONGEST_PAUSE]


@pytest.mark.parametrize(
    ("answer", "allowed"),
    [
        ((404, {}, b""), True),
        ((403, {}, b""), True),
        ((500, {}, b""), False),
        ((302, {"Location": "/other-robots.txt"}, b""), False),
        ((302, {"Location": "/robots.txt"}, b""), True),  # without end
        ((302, {"Location": "gopher://x"}, b""), False),
        (lambda handler: handler.connection.close(), False),
        ((200, {"Content-Encoding": "br"}, b"?"), False),
    ],
)
def test_robots_that_cannot_be_had(site: Site, answer: Answer, allowed: bool) -> None:
    site.page("/other-robots.txt", "user-agent: newskg\ndisallow: /", "text/plain")
    site.answers["/robots.txt"] = answer
    (found,) = find(site.page("/a"))
    assert isinstance(found, KgError) is not allowed


def test_redirects(site: Site) -> None:
    address = site.page("/end")
    (found,) = read_all(site.redirect("/1", "2"), site.redirect("/2", address))[:1]
    assert found.url == address


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("/1", "more than 5 redirects"),
        ("file:///etc/hostname", "only addresses with http and https are read"),
        ("ftp://127.0.0.1/", "only addresses with http and https are read"),
        ("", "more than 5 redirects"),
        ("http://[::1", "redirected to no address of the web"),
        ("http://me:secret@c.example/", "an address with a name or a password in it; it would stand in the graph"),
    ],
)
def test_redirects_that_are_not_followed(site: Site, location: str, reason: str) -> None:
    assert refused(site.redirect("/1", location)) == reason


INSIDE = "127.0.0.2 10.0.0.1 192.168.1.1 169.254.169.254 [::1] [::ffff:10.0.0.1] [fe80::1] 0.0.0.0".split()


@pytest.mark.usefixtures("public")
@pytest.mark.parametrize("host", INSIDE)
def test_nothing_leads_inside(site: Site, host: str) -> None:
    start = time.perf_counter()
    assert "is an address of this machine or its network" in refused(site.redirect("/1", f"http://{host}/"))
    rss = f"<rss version='2.0'><channel><item><link>http://{host}/</link></item></channel></rss>"
    (error,) = find(site.page("/feed", rss, "application/rss+xml"))
    assert str(error).startswith(f"http://{host}/: ")
    assert "is an address of this machine or its network" in str(error)
    site.redirect("/robots.txt", f"http://{host}/robots.txt")
    assert "is an address of this machine or its network" in refused(site.page("/a"))
    assert time.perf_counter() - start < BOUND


def test_a_list_leads_to_public_addresses_alone(site: Site, tmp_path: Path) -> None:
    (tmp_path / "gdelt.urls").write_text(f"{site.page('/a')}\n\nfile:///etc/hostname\n")
    first, second = find(str(tmp_path / "gdelt.urls"))
    assert "is an address of this machine or its network" in str(first)
    assert "only addresses with http and https are read" in str(second)


@pytest.mark.usefixtures("public")
def test_a_list(site: Site, tmp_path: Path) -> None:
    (tmp_path / "gdelt.urls").write_text(f"{site.page('/a')}\n{site.page('/b')}\n")
    assert [found.stem for found in read_all(tmp_path / "gdelt.urls")] == ["a", "b"]
    (tmp_path / "a.txt").write_text(TEXT)
    assert [found.stem for found in read_all(tmp_path)] == ["a"]  # a folder fetches nothing


@pytest.mark.usefixtures("public")
def test_a_name_is_looked_up_once_for_a_connection(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    port = site.server.server_port
    looked_up = []

    def rebinding(host: str, *_: Any, **__: Any) -> list[Any]:
        looked_up.append(host)
        return [(connections.socket.AF_INET, 1, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(connections.socket, "getaddrinfo", rebinding)
    site.page("/a")
    (found,) = read_all(f"http://courier.example:{port}/a")
    assert found.url == f"http://courier.example:{port}/a"
    assert looked_up == ["courier.example", "127.0.0.1"] * 2


def test_a_name_that_leads_inside_is_refused_even_where_the_user_named_it(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = [(connections.socket.AF_INET, 1, 6, "", ("127.0.0.1", site.server.server_port))]
    monkeypatch.setattr(connections.socket, "getaddrinfo", lambda *_, **__: inside)
    assert "is an address of this machine or its network" in refused(f"http://c.example:{site.server.server_port}/a")
    assert site.asked == []


def test_a_feed(site: Site) -> None:
    text = "<content:encoded>&lt;p&gt;Vessa said that it was not so.&lt;/p&gt;</content:encoded>"
    full = f"<item><title>A</title><link>https://courier.example/full</link>{text}</item>"
    link = "<item><title>B</title><link>/bridge</link><description>A teaser.</description></item>"
    gone = "<item><link>/gone</link></item><item><link>http://[</link></item>"
    site.page("/bridge")
    address = site.page(
        "/feed",
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>Drenn Courier</title>{full}{link}{gone}{link}<item/></channel></rss>",
        "text/xml",
    )
    first, second, third, fourth, fifth = find(address)
    assert not isinstance(first, KgError)
    assert not isinstance(second, KgError)
    assert read(first).text == "A\n\nVessa said that it was not so."
    assert read(first).url == "https://courier.example/full"
    assert (read(second).title, read(second).publisher) == ("Korval loses bridge", "Drenn Courier")
    assert read(second).url == f"http://{site.host}/bridge"
    assert str(third) == f"http://{site.host}/gone: the server answered with status 404"
    assert str(fourth) == "http://[: no address of the web"
    assert str(fifth) == f"{address}#6: an entry without text and link"


@pytest.mark.parametrize(
    ("status", "headers", "reason"),
    [
        (404, {}, "the server answered with status 404"),
        (503, {}, "the server answered with status 503"),
        (200, {"Content-Type": "application/pdf"}, "application/pdf is no article; pages, texts and feeds are read"),
        (200, {}, "what has no type is no article; pages, texts and feeds are read"),
        (200, {"Content-Type": "text/html", "Content-Encoding": "br"}, "sent packed as br, which was not asked for"),
        (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, "said to be packed by gzip, and is not"),
        (200, {"Content-Type": "application/rss+xml"}, "no feed; RSS and Atom are read"),
    ],
)
def test_answers_that_are_no_article(site: Site, status: int, headers: dict[str, str], reason: str) -> None:
    site.answers["/a"] = (status, headers, b"no gzip")
    assert refused(f"http://{site.host}/a") == reason


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://me:secret@127.0.0.1/", "an address with a name or a password in it"),
        ("http://", "only addresses with http and https"),
        ("http://[::1", "no address of the web"),
        ("https://" + "a" * 70 + ".example/", "the robots.txt of"),
        ("http://127.0.0.1:1/", "the robots.txt of 127.0.0.1 cannot be had"),  # nobody listens
    ],
)
def test_what_is_no_address(address: str, reason: str) -> None:
    assert refused(address).startswith(reason)


def test_a_page_by_tls_is_judged_by_its_name(site: Site) -> None:
    assert "robots.txt" in refused(f"https://{site.host}/a")  # the server speaks no TLS


def test_packed_answers_and_bombs(site: Site) -> None:
    (found,) = read_all(site.page("/a", gzip.compress(PAGE.encode()), Content_Encoding="gzip"))
    assert found.text.endswith(TEXT)
    start = time.perf_counter()
    (bomb,) = find(site.page("/b", gzip.compress(b"<p>" + b"a" * 300_000_000, 9), Content_Encoding="gzip"))
    assert not isinstance(bomb, KgError)
    assert len(bomb.data) == LONGEST_PAGE + 1
    with pytest.raises(KgError, match="more than 5,000,000 bytes"):
        read(bomb)
    assert time.perf_counter() - start < BOUND


def test_an_endless_body_is_cut_off(site: Site) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        sent(handler, 200, {"Content-Type": "text/html"}, b"<p>")
        while True:
            handler.wfile.write(b"a" * 100_000)

    site.answers["/a"] = endless
    start = time.perf_counter()
    (found,) = find(f"http://{site.host}/a")
    assert not isinstance(found, KgError)
    with pytest.raises(KgError, match="more than 5,000,000 bytes"):
        read(found)
    assert time.perf_counter() - start < BOUND


def silent(_: BaseHTTPRequestHandler) -> None:
    threading.Event().wait(BOUND)


def slow_head(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.0 200 OK\r\n")
    for _ in range(200):
        handler.wfile.write(b"X-A: b\r\n")
        threading.Event().wait(0.1)


def slow_body(handler: BaseHTTPRequestHandler) -> None:
    sent(handler, 200, {"Content-Type": "text/html"}, b"<p>")
    for _ in range(200):
        handler.wfile.write(b"a")
        threading.Event().wait(0.1)


@pytest.mark.parametrize("answer", [silent, slow_head, slow_body])
def test_slow_answers_end_in_time(site: Site, monkeypatch: pytest.MonkeyPatch, answer: Answer) -> None:
    site.answers["/a"] = answer
    monkeypatch.setattr(web, "LONGEST_FETCH", 1.0)
    start = time.perf_counter()
    assert refused(f"http://{site.host}/a") == "the server did not send all in time; try later"
    assert time.perf_counter() - start < BOUND / 2
