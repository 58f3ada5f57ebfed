"""The languages of the program: which one a user gets, and the texts of it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from infromap.assets import resource_path
from infromap.errors import InfromapError
from infromap.render.strings import load_sentences
from infromap.saying import Saying, printable, say

LANGUAGES = {"en": "English", "ru": "Русский", "kk": "Қазақша", "zh": "中文"}  # each by its own name
_QT_NAMES = {"en": "en", "ru": "ru", "kk": "kk", "zh": "zh_CN"}  # as Qt's own files are called


def system_language(wanted: Sequence[str] | None = None) -> str:
    """Return the first of the languages that the user's system prefers which infromap speaks; else English."""
    for tag in QLocale.system().uiLanguages() if wanted is None else wanted:
        language = tag.replace("_", "-").split("-")[0].lower()
        if language in LANGUAGES:
            return language
    return "en"


def speak(said: str | Exception) -> str:
    """Return what other rooms say, or an error of theirs, in the language of the windows; other text as it is."""
    text = said.saying if isinstance(said, InfromapError) else said
    if not isinstance(text, Saying):
        return str(text)
    language = QLocale().name().split("_")[0]
    return printable(say(text, load_sentences(language if language in LANGUAGES else "en"))).strip()


class Translation:
    """The texts of one language, ours and Qt's own, in the place of those before."""

    def __init__(self):
        self._installed: list[QTranslator] = []

    def install(self, language: str) -> None:
        """Translate what is made from now on; windows that are open keep their texts."""
        self.remove()
        ours = str(resource_path("i18n"))
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        name = _QT_NAMES[language]
        self._installed = [
            translator
            for file, folder in ((f"qtbase_{name}", qt), (f"qtwebengine_{name}", qt), (f"infromap_{language}", ours))
            if (translator := QTranslator()).load(file, folder)
        ]
        for translator in self._installed:
            QCoreApplication.installTranslator(translator)
        QLocale.setDefault(QLocale(name))

    def remove(self) -> None:
        """Speak English again."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = []
