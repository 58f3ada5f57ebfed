"""GIS files for tests, written by pyogrio or by hand."""

import datetime
import json
import zipfile
from pathlib import Path

import numpy as np
import pyogrio
import shapely

DRIVERS = {
    ".geojson": "GeoJSON",
    ".geojsonl": "GeoJSONSeq",
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
        shapely.to_wkb(geometry, flavor="iso"),
        columns,
        ["name", "number", "share"],
        geometry_type=options.pop("geometry_type", "Point"),
        crs=crs,
        driver=DRIVERS[written.suffix],
        **options,
    )
    return path if written == path else zip_parts(written)


def zip_parts(path: Path) -> Path:
    """Write all parts of a shapefile into an archive beside it."""
    packed = path.with_suffix(".zip")
    with zipfile.ZipFile(packed, "w") as archive:
        for part in path.parent.glob(f"{path.stem}.*"):
            if part != packed:
                archive.write(part, part.name)
    return packed


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


def zip_shapefiles(path: Path, *names: str) -> Path:
    """Write shapefiles of the same three rows into an archive; names may have folders in them."""
    folder = path.parent / f"{path.stem}-unpacked"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            target = folder / f"{name}.shp"
            target.parent.mkdir(parents=True, exist_ok=True)
            write_points(target)
            for part in target.parent.glob(f"{target.stem}.*"):
                archive.write(part, part.relative_to(folder))
    return path


def write_parquet(path: Path, geometry=POINTS, *, crs="missing", encoding="WKB") -> Path:
    """Write three rows as GeoParquet; ``crs`` is PROJJSON, None for unknown, and "missing" for degrees."""
    import pyarrow
    import pyarrow.parquet

    column = {"encoding": encoding, "geometry_types": [], **({} if crs == "missing" else {"crs": crs})}
    geo = {"version": "1.1.0", "primary_column": "shape", "columns": {"shape": column}}
    table = pyarrow.table(
        {
            "shape": pyarrow.array(shapely.to_wkb(geometry).tolist(), pyarrow.binary()),
            "name": pyarrow.array(NAMES.tolist()),
            "number": pyarrow.array(NUMBERS),
            "share": pyarrow.array([0.5, None, -2.25]),
            "kind": pyarrow.array(["a", "b", "a"]).dictionary_encode(),
            "day": pyarrow.array([datetime.date(2026, 11, 1), None, datetime.date(2026, 11, 3)]),
        }
    ).replace_schema_metadata({"geo": json.dumps(geo)})
    pyarrow.parquet.write_table(table, path)
    return path
