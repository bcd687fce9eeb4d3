"""Connections to servers: only to addresses that may be reached, and none for longer than its time.

What a feed or a redirect leads to is not the user's choice: it must not reach what only this machine or its network
can. A name is looked up once, its address judged and connected to: no second look-up leads elsewhere (DNS rebinding).
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore

LONGEST_WAIT = 20.0
"""Seconds without a byte, or without a connection."""


class ForbiddenAddressError(Exception):
    """A server at an address that only this machine or its network can reach: the message says which."""


class Guard(httpcore.NetworkBackend):
    """Makes connections. ``private``: addresses that are not public may be reached; ``deadline``: when all must end."""

    def __init__(self) -> None:
        self.private = False
        self.deadline = 0.0
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of the host. Raises ForbiddenAddressError, or an error of httpcore."""
        addresses = _addresses(host, port)
        if not self.private and not all(map(_is_public, addresses)):
            raise ForbiddenAddressError(f"{host} is an address of this machine or its network; nothing leads there")
        stream = self._plain.connect_tcp(addresses[0], port, self.left(timeout), local_address, socket_options)
        return _Stream(stream, self)

    def left(self, timeout: float | None) -> float:
        """The seconds that may still pass. Raises httpcore.ReadTimeout where none are left."""
        seconds = self.deadline - time.monotonic()
        if seconds <= 0:
            raise httpcore.ReadTimeout
        return min(seconds, LONGEST_WAIT if timeout is None else timeout)


class _Stream(httpcore.NetworkStream):
    """A connection whose every step ends by its guard's deadline, so that a byte now and then does not keep it open."""

    def __init__(self, stream: httpcore.NetworkStream, guard: Guard) -> None:
        self._stream = stream
        self._guard = guard

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._guard.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._guard.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, self._guard.left(timeout)), self._guard)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def is_inside(host: str) -> bool:
    """True for a host that is written as one of this machine or its network: an address, or a name without a dot.

    No look-up is asked: whoever owns a name with a dot could have it lead inside.

    >>> is_inside("127.0.0.1"), is_inside("localhost"), is_inside("courier.example")
    (True, True, False)
    """
    try:
        return not _is_public(host)
    except ValueError:  # a name
        return "." not in host


def _addresses(host: str, port: int | None) -> list[str]:
    """The addresses of a host, those of IPv4 first: not every machine has a way to the others."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(f"no server of the name {host}") from error
    return [str(address[0]) for family, *_, address in sorted(found, key=lambda one: one[0] != socket.AF_INET)]


def _is_public(address: str) -> bool:
    found = ipaddress.ip_address(address.partition("%")[0])
    found = getattr(found, "ipv4_mapped", None) or found
    return found.is_global and not found.is_multicast
