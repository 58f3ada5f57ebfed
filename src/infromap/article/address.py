"""Web addresses among the words of a command line."""


def is_address(text: str) -> bool:
    """Tell whether a word of the command line is a web address and no file."""
    return text.lower().startswith(("http://", "https://"))
