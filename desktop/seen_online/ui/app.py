"""Starting the window: the application, its look, its language, and what lies on the desk first."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, Qt, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from seen_online import words
from seen_online.checklist.load import load_things_to_consider
from seen_online.outbox.network import network_from
from seen_online.record.place import record_home
from seen_online.ui.desk import Desk
from seen_online.ui.language import system_language
from seen_online.ui.mishap import Mishaps
from seen_online.ui.reading_rows import read_rows
from seen_online.ui.roles import tell_roles
from seen_online.ui.theme import dress
from seen_online.ui.window import MainWindow

TURN = 0.0005  # seconds


def run_window(options: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; return the exit code.

    Raises:
        Trouble: for bad options.
        InUse: another window is open; it was asked to come forward.
    """
    given = vars(options)
    network = network_from(given.get("proxy", ""), given.get("ca_file", ""), tuple(given.get("allow_host", ())))
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C in the terminal ends the window, though Qt is waiting
    app = application(sys.argv)
    language = system_language()
    desk = Desk(load_things_to_consider(language=language), network, language=language)
    window = MainWindow(desk)
    mishaps = Mishaps()
    mishaps.happened.connect(window.notice.tell)
    mishaps.install()
    if not given.get("forget"):
        window.keeping.stand_before(record_home(given.get("home")))
    try:
        if given.get("practice"):
            window.start_practice()
        elif window.keeping.home is not None:
            window.open_home(window.keeping.home)
        window.show()
        return app.exec()
    finally:
        window.shut()


def application(arguments: list[str]) -> QApplication:
    """Return the application, dressed, in the person's language."""
    # Work beside the window takes turns with it; at Python's usual 5 ms a turn the window would be seen to stutter.
    sys.setswitchinterval(TURN)
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(arguments[:1])
    # The system's own dialogs put the name of each file into the list of recent documents, for all to see who use this
    # account; in forget mode that would be a file written, too. Qt's has a list too, and shall find no place for it.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    app.setApplicationName("seen-online")
    app.setApplicationDisplayName("Seen Online")
    app.setWindowIcon(QIcon(str(Path(__file__).parent / "icon.svg")))
    if existing is None:
        tell_roles()
        read_rows(app)
    dress(app)
    _translate(app)
    return app


def _translate(app: QApplication) -> None:
    ours = str(Path(__file__).parent / "translations")
    qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    english, system = QLocale(QLocale.Language.English), QLocale.system()
    # English first: it holds the plurals, and stands in for what the person's own language lacks.
    for locale, name, folder in (
        (english, "seen_online", ours),
        (system, "qtbase", qts),
        (system, "seen_online", ours),
    ):
        translator = QTranslator(app)
        if translator.load(locale, name, "_", folder):
            app.installTranslator(translator)
    words.use_translator(lambda template: QCoreApplication.translate("", template))
