"""The symbols of the kinds, at the size of a list: told apart by their shape alone."""

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from infromap.model.project import Kind
from infromap.render import kind_icon_path

pytestmark = pytest.mark.qt

SIZE = 16  # pixels


def draw(kind):
    """Return how much of each pixel a symbol covers, 0 to 1."""
    svg = kind_icon_path(kind).read_text(encoding="utf-8").replace("currentColor", "#000000")
    image = QImage(SIZE, SIZE, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(SIZE, image.bytesPerLine())
    return 1 - rows[:, :SIZE] / 255


@pytest.mark.parametrize("kind", Kind)
def test_a_symbol_fills_its_square_but_is_no_blot(qapp, kind):
    shape = draw(kind)

    assert 0.15 < shape.mean() < 0.6
    for axis in (0, 1):
        assert np.ptp(np.flatnonzero(shape.max(axis=axis) > 0.5)) + 1 >= SIZE / 2


def test_no_two_symbols_look_alike_without_their_colours(qapp):
    shapes = {kind: draw(kind) for kind in Kind}
    for (one, first), (other, second) in itertools.combinations(shapes.items(), 2):
        shared = np.minimum(first, second).sum() / np.maximum(first, second).sum()
        assert shared < 0.7, (one, other)
