"""A record whose files were cut, zeroed, flipped, swapped or lost: said so, left as it is, never half read."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from seen_online.record import shelf
from seen_online.record.container import header_of
from seen_online.record.export import export
from seen_online.record.header import as_bytes
from seen_online.record.place import Places
from seen_online.record.restore import take_over
from seen_online.record.troubles import Damaged, KeyGone, NotARecord, RecordTrouble, TooNew, WrongPassphrase
from support.checks import full_check
from support.records import CHEAP, PASSPHRASE, database_of, new_record, only_id, opened_again

PAGE = 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with a sealed copy, closed; each test works on a copy of its own."""
    home = tmp_path_factory.mktemp("whole") / "kept"
    record = new_record(home)
    record.begin(full_check())
    record.back_up_if_due()
    record.close()
    return home


@pytest.fixture
def home(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "kept"))


def flip(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 0x40]) + data[at + 1 :]


def swap(data: bytes, one: int, other: int) -> bytes:
    pages = [data[n : n + PAGE] for n in range(0, len(data), PAGE)]
    pages[one], pages[other] = pages[other], pages[one]
    return b"".join(pages)


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda data: b"",
    "one byte": lambda data: data[:1],
    "cut in a page": lambda data: data[: PAGE * 3 + 77],
    "cut between pages": lambda data: data[: PAGE * 3],
    "cut by one page": lambda data: data[:-PAGE],
    "cut by one byte": lambda data: data[:-1],
    "all zeros": lambda data: bytes(len(data)),
    "a page of zeros": lambda data: data[: PAGE * 2] + bytes(PAGE) + data[PAGE * 3 :],
    "the first page of zeros": lambda data: bytes(PAGE) + data[PAGE:],
    "the last page of zeros": lambda data: data[:-PAGE] + bytes(PAGE),
    "a bit of the salt": lambda data: flip(data, 3),
    "a bit of the first page": lambda data: flip(data, 200),
    "a bit of the last page": lambda data: flip(data, len(data) - 30),
    "two pages swapped": lambda data: swap(data, 2, 4),
    "another kind of file": lambda data: b"%PDF-1.7\n" + data[9:],
    "an open database": lambda data: b"SQLite format 3\0" + data[16:],
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_database_is_left_alone_and_the_copy_offered(home: Path, damage: Callable[[bytes], bytes]):
    path = database_of(home)
    path.write_bytes(spoilt := damage(path.read_bytes()))

    with pytest.raises(Damaged) as damaged:
        opened_again(home)

    assert damaged.value.backup is not None
    assert path.read_bytes() == spoilt
    assert not list(home.rglob("*.part*"))


def test_any_flipped_bit_anywhere_is_noticed(home: Path):
    path = database_of(home)
    data = path.read_bytes()
    rng = random.Random(20261122)
    for _ in range(25):
        path.write_bytes(flip(data, rng.randrange(len(data))))
        with pytest.raises(Damaged):
            opened_again(home)
    path.write_bytes(data)
    opened_again(home).close()


def test_a_lost_database_is_not_made_anew(home: Path):
    path = database_of(home)
    path.unlink()
    with pytest.raises(Damaged):
        opened_again(home)
    assert not path.exists()


def test_a_database_of_another_record_does_not_open(home: Path, tmp_path: Path):
    other = new_record(tmp_path / "other")
    other.begin(full_check())
    other.close()
    shutil.copy(database_of(tmp_path / "other"), database_of(home))
    with pytest.raises(Damaged):
        opened_again(home)


def test_a_folder_where_the_database_should_be(home: Path):
    path = database_of(home)
    path.unlink()
    path.mkdir()
    with pytest.raises(Damaged):
        opened_again(home)


HEADERS: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda data: b"",
    "cut": lambda data: data[:50],
    "flipped": lambda data: flip(data, 40),
    "zeros": lambda data: bytes(len(data)),
    "huge": lambda data: data * 1000,
    "no text": lambda data: bytes(range(256)),
}


@pytest.mark.parametrize("damage", HEADERS.values(), ids=HEADERS.keys())
def test_a_damaged_header(home: Path, damage: Callable[[bytes], bytes]):
    places = Places(home, only_id(home))
    spoilt = damage(places.header.read_bytes())
    places.header.write_bytes(spoilt)
    places.header_copy.write_bytes(spoilt)
    with pytest.raises(Damaged) as damaged:
        opened_again(home)
    assert damaged.value.backup is not None
    assert places.header.read_bytes() == spoilt


