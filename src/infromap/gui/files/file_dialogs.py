"""Asks which files or which address to open."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog

from infromap.session import SUFFIX
from infromap.vector.opening import SUFFIXES

if TYPE_CHECKING:
    from infromap.gui.window import MainWindow


def ask_files(window: "MainWindow") -> list[Path]:
    """Ask for articles, projects and GIS files; none if the user gives none."""
    from infromap.article import ARTICLE_SUFFIXES  # a window opens without the reading of articles

    articles, layers = (" ".join(f"*{suffix}" for suffix in each) for each in ((*ARTICLE_SUFFIXES, SUFFIX), SUFFIXES))
    kinds = QCoreApplication.translate(
        "FileDialogs",
        "All that infromap opens ({articles} {layers});;Articles and projects ({articles});;GIS files ({layers});;"
        "All files (*)",
    )
    title = QCoreApplication.translate("FileDialogs", "Open articles, projects or GIS files")
    return _ask(window, title, kinds.format(articles=articles, layers=layers))


def ask_tables(window: "MainWindow") -> list[Path]:
    """Ask for tables of text; none if the user gives none."""
    kinds = QCoreApplication.translate("FileDialogs", "Tables of text ({suffixes});;All files (*)")
    title = QCoreApplication.translate("FileDialogs", "Add a text table")
    return _ask(window, title, kinds.format(suffixes="*.csv *.tsv *.txt"))


def ask_address(window: "MainWindow") -> str:
    """Ask for the web address of an article; empty if the user gives none."""
    title = QCoreApplication.translate("FileDialogs", "Open an address")
    label = QCoreApplication.translate("FileDialogs", "Address of an article:")
    address, is_accepted = QInputDialog.getText(window, title, label, text="https://")
    return address.strip() if is_accepted else ""


def _ask(window: "MainWindow", title: str, kinds: str) -> list[Path]:
    names, _ = QFileDialog.getOpenFileNames(window, title, str(window.folder()), kinds)
    return [Path(name) for name in names]
