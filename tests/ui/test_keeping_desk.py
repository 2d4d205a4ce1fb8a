"""The desk and its keeper: what is taken up, saved and left behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from seen_online.checklist.answer import Answer, Choice
from seen_online.outbox import Network
from seen_online.person import Detail, DetailKind, Use
from seen_online.record.move import copy_into
from seen_online.record.troubles import DiskFull
from seen_online.review.selfcheck import SelfCheck, Verdict, Who
from seen_online.search.model import Result
from seen_online.ui.desk import Desk
from seen_online.ui.saving import Saving
from support.records import PASSPHRASE, new_record, opened_again

NAME = Detail(DetailKind.NAME, "Imogen Thackeray-Aldby", Use.SEARCH)
OTHER_NAME = Detail(DetailKind.NAME, "Nia Ashworth", Use.SEARCH)
SAFE, PATIENCE = 1_000, 30_000  # milliseconds


def test_what_is_on_the_desk_is_taken_up_again(desk: Desk, tmp_path: Path) -> None:
    desk.take_keeper(new_record(tmp_path))
    desk.set_details([NAME], "IE")
    desk.take_settings(["duckduckgo", "mojeek"], Network("http://127.0.0.1:9"))
    desk.tick_engines(["mojeek"])
    desk.leave_keeper()
    assert not desk.check.begun
    assert not desk.keeper.keeps
    desk.network = Network()
    desk.take_keeper(opened_again(tmp_path))
    assert desk.check.person.details == (NAME,)
    assert desk.check.person.region == "IE"
    assert (desk.engines, desk.offered) == (["mojeek"], ["duckduckgo", "mojeek"])
    assert desk.network == Network("http://127.0.0.1:9")
    desk.leave_keeper()


@pytest.mark.parametrize("change", ["details", "answer", "verdict"])
def test_a_change_is_safe_within_a_second(desk: Desk, tmp_path: Path, qtbot: QtBot, change: str) -> None:
    saving = Saving(desk)
    record = new_record(tmp_path)
    desk.take_keeper(record)
    if change == "details":
        desk.set_details([NAME], "GB")
    elif change == "answer":
        desk.answer("own-name", Answer(Choice.NEEDS_DOING, note="ask Wren"))
    else:
        desk.judge("page", Verdict(Who.ME, note="that is the fete"))
    qtbot.wait(SAFE)
    saving.close()
    record.close()  # without another save
    kept = opened_again(tmp_path)
    again = kept.latest()
    kept.close()
    assert again is not None
    assert again == desk.check
    assert again.begun


def test_results_are_put_in_order_without_a_moment_in_which_a_save_finds_none(desk: Desk) -> None:
    """A list looks empty to other threads while it is sorted, and a save would take its results out of the record."""
    desk.check.results = [Result(name, f"https://{name}.example/", name, "") for name in ("one", "two", "three")]
    before = desk.check.results
    desk.reorder(["three", "two"])
    assert [result.key for result in desk.check.results] == ["three", "two", "one"]
    assert [result.key for result in before] == ["one", "two", "three"], "what is being saved stays as it is"
    assert desk.result("two") is desk.check.results[1]


def test_a_fault_of_ours_while_saving_is_told(
    desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    saving, record = Saving(desk), new_record(tmp_path)
    desk.take_keeper(record)

    def falls(_check: SelfCheck) -> int:
        raise UnicodeEncodeError("utf-8", "", 0, 1, "half a letter")  # a ValueError, as is that of a closed record

    with monkeypatch.context() as patch:
        patch.setattr(record, "save", falls)
        with qtbot.waitSignal(saving.trouble, timeout=PATIENCE):
            desk.set_details([NAME], "GB")
    saving.close()
    desk.leave_keeper()


def test_what_waits_from_the_check_before_is_saved_too(tmp_path: Path, desk: Desk) -> None:
    desk.take_keeper(new_record(tmp_path))
    desk.check.set_aside["a"] = Verdict(Who.ME)
    desk.save()
    desk.check.set_aside["b"] = Verdict(Who.NOT_ME)  # changed in place, as carrying over does
    desk.leave_keeper()
    kept = opened_again(tmp_path)
    again = kept.latest()
    kept.close()
    assert again is not None
    assert set(again.set_aside) == {"a", "b"}


def test_practice_is_never_saved(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    saving = Saving(desk)
    desk.take_keeper(new_record(tmp_path))
    desk.save()
    own = desk.work()
    desk.begin(own.check.person, ["duckduckgo"], Network(), practice=True)
    desk.set_details([NAME], "GB")
    desk.remember("remind_months", 3)
    qtbot.wait(SAFE)
    desk.take_up(own, practice=False)
    assert desk.recall("remind_months") is None
    saving.close()
    desk.leave_keeper()
    kept = opened_again(tmp_path)
    assert [line.started for line in kept.checks()] == [own.check.started]
    again = kept.latest()
    kept.close()
    assert again is not None
    assert not again.begun


def test_a_new_check_keeps_the_old_one(desk: Desk, tmp_path: Path) -> None:
    desk.take_keeper(new_record(tmp_path))
    desk.set_details([NAME], "GB")
    first = desk.check
    desk.start_new_check()
    assert desk.earlier is first
    assert desk.check.person == first.person
    desk.leave_keeper()
    desk.take_keeper(opened_again(tmp_path))
    assert desk.earlier is not None
    assert desk.earlier.started == first.started
    assert len(desk.keeper.checks()) == 2
    desk.leave_keeper()


def test_what_was_not_kept_so_far_moves_into_a_record(desk: Desk, tmp_path: Path) -> None:
    desk.set_details([NAME], "GB")
    desk.start_new_check()
    record = new_record(tmp_path)
    copy_into(desk.keeper, record, desk.checks)
    desk.keep_in(record)
    desk.set_details([NAME, OTHER_NAME], "GB")
    desk.leave_keeper()
    kept = opened_again(tmp_path, PASSPHRASE)
    assert len(kept.checks()) == 2
    again = kept.latest()
    assert again is not None
    assert again.person.details == (NAME, OTHER_NAME)
    kept.close()


def test_a_full_disk_is_told_and_tried_again(
    desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("seen_online.ui.saving.RETRY", 300)
    saving = Saving(desk)
    record = new_record(tmp_path)
    desk.take_keeper(record)
    save, full = record.save, [True]

    def disk_full(check: object) -> int:
        if full[0]:
            raise DiskFull
        return save(check)  # type: ignore[arg-type]

    monkeypatch.setattr(record, "save", disk_full)
    with qtbot.waitSignal(saving.trouble, timeout=PATIENCE) as told:
        desk.set_details([NAME], "GB")
    assert isinstance(told.args[0], DiskFull)
    full[0] = False
    with qtbot.waitSignal(saving.saved, timeout=PATIENCE):
        pass
    saving.close()
    record.close()
    kept = opened_again(tmp_path)
    again = kept.latest()
    kept.close()
    assert again is not None
    assert again.person.details == (NAME,)
