"""Looks at the installation: what is there, what is missing or damaged, what to do about it."""

from infromap.doctor.finding import Finding
from infromap.doctor.installation import examine
from infromap.doctor.own_files import examine_own_files

__all__ = ["Finding", "examine", "examine_own_files"]
