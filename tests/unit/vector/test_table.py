"""Tables of text: how they are written is found out, or said to be doubtful."""

import pytest
import shapely
from pyproj import Transformer

from gis_files import NAMES, NUMBERS, POINTS
from infromap.errors import UnknownCrsError, VectorError
from infromap.model.layer import ColumnType
from infromap.vector import read_layers
from infromap.vector.table import TableFormat, read_head
from infromap.vector.table_guess import guess_columns, guess_table
from infromap.vector.table_places import fits_exchanged, swap_advice

RUSSIAN = "название;широта;долгота;доля\nКокшетау;53,3;69,4;0,5\nАктобе;50,3;57,2;\n"
CHINESE = "名称,纬度,经度\n阿拉木图,43.2,76.9\n阿斯塔纳,51.1,71.4\n"


def write(tmp_path, text, encoding="utf-8", name="towns.csv"):
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


def column(layer, name):
    return next(each for each in layer.columns if each.name == name)


def spots(layer):
    return [None if shape is None else (shape.x, shape.y) for shape in layer.geometry]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_separator_and_unicode_are_found(tmp_path, separator, encoding):
    rows = [["name", "lat", "lon", "number"]]
    rows += [[name or "", str(p.y), str(p.x), str(n)] for name, p, n in zip(NAMES, POINTS, NUMBERS, strict=True)]
    path = write(tmp_path, "\r\n".join(separator.join(row) for row in rows), encoding)

    (layer,) = read_layers(path)

    assert guess_table(path).is_sure
    assert shapely.equals_exact(layer.geometry, POINTS, 1e-9).all()
    assert column(layer, "name").values.tolist() == list(NAMES)
    assert column(layer, "number").values.tolist() == list(NUMBERS)
    assert layer.notices == ()


@pytest.mark.parametrize(
    ("text", "encoding", "name"), [(RUSSIAN, "cp1251", "Кокшетау"), (CHINESE, "gb18030", "阿拉木图")]
)
def test_other_letters_are_guessed_and_told(tmp_path, text, encoding, name):
    path = write(tmp_path, text, encoding)

    form = guess_table(path)
    (layer,) = read_layers(path)

    assert form.encoding == encoding
    assert not form.is_sure
    assert layer.columns[0].values[0] == name
    assert "check that it is so" in layer.notices[0]


def test_a_decimal_comma_goes_with_a_semicolon(tmp_path):
    (layer,) = read_layers(write(tmp_path, RUSSIAN))

    assert spots(layer) == [(69.4, 53.3), (57.2, 50.3)]
    assert column(layer, "доля").type is ColumnType.REAL
    assert column(layer, "доля").cell(0) == 0.5
    assert column(layer, "доля").cell(1) is None


@pytest.mark.parametrize(
    ("header", "form"),
    [
        ("id;WGS84_lat;WGS84_lon", (2, 1, None)),
        ("id;Latitude (deg);Longitude (deg)", (2, 1, None)),
        ("id;y;X", (2, 1, None)),
    ],
)
def test_names_of_columns_are_recognised(tmp_path, header, form):
    found = guess_table(write(tmp_path, f"{header}\n1;53.3;69.4\n"))

    assert (found.x, found.y, found.wkt) == form


def test_columns_are_found_by_what_they_hold_if_the_numbers_prove_it(tmp_path):
    path = write(tmp_path, "name,a,b,count\nBeijing,39.9,116.4,1\nAlmaty,43.2,76.9,2\n")

    form = guess_table(path)
    (layer,) = read_layers(path)

    assert (form.x, form.y, form.is_sure) == (2, 1, False)
    assert spots(layer) == [(116.4, 39.9), (76.9, 43.2)]
    assert "coordinates in a and b" in layer.notices[0]


def test_which_column_is_which_is_not_guessed(tmp_path):
    path = write(tmp_path, "name,a,b\nKokshetau,53.3,69.4\n")

    assert not guess_table(path).has_place
    with pytest.raises(VectorError, match="call them lat and lon"):
        read_layers(path)


def test_a_table_without_a_header_has_numbered_columns(tmp_path):
    path = write(tmp_path, "Beijing,39.9,116.4\nAlmaty,43.2,76.9\n")

    (layer,) = read_layers(path)

    assert layer.columns[0].name == "column 1"
    assert len(layer) == 2


