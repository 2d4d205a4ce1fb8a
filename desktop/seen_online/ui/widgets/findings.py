"""What one page gives away: each detail with the words around it and where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from seen_online.exposure.finding import Finding
from seen_online.review.seen import nearest_first, telling, words_around
from seen_online.ui.theme import GAP
from seen_online.ui.widgets.text import Words
from seen_online.ui.words_for import kind_words, part_words, whose_words

QUOTE = "“"
MOST = 40  # findings shown on the screen; a page with more is a list of many people


class FindingList(QWidget):
    """A short paragraph for each finding, the person's own first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self.lines: list[Words] = []

    def show_findings(self, findings: Sequence[Finding], *, searched: bool, whole: bool) -> None:
        """Show findings; where there are none, say so only as far as it is true."""
        if not searched:
            texts = [self.tr("Looking …")]
        elif not findings and whole:
            texts = [self.tr("We saw no contact details or dates of birth in this page.")]
        elif not findings:
            texts = [self.tr("We saw nothing in the few words shown here. The page itself may hold more.")]
        else:
            ordered = nearest_first(findings)
            texts = [text for finding in ordered[:MOST] for text in self._sentences(finding)]
            if len(ordered) > MOST:
                texts.append(self.tr("And %n more.", "", len(ordered) - MOST))
        while len(self.lines) > len(texts):
            line = self.lines.pop()
            self._column.removeWidget(line)
            line.deleteLater()
        while len(self.lines) < len(texts):
            self.lines.append(Words())
            self._column.addWidget(self.lines[-1])
        for line, text in zip(self.lines, texts, strict=True):
            line.setText(text)
            line.setIndent(2 * GAP if text.startswith(QUOTE) else 0)

    def _sentences(self, finding: Finding) -> tuple[str, str]:
        sign = "!" if telling([finding]) else "–"
        said = self.tr("{sign} {kind}: {shown} ({whose}), {where}").format(
            sign=sign,
            kind=kind_words(finding.kind),
            shown=finding.shown,
            whose=whose_words(finding.whose),
            where=part_words(finding.where),
        )
        return said, f"{QUOTE}{words_around(finding)}”"
