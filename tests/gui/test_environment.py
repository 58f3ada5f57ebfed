"""What must hold before Qt starts."""

import os
import sys

import pytest

pytestmark = pytest.mark.qt


def test_thousands_of_calls_of_qt_leave_none_and_true_alive(qtbot):
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    qtbot.addWidget(label)
    for number in range(20_000):
        label.setText(str(number % 10))
        label.isVisible()

    assert min(map(sys.getrefcount, (None, True, False))) > 20_000


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone tells of cards by files")
@pytest.mark.parametrize(("cards", "backend"), [([], "software"), (["/dev/dri/card0"], None)])
def test_without_a_graphics_card_qt_quick_draws_by_itself(monkeypatch, cards, backend):
    from infromap.gui import environment

    monkeypatch.setattr(environment, "glob", lambda _pattern: cards)
    monkeypatch.setattr(os, "environ", {**os.environ})
    os.environ.pop("QT_QUICK_BACKEND", None)
    environment.prepare_environment()

    assert os.environ.get("QT_QUICK_BACKEND") == backend
