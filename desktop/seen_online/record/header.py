"""The small file beside a record that says how it is locked. It tells nothing about the person.

A record's key is always random. It lies in the system's keyring, or stands here, sealed with a passphrase: hidden
under bytes that only the passphrase gives, with a check by which a wrong passphrase is told from a damaged file.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec.structs import replace

from seen_online.record.passphrase import Cost, stretch
from seen_online.record.place import Places, is_opaque, opaque_name, sync_folder, write_whole
from seen_online.record.troubles import Damaged, NotARecord, TooNew, WrongPassphrase, files

FORMAT = 1
KEY_BYTES = 32
MOST_BYTES = 4096  # of a header's file
_HEX = re.compile(r"(?:[0-9a-f]{64})?")


class Locked(StrEnum):
    """What opens a record."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 (the name of a way, not a secret)


class Header(msgspec.Struct, frozen=True):
    """How one record is locked.

    `number` tells several records on one computer apart, and is all that is shown of them. `data` names the database;
    a change of lock writes a new one and then this header, so that the two never part. `entry` names the key in the
    keyring. `salt` and `cost` are the passphrase's; `hidden` is the key hidden under what the passphrase gives; `check`
    is a keyed digest of all the rest. Bytes stand in hexadecimal digits.
    """

    id: str
    data: str
    locked: Locked
    number: int = 1
    entry: str = ""
    salt: str = ""
    cost: Cost = Cost()
    hidden: str = ""
    check: str = ""
    format: int = FORMAT


def new_key() -> bytes:
    """Return a random key for a database."""
    return secrets.token_bytes(KEY_BYTES)


def keyring_header(record_id: str, number: int, key: bytes) -> Header:
    """Return the header of a record whose key the caller puts into the keyring, under `entry`."""
    return _checked(Header(record_id, opaque_name(), Locked.KEYRING, number, opaque_name()), key)


def passphrase_header(record_id: str, number: int, key: bytes, passphrase: str, cost: Cost) -> Header:
    """Return the header of a record that this passphrase opens."""
    salt = secrets.token_bytes(KEY_BYTES)
    hidden = _under(stretch(passphrase, salt, cost), key)
    return _checked(
        Header(record_id, opaque_name(), Locked.PASSPHRASE, number, salt=salt.hex(), cost=cost, hidden=hidden.hex()),
        key,
    )


def renamed(header: Header, key: bytes) -> Header:
    """Return the header for another copy of the same database, with the same lock."""
    return _checked(replace(header, data=opaque_name()), key)


def fits(header: Header, key: bytes) -> bool:
    """Tell whether this is the key that the header was written with."""
    return hmac.compare_digest(_check(header, key), header.check)


def key_from(header: Header, passphrase: str) -> bytes:
    """Return the key that the passphrase opens. Raises WrongPassphrase."""
    key = _under(stretch(passphrase, bytes.fromhex(header.salt), header.cost), bytes.fromhex(header.hidden))
    if not fits(header, key):
        raise WrongPassphrase
    return key


def as_bytes(header: Header) -> bytes:
    """Return the header as it stands in a file: a line of JSON and a line with its digest."""
    line = msgspec.json.encode(header)
    return line + b"\n" + hashlib.sha256(line).hexdigest().encode() + b"\n"


def from_bytes(data: bytes) -> Header:
    """Read a header. Raises NotARecord where it is none or damaged, TooNew where a newer version wrote it."""
    line, _, digest = data.partition(b"\n")
    if len(data) > MOST_BYTES or hashlib.sha256(line).hexdigest().encode() != digest.strip():
        raise NotARecord
    try:
        if msgspec.json.decode(line, type=_Format).format > FORMAT:
            raise TooNew
        header = msgspec.json.decode(line, type=Header)
    except msgspec.MsgspecError:
        raise NotARecord from None
    names = (header.id, header.data, header.entry or header.data)
    secret = (header.salt, header.hidden, header.check)
    complete = bool(header.hidden and header.salt) if header.locked is Locked.PASSPHRASE else bool(header.entry)
    sound = all(map(is_opaque, names)) and all(map(_HEX.fullmatch, secret)) and header.cost.sane
    if not (sound and complete and header.check):
        raise NotARecord
    return header


def write_header(places: Places, header: Header) -> None:
    """Make this the record's header: from here on the record is the database that it names."""
    data = as_bytes(header)
    write_whole(places.header, data)
    write_whole(places.header_copy, data)
    sync_folder(places.records)


def read_header(places: Places) -> Header:
    """Read the record's header, from its copy where the first is damaged. Raises Damaged, TooNew."""
    for path in (places.header, places.header_copy):
        header = _read(path, places.id)
        if header is not None:
            return header
    raise Damaged


def mend_copies(places: Places, header: Header) -> bool:
    """Bring the two copies of a header that proved right in line; tell whether both were so already."""
    if all(_read(path, places.id) == header for path in (places.header, places.header_copy)):
        return True
    write_header(places, header)
    return False


def _read(path: Path, record_id: str) -> Header | None:
    try:
        with files(path, reading=True):
            data = path.read_bytes() if path.is_file() and path.stat().st_size <= MOST_BYTES else b""
        header = from_bytes(data)
    except NotARecord:
        return None
    return header if header.id == record_id else None


class _Format(msgspec.Struct):
    format: int = FORMAT


def _under(stretched: bytes, data: bytes) -> bytes:
    # Each salt is used once, so these bytes hide one key and nothing else.
    return bytes(a ^ b for a, b in zip(stretched[:KEY_BYTES], data, strict=True))


def _checked(header: Header, key: bytes) -> Header:
    return replace(header, check=_check(header, key))


def _check(header: Header, key: bytes) -> str:
    rest = msgspec.json.encode(replace(header, check=""))
    return hmac.new(key, b"seen-online header " + rest, hashlib.sha256).hexdigest()
