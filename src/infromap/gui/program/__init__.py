"""What is the same in all windows: language, colours, keys, help, log."""
