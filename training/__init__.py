"""How each shipped model and data file was made."""
