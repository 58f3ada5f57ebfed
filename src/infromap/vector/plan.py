"""What must be decided of a GIS file before its rows are read."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from infromap.vector.contents import LayerInfo, list_layers
from infromap.vector.layers import read_layers
from infromap.vector.opening import PARQUET_SUFFIXES, FileState, file_state, is_table_file, unchanged
from infromap.vector.parquet import find_parquet_crs
from infromap.vector.table import TableFormat, read_head
from infromap.vector.table_guess import guess_table
from infromap.vector.table_places import fits_exchanged

if TYPE_CHECKING:
    from infromap.model.layer import Layer
    from infromap.vector.batches import Report
    from infromap.vector.systems import Box


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePlan:
    """A GIS file and how it is to be read."""

    path: Path
    layers: tuple[LayerInfo, ...] = ()  # those to choose from; none of a file that has but one table
    names: tuple[str, ...] | None = None  # of the layers that are wanted; None for all
    table: TableFormat | None = None  # of a table of text
    crs: str | None = None  # of what does not state its own
    lacks_crs: bool = False
    state: FileState | None = None  # of the file when it was looked into

    @property
    def is_choice(self) -> bool:
        """Whether there are several layers to choose from."""
        return len(self.layers) > 1

    @property
    def is_doubtful(self) -> bool:
        """Whether it is a table of text that does not say by itself how it is to be read."""
        return self.table is not None and not self.table.is_sure

    @property
    def wants_crs(self) -> bool:
        """Whether a chosen layer does not state its coordinate system, and nobody has named it."""
        if self.crs is not None:
            return False
        return self.lacks_crs or any(not info.has_crs for info in self.layers if self._is_wanted(info))

    @property
    def bounds(self) -> "Box | None":
        """The box of the first layer whose coordinate system is not stated, in its own numbers."""
        return next((info.bounds for info in self.layers if self._is_wanted(info) and not info.has_crs), None)

    def fits_exchanged(self, around: "Box | None") -> bool:
        """Tell whether it is a table whose points would lie near others if longitude and latitude were exchanged."""
        return self.table is not None and fits_exchanged(self.table, read_head(self.path, self.table), around)

    def _is_wanted(self, info: LayerInfo) -> bool:
        return self.names is None or info.name in self.names


def plan_file(path: Path, *, is_table: bool = False) -> FilePlan:
    """Look into a GIS file.

    Parameters
    ----------
    path
        The file.
    is_table
        Whether it is a table of text, whatever its name says.

    Returns
    -------
    FilePlan
        Everything is wanted, but for layers without rows beside others.

    Raises
    ------
    VectorError
        If it cannot be read.
    """
    state = file_state(path)
    if is_table or is_table_file(path):
        return FilePlan(path=path, table=guess_table(path), state=state)
    if path.suffix.lower() in PARQUET_SUFFIXES:
        return FilePlan(path=path, lacks_crs=find_parquet_crs(path) is None, state=state)
    layers = list_layers(path)
    return FilePlan(path=path, layers=tuple(info for info in layers if info.rows != 0) or layers[:1], state=state)


def read_plan(plan: FilePlan, *, report: "Report | None" = None) -> tuple["Layer", ...]:
    """Read a GIS file as planned.

    Raises
    ------
    VectorError
        If it cannot be read, or has changed since it was looked into.
    """
    with unchanged(plan.path, plan.state):
        return read_layers(plan.path, crs=plan.crs, names=plan.names, table=plan.table, report=report)
