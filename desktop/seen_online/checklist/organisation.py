"""An employer's own slots: its documents, its complaints procedure and whom to ask."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from seen_online.checklist.fields import Language, Line, Slot, Url, Words


class OwnDocument(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A policy or procedure of the employer. `where` says where it stands if it has no address."""

    title: Line
    url: Url = ""
    where: Line = ""


class Contact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whom to ask: a role or a name, and what about."""

    name: Line
    about: Line = ""
    phone: Line = ""
    email: Line = ""


class Organisation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an employer fills in; everything may be left empty. `checked` is the day the addresses were last tried."""

    name: Line = ""
    intro: Words = ""
    services: tuple[Line, ...] = ()
    code_of_conduct: OwnDocument | None = None
    confidentiality: OwnDocument | None = None
    information_security: OwnDocument | None = None
    data_protection: OwnDocument | None = None
    acceptable_use: OwnDocument | None = None
    social_media: OwnDocument | None = None
    whistle_blowing: OwnDocument | None = None
    contract: OwnDocument | None = None
    complaints_procedure: OwnDocument | None = None
    ask: tuple[Contact, ...] = ()
    checked: date | None = None
    kind: Literal["organisation"] = "organisation"
    language: Language = "en"

    def document(self, slot: Slot) -> OwnDocument | None:
        """Return the employer's document for a slot, or None where it is not filled in."""
        return None if slot == "ask" else getattr(self, slot)
