"""Russian and Kazakh: languages whose words bend, read by stems and endings."""
