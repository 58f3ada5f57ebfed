"""Work beside the window: its outcome comes back, it hears when nobody waits, and nothing of it is kept."""

import ctypes
import gc
import sys
import threading
import weakref

import psutil
import pytest

from infromap.gui import worker as worker_module
from infromap.gui.worker import CalledOffError, Worker

pytestmark = pytest.mark.qt


class Held:
    """Something that work holds."""


def own_mb():
    return psutil.Process().memory_info().rss / 1e6


@pytest.fixture
def worker(qtbot):
    worker = Worker()
    yield worker
    worker.wait()


def test_a_value_or_an_error_comes_back(qtbot, worker):
    values, errors = [], []
    worker.run("", lambda: 7, values.append, errors.append)
    qtbot.waitUntil(lambda: values == [7])
    worker.run("", lambda: 1 / 0, values.append, errors.append)
    qtbot.waitUntil(lambda: len(errors) == 1)

    assert values == [7]
    assert isinstance(errors[0], ZeroDivisionError)
    assert not worker.is_running


@pytest.mark.parametrize("is_wanted", [True, False])
def test_what_work_holds_goes_with_it(qtbot, worker, is_wanted):
    held = [Held() for _ in range(20)]
    known = [weakref.ref(each) for each in held]
    ended = []
    for each in held:
        worker.run("", lambda each=each: each, ended.append, ended.append)
    if not is_wanted:
        worker.cancel()
    worker.run("", lambda: None, lambda _: ended.append("last"), ended.append)
    qtbot.waitUntil(lambda: "last" in ended)
    ended.clear()
    del held, each
    gc.collect()

    assert [each() for each in known] == [None] * 20


@pytest.mark.skipif(sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "malloc_trim"), reason="not glibc")
def test_memory_that_long_work_took_goes_back_to_the_system(qtbot, worker, monkeypatch):
    monkeypatch.setattr(worker_module, "_LONG_S", 0)

    def work():
        taken = [bytes(1_000) for _ in range(300_000)]
        return taken[::1_000]  # what stays lies between all the others, and at the end

    kept = []
    before_mb = own_mb()
    worker.run("", work, kept.append, kept.append)
    qtbot.waitUntil(lambda: len(kept) == 1, timeout=30_000)
    worker.wait()

    assert len(kept[0]) == 300
    assert own_mb() < before_mb + 100


def test_work_hears_that_nobody_waits_any_more(qtbot, worker):
    begun, called_off, told = threading.Event(), threading.Event(), []

    def work():
        told.append(worker.is_wanted)
        begun.set()
        called_off.wait(20)
        told.append(worker.is_wanted)
        try:
            worker.report(1, 2)
        except CalledOffError:
            told.append("called off")

    worker.run("", work, told.append, told.append)
    qtbot.waitUntil(begun.is_set)
    worker.cancel()
    called_off.set()
    worker.wait()
    qtbot.wait(20)

    assert told == [True, False, "called off"]
