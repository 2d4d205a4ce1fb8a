"""The sealed record on this computer, and the choice to keep none.

    home = place.record_home(options.home)              where; nothing is made yet
    held = lock.hold(home)                              one window at a time; then ask held.asked_to_front()
    shelf.records(home)                                 which there are: number, and how each is locked
    record = shelf.create(home, passphrase=...)         or keychain=keychain.system_keychain()
    record = shelf.open_record(home, id, passphrase=…)  raises a kind of trouble for each page that the window shows
    check = record.latest() or SelfCheck()              then record.begin(check), once a new check
    record.save(check)                                  after every change; it writes what is new, and it is safe then
    record.set("draft", text); record.setting("draft")  settings that tell something, and texts
    record.close()                                      at the end, and to lock the window

`forgetful.Forgetful` has the same interface (`keeper.Keeper`) and writes nothing. `change` changes what opens a record,
`export.export` and `restore.take_over` move one to another computer, `restore.restore` goes back to a sealed copy,
`erase` leaves nothing. Whatever goes wrong is one of the kinds in `troubles`; none of them tells what a record holds.

On the disk: `records/ID.seal` (how it is locked, twice), `records/ID-NAME.db` (SQLCipher, with its -wal), and
`backups/ID-TIME.sealed`. The names say nothing. All calls may take long (a keyring asks, a disk is slow): all but
`save`, `set` and `setting` belong beside the window's thread.
"""
