"""The sealed record on this computer.

Start here: `place.record_home` says where, `lock.hold` keeps a second window out, `shelf` lists, makes and opens
records, and what it gives (`store.Record`) has the same interface (`keeper.Keeper`) as `forgetful.Forgetful`, which
writes nothing. `change` changes how a record is locked, `backup` and `export` make copies, `restore` and `takeover`
read them again, `erase` leaves nothing. Whatever goes wrong is one of the kinds in `troubles`.
"""
