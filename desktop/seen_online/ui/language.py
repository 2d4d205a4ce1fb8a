"""The language that the person's system speaks."""

from __future__ import annotations

from PySide6.QtCore import QLocale

ENGLISH = "en"


def system_language() -> str:
    """Return the first language the system asks for, as a BCP 47 tag such as "cy-GB"; "en" where it names none."""
    wanted = QLocale.system().uiLanguages()
    return wanted[0] if wanted and QLocale(wanted[0]).language() is not QLocale.Language.C else ENGLISH
