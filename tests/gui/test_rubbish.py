"""Objects go on the window's thread, whichever thread makes or uses them: some may be widgets."""

import gc
import threading
from functools import partial

import pytest

from infromap.gui.worker import Worker

pytestmark = pytest.mark.qt


class Held:
    """Tells on which thread it goes."""

    def __init__(self, went):
        self.went = went

    def __del__(self):
        self.went.append(threading.current_thread())


def test_rubbish_is_never_collected_on_another_thread_but_soon_on_this_one(qtbot):
    went, busy = [], []
    worker = Worker()

    def work():
        ring = Held(went)
        ring.itself = ring
        return [[number] for number in range(100_000)]  # as many as let Python collect by itself

    worker.run("", work, busy.append, busy.append)
    qtbot.waitUntil(lambda: bool(busy), timeout=20_000)
    qtbot.waitUntil(lambda: bool(went), timeout=20_000)

    assert went == [threading.main_thread()]
    assert not gc.isenabled()


def test_what_work_held_goes_on_this_thread_and_so_does_what_its_error_knows(qtbot):
    went, ended = [], []
    worker = Worker()

    def fail(held):
        raise ValueError(len([held]))

    for work in (partial(len, [Held(went)]), partial(fail, Held(went))):
        worker.run("", work, ended.append, ended.append)
        del work
        qtbot.waitUntil(lambda: len(ended) == 1, timeout=20_000)
        ended.clear()
    qtbot.waitUntil(lambda: len(went) == 2, timeout=20_000)

    assert went == [threading.main_thread()] * 2
