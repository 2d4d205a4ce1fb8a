"""How the window looks: the system's palette and font, with room, and colours that carry states in both palettes."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from seen_online.ui.dressing import put_on

GAP = 8  # pixels at 100 %; Qt scales them with the screen
WIDE = 2 * GAP
LIST = 220  # pixels: the least height of a list or a table in a page
FILL = 100  # stretch of a text that keeps to a readable width, beside the 1 of the empty room after it
LINE = 72  # characters: longer lines are hard to read
READABLE, SEEN = (
    4.5,
    3.0,
)  # the least contrast of text with its ground, and of a control's edge (WCAG 2.2, 1.4.3, 1.4.11)


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
    """Build the style sheet anew, as the palette changed between light and dark, or the text its size."""
    _strengthen(app)
    put_on(app, _sheet(app.palette(), tick_size(app.font())))


def _strengthen(app: QApplication) -> None:
    """Take our own colour for what is chosen where the system's own one is hard to read."""
    palette, role = app.palette(), QPalette.ColorRole
    chosen = palette.color(role.Highlight)
    if (
        contrast(chosen, palette.color(role.HighlightedText)) >= READABLE
        and contrast(chosen, palette.color(role.Base)) >= SEEN
    ):
        return
    ours = QPalette()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        ours.setColor(group, role.Highlight, accent(palette))
        ours.setColor(group, role.HighlightedText, on_accent(palette))
    app.setPalette(ours)


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
        ((role.Button,), "#2f343b" if dark else ground),
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


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2.2 defines it."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def tick_size(font: QFont) -> int:
    """Return the height in pixels of the inside of a tick box beside words in this font: it grows with them."""
    return max(16, QFontMetrics(font).height())


def line_width(widget: QWidget, characters: int = LINE) -> int:
    """Return the width in pixels of a line of so many characters in the widget's font."""
    return QFontMetrics(widget.font()).averageCharWidth() * characters


class Colours(NamedTuple):
    """The colours of the style sheet, as names for it; `edge` is the border of a control."""

    main: str
    on_main: str
    quiet: str
    problem: str
    edge: str
    raised: str
    hover: str
    banner: str


def colours(palette: QPalette) -> Colours:
    """Return the colours that go with a light or a dark palette."""
    raised, hover, banner, edge = (
        ("#2b3038", "#3a414c", "#3d3320", "#878e98") if is_dark(palette) else
        ("#f4f6f8", "#e3eaf2", "#fff3d6", "#757b84")
    )  # fmt: skip
    quiet, problem = state_colour(palette, "quiet").name(), state_colour(palette, "problem").name()
    main, on_main = accent(palette).name(), on_accent(palette).name()
    return Colours(main, on_main, quiet, problem, edge, raised, hover, banner)


