"""What is corrected by hand."""
