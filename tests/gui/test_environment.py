"""What must hold before Qt starts."""

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
