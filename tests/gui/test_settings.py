"""What a killed program leaves beside its settings goes at the next start; what is somebody's own stays."""

import pytest
from PySide6.QtCore import QLockFile, QSettings

from infromap.gui.settings import WindowSettings

pytestmark = pytest.mark.qt

LEFT, OWN = "infromap.ini.NwQuHg", ("infromap.ini", "infromap.ini.backup", "infromap.ini.BACKUP", "infromap.ini.old")


@pytest.fixture
def folder(tmp_path):
    for name in (LEFT, *OWN):
        (tmp_path / name).write_text("[General]\ntheme=dark\n")
    return tmp_path


def open_settings(folder):
    return WindowSettings(QSettings(str(folder / "infromap.ini"), QSettings.Format.IniFormat))


def test_what_a_killed_writer_left_goes_and_nothing_else(folder):
    settings = open_settings(folder)

    assert {each.name for each in folder.iterdir()} == set(OWN)
    assert settings.value("theme") == "dark"


def test_nothing_goes_while_another_program_writes(folder):
    lock = QLockFile(str(folder / "infromap.ini.lock"))
    lock.lock()

    open_settings(folder)
    lock.unlock()

    assert (folder / LEFT).exists()
