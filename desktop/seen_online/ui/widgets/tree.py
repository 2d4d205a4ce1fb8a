"""Trees and tables of the program: made alike, read alike."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem


def table(name: str, columns: Sequence[str], wide: Sequence[int], *, nested: bool = False) -> QTreeWidget:
    """Return a table whose `wide` columns share the room; the others fit their content."""
    tree = QTreeWidget()
    tree.setAccessibleName(name)
    tree.setHeaderLabels(list(columns))
    tree.setRootIsDecorated(nested)
    tree.setUniformRowHeights(True)
    tree.setAlternatingRowColors(True)
    header = tree.header()
    header.setStretchLastSection(False)
    for index in range(len(columns)):
        mode = QHeaderView.ResizeMode.Stretch if index in wide else QHeaderView.ResizeMode.ResizeToContents
        header.setSectionResizeMode(index, mode)
    return tree


def top_rows(tree: QTreeWidget) -> list[QTreeWidgetItem]:
    """Return the rows of the first level."""
    rows = (tree.topLevelItem(index) for index in range(tree.topLevelItemCount()))
    return [row for row in rows if row is not None]