def test_wkt_becomes_geometries_of_any_size(tmp_path):
    circle = shapely.Point(70, 50).buffer(1, quad_segs=4_000)  # longer than the csv module reads by itself
    text = f"name\tshape\na\t{circle.wkt}\nb\tSRID=4326;POINT (70 50)\nc\tnonsense\nd\t\n"
    path = write(tmp_path, text.replace("nonsense", "POINT (1 x)"), name="towns.tsv")

    (layer,) = read_layers(path)

    assert guess_table(path).wkt == 1
    assert layer.geometry[0].equals(circle)
    assert spots_of(layer.geometry[1]) == (70, 50)
    assert layer.geometry[2] is None
    assert layer.geometry[3] is None
    assert [each.name for each in layer.columns] == ["name"]


def spots_of(point):
    return (point.x, point.y)


def test_exchanged_latitudes_are_told_and_not_turned(tmp_path):
    path = write(tmp_path, "name,lat,lon\nBeijing,116.4,39.9\nShanghai,121.5,31.2\n")
    form = guess_table(path)

    assert swap_advice(form, read_head(path, form))
    assert not form.is_sure
    with pytest.raises(VectorError, match="latitude and longitude seem to be exchanged"):
        read_layers(path)


def test_metres_are_not_taken_for_degrees(tmp_path):
    path = write(tmp_path, "name,x,y\nKokshetau,526650,5904871\n")

    with pytest.raises(UnknownCrsError, match="--crs EPSG"):
        read_layers(path)

    (layer,) = read_layers(path, crs="EPSG:32642")
    assert spots(layer)[0] == pytest.approx((69.4, 53.29), abs=0.01)


def test_codes_dates_and_odd_numbers_keep_what_they_say(tmp_path):
    text = "lat,lon,code,day,big,mixed,odd\n53,69,007,2026-11-01,9007199254740993,1,1_000\n50,57,010,,,x,2\n"
    (layer,) = read_layers(write(tmp_path, text))

    assert column(layer, "code").values.tolist() == ["007", "010"]
    assert column(layer, "day").type is ColumnType.DATE
    assert column(layer, "day").values.tolist() == ["2026-11-01", None]
    assert column(layer, "big").cell(0) == 9007199254740993
    assert column(layer, "big").cell(1) is None
    assert column(layer, "mixed").values.tolist() == ["1", "x"]
    assert column(layer, "odd").values.tolist() == ["1_000", "2"]


def test_rows_of_other_lengths_and_without_a_place_stay(tmp_path):
    (layer,) = read_layers(write(tmp_path, 'name,lat,lon\n"a, b\nc",53,69\nshort\nlong,50,57,more\nnan,nan,5\n\n'))

    assert column(layer, "name").values.tolist() == ["a, b\nc", "short", "long", "nan"]
    assert spots(layer) == [(69, 53), None, (57, 50), None]
    assert "2 rows have more or fewer cells" in layer.notices[0]


def test_a_table_is_read_as_it_is_told_to(tmp_path):
    path = write(tmp_path, "a;b\n53,3;69,4\n", "cp1251")
    form = TableFormat(encoding="cp1251", separator=";", has_decimal_comma=True, x=1, y=0, crs="EPSG:4326")

    (layer,) = read_layers(path, table=form)

    assert spots(layer) == [(69.4, 53.3)]
    assert layer.notices == ()


def test_a_change_of_separator_finds_the_columns_anew(tmp_path):
    path = write(tmp_path, "lat;lon\n53.3;69.4\n")
    wrong = TableFormat(encoding="utf-8-sig", separator=",")

    assert read_head(path, wrong).columns == ("lat;lon",)
    right = TableFormat(encoding="utf-8-sig", separator=";")
    assert guess_columns(right, read_head(path, right)).y == 0


def test_progress_is_told_in_bytes_and_can_end_the_reading(tmp_path):
    rows = "\n".join(f"{i},{50 + i % 10 / 10},{60 + i % 7}" for i in range(35_000))
    path = write(tmp_path, f"id,lat,lon\n{rows}\n")
    heard = []

    class StopError(Exception):
        pass

    def stop(done, total):
        heard.append((done, total))
        if len(heard) == 2:
            raise StopError

    with pytest.raises(StopError):
        read_layers(path, report=stop)

    assert len(heard) == 2
    assert 0 < heard[0][0] < heard[1][0] <= heard[1][1] == path.stat().st_size


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\x00\x01\xff\x98" * 1000, b"\xff\xfe\x00"])
def test_what_is_no_table_is_told_in_one_line(tmp_path, content):
    path = tmp_path / "odd.csv"
    path.write_bytes(content)

    with pytest.raises(VectorError) as error:
        read_layers(path)

    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)


def test_a_table_without_rows_is_read(tmp_path):
    assert len(read_layers(write(tmp_path, "name,lat,lon\n"))[0]) == 0


