"""A map document becomes one HTML string."""
