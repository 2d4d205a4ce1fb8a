"""What an error of requests, and of all that lies beneath it, means to a person.

requests wraps errors of urllib3, which wrap those of http.client, ssl, PySocks and the sockets. The first cause is
what tells something, so the whole chain is looked through, innermost last.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from http.client import IncompleteRead

from seen_online.outbox import failures
from seen_online.outbox.reply import SendTrouble

# OpenSSL's numbers for "signed by nobody we know": no issuer, self-signed, self-signed in the chain, no first link.
_UNKNOWN_SIGNER = (2, 18, 19, 20, 21)
_UNREACHED = ("0x03", "0x04", "0x05", "0x06", " 502 ", " 503 ", " 504 ")


def from_requests(error: BaseException, host: str, proxied: bool, begun: bool) -> SendTrouble:
    """Turn an error into a SendTrouble; `begun` tells that the answer's first lines had come."""
    import socks
    from urllib3 import exceptions as u

    chain = list(_causes(error))
    for cause in chain:
        if isinstance(cause, SendTrouble):
            return cause
    text = " ".join(str(cause) for cause in chain)
    for cause in reversed(chain):
        if isinstance(cause, ssl.SSLCertVerificationError):
            unknown = cause.verify_code in _UNKNOWN_SIGNER
            return failures.unknown_certificate(host) if unknown else failures.unsafe_connection(host)
    if proxied and (trouble := _of_the_proxy(chain, text, host)):
        return trouble
    for cause in reversed(chain):
        match cause:
            case socket.gaierror() | u.NameResolutionError():
                return failures.no_such_name(host)
            case u.InvalidChunkLength() if cause.length:
                return failures.garbled(host)
            case IncompleteRead() | ConnectionResetError() | BrokenPipeError() | EOFError() | ssl.SSLEOFError():
                return failures.cut_off(host)
            case ssl.SSLError():
                return failures.cut_off(host) if begun else failures.unsafe_connection(host)
            case TimeoutError() | u.TimeoutError():
                return failures.too_slow(host) if begun else failures.no_answer(host)
            case u.DecodeError() | u.InvalidHeader() | u.HeaderParsingError():
                return failures.garbled(host)
            case u.LocationParseError() | u.LocationValueError() | UnicodeError():
                return failures.not_an_address()
            case u.NewConnectionError() | ConnectionRefusedError() | socks.ProxyError():
                return failures.no_connection(host)
            case _:
                continue
    if any(isinstance(cause, OSError) and cause.errno is not None for cause in chain):
        return failures.no_connection(host)
    return failures.garbled(host)


def _of_the_proxy(chain: list[BaseException], text: str, host: str) -> SendTrouble | None:
    import socks
    from urllib3 import exceptions as u

    if any(isinstance(cause, socks.SOCKS5AuthError) for cause in chain) or "Tunnel connection failed: 407" in text:
        return failures.proxy_password()
    if any(isinstance(cause, socks.SOCKS5Error) for cause in chain) or "Tunnel connection failed" in text:
        return failures.no_connection(host) if any(sign in text for sign in _UNREACHED) else failures.proxy_down()
    down = (u.NewConnectionError, ConnectionRefusedError, socket.gaierror, socks.ProxyError)
    if any(isinstance(cause, down) for cause in chain):
        return failures.proxy_down()
    # urllib3 blames the proxy also where it carried us, and the site then hung up or kept silent.
    silent = (ConnectionError, TimeoutError, u.TimeoutError)
    blamed = any(isinstance(cause, u.ProxyError) for cause in chain)
    return failures.proxy_down() if blamed and not any(isinstance(cause, silent) for cause in chain) else None


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        one = waiting.pop(0)
        if not isinstance(one, BaseException) or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += [getattr(one, "reason", None), *one.args, one.__cause__, one.__context__]
