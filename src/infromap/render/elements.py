"""The page as folium knows it: a map and a figure with templates of ours and no remote address."""

from collections.abc import Sequence
from functools import cache

from jinja2 import Template, TemplateError

from infromap.assets import read_text, reading, resource_path
from infromap.errors import reason_of
from infromap.lean_import import loaded_later, without_packages
from infromap.render.policy import POLICY_MARK
from infromap.render.templates import templates_later
from infromap.saying import Saying

with (
    without_packages("pandas"),
    loaded_later("requests"),
    loaded_later("urllib.request", "urlopen"),
    loaded_later("xyzservices", "TileProvider"),
    loaded_later("branca.colormap", "ColorMap", "LinearColormap", "StepColormap"),
    templates_later(),
):
    import folium
    from branca.element import Element, Figure


TEMPLATES = {  # and what they cannot be without
    "figure.html": ("policy_mark",),
    "layer.html": ("texts",),
    "map.html": ("macro header", "macro html", "macro script"),
}


@cache
def read_template(name: str) -> Template:
    """Return one of ``TEMPLATES``; DataError if it is missing or damaged."""
    path = resource_path(f"templates/{name}")
    with reading(path):
        try:
            template: Template = Template(text := read_text(path))
        except TemplateError as error:
            raise ValueError(reason_of(error)) from error
        if missing := [part for part in TEMPLATES[name] if part not in text]:
            raise ValueError(Saying("it lacks {name}", name=missing[0]))
    return template


class PageFigure(Figure):
    """A branca figure that is a whole page with a policy; it adds nothing that is random or remote."""

    policy_mark = POLICY_MARK

    def __init__(self, language: str) -> None:
        """Begin an empty page in a language (ISO 639-1)."""
        super().__init__()
        self._template = read_template("figure.html")
        self.language = language
        self.header._children.clear()  # branca's own meta element: the template has it


class RenderedText(Element):
    """Text that is finished.

    branca's own ``Element(text)`` reads it as a template once more: ``{{`` of an article would run.
    """

    def __init__(self, text: str) -> None:
        """Keep the text."""
        super().__init__()
        self._text = text

    def render(self, **_kwargs: object) -> str:
        """Return the text as it is."""
        return self._text


class CanvasLayer(Element):
    """The columns of one layer, for the page's own canvas; it belongs into a ``MapPage``."""

    def __init__(self, texts: Sequence[tuple[str, str]], later: Sequence[tuple[str, str]] = ()) -> None:
        """Take finished texts by the ids of their elements: of what is drawn, and of what only a reader asks for."""
        super().__init__()
        self._template = read_template("layer.html")
        self._texts = texts
        self._later = later

    def render(self, **_kwargs: object) -> str:
        """Return the texts of what is drawn, each in its element."""
        return self._template.render(texts=self._texts)

    def render_later(self) -> str:
        """Return the other texts: the map need not wait until they have been read."""
        return self._template.render(texts=self._later)


class MapPage(folium.Map):
    """A folium map whose scripts and styles stand in the page itself.

    folium's own template names ten remote files; this class has its own lists and template, so
    that no other map of the process is changed.
    """

    default_js: list[tuple[str, str]] = []  # noqa: RUF012
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    def __init__(
        self, *, title: str, styles: Sequence[str], scripts: Sequence[str], symbols: str, data: str, language: str
    ) -> None:
        """Take all that the page is made of, as text; ``data`` is escaped JSON."""
        super().__init__(tiles=None)
        self._template = read_template("map.html")
        self.title = title
        self.styles = styles
        self.scripts = scripts
        self.symbols = symbols
        self.data = data
        self.figure = PageFigure(language)
        self.figure.add_child(self, name="map")

    def render(self, **kwargs: object) -> str:
        """Put head, body, layers and scripts into the figure; nothing is left to print here."""
        module = self._template.module
        for part, place in (("header", self.figure.header), ("html", self.figure.html), ("script", self.figure.script)):
            place.add_child(RenderedText(getattr(module, part)(self, kwargs)), name="map")
        for name, layer in self._children.items():
            self.figure.html.add_child(RenderedText(layer.render()), name=name)
            if isinstance(layer, CanvasLayer):
                self.figure.script.add_child(RenderedText(layer.render_later()), name=f"{name}_later")
        return ""

    def to_html(self) -> str:
        """Return the page, the mark of its policy not yet replaced."""
        return str(self.figure.render())
