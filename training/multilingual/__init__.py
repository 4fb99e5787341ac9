"""How the multilingual body was made: see README.md."""
