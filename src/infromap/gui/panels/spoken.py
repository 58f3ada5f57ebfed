"""Values as the interface's language writes them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCollator, QCoreApplication, QDate, QDateTime, QLocale, Qt

from infromap.model.layer import Cell, ColumnType
from infromap.render.sums import write_sum

if TYPE_CHECKING:
    from infromap.model.article import Amount

_UNGROUPED = 10_000  # a year has no separator, nor has any other number of four figures
_PLAIN = (1e-5, 1e15)  # numbers that are written without an exponent
_LETTERS = 300  # of a text, on one line of a table


def language_locale(language: str) -> QLocale:
    """Return how a language writes numbers and dates; English puts the day first, as on the page."""
    return QLocale("en_GB" if language == "en" else language)


def speak_value(value: Cell, kind: ColumnType, locale: QLocale) -> str:
    """Return a value for people; nothing is an empty text."""
    match value:
        case None:
            return ""
        case bool():
            return _speak_truth(value)
        case int() | float():
            return speak_number(value, locale)
        case str() if kind is ColumnType.DATE:
            return _speak_date(value, locale)
        case _:
            return value


def speak_number(value: float, locale: QLocale) -> str:
    """Return a number with the language's own point and separators, and all its figures."""
    size = abs(value)
    written = QLocale(locale)
    if size < _UNGROUPED:
        written.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    if isinstance(value, int) and size < 2**63:
        return written.toString(value)
    form = "f" if value == 0 or _PLAIN[0] <= size < _PLAIN[1] else "g"
    return written.toString(float(value), form, QLocale.FloatingPointPrecisionOption.FloatingPointShortest.value)


def speak_money(amount: "Amount", strings: Mapping[str, str], locale: QLocale) -> str:
    """Return a sum with the language's own scales: 2.6 billion, 2,6 млрд, 26亿."""
    return write_sum(amount, strings, lambda number: _speak_figure(number, locale))


def speak_line(text: str) -> str:
    """Return the beginning of a text on one line; a table does not measure a million letters."""
    return " ".join(text[: 2 * _LETTERS].split())[:_LETTERS]


def text_order(locale: QLocale) -> QCollator:
    """Return how the language orders texts: large and small letters alike, 2 before 10."""
    collator = QCollator(locale)
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    collator.setNumericMode(True)
    return collator


def _speak_figure(number: float, locale: QLocale) -> str:
    return speak_number(int(number) if number == int(number) else number, locale)


def _speak_truth(value: bool) -> str:
    if value:
        return QCoreApplication.translate("AttributeTable", "yes")
    return QCoreApplication.translate("AttributeTable", "no")


def _speak_date(text: str, locale: QLocale) -> str:
    if len(text) == len("2026-02-09"):
        date = QDate.fromString(text, Qt.DateFormat.ISODate)
        return locale.toString(date, _date_format(locale)) if date.isValid() else text
    moment = QDateTime.fromString(text, Qt.DateFormat.ISODateWithMs)
    if not moment.isValid():
        return text
    time = locale.timeFormat(QLocale.FormatType.ShortFormat)
    return locale.toString(moment, f"{_date_format(locale)} {time}")


def _date_format(locale: QLocale) -> str:
    """Return the short form, with all figures of the year."""
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return short if "yyyy" in short else short.replace("yy", "yyyy")
