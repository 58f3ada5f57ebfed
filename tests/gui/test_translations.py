"""Every text of the window is translated, and what is compiled is what is written."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from infromap.assets import resource_path

pytestmark = pytest.mark.qt

TOOLS = Path(sys.executable).parent
SOURCES = sorted(str(path) for path in (Path(__file__).parents[2] / "src/infromap/gui").rglob("*.py"))
LANGUAGES = ("en", "kk", "ru", "zh")
FORMS = {"en": 2, "kk": 2, "ru": 3, "zh": 1}


def messages(path):
    """Return (context, source) → (whether it is finished, its translations) of a .ts file."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            found[context.findtext("name"), message.findtext("source")] = (translation.get("type") is None, forms)
    return found


def written(language):
    return messages(resource_path(f"i18n/infromap_{language}.ts"))


def placeholders(text):
    return set(re.findall(r"%L?n|\{\w*\}", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_window_is_there(tmp_path, language):
    gathered = tmp_path / "gathered.ts"
    options = ["-pluralonly"] if language == "en" else []
    command = [TOOLS / "pyside6-lupdate", *SOURCES, "-silent", *options, "-target-language", language, "-ts", gathered]
    subprocess.run(command, check=True, capture_output=True)

    assert set(messages(gathered)) == set(written(language)), "make translations, and translate what is new"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language):
    assert [key for key, (is_finished, forms) in written(language).items() if not is_finished or "" in forms] == []


@pytest.mark.parametrize("language", ["kk", "ru", "zh"])
def test_translations_keep_what_the_program_fills_in(language):
    wrong = [
        (source, form)
        for (_, source), (_, forms) in written(language).items()
        for form in forms
        if placeholders(form) != placeholders(source)
    ]

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_counts_have_the_plural_forms_of_their_language(language):
    counted = {source: forms for (_, source), (_, forms) in written(language).items() if "%Ln" in source}

    assert len(counted) > 10
    assert not [source for _, source in written(language) if "%n" in source]  # its figures would stand in no groups
    assert {source: len(forms) for source, forms in counted.items()} == dict.fromkeys(counted, FORMS[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(tmp_path, language):
    source, compiled = (resource_path(f"i18n/infromap_{language}.{suffix}") for suffix in ("ts", "qm"))
    again = tmp_path / "again.qm"
    command = [TOOLS / "pyside6-lrelease", "-silent", "-removeidentical", source, "-qm", again]
    subprocess.run(command, check=True, capture_output=True)

    assert again.read_bytes() == compiled.read_bytes(), "make translations"
