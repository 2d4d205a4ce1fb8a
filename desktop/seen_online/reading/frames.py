"""What the program and its reader's process say to each other: frames of MessagePack, their length before them."""

from __future__ import annotations

import os
import struct
from typing import IO, Any, BinaryIO

import msgspec

from seen_online.reading.sheet import Reading

MAX_FRAME = 64_000_000  # bytes
_LENGTH = struct.Struct(">L")


class Job(msgspec.Struct, frozen=True, tag=True):
    """A document to read: the file at `path`, or the `size` bytes that follow the frame.

    A path is bytes, as the system has it: on Linux it may be no text at all.

    `start` is the first file of an archive to read; `name` and `media_type` say what the document was said to be.
    """

    path: bytes = b""
    size: int = 0
    name: str = ""
    media_type: str = ""
    start: int = 0


class Begun(msgspec.Struct, frozen=True, tag=True):
    """A document, or the file `number` of `total` in an archive, is about to be read."""

    number: int
    total: int
    name: str


class Done(msgspec.Struct, frozen=True, tag=True):
    """It was read."""

    number: int
    total: int
    name: str
    reading: Reading


class End(msgspec.Struct, frozen=True, tag=True):
    """The job is finished; `reading` tells why an archive was not read to its end, if it was not."""

    reading: Reading | None = None


Told = Begun | Done | End


def pipes() -> tuple[BinaryIO, BinaryIO]:
    """Return what comes in and what goes out, in a process apart. What a library prints from now on goes nowhere."""
    out = os.fdopen(os.dup(1), "wb")
    into = os.fdopen(0, "rb", closefd=False)  # a packed program without a console has no sys.stdin
    with open(os.devnull, "wb") as nothing:  # noqa: PTH123 (no path of ours)
        os.dup2(nothing.fileno(), 1)
    return into, out


def frame(message: object) -> bytes:
    """Return a message as one frame."""
    body = msgspec.msgpack.encode(message)
    return _LENGTH.pack(len(body)) + body


def send(stream: IO[bytes], message: object) -> None:
    """Write one frame."""
    stream.write(frame(message))
    stream.flush()


def receive(stream: IO[bytes], kind: Any) -> Any:
    """Read a message of this type; None at the end of the stream. Raises DecodeError where it is none."""
    body = _receive(stream)
    return msgspec.msgpack.decode(body, type=kind) if body is not None else None


def receive_or_none(stream: IO[bytes], kind: Any) -> Any:
    """Read a message of this type; None at the end of the stream, or where what comes is no such frame."""
    try:
        return receive(stream, kind)
    except (msgspec.DecodeError, OSError, ValueError):
        return None


def _receive(stream: IO[bytes]) -> bytes | None:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    size = _LENGTH.unpack(head)[0]
    body = stream.read(size) if size <= MAX_FRAME else b""
    return body if len(body) == size else None
