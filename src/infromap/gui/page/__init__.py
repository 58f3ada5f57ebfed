"""The map's page in the window: the view, what it may say, what is drawn on it by hand."""
