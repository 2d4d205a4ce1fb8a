"""Real servers on loopback: HTTP and HTTPS sites, an HTTP proxy, a SOCKS5 proxy, and a certificate authority.

A site answers with whatever a function of the test says, byte by byte if it must (`Answer.raw`). The proxies carry
any host name to a loopback site, so the code under test uses real names, real TLS and real protocols, and no packet
leaves the machine.
"""

from __future__ import annotations

import atexit
import base64
import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import trustme

LOOPBACK = "127.0.0.1"
_MOST_HEAD = 1_000_000


class Asked(NamedTuple):
    """One request as a site saw it; header names are in lower case."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes
    host: str = ""

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]


class Wire:
    """The open connection, for an answer that writes its own bytes."""

    def __init__(self, link: socket.socket, closing: threading.Event) -> None:
        self.link = link
        self._closing = closing

    def send(self, data: bytes) -> None:
        self.link.sendall(data)

    def wait(self, seconds: float) -> bool:
        """Pause; False as soon as the server is being closed."""
        return not self._closing.wait(seconds)

    def drip(self, pieces: Iterable[bytes], every: float) -> None:
        """Send the pieces with a pause after each, until the other side or the test has had enough."""
        for piece in pieces:
            self.send(piece)
            if not self.wait(every):
                return


@dataclass
class Answer:
    """What a site says. `body` as an iterator is sent in chunks; `raw` writes everything itself, head included."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | str | Iterable[bytes] = b""
    raw: Callable[[Wire], None] | None = None


