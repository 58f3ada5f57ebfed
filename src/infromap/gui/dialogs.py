"""The dialogs that say something, or ask for a word."""

import re
import traceback
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

import infromap
from infromap.errors import InfromapError
from infromap.gui.icons import program_icon
from infromap.gui.program.language import speak

if TYPE_CHECKING:
    from infromap.doctor import Finding
    from infromap.gui.files.recovery import Unsaved

_MOST_ERRORS = 8
_WIDEST = 80  # letters of a name without a place to fold it


def show_error(parent: QWidget | None, error: Exception) -> None:
    """Say what went wrong: our errors in their own words, a fault of ours with what a report of it needs."""
    box = QMessageBox(parent)
    box.setWindowTitle("infromap")
    box.setTextFormat(Qt.TextFormat.PlainText)  # file names and texts are not ours
    if isinstance(error, InfromapError):
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(QCoreApplication.translate("Dialogs", "infromap: that did not work"))
        box.setText(_foldable(speak(error)))
    else:
        box.setIcon(QMessageBox.Icon.Critical)
        box.setText(
            QCoreApplication.translate(
                "Dialogs", "This is a fault of infromap, not yours. Nothing was changed. Please report the details."
            )
        )
        box.setDetailedText("".join(traceback.format_exception(error)))
    box.exec()


def _foldable(text: str) -> str:
    """Let names longer than a box is wide be folded."""
    return re.sub(rf"([^\s/]{{{_WIDEST}}})", "\\1\u200b", text)


def show_errors(parent: QWidget, errors: Sequence[Exception]) -> None:
    """Say together what went wrong with each of several files."""
    if len(errors) == 1:
        show_error(parent, errors[0])
        return
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)  # file names and texts are not ours
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("Dialogs", "infromap: that did not work"))
    box.setText(QCoreApplication.translate("Dialogs", "%Ln file(s) could not be opened.", "", len(errors)))
    told = [_foldable(speak(error)) for error in errors[:_MOST_ERRORS]] + ["…"] * (len(errors) > _MOST_ERRORS)
    box.setInformativeText("\n\n".join(told))
    box.exec()


def tell_damage(parent: QWidget, findings: "Sequence[Finding]") -> None:
    """Say which files of the program are damaged; the window goes on behind it."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("Dialogs", "infromap: damaged files"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(
        QCoreApplication.translate(
            "Dialogs", "%Ln file(s) of infromap are damaged. The rest works; install infromap again.", "", len(findings)
        )
    )
    told = [finding.advice if finding.state == "damaged" else finding.state for finding in findings[:_MOST_ERRORS]]
    box.setInformativeText(
        "\n".join([*(f"• {speak(each or '')}" for each in told), *["…"] * (len(findings) > _MOST_ERRORS)])
    )
    box.open()


def ask_unsaved(found: Sequence["Unsaved"]) -> bool | None:
    """Ask whether to open maps that were not saved (True), throw them away (False), or ask again next time (None)."""
    box = QMessageBox()
    box.setWindowTitle("infromap")
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)  # titles are the articles'
    box.setText(
        QCoreApplication.translate(
            "Dialogs", "infromap ended without being asked to. These maps have changes that were not saved:"
        )
    )
    box.setInformativeText("\n".join(_describe(unsaved) for unsaved in found))
    reopen = box.addButton(QCoreApplication.translate("Dialogs", "&Open Them"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(QCoreApplication.translate("Dialogs", "&Discard"), QMessageBox.ButtonRole.DestructiveRole)
    later = box.addButton(QCoreApplication.translate("Dialogs", "&Later"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(reopen)
    box.setEscapeButton(later)
    box.exec()
    chosen = box.clickedButton()
    return True if chosen is reopen else False if chosen is discard else None


def _describe(unsaved: "Unsaved") -> str:
    when = QDateTime.fromString(unsaved.saved_at, Qt.DateFormat.ISODateWithMs).toLocalTime()
    written = QLocale().toString(when, QLocale.FormatType.ShortFormat)
    return f"• {unsaved.title} ({written})"


def show_about(parent: QWidget) -> None:
    """Say what this program is and whose data it shows."""
    box = QMessageBox(parent)
    box.setWindowTitle(QCoreApplication.translate("Dialogs", "About infromap"))
    box.setIconPixmap(program_icon().pixmap(64, 64))
    box.setTextFormat(Qt.TextFormat.RichText)
    box.setText(f"<h3>infromap {infromap.__version__}</h3>")
    box.setInformativeText(
        QCoreApplication.translate(
            "Dialogs",
            "<p>Turns a news article about infrastructure finance into a map that can be trusted and sent on.</p>"
            "<p>Places: GeoNames (CC BY 4.0) and sources named beside each point. "
            "Base map: Natural Earth (public domain); its borders are no statement of ours. "
            "Map library: Leaflet. Window: Qt, under the LGPL.</p>"
            "<p>Places that you look up online: © OpenStreetMap contributors.</p>"
            "<p>MIT licence. Nothing that you open leaves this computer, but for names that you look up online.</p>",
        )
    )
    box.exec()
