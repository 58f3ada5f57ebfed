"""The Layers panel, and what is done to layers."""