class Loopback:
    """A server on 127.0.0.1: one thread a connection, all of it closed on leaving the `with` block."""

    def __init__(self) -> None:
        self._closing = threading.Event()
        self._links: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server((LOOPBACK, 0), backlog=128)
        self.port: int = self._listener.getsockname()[1]

    def __enter__(self) -> Self:
        self._spawn(self._accept)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._closing.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            links = list(self._links)
        for link in links:
            with contextlib.suppress(OSError):
                link.shutdown(socket.SHUT_RDWR)
        for thread in list(self._threads):
            thread.join(30)

    def _spawn(self, work: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=work, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._closing.is_set():
            try:
                link, _ = self._listener.accept()
            except OSError:
                return
            self._spawn(self._one, link)

    def _one(self, link: socket.socket) -> None:
        # A client that hangs up, refuses our certificate or talks nonsense is a normal end of a connection here.
        with self._kept(link), contextlib.suppress(OSError, ValueError, EOFError):
            link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.serve(link)

    @contextlib.contextmanager
    def _kept(self, link: socket.socket) -> Iterator[None]:
        with self._lock:
            self._links.add(link)
            late = self._closing.is_set()  # those before this moment were shut by __exit__
        if late:
            with contextlib.suppress(OSError):
                link.shutdown(socket.SHUT_RDWR)
        try:
            yield
        finally:
            with self._lock:
                self._links.discard(link)
            link.close()

    def serve(self, link: socket.socket) -> None:
        raise NotImplementedError


class Authority:
    """A certificate authority of the test's own; `pem` is what a council's IT team would hand out."""

    def __init__(self, folder: Path) -> None:
        self._ca = trustme.CA()
        self._contexts: dict[str, ssl.SSLContext] = {}
        self._lock = threading.Lock()
        self.pem = folder / "authority.pem"
        self._ca.cert_pem.write_to_path(str(self.pem))

    def context(self, *names: str) -> ssl.SSLContext:
        """Return a server's context with a certificate for `names`; for none, whatever name the client asks for."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._ca.issue_cert(*(names or ("localhost", LOOPBACK))).configure_cert(context)
        if not names:
            context.sni_callback = self._by_name
        return context

    def _by_name(self, link: ssl.SSLObject | ssl.SSLSocket, name: str | None, _: ssl.SSLContext) -> None:
        if name is None:
            return
        with self._lock:
            if name not in self._contexts:
                self._contexts[name] = self.context(name)
            link.context = self._contexts[name]


class Site(Loopback):
    """An HTTP/1.1 site; with an authority, HTTPS for every name. `asked` keeps what came in, oldest first."""

    def __init__(self, answer: Callable[[Asked], Answer], tls: ssl.SSLContext | None = None) -> None:
        super().__init__()
        self.answer = answer
        self.asked: list[Asked] = []
        self._tls = tls

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://{LOOPBACK}:{self.port}"

    def serve(self, link: socket.socket) -> None:
        if self._tls is not None:
            secure = self._tls.wrap_socket(link, server_side=True, do_handshake_on_connect=False)
            with self._kept(secure):
                secure.do_handshake()
                self._talk(secure)
                # A client takes the end of a TLS stream for a cut-off unless it is closed in due form.
                with contextlib.suppress(OSError):
                    secure.unwrap()
            return
        self._talk(link)

    def _talk(self, link: socket.socket) -> None:
        with link.makefile("rb") as stream:
            while (asked := read_request(stream)) is not None and not self._closing.is_set():
                self.asked.append(asked)
                answer = self.answer(asked)
                if answer.raw is not None:
                    answer.raw(Wire(link, self._closing))
                    return
                write_answer(link, asked, answer)


def read_request(stream) -> Asked | None:
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        line = stream.readline(_MOST_HEAD)
        if not line or len(head) > _MOST_HEAD:
            return None
        head += line
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ", 2)
    headers = {k.strip().lower(): v.strip() for k, _, v in (line.partition(":") for line in lines if line)}
    body = stream.read(int(headers.get("content-length", 0)))
    return Asked(method, target, headers, body, headers.get("host", ""))


def write_answer(link: socket.socket, asked: Asked, answer: Answer) -> None:
    whole = answer.body.encode() if isinstance(answer.body, str) else answer.body
    headers = {"Content-Type": "text/html; charset=utf-8", **answer.headers}
    if isinstance(whole, bytes):
        headers.setdefault("Content-Length", str(len(whole)))
    else:
        headers["Transfer-Encoding"] = "chunked"
    head = f"HTTP/1.1 {answer.status} Whatever\r\n" + "".join(f"{k}: {v}\r\n" for k, v in headers.items()) + "\r\n"
    if isinstance(whole, bytes):
        link.sendall(head.encode() + (b"" if asked.method == "HEAD" else whole))
        return
    link.sendall(head.encode())
    for piece in whole:
        link.sendall(b"%x\r\n%s\r\n" % (len(piece), piece))
    link.sendall(b"0\r\n\r\n")


class Proxy(Loopback):
    """An HTTP proxy. `carry(host, port)` names the loopback port for a host, or None for "no such host".

    With `login` ("user:password") it asks for that; with `tls` it is itself reached over TLS. `targets` keeps what
    it was asked to reach, as "host:port".
    """

    def __init__(
        self,
        carry: Callable[[str, int], int | None],
        login: str = "",
        tls: ssl.SSLContext | None = None,
    ) -> None:
        super().__init__()
        self.carry = carry
        self.targets: list[str] = []
        self._login = base64.b64encode(login.encode()).decode() if login else ""
        self._tls = tls

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://{LOOPBACK}:{self.port}"

    def serve(self, link: socket.socket) -> None:
        if self._tls is not None:
            secure = self._tls.wrap_socket(link, server_side=True)
            with self._kept(secure):
                self._pass_on(secure)
            return
        self._pass_on(link)

    def _pass_on(self, link: socket.socket) -> None:
        with link.makefile("rb", buffering=0) as stream:
            asked = read_request(stream)
        if asked is None:
            return
        plain = "" if asked.method == "CONNECT" else asked.target.removeprefix("http://").partition("/")[0]
        host, _, port = (plain or asked.target).rpartition(":") if ":" in (plain or asked.target) else (plain, "", "80")
        self.targets.append(f"{host}:{port}")
        if self._login and asked.headers.get("proxy-authorization") != f"Basic {self._login}":
            link.sendall(
                b'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\n'
                b"Content-Length: 0\r\nConnection: close\r\n\r\n"
            )
            return
        carried = self.carry(host.strip("[]"), int(port))
        if carried is None:
            link.sendall(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            return
        with socket.create_connection((LOOPBACK, carried)) as onward, self._kept(onward):
            onward.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if plain:
                path = "/" + asked.target.removeprefix("http://").partition("/")[2]
                lines = "".join(f"{k}: {v}\r\n" for k, v in asked.headers.items() if not k.startswith("proxy-"))
                onward.sendall(f"{asked.method} {path} HTTP/1.1\r\n{lines}\r\n".encode("latin-1") + asked.body)
            else:
                link.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            self._both_ways(link, onward)

    def _both_ways(self, one: socket.socket, other: socket.socket) -> None:
        back = threading.Thread(target=_pump, args=(other, one), daemon=True)
        back.start()
        _pump(one, other)
        back.join(5)


class Socks(Proxy):
    """A SOCKS5 proxy; `targets` shows whether it was given a name or an address that was looked up before."""

    def __init__(self, carry: Callable[[str, int], int | None], login: str = "") -> None:
        super().__init__(carry)
        self._user = login.encode()

    @property
    def url(self) -> str:
        return f"socks5h://{LOOPBACK}:{self.port}"

    def serve(self, link: socket.socket) -> None:
        with link.makefile("rb", buffering=0) as raw:

            def take(count: int) -> bytes:
                data = b""
                while len(data) < count:
                    piece = raw.read(count - len(data))
                    if not piece:
                        raise EOFError
                    data += piece
                return data

            _, methods = take(2)
            offered = take(methods)
            if self._user:
                if 2 not in offered:
                    link.sendall(b"\x05\xff")
                    return
                link.sendall(b"\x05\x02")
                _, length = take(2)
                user = take(length)
                password = take(take(1)[0])
                good = user + b":" + password == self._user
                link.sendall(b"\x01\x00" if good else b"\x01\x01")
                if not good:
                    return
            else:
                link.sendall(b"\x05\x00")
            _, _, _, kind = take(4)
            if kind == 3:
                host = take(take(1)[0]).decode()
            else:
                host = socket.inet_ntop(*((socket.AF_INET, take(4)) if kind == 1 else (socket.AF_INET6, take(16))))
            port = int.from_bytes(take(2))
        self.targets.append(f"{host}:{port}")
        carried = self.carry(host, port)
        if carried is None:
            link.sendall(b"\x05\x04\x00\x01" + bytes(6))  # host unreachable
            return
        with socket.create_connection((LOOPBACK, carried)) as onward, self._kept(onward):
            onward.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            link.sendall(b"\x05\x00\x00\x01" + bytes(6))
            self._both_ways(link, onward)


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            sink.sendall(data)
    with contextlib.suppress(OSError):
        sink.shutdown(socket.SHUT_WR)


def unused_port() -> int:
    """Return a loopback port on which nobody listens, nor will: a test beside this one can't be given it."""
    probe = socket.socket()
    atexit.register(probe.close)
    probe.bind((LOOPBACK, 0))
    return probe.getsockname()[1]
