"""Whether there is a screen: the commands ask it before they open a window, the window before it draws."""

import os
import re
import socket
import sys
from contextlib import closing
from pathlib import Path

_PATIENCE_S = 2
_FIRST_PORT = 6000  # of X11


def has_display() -> bool:
    """Tell whether there is a screen to open a window on; only Linux can be without one."""
    if sys.platform != "linux":
        return True
    return _answers_wayland(os.environ.get("WAYLAND_DISPLAY", "")) or _answers_x11(os.environ.get("DISPLAY", ""))


def _answers_wayland(name: str) -> bool:
    return bool(name) and _listens(str(Path(os.environ.get("XDG_RUNTIME_DIR", "/run")) / name))


def _answers_x11(name: str) -> bool:
    """Tell whether somebody listens behind the name of a display: ``:0``, ``host:10.0``, the path of a socket."""
    parts = re.fullmatch(r"(?:(?:tcp|inet|inet6|local|unix)/)?([^:/]*|\[.*\]):(\d{1,4})(?:\.\d+)?", name)
    if parts is None:
        return bool(name)  # Qt will say
    host, number = parts[1].strip("[]"), int(parts[2])
    if host not in ("", "unix"):
        return _listens((host, _FIRST_PORT + number))
    path = f"/tmp/.X11-unix/X{number}"
    return _listens(path) or _listens(f"\0{path}")


def _listens(address: str | tuple[str, int]) -> bool:
    try:
        if isinstance(address, tuple):
            socket.create_connection(address, _PATIENCE_S).close()
            return True
        with closing(socket.socket(socket.AF_UNIX)) as asking:
            asking.settimeout(_PATIENCE_S)
            asking.connect(address)
            return True
    except (OSError, UnicodeError):
        return False
