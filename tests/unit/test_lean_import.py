"""Libraries are loaded without what they would load beside themselves."""

import importlib
import subprocess
import sys
import threading

import pytest

from infromap.lean_import import without_packages


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
