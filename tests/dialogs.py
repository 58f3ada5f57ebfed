"""Every dialog of a window, looked at and cancelled."""

from PySide6.QtGui import QColor
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog
from PySide6.QtWidgets import QColorDialog, QDialog, QFileDialog, QInputDialog, QMessageBox


def open_all_dialogs(monkeypatch, window, look):
    """Run every command that opens a dialog; ``look`` is given each."""

    def answer(dialog):
        look(dialog)
        return 0

    shown = QDialog.show
    for kind in (QDialog, QMessageBox, QFileDialog, QInputDialog, QColorDialog, QAbstractPrintDialog, QPrintDialog):
        monkeypatch.setattr(kind, "exec", answer)
        monkeypatch.setattr(kind, "open", answer)
    monkeypatch.setattr(QDialog, "show", lambda dialog: (look(dialog), shown(dialog)))
    for method in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, method, lambda *_args, **_options: ("", ""))
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_args, **_options: QColor())
    for method in ("getText", "getItem", "getInt", "getDouble"):
        monkeypatch.setattr(QInputDialog, method, lambda *_args, **_options: ("", False))
    window.select_feature(window.document.features[0].id)
    for name, action in window.commands.actions.items():
        if action.text().endswith("…") or name == "manual":
            window.commands[name].setEnabled(True)
            action.trigger()
