"""The page's Content-Security-Policy: what is written in it may run, nothing else may."""

import base64
import hashlib
import re
from collections.abc import Sequence

POLICY_MARK = "infromap-policy"

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def with_policy(html: str, *, image_origins: Sequence[str] = ()) -> str:
    """Put the policy in the place of its mark: the hashes of the page's own scripts and styles.

    Nothing may be loaded from anywhere, but pictures from ``image_origins``; no handler, no
    ``javascript:`` address and no inserted script runs; forms and frames are refused.
    """
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hashes(_SCRIPT, html)}",
            f"style-src {_hashes(_STYLE, html)}",
            " ".join(("img-src data: blob:", *image_origins)),
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return html.replace(POLICY_MARK, policy, 1)


def _hashes(pattern: re.Pattern[str], html: str) -> str:
    digests = (hashlib.sha256(body.encode()).digest() for body in pattern.findall(html))
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
