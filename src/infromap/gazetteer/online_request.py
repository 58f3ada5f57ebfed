"""One request to a geocoding server, as geopy's adapter: bounded in time and size, JSON or nothing."""

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from email.message import Message
from http.client import HTTPException, HTTPResponse
from typing import NoReturn

from geopy.adapters import BaseSyncAdapter, get_retry_after

from infromap.saying import Saying

MAX_BYTES = 1_000_000  # ten places take some 40 kB

_CHUNK_BYTES = 65_536


class NoAnswerError(Exception):
    """A request that brought nothing usable, and whether asking again may help."""

    def __init__(self, reason: str, *, may_pass: bool, retry_after_s: float | None = None) -> None:
        super().__init__(reason)
        self.may_pass = may_pass
        self.retry_after_s = retry_after_s


class CarefulAdapter(BaseSyncAdapter):  # type: ignore[misc]
    """Fetches JSON for a geopy geocoder and hands it on after ``sift`` has looked at it.

    Redirects are not followed: each of them would be a request that the brake does not see.
    """

    def __init__(
        self,
        *,
        proxies: Mapping[str, str] | None,
        ssl_context: object,
        sift: Callable[[object], object],
    ) -> None:
        """Take geopy's options and the function that refuses an answer of another shape with ``ValueError``."""
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        self._sift = sift
        self._opener = urllib.request.build_opener(
            urllib.request.HTTPSHandler(context=ssl_context),  # type: ignore[arg-type]
            urllib.request.ProxyHandler(dict(proxies) if proxies is not None else None),
            _NoRedirects(),
        )

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> object:
        """Return the sifted answer.

        Raises
        ------
        NoAnswerError
            Whatever goes wrong.
        """
        body = self._fetch(url, timeout=timeout, headers=headers)
        try:
            return self._sift(json.loads(body))
        except (ValueError, RecursionError) as error:
            is_json = not isinstance(error, json.JSONDecodeError | UnicodeDecodeError)
            what = Saying("it sent an unknown answer") if is_json else Saying("it sent no JSON")
            raise NoAnswerError(what, may_pass=True) from error

    def get_text(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> NoReturn:
        """Refuse: neither service answers with text."""
        raise NotImplementedError("geocoders answer with JSON")

    def _fetch(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> bytes:
        request = urllib.request.Request(url, headers={**headers, "Accept": "application/json"})
        try:
            with self._opener.open(request, timeout=timeout) as page:
                return _read(page, time.monotonic() + timeout)
        except urllib.error.HTTPError as error:
            raise _refused(error) from error
        except TimeoutError as error:
            raise _too_slow(timeout) from error
        except (OSError, HTTPException) as error:
            reason = getattr(error, "reason", error)
            if isinstance(reason, TimeoutError):
                raise _too_slow(timeout) from error
            broke_off = isinstance(error, HTTPException | ConnectionError)
            raise NoAnswerError(" ".join(str(reason).split()) or Saying("no connection"), may_pass=broke_off) from error


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def _read(page: HTTPResponse, deadline: float) -> bytes:
    """Return the body, unless it is large or drips; half a body is no JSON and is found out later."""
    kind = page.headers.get_content_type()
    if "json" not in kind:
        raise NoAnswerError(Saying("it sent {kind} instead of JSON", kind=kind), may_pass=False)
    body = bytearray()
    while chunk := page.read1(_CHUNK_BYTES):
        body += chunk
        if len(body) > MAX_BYTES:
            raise NoAnswerError(Saying("its answer is larger than {most:,} kB", most=MAX_BYTES // 1000), may_pass=False)
        if time.monotonic() > deadline:
            raise TimeoutError
    return bytes(body)


def _refused(error: urllib.error.HTTPError) -> NoAnswerError:
    with error:
        code, headers = error.code, error.headers or Message()
    reason = f"{code} {' '.join(str(error.reason).split())[:60]}".strip()
    if 300 <= code < 400:
        reason = Saying("{reason}, it is at {address}", reason=reason, address=str(headers.get("Location"))[:120])
    retry_after_s = get_retry_after({name.lower(): value for name, value in headers.items()})
    return NoAnswerError(reason, may_pass=code == 429 or code >= 500, retry_after_s=retry_after_s)


def _too_slow(timeout: float) -> NoAnswerError:
    return NoAnswerError(Saying("none within {timeout:g} s", timeout=timeout), may_pass=True)
