"""Tests of windows collect Python's rubbish as the program does: on the thread of the widgets alone."""

import gc

import pytest

from infromap.gui.program.rubbish import RubbishCollector


@pytest.fixture(autouse=True, scope="session")
def rubbish(qapp):
    thresholds = gc.get_threshold()
    gc.set_threshold(700, 2, 2)  # the widgets of a test are gone some seconds later
    collector = RubbishCollector()
    collector.start()
    yield collector
    collector.deleteLater()
    gc.set_threshold(*thresholds)
    gc.enable()
