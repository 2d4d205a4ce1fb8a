"""Write the sealed file of the present layout, to be read by all later ones: python tests/record/make_version.py."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from seen_online.record.export import export
from seen_online.record.migrations import VERSION
from support.checks import full_check
from support.records import CHEAP, new_record

if __name__ == "__main__":
    folder = Path(__file__).parent / "versions"
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        record = new_record(Path(home))
        record.begin(full_check())
        record.set("reminder", "2026-09-01")
        export(record, folder / f"{VERSION}.sealed", "made up person only", cost=CHEAP)
        record.close()
    print(folder / f"{VERSION}.sealed")
