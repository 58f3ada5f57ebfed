"""A map, or one layer, becomes KML: placemarks with all their fields, and styles by kind."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

import numpy as np
import shapely

from infromap.export.map_rows import map_rows
from infromap.model.layer import Column, ColumnType, Layer
from infromap.render.symbology import kind_colour

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from infromap.model.mapdoc import MapDocument
    from infromap.model.project import Kind

_NAMESPACE = "http://www.opengis.net/kml/2.2"
# XML 1.0 has no place for these, not even escaped.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TITLE_COLUMNS = ("name", "title", "label")  # what a layer's rows are called by, the first that it has
_FIELDS_OF_GEOMETRY = ("layer", "wkb")


def write_map_kml(path: Path, document: "MapDocument") -> None:
    """Write the projects of a map in a folder by the title of the article, and each layer in a folder of its own.

    A project without a place is a placemark without geometry. Every field of ``map_rows`` stands in
    ``ExtendedData``; the description says the same as plain text, escaped once more, because programs that show
    KML take it for HTML.
    """
    kinds = {feature.kind for feature in document.features}
    with _kml(path, document.title) as out:
        for kind in sorted(kinds):
            out.style(_style_id(kind), kind_colour(kind))
        for number, layer in enumerate(document.layers):
            out.style(f"layer-{number}", layer.style.colour)
            out.schema(f"rows-{number}", layer)
        if document.features:
            with out.element("Folder"):
                out.text("name", document.title)
                for feature, row in zip(document.features, map_rows(document), strict=True):
                    fields = {name: value for name, value in row.items() if name not in _FIELDS_OF_GEOMETRY}
                    out.placemark(feature.name, _style_id(feature.kind), fields, feature.geometry)
        for number, layer in enumerate(document.layers):
            with out.element("Folder"):
                out.text("name", layer.name)
                out.rows(layer, range(len(layer)), number)


def write_layer_kml(path: Path, layer: Layer, rows: "NDArray[Any]") -> None:
    """Write rows of a layer as placemarks, their columns as ``ExtendedData`` by a schema.

    Without one GDAL, and so QGIS, takes all but plain letters out of the names of columns, and makes one of two.
    """
    with _kml(path, layer.name) as out:
        out.style("layer-0", layer.style.colour)
        out.schema("rows-0", layer)
        out.rows(layer, rows.tolist(), 0)


@contextmanager
def _kml(path: Path, name: str) -> Iterator["_KmlWriter"]:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        writer = _KmlWriter(XMLGenerator(file, encoding="utf-8", short_empty_elements=True))
        with writer.document(name):
            yield writer


class _KmlWriter:
    """Writes one element after the other, so that a file of a million rows needs no memory."""

    def __init__(self, xml: XMLGenerator) -> None:
        self._xml = xml

    @contextmanager
    def document(self, name: str) -> Iterator[None]:
        self._xml.startDocument()
        with self.element("kml", {"xmlns": _NAMESPACE}), self.element("Document"):
            self.text("name", name)
            yield
        self._xml.endDocument()

    @contextmanager
    def element(self, tag: str, attributes: Mapping[str, str] | None = None) -> Iterator[None]:
        plain = {name: _allowed(value) for name, value in (attributes or {}).items()}
        self._xml.startElement(tag, AttributesImpl(plain))
        yield
        self._xml.endElement(tag)
        if tag in ("Placemark", "Style", "name"):
            self._xml.ignorableWhitespace("\n")

    def text(self, tag: str, text: object) -> None:
        with self.element(tag):
            self._xml.characters(_allowed(str(text)))

    def style(self, name: str, colour: str) -> None:
        """Write a style; its balloon shows the description alone, which is plain text."""
        opaque, pale = _kml_colour(colour, 255), _kml_colour(colour, 64)
        with self.element("Style", {"id": name}):
            with self.element("IconStyle"):
                self.text("color", opaque)
            with self.element("LineStyle"):
                self.text("color", opaque)
                self.text("width", 3)
            with self.element("PolyStyle"):
                self.text("color", pale)
            with self.element("BalloonStyle"):
                self.text("text", "$[description]")

    def schema(self, name: str, layer: Layer) -> None:
        """Write which columns the rows of a layer have."""
        with self.element("Schema", {"name": name, "id": name}):
            for column in layer.columns:
                with self.element("SimpleField", {"name": column.name, "type": _schema_type(column)}):
                    pass

    def rows(self, layer: Layer, rows: Iterable[int], number: int) -> None:
        """Write rows of the layer of that number."""
        title = next((c for name in _TITLE_COLUMNS for c in layer.columns if c.name.casefold() == name), None)
        for row in rows:
            called = title.cell(row) if title else None
            fields, shape = layer.row(row), layer.geometry[row]
            self.placemark(str(called or row + 1), f"layer-{number}", fields, shape, schema=f"rows-{number}")

    def placemark(
        self,
        name: str,
        style: str,
        fields: Mapping[str, Any],
        geometry: "BaseGeometry | None",
        *,
        schema: str | None = None,
    ) -> None:
        given = {key: value for key, value in fields.items() if value is not None and value != ""}
        with self.element("Placemark"):
            self.text("name", name)
            self.text("description", _balloon(_said(name, given)))
            self.text("styleUrl", f"#{style}")
            with self.element("ExtendedData"):
                if schema:
                    self.schema_data(schema, given)
                else:
                    for key, value in given.items():
                        with self.element("Data", {"name": key}):
                            self.text("value", value)
            if geometry is not None and not geometry.is_empty:
                self.geometry(geometry)

    def schema_data(self, schema: str, fields: Mapping[str, Any]) -> None:
        with self.element("SchemaData", {"schemaUrl": f"#{schema}"}):
            for key, value in fields.items():
                with self.element("SimpleData", {"name": key}):
                    self._xml.characters(_allowed(str(int(value) if isinstance(value, bool) else value)))

    def geometry(self, geometry: "BaseGeometry") -> None:
        match geometry.geom_type:
            case "Point" | "LineString" | "LinearRing":
                with self.element(geometry.geom_type):
                    self.coordinates(geometry)
            case "Polygon":
                self.polygon(geometry)
            case _:
                with self.element("MultiGeometry"):
                    for part in shapely.get_parts(geometry):
                        self.geometry(part)

    def polygon(self, polygon: shapely.Polygon) -> None:
        with self.element("Polygon"):
            for tag, rings in (("outerBoundaryIs", [polygon.exterior]), ("innerBoundaryIs", polygon.interiors)):
                for ring in rings:
                    with self.element(tag), self.element("LinearRing"):
                        self.coordinates(ring)

    def coordinates(self, geometry: "BaseGeometry") -> None:
        has_height = geometry.has_z and bool(np.isfinite(shapely.get_coordinates(geometry, include_z=True)).all())
        points = shapely.get_coordinates(geometry, include_z=has_height).tolist()
        self.text("coordinates", " ".join(",".join(map(repr, point)) for point in points))


def _said(name: str, fields: Mapping[str, Any]) -> str:
    return "\n".join([name, *(f"{key}: {value}" for key, value in fields.items() if key != "name")])


def _balloon(text: str) -> str:
    """Return a text as HTML that shows it; ``$[name]`` would be filled with a field, whose text nobody escapes."""
    return html.escape(text, quote=False).replace("$[", "&#36;[")


def _schema_type(column: Column) -> str:
    """Return the type of a column as KML knows it; whole numbers that need more than 32 bits are doubles or text."""
    if column.type is ColumnType.INTEGER:
        given = [value for value in column.values.tolist() if value is not None and value == value]  # NaN is none
        largest = max((abs(int(value)) for value in given), default=0)
        return "int" if largest < 2**31 else "double" if largest <= 2**53 else "string"
    return {ColumnType.REAL: "double", ColumnType.BOOLEAN: "bool"}.get(column.type, "string")


def _allowed(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)


def _style_id(kind: "Kind") -> str:
    return f"kind-{kind.value.replace(' ', '-')}"


def _kml_colour(colour: str, alpha: int) -> str:
    """Turn #rrggbb into KML's aabbggrr."""
    return f"{alpha:02x}{colour[5:7]}{colour[3:5]}{colour[1:3]}"
