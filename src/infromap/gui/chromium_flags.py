"""What the web engine is told on its command line: ours, and what the user adds by ``QTWEBENGINE_CHROMIUM_FLAGS``."""

import logging
import shlex

logger = logging.getLogger(__name__)

# No WebRTC past the proxy, which is nowhere while no page may ask anybody (page/scheme.py), and no names looked up.
_PROTECTING = (
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--host-resolver-rules=MAP nowhere.invalid ~NOTFOUND",
)
# Only fatal messages: what a page says on its console goes into our log by another way. What scripts leave, more than a
# megabyte at each zoom, is collected from 128 MB on: else it was 350 MB after 240 zooms, and still there.
_USUAL = ("--log-level=3", "--js-flags=--initial-old-space-size=128")
# Ways around the proxy and the rules for hosts, around certificates, and from the page to files.
_REFUSED = frozenset({
    "--allow-file-access-from-files", "--allow-running-insecure-content", "--disable-web-security",
    "--force-webrtc-ip-handling-policy", "--host-resolver-rules", "--host-rules", "--ignore-certificate-errors",
    "--ignore-certificate-errors-spki-list", "--no-proxy-server", "--proxy-auto-detect", "--proxy-bypass-list",
    "--proxy-pac-url", "--proxy-server", "--webrtc-ip-handling-policy",
})  # fmt: skip


def chromium_flags(wanted: str) -> str:
    """Return our flags and those that are wanted beside them; what would undo a promise of ours is left out.

    Parameters
    ----------
    wanted
        As a shell has them. What this function returned may be given to it again.
    """
    theirs = [flag for flag in _split(wanted) if flag not in (*_PROTECTING, *_USUAL)]
    refused = [flag for flag in theirs if _name(flag) in _REFUSED]
    for flag in refused:
        logger.warning("QTWEBENGINE_CHROMIUM_FLAGS: %s is left out, it would let the map's page reach further", flag)
    kept = [flag for flag in theirs if flag not in refused]
    chosen = set(map(_name, kept))
    usual = (flag for flag in _USUAL if _name(flag) not in chosen)
    return " ".join(map(_quote, (*usual, *_PROTECTING, *kept)))


def _split(flags: str) -> list[str]:
    try:
        return shlex.split(flags)
    except ValueError as error:
        logger.warning("QTWEBENGINE_CHROMIUM_FLAGS is left out: %s", error)
        return []


def _name(flag: str) -> str:
    return flag.partition("=")[0].lower()


def _quote(flag: str) -> str:
    """Write a flag as Qt reads it: what holds spaces stands in double quotes."""
    name, equals, value = flag.partition("=")
    return f'{name}{equals}"{value}"' if " " in value else flag
