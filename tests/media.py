"""The page as a browser shows it to a reader with other wishes: a media query of it is made true."""

import re

from infromap.render.policy import POLICY_MARK, with_policy


def where(html: str, query: str) -> str:
    """Return the page as it is where a media query holds; its policy allows the changed scripts."""
    html = html.replace(f"({query})", "all")
    return with_policy(re.sub(r'(Content-Security-Policy" content=")[^"]*', rf"\g<1>{POLICY_MARK}", html))


def in_the_dark(html: str) -> str:
    """Return the page as a reader sees it whose system is dark."""
    return where(html, "prefers-color-scheme: dark")
