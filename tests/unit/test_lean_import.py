"""Libraries are loaded without what they would load beside themselves."""

import importlib
import subprocess
import sys
import threading

import pytest

from infromap.lean_import import loaded_later, with_only, without_packages


@pytest.fixture
def lonely_package(tmp_path, monkeypatch) -> str:
    """Return the name of a package that nobody has imported yet."""
    (tmp_path / "lonely_package.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    yield "lonely_package"
    sys.modules.pop("lonely_package", None)


def test_a_package_that_is_left_out_seems_not_to_be_installed(lonely_package):
    with without_packages(lonely_package), pytest.raises(ModuleNotFoundError, match=lonely_package):
        importlib.import_module(lonely_package)


def test_it_can_be_imported_afterwards(lonely_package):
    with without_packages(lonely_package):
        pass

    assert importlib.import_module(lonely_package).__name__ == lonely_package


def test_other_threads_import_it_meanwhile(lonely_package):
    with without_packages(lonely_package):
        other = threading.Thread(target=importlib.import_module, args=[lonely_package])
        other.start()
        other.join()

        assert lonely_package in sys.modules


def test_what_is_loaded_already_stays(lonely_package):
    importlib.import_module(lonely_package)

    with without_packages(lonely_package):
        assert importlib.import_module(lonely_package).__name__ == lonely_package


def test_an_error_within_does_not_leave_it_out_for_good(lonely_package):
    with pytest.raises(KeyError), without_packages(lonely_package):
        raise KeyError

    assert importlib.import_module(lonely_package).__name__ == lonely_package


def test_a_library_is_loaded_by_its_first_use(tmp_path, lonely_package):
    (tmp_path / "lonely_package.py").write_text("said = 'here'")
    with loaded_later(lonely_package):
        stands_in = importlib.import_module(lonely_package)

    assert lonely_package not in sys.modules
    assert stands_in.said == "here"
    assert sys.modules[lonely_package] is not stands_in


def test_a_library_that_is_used_within_is_loaded_there(tmp_path, lonely_package):
    (tmp_path / "lonely_package.py").write_text("said = 'here'")
    with loaded_later(lonely_package):
        assert importlib.import_module(lonely_package).said == "here"

    assert sys.modules[lonely_package].said == "here"


def test_a_library_that_is_loaded_is_not_loaded_again(lonely_package):
    loaded = importlib.import_module(lonely_package)

    with loaded_later(lonely_package):
        assert importlib.import_module(lonely_package) is loaded


def test_what_is_taken_from_a_library_at_once_is_the_librarys_when_it_is_used(tmp_path, lonely_package):
    (tmp_path / "lonely_package.py").write_text("class Sign:\n    def __init__(self, text): self.text = text")
    with loaded_later(lonely_package, "Sign"):
        taken = importlib.import_module(lonely_package).Sign
    was_loaded = lonely_package in sys.modules

    sign = taken("here")

    assert not was_loaded
    assert type(sign) is sys.modules[lonely_package].Sign
    assert sign.text == "here"
    assert isinstance(sign, taken)
    assert not isinstance("here", taken)


def test_folium_is_loaded_without_what_a_map_has_no_use_of_and_draws_it_all_the_same():
    code = """
import sys
from infromap.render.elements import MapPage
print([name for name in ("requests", "urllib.request", "xyzservices", "branca.colormap") if name in sys.modules])
import folium
drawn = folium.Map(tiles="OpenTopoMap")
folium.Marker([53, 69], popup="Kokshetau").add_to(drawn)
folium.ColorLine([[53, 69], [54, 70], [55, 71]], colors=[0, 1], colormap=["red", "blue"], nb_steps=2).add_to(drawn)
text = drawn.get_root().render()
print(*[word in text for word in ("Kokshetau", "opentopomap.org", "#ff0000ff")])
print(folium.features.requests.get.__module__)
import branca, urllib.request
print(len(branca.colormap.linear.viridis.colors), urllib.request.urlopen.__module__)
"""

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)

    assert done.stdout == "[]\nTrue True True\nrequests.api\n20 urllib.request\n", done.stderr


@pytest.mark.parametrize(
    "use",
    [
        "from infromap.render.elements import MapPage",
        "from pathlib import Path; from infromap.vector import read_layers; read_layers(Path({file!r}))",
    ],
)
def test_a_map_loads_nothing_for_data_frames(use, tmp_path):
    file = tmp_path / "site.geojson"
    file.write_text('{"type": "Point", "coordinates": [69.4, 53.3]}')
    told = "import sys; print([name for name in ('pandas', 'geopandas', 'pyarrow', 'pyproj') if name in sys.modules])"

    done = subprocess.run(
        [sys.executable, "-c", f"{use.format(file=str(file))}\n{told}"], capture_output=True, text=True
    )

    assert done.stdout == "[]\n", done.stderr


def test_no_module_of_export_takes_the_name_of_what_it_gives():
    code = (
        "from inspect import ismodule; import infromap.export as export; "
        "[getattr(export, name) for name in export.__all__]; "
        "print([name for name in export.__all__ if ismodule(getattr(export, name))])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "[]"


def test_a_module_holds_only_what_is_asked_of_it_until_it_is_imported_again(tmp_path, lonely_package):
    (tmp_path / "lonely_package.py").write_text("said = 'here'")
    with with_only(lonely_package, said="in its place"):
        stands_in = importlib.import_module(lonely_package)
        assert stands_in.said == "in its place"

    assert importlib.import_module(lonely_package).said == "here"


def test_a_module_that_is_loaded_already_is_not_replaced(tmp_path, lonely_package):
    (tmp_path / "lonely_package.py").write_text("said = 'here'")
    importlib.import_module(lonely_package)

    with with_only(lonely_package, said="in its place"):
        assert importlib.import_module(lonely_package).said == "here"
