"""How the window looks: the system's palette and font, with room, and colours that carry states in both palettes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

GAP = 8  # pixels at 100 %; Qt scales them with the screen
WIDE = 2 * GAP
LIST = 220  # pixels: the least height of a list or a table in a page
FILL = 100  # stretch of a text that keeps to a readable width, beside the 1 of the empty room after it
LINE = 72  # characters: longer lines are hard to read


def dress(app: QApplication) -> None:
    """Take the system's font one step larger, and the style sheet that follows the palette."""
    if QApplication.style().objectName() == "windows":
        app.setStyle("Fusion")  # what a bare X11 offers looks thirty years old
    font = QFont(app.font())
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() + 1)
    app.setFont(font)
    restyle(app)


def restyle(app: QApplication) -> None:
    """Build the style sheet anew, as the palette changed between light and dark."""
    app.setStyleSheet(_sheet(app.palette()))


def choose_scheme(app: QApplication, scheme: Qt.ColorScheme) -> None:
    """Go light, dark, or as the system says (Unknown)."""
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(scheme)
    if scheme is Qt.ColorScheme.Unknown or is_dark(app.palette()) is (scheme is Qt.ColorScheme.Dark):
        app.setPalette(QPalette())  # the system's own
    if scheme is not Qt.ColorScheme.Unknown and is_dark(app.palette()) is not (scheme is Qt.ColorScheme.Dark):
        app.setPalette(_palette(dark=scheme is Qt.ColorScheme.Dark))  # where the system can't be asked for the other
    restyle(app)


def _palette(*, dark: bool) -> QPalette:
    """Return a plain palette for systems that have no second one; text on its ground has a contrast above 10."""
    ground, base, other, text, edge = (
        ("#25282d", "#1c1f23", "#2c3036", "#f1f3f5", "#3a3f46") if dark else
        ("#efefef", "#ffffff", "#f5f6f7", "#101214", "#d5d8dc")
    )  # fmt: skip
    palette = QPalette(QColor(edge), QColor(ground))
    role = QPalette.ColorRole
    for roles, colour in (
        ((role.Window,), ground),
        ((role.Base, role.ToolTipBase), base),
        ((role.AlternateBase,), other),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText), text),
        ((role.Button,), edge if dark else ground),
        ((role.Highlight, role.Link), "#8ab4f8" if dark else "#0b57a4"),
        ((role.HighlightedText,), "#10151c" if dark else "#ffffff"),
        ((role.PlaceholderText,), "#b4bac2" if dark else "#555a61"),
    ):
        for each in roles:
            palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor("#9aa1a9" if dark else "#6b7178"))
    return palette


def is_dark(palette: QPalette) -> bool:
    """Tell whether the window's ground is darker than its text."""
    return (
        palette.color(QPalette.ColorRole.Window).lightness() < palette.color(QPalette.ColorRole.WindowText).lightness()
    )


def accent(palette: QPalette) -> QColor:
    """Return the colour of the one main button; white or black text on it has a contrast of at least 4.5."""
    return QColor("#8ab4f8") if is_dark(palette) else QColor("#0b57a4")


def on_accent(palette: QPalette) -> QColor:
    """Return the colour of text upon the accent."""
    return QColor("#10151c") if is_dark(palette) else QColor("#ffffff")


def state_colour(palette: QPalette, state: str) -> QColor:
    """Return the colour that goes with a state's icon and word: good, attention, problem or quiet."""
    light = {"good": "#1b6e2d", "attention": "#7a4b00", "problem": "#a3211b", "quiet": "#555a61"}
    dark = {"good": "#8fd49c", "attention": "#f2c56b", "problem": "#ffb0a8", "quiet": "#b4bac2"}
    return QColor((dark if is_dark(palette) else light)[state])


def line_width(widget: QWidget, characters: int = LINE) -> int:
    """Return the width in pixels of a line of so many characters in the widget's font."""
    return QFontMetrics(widget.font()).averageCharWidth() * characters


def _sheet(palette: QPalette) -> str:
    main, text = accent(palette).name(), on_accent(palette).name()
    quiet = state_colour(palette, "quiet").name()
    problem = state_colour(palette, "problem").name()
    dark = is_dark(palette)
    edge = "#5b616a" if dark else "#8a9099"
    raised = "#2b3038" if dark else "#f4f6f8"
    hover = "#3a414c" if dark else "#e3eaf2"
    banner = "#3d3320" if dark else "#fff3d6"
    return f"""
    QLabel#quiet {{ color: {quiet}; }}
    QLabel#problem {{ color: {problem}; }}
    QFrame#card {{ background: {raised}; border: 1px solid {edge}; border-radius: 6px; }}
    QFrame#banner {{ background: {banner}; border-bottom: 1px solid {edge}; }}
    QPushButton {{ padding: 6px 14px; border: 1px solid {edge}; border-radius: 6px; background: {raised}; }}
    QPushButton:hover {{ background: {hover}; }}
    QPushButton:focus, QToolButton:focus {{ border: 2px solid {main}; padding: 5px 13px; }}
    QPushButton:checked {{ background: {main}; color: {text}; border-color: {main}; }}
    QPushButton#primary {{ background: {main}; color: {text}; border-color: {main}; font-weight: 600; }}
    QPushButton#primary:focus {{ border: 2px solid {text}; }}
    QPushButton:disabled {{ background: {raised}; color: {quiet}; border: 1px dashed {edge}; }}
    QPushButton#primary:disabled {{ background: {raised}; color: {quiet}; border: 1px dashed {edge}; }}
    QLineEdit, QPlainTextEdit {{ padding: 4px 6px; border: 1px solid {edge}; border-radius: 4px; }}
    QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {main}; padding: 3px 5px; }}
    QLineEdit#qt_spinbox_lineedit {{ border: none; padding: 0; }}
    QTreeView::item {{ padding: 3px 2px; }}
    QCheckBox::indicator:unchecked, QTreeView::indicator:unchecked, QListView::indicator:unchecked {{
        width: 13px; height: 13px; border: 1px solid {quiet}; border-radius: 3px; background: palette(base); }}
    QListView#rail {{ border: none; background: transparent; }}
    QListView#rail::item {{ padding: 10px 8px; border-radius: 6px; }}
    QListView#rail::item:selected {{ background: {main}; color: {text}; }}
    QListView#rail::item:hover:!selected {{ background: {hover}; }}
    """
