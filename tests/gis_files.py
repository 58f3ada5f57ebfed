"""GIS files for tests, written by pyogrio or by hand."""

import zipfile
from pathlib import Path

import numpy as np
import pyogrio
import shapely

DRIVERS = {
    ".geojson": "GeoJSON",
    ".gpkg": "GPKG",
    ".shp": "ESRI Shapefile",
    ".kml": "KML",
    ".fgb": "FlatGeobuf",
}
NAMES = np.array(["Kokshetau", None, "Ақтөбе"], dtype=object)
NUMBERS = np.array([1, 20, -3])
SHARES = np.array([0.5, np.nan, -2.25])
POINTS = shapely.points([69.4, 70.0, 57.2], [53.3, -51.0, 50.3])


def write_points(path: Path, geometry=POINTS, crs="EPSG:4326", **options) -> Path:
    """Write three rows with a name, a number and a share; the suffix says the format."""
    written = path.with_suffix(".shp") if path.suffix == ".zip" else path
    columns = [NAMES, NUMBERS, SHARES]
    pyogrio.raw.write(
        written,
        shapely.to_wkb(geometry),
        columns,
        ["name", "number", "share"],
        geometry_type=options.pop("geometry_type", "Point"),
        crs=crs,
        driver=DRIVERS[written.suffix],
        **options,
    )
    if written != path:
        with zipfile.ZipFile(path, "w") as archive:
            for part in path.parent.glob(f"{path.stem}.*"):
                if part != path:
                    archive.write(part, part.name)
    return path


CSV = """\
name,{lat},{lon},number,share
Kokshetau,53.3,69.4,1,0.5
,-51.0,70.0,20,
Ақтөбе,50.3,57.2,-3,-2.25
"""

GPX = """\
<?xml version="1.0"?>
<gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1">
 <wpt lat="53.3" lon="69.4"><ele>230</ele><name>Kokshetau</name></wpt>
 <trk><name>road</name><trkseg><trkpt lat="50" lon="70"/><trkpt lat="51" lon="71"/></trkseg></trk>
</gpx>
"""
