"""The projects of a map as a layer, so that one table shows both."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QLocale

from infromap.gui.panels.spoken import speak_money
from infromap.gui.program.language import speak
from infromap.model.layer import Cell, Column, ColumnType, Layer
from infromap.model.provenance import Source

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from infromap.model.mapdoc import Feature, MapDocument

PROJECTS = "projects"  # id of the layer that they make; a document's own layers are called layer-1, layer-2 …
Strings = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Field:
    key: str  # of its name, see resources/i18n
    type: ColumnType
    value: Callable[[Feature, Strings], Cell]


def projects_layer(document: MapDocument, strings: Strings) -> Layer:
    """Return one row for each project, in the order of the text."""
    features = document.features
    return Layer(
        id=PROJECTS,
        name=strings["ui.projects"],
        geometry=_objects([feature.geometry for feature in features]),
        columns=tuple(_column(field, features, strings) for field in _FIELDS),
        source=Source(name=document.reading.article.source, date=document.reading.article.date),
    )


def _column(field: _Field, features: Sequence[Feature], strings: Strings) -> Column:
    cells = [field.value(feature, strings) for feature in features]
    is_number = field.type is ColumnType.REAL
    values = np.array([np.nan if cell is None else cell for cell in cells], float) if is_number else _objects(cells)
    return Column(name=strings[f"row.{field.key}"], type=field.type, values=values)


def _objects(cells: Sequence[Cell | BaseGeometry | None]) -> Any:
    values = np.empty(len(cells), dtype=object)
    values[:] = cells
    return values


def _said(key: str) -> Callable[[Feature, Strings], Cell]:
    """Return what reads an article's rows of one key; words of a list are in the page's language."""

    def read(feature: Feature, strings: Strings) -> Cell:
        said = [row.value for row in feature.article_rows if row.key == key]
        values = [strings.get(f"{key}.{value}") or speak(value) for value in said]
        return ", ".join(dict.fromkeys(values)) or None

    return read


def _middle(axis: str) -> Callable[[Feature, Strings], Cell]:
    def read(feature: Feature, _strings: Strings) -> Cell:
        if feature.geometry is None:
            return None
        return round(float(getattr(feature.geometry.representative_point(), axis)), 5)

    return read


def _amounts(feature: Feature, strings: Strings) -> Cell:
    return ", ".join(speak_money(amount, strings, QLocale()) for amount in feature.project.amounts) or None


def _corrected(feature: Feature, _strings: Strings) -> Cell:
    """Return the day of the last correction by hand."""
    return max((correction.date for correction in feature.corrections), default=None)


def _line_length(feature: Feature, _strings: Strings) -> Cell:
    return None if feature.geometry_length_km is None else round(feature.geometry_length_km, 1)


_FIELDS = (
    _Field("name", ColumnType.TEXT, lambda feature, _: feature.name),
    _Field("kind", ColumnType.TEXT, lambda feature, strings: strings[f"kind.{feature.kind.value}"]),
    _Field("status", ColumnType.TEXT, _said("status")),
    _Field("place", ColumnType.TEXT, _said("place")),
    _Field("capacity", ColumnType.TEXT, _said("capacity")),
    _Field("length_km", ColumnType.REAL, lambda feature, _: feature.project.length_km),
    _Field("geometry_length_km", ColumnType.REAL, _line_length),
    _Field("amount", ColumnType.TEXT, _amounts),
    _Field("financier", ColumnType.TEXT, _said("financier")),
    _Field("exactness", ColumnType.TEXT, lambda feature, strings: strings[f"exactness.{feature.exactness.value}"]),
    _Field("completion", ColumnType.TEXT, _said("completion")),
    _Field("corrected", ColumnType.DATE, _corrected),
    _Field("longitude", ColumnType.REAL, _middle("x")),
    _Field("latitude", ColumnType.REAL, _middle("y")),
)
