"""A place as people write it: in degrees, in degrees with minutes and seconds, in UTM; read and written."""

from infromap.coordinates.reading import Interpretation, Order, read_angle, read_coordinates, read_place
from infromap.coordinates.writing import ENGLISH, Letters, Notation, write_coordinates, write_lon_lat

__all__ = [
    "ENGLISH",
    "Interpretation",
    "Letters",
    "Notation",
    "Order",
    "read_angle",
    "read_coordinates",
    "read_place",
    "write_coordinates",
    "write_lon_lat",
]
