"""Texts of Qt's own dialogs that Qt's Russian or Chinese lacks, for the gathering of texts: nothing imports this.

Our translations are asked before Qt's. A text that Qt 6.12 changed is not in its files any more, and stood there in
English; ``tests/gui/test_spoken.py`` tells which.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP

QT_TRANSLATE_NOOP("QFileDialog", "&Look in:")
QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:")
QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive")
QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder")
QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Page &Set:")
