"""The lines of a GIS layer become networks, one for each mode that they are of."""

from collections.abc import Mapping, Sequence

import numpy as np
from shapely import LineString, get_coordinates, get_num_coordinates

from infromap.errors import NetworkError
from infromap.route.classes import CLASSES, OTHER_CLASS, Mode, class_of_word, road_direction
from infromap.route.layer import UNITS, Layer
from infromap.route.split import Ways, split_ways

# Columns that say what a line is: OpenStreetMap's own, Geofabrik's, Natural Earth's.
_CLASS_COLUMNS = ("railway", "highway", "fclass", "featurecla", "type", "class")
_COARSE = 10  # units of 1e-7 degrees: ends within about 10 cm are one junction


def lines_to_layers(
    lines: Sequence[LineString], attributes: Sequence[Mapping[str, str]], *, mode: Mode | None, name: str
) -> dict[Mode, Layer]:
    """Return the networks that some lines make; two lines are joined where they share a point.

    Parameters
    ----------
    lines
        Lon, lat in degrees, EPSG:4326.
    attributes
        Of each line, by column in lower case. A column such as ``highway`` or ``fclass`` says what
        a line is; where it says nothing that is known (a ferry), the line is left out. ``oneway``
        is respected on roads.
    mode
        What all lines are, in the user's word; needed where the attributes do not tell.
    name
        What the lines are called, for messages.

    Raises
    ------
    NetworkError
        If neither the attributes nor ``mode`` tell what the lines are.
    """
    classes = [_class_of(each) for each in attributes]
    if mode is not None:
        has_mode = any(number is not None and CLASSES[number].mode is mode for number in classes)
        classes = classes if has_mode else [OTHER_CLASS[mode]] * len(lines)
    elif all(number is None for number in classes):
        words = ", ".join(each.value for each in Mode)
        raise NetworkError(
            "{name} does not say what its lines are; add --lines-are with one of {words}", name=name, words=words
        )
    found = {}
    for each in [mode] if mode else Mode:
        wanted = [i for i, number in enumerate(classes) if number is not None and CLASSES[number].mode is each]
        if wanted:
            found[each] = _layer(
                [lines[i] for i in wanted], [attributes[i] for i in wanted], [classes[i] for i in wanted]
            )
    return found


def _class_of(attributes: Mapping[str, str]) -> int | None:
    for column in _CLASS_COLUMNS:
        number = class_of_word(attributes.get(column, ""))
        if number is not None:
            return number
    return None


def _layer(
    lines: Sequence[LineString], attributes: Sequence[Mapping[str, str]], classes: Sequence[int | None]
) -> Layer:
    directions = [road_direction(each.get("oneway")) for each in attributes]
    is_road = [number is not None and CLASSES[number].mode is Mode.ROADS for number in classes]
    turned = [
        line.reverse() if road and is_reversed else line
        for line, road, (_, is_reversed) in zip(lines, is_road, directions, strict=True)
    ]
    coarse = np.rint(get_coordinates(turned) * (UNITS / _COARSE)).astype(np.int64)
    keys, first, numbers = np.unique(coarse[:, 0] * 2**32 + coarse[:, 1], return_index=True, return_inverse=True)
    return split_ways(
        Ways(
            x=(coarse[first, 0] * _COARSE).astype(np.int32),
            y=(coarse[first, 1] * _COARSE).astype(np.int32),
            is_known=np.ones(len(keys), dtype=bool),
            nodes=numbers,
            counts=get_num_coordinates(turned),
            class_id=np.array(classes, dtype=np.uint8),
            is_oneway=np.array([road and one for road, (one, _) in zip(is_road, directions, strict=True)]),
        )
    )
