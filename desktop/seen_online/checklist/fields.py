"""The kinds of text that checklist files hold, and their bounds; the JSON Schema is made from these."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from seen_online.words import say

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
NAME = r"^[a-z][a-z0-9_]*$"
URL = r"^(https?://[^\s/?#@]+([/?#]\S*)?)?$"  # no user part: https://bank.example@elsewhere.example misleads
HOST = r"^([a-z0-9-]+\.)+[a-z]{2,}$"
LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"

Id = Annotated[str, msgspec.Meta(pattern=ID, max_length=80, description="Small letters, digits and hyphens.")]
Name = Annotated[str, msgspec.Meta(pattern=NAME, max_length=40, description="Small letters, digits and _.")]
Url = Annotated[str, msgspec.Meta(pattern=URL, max_length=500, description="A whole address, from https:// on.")]
Host = Annotated[str, msgspec.Meta(pattern=HOST, max_length=200, description="A host without www, as example.org.")]
Language = Annotated[str, msgspec.Meta(pattern=LANGUAGE, max_length=35, description="A BCP 47 tag: en, cy, pl.")]
Line = Annotated[str, msgspec.Meta(min_length=1, max_length=200, description="One short line of plain text.")]
Words = Annotated[str, msgspec.Meta(min_length=1, max_length=2000, description="Plain text, a few sentences.")]
Body = Annotated[str, msgspec.Meta(min_length=1, max_length=8000, description="Plain text; lines are kept.")]

Concern = Literal["sites", "service_users", "managers"]
Step = Literal["", "about", "things", "search", "results", "details", "plan"]
Finding = Literal["email", "phone", "date_of_birth", "postcode", "address", "location", "workplace", "username", "name"]
Slot = Literal[
    "code_of_conduct",
    "confidentiality",
    "information_security",
    "data_protection",
    "acceptable_use",
    "social_media",
    "whistle_blowing",
    "contract",
    "complaints_procedure",
    "ask",
]
Case = Literal[
    "yours",
    "someone_else",
    "site",
    "search_result",
    "people_finder",
    "open_register",
    "official_register",
    "bullying",
    "confidential",
]


def mend_for(pattern: str) -> str:
    """Say how a text is written that must match `pattern`."""
    return {
        ID: say("Use small letters, digits and hyphens, as in contact-details."),
        NAME: say("Use small letters, digits and underscores, as in your_name."),
        URL: say("Write the whole address, from https:// on."),
        HOST: say("Write the host alone in small letters, as in example.org."),
        LANGUAGE: say("Use a language tag, such as en, cy or pl."),
    }.get(pattern, say("Look at the same place in one of our own files."))
