"""Whether there is a screen: the commands ask it before they open a window, the window before it draws."""

import os
import sys


def has_display() -> bool:
    """Tell whether there is a screen to open a window on; only Linux can be without one."""
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