def _sheet(palette: QPalette, tick: int) -> str:
    """Return the style sheet; `tick` is the size of a tick box in pixels."""
    arrow = tick * 3 // 4
    ring = round((tick + 2) * 0.28)  # of a radio button that is on
    main, text, quiet, problem, edge, raised, hover, banner = colours(palette)
    marks = (Path(__file__).parent / "marks").as_posix()
    side = "dark" if is_dark(palette) else "light"
    field = 'QComboBox{0}, QDateEdit[calendarPopup="true"]{0}'.format
    box = "QCheckBox::indicator{0}, QTreeView::indicator{0}, QListView::indicator{0}".format
    return f"""
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QLabel#quiet {{ color: {quiet}; }}
    QLabel#problem {{ color: {problem}; }}
    QFrame#card {{ background: {raised}; border: 1px solid {edge}; border-radius: 6px; }}
    QFrame#banner {{ background: {banner}; border-bottom: 1px solid {edge}; }}
    QPushButton {{ padding: 6px 14px; border: 1px solid {edge}; border-radius: 6px; background: {raised}; }}
    QPushButton:hover {{ background: {hover}; }}
    QPushButton:focus, QToolButton:focus {{ border: 2px solid {main}; padding: 5px 13px; outline: none; }}
    QPushButton:checked {{ background: {main}; color: {text}; border-color: {main}; }}
    QPushButton:checked:focus {{ border: 2px solid palette(window-text); }}
    QPushButton#primary {{ background: {main}; color: {text}; border-color: {main}; font-weight: 600; }}
    QPushButton#primary:focus {{ border: 2px solid palette(window-text); }}
    QPushButton:disabled {{ background: {raised}; color: {quiet}; border: 1px dashed {edge}; }}
    QPushButton#primary:disabled {{ background: {raised}; color: {quiet}; border: 1px dashed {edge}; }}
    QLineEdit, QPlainTextEdit {{ padding: 4px 6px; border: 1px solid {edge}; border-radius: 4px;
        background: palette(base); }}
    QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {main}; padding: 3px 5px; }}
    QLineEdit#qt_spinbox_lineedit {{ border: none; padding: 0; }}
    QLineEdit:disabled {{ color: {quiet}; }}
    {field("")} {{ padding: 4px 6px; border: 1px solid {edge}; border-radius: 4px; background: {raised}; }}
    {field(":hover")} {{ background: {hover}; }}
    {field(":focus")} {{ border: 2px solid {main}; padding: 3px 5px; }}
    {field(":disabled")} {{ color: {quiet}; border: 1px dashed {edge}; background: {raised}; }}
    {field("::drop-down")} {{ subcontrol-origin: padding; subcontrol-position: center right; border: none;
        width: {tick + 8}px; }}
    {field("::down-arrow")} {{ image: url("{marks}/down-{side}.svg"); width: {arrow}px; height: {arrow}px; }}
    QHeaderView::section {{ padding: 4px 5px; }}
    QTreeView, QListView, QTextBrowser {{ border: 1px solid {edge}; border-radius: 4px; }}
    QTreeView:focus, QListView:focus, QTextBrowser:focus {{ border: 2px solid {main}; }}
    QTreeView::item {{ padding: 3px 2px; }}
    QCheckBox, QRadioButton {{ padding: 2px; border: 2px solid transparent; border-radius: 4px; spacing: 6px; }}
    QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {main}; }}
    QRadioButton::indicator {{ width: {tick}px; height: {tick}px; border: 1px solid {quiet};
        border-radius: {tick // 2 + 1}px;
        background: palette(base); }}
    QRadioButton::indicator:checked {{ width: {tick + 2 - 2 * ring}px; height: {tick + 2 - 2 * ring}px;
        border: {ring}px solid {main}; }}
    {box("")} {{
        width: {tick}px; height: {tick}px; border: 1px solid {quiet}; border-radius: 3px; background: palette(base); }}
    {box(":checked")} {{ border: 1px solid {main}; image: url("{marks}/tick-{side}.svg"); }}
    {box(":indeterminate")} {{ border: 1px solid {main}; image: url("{marks}/part-{side}.svg"); }}
    {box(":disabled")} {{ border: 1px dashed {edge}; background: {raised}; }}
    QTabWidget::pane {{ border: 1px solid {edge}; border-radius: 4px; top: -1px; }}
    QTabBar::tab {{ padding: 6px 14px; margin-right: 2px; border: 1px solid {edge}; border-bottom: none;
        border-top-left-radius: 5px; border-top-right-radius: 5px; background: {hover}; }}
    QTabBar::tab:selected {{ background: palette(window); border-top: 3px solid {main}; padding-top: 4px; }}
    QTabBar::tab:selected:focus {{ border: 2px solid {main}; padding: 5px 13px; }}
    QListView#rail {{ border: 2px solid transparent; background: transparent; }}
    QListView#rail:focus {{ border: 2px solid {main}; border-radius: 8px; }}
    QListView#rail::item {{ border-radius: 6px; }}
    QListView#rail::item:selected {{ background: {main}; color: {text}; }}
    QListView#rail::item:hover:!selected {{ background: {hover}; }}
    """
