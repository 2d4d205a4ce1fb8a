"""The check that lies on the desk: what all pages show and change, with a signal for each kind of change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from msgspec import to_builtins
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from seen_online.checklist.answer import Answer
from seen_online.checklist.guided import Me
from seen_online.checklist.item import Checklist
from seen_online.checklist.load import load_sites
from seen_online.checklist.shelf import Shelf, load_shelf
from seen_online.checklist.site import Site
from seen_online.outbox import Network, Outbox, Sent
from seen_online.outbox.keys import Keys
from seen_online.outbox.post import Post
from seen_online.person import Detail, Person
from seen_online.reading.page import Page
from seen_online.record.forgetful import Forgetful
from seen_online.record.keeper import Keeper
from seen_online.record.keychain import system_keychain
from seen_online.record.store import Record
from seen_online.review import perform
from seen_online.review.carry import next_check
from seen_online.review.judging import with_day
from seen_online.review.selfcheck import SelfCheck, Verdict
from seen_online.search.model import Ask, Result
from seen_online.search.rests import Rests
from seen_online.trouble import Trouble
from seen_online.ui.background import Background
from seen_online.ui.engine_keys import SETTING, Keyring, entry_of, keep, kept_keys
from seen_online.ui.files import Files
from seen_online.ui.finding_work import FindingWork
from seen_online.ui.work import Work

if TYPE_CHECKING:
    from seen_online.ui.kept import Kept


class Desk(QObject):
    """State of the open self-check. Pages change it through these methods alone, in the window's thread."""

    person_changed = Signal()
    answers_changed = Signal(str)  # item id
    asks_changed = Signal()
    results_changed = Signal()
    page_changed = Signal(str)  # result key
    findings_changed = Signal(str)  # result key
    verdict_changed = Signal(str)  # result key
    outbox_changed = Signal()
    settings_changed = Signal()
    shelf_changed = Signal()
    check_replaced = Signal()
    given_up = Signal()  # the record is about to be erased
    not_kept = Signal(object)  # a Trouble: something could not be written into the record
    keys_not_kept = Signal(object)  # a Trouble of the keyring

    _sent = Signal(object)

    def __init__(
        self,
        checklist: Checklist,
        network: Network | None = None,
        parent: QObject | None = None,
        *,
        language: str = "en",
    ) -> None:
        super().__init__(parent)
        self.language = language  # BCP 47 tag: of the checklists' translations
        self.keeper: Keeper = Forgetful()
        self.check = SelfCheck()
        self.earlier: SelfCheck | None = None
        self.keeper.begin(self.check)
        self.checklist = checklist
        self.background = Background(self)
        self.files = Files(lambda: self.record_id, self)
        self.background.at_close(self.files.close)
        self.finding = FindingWork(self.background, lambda: self.check, self.result)
        self.finding.not_searched.connect(self.page_changed)
        self.finding.found.connect(self.findings_changed)
        self.outbox = Outbox(on_change=self._sent.emit)
        self._sent.connect(self._on_sent)
        self.network = network or Network()
        self.keys = Keys()  # of search services
        self.keyring: Keyring = system_keychain  # where they are kept
        self.rests = Rests()  # which services asked to be left alone for a while
        self.engines: list[str] = ["duckduckgo"]  # ticked
        self.offered: list[str] = ["duckduckgo"]  # to choose from
        self.practice = False
        self._indexed: list[Result] | None = None  # the list that `_by_key` was made of
        self._by_key: dict[str, Result] = {}
        self._sites: tuple[Site, ...] | None = None
        self._shelf: Shelf | None = None
        self.open_address: Callable[[str], str] = str  # practice pages have another address in the browser

    @property
    def post(self) -> Post:
        """Return the door to the web, with the connection's present settings."""
        return Post(self.outbox, self.network, keys=self.keys)

    @property
    def record_id(self) -> str:
        """Return the id of the record that is open, "" where nothing is kept."""
        return self.keeper.header.id if isinstance(self.keeper, Record) else ""

    @property
    def holds_something(self) -> bool:
        """Tell whether closing would lose anything of the person's own."""
        return not self.practice and not self.keeper.keeps and self.check.begun

    def begin(self, person: Person, engines: Iterable[str], network: Network, *, practice: bool) -> None:
        """Clear the desk for another check; what was under way is dropped."""
        names = list(engines)
        outbox = Outbox(on_change=self._sent.emit)
        self.take_up(Work(SelfCheck(person=person), outbox, names, list(names), network), practice=practice)

    def work(self) -> Work:
        """Return all that lies on the desk, to be taken up again later."""
        return Work(self.check, self.outbox, self.engines, self.offered, self.network, self.earlier)

    def take_up(self, work: Work, *, practice: bool) -> None:
        """Put other work on the desk; what was under way for the old is dropped, and its consents with it."""
        self.background.drop_all()
        self.finding.dropped()
        self.outbox.withdraw()
        self.check, self.outbox, self.engines, self.offered, self.network, self.earlier = work
        self.nothing_runs()
        self.practice = practice
        self.check_replaced.emit()
        self.finding.go_on()

    def take_settings(self, offered: Iterable[str], network: Network) -> None:
        """Take the engines on offer and the connection; an engine that is new on offer is ticked."""
        before = set(self.offered)
        self.offered = list(offered)
        self.engines = [name for name in self.offered if name in self.engines or name not in before]
        self.network = network
        self._keep_settings()
        self.settings_changed.emit()

    def take_keys(self, keys: Keys) -> None:
        """Take other keys of search services; they go into the keyring where anything is kept at all."""
        self.keys = keys
        entry, keyring = entry_of(self.keeper), self.keyring
        if entry and not self.practice and (keys.services or self.recall(SETTING)):
            self.remember(SETTING, keys.services)
            self.background.run(lambda _stop, _tell: keep(keys, entry, keyring), failed=self.keys_not_kept.emit)

    def take_keeper(self, keeper: Keeper, kept: Kept | None = None) -> None:
        """Take up what a keeper keeps, `kept` where that was loaded beside the window already (see `kept.load`)."""
        from seen_online.ui.kept import connection, load, ticked

        kept = kept or load(keeper)
        self.keeper = keeper
        self.keys = kept_keys(keeper, self.keyring)
        engines, offered = ticked(kept, self.engines, self.offered)
        outbox = Outbox(on_change=self._sent.emit, sent=kept.check.sent)
        network = connection(kept, self.network)
        self.take_up(Work(kept.check, outbox, engines, offered, network, kept.earlier), practice=False)

    @property
    def checks(self) -> tuple[SelfCheck, ...]:
        """Return the checks that lie on the desk, the one that goes on last."""
        return (self.check,) if self.earlier is None else (self.earlier, self.check)

    def keep_in(self, keeper: Keeper) -> None:
        """Let another keeper keep what lies on the desk from now on; all of it is in there already (see `move`)."""
        self.keeper.close()
        self.keeper = keeper
        self._keep_settings()
        self.take_keys(self.keys)

    def save(self) -> None:
        """Save what lies on the desk; it is safe when this returns. Raises RecordTrouble."""
        if self.keeper.keeps and not self.practice:
            self.keeper.save(self.check)

    def leave_keeper(self, *, save: bool = True) -> None:
        """Close the record and clear the desk, to lock it or after it was erased. Raises RecordTrouble."""
        if not save:
            self.given_up.emit()
        with self.keeper.hurry():  # nobody waits for a copy
            if save:
                self.save()
            self.keeper.close()
        self.take_keeper(Forgetful())

    def start_new_check(self, *, copied: bool = False) -> None:
        """Keep the check on the desk as it is and begin the next. Raises RecordTrouble, and changes nothing then.

        `copied`: a sealed copy of the record was just made, so that the window does not wait for one.
        """
        self.save()
        earlier, later = self.check, next_check(self.check)
        if not self.practice:
            self.keeper.begin(later, copied=copied)
        outbox = Outbox(on_change=self._sent.emit)
        work = Work(later, outbox, self.engines, self.offered, self.network, earlier)
        self.take_up(work, practice=self.practice)

    def recall(self, name: str, otherwise: Any = None) -> Any:
        """Return a setting or a text that is kept with the record, `otherwise` where there is none, or in practice."""
        return otherwise if self.practice else self.keeper.setting(name, otherwise)

    def remember(self, name: str, value: Any) -> None:
        """Keep a setting or a text with the record; what practice is set to is not kept."""
        if self.practice or self.keeper.setting(name) == value:
            return
        try:
            self.keeper.set(name, value)
        except Trouble as trouble:
            self.not_kept.emit(trouble)

    def tick_engines(self, names: Iterable[str]) -> None:
        """Take which of the engines on offer are ticked."""
        self.engines = list(names)
        self._keep_settings()

    def _keep_settings(self) -> None:
        self.remember("engines", list(self.engines))
        self.remember("offered", list(self.offered))
        self.remember("network", to_builtins(self.network))

    def set_details(self, details: Iterable[Detail], region: str) -> None:
        """Take what the person typed about themselves; what was found is compared with it anew."""
        person = Person(tuple(dict.fromkeys(details)), region)
        if person == self.check.person:
            return
        self.check.person = person
        self.person_changed.emit()
        if self.check.results:
            self.check.findings.clear()
            self.finding.begin_anew()  # what is under way compares with what the person was before

    def set_usage(self, me: Me) -> None:
        """Take which sites the person uses and whom they work with."""
        if me == self.check.me:
            return
        self.check.sites = None if me.sites is None else tuple(sorted(me.sites))
        self.check.service_users, self.check.managers = me.service_users, me.managers
        self.person_changed.emit()

    @property
    def sites(self) -> tuple[Site, ...]:
        """Return the networks that the checklists know."""
        if self._sites is None:
            self._sites = load_sites(language=self.language).values
        return self._sites

    def reorder(self, keys: Sequence[str]) -> None:
        """Put the results into this order, in a new list: one that is being sorted looks empty to who saves it."""
        place = {key: number for number, key in enumerate(keys)}
        self.check.results = sorted(self.check.results, key=lambda result: place.get(result.key, len(place)))

    @property
    def shelf(self) -> Shelf:
        """Return all that the checklists say; loaded when it is first needed."""
        if self._shelf is None:
            self._shelf = load_shelf(language=self.language)
        return self._shelf

    @property
    def lists(self) -> tuple[Checklist, ...]:
        """Return the things to consider, then the extra checklists."""
        return self._shelf.lists if self._shelf is not None else (self.checklist,)

    def use_shelf(self, shelf: Shelf) -> None:
        """Take other checklists, an employer's for instance; answers stay with the things they belong to."""
        self._shelf, self._sites = shelf, shelf.sites
        self.checklist = shelf.whole
        self.shelf_changed.emit()

    def answer(self, item_id: str, answer: Answer) -> None:
        """Keep the answer to one thing to consider."""
        if self.check.answers.get(item_id, Answer()) != answer:
            self.check.answers[item_id] = answer
            self.answers_changed.emit(item_id)

    def nothing_runs(self) -> None:
        """No ask is under way any more: what was being asked when it was dropped is not asked."""
        self.check.asks = perform.broken_off(self.check.asks)

    def expect(self, asks: Iterable[Ask]) -> None:
        """Put asks that are about to be sent in sight, as not asked yet."""
        self.finding.warm()
        self.check.asks = perform.with_asks(self.check.asks, asks)
        self.asks_changed.emit()

    def ask_came(self, ask: Ask, results: Sequence[Result] | None = None) -> None:
        """Take one engine's answer, or news that it is being asked, into the check.

        `results` are those of all asks so far, merged in the thread that brings them, so that the window never waits.
        """
        if ask.running:
            self.check.asks = perform.with_running(self.check.asks, ask)
            self.asks_changed.emit()
            return
        if results is None and any(each is ask for each in self.check.asks):
            return  # told once more at the end
        self.check.asks = perform.with_asks(self.check.asks, [ask])
        if results is None and ask.hits:
            results = perform.merged(self.check.asks)  # the search was stopped just as this one came
        if results is not None:
            perform.take_results(self.check, results)
        self.asks_changed.emit()
        if ask.hits:
            self.results_changed.emit()
            self.finding.go_on()

    def page_came(self, key: str, page: Page) -> None:
        """Take what reading one page gave."""
        perform.take_page(self.check, key, page)
        self.page_changed.emit(key)
        self.finding.go_on()

    def judge(self, key: str, verdict: Verdict) -> None:
        """Keep the person's verdict on one result."""
        if self.check.verdicts.get(key, Verdict()) != verdict:
            self.check.verdicts[key] = verdict
            self.verdict_changed.emit(key)

    def verdict(self, key: str) -> Verdict:
        """Return the verdict on a result, an empty one where there is none yet."""
        return self.check.verdicts.get(key, Verdict())

    def result(self, key: str) -> Result | None:
        """Return the result with this key, or None."""
        if self._indexed is not self.check.results:
            self._indexed = self.check.results
            self._by_key = {result.key: result for result in self._indexed}
        return self._by_key.get(key)

    def change_verdict(self, key: str, **changes: object) -> None:
        """Change some fields of the verdict on a result."""
        before = self.verdict(key)
        self.judge(key, with_day(before, replace(before, **changes), key, self.now().date()))

    def now(self) -> datetime:
        """Return the time, with this computer's time zone."""
        return datetime.now().astimezone()

    def _on_sent(self, _entry: Sent) -> None:
        self.check.sent = self.outbox.sent
        self.outbox_changed.emit()
