"""A change of mind takes everything along: from a record into memory, and back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from seen_online.record.change import prove, set_passphrase
from seen_online.record.forgetful import Forgetful
from seen_online.record.move import copy_into
from seen_online.record.troubles import PassphraseNeeded, TooSoon, WrongPassphrase
from support.checks import full_check
from support.records import CHEAP, PASSPHRASE, new_record

LATER = replace(full_check(), started=datetime(2027, 1, 1, tzinfo=UTC))


def test_checks_and_settings_go_along(tmp_path: Path):
    memory = Forgetful()
    memory.begin(full_check())
    memory.begin(LATER)
    memory.set("lock_after", 5)
    memory.set("draft", {"text": "a few words"})
    record = new_record(tmp_path / "kept")
    copy_into(memory, record)
    assert [record.load(line.id) for line in record.checks()] == [full_check(), LATER]
    assert record.settings() == {"lock_after": 5, "draft": {"text": "a few words"}}
    back = Forgetful()
    on_desk = replace(LATER, answers={})
    told: list[tuple[int, int]] = []
    copy_into(record, back, [on_desk], tell=lambda done, of: told.append((done, of)))
    record.close()
    assert [line.started for line in back.checks()] == [full_check().started, LATER.started]
    assert back.latest() is on_desk, "as it lies on the desk, not as it was saved last"
    assert told == [(1, 2), (2, 2)]
    assert back.settings() == memory.settings()


def test_the_present_passphrase_is_really_tried(tmp_path: Path):
    record = new_record(tmp_path)
    prove(record, PASSPHRASE)
    with pytest.raises(PassphraseNeeded):
        prove(record, "")
    for _ in range(3):
        with pytest.raises(WrongPassphrase) as caught:
            prove(record, "not this one at all")
    assert caught.value.wait > 0
    with pytest.raises(TooSoon):
        prove(record, PASSPHRASE)
    record.close()


def test_a_new_passphrase_is_the_one_that_is_tried(tmp_path: Path):
    record = new_record(tmp_path)
    set_passphrase(record, "purple lantern on friday", cost=CHEAP)
    prove(record, "purple lantern on friday")
    with pytest.raises(WrongPassphrase):
        prove(record, PASSPHRASE)
    record.close()
