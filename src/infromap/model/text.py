"""What a text may hold: whole characters."""


def well_formed(text: str) -> str:
    """Return a text that can be written as UTF-8, of the same length: a lone surrogate is no character."""
    return text.encode("utf-8", "replace").decode("utf-8")
