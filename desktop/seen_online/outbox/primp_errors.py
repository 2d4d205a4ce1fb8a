"""What an error of primp means to a person.

primp tells a few kinds apart by class and the rest in its message, which is the chain of causes of reqwest, hyper
and rustls. The messages are tried against real servers in the tests, so that a new version that words them
differently is noticed.
"""

from __future__ import annotations

from seen_online.outbox import failures
from seen_online.outbox.reply import SendTrouble

_CUT = ("end of file", "connection closed", "reset", "broken pipe", "eof")
_LOGIN = ("407", "accepts no authentication", "rejected the credentials", "username/password")
_UNREACHED = (" 502 ", " 503 ", " 504 ", "failed with status 3", "failed with status 4", "failed with status 5")


def from_primp(error: Exception, host: str, proxied: bool, begun: bool) -> SendTrouble:
    """Turn an error of primp into a SendTrouble; `begun` tells that the answer's first lines had come."""
    import primp

    if isinstance(error, SendTrouble):
        return error
    text = str(error).lower()
    if "certificate" in text:
        known = not ("unknownissuer" in text or "unknown issuer" in text)
        return failures.unsafe_connection(host) if known else failures.unknown_certificate(host)
    if "proxy connect failed" in text or "socks" in text or "connect response" in text:
        if any(sign in text for sign in _LOGIN):
            return failures.proxy_password()
        return failures.no_connection(host) if any(sign in text for sign in _UNREACHED) else failures.proxy_down()
    if isinstance(error, primp.DNSError):
        return failures.proxy_down() if proxied else failures.no_such_name(host)
    if isinstance(error, primp.TimeoutError):
        return failures.too_slow(host) if begun else failures.no_answer(host)
    if any(sign in text for sign in ("fatal alert", "handshake", "corrupt message", "tls")):
        return failures.unsafe_connection(host)
    if isinstance(error, primp.ConnectError):
        return failures.proxy_down() if proxied else failures.no_connection(host)
    if isinstance(error, primp.BuilderError):
        return failures.not_an_address()
    return failures.cut_off(host) if any(sign in text for sign in _CUT) else failures.garbled(host)
