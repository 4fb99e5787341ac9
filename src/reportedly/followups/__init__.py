"""What was announced, and what became of it."""