def made_up(home: Path, **fields: object) -> bytes:
    """Return a header that somebody wrote by hand, with a right digest."""
    from msgspec.structs import replace

    return as_bytes(replace(shelf.read_header(Places(home, only_id(home))), **fields))


@pytest.mark.parametrize(
    ("fields", "trouble"),
    [
        ({"data": "../../../../etc/x"}, Damaged),
        ({"data": "0" * 17}, Damaged),
        ({"id": "f" * 16}, Damaged),
        ({"entry": "x\n"}, Damaged),
        ({"salt": "zz" * 32}, Damaged),
        ({"hidden": ""}, Damaged),
        ({"check": ""}, Damaged),
        ({"number": "one"}, Damaged),
        ({"cost": {"n": 2**60, "r": 8, "p": 1}}, Damaged),
        ({"cost": {"n": -1, "r": 8, "p": 1}}, Damaged),
        ({"format": 2}, TooNew),
        ({"number": 7}, WrongPassphrase),  # nothing of it may be changed by who does not know the passphrase
        ({"data": "0" * 16}, WrongPassphrase),
        ({"locked": "keyring", "entry": "0" * 16}, RecordTrouble),
    ],
    ids=str,
)
def test_a_header_made_by_hand(home: Path, fields: dict[str, object], trouble: type[RecordTrouble]):
    places = Places(home, only_id(home))
    data = made_up(home, **fields)
    places.header.write_bytes(data)
    places.header_copy.write_bytes(data)
    with pytest.raises(trouble):
        shelf.open_record(home, places.id, passphrase=PASSPHRASE)


def test_a_key_of_another_record_in_the_keyring(tmp_path: Path):
    from seen_online.record.keychain import Keychain
    from support.keyrings import MemoryKeyring

    keyring = MemoryKeyring()
    shelf.create(tmp_path, keychain=Keychain(keyring)).close()
    shelf.create(tmp_path, keychain=Keychain(keyring)).close()
    one, other = keyring.kept
    keyring.kept[one], keyring.kept[other] = keyring.kept[other], keyring.kept[one]
    for record in shelf.records(tmp_path):
        with pytest.raises(KeyGone):
            shelf.open_record(tmp_path, record.id, keychain=Keychain(keyring))


@pytest.fixture(scope="module")
def sealed(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = Path(shutil.copytree(whole, tmp_path_factory.mktemp("sealed") / "kept"))
    record = opened_again(home)
    path = home / "copy.sealed"
    export(record, path, PASSPHRASE, cost=CHEAP)
    record.close()
    return path


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:10],
        lambda data: data[:200],
        lambda data: b"x" + data,
        lambda data: b"x" * 100_000,
        lambda data: data[:27] + b"{" * 100_000,
        lambda data: bytes(len(data)),
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1],
        lambda data: flip(data, len(data) - 5000),
        lambda data: data[: -PAGE * 2] + bytes(PAGE * 2),
    ],
    ids=["empty", "sign", "header", "prefix", "junk", "braces", "zeros", "half", "byte", "flip", "end"],
)
def test_a_damaged_sealed_file_from_elsewhere(sealed: Path, tmp_path: Path, damage: Callable[[bytes], bytes]):
    file = tmp_path / "from-elsewhere.sealed"
    file.write_bytes(spoilt := damage(sealed.read_bytes()))
    there = tmp_path / "there"
    with pytest.raises((NotARecord, Damaged)):
        take_over(there, file, PASSPHRASE, new_passphrase=PASSPHRASE, cost=CHEAP)
    assert file.read_bytes() == spoilt
    assert [path for path in there.rglob("*") if path.is_file()] == []


def test_a_sealed_file_is_only_read(sealed: Path, tmp_path: Path):
    before = sealed.read_bytes()
    take_over(tmp_path, sealed, PASSPHRASE, new_passphrase=PASSPHRASE, cost=CHEAP).close()
    assert sealed.read_bytes() == before
    assert header_of(sealed).id != only_id(tmp_path)
