"""Makes the pictures of the exported page: docs/screenshots/*.webp.

``make_page_shots.py NAME …`` draws those; without a name, all, each in a process of its own, as the web engine
learns only at its start whether the system is dark. The Chinese one needs a font with Chinese
letters (Debian: fonts-noto-cjk).
"""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMarginsF, QTimer, QUrl
from PySide6.QtGui import QFontDatabase, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from infromap.assets import geodata_path
from infromap.gui.environment import prepare_environment
from infromap.gui.page.scheme import register_scheme
from infromap.pipeline import open_map
from infromap.render import render_html

FOLDER = Path(__file__).resolve().parent / "screenshots"
SETTLE_MS = 1500
QUALITY = 80
OPEN = "document.querySelectorAll('.entry')[{}].click();"
TABLE = "document.querySelector('[aria-controls=table]').click();"
FILTERS = "document.querySelector('.filters').open = true;"

# name: size, language, what is done on the page
SHOTS = {
    "page": ((1400, 900), "en", TABLE + OPEN.format(2)),
    "phone": ((360, 740), "en", FILTERS),
    "dark": ((1400, 900), "en", OPEN.format(0)),
    "print": ((1200, 900), "en", ""),
    "russian": ((1400, 900), "ru", FILTERS + OPEN.format(3)),
    "kazakh": ((1400, 900), "kk", FILTERS + OPEN.format(1)),
    "chinese": ((1400, 900), "zh", FILTERS + TABLE + OPEN.format(2)),
}


def main(names: list[str]) -> int:
    """Draw the named pictures here, or all of them in processes of their own."""
    if not names:
        return max(subprocess.run([sys.executable, __file__, name], check=False).returncode for name in SHOTS)
    for name in names:
        draw(name)
    return 0


def draw(name: str) -> None:
    """Load the page of the bundled brief, do what the picture shows, and keep it."""
    size, language, code = SHOTS[name]
    if name == "dark":
        os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = "--log-level=3 --blink-settings=preferredColorScheme=0"
    prepare_environment()
    register_scheme()
    application = QApplication(["infromap"])
    if language == "zh" and not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        print("chinese: left out, no font here has Chinese letters (Debian: fonts-noto-cjk)")
        return
    FOLDER.mkdir(exist_ok=True)
    page_file = FOLDER / f".{name}.html"
    article = max(geodata_path("articles").glob("*.txt"))
    page_file.write_text(render_html(open_map(article), language=language), encoding="utf-8")
    try:
        image = picture(page_file, size, code, on_paper=name == "print")
    finally:
        page_file.unlink()
    image.save(str(FOLDER / f"{name}.webp"), quality=QUALITY)
    print(FOLDER / f"{name}.webp")
    application.quit()


def picture(page_file: Path, size: tuple[int, int], code: str, *, on_paper: bool) -> QImage:
    """Return what the web engine shows of a page, or the first sheet that it prints."""
    from PySide6.QtWebEngineWidgets import QWebEngineView

    view = QWebEngineView()
    view.resize(*size)
    view.show()
    wait(view.loadFinished, lambda: view.load(QUrl.fromLocalFile(str(page_file))))
    settle()
    view.page().runJavaScript(code)
    settle()
    image = first_sheet(view.page(), page_file.with_suffix(".pdf")) if on_paper else view.grab().toImage()
    view.close()
    delete(view.page())  # before its profile
    return image


def first_sheet(page, pdf_file: Path) -> QImage:
    """Print a page on A4 and return the first sheet."""
    from PySide6.QtPdf import QPdfDocument

    margins = QMarginsF(14, 14, 14, 14)
    a4, unit = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Unit.Millimeter
    layout = QPageLayout(a4, QPageLayout.Orientation.Portrait, margins, unit)
    wait(page.pdfPrintingFinished, lambda: page.printToPdf(str(pdf_file), layout))
    pdf = QPdfDocument()
    pdf.load(str(pdf_file))
    image = pdf.render(0, (pdf.pagePointSize(0) * 1.5).toSize())
    pdf.close()
    pdf_file.unlink()
    sheet = QImage(image.size(), QImage.Format.Format_RGB32)
    sheet.fill("white")
    painter = QPainter(sheet)
    painter.drawImage(0, 0, image)
    painter.end()
    return sheet


def wait(signal, begin) -> None:
    """Begin something and wait for the signal of its end."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(60_000, lambda: loop.exit(1))
    begin()
    if loop.exec():
        sys.exit("the page did not load or print within a minute")


def settle() -> None:
    """Let the page come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
