"""Trees and tables of the program: made alike, read alike."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from seen_online.ui.widgets.wrapped import WrappedRows

LOOKED_AT = 100  # rows that say how wide a fitting column is; Qt's own 1,000 make a long list stutter


def table(
    name: str, columns: Sequence[str], wide: Sequence[int], *, nested: bool = False, wraps: bool = False
) -> QTreeWidget:
    """Return a table whose `wide` columns share the room; the others fit their content.

    One that `wraps` shows all of its words in as many lines as they need; the others end long ones in dots.
    """
    tree = QTreeWidget()
    tree.setAccessibleName(name)
    tree.setHeaderLabels(list(columns))
    tree.setRootIsDecorated(nested)
    tree.setUniformRowHeights(True)
    tree.setAlternatingRowColors(True)
    if wraps:
        tree.setItemDelegate(WrappedRows(tree))
    header = tree.header()
    header.setStretchLastSection(False)
    header.setResizeContentsPrecision(LOOKED_AT)
    for index in range(len(columns)):
        mode = QHeaderView.ResizeMode.Stretch if index in wide else QHeaderView.ResizeMode.ResizeToContents
        header.setSectionResizeMode(index, mode)
    return tree


def top_rows(tree: QTreeWidget) -> list[QTreeWidgetItem]:
    """Return the rows of the first level."""
    rows = (tree.topLevelItem(index) for index in range(tree.topLevelItemCount()))
    return [row for row in rows if row is not None]
