"""What the program sees to once, tests of windows see to once: other threads use it while tests come and go."""

import gc

import pytest
from PySide6.QtCore import qInstallMessageHandler

from infromap.gui.environment import log_qt_messages
from infromap.gui.program.rubbish import RubbishCollector


@pytest.fixture(autouse=True, scope="session")
def qt_messages(qapp):
    """Bring Qt's messages into the log "qt": its threads would meet a handler of one test that has just gone."""
    log_qt_messages()
    yield
    qInstallMessageHandler(None)


@pytest.fixture(autouse=True, scope="session")
def rubbish(qapp):
    """Collect Python's rubbish on the thread of the widgets alone."""
    thresholds = gc.get_threshold()
    gc.set_threshold(700, 2, 2)  # the widgets of a test are gone some seconds later
    collector = RubbishCollector()
    collector.start()
    yield collector
    collector.deleteLater()
    gc.set_threshold(*thresholds)
    gc.enable()
