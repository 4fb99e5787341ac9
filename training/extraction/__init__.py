"""How the model that finds an article's blocks was made."""
