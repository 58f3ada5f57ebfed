"""What is opened, saved, exported and printed, and the dialogs for it."""
