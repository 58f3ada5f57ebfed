"""Classes of a layer, their methods, ramps and markers, in the user's language."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infromap.gui.figures import write_number

if TYPE_CHECKING:
    from infromap.model.layer_style import ClassMethod, Marker
    from infromap.render.layer_signs import LegendEntry

_LETTERS = 200
_FIGURES = 6
_PLAIN = (1e-5, 1e15)  # numbers that are written without powers of ten


def write_class(entry: "LegendEntry") -> str:
    """Return what is in a class: from where to where, a value, or all others."""
    translate = QCoreApplication.translate
    if entry.low is not None and entry.high is not None:
        low, high = _figure(entry.low), _figure(entry.high)
        return low if low == high else f"{low} – {high}"
    if entry.value is None:
        return translate("ClassWords", "other")
    if isinstance(entry.value, bool):
        return translate("ClassWords", "yes") if entry.value else translate("ClassWords", "no")
    return " ".join(str(entry.value)[:_LETTERS].split()) or "–"


def method_words() -> "dict[ClassMethod, str]":
    """Return how the methods for numbers are called."""
    from infromap.model.layer_style import ClassMethod

    translate = QCoreApplication.translate
    return {
        ClassMethod.QUANTILES: translate("ClassWords", "Quantiles: as many rows in each"),
        ClassMethod.EQUAL_INTERVAL: translate("ClassWords", "Equal intervals"),
        ClassMethod.NATURAL_BREAKS: translate("ClassWords", "Natural breaks"),
        ClassMethod.PRETTY: translate("ClassWords", "Pretty breaks: round numbers"),
        ClassMethod.STANDARD_DEVIATION: translate("ClassWords", "Standard deviation"),
    }


def ramp_words() -> dict[str, str]:
    """Return how the ramps are called."""
    translate = QCoreApplication.translate
    return {
        "viridis": translate("ClassWords", "Viridis"),
        "plasma": translate("ClassWords", "Plasma"),
        "blues": translate("ClassWords", "Blues"),
        "oranges": translate("ClassWords", "Oranges"),
        "blue to orange": translate("ClassWords", "Blue to orange"),
        "distinct": translate("ClassWords", "Distinct"),
    }


def marker_words() -> "dict[Marker, str]":
    """Return how the markers are called."""
    from infromap.model.layer_style import Marker

    translate = QCoreApplication.translate
    return {
        Marker.CIRCLE: translate("ClassWords", "Circle"),
        Marker.SQUARE: translate("ClassWords", "Square"),
        Marker.TRIANGLE: translate("ClassWords", "Triangle"),
        Marker.DIAMOND: translate("ClassWords", "Diamond"),
        Marker.STAR: translate("ClassWords", "Star"),
        Marker.CROSS: translate("ClassWords", "Cross"),
    }


def _figure(value: float) -> str:
    """Return six figures at most, without noughts at the end; very great and small numbers by powers of ten."""
    if value and not _PLAIN[0] <= abs(value) < _PLAIN[1]:
        return f"{value:.{_FIGURES}g}"
    short = float(f"{value:.{_FIGURES}g}")
    decimals = len(f"{short:.12f}".rstrip("0").partition(".")[2])
    return write_number(short, decimals)
