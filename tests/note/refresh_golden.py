"""Write the golden files anew: python tests/note/refresh_golden.py. Look at the difference before you commit it."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from support.golden_notes import CASES, NOTES, golden_name, kept  # noqa: E402

for name, suffix in CASES:
    (HERE / "golden" / golden_name(name, suffix)).write_bytes(kept(NOTES[name](), suffix).encode())
