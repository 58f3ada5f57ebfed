"""Which letters the bytes of a file are, where it does not say so: Unicode, Cyrillic or Chinese."""

import codecs

_UNKNOWN = "ISO-8859-1"  # pyogrio's word for a Shapefile that does not say its encoding; any byte is a letter in it
_ROWS = 20_000
_CYRILLIC = {0xA8, 0xB8, *range(0xC0, 0x100)}  # the bytes of Russian letters in Windows-1251


def guess_letters(content: bytes) -> str:
    """Return the encoding of the beginning of a text, as Python calls it."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8-sig")().decode(content)
    except UnicodeDecodeError:
        return "gb18030" if _is_chinese(content) else "cp1251"
    return "utf-8-sig"


def guess_shapefile_letters(source: str, layer: str) -> str | None:
    """Return the encoding of a Shapefile that does not state it; None of one that does, and of other files.

    Parameters
    ----------
    source
        A file as GDAL names it.
    layer
        The name of the layer.
    """
    import pyogrio  # slow to load, and most runs need none

    if not source.lower().endswith(".shp") or pyogrio.read_info(source, layer=layer)["encoding"] != _UNKNOWN:
        return None
    meta, _, _, columns = pyogrio.raw.read(
        source, layer=layer, encoding=_UNKNOWN, read_geometry=False, max_features=_ROWS
    )
    texts = [*meta["fields"], *(cell for column in columns if column.dtype == object for cell in column if cell)]
    guess = guess_letters("\n".join(map(str, texts)).encode(_UNKNOWN))
    return "UTF-8" if guess == "utf-8-sig" else guess


def _is_chinese(content: bytes) -> bool:
    """Tell GB18030 from Cyrillic letters: common Chinese letters begin with other bytes than small Cyrillic ones."""
    if {byte for byte in content if byte > 0x7F} <= _CYRILLIC:
        return False
    try:
        text = codecs.getincrementaldecoder("gb18030")().decode(content)
    except UnicodeDecodeError:
        return False
    begins = [letter.encode("gb18030")[0] for letter in text if letter > "\x7f"]
    return sum(0xB0 <= each <= 0xD7 for each in begins) > 0.7 * len(begins)
