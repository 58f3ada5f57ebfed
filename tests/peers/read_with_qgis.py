"""Opens files as QGIS does and prints what it finds, as JSON: run by the system's Python, which has QGIS."""

import json
import sys

from qgis.core import QgsApplication, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt


def main(paths):
    """Print {path: [{name, crs, rows: [{wkb, values}]}]}."""
    application = QgsApplication([], False)
    application.initQgis()
    sys.stdout.write(json.dumps({path: [_read(each) for each in _layers(path)] for path in paths}) + "\n")
    application.exitQgis()


def _layers(path):
    found = QgsProviderRegistry.instance().querySublayers(path)
    layers = [QgsVectorLayer(each.uri(), each.name(), each.providerKey()) for each in found]
    if not layers or not all(layer.isValid() for layer in layers):
        raise SystemExit(f"QGIS cannot open {path}")
    return layers


def _read(layer):
    names = layer.fields().names()
    rows = []
    for feature in layer.getFeatures():
        shape = feature.geometry()
        wkb = None if shape.isNull() else bytes(shape.asWkb().data()).hex()
        rows.append({"wkb": wkb, "values": {name: _plain(feature[name]) for name in names}})
    return {"name": layer.name(), "crs": layer.crs().authid(), "rows": rows}


def _plain(value):
    if value is None or (hasattr(value, "isNull") and value.isNull()):
        return None
    if isinstance(value, QDate):
        return value.toString(Qt.ISODate)
    if isinstance(value, QDateTime):
        return value.toUTC().toString(Qt.ISODateWithMs)
    return value if isinstance(value, (bool, int, float, str)) else str(value)


main(sys.argv[1:])
