"""Measuring, coordinates, bookmarks, finding anything."""
