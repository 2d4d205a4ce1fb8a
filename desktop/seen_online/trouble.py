"""The one kind of error that is meant for a person: what happened, and what to do next."""

from __future__ import annotations


class Trouble(Exception):
    """Something went wrong in a way the person can understand and mend.

    Attributes:
        what: one plain sentence, without private details ("The file about.yaml is not YAML.").
        mend: what to do next, one plain sentence ("Line 3: put a space after the colon.").
        where: the place, where there is one (a file, an item, a line), else "".
    """

    def __init__(self, what: str, mend: str = "", where: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.mend = mend
        self.where = where

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.what} {self.mend}".rstrip()
