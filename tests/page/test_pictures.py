"""The map beside pictures of it that somebody has looked at.

Both are made small before they are compared, so that another rasteriser of fonts makes no difference, and
another colour, a band over the sea or a missing label does. ``make pictures`` draws them again; look at them.
"""

import os
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

from asking import ask
from infromap.pipeline import open_map
from infromap.render import render_html

pytestmark = pytest.mark.qt

PICTURES = Path(__file__).parent / "pictures"
SHRINK = 4
MEAN = 3.0  # of 255: how far all pixels together may be off
FAR, FAR_SHARE = 40, 0.02  # and how many may be off farther than that
DARK = "document.querySelector('[data-switch=theme]').click()"
SELECT = "window.infromap.select(document.querySelectorAll('.entry')[1].dataset.id)"
STATES = {
    "light": ((1200, 800), "en", ""),
    "dark": ((1200, 800), "en", DARK),
    "phone": ((360, 740), "en", ""),
    "selected": ((1200, 800), "en", SELECT),
    "zh": ((1200, 800), "zh", ""),
}


@pytest.mark.parametrize("state", STATES)
def test_the_map_looks_as_it_did(load_page, qtbot, brief, state):
    size, language, code = STATES[state]
    evaluate, _, _ = load_page(render_html(open_map(brief), language=language), size=size)
    evaluate(f"{code}; 0")
    picture = grab_map(load_page, evaluate, qtbot)
    path = PICTURES / f"{state}.png"

    if os.environ.get("INFROMAP_DRAW_PICTURES"):
        picture.save(str(path))
    found, kept = pixels(picture), pixels(QImage(str(path)))
    assert found.shape == kept.shape
    off = np.abs(found - kept).max(axis=2)
    assert off.mean() < MEAN
    assert (off > FAR).mean() < FAR_SHARE


def grab_map(load_page, evaluate, qtbot):
    """Return the map, without the panel, small; once nothing on it moves any more."""
    before = QImage()
    while True:
        qtbot.wait(300)
        image = load_page.view.grab().toImage()
        if image == before:
            break
        before = image
    box = ask(
        evaluate,
        "(({x, y, width, height}) => [x, y, width, height])(document.getElementById('map').getBoundingClientRect())",
    )
    ratio = image.devicePixelRatio()
    part = image.copy(QRect(*(round(edge * ratio) for edge in box)))
    return part.scaled(
        round(box[2] / SHRINK),
        round(box[3] / SHRINK),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_RGB888)


def pixels(image):
    """Return an image as an array of shape (height / 2, width / 2, 3): each pixel the mean of four."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    whole = rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(float)
    height, width = image.height() // 2 * 2, image.width() // 2 * 2
    return whole[:height, :width].reshape(height // 2, 2, width // 2, 2, 3).mean(axis=(1, 3))
