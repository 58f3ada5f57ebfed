"""The wheel is whole: built, installed into a clean environment, and run away from the checkout."""

import json
import os
import subprocess
import sys
import venv
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]


def run(*command: object, cwd: Path, **variables: str) -> subprocess.CompletedProcess:
    words, environment = [str(word) for word in command], {**os.environ, **variables}
    environment.pop("PYTHONPATH", None)  # which may name a checkout
    done = subprocess.run(words, cwd=cwd, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr[-2000:]
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, cwd=ROOT)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def clean_python(wheel, tmp_path_factory) -> Path:
    """Return the Python of an environment with the wheel and what it needs, but not Qt."""
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=True)
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    needs = [Requirement(line) for line in metadata.requires("infromap") or [] if "extra" not in line]
    pins = ROOT / ".setup" / "constraints.txt"
    pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--constraint", pins, *[str(need) for need in needs if need.name.lower() != "pyside6"], cwd=home)
    run(*pip, "--no-deps", wheel, cwd=home)
    return python


@pytest.mark.slow
def test_the_wheel_holds_every_file_that_the_program_reads(wheel):
    files = [path for stock in ("resources", "geodata") for path in (ROOT / stock).rglob("*") if path.is_file()]
    read = {path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts}
    expected = {f"infromap/{name}" for name in read if not name.startswith("geodata/build/")}

    held = {
        name
        for name in zipfile.ZipFile(wheel).namelist()
        if name.startswith(("infromap/resources", "infromap/geodata"))
    }

    assert held == expected
    assert {"infromap/resources/desktop/infromap.desktop", "infromap/resources/i18n/kk.json"} <= held


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="menu entries in files are Linux's way")
def test_the_wheel_brings_what_puts_it_into_the_menu(clean_python, tmp_path):
    (script,) = clean_python.parent.parent.glob("lib/*/site-packages/infromap/resources/desktop/install.sh")

    run("sh", script, clean_python.parent / "infromap", cwd=tmp_path, XDG_DATA_HOME=str(tmp_path))

    entry = (tmp_path / "applications" / "infromap.desktop").read_text(encoding="utf-8")
    assert f'Exec="{clean_python.parent}/infromap" %F' in entry
    assert (tmp_path / "icons" / "hicolor" / "48x48" / "apps" / "infromap.png").is_file()


@pytest.mark.slow
def test_extract_runs_from_the_wheel_away_from_the_checkout_and_without_qt(clean_python, tmp_path, brief):
    (tmp_path / "article.txt").write_bytes(brief.read_bytes())

    done = run(clean_python.parent / "infromap", "extract", "article.txt", cwd=tmp_path)

    collection = json.loads(done.stdout)
    assert len(collection["features"]) == 5
    assert sum(feature["geometry"] is not None for feature in collection["features"]) == 4


@pytest.mark.slow
def test_doctor_holds_the_files_of_the_wheel_against_their_sums(clean_python, tmp_path):
    program = str(clean_python.parent / "infromap")
    own = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}  # which may name a checkout

    done = subprocess.run([program, "doctor"], cwd=tmp_path, capture_output=True, text=True, env=own)

    wrong = [line for line in done.stdout.splitlines() if line.startswith("BAD")]
    assert "sums of infromap: " in done.stdout
    assert "sums of XStatic-Leaflet: 2 files" in done.stdout
    assert [line for line in wrong if "file" in line] == []


@pytest.mark.slow
def test_the_page_is_the_same_from_the_wheel_as_from_the_checkout(clean_python, tmp_path, brief):
    (tmp_path / "article.txt").write_bytes(brief.read_bytes())

    run(clean_python.parent / "infromap", "export", "article.txt", "-o", "wheel.html", cwd=tmp_path)
    run(sys.executable, ROOT / "main.py", "export", "article.txt", "-o", "checkout.html", cwd=tmp_path)

    assert (tmp_path / "wheel.html").read_bytes() == (tmp_path / "checkout.html").read_bytes()


@pytest.mark.slow
def test_a_picture_without_qt_is_a_clear_error(clean_python, tmp_path, brief):
    done = subprocess.run(
        [str(clean_python.parent / "infromap"), "export", str(brief), "-o", "map.png"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "PySide6" in done.stderr
    assert list(tmp_path.iterdir()) == []
