"""The exceptions that infromap raises on purpose.

::

    InfromapError
    ├── ArticleError         (ValueError)    a text that cannot be read
    ├── ExtractionError      (ValueError)    a reading that makes no sense
    ├── PlaceNotFoundError   (LookupError)   a place that is needed and not known
    ├── GeocoderError        (OSError)       an online geocoder that gives no usable answer
    ├── RouteError           (ValueError)    places that make no line
    ├── RenderError          (ValueError)    a document that cannot become a page
    ├── CorpusError          (ValueError)    a folder of articles that cannot be worked through
    ├── ExportError          (OSError)       a file that cannot be written
    ├── ProjectFileError     (OSError)       a project file that cannot be read
    ├── NetworkError         (OSError)       a road or railway network that cannot be built or read
    ├── VectorError          (OSError)       a GIS file that cannot be read
    │   └── UnknownCrsError                  a GIS file that does not say its coordinate system
    ├── MissingExtraError    (ImportError)   an optional package that is asked for and not installed
    └── DataError            (OSError)       a file of ours that is missing or damaged

Every message is one line that names the thing, the place and the next step. Whoever catches
``InfromapError`` (``cli.main`` and ``gui.app``) may print it to the user as it is, in English, or ``say`` what
it holds in another language: the first argument is the English, never with anything filled in.
"""

from infromap.saying import Saying, printable

_KEPT = (Saying, int, float, tuple)


class InfromapError(Exception):
    """The root of the tree: something that the user can be told in one line.

    Parameters
    ----------
    template, values
        The English of it and what is put into it, as ``Saying`` takes them; or the saying itself.
    """

    saying: Saying

    def __init__(self, template: str = "", /, **values: object) -> None:
        kept = {name: each if isinstance(each, _KEPT) else printable(str(each)) for name, each in values.items()}
        self.saying = template if isinstance(template, Saying) else Saying(template, **kept)
        super().__init__(self.saying)

    def __str__(self) -> str:
        return printable(self.saying).strip()


def reason_of(error: BaseException) -> str:
    """Return why something went wrong, on one line: in our words where we have some, else in those of who says so."""
    if isinstance(error, InfromapError):
        return error.saying
    said = error.args[0] if error.args else None
    if isinstance(said, Saying):
        return said
    told = getattr(error, "strerror", None) or " ".join(printable(str(error)).split())
    return Saying(told or type(error).__name__)


class ArticleError(InfromapError, ValueError):
    """An article could not be read: missing, not text, too large, in an unknown encoding."""


class ExtractionError(InfromapError, ValueError):
    """A reading of an article contradicts itself."""


class PlaceNotFoundError(InfromapError, LookupError):
    """A place is required and no gazetteer knows it."""


class GeocoderError(InfromapError, OSError):
    """An online geocoder gave no usable answer; the embedded gazetteer goes on alone."""


class RouteError(InfromapError, ValueError):
    """The waypoints do not make a line."""


class RenderError(InfromapError, ValueError):
    """A map document cannot be rendered."""


class CorpusError(InfromapError, ValueError):
    """A folder of articles cannot be worked through: it is empty, in use, or nobody is there to read it."""


class ExportError(InfromapError, OSError):
    """A file could not be written; what stood there before is untouched."""


class ProjectFileError(InfromapError, OSError):
    """A project file cannot be read: missing, damaged, or made by a newer infromap; it is untouched."""


class NetworkError(InfromapError, OSError):
    """A road or railway network cannot be built or read."""


class VectorError(InfromapError, OSError):
    """A GIS file cannot be read, or does not say what is needed of it."""


class UnknownCrsError(VectorError):
    """A GIS file does not say its coordinate system, and nobody else has."""


class MissingExtraError(InfromapError, ImportError):
    """An optional package is asked for and not installed."""


class DataError(InfromapError, OSError):
    """A file that comes with infromap is missing or damaged."""
