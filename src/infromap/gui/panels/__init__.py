"""The panels beside the map, and where the keyboard is in them."""
