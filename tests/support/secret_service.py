"""A Secret Service on a message bus of its own, as gnome-keyring would be: the real protocol over a real D-Bus.

The bus is the system's own dbus-daemon, started with a socket in the test's folder; nobody else's bus is touched.
"""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

DAEMON = shutil.which("dbus-daemon")
_SECRETS = "org.freedesktop.secrets"
_BASE = "/org/freedesktop/secrets"
_DEFAULT = f"{_BASE}/aliases/default"
_PROMPT = f"{_BASE}/prompt/p1"
_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
<policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy>
</busconfig>"""


class SecretService:
    """What the keyring holds (by user name), whether it is locked, and how its question is answered.

    `answer` is "unlock", "dismiss" or "silent", for a person who does not see the window or is not there.
    """

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection
        self.items: dict[str, tuple[dict[str, str], bytes]] = {}
        self.locked = False
        self.answer = "unlock"
        self.prompts = 0

    def entries(self) -> list[str]:
        """Return the user names under which something is kept."""
        return [attributes["username"] for attributes, _secret in self.items.values()]

    def serve(self) -> None:
        with suppress(ConnectionError, OSError, ValueError):
            while True:
                message = self._connection.receive()
                if message.header.message_type is MessageType.method_call:
                    self._answer(message)

    def _answer(self, message: Message) -> None:
        fields = message.header.fields
        path, member = fields[HeaderFields.path], fields[HeaderFields.member]
        try:
            signature, body = self._call(path, member, message.body)
        except KeyError:
            reply = new_error(message, "org.freedesktop.DBus.Error.UnknownObject", "s", ("no such thing",))
        except NotImplementedError:
            reply = new_error(message, "org.freedesktop.DBus.Error.NotSupported", "s", ("not here",))
        else:
            reply = new_method_return(message, signature, body)
        self._connection.send(reply)
        if member == "Prompt" and self.answer != "silent":
            self.locked = self.locked and self.answer == "dismiss"
            emitter = DBusAddress(_PROMPT, interface="org.freedesktop.Secret.Prompt")
            self._connection.send(new_signal(emitter, "Completed", "bv", (self.locked, ("ao", [_DEFAULT]))))

    def _call(self, path: str, member: str, body: tuple) -> tuple[str | None, tuple]:
        match member:
            case "OpenSession":
                if body[0] != "plain":
                    raise NotImplementedError
                return "vo", (("s", ""), f"{_BASE}/session/s1")
            case "Get":
                return "v", (self._property(path, body[1]),)
            case "Unlock":
                if not self.locked:
                    return "aoo", (body[0], "/")
                self.prompts += 1
                return "aoo", ([], _PROMPT)
            case "Prompt":
                return None, ()
            case "SearchItems":
                wanted = body[0].items()
                return "ao", ([p for p, (attributes, _) in self.items.items() if wanted <= attributes.items()],)
            case "CreateItem":
                attributes = body[0]["org.freedesktop.Secret.Item.Attributes"][1]
                item = f"{_DEFAULT}/{attributes['username']}"
                self.items[item] = (attributes, bytes(body[1][2]))
                return "oo", (item, "/")
            case "GetSecret":
                return "(oayays)", ((body[0], b"", self.items[path][1], "text/plain"),)
            case "Delete":
                del self.items[path]
                return "o", ("/",)
        raise NotImplementedError

    def _property(self, path: str, name: str) -> tuple:
        if name == "Locked":
            return "b", self.locked
        if name == "Label":
            return "s", "Default"
        return "a{ss}", self.items[path][0]


@contextmanager
def secret_service(folder: Path) -> Iterator[tuple[str, SecretService]]:
    """Start a bus and a keyring on it; yield the bus's address, for DBUS_SESSION_BUS_ADDRESS, and the keyring."""
    assert DAEMON
    folder.mkdir(parents=True, exist_ok=True)
    socket, config = folder / "bus", folder / "bus.conf"
    config.write_text(_CONFIG.format(socket=socket))
    command = [DAEMON, f"--config-file={config}", "--nofork", "--nopidfile", "--print-address=1"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        connection = open_dbus_connection(bus=address)
        Proxy(message_bus, connection).RequestName(_SECRETS)
        service = SecretService(connection)
        thread = threading.Thread(target=service.serve, daemon=True)
        thread.start()
        yield address, service
        daemon.terminate()  # ends the thread's receiving
        thread.join(30)
        connection.close()
    finally:
        daemon.kill()
        daemon.wait()
        if daemon.stdout is not None:
            daemon.stdout.close()
