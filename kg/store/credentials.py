"""Who we are to a remote store: from the environment alone, never logged, never part of an error."""

from __future__ import annotations

import os
from collections.abc import Generator

import httpx

from kg.errors import KgError

Flow = Generator[httpx.Request, httpx.Response, None]


def credentials() -> httpx.Auth | None:
    """What NEWSKG_TOKEN (bearer) or NEWSKG_USER and NEWSKG_PASSWORD (basic, digest) say; None where unset. KgError."""
    token = _from_environment("NEWSKG_TOKEN")
    if token:
        return _Bearer(token)
    user, password = _from_environment("NEWSKG_USER"), _from_environment("NEWSKG_PASSWORD")
    return _AsAsked(user, password) if user or password else None


def _from_environment(name: str) -> str:
    value = os.environ.get(name, "").strip()
    if name == "NEWSKG_TOKEN" and not (value.isascii() and value.isprintable()):
        raise KgError(f"{name}: no token (only printable ASCII can be one); check how it was set.")
    return value


class _Bearer(httpx.Auth):
    """A token with every request (RFC 6750)."""

    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Flow:
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


class _AsAsked(httpx.Auth):
    """A name and a password, given once the server asks for them: digest (RFC 7616) where it can, else basic."""

    def __init__(self, user: str, password: str) -> None:
        self._user, self._password = user, password
        self._scheme: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Flow:
        if self._scheme is None:
            answer = yield request
            if answer.status_code != 401:
                return
            challenges = " ".join(answer.headers.get_list("www-authenticate")).lower()
            scheme = httpx.DigestAuth if "digest" in challenges else httpx.BasicAuth
            self._scheme = scheme(self._user, self._password)
        yield from self._scheme.auth_flow(request)
