"""The outlines of countries on the map."""
