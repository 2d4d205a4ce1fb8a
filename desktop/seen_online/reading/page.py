"""What reading a page or a file gave."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class PageOutcome(StrEnum):
    """How reading ended. Only `read` says that all of it was seen."""

    READ = "read"
    PARTLY = "partly"  # cut at a limit, or a part could not be understood
    NEEDS_YOU = "needs_you"  # asks to sign in, or keeps programs out: open it yourself, save it, drop it here
    GONE = "gone"  # the site says there is no such page (404, 410)
    REFUSED = "refused"  # we would not fetch or open it: private address, not http(s), too dangerous
    FAILED = "failed"  # did not answer, or could not be understood
    NOT_READ = "not_read"  # nobody asked us to


class Part(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a page's text and where it comes from; offsets count characters in `Page.text`.

    `where` is one of: title, text, link, hidden, meta, data, alt, comment, picture, properties.
    """

    start: int
    end: int
    where: str


class Page(msgspec.Struct, frozen=True, gc=False):
    """The plain text of a page or a file: first what a visitor sees, then what is there but unseen.

    `detail` is a plain sentence about the outcome; `url` where it was in the end; `language` a BCP 47 tag or "";
    `at` when it was read (ISO 8601, UTC) and `copy` that it was read from a copy which the person saved.
    """

    text: str = ""
    outcome: PageOutcome = PageOutcome.NOT_READ
    detail: str = ""
    url: str = ""
    media_type: str = ""
    title: str = ""
    language: str = ""
    parts: tuple[Part, ...] = ()
    at: str = ""
    copy: bool = False

    def where(self, offset: int) -> str:
        """Tell which kind of part the character at `offset` stands in."""
        for part in self.parts:
            if part.start <= offset < part.end:
                return part.where
        return "text"