def test_a_given_system_is_for_x_and_y_and_not_for_latitude_and_longitude(tmp_path):
    turn = Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True).transform
    x, y = turn(0.0005, 0.0003)  # some metres from the middle of the map, which could be degrees
    (near,) = read_layers(write(tmp_path, f"x,y\n{x},{y}\n"), crs="EPSG:3857")
    (stated,) = read_layers(write(tmp_path, "lon,lat\n69.4,53.3\n", name="stated.csv"), crs="EPSG:3857")

    assert spots(near)[0] == pytest.approx((0.0005, 0.0003))
    assert spots(stated) == [(69.4, 53.3)]


@pytest.mark.parametrize(
    ("row", "around", "told"),
    [
        ("69.4,53.3", (66, 43, 77, 54), True),  # Kokshetau, exchanged: a place in the Arctic
        ("53.3,69.4", (66, 43, 77, 54), False),
        ("69.4,53.3", None, False),
        ("69.4,53.3", (0, 0, 1, 1), False),  # far away both ways
        ("69.4,53.3", (50, 40, 80, 75), False),  # near both ways
    ],
)
def test_what_else_is_on_the_map_tells_of_exchanged_columns(tmp_path, row, around, told):
    path = write(tmp_path, f"lat,lon\n{row}\n")
    form = guess_table(path)

    assert fits_exchanged(form, read_head(path, form), around) is told


def test_a_table_whose_file_is_gone_is_told_as_such(tmp_path):
    with pytest.raises(VectorError, match=r"gone\.csv does not exist; check the name"):
        read_layers(tmp_path / "gone.csv", table=TableFormat(separator=",", encoding="utf-8", x=0, y=1))


@pytest.mark.parametrize(
    ("lat", "lon"),
    [
        ("51°07'48\"N", "71°25'48\"E"),
        ("51°07′48″ с. ш.", "71°25′48″ в. д."),
        ("51 07 48", "71 25 48"),
        ("51,13°", "71,43°"),
        ("51.13N", "71.43E"),
        ("N51.13", "E71.43"),
    ],
)
def test_degrees_are_read_as_people_write_them(tmp_path, lat, lon):
    quoted = [each.replace('"', '""') for each in (lat, lon)]
    path = write(tmp_path, 'name;lat;lon\nAstana;"{}";"{}"\nCordoba;"31°25\'S";"64°11\'W"\n'.format(*quoted))

    (layer,) = read_layers(path)

    assert guess_table(path).is_sure
    assert spots(layer) == [pytest.approx((71.43, 51.13)), pytest.approx((-64 - 11 / 60, -31 - 25 / 60))]
    assert layer.notices == ()


def test_a_long_minus_is_a_minus(tmp_path):
    (layer,) = read_layers(write(tmp_path, "lat,lon\n\u221231.42,\u221264.18\n"))

    assert spots(layer) == [(-64.18, -31.42)]


def test_a_direction_of_the_other_axis_is_no_place_and_told(tmp_path):
    (layer,) = read_layers(write(tmp_path, "lat,lon,n\n51.13,71.43,1\n71.43E,51.13N,2\n,,3\nsoon,,4\n"))

    assert spots(layer) == [(71.43, 51.13), None, None, None]
    told = "towns.csv: 2 rows have a place that cannot be read, the first one '71.43E, 51.13N'"
    assert layer.notices == (told,)


def test_numbers_in_groups_of_three_are_no_degrees_and_minutes(tmp_path):
    (layer,) = read_layers(write(tmp_path, "name;x;y\na;3 000;4 000\nb;60;45\n"))

    assert spots(layer) == [None, (60, 45)]


def test_a_line_for_spreadsheets_is_no_row(tmp_path):
    path = write(tmp_path, "sep=;\r\nname;lat;lon\r\nA;51,1;71,4\r\n")

    (layer,) = read_layers(path)

    assert guess_table(path).is_sure
    assert [each.name for each in layer.columns] == ["name"]
    assert spots(layer) == [(71.4, 51.1)]


@pytest.mark.parametrize(("crs", "expected"), [(None, (71.4, 51.1)), ("EPSG:32642", (71.4, 51.1))])
def test_a_geometry_that_names_its_system_is_in_it(tmp_path, crs, expected):
    x, y = Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True).transform(71.4, 51.1)
    path = write(tmp_path, f'id,geom\n1,"SRID=3857;POINT ({x} {y})"\n2,\n')

    (layer,) = read_layers(path, crs=crs)

    assert guess_table(path).crs == "EPSG:3857"
    assert spots(layer) == [pytest.approx(expected), None]


def test_a_system_that_not_all_geometries_name_is_nobodys(tmp_path):
    path = write(tmp_path, 'id,geom\n1,"SRID=3857;POINT (1 2)"\n2,"POINT (3 4)"\n3,"SRID=0;POINT (3 4)"\n')

    assert guess_table(path).crs is None
