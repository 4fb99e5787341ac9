"""How the event coder was made."""
