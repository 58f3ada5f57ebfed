"""What refers to itself goes on the window's thread, whichever thread makes objects meanwhile."""

import gc
import threading

import pytest

from infromap.gui.worker import Worker

pytestmark = pytest.mark.qt


class Ring:
    """Refers to itself, and tells on which thread it goes."""

    def __init__(self, went):
        self.itself = self
        self.went = went

    def __del__(self):
        self.went.append(threading.current_thread())


def test_rubbish_is_never_collected_on_another_thread_but_soon_on_this_one(qtbot):
    went, busy = [], []
    worker = Worker()

    def work():
        Ring(went)
        return [[number] for number in range(100_000)]  # as many as let Python collect by itself

    worker.run("", work, busy.append, busy.append)
    qtbot.waitUntil(lambda: bool(busy), timeout=20_000)
    qtbot.waitUntil(lambda: bool(went), timeout=20_000)

    assert went == [threading.main_thread()]
    assert not gc.isenabled()
