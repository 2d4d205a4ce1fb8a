"""The made-up person of practice mode; her details stand in about.yaml beside this file."""

from __future__ import annotations

from pathlib import Path

from seen_online.person import Person, load_about

ABOUT_FILE = Path(__file__).parent / "about.yaml"


def practice_person() -> Person:
    """Return the made-up care worker whose web is served by `practice.server`.

    Neither she nor any other person of the practice web exists. Telephone numbers are those that Ofcom keeps for
    drama, addresses of hosts end in .example, and the postcodes lie in sectors that Royal Mail has not given out.
    """
    return load_about(ABOUT_FILE)
