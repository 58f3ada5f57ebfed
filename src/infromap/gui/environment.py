"""What must be decided before Qt starts: where to draw, and whether Chromium's sandbox can work."""

import logging
import os
import sys

logger = logging.getLogger(__name__)


def prepare_environment() -> None:
    """Set Qt's environment. Call it before the first QApplication; calling it again changes nothing.

    Without a display Qt draws offscreen. As root on Linux Chromium refuses to start with its
    sandbox: it is switched off then, and only then, and the log says so.
    """
    if not has_display():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if sys.platform == "linux" and os.geteuid() == 0 and "QTWEBENGINE_DISABLE_SANDBOX" not in os.environ:
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
        logger.warning("running as root: the web engine's sandbox is off; run as a plain user to have it on")


def has_display() -> bool:
    """Tell whether there is a screen to open a window on."""
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
