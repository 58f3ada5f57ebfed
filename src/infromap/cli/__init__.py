"""The commands."""

from infromap.cli.main import run

__all__ = ["run"]
