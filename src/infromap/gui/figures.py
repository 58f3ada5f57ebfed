"""Figures, lengths, areas and places as the user's language writes them."""

from PySide6.QtCore import QCoreApplication, QLocale

from infromap.coordinates import Letters, Notation, write_coordinates

_INCH_M = 0.0254


def write_number(value: float, decimals: int = 0) -> str:
    """Return a number with the groups and the decimal mark of the user's language."""
    return QLocale().toString(float(value), "f", decimals)


def write_length(km: float) -> str:
    """Return a length in metres, or in kilometres from one on."""
    if km < 1:
        return QCoreApplication.translate("Figures", "{number} m").format(number=write_number(km * 1000))
    return QCoreApplication.translate("Figures", "{number} km").format(number=write_number(km, _decimals(km)))


def write_whole_km(km: float) -> str:
    """Return a length in kilometres without decimals."""
    return QCoreApplication.translate("Figures", "{number} km").format(number=write_number(km))


def write_short_km(km: float) -> str:
    """Return a length in kilometres as an article states it, with one decimal at most."""
    return QCoreApplication.translate("Figures", "{number} km").format(
        number=write_number(km, 0 if km % 1 < 0.05 else 1)
    )


def write_accuracy(km: float) -> str:
    """Return within which distance a place is known, in no more figures than it is known to."""
    return QCoreApplication.translate("Figures", "{number} km").format(number=QLocale().toString(km, "g", 3))


def write_area(km2: float) -> str:
    """Return an area in square metres, from a hectare on in hectares, from a square kilometre on in these."""
    if km2 < 0.01:
        return QCoreApplication.translate("Figures", "{number} m²").format(number=write_number(km2 * 1e6))
    if km2 < 1:
        return QCoreApplication.translate("Figures", "{number} ha").format(number=write_number(km2 * 100, 2))
    return QCoreApplication.translate("Figures", "{number} km²").format(number=write_number(km2, _decimals(km2)))


def write_place(lon: float, lat: float, notation: Notation = Notation.DEGREES, *, digits: int = 5) -> str:
    """Return a place for people, latitude first; where there is no UTM it says so."""
    text = write_coordinates(lon, lat, notation, digits=digits, letters=_letters())
    return text or QCoreApplication.translate("Figures", "outside UTM")


def write_scale(metres_per_pixel: float, dots_per_inch: float) -> str:
    """Return the scale of a map on a screen, to three figures: ``1:6,150,000``."""
    ratio = metres_per_pixel * dots_per_inch / _INCH_M
    return f"1:{write_number(float(f'{ratio:.3g}'))}"


def _decimals(value: float) -> int:
    """Four figures are enough."""
    return 2 if value < 100 else 1 if value < 1000 else 0


def _letters() -> Letters:
    return Letters(
        north=QCoreApplication.translate("Figures", "N", "north, behind degrees"),
        east=QCoreApplication.translate("Figures", "E", "east, behind degrees"),
        south=QCoreApplication.translate("Figures", "S", "south, behind degrees"),
        west=QCoreApplication.translate("Figures", "W", "west, behind degrees"),
        decimal=QLocale().decimalPoint(),
    )
