"""Text and the edges of controls can be told from their ground, in the light palette and in the dark one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from seen_online.ui.theme import READABLE, SEEN, accent, choose_scheme, colours, contrast, on_accent, state_colour

SCHEMES = (Qt.ColorScheme.Light, Qt.ColorScheme.Dark)
ROLE = QPalette.ColorRole


@pytest.fixture(params=SCHEMES, ids=["light", "dark"])
def palette(request: pytest.FixtureRequest, qapp: QApplication):
    choose_scheme(qapp, request.param)
    yield qapp.palette()
    choose_scheme(qapp, Qt.ColorScheme.Unknown)


def test_the_measure_is_the_known_one() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


def test_text_can_be_read_on_every_ground_it_stands_on(palette: QPalette) -> None:
    sheet = colours(palette)
    grounds = [palette.color(ROLE.Window), palette.color(ROLE.Base), palette.color(ROLE.AlternateBase)]
    grounds += [QColor(sheet.raised), QColor(sheet.hover), QColor(sheet.banner)]
    texts = [palette.color(role) for role in (ROLE.WindowText, ROLE.Text, ROLE.ButtonText)]
    texts += [state_colour(palette, state) for state in ("good", "attention", "problem", "quiet")]
    poor = [(t.name(), g.name(), round(contrast(t, g), 2)) for t in texts for g in grounds if contrast(t, g) < READABLE]
    assert poor == []


def test_what_is_chosen_can_be_read_and_stands_out(palette: QPalette) -> None:
    chosen, on_it = palette.color(ROLE.Highlight), palette.color(ROLE.HighlightedText)
    assert contrast(chosen, on_it) >= READABLE
    assert contrast(accent(palette), on_accent(palette)) >= READABLE
    for ground in (ROLE.Window, ROLE.Base, ROLE.AlternateBase):
        assert contrast(chosen, palette.color(ground)) >= SEEN, "the row that is chosen"
        assert contrast(accent(palette), palette.color(ground)) >= SEEN, "the ring around what has the focus"


def test_the_edges_of_controls_can_be_seen(palette: QPalette) -> None:
    sheet = colours(palette)
    grounds = [palette.color(ROLE.Window), palette.color(ROLE.Base), QColor(sheet.raised)]
    for name in ("edge", "quiet", "main"):  # of a button or a field, of an empty tick box, of a ticked one
        for ground in grounds:
            assert contrast(QColor(getattr(sheet, name)), ground) >= SEEN, (name, ground.name())
    # A tick box keeps its own ground in a row that is chosen.
    assert contrast(QColor(sheet.main), palette.color(ROLE.Base)) >= SEEN
