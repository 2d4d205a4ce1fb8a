"""Step six, *Your plan and note*: what to do, and what to take along, chosen line by line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QTabWidget, QWidget

from seen_online.ui.changes.following import Following
from seen_online.ui.changes.tab import ChangesTab
from seen_online.ui.desk import Desk
from seen_online.ui.pages.note_tab import NoteTab
from seen_online.ui.pages.plan_supervision import Showing
from seen_online.ui.pages.plan_tab import PlanTab
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.page import PageFrame


class PlanNote(PageFrame):
    """Three tabs: the plan, the note with its preview, and what changed since the last check.

    The main button leads to the note, then saves it.
    """

    result_wanted = Signal(str)  # the key of a result to look at again

    def __init__(self, desk: Desk, following: Following, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Your plan and note"),
            self.tr("The note holds what you tick and nothing else. Nobody gets it unless you show it to them."),
            parent=parent,
        )
        self.notice = Notice()
        self.plan = PlanTab(desk, following)
        self.changes = ChangesTab(desk, following)
        self.note = NoteTab(desk, following, self.notice)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.plan, self.tr("Your &plan"))
        self.tabs.addTab(self.note, self.tr("Your &note"))
        self.tabs.addTab(self.changes, self.tr("What &changed"))
        self.tabs.setAccessibleName(self.tr("Plan, note and changes"))
        self.body.addWidget(self.notice)
        self.body.addWidget(self.tabs, 1)
        self.save_button = self.add_primary(self.tr("Go on to your note"))
        self.save_button.clicked.connect(self._main)
        self.print_button = self.add_secondary(self.tr("Print …"))
        self.print_button.clicked.connect(self.note.print_note)
        self.showing = Showing(desk, self)
        self.show_button = self.add_secondary(self.tr("Show it in supervision …"))
        self.show_button.clicked.connect(self._show_in_supervision)
        self.plan.result_wanted.connect(self.result_wanted)
        self.changes.result_wanted.connect(self.result_wanted)
        self.changes.go_to.connect(self.go_to)
        self.tabs.currentChanged.connect(self._show_other)
        self._show_tab()

    def start(self) -> QWidget:
        """Return where one starts."""
        return self.tabs

    def arrive(self) -> None:
        """Show plan and note as they are now."""
        self.plan.refresh()
        on_note = self.tabs.currentWidget() is self.note
        if on_note:
            self.note.refresh()
        self.save_button.setText(self.tr("Save the note …") if on_note else self.tr("Go on to your note"))
        self.print_button.setVisible(on_note)

    def take_over(self) -> None:
        """Keep the action that is being typed, and the last ticks of the note."""
        self.plan.panel.take_over()
        self.note.take_over()

    def put_away(self) -> None:
        """Let go of plan, note and comparison, and of where the note was saved."""
        self.note.put_away()
        self.arrive()
        self.changes.refresh()
        self.notice.show_text("")

    def _show_other(self, _index: int) -> None:
        self.notice.show_text("")  # what was said on one tab takes no room on the others
        self._show_tab()

    def _show_tab(self) -> None:
        """Let the tab in sight alone say how high the page has to be."""
        for tab in (self.plan, self.note, self.changes):
            in_sight = tab is self.tabs.currentWidget()
            policy = QSizePolicy.Policy.Preferred if in_sight else QSizePolicy.Policy.Ignored
            tab.setSizePolicy(policy, policy)
        self.arrive()

    def _main(self) -> None:
        if self.tabs.currentWidget() is self.note:
            self.note.ask_where()
        else:
            self.tabs.setCurrentWidget(self.note)

    def _show_in_supervision(self) -> None:
        self.plan.refresh()  # what the plan says now is what is shown
        self.note.ready(lambda: self.showing.offer(self.note.talk(), self.note.unmasked))
